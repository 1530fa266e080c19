import { queryOptions } from "@tanstack/react-query";
import {
  ApplicationDeskDocument,
  MyApplicationsDocument,
  OpenMerchantTypesDocument,
  type ApplicationDeskQuery,
  type ApplicationHeadFragment,
  type OpenMerchantTypesQuery,
} from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";

export type Application = ApplicationHeadFragment;
export type Desk = NonNullable<ApplicationDeskQuery["applicationDesk"]>;
export type OpenType = NonNullable<OpenMerchantTypesQuery["openMerchantTypes"]>[number];

export const ONBOARDING = "onboarding";

export const typesQuery = queryOptions({
  queryKey: [ONBOARDING, "types"],
  queryFn: async ({ signal }) => (await execute(OpenMerchantTypesDocument, {}, { signal })).openMerchantTypes ?? [],
  select: (types) => types.filter((type) => type.inForce),
});

export const applicationsQuery = queryOptions({
  queryKey: [ONBOARDING, "mine"],
  queryFn: async ({ signal }) =>
    (await execute(MyApplicationsDocument, {}, { signal })).merchantApplications?.nodes ?? [],
});

export function deskQuery(id: string) {
  return queryOptions({
    queryKey: [ONBOARDING, "desk", id],
    queryFn: async ({ signal }) => await execute(ApplicationDeskDocument, { id }, { signal }),
    // What is being typed must not be replaced by what was saved before it.
    refetchOnWindowFocus: false,
  });
}

export function mayDo(application: Application, key: string): boolean {
  return application.availableActions.some((action) => action.key === key && action.enabled);
}

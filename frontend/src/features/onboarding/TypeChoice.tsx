import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ChooseApplicationTypeDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { useErrorText } from "@/ui/errorText";
import { Failure } from "@/ui/Failure";
import { useMessages } from "@/ui/Messages";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { Panel } from "@/ui/Panel";
import { ONBOARDING, typesQuery, type Application } from "./data";
import { TypeCards } from "./TypeCards";

/** The first step: the type decides which form follows. */
export function TypeChoice({ application }: { application: Application }) {
  const { t } = useTranslation("onboarding");
  const queryClient = useQueryClient();
  const messages = useMessages();
  const errorText = useErrorText();
  const { data, error, isPending, refetch } = useQuery(typesQuery);
  const choose = useMutation({
    mutationFn: async (typeCode: string) =>
      accepted(
        (await execute(ChooseApplicationTypeDocument, { input: { applicationId: application.id, typeCode } }))
          .chooseApplicationType,
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [ONBOARDING] }),
    onError: (reason) => messages.error(errorText(reason)),
  });
  if (isPending) return <PageSkeleton rows={3} />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Panel title={t("type.title")} hint={t("type.hint")}>
      <TypeCards types={data} busy={choose.isPending} onChoose={(code) => choose.mutate(code)} />
    </Panel>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { CustomPage } from "@/config/types";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import { Failure } from "@/ui/Failure";
import { PageSkeleton } from "@/ui/PageSkeleton";
import type { PlainObject } from "../model/plain";
import {
  overlayVersionsQuery,
  pageDefinitionQuery,
  pagePreviewQuery,
  type Audience,
  type EditablePage,
  type OverlayVersion,
} from "./data";
import { EditPage } from "./EditPage";
import { opsOf } from "./opsOf";

interface Props {
  readonly page: CustomPage;
  readonly audience: Audience;
  readonly edited: EditablePage;
  readonly pages: readonly EditablePage[];
  readonly role: string | null;
  readonly bar: ReactNode;
  /** Read everything again: another version is to be edited. */
  readonly onReload: () => void;
}

/** Reads the page below and the overlay that is edited: its draft, else what is in force. */
export function OpenPage(props: Props) {
  const { page, audience, edited, bar } = props;
  const definition = useQuery(pageDefinitionQuery(audience, edited.key));
  const versions = useQuery(overlayVersionsQuery(audience, edited.key));
  // What was there when the editor opened: its own saving does not open it anew.
  const [opened, setOpened] = useState<OverlayVersion | null | undefined>(undefined);
  if (opened === undefined && versions.data && !versions.isFetching) {
    setOpened(versions.data.find((each) => each.state !== "RETIRED") ?? null);
  }
  const ops = opsOf(opened ?? null);
  const applied = useQuery({
    ...pagePreviewQuery(audience, edited.key, ops, null),
    enabled: ops.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const failed = [definition, versions, applied].find((query) => query.error);
  const loading = definition.isPending || opened === undefined || (ops.length > 0 && applied.isPending);
  if (failed || loading) {
    return (
      <>
        <ConfiguredHeader page={page} />
        {bar}
        {failed ? <Failure error={failed.error} onRetry={() => void failed.refetch()} /> : <PageSkeleton />}
      </>
    );
  }
  const base = (definition.data?.definition ?? {}) as PlainObject;
  return (
    <EditPage
      {...props}
      base={base}
      paths={definition.data?.paths ?? []}
      opened={opened ?? null}
      start={(applied.data?.definition as PlainObject | undefined) ?? base}
      unfit={applied.data?.mistakes ?? []}
      versions={versions.data ?? []}
    />
  );
}

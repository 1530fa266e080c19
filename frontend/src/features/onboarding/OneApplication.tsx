import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import type { CustomPage } from "@/config/types";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import { Failure } from "@/ui/Failure";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { StatusBadge } from "@/ui/StatusBadge";
import { deskQuery, mayDo } from "./data";
import { Progress } from "./Progress";
import { TypeChoice } from "./TypeChoice";
import { Wizard } from "./Wizard";

interface Props {
  readonly page: CustomPage;
  readonly id: string;
  readonly actions?: ReactNode;
}

/** An application where it stands: the choice of a type, the form, or how far it has come. */
export function OneApplication({ page, id, actions }: Props) {
  const { t } = useTranslation("onboarding");
  const states = useDictionary("ApplicationState");
  const kinds = useDictionary("ApplicationKind");
  const { data, error, isPending, refetch } = useQuery(deskQuery(id));
  if (isPending) return <PageSkeleton />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const application = data.merchantApplication;
  if (!application) return <Failure error={new Error(t("mine.gone"))} />;
  const state = states.find((option) => option.value === application.state);
  const kind = kinds.find((option) => option.value === application.kind);
  const editable = mayDo(application, "saveApplication");
  const desk = data.applicationDesk;
  return (
    <>
      <ConfiguredHeader
        page={page}
        title={application.companyName ?? kind?.label ?? page.title}
        subtitle={[application.number, application.type?.name].filter(Boolean).join(" · ")}
        status={<StatusBadge tone={state?.tone} label={state?.label ?? application.state} />}
        actions={actions}
      />
      {editable && !desk ? <TypeChoice application={application} /> : null}
      {editable && desk ? <Wizard key={desk.form.fields.length} application={application} desk={desk} /> : null}
      {editable ? null : <Progress application={application} />}
    </>
  );
}

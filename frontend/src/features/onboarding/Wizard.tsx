import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Popconfirm } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { SaveApplicationDocument, SubmitApplicationDocument } from "@/gql/gen/graphql";
import { accepted, Refused } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { formatInstant } from "@/lib/time";
import { FormBody } from "@/runtime/form/FormBody";
import { useConfiguredForm } from "@/runtime/form/useConfiguredForm";
import type { Values } from "@/runtime/form/formModel";
import { useErrorText } from "@/ui/errorText";
import { useMessages } from "@/ui/Messages";
import { Panel } from "@/ui/Panel";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { ONBOARDING, type Application, type Desk } from "./data";
import { formOf, withFiles } from "./filled";
import styles from "./Onboarding.module.css";

interface Props {
  readonly application: Application;
  readonly desk: Desk;
}

/** Errors of the last attempt, at their fields: the server's paths begin with the values they are about. */
function belowValues(error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  return new Refused(
    error.errors.map((each) => ({
      ...each,
      path: each.path?.[0] === "values" ? each.path.slice(1) : (each.path ?? null),
    })),
  );
}

/** The type's form in its steps; kept as a draft at any time, sent when it is whole. */
export function Wizard({ application, desk }: Props) {
  const { t } = useTranslation("onboarding");
  const queryClient = useQueryClient();
  const messages = useMessages();
  const errorText = useErrorText();
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const config = useMemo(() => formOf(desk), [desk]);
  const record = useMemo(() => withFiles(desk.values, desk.files), [desk]);
  const form = useConfiguredForm(config, Object.keys(desk.values as object).length ? record : undefined);
  const { place } = form;
  const { problems } = application;
  useEffect(() => {
    if (problems.length) place(new Refused(problems));
    // Only what the bank said, once: what is typed afterwards clears it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const keep = async (): Promise<void> => {
    const values = form.model.settle(form.antd.getFieldsValue(true) as Values).input;
    accepted(
      (await execute(SaveApplicationDocument, { input: { applicationId: application.id, values } })).saveApplication,
    );
    form.markClean();
    setSavedAt(new Date().toISOString());
  };
  const failed = (error: unknown) => {
    form.place(belowValues(error));
    if (!(error instanceof Refused)) messages.error(errorText(error));
  };
  const save = useMutation({ mutationFn: keep, onError: failed });
  const submit = useMutation({
    mutationFn: async () => {
      await keep();
      accepted(
        (await execute(SubmitApplicationDocument, { input: { applicationId: application.id } })).submitApplication,
      );
    },
    onSuccess: () => {
      messages.success(t("wizard.submitted"));
      void queryClient.invalidateQueries({ queryKey: [ONBOARDING] });
    },
    onError: failed,
  });
  const send = async () => {
    if (await form.settle()) submit.mutate();
  };
  const busy = save.isPending || submit.isPending;
  return (
    <Panel
      title={t(application.kind === "ONBOARDING" ? "wizard.title" : "wizard.changeTitle")}
      hint={t("wizard.hint")}
      extra={
        <span className={styles["save"]}>
          {savedAt ? (
            <span className={styles["soft"]}>{t("wizard.savedAt", { at: formatInstant(savedAt) })}</span>
          ) : null}
          <Button loading={save.isPending} disabled={busy} onClick={() => save.mutate()}>
            {t("wizard.save")}
          </Button>
        </span>
      }
    >
      <UnsavedGuard dirty={form.dirty} />
      {problems.length ? <Problems application={application} /> : null}
      <FormBody form={form} error={belowValues(submit.error ?? save.error)} onSubmit={() => void send()}>
        <div className={styles["foot"]}>
          <Popconfirm title={t("wizard.submitAsk")} okText={t("wizard.submit")} onConfirm={() => void send()}>
            <Button type="primary" loading={submit.isPending} disabled={busy}>
              {t("wizard.submit")}
            </Button>
          </Popconfirm>
        </div>
      </FormBody>
    </Panel>
  );
}

function Problems({ application }: { application: Application }) {
  const { t } = useTranslation("onboarding");
  return (
    <Alert
      type="warning"
      showIcon
      className={styles["problems"] ?? ""}
      title={t("wizard.problems", { count: application.problems.length })}
      description={
        <ul className={styles["reasons"]}>
          {application.problems.map((problem) => (
            <li key={problem.id}>
              <strong>{problem.label}</strong> {problem.message}
            </li>
          ))}
        </ul>
      }
    />
  );
}

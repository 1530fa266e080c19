import { useMutation } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Form } from "@/config/types";
import { TryFormDocument } from "@/gql/gen/graphql";
import { encodeAll } from "@/lib/codecs";
import { Refused } from "@/lib/errors";
import { execute } from "@/lib/execute";
import type { WireRecord } from "@/lib/values";
import { FormBody } from "@/runtime/form/FormBody";
import type { Values } from "@/runtime/form/formModel";
import { useConfiguredForm } from "@/runtime/form/useConfiguredForm";
import { Failure } from "@/ui/Failure";
import type { PlainObject } from "../model/plain";
import styles from "../parts/Workbench.module.css";

interface Props {
  readonly form: Form;
  readonly definition: PlainObject;
  readonly disabled: boolean;
}
interface Attempt {
  readonly sent: WireRecord;
  /** Paths that were filled in and then hidden by a condition. */
  readonly dropped: readonly string[];
}

/** The form as its users get it, and what the server says to what they would send. */
export function TryForm({ form: config, definition, disabled }: Props) {
  const { t } = useTranslation("designer");
  const form = useConfiguredForm(config);
  const trial = useMutation({
    mutationFn: async ({ sent }: Attempt) => (await execute(TryFormDocument, { definition, values: sent })).tryForm,
    onSuccess: (problems) => {
      if (problems.length) form.place(new Refused(problems));
    },
  });
  const typed = () => form.antd.getFieldsValue(true) as Values;
  const attempt = async () => {
    const sent = await form.settle();
    if (sent) trial.mutate({ sent, dropped: form.model.settle(typed()).hidden });
  };
  // As a program would that knows nothing of the conditions: hidden values go along, nothing is checked before.
  const sendRaw = () =>
    trial.mutate({ sent: encodeAll(form.model.topFields(config), typed(), form.model.lookup), dropped: [] });
  return (
    <>
      <FormBody form={form} onSubmit={() => void attempt()}>
        <div className={styles["buttons"]}>
          <Button type="primary" disabled={disabled} loading={trial.isPending} onClick={() => void attempt()}>
            {t("try.send")}
          </Button>
          <Button disabled={disabled} loading={trial.isPending} onClick={sendRaw}>
            {t("try.raw")}
          </Button>
        </div>
      </FormBody>
      {trial.error ? <Failure small error={trial.error} /> : null}
      {trial.data && trial.variables ? <Result problems={trial.data} attempt={trial.variables} /> : null}
    </>
  );
}

interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

function Result({ problems, attempt }: { problems: readonly Problem[]; attempt: Attempt }) {
  const { t } = useTranslation("designer");
  return (
    <section className={styles["result"]} aria-label={t("try.result")} aria-live="polite">
      {problems.length ? (
        <Alert
          type="error"
          showIcon
          title={t("try.refused", { count: problems.length })}
          description={
            <ul className={styles["mistakes"]}>
              {problems.map(({ path, message }) => (
                <li key={`${path.join(".")} ${message}`}>
                  <code>{path.join(".")}</code> {message}
                </li>
              ))}
            </ul>
          }
        />
      ) : (
        <Alert type="success" showIcon title={t("try.taken")} />
      )}
      {attempt.dropped.length ? (
        <Alert type="info" showIcon title={t("try.dropped")} description={attempt.dropped.join(", ")} />
      ) : null}
      <div>
        <h4>{t("try.sent")}</h4>
        <pre translate="no" className={styles["json"]}>
          {JSON.stringify(attempt.sent, null, 2)}
        </pre>
      </div>
    </section>
  );
}

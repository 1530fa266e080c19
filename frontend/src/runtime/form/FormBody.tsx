import { Alert, Form } from "antd";
import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { OwnDictionaries } from "@/config/AppConfigContext";
import { Refused } from "@/lib/errors";
import { useErrorText } from "@/ui/errorText";
import type { Values } from "./formModel";
import { Sections } from "./Sections";
import { LiveFormContext } from "./useFieldState";
import type { ConfiguredForm } from "./useConfiguredForm";

interface Props {
  readonly form: ConfiguredForm;
  /** What the last attempt to send ended with. */
  readonly error?: unknown;
  readonly onSubmit: () => void;
  readonly children?: ReactNode;
}

/** The fields of a form in its layout. The buttons stand where the form stands: in a page, a drawer, a dialog. */
export function FormBody({ form, error, onSubmit, children }: Props) {
  const { config, antd, model, initial, rest } = form;
  const { t } = useTranslation();
  const errorText = useErrorText();
  const top = useMemo(() => model.topFields(config), [model, config]);
  const problems = error instanceof Refused ? rest.map((each) => each.message) : error ? [errorText(error)] : [];
  return (
    <OwnDictionaries dictionaries={config.dictionaries}>
      <LiveFormContext value={form.live}>
        <Form<Values>
          form={antd}
          layout="vertical"
          initialValues={initial}
          onFinish={onSubmit}
          scrollToFirstError
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSubmit();
          }}
        >
          {problems.length ? (
            <Alert
              role="alert"
              type="error"
              showIcon
              title={problems.join("\n")}
              style={{ marginBlockEnd: 16, whiteSpace: "pre-line" }}
            />
          ) : null}
          <Sections config={config} fields={top} model={model} antd={antd}>
            {children}
          </Sections>
          {/* Enter in a single-line field sends the form, as everywhere else. */}
          <button type="submit" hidden aria-label={t("common.submit")} />
        </Form>
      </LiveFormContext>
    </OwnDictionaries>
  );
}

import { Button, Collapse, Steps, Tabs, type FormInstance } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Field, Form as FormConfig } from "@/config/types";
import { Grid } from "./Grid";
import type { FormModel, Values } from "./formModel";
import { useShownSections, type ShownSection } from "./useShownSections";
import styles from "./Form.module.css";

interface Props {
  readonly config: FormConfig;
  readonly fields: readonly Field[];
  readonly model: FormModel;
  readonly antd: FormInstance<Values>;
  /** What follows the fields; of a form in steps, only its last step has it. */
  readonly children?: ReactNode;
}

/** Sections in the form's layout; one whose fields are all hidden is not there at all. */
export function Sections({ config, fields, model, antd, children }: Props) {
  const { loose, sections } = useShownSections(config, fields, model);
  const span = config.layout === "TWO_COLUMN" ? 12 : 24;
  const body = (section: ShownSection) => <Grid fields={section.fields} span={span} />;
  return (
    <>
      {loose.length ? <Grid fields={loose} span={span} /> : null}
      {config.layout === "STEPS" ? (
        <InSteps sections={sections} antd={antd} body={body}>
          {children}
        </InSteps>
      ) : config.layout === "TABS" ? (
        <Tabs
          items={sections.map((section) => ({
            key: section.key,
            label: section.title,
            forceRender: true,
            children: body(section),
          }))}
        />
      ) : (
        sections.map((section) => <Section key={section.key} section={section} body={body} />)
      )}
      {config.layout === "STEPS" ? null : children}
    </>
  );
}

interface BodyProps {
  readonly body: (section: ShownSection) => ReactNode;
}

function Section({ section, body }: { section: ShownSection } & BodyProps) {
  if (section.collapsed) {
    return (
      <Collapse
        ghost
        className={styles["section"] ?? ""}
        items={[{ key: section.key, label: section.title, forceRender: true, children: body(section) }]}
      />
    );
  }
  return (
    <section className={styles["section"]} aria-label={section.title}>
      <h2 className={styles["sectionTitle"]}>{section.title}</h2>
      {body(section)}
    </section>
  );
}

interface StepsProps extends BodyProps {
  readonly sections: readonly ShownSection[];
  readonly antd: FormInstance<Values>;
  readonly children?: ReactNode;
}

function InSteps({ sections, antd, body, children }: StepsProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const current = Math.min(at, sections.length - 1);
  const last = current === sections.length - 1;
  const next = async () => {
    const here = sections[current]?.fields.map((field) => field.key) ?? [];
    try {
      await antd.validateFields(here, { recursive: true });
      setAt(current + 1);
    } catch {
      // The fields show what is wrong; the step stays.
    }
  };
  return (
    <>
      <Steps
        className={styles["steps"] ?? ""}
        size="small"
        current={current}
        items={sections.map((section) => ({ key: section.key, title: section.title }))}
        onChange={(step) => (step < current ? setAt(step) : void next())}
      />
      {sections.map((section, index) => (
        // Every step stays mounted: its fields are checked and sent with the others.
        <div key={section.key} hidden={index !== current}>
          {body(section)}
        </div>
      ))}
      {last && current === 0 ? null : (
        <div className={styles["stepButtons"]}>
          {current > 0 ? <Button onClick={() => setAt(current - 1)}>{t("form.back")}</Button> : null}
          {last ? null : (
            <Button type="primary" onClick={() => void next()}>
              {t("form.next")}
            </Button>
          )}
        </div>
      )}
      {last ? children : null}
    </>
  );
}

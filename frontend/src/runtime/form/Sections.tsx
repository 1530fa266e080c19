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
}

/** Sections in the form's layout; one whose fields are all hidden is not there at all. */
export function Sections({ config, fields, model, antd }: Props) {
  const { loose, sections } = useShownSections(config, fields, model);
  const span = config.layout === "TWO_COLUMN" ? 12 : 24;
  const body = (section: ShownSection) => <Grid fields={section.fields} span={span} />;
  return (
    <>
      {loose.length ? <Grid fields={loose} span={span} /> : null}
      {config.layout === "STEPS" ? (
        <InSteps sections={sections} antd={antd} body={body} />
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

function InSteps({
  sections,
  antd,
  body,
}: { sections: readonly ShownSection[]; antd: FormInstance<Values> } & BodyProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const current = Math.min(at, sections.length - 1);
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
      <div style={{ display: "flex", gap: 8, marginBlockEnd: 16 }}>
        {current > 0 ? <Button onClick={() => setAt(current - 1)}>{t("form.back")}</Button> : null}
        {current < sections.length - 1 ? <Button onClick={() => void next()}>{t("form.next")}</Button> : null}
      </div>
    </>
  );
}

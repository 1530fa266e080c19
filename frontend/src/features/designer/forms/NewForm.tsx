import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Input, Radio, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary, usePagePath } from "@/config/AppConfigContext";
import type { CustomPage } from "@/config/types";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import { PageLink } from "@/ui/PageLink";
import { Panel } from "@/ui/Panel";
import { emptyForm } from "../model/formEdits";
import names from "../model/names.json";
import type { PlainObject } from "../model/plain";
import { VersionBadge } from "../parts/Versions";
import { formVersionsQuery } from "./data";
import { DesignForm } from "./DesignForm";
import type { FormStart } from "./useFormLife";
import styles from "./Designer.module.css";

const KEY = /^[a-z][a-z0-9_]{0,63}$/;
const EVERY = "$every";
const OTHER = "$other";

/** What a new form is for, before its first field. */
export function NewForm({ page }: { page: CustomPage }) {
  const { t } = useTranslation("designer");
  const uses = useDictionary("FormUse");
  const types = useDictionary("MerchantType");
  const pathOf = usePagePath();
  const ids = { use: useId(), type: useId(), zh: useId(), en: useId() };
  const [key, setKey] = useState(uses[0]?.value ?? "");
  const [type, setType] = useState<string | null>(types[0]?.value ?? null);
  const [name, setName] = useState({ zh: "", en: "" });
  const [copying, setCopying] = useState(true);
  const [start, setStart] = useState<FormStart | null>(null);
  const valid = KEY.test(key);
  const own = useQuery(formVersionsQuery(valid ? key : "", type));
  const general = useQuery({ ...formVersionsQuery(valid ? key : "", null), enabled: valid && type !== null });
  const existing = own.data?.find((each) => each.state !== "RETIRED") ?? null;
  const source = type === null ? undefined : general.data?.find((each) => each.state === "PUBLISHED");
  if (start) return <DesignForm page={page} start={start} opened={null} />;
  const begin = () =>
    setStart({
      key,
      merchantType: type,
      name: { zh: name.zh.trim(), en: name.en.trim() },
      definition: copying && source ? (source.definition as PlainObject) : emptyForm(names.section),
    });
  const openPath = existing ? pathOf("formDesigner", { id: existing.id }) : null;
  return (
    <>
      <ConfiguredHeader page={page} title={t("form.newTitle")} />
      <Panel style={{ maxInlineSize: 640 }}>
        <form
          className={styles["new"]}
          onSubmit={(event) => {
            event.preventDefault();
            begin();
          }}
        >
          <div className={styles["field"]}>
            <label htmlFor={ids.use}>{t("form.use")}</label>
            <Select
              id={ids.use}
              value={uses.some((use) => use.value === key) ? key : OTHER}
              options={[
                ...uses.map(({ value, label }) => ({ value, label })),
                { value: OTHER, label: t("form.otherUse") },
              ]}
              onChange={(next: string) => setKey(next === OTHER ? "" : next)}
            />
            {uses.some((use) => use.value === key) ? null : (
              <Input
                aria-label={t("form.useKey")}
                placeholder={t("form.useKey")}
                value={key}
                status={valid || key === "" ? "" : "error"}
                onChange={(event) => setKey(event.target.value)}
              />
            )}
            <small>{t("form.useHint")}</small>
          </div>
          <div className={styles["field"]}>
            <label htmlFor={ids.type}>{t("form.type")}</label>
            <Select
              id={ids.type}
              value={type ?? EVERY}
              options={[
                { value: EVERY, label: t("form.everyType") },
                ...types.map(({ value, label }) => ({ value, label })),
              ]}
              onChange={(next: string) => setType(next === EVERY ? null : next)}
            />
            <small>{t("form.typeHint")}</small>
          </div>
          {existing ? (
            <Alert
              type="info"
              showIcon
              title={t("form.exists")}
              description={
                <span className={styles["exists"]}>
                  <VersionBadge version={existing} />
                  {openPath ? <PageLink href={openPath}>{t("form.open")}</PageLink> : null}
                </span>
              }
            />
          ) : (
            <>
              <div className={styles["names"]}>
                <div className={styles["field"]}>
                  <label htmlFor={ids.zh}>{t("form.nameZh")}</label>
                  <Input
                    id={ids.zh}
                    value={name.zh}
                    onChange={(event) => setName({ ...name, zh: event.target.value })}
                  />
                </div>
                <div className={styles["field"]}>
                  <label htmlFor={ids.en}>{t("form.nameEn")}</label>
                  <Input
                    id={ids.en}
                    value={name.en}
                    onChange={(event) => setName({ ...name, en: event.target.value })}
                  />
                </div>
              </div>
              {source ? (
                <Radio.Group
                  aria-label={t("form.begin")}
                  value={copying}
                  options={[
                    { value: true, label: t("form.beginCopy", { number: source.version }) },
                    { value: false, label: t("form.beginEmpty") },
                  ]}
                  onChange={({ target }) => setCopying(target.value === true)}
                />
              ) : null}
              <div>
                <Button
                  type="primary"
                  htmlType="submit"
                  disabled={!valid || !name.zh.trim() || !name.en.trim() || own.isPending}
                >
                  {t("form.beginDesign")}
                </Button>
              </div>
            </>
          )}
        </form>
      </Panel>
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Alert, Tabs } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAppConfig, useDictionary, usePagePath } from "@/config/AppConfigContext";
import type { CustomPage } from "@/config/types";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import { usePreferences } from "@/theme/usePreferences";
import { PageLink } from "@/ui/PageLink";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { useHistory } from "../model/history";
import type { PlainObject } from "../model/plain";
import { DesignerContext, NO_MATERIALS, type Designer } from "../parts/DesignerContext";
import { EditorActions } from "../parts/EditorActions";
import { MistakeList } from "../parts/MistakeList";
import { SourceEditor } from "../parts/SourceEditor";
import { VersionBadge, Versions } from "../parts/Versions";
import { reveal } from "../parts/useOpened";
import { Workbench } from "../parts/Workbench";
import { materialsQuery, useFormPreview, type FormVersion } from "./data";
import { FormSettings } from "./FormSettings";
import { FormStage } from "./FormStage";
import { openingOf } from "./opening";
import { Outline } from "./Outline";
import { useFormLife, type EditedForm, type FormStart } from "./useFormLife";
import benchStyles from "../parts/Workbench.module.css";

interface Props {
  readonly page: CustomPage;
  readonly start: FormStart;
  readonly opened: FormVersion | null;
}

/** One form: its parts beside what it looks like. */
export function DesignForm({ page, start, opened }: Props) {
  const { t } = useTranslation("designer");
  const { dictionaries } = useAppConfig();
  const { locale } = usePreferences();
  const types = useDictionary("MerchantType");
  const uses = useDictionary("FormUse");
  const pathOf = usePagePath();
  const [showing, setShowing] = useState(false);
  const [target, setTarget] = useState<Designer["target"]>(null);
  const [tab, setTab] = useState("fields");
  const history = useHistory<EditedForm>({ name: start.name, definition: start.definition as PlainObject });
  const { name, definition } = history.now;
  const life = useFormLife(start, opened, history);
  const { draft, versions, otherDraft, readOnly, mayPublish } = life;
  const materials = useQuery(materialsQuery());
  const preview = useFormPreview(definition);
  const mistakes = preview.data?.mistakes.length ? preview.data.mistakes : life.refused;
  const fields = preview.data?.form?.fields;
  const { edit } = history;
  const { forgetRefused } = life;

  const designer: Designer = {
    root: definition,
    base: null,
    readOnly,
    mistakes,
    target,
    edit: (change, merge) => {
      forgetRefused();
      edit((now) => ({ ...now, definition: change(now.definition) }), merge);
    },
    pages: [],
    paths: [],
    materials: materials.data ?? NO_MATERIALS,
    dictionaries: useMemo(() => new Map(dictionaries.map((each) => [each.name, each.options])), [dictionaries]),
    rendered: (place) => fields?.find((field) => field.key === place.split(".").at(-1)),
  };
  const type = types.find((each) => each.value === start.merchantType)?.label ?? t("form.everyType");
  const use = uses.find((each) => each.value === start.key)?.label ?? start.key;
  const discard =
    draft?.state === "DRAFT"
      ? { label: t("discardDraft"), ask: t("discardAsk"), run: () => void life.withdraw(t("discarded")) }
      : draft?.state === "PUBLISHED" && start.merchantType !== null
        ? { label: t("form.withdraw"), ask: t("form.withdrawAsk"), run: () => void life.withdraw(t("form.withdrawn")) }
        : null;
  const go = (place: string) => {
    setTab(openingOf(place, definition) === null ? "settings" : "fields");
    setTarget((before) => ({ place, run: (before?.run ?? 0) + 1 }));
    reveal(place);
  };
  return (
    <DesignerContext value={designer}>
      <UnsavedGuard dirty={history.dirty} />
      <ConfiguredHeader
        page={page}
        title={(locale === "en" ? name.en : name.zh) || page.title}
        subtitle={`${use} · ${type}`}
        status={draft ? <VersionBadge version={draft} /> : null}
        actions={
          <EditorActions
            history={history}
            readOnly={readOnly}
            isNew={draft === null}
            mayPublish={mayPublish}
            canPublish={draft?.state === "DRAFT" || history.dirty || draft === null}
            wrong={mistakes.length > 0}
            saving={life.saving}
            publishing={life.publishing}
            publishAsk={t("form.publishAsk")}
            publishHint={t("form.publishHint")}
            onSave={() => void life.save()}
            onPublish={() => void life.publish()}
            onVersions={() => setShowing(true)}
            discard={mayPublish ? discard : null}
          />
        }
      />
      {otherDraft ? (
        <Alert
          type="info"
          showIcon
          title={t("form.otherDraft", { number: otherDraft.version })}
          action={<PageLink href={pathOf("formDesigner", { id: otherDraft.id }) ?? ""}>{t("form.openDraft")}</PageLink>}
          style={{ marginBlockEnd: 12 }}
        />
      ) : null}
      <Workbench
        editing={
          <>
            <MistakeList mistakes={mistakes} root={definition} onGo={go} />
            <Tabs
              className={benchStyles["tabs"] ?? ""}
              activeKey={tab}
              onChange={setTab}
              items={[
                {
                  key: "fields",
                  label: t("tab.fields"),
                  children: <Outline form="" />,
                },
                {
                  key: "settings",
                  label: t("tab.settings"),
                  children: (
                    <FormSettings
                      name={name}
                      onName={(next) => edit((now) => ({ ...now, name: next }), "name")}
                      use={use}
                      type={type}
                    />
                  ),
                },
                {
                  key: "source",
                  label: t("tab.source"),
                  children: (
                    <SourceEditor
                      label={t("tab.source")}
                      hint={t("source.formHint")}
                      value={definition}
                      readOnly={readOnly}
                      onApply={(next) => designer.edit(() => next)}
                    />
                  ),
                },
              ]}
            />
          </>
        }
        showing={<FormStage preview={preview} definition={definition} name={start.key} />}
      />
      <Versions
        open={showing}
        onClose={() => setShowing(false)}
        versions={versions.data ?? []}
        current={definition}
        definitionOf={async (id) => (versions.data?.find((each) => each.id === id)?.definition ?? {}) as PlainObject}
        canRestore={mayPublish && (!readOnly || draft?.state === "RETIRED")}
        restoring={life.saving || life.publishing}
        onRestore={(id) => void life.restore(id)}
      />
    </DesignerContext>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAppConfig } from "@/config/AppConfigContext";
import type { CustomPage, PageRef } from "@/config/types";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import { useMe } from "@/session/session";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { materialsQuery } from "../forms/data";
import { useHistory } from "../model/history";
import { placedMistakes, type Mistake } from "../model/mistakes";
import { patchBetween } from "../model/patch";
import type { PlainObject } from "../model/plain";
import { DesignerContext, NO_MATERIALS, type Designer, type PagePath } from "../parts/DesignerContext";
import { EditorActions } from "../parts/EditorActions";
import { MistakeList } from "../parts/MistakeList";
import { VersionBadge, Versions } from "../parts/Versions";
import { reveal } from "../parts/useOpened";
import { Workbench } from "../parts/Workbench";
import { previewOf, SHELL, usePagePreview, type Audience, type EditablePage, type OverlayVersion } from "./data";
import { opsOf } from "./opsOf";
import { PageStage } from "./PageStage";
import { PageTabs, tabOf } from "./PageTabs";
import { renderedField } from "./renderedField";
import { useOverlayLife } from "./useOverlayLife";

interface Props {
  readonly page: CustomPage;
  readonly audience: Audience;
  readonly edited: EditablePage;
  readonly pages: readonly EditablePage[];
  readonly role: string | null;
  readonly bar: ReactNode;
  readonly onReload: () => void;
  readonly base: PlainObject;
  readonly paths: readonly PagePath[];
  readonly opened: OverlayVersion | null;
  /** The page with the opened overlay on it. */
  readonly start: PlainObject;
  /** Why the opened overlay fits the page no longer. */
  readonly unfit: readonly Mistake[];
  readonly versions: readonly OverlayVersion[];
}

const SUBJECT = ["platform", "type", "page"];

/** One page: what an overlay changes of it beside what it looks like with that. */
export function EditPage(props: Props) {
  const { page, audience, edited, pages, role, bar, base, paths, opened, start, unfit, versions } = props;
  const { t } = useTranslation("designer");
  const { dictionaries } = useAppConfig();
  const mayReadForms = useMe()?.grants.includes("form.read") ?? false;
  const materials = useQuery({ ...materialsQuery(), enabled: mayReadForms });
  const history = useHistory<PlainObject>(start);
  const [showing, setShowing] = useState(false);
  const [tab, setTab] = useState<string | null>(null);
  const [target, setTarget] = useState<Designer["target"]>(null);
  const root = history.now;
  const ops = useMemo(() => patchBetween(base, root), [base, root]);
  const life = useOverlayLife(
    { audience, pageKey: edited.key, opened, versions, ops, onReload: props.onReload },
    history,
  );
  const preview = usePagePreview(audience, edited.key, ops, role);
  const found = useMemo(() => placedMistakes(preview.data?.mistakes ?? [], preview.ops), [preview.data, preview.ops]);
  const mistakes = found.length ? found : life.refused;
  const { dirty, edit } = history;
  const { forgetRefused } = life;
  const options = useMemo(() => new Map(dictionaries.map((each) => [each.name, each.options])), [dictionaries]);
  const refs = useMemo(
    () =>
      pages.flatMap(({ key, path, title, kind }): PageRef[] =>
        path && kind ? [{ key, path, title: title ?? key, kind }] : [],
      ),
    [pages],
  );
  const designer: Designer = {
    root,
    base,
    readOnly: !life.mayEdit,
    mistakes,
    target,
    edit: (change, merge) => {
      forgetRefused();
      edit(change, merge);
    },
    pages: pages.map(({ key, title }) => ({ value: key, label: title ?? key })),
    paths,
    materials: materials.data ?? NO_MATERIALS,
    dictionaries: options,
    rendered: (place) => renderedField(preview.data?.page ?? null, place),
  };
  const { draft, mayPublish } = life;
  const go = (place: string) => {
    setTab(tabOf(place));
    setTarget((before) => ({ place, run: (before?.run ?? 0) + 1 }));
    reveal(place);
  };
  const discard =
    draft?.state === "DRAFT"
      ? { label: t("discardDraft"), ask: t("discardAsk"), run: () => void life.withdraw(t("discarded")) }
      : draft?.state === "PUBLISHED"
        ? { label: t("page.withdraw"), ask: t("page.withdrawAsk"), run: () => void life.withdraw(t("page.withdrawn")) }
        : null;
  return (
    <DesignerContext value={designer}>
      <UnsavedGuard dirty={dirty} subject={SUBJECT} />
      <ConfiguredHeader
        page={page}
        title={edited.key === SHELL ? t("page.shell") : (edited.title ?? edited.key)}
        subtitle={t("page.changes", { count: ops.length })}
        status={draft ? <VersionBadge version={draft} /> : null}
        actions={
          <EditorActions
            history={history}
            readOnly={!life.mayEdit}
            mayPublish={mayPublish}
            canPublish={dirty || draft?.state === "DRAFT"}
            wrong={mistakes.length > 0}
            saving={life.saving}
            publishing={life.publishing}
            publishAsk={t("page.publishAsk")}
            publishHint={t("page.publishHint")}
            onSave={() => void life.save()}
            onPublish={() => void life.publish()}
            onVersions={() => setShowing(true)}
            discard={mayPublish ? discard : null}
          />
        }
      />
      {bar}
      {unfit.length ? (
        <Alert
          type="warning"
          showIcon
          title={t("page.unfit")}
          description={unfit.map((one) => `${one.place}: ${one.message}`).join("\n")}
          style={{ marginBlockEnd: 12, whiteSpace: "pre-line" }}
        />
      ) : null}
      <Workbench
        editing={
          <>
            <MistakeList mistakes={mistakes} root={root} onGo={go} />
            <PageTabs pageKey={edited.key} audience={audience} ops={ops} active={tab} onActive={setTab} />
          </>
        }
        showing={<PageStage preview={preview} pages={refs} options={options} role={role} />}
      />
      <Versions
        open={showing}
        onClose={() => setShowing(false)}
        versions={versions}
        current={root}
        definitionOf={async (id) => {
          const version = versions.find((each) => each.id === id) ?? null;
          const made = await previewOf(audience, edited.key, { ops: opsOf(version) }, null);
          return (made.definition ?? base) as PlainObject;
        }}
        canRestore={mayPublish && life.mayEdit}
        restoring={life.saving || life.publishing}
        onRestore={(id) => void life.restore(id)}
      />
    </DesignerContext>
  );
}

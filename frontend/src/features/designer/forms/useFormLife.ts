import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import { useMe } from "@/session/session";
import { useErrorText } from "@/ui/errorText";
import { useMessages } from "@/ui/Messages";
import { useGoTo } from "@/ui/PageLink";
import { withoutOrphans } from "../model/formEdits";
import type { Edited } from "../model/history";
import { mistakesIn, type Mistake } from "../model/mistakes";
import type { PlainObject } from "../model/plain";
import { formVersionsQuery, useFormCommands, type FormVersion } from "./data";

export interface FormStart {
  readonly key: string;
  readonly merchantType: string | null;
  readonly name: { readonly zh: string; readonly en: string };
  readonly definition: object;
}
export interface EditedForm {
  readonly name: FormStart["name"];
  readonly definition: PlainObject;
}
const NO_MISTAKES: readonly Mistake[] = [];

/** The versions of a form, and what becomes of the one that is edited: saved, published, thrown away, brought back. */
export function useFormLife(start: FormStart, opened: FormVersion | null, history: Edited<EditedForm>) {
  const { t } = useTranslation("designer");
  const messages = useMessages();
  const errorText = useErrorText();
  const pathOf = usePagePath();
  const goTo = useGoTo();
  const grants = useMe()?.grants ?? [];
  const [draft, setDraft] = useState(opened);
  const [refused, setRefused] = useState<readonly Mistake[]>(NO_MISTAKES);
  const versions = useQuery(formVersionsQuery(start.key, start.merchantType));
  const { save: saving, publish: publishing, withdraw: withdrawing } = useFormCommands();
  const drafted = versions.data?.find((each) => each.state === "DRAFT");
  const otherDraft = draft?.state !== "DRAFT" && drafted?.id !== draft?.id ? drafted : undefined;

  const fail = (error: unknown) => {
    setRefused(mistakesIn(error, "definition"));
    messages.error(errorText(error));
  };
  const open = (form: FormVersion | null) => {
    const path = form ? pathOf("formDesigner", { id: form.id }) : pathOf("forms");
    // The guard has to see that everything is saved before the page changes.
    if (path && form?.id !== opened?.id) setTimeout(() => goTo(path, { replace: true }));
  };
  const stored = async (): Promise<FormVersion | null> => {
    const { name, definition } = history.now;
    const form = await saving.mutateAsync({
      key: start.key,
      merchantType: start.merchantType,
      nameZh: name.zh,
      nameEn: name.en,
      definition: withoutOrphans(definition),
      expectedRevision: draft?.state === "DRAFT" ? draft.revision : null,
    });
    setRefused(NO_MISTAKES);
    if (form) setDraft(form);
    history.markSaved();
    return form ?? null;
  };

  return {
    draft,
    versions,
    otherDraft,
    refused,
    forgetRefused: () => setRefused(NO_MISTAKES),
    saving: saving.isPending,
    publishing: publishing.isPending,
    mayPublish: grants.includes("form.publish"),
    readOnly: !grants.includes("form.edit") || draft?.state === "RETIRED" || otherDraft !== undefined,
    save: async () => {
      try {
        const form = await stored();
        messages.success(t("saved"));
        open(form);
      } catch (error) {
        fail(error);
      }
    },
    publish: async () => {
      try {
        const form = history.dirty || draft?.state !== "DRAFT" ? await stored() : draft;
        if (!form) return;
        setDraft((await publishing.mutateAsync(form)) ?? null);
        messages.success(t("form.published"));
        open(form);
      } catch (error) {
        fail(error);
      }
    },
    withdraw: async (message: string) => {
      if (!draft) return;
      try {
        await withdrawing.mutateAsync(draft.id);
        history.markSaved();
        messages.success(message);
        open(versions.data?.find((each) => each.state === "PUBLISHED" && each.id !== draft.id) ?? null);
      } catch (error) {
        fail(error);
      }
    },
    restore: async (id: string) => {
      const old = versions.data?.find((each) => each.id === id);
      if (!old) return;
      try {
        const made = await saving.mutateAsync({
          key: start.key,
          merchantType: start.merchantType,
          nameZh: old.nameZh,
          nameEn: old.nameEn,
          definition: old.definition,
          expectedRevision: drafted?.revision ?? null,
        });
        if (made) await publishing.mutateAsync(made);
        history.markSaved();
        messages.success(t("versions.restored", { number: old.version }));
        open(made ?? null);
      } catch (error) {
        fail(error);
      }
    },
  };
}

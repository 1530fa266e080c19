import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/session/session";
import { useErrorText } from "@/ui/errorText";
import { useMessages } from "@/ui/Messages";
import type { Edited } from "../model/history";
import { mistakesIn, placedMistakes, type Mistake } from "../model/mistakes";
import type { Op } from "../model/patch";
import type { PlainObject } from "../model/plain";
import { overlayVersionsQuery, useOverlayCommands, type Audience, type OverlayVersion } from "./data";

const NO_MISTAKES: readonly Mistake[] = [];

interface Subject {
  readonly audience: Audience;
  readonly pageKey: string;
  readonly opened: OverlayVersion | null;
  readonly versions: readonly OverlayVersion[];
  readonly ops: readonly Op[];
  readonly onReload: () => void;
}

/** What becomes of an overlay: saved, published, taken back, an older one put in force again. */
export function useOverlayLife(subject: Subject, history: Edited<PlainObject>) {
  const { audience, pageKey, opened, versions, ops, onReload } = subject;
  const { t } = useTranslation("designer");
  const messages = useMessages();
  const errorText = useErrorText();
  const client = useQueryClient();
  const grants = useMe()?.grants ?? [];
  const { save: saving, publish: publishing, withdraw: withdrawing } = useOverlayCommands();
  const [draft, setDraft] = useState(opened);
  const [refused, setRefused] = useState<readonly Mistake[]>(NO_MISTAKES);
  const fail = (error: unknown) => {
    setRefused(placedMistakes(mistakesIn(error, "patch"), ops));
    messages.error(errorText(error));
  };
  const put = (patch: readonly Op[], revision: number | null) =>
    saving.mutateAsync({ ...audience, pageKey, patch: { ops: patch }, expectedRevision: revision });
  const stored = async (): Promise<OverlayVersion | null> => {
    const overlay = await put(ops, draft?.state === "DRAFT" ? draft.revision : null);
    setRefused(NO_MISTAKES);
    if (overlay) setDraft(overlay);
    history.markSaved();
    return overlay ?? null;
  };
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      fail(error);
    }
  };
  return {
    draft,
    refused,
    forgetRefused: () => setRefused(NO_MISTAKES),
    saving: saving.isPending,
    publishing: publishing.isPending,
    mayEdit: grants.includes("page.overlay_edit"),
    mayPublish: grants.includes("page.overlay_publish"),
    save: () =>
      attempt(async () => {
        await stored();
        messages.success(t("saved"));
      }),
    publish: () =>
      attempt(async () => {
        const overlay = history.dirty || draft?.state !== "DRAFT" ? await stored() : draft;
        if (!overlay) return;
        setDraft((await publishing.mutateAsync(overlay)) ?? null);
        messages.success(t("page.published"));
      }),
    withdraw: (message: string) =>
      attempt(async () => {
        if (!draft) return;
        await withdrawing.mutateAsync(draft.id);
        history.markSaved();
        messages.success(message);
        onReload();
      }),
    restore: (id: string) =>
      attempt(async () => {
        const old = versions.find((each) => each.id === id);
        if (!old) return;
        const fresh = await client.fetchQuery(overlayVersionsQuery(audience, pageKey));
        const current = fresh.find((each) => each.state === "DRAFT");
        const made = await saving.mutateAsync({
          ...audience,
          pageKey,
          patch: old.patch,
          expectedRevision: current?.revision ?? null,
        });
        if (made) await publishing.mutateAsync(made);
        history.markSaved();
        messages.success(t("versions.restored", { number: old.version }));
        onReload();
      }),
  };
}

import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldOf } from "@/config/types";
import { StartUploadDocument } from "@/gql/gen/graphql";
import type { HeldFile } from "@/lib/codecs";
import { accepted, isRetryable } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { formatBytes } from "@/lib/fileSize";
import { sendFile } from "@/lib/upload";
import { useErrorText } from "@/ui/errorText";

export interface Sending {
  readonly key: number;
  readonly file: File;
  readonly part: number;
  readonly error: string | null;
  readonly retryable: boolean;
}

let lastKey = 0;

async function upload(field: FieldOf<"UploadField">, file: File, onPart: (part: number) => void, signal: AbortSignal) {
  const input = { purpose: field.purpose, name: file.name, contentType: file.type, size: file.size };
  const { upload: ticket } = accepted((await execute(StartUploadDocument, { input }, { signal })).startUpload);
  if (!ticket) throw new Error("no ticket");
  await sendFile(ticket.url, file, onPart, signal);
  return ticket.token;
}

/** Files on their way: progress, what went wrong, another try. What arrived is handed over with its token. */
export function useUploads(
  field: FieldOf<"UploadField">,
  held: readonly HeldFile[],
  onFiles: (files: readonly HeldFile[]) => void,
) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const controllers = useRef(new Map<number, AbortController>());
  // Two files may arrive before the form renders again: each adds to what is held then.
  const latest = useRef({ held, onFiles });
  useEffect(() => {
    latest.current = { held, onFiles };
  }, [held, onFiles]);
  useEffect(() => {
    const open = controllers.current;
    return () => open.forEach((controller) => controller.abort());
  }, []);

  const change = (key: number, changes: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...changes } : each)));
  const drop = (key: number) => setSending((all) => all.filter((each) => each.key !== key));

  const problemOf = (file: File): string | null => {
    if (field.accept.length && !field.accept.includes(file.type)) return t("upload.wrongType");
    if (file.size > field.maxBytes) return t("upload.tooLarge", { max: formatBytes(field.maxBytes) });
    return file.size === 0 ? t("upload.empty") : null;
  };
  const run = async (key: number, file: File) => {
    const controller = new AbortController();
    controllers.current.set(key, controller);
    change(key, { part: 0, error: null, retryable: false });
    try {
      const token = await upload(field, file, (part) => change(key, { part }), controller.signal);
      drop(key);
      const all = [...latest.current.held, { token, name: file.name, bytes: file.size, mediaType: file.type }];
      latest.current = { ...latest.current, held: all };
      latest.current.onFiles(all);
    } catch (error) {
      if (!controller.signal.aborted) change(key, { error: errorText(error), retryable: isRetryable(error) });
    }
  };
  return {
    sending,
    add: (files: readonly File[]) => {
      for (const file of files) {
        lastKey += 1;
        const key = lastKey;
        const error = problemOf(file);
        setSending((all) => [...all, { key, file, part: 0, error, retryable: false }]);
        if (error === null) void run(key, file);
      }
    },
    retry: (key: number) => {
      const again = sending.find((each) => each.key === key);
      if (again) void run(key, again.file);
    },
    cancel: (key: number) => {
      controllers.current.get(key)?.abort();
      drop(key);
    },
  };
}

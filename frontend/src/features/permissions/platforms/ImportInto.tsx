import { useQuery } from "@tanstack/react-query";
import { Alert, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ImportIntoPlatformDocument, ImportPreviewDocument, type ImportPreviewQuery } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { usePreferences } from "@/theme/usePreferences";
import { DialogForm } from "@/ui/DialogForm";
import { Failure } from "@/ui/Failure";
import { Lines } from "@/ui/Lines";
import { useMessages } from "@/ui/Messages";
import { ReasonField } from "../fields";
import { usePlatform, type PlatformHead } from "../reading";
import { useVersioned } from "../useVersioned";
import type { PlatformFile } from "./document";
import { FilePick } from "./FilePick";
import styles from "../Permissions.module.css";

interface Props {
  readonly platform: PlatformHead;
  readonly onClose: () => void;
}
type Preview = ImportPreviewQuery["previewPlatformTemplateImport"];

/** Makes a platform what a file says, after showing what differs. */
export function ImportInto({ platform, onClose }: Props) {
  const { t } = useTranslation();
  const messages = useMessages();
  const versioned = useVersioned();
  const [file, setFile] = useState<PlatformFile | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ["read", "permissions", "importPreview", platform.id, file],
    queryFn: async ({ signal }) =>
      (await execute(ImportPreviewDocument, { template: platform.id, document: file?.document }, { signal }))
        .previewPlatformTemplateImport,
    enabled: file !== null,
    retry: false,
  });
  const send = async ({ reason }: { reason: string }) => {
    const input = {
      templateId: platform.id,
      document: file?.document,
      expectedVersion: platform.version,
      reason,
    };
    const saved = await versioned(async () =>
      accepted((await execute(ImportIntoPlatformDocument, { input })).importIntoPlatformTemplate),
    );
    messages.success(t(saved.changeRequest ? "platforms.sentToReview" : "platforms.imported"));
  };
  return (
    <DialogForm<{ reason: string }>
      title={t("platforms.importIntoOf", { name: platform.name })}
      okText={t(platform.audience === "BANK" ? "permissions.sendToReview" : "platforms.importInto")}
      disabled={!data || isSame(data)}
      width={560}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item>
        <FilePick file={file} onFile={setFile} />
      </Form.Item>
      {file && error ? <Failure small error={error} onRetry={() => void refetch()} /> : null}
      {file && !error ? data ? <Preview preview={data} file={file} platform={platform} /> : <Lines rows={3} /> : null}
      {data && !isSame(data) ? <ReasonField /> : null}
    </DialogForm>
  );
}

function isSame(preview: Preview): boolean {
  const { changesHead, ...lists } = preview;
  return !changesHead && Object.values(lists).every((list) => !Array.isArray(list) || list.length === 0);
}

function Preview({ preview, file, platform }: { preview: Preview; file: PlatformFile; platform: PlatformHead }) {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const { data: now } = usePlatform(platform.id);
  const known = new Map([...(now?.nodes ?? []), ...(now?.roles ?? [])].map((each) => [each.code, each.name]));
  const nameOf = (code: string) => file.names.get(code)?.[locale === "en" ? "en" : "zh"] ?? known.get(code) ?? code;
  const names = (codes: readonly string[]) => codes.map(nameOf).join(t("permissions.comma"));
  if (isSame(preview)) return <Alert type="info" showIcon title={t("platforms.same")} />;
  const parts = [
    { key: "nodesAdded", codes: preview.nodesAdded },
    { key: "nodesRemoved", codes: preview.nodesRemoved },
    { key: "nodesChanged", codes: preview.nodesChanged },
    { key: "rolesAdded", codes: preview.rolesAdded },
    { key: "rolesRemoved", codes: preview.rolesRemoved },
  ] as const;
  return (
    <div className={styles["difference"]}>
      {platform.audience === "BANK" ? <Alert type="info" showIcon title={t("permissions.reviewed")} /> : null}
      {preview.changesHead ? <p>{t("platforms.changesHead")}</p> : null}
      {parts.map(({ key, codes }) =>
        codes.length ? (
          <section key={key}>
            <h3 className={styles["changesTitle"]}>{t(`platforms.${key}`, { count: codes.length })}</h3>
            <p>{names(codes)}</p>
          </section>
        ) : null,
      )}
      {preview.rolesChanged.length ? (
        <section>
          <h3 className={styles["changesTitle"]}>
            {t("platforms.rolesChanged", { count: preview.rolesChanged.length })}
          </h3>
          <ul className={styles["changes"]}>
            {preview.rolesChanged.map((role) => (
              <li key={role.code}>
                <span>
                  <strong>{nameOf(role.code)}</strong>{" "}
                  {[
                    role.renamed ? t("platforms.renamed") : "",
                    role.gains.length ? t("platforms.gains", { names: names(role.gains) }) : "",
                    role.loses.length ? t("platforms.loses", { names: names(role.loses) }) : "",
                  ]
                    .filter(Boolean)
                    .join(" ")}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

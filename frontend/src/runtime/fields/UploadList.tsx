import { DeleteOutlined, PaperClipOutlined, ReloadOutlined } from "@ant-design/icons";
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import type { HeldFile } from "@/lib/codecs";
import { formatBytes } from "@/lib/fileSize";
import type { Sending } from "./useUploads";
import styles from "./Upload.module.css";

interface Props {
  readonly files: readonly HeldFile[];
  readonly sending: readonly Sending[];
  readonly disabled: boolean;
  readonly onRemove: (token: string) => void;
  readonly onCancel: (key: number) => void;
  readonly onRetry: (key: number) => void;
}

export function UploadList({ files, sending, disabled, onRemove, onCancel, onRetry }: Props) {
  const { t } = useTranslation();
  if (files.length + sending.length === 0) return null;
  return (
    <ul className={styles["list"]}>
      {files.map((file) => (
        <li key={file.token} className={styles["item"]}>
          <PaperClipOutlined aria-hidden />
          {file.url ? (
            <a href={file.url} target="_blank" rel="noopener noreferrer" className={styles["name"]}>
              {file.name}
            </a>
          ) : (
            <span className={styles["name"]}>{file.name}</span>
          )}
          <span className={styles["size"]}>{file.bytes === undefined ? "" : formatBytes(file.bytes)}</span>
          {disabled ? null : (
            <Button
              type="text"
              size="small"
              aria-label={t("upload.remove", { name: file.name })}
              icon={<DeleteOutlined aria-hidden />}
              onClick={() => onRemove(file.token)}
            />
          )}
        </li>
      ))}
      {sending.map((each) => (
        <li key={each.key} className={styles["item"]} data-failed={each.error !== null}>
          <PaperClipOutlined aria-hidden />
          <span className={styles["name"]}>{each.file.name}</span>
          {each.error === null ? (
            <Progress
              aria-label={each.file.name}
              percent={Math.floor(each.part * 100)}
              size="small"
              className={styles["progress"] ?? ""}
            />
          ) : (
            <span role="alert" className={styles["error"]}>
              {each.error}
            </span>
          )}
          {each.retryable ? (
            <Button
              type="text"
              size="small"
              aria-label={t("upload.retry", { name: each.file.name })}
              icon={<ReloadOutlined aria-hidden />}
              onClick={() => onRetry(each.key)}
            />
          ) : null}
          <Button
            type="text"
            size="small"
            aria-label={t("upload.remove", { name: each.file.name })}
            icon={<DeleteOutlined aria-hidden />}
            onClick={() => onCancel(each.key)}
          />
        </li>
      ))}
    </ul>
  );
}

import { InboxOutlined } from "@ant-design/icons";
import { Checkbox, Input, Upload } from "antd";
import { useTranslation } from "react-i18next";
import type { FieldOf } from "@/config/types";
import type { HeldDocument, HeldFile } from "@/lib/codecs";
import { formatBytes } from "@/lib/fileSize";
import type { ControlProps } from "./controlProps";
import { DateControl } from "./DateControl";
import { UploadList } from "./UploadList";
import { useUploads } from "./useUploads";
import styles from "./Upload.module.css";

type UploadField = FieldOf<"UploadField">;

function shortType(mediaType: string): string {
  return (mediaType.split("/")[1] ?? mediaType).replace(
    "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsx",
  );
}

interface FilesProps extends Omit<ControlProps<UploadField>, "value" | "onChange"> {
  readonly files: readonly HeldFile[];
  readonly onFiles: (files: readonly HeldFile[]) => void;
}

function Files({ field, files, onFiles, disabled = false, id }: FilesProps) {
  const { t } = useTranslation();
  const { sending, add, retry, cancel } = useUploads(field, files, onFiles);
  const room = field.maxFiles - files.length - sending.length;
  const limits = t("upload.limits", {
    types: field.accept.map(shortType).join(" / "),
    size: formatBytes(field.maxBytes),
    count: field.maxFiles,
  });
  return (
    <div className={styles["control"]}>
      {disabled || room <= 0 ? null : (
        <Upload.Dragger
          {...(id ? { id } : {})}
          accept={field.accept.join(",")}
          multiple={field.maxFiles > 1}
          showUploadList={false}
          beforeUpload={(file, all) => {
            if (file === all[0]) add(all.slice(0, room));
            return Upload.LIST_IGNORE;
          }}
        >
          <span className={styles["drop"]}>
            <InboxOutlined aria-hidden />
            <span>{t("upload.drop")}</span>
            <small className={styles["size"]}>{limits}</small>
          </span>
        </Upload.Dragger>
      )}
      <UploadList
        files={files}
        sending={sending}
        disabled={disabled}
        onRemove={(token) => onFiles(files.filter((file) => file.token !== token))}
        onCancel={cancel}
        onRetry={retry}
      />
    </div>
  );
}

function expiryField(field: UploadField): FieldOf<"DateField"> {
  const {
    __typename: _,
    purpose: _p,
    accept: _a,
    maxBytes: _b,
    maxFiles: _f,
    expiry: _e,
    longTerm: _l,
    ...base
  } = field;
  return {
    ...base,
    __typename: "DateField",
    kind: "DATE",
    notBefore: "today",
    notAfter: null,
    instants: false,
    placeholder: null,
  };
}

/** Files, or a document: files with a number and the day it expires on. */
export function UploadControl({ field, value, onChange, ...rest }: ControlProps<UploadField>) {
  const { t } = useTranslation();
  if (field.kind !== "DOCUMENT") {
    return (
      <Files
        field={field}
        {...rest}
        files={(value as HeldFile[] | undefined) ?? []}
        onFiles={(files) => onChange?.(files.length ? files : undefined)}
      />
    );
  }
  const held: HeldDocument = (value as HeldDocument | undefined) ?? { files: [] };
  const set = (changes: Partial<HeldDocument>) => onChange?.({ ...held, ...changes });
  return (
    <div className={styles["document"]}>
      <Files field={field} {...rest} files={held.files} onFiles={(files) => set({ files })} />
      <div className={styles["facts"]}>
        <Input
          aria-label={t("upload.number")}
          placeholder={t("upload.number")}
          maxLength={100}
          disabled={rest.disabled ?? false}
          value={held.number ?? ""}
          onChange={(event) => set({ number: event.target.value })}
        />
        {field.expiry === "NONE" ? null : (
          <DateControl
            field={{ ...expiryField(field), placeholder: t("upload.expiresOn") }}
            disabled={(rest.disabled ?? false) || held.longTerm === true}
            value={held.expiresOn ?? undefined}
            onChange={(day) => set({ expiresOn: (day as string | undefined) ?? null })}
          />
        )}
        {field.longTerm ? (
          <Checkbox
            disabled={rest.disabled ?? false}
            checked={held.longTerm === true}
            onChange={(event) =>
              set({ longTerm: event.target.checked, ...(event.target.checked ? { expiresOn: null } : {}) })
            }
          >
            {t("upload.longTerm")}
          </Checkbox>
        ) : null}
      </div>
    </div>
  );
}

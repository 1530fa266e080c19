import { PaperClipOutlined } from "@ant-design/icons";
import { Image } from "antd";
import { formatBytes } from "@/lib/fileSize";
import styles from "./Cell.module.css";

interface StoredFile {
  readonly name?: string;
  readonly url?: string;
  readonly bytes?: number;
  readonly expiresOn?: string | null;
}

export function FileLinks({ value, image }: { value: unknown; image: boolean }) {
  const files = (Array.isArray(value) ? value : [value]) as StoredFile[];
  return (
    <span className={styles["files"]}>
      {files.map((file) =>
        image && file.url ? (
          <Image
            key={file.url}
            src={file.url}
            alt={file.name ?? ""}
            width={48}
            height={48}
            style={{ objectFit: "cover" }}
          />
        ) : (
          <a key={file.url ?? file.name} href={file.url} target="_blank" rel="noopener noreferrer">
            <PaperClipOutlined aria-hidden /> {file.name}
            {file.bytes === undefined ? null : ` (${formatBytes(file.bytes)})`}
          </a>
        ),
      )}
    </span>
  );
}

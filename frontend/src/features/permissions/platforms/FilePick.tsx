import { UploadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePreferences } from "@/theme/usePreferences";
import { MOST_BYTES, readPlatformFile, type PlatformFile } from "./document";
import styles from "../Permissions.module.css";

interface Props {
  readonly file: PlatformFile | null;
  readonly onFile: (file: PlatformFile | null) => void;
}

/** Chooses a file that holds a platform, and says what is in it. */
export function FilePick({ file, onFile }: Props) {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (chosen: File) => {
    const found = chosen.size <= MOST_BYTES ? readPlatformFile(chosen.name, await chosen.text()) : null;
    setProblem(found ? null : t("platforms.notAFile", { name: chosen.name }));
    onFile(found);
  };
  return (
    <div className={styles["file"]}>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        // A form of antd's shows every file input, also a hidden one.
        style={{ display: "none" }}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) void take(chosen);
          target.value = "";
        }}
      />
      <Button icon={<UploadOutlined />} onClick={() => input.current?.click()}>
        {t(file ? "platforms.otherFile" : "platforms.pickFile")}
      </Button>
      {file ? (
        <span>
          {t("platforms.inFile", {
            name: locale === "en" ? file.title.en : file.title.zh,
            nodes: file.nodes,
            roles: file.roles,
          })}
        </span>
      ) : null}
      {problem ? (
        <span role="alert" className={styles["problem"]}>
          {problem}
        </span>
      ) : null}
    </div>
  );
}

import { InfoCircleOutlined, MinusOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { EditedNode } from "./reading";
import styles from "./Permissions.module.css";

interface Props {
  readonly node: EditedNode;
  readonly search: string;
  /** What the change that is not saved would do to it. */
  readonly mark: "given" | "taken" | null;
  readonly onRead?: () => void;
}

/** The name with the part that was searched for standing out. */
function Found({ text, search }: { text: string; search: string }) {
  const needle = search.trim().toLowerCase();
  const at = needle ? text.toLowerCase().indexOf(needle) : -1;
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark className={styles["found"]}>{text.slice(at, at + needle.length)}</mark>
      {text.slice(at + needle.length)}
    </>
  );
}

export function NodeTitle({ node, search, mark, onRead }: Props) {
  const { t } = useTranslation();
  return (
    <span className={styles["node"]} data-mark={mark ?? undefined}>
      <span>
        <Found text={node.name} search={search} />
      </span>
      <span className={styles["kind"]}>{t(`permissions.kind.${node.kind}`)}</span>
      {search ? (
        <code className={styles["code"]}>
          <Found text={node.code} search={search} />
        </code>
      ) : null}
      {mark ? (
        <span className={styles["mark"]}>
          {mark === "given" ? <PlusOutlined aria-hidden /> : <MinusOutlined aria-hidden />}
          {t(`permissions.${mark}`)}
        </span>
      ) : null}
      {onRead ? (
        <Button
          type="text"
          size="small"
          icon={<InfoCircleOutlined />}
          aria-label={t("permissions.facts")}
          title={t("permissions.facts")}
          onClick={(event) => {
            event.stopPropagation();
            onRead();
          }}
        />
      ) : null}
    </span>
  );
}

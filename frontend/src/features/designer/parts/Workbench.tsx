import { Segmented } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMedia } from "@/ui/useMedia";
import styles from "./Workbench.module.css";

interface Props {
  readonly editing: ReactNode;
  readonly showing: ReactNode;
}

/** What is edited beside what comes of it; where there is no room for both, one after the other. */
export function Workbench({ editing, showing }: Props) {
  const { t } = useTranslation("designer");
  const roomy = useMedia("(min-width: 1200px)");
  const [side, setSide] = useState<"edit" | "show">("edit");
  // One tree for both, so that a window made narrower loses nothing that was typed on either side.
  return (
    <div className={roomy ? styles["bench"] : styles["single"]}>
      {roomy ? null : (
        <Segmented<"edit" | "show">
          block
          aria-label={t("side.label")}
          value={side}
          options={[
            { value: "edit", label: t("side.edit") },
            { value: "show", label: t("side.show") },
          ]}
          onChange={setSide}
        />
      )}
      <div className={styles["editing"]} hidden={!roomy && side !== "edit"}>
        {editing}
      </div>
      <div className={styles["showing"]} hidden={!roomy && side !== "show"}>
        {showing}
      </div>
    </div>
  );
}

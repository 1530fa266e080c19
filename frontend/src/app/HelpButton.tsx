import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Dropdown, Modal, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCurrentHelp } from "@/config/currentHelp";
import { tours } from "@/pages/tours";
import { Kbd } from "@/ui/Kbd";
import styles from "./CommandPalette.module.css";

const SHORTCUTS = [
  ["Ctrl K", "help.search"],
  ["Ctrl Enter", "help.send"],
  ["Esc", "help.close"],
] as const;

/** Help for the page that is open: its tour, its article, and the keys that work everywhere. */
export function HelpButton() {
  const { t } = useTranslation();
  const help = useCurrentHelp();
  const [keys, setKeys] = useState(false);
  const tour = help?.tourKey ? tours[help.tourKey] : undefined;
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            ...(tour ? [{ key: "tour", label: t("help.tour") }] : []),
            ...(help?.articleUrl
              ? [
                  {
                    key: "article",
                    label: (
                      <a href={help.articleUrl} target="_blank" rel="noopener noreferrer">
                        {t("help.article")}
                      </a>
                    ),
                  },
                ]
              : []),
            { key: "keys", label: t("help.keys") },
          ],
          onClick: ({ key }) => {
            if (key === "keys") setKeys(true);
            if (key === "tour") tour?.();
          },
        }}
      >
        <Tooltip title={t("help.title")}>
          <Button type="text" aria-label={t("help.title")} icon={<QuestionCircleOutlined />} />
        </Tooltip>
      </Dropdown>
      <Modal open={keys} title={t("help.keys")} footer={null} onCancel={() => setKeys(false)} width={400}>
        <ul className={styles["hits"]}>
          {SHORTCUTS.map(([key, text]) => (
            <li key={key} className={styles["hit"]}>
              {t(text)}
              <span className={styles["detail"]}>
                <Kbd>{key}</Kbd>
              </span>
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
}

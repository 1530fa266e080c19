import { RightOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { Panel } from "@/ui/Panel";
import { StatusBadge } from "@/ui/StatusBadge";
import { statusOf } from "./AudienceBar";
import { SHELL, type EditablePage } from "./data";
import styles from "./Gallery.module.css";

interface Props {
  readonly pages: readonly EditablePage[];
  readonly onChoose: (key: string) => void;
}

/** All pages of an audience by menu, with what was made of each. */
export function Gallery({ pages, onChoose }: Props) {
  const { t } = useTranslation("designer");
  const menuOf = (page: EditablePage) => (page.key === SHELL ? t("page.frame") : (page.menu ?? t("page.others")));
  const menus = [...new Set(pages.map(menuOf))];
  return (
    <div className={styles["gallery"]}>
      {menus.map((menu) => (
        <Panel key={menu} title={menu} flush>
          <ul className={styles["pages"]}>
            {pages
              .filter((page) => menuOf(page) === menu)
              .map((page) => (
                <li key={page.key}>
                  <button type="button" className={styles["page"]} onClick={() => onChoose(page.key)}>
                    <span className={styles["name"]}>
                      {page.key === SHELL ? t("page.shell") : (page.title ?? page.key)}
                    </span>
                    <span className={styles["kind"]}>{page.kind ? t(`page.kind.${page.kind}`) : null}</span>
                    {page.draftVersion || page.publishedVersion ? (
                      <StatusBadge tone={page.draftVersion ? "WARNING" : "SUCCESS"} label={statusOf(page, t)} />
                    ) : null}
                    <RightOutlined aria-hidden className={styles["arrow"] ?? ""} />
                  </button>
                </li>
              ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}

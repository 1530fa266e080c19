import { FullscreenOutlined } from "@ant-design/icons";
import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { NavItem, Option, PageRef } from "@/config/types";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { iconOf } from "@/ui/Icon";
import { Lines } from "@/ui/Lines";
import { Panel } from "@/ui/Panel";
import { useReachable } from "@/ui/useReachable";
import { useLastGood } from "../parts/useLastGood";
import { PagePreview } from "../parts/PagePreview";
import type { usePagePreview } from "./data";
import styles from "../parts/Workbench.module.css";

interface Props {
  readonly preview: ReturnType<typeof usePagePreview>;
  readonly pages: readonly PageRef[];
  readonly options: ReadonlyMap<string, readonly Option[]>;
  readonly role: string | null;
}

/** The page as its users will see it. While something is wrong the last one that worked stays in sight. */
export function PageStage({ preview, pages, options, role }: Props) {
  const { t } = useTranslation("designer");
  const stage = useReachable<HTMLElement>();
  const { data, error, refetch, isPending } = preview;
  const [large, setLarge] = useState(false);
  const stale = (data?.mistakes.length ?? 0) > 0;
  const shown = useLastGood(stale ? null : data);
  return (
    <Panel
      title={t("tab.preview")}
      extra={
        shown?.page ? (
          <Button size="small" icon={<FullscreenOutlined />} onClick={() => setLarge(true)}>
            {t("preview.large")}
          </Button>
        ) : null
      }
      hint={t(shown?.navigation ? "preview.menus" : role ? "preview.asRole" : "preview.asEverybody")}
    >
      {error && !data ? (
        <Failure small error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Lines rows={8} />
      ) : (
        <section ref={stage} className={styles["stage"]} data-stale={stale} aria-label={t("tab.preview")}>
          {shown?.navigation ? (
            <Menus items={shown.navigation} />
          ) : shown?.page ? (
            <div className={styles["shrunk"]}>
              <PagePreview page={shown.page} pages={pages} options={options} />
            </div>
          ) : (
            <EmptyState
              title={t(stale ? "preview.none" : "preview.closed")}
              body={t(stale ? "preview.noneHint" : "preview.closedHint")}
            />
          )}
        </section>
      )}
      <Modal
        open={large}
        title={t("tab.preview")}
        footer={null}
        width="min(1280px, 96vw)"
        onCancel={() => setLarge(false)}
        destroyOnHidden
      >
        {shown?.page ? (
          <div className={styles["stage"]}>
            <PagePreview page={shown.page} pages={pages} options={options} />
          </div>
        ) : null}
      </Modal>
    </Panel>
  );
}

function Menus({ items, parent = null }: { items: readonly NavItem[]; parent?: string | null }) {
  const own = items.filter((item) => (item.parentKey ?? null) === parent).toSorted((a, b) => a.order - b.order);
  if (own.length === 0) return null;
  return (
    <ul className={parent === null ? styles["nav"] : ""}>
      {own.map((item) => (
        <li key={item.key}>
          <span className={styles["entry"]}>
            {iconOf(item.icon)} {item.label}
          </span>
          <Menus items={items} parent={item.key} />
        </li>
      ))}
    </ul>
  );
}

import { ArrowRightOutlined, SearchOutlined } from "@ant-design/icons";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Input, Modal, Spin } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAppConfig, useFeature, usePagePath } from "@/config/AppConfigContext";
import { GlobalSearchDocument } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { Kbd } from "@/ui/Kbd";
import { useGoTo } from "@/ui/PageLink";
import { useDebounced } from "@/ui/useDebounced";
import styles from "./CommandPalette.module.css";

interface Hit {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly href: string;
}
const TYPING_MS = 200;
const SHORTEST = 2;

/** Pages first, they are known at once; records as the server finds them. */
function useHits(text: string, open: boolean): { hits: readonly Hit[]; loading: boolean } {
  const { t } = useTranslation();
  const app = useAppConfig();
  const pathOf = usePagePath();
  const canSearch = useFeature("GLOBAL_SEARCH");
  const wanted = useDebounced(text.trim(), TYPING_MS);
  const enabled = open && canSearch && wanted.length >= SHORTEST;
  const { data, isFetching } = useQuery({
    queryKey: ["globalSearch", wanted],
    queryFn: async ({ signal }) => (await execute(GlobalSearchDocument, { text: wanted }, { signal })).globalSearch,
    enabled,
    placeholderData: keepPreviousData,
  });
  const needle = text.trim().toLowerCase();
  const pages = [
    ...app.pages.filter((page) => !page.path.includes(":")),
    { key: "$account", title: t("account.title"), path: "/account" },
  ]
    .filter((page) => page.title.toLowerCase().includes(needle))
    .map((page) => ({ key: page.key, title: page.title, detail: t("palette.page"), href: page.path }));
  const records = (enabled ? (data ?? []) : []).flatMap((hit) => {
    const href = pathOf(hit.pageKey, { id: hit.id });
    return href
      ? [{ key: hit.id, title: hit.title, detail: [hit.kindLabel, hit.subtitle].filter(Boolean).join(" · "), href }]
      : [];
  });
  return { hits: [...pages.slice(0, records.length ? 5 : 10), ...records], loading: enabled && isFetching };
}

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function PaletteDialog({ open, onClose }: Props) {
  return (
    <Modal
      open={open}
      footer={null}
      closable={false}
      width={600}
      destroyOnHidden
      onCancel={onClose}
      styles={{ container: { padding: 0 } }}
      style={{ top: 80 }}
    >
      <Finder open={open} onClose={onClose} />
    </Modal>
  );
}

function Finder({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { hits, loading } = useHits(text, open);
  const goTo = useGoTo();
  const list = useId();
  const current = Math.min(at, hits.length - 1);
  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    goTo(hit.href);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((current + step + hits.length) % Math.max(hits.length, 1));
    } else if (event.key === "Enter") choose(hits[current]);
  };
  return (
    <>
      <Input
        onKeyDown={onKeyDown}
        autoFocus
        size="large"
        variant="borderless"
        className={styles["input"] ?? ""}
        prefix={<SearchOutlined aria-hidden />}
        suffix={loading ? <Spin size="small" /> : <Kbd>Esc</Kbd>}
        placeholder={t("palette.placeholder")}
        aria-label={t("palette.open")}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={hits[current] ? `${list}-${current}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
      />
      <div id={list} role="listbox" aria-label={t("palette.open")} className={styles["hits"]}>
        {hits.map((hit, index) => (
          // The keyboard stays in the field above and moves the selection from there (WAI-ARIA combobox).
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={hit.key}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={styles["hit"]}
            onMouseEnter={() => setAt(index)}
            onClick={() => choose(hit)}
          >
            <span className={styles["title"]}>{hit.title}</span>
            <span className={styles["detail"]}>{hit.detail}</span>
            <ArrowRightOutlined aria-hidden />
          </div>
        ))}
      </div>
      {hits.length === 0 && !loading ? <p className={styles["none"]}>{t("palette.nothing", { text })}</p> : null}
    </>
  );
}

import { MenuFoldOutlined, MenuUnfoldOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Layout } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFeature } from "@/config/AppConfigContext";
import { Kbd } from "@/ui/Kbd";
import { LanguageButton, ThemeButton } from "@/ui/PreferenceButtons";
import { useMedium, useNarrow } from "@/ui/useMedia";
import { DownloadCentre } from "./DownloadCentre";
import { HelpButton } from "./HelpButton";
import { NoticeBell } from "./NoticeBell";
import { PlaceSwitch } from "./PlaceSwitch";
import { UserMenu } from "./UserMenu";
import styles from "./Shell.module.css";

interface Props {
  readonly collapsed: boolean;
  readonly onMenu: () => void;
  readonly onSearch: () => void;
}

export function Header({ collapsed, onMenu, onSearch }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const medium = useMedium();
  const exports = useFeature("EXPORTS");
  const notices = useFeature("NOTICES");
  const [downloads, setDownloads] = useState<boolean | null>(null);
  return (
    <Layout.Header className={styles["header"] ?? ""}>
      <Button
        type="text"
        aria-label={t("shell.menu")}
        icon={collapsed ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
        onClick={onMenu}
      />
      <PlaceSwitch />
      <div className={styles["right"]}>
        <Button
          className={styles["search"] ?? ""}
          data-tour="search"
          type={narrow ? "text" : "default"}
          {...(medium ? { "aria-label": t("palette.open") } : {})}
          onClick={onSearch}
        >
          <SearchOutlined aria-hidden />
          <span>{t("palette.short")}</span>
          <Kbd>Ctrl K</Kbd>
        </Button>
        {exports ? <DownloadCentre open={downloads} onOpen={setDownloads} /> : null}
        {notices ? <NoticeBell onFiles={() => setDownloads(true)} /> : null}
        <HelpButton />
        {narrow ? null : (
          <>
            <LanguageButton />
            <ThemeButton />
          </>
        )}
        <UserMenu />
      </div>
    </Layout.Header>
  );
}

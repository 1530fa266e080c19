import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { Layout } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { AppConfigProvider } from "@/config/AppConfigContext";
import { offered } from "@/config/offered";
import { appConfigQuery } from "@/config/queries";
import { setPreferences } from "@/lib/preferences";
import { StepUpGate } from "@/app/StepUpGate";
import { usePreferences } from "@/theme/usePreferences";
import { Brand } from "@/ui/Brand";
import { Failure } from "@/ui/Failure";
import { MessagesProvider } from "@/ui/Messages";
import { useMedium } from "@/ui/useMedia";
import { CommandPalette } from "./CommandPalette";
import { Header } from "./Header";
import { LockScreen } from "./LockScreen";
import { Nav } from "./Nav";
import { PreviewBar } from "./PreviewBar";
import { RevisionWatch } from "./RevisionWatch";
import { ShellSkeleton } from "./ShellSkeleton";
import styles from "./Shell.module.css";

const NavDrawer = lazy(async () => ({ default: (await import("./NavDrawer")).NavDrawer }));
const SIDER_WIDTH = 224;
const COLLAPSED_WIDTH = 64;

/** The frame around every page of a platform. */
export function Shell() {
  const { locale } = usePreferences();
  const { data: app, error, refetch } = useQuery({ ...appConfigQuery(locale), select: offered });
  if (error && !app) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!app) return <ShellSkeleton />;
  return (
    <MessagesProvider>
      <AppConfigProvider app={app}>
        <StepUpGate>
          <LockScreen>
            <Frame title={app.templateLabel} />
          </LockScreen>
          <RevisionWatch revision={app.revision} />
        </StepUpGate>
      </AppConfigProvider>
    </MessagesProvider>
  );
}

function Frame({ title }: { title: string }) {
  const { t } = useTranslation();
  const medium = useMedium();
  const { siderCollapsed } = usePreferences();
  const [menuOpen, setMenuOpen] = useState<boolean | null>(null);
  const [searching, setSearching] = useState(false);
  const brand = (
    <div className={styles["brand"]}>
      <Brand compact={siderCollapsed && !medium} name={title} />
    </div>
  );
  return (
    <Layout className={styles["shell"] ?? ""} hasSider={!medium}>
      <a href="#page" className={styles["skip"]}>
        {t("shell.skip")}
      </a>
      {medium ? (
        <Suspense>
          {menuOpen === null ? null : <NavDrawer open={menuOpen} title={title} onClose={() => setMenuOpen(false)} />}
        </Suspense>
      ) : (
        <Layout.Sider
          width={SIDER_WIDTH}
          collapsedWidth={COLLAPSED_WIDTH}
          collapsed={siderCollapsed}
          className={styles["sider"] ?? ""}
          theme="light"
        >
          {brand}
          <Nav collapsed={siderCollapsed} />
        </Layout.Sider>
      )}
      <Layout>
        <Header
          onMenu={() => (medium ? setMenuOpen(true) : setPreferences({ siderCollapsed: !siderCollapsed }))}
          onSearch={() => setSearching(true)}
          collapsed={medium || siderCollapsed}
        />
        <PreviewBar />
        <Layout.Content id="page" tabIndex={-1} className={styles["content"] ?? ""}>
          <Outlet />
        </Layout.Content>
      </Layout>
      <CommandPalette open={searching} onOpen={setSearching} />
    </Layout>
  );
}

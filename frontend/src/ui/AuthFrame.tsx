import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Brand } from "@/ui/Brand";
import { LanguageButton, ThemeButton } from "@/ui/PreferenceButtons";
import { useTitle } from "@/ui/useTitle";
import styles from "./Auth.module.css";

/** The frame of everything before the shell: the name of the house on one side, the form on the other. */
export function AuthFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  useTitle(t("app.name"));
  return (
    <div className={styles["page"]}>
      <aside className={styles["side"]} aria-hidden="true">
        <div className={styles["pitch"]}>
          <p className={styles["claim"]}>{t("signIn.claim")}</p>
          <p>{t("signIn.promise")}</p>
        </div>
        <CardsDrawing />
      </aside>
      <main className={styles["main"]}>
        <div className={styles["tools"]}>
          <LanguageButton />
          <ThemeButton />
        </div>
        <div className={styles["box"]}>
          <Brand />
          {children}
        </div>
        <footer className={styles["foot"]}>{t("signIn.foot")}</footer>
      </main>
    </div>
  );
}

function CardsDrawing() {
  return (
    <svg viewBox="0 0 360 240" className={styles["drawing"]} focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="1.5">
        <rect x="96" y="24" width="216" height="136" rx="16" className={styles["card"]} opacity=".45" />
        <rect x="72" y="52" width="216" height="136" rx="16" className={styles["card"]} opacity=".7" />
        <rect x="48" y="80" width="216" height="136" rx="16" className={styles["card"]} />
        <path d="M48 116h216M72 184h60M72 160h36" strokeLinecap="round" />
        <circle cx="226" cy="180" r="13" />
        <circle cx="244" cy="180" r="13" />
      </g>
    </svg>
  );
}

import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./PageHeader.module.css";

export interface Crumb {
  readonly label: string;
  readonly node?: ReactNode;
}
interface Props {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly subtitle?: ReactNode;
  readonly status?: ReactNode;
  readonly actions?: ReactNode;
}

const NO_CRUMBS: readonly Crumb[] = [];

export function PageHeader({ title, crumbs = NO_CRUMBS, subtitle, status, actions }: Props) {
  const { t } = useTranslation();
  return (
    <header className={styles["header"]}>
      {crumbs.length > 1 ? (
        <nav aria-label={t("shell.crumbs")} className={styles["crumbs"]}>
          {crumbs.map((crumb, index) => (
            <Fragment key={crumb.label}>
              {index > 0 ? <span aria-hidden="true">/</span> : null}
              {crumb.node ?? crumb.label}
            </Fragment>
          ))}
        </nav>
      ) : null}
      <div className={styles["row"]}>
        <div className={styles["titles"]}>
          <h1 className={styles["title"]}>{title}</h1>
          {status}
          {subtitle ? <span className={styles["subtitle"]}>{subtitle}</span> : null}
        </div>
        {actions ? <div className={styles["actions"]}>{actions}</div> : null}
      </div>
    </header>
  );
}

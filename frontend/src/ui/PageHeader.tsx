import { Breadcrumb, Typography } from "antd";
import type { ReactNode } from "react";
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
  return (
    <header className={styles["header"]}>
      {crumbs.length > 1 ? (
        <Breadcrumb items={crumbs.map((crumb) => ({ key: crumb.label, title: crumb.node ?? crumb.label }))} />
      ) : null}
      <div className={styles["row"]}>
        <div className={styles["titles"]}>
          <Typography.Title level={1} className={styles["title"] ?? ""}>
            {title}
          </Typography.Title>
          {status}
          {subtitle ? <span className={styles["subtitle"]}>{subtitle}</span> : null}
        </div>
        {actions ? <div className={styles["actions"]}>{actions}</div> : null}
      </div>
    </header>
  );
}

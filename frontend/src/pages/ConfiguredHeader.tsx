import type { ReactNode } from "react";
import { usePagePath } from "@/config/AppConfigContext";
import type { PageHead } from "@/config/types";
import { PageHeader } from "@/ui/PageHeader";
import { PageLink } from "@/ui/PageLink";

interface Props {
  readonly page: PageHead;
  readonly title?: string;
  readonly subtitle?: ReactNode;
  readonly status?: ReactNode;
  readonly actions?: ReactNode;
}

/** A page's head with its configured way back. */
export function ConfiguredHeader({ page, title, ...rest }: Props) {
  const pathOf = usePagePath();
  const crumbs = page.breadcrumb.map((crumb) => {
    const href = pathOf(crumb.pageKey);
    return { label: crumb.label, node: href ? <PageLink href={href}>{crumb.label}</PageLink> : crumb.label };
  });
  return <PageHeader title={title ?? page.title} crumbs={crumbs} {...rest} />;
}

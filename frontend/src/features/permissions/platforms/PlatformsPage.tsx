import { ImportOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary, usePagePath } from "@/config/AppConfigContext";
import type { CustomPage } from "@/config/types";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { PageLink, useGoTo } from "@/ui/PageLink";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { StatusBadge } from "@/ui/StatusBadge";
import { useMay, usePlatforms } from "../reading";
import { CreatePlatform } from "./PlatformDialogs";
import { ImportPlatform } from "./ImportPlatform";
import { PlatformActions } from "./PlatformActions";
import styles from "../Permissions.module.css";

/** All platforms: what kind of people each is for, and how much is in it. */
export function PlatformsPage({ page }: { page: CustomPage }) {
  const { t } = useTranslation();
  const goTo = useGoTo();
  const pathOf = usePagePath();
  const canEdit = useMay()("template.edit");
  const [asking, setAsking] = useState<"create" | "import" | null>(null);
  const { data, error, isPending, refetch } = usePlatforms();
  if (isPending) return <PageSkeleton />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const open = (id: string) => {
    const href = pathOf("platform", { id });
    if (href) goTo(href);
  };
  return (
    <>
      <ConfiguredHeader
        page={page}
        actions={
          canEdit ? (
            <>
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setAsking("create")}>
                {t("platforms.create")}
              </Button>
              <Button icon={<ImportOutlined />} onClick={() => setAsking("import")}>
                {t("platforms.import")}
              </Button>
            </>
          ) : undefined
        }
      />
      {data.length === 0 ? (
        <EmptyState title={t("platforms.none")} />
      ) : (
        <ul className={styles["platforms"]} data-tour="platforms">
          {data.map((platform) => (
            <PlatformCard key={platform.id} platform={platform} />
          ))}
        </ul>
      )}
      {asking === "create" ? <CreatePlatform onMade={open} onClose={() => setAsking(null)} /> : null}
      {asking === "import" ? <ImportPlatform onMade={open} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

function PlatformCard({ platform }: { platform: NonNullable<ReturnType<typeof usePlatforms>["data"]>[number] }) {
  const { t } = useTranslation();
  const pathOf = usePagePath();
  const href = pathOf("platform", platform);
  const audiences = useDictionary("PlatformAudience");
  const statuses = useDictionary("PlatformStatus");
  const factors = useDictionary("SecondFactorPolicy");
  const status = statuses.find((each) => each.value === platform.status);
  const label = (options: typeof audiences, value: string) =>
    options.find((each) => each.value === value)?.label ?? value;
  const facts = [
    { key: "audience", label: t("platforms.audience"), value: label(audiences, platform.audience) },
    { key: "roles", label: t("platforms.roles"), value: platform.roleCount },
    ...(platform.memberCount === undefined
      ? []
      : [{ key: "members", label: t("platforms.members"), value: platform.memberCount }]),
    { key: "factor", label: t("platforms.secondFactor"), value: label(factors, platform.secondFactor) },
    { key: "idle", label: t("platforms.idle"), value: t("platforms.minutes", { count: platform.idleMinutes }) },
  ];
  return (
    <li className={styles["platform"]}>
      <div className={styles["platformHead"]}>
        <div>
          <h2 className={styles["platformName"]}>
            {href ? <PageLink href={href}>{platform.name}</PageLink> : platform.name}
          </h2>
          <code className={styles["code"]}>{platform.code}</code>
        </div>
        <StatusBadge label={status?.label ?? platform.status} tone={status?.tone} />
      </div>
      <dl className={styles["platformFacts"]}>
        {facts.map((fact) => (
          <div key={fact.key}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles["platformActions"]}>
        {href ? (
          <PageLink href={href} className={styles["openPlatform"] ?? ""}>
            {t("platforms.open")}
          </PageLink>
        ) : null}
        <PlatformActions platform={platform} compact />
      </div>
    </li>
  );
}

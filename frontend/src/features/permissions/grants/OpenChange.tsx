import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import { OpenChangeDocument } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { formatInstant } from "@/lib/time";
import { PageLink } from "@/ui/PageLink";
import { useMay, type EditedRole } from "../reading";
import styles from "../Permissions.module.css";

interface Props {
  readonly role: EditedRole;
  /** Changes of this platform wait for a second person. */
  readonly reviewed: boolean;
  readonly onWaiting: (waiting: boolean) => void;
}

/** A change of the role that waits: until it is decided no other one is taken. */
export function OpenChange({ role, reviewed, onWaiting }: Props) {
  const { t } = useTranslation();
  const pathOf = usePagePath();
  const canRead = useMay()("change.read");
  const { data } = useQuery({
    queryKey: ["read", "permissions", "openChange", role.id],
    queryFn: async ({ signal }) =>
      (await execute(OpenChangeDocument, { target: role.id }, { signal })).changeRequests?.nodes[0] ?? null,
    enabled: reviewed && canRead,
  });
  const waiting = Boolean(data);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    onWaiting(waiting);
    // Whoever has just submitted stands somewhere below; the reason why nothing can be ticked is up here.
    if (waiting) box.current?.scrollIntoView({ block: "nearest" });
    return () => onWaiting(false);
  }, [waiting, onWaiting]);
  if (!data) return null;
  const href = pathOf("change", data);
  return (
    <div ref={box} className={styles["waiting"]}>
      <Alert
        type="warning"
        showIcon
        title={t("permissions.waiting", {
          who: data.maker?.displayName ?? t("detail.system"),
          time: formatInstant(data.createdAt),
        })}
        {...(href ? { action: <PageLink href={href}>{t("permissions.toChange")}</PageLink> } : {})}
      />
    </div>
  );
}

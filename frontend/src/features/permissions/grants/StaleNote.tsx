import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { EditedNode } from "../reading";
import { isEmpty, type Difference } from "../tree";

interface Props {
  /** What somebody else has saved meanwhile. */
  readonly theirs: Difference;
  readonly nodes: ReadonlyMap<string, EditedNode>;
  readonly onClose: () => void;
}

/** Somebody else was faster: what he changed, and that nothing that was ticked here is lost. */
export function StaleNote({ theirs, nodes, onClose }: Props) {
  const { t } = useTranslation();
  const names = (ids: ReadonlySet<string>) =>
    [...ids].flatMap((id) => nodes.get(id)?.name ?? []).join(t("permissions.comma"));
  const parts = [
    theirs.add.size ? t("permissions.theyGave", { names: names(theirs.add) }) : "",
    theirs.remove.size ? t("permissions.theyTook", { names: names(theirs.remove) }) : "",
    isEmpty(theirs) ? t("permissions.theyRenamed") : "",
  ];
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      title={t("permissions.stale")}
      description={parts.filter(Boolean).join(" ")}
      closable={{ onClose }}
    />
  );
}

import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { PruneNodeDocument, PrunePreviewDocument, type PrunePreviewQuery } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { DialogForm } from "@/ui/DialogForm";
import { Failure } from "@/ui/Failure";
import { Lines } from "@/ui/Lines";
import { Affected } from "../Affected";
import { ReasonField } from "../fields";
import type { EditedNode, Platform } from "../reading";
import type { Shape } from "../tree";
import { useVersioned } from "../useVersioned";
import styles from "../Permissions.module.css";

interface Props {
  readonly platform: Platform;
  readonly shape: Shape;
  readonly nodes: ReadonlyMap<string, EditedNode>;
  readonly node: EditedNode;
  readonly onPruned: () => void;
  readonly onClose: () => void;
}
type Preview = PrunePreviewQuery["previewPrunePermissionNode"];
const SHOWN_MEMBERS = 200;

/** Removes a node with all below it, after showing which roles and people lose what. */
export function PruneNode({ platform, shape, nodes, node, onPruned, onClose }: Props) {
  const { t } = useTranslation();
  const versioned = useVersioned();
  const variables = { template: platform.id, node: node.id };
  const { data, error, refetch } = useQuery({
    queryKey: ["read", "permissions", "prunePreview", variables],
    queryFn: async ({ signal }) =>
      (await execute(PrunePreviewDocument, variables, { signal })).previewPrunePermissionNode,
    staleTime: 0,
  });
  const send = async ({ reason }: { reason: string }) => {
    const input = { templateId: platform.id, nodeId: node.id, expectedVersion: platform.version, reason };
    await versioned(async () => accepted((await execute(PruneNodeDocument, { input })).prunePermissionNode));
    onPruned();
  };
  return (
    <DialogForm<{ reason: string }>
      title={t("permissions.pruneNode", { name: node.name })}
      okText={t("permissions.delete")}
      danger
      disabled={!data}
      width={560}
      onSend={send}
      onClose={onClose}
    >
      {error ? (
        <Failure small error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Losses preview={data} shape={shape} nodes={nodes} />
      ) : (
        <Lines rows={4} />
      )}
      <ReasonField />
    </DialogForm>
  );
}

function Losses({ preview, shape, nodes }: Pick<Props, "shape" | "nodes"> & { preview: Preview }) {
  const { t } = useTranslation();
  const inOrder = shape.order.flatMap((id) => nodes.get(id) ?? []);
  const names = (codes: readonly string[]) =>
    inOrder.flatMap((each) => (codes.includes(each.code) ? each.name : [])).join(t("permissions.comma"));
  const tokens = preview.roles.reduce((sum, role) => sum + role.tokenCount, 0);
  return (
    <div className={styles["difference"]}>
      <Alert
        type="warning"
        showIcon
        title={t("permissions.pruneWhat", { count: preview.codes.length })}
        description={names(preview.codes)}
      />
      <section>
        <h3 className={styles["changesTitle"]}>{t("permissions.pruneRoles", { count: preview.roles.length })}</h3>
        <ul className={styles["changes"]}>
          {preview.roles.map((role) => (
            <li key={role.id}>
              <span>
                <strong>{role.name}</strong> {names(role.loses)}
              </span>
              <span className={styles["soft"]}>{t("permissions.people", { count: role.memberCount })}</span>
            </li>
          ))}
        </ul>
        {tokens ? <p className={styles["soft"]}>{t("permissions.pruneTokens", { count: tokens })}</p> : null}
      </section>
      <Affected
        title={t("permissions.affected")}
        count={preview.members.length}
        members={preview.members}
        more={preview.members.length >= SHOWN_MEMBERS}
      />
    </div>
  );
}

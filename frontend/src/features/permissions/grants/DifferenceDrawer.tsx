import { UndoOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Drawer, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RoleGrantsPreviewDocument } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { useErrorText } from "@/ui/errorText";
import { Failure } from "@/ui/Failure";
import { Lines } from "@/ui/Lines";
import { Affected } from "../Affected";
import type { EditedNode, EditedRole } from "../reading";
import { ancestorsOf, type Difference, type Shape } from "../tree";
import styles from "../Permissions.module.css";

interface Props {
  readonly role: EditedRole;
  readonly shape: Shape;
  readonly nodes: ReadonlyMap<string, EditedNode>;
  readonly change: Difference;
  /** A second person has to agree. */
  readonly reviewed: boolean;
  readonly sending: { readonly isPending: boolean; readonly error: unknown };
  readonly onUndo: (id: string) => void;
  readonly onSave: (reason: string) => void;
  readonly onClose: () => void;
}

const LONGEST_REASON = 500;

/** What a save would do and to whom, before it is done. */
export function DifferenceDrawer(props: Props) {
  const { role, change, reviewed, sending, onSave, onClose } = props;
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [reason, setReason] = useState("");
  const variables = { id: role.id, add: [...change.add], remove: [...change.remove] };
  const { data, error, refetch } = useQuery({
    queryKey: ["read", "permissions", "grantsPreview", variables],
    queryFn: async ({ signal }) => (await execute(RoleGrantsPreviewDocument, variables, { signal })).previewRoleGrants,
    staleTime: 0,
  });
  return (
    <Drawer
      open
      size={560}
      title={t("permissions.check", { role: role.name })}
      onClose={onClose}
      footer={
        <div className={styles["footer"]}>
          <Button onClick={onClose}>{t("permissions.back")}</Button>
          <Button type="primary" loading={sending.isPending} onClick={() => onSave(reason.trim())}>
            {t(reviewed ? "permissions.sendToReview" : "common.save")}
          </Button>
        </div>
      }
    >
      <div className={styles["difference"]}>
        {sending.error ? <Alert role="alert" type="error" showIcon title={errorText(sending.error)} /> : null}
        {reviewed ? <Alert type="info" showIcon title={t("permissions.reviewed")} /> : null}
        <Changes {...props} ids={change.add} kind="given" />
        <Changes {...props} ids={change.remove} kind="taken" />
        {error ? (
          <Failure small error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <Affected
            title={t("permissions.affected")}
            count={data.memberCount}
            members={data.members}
            roleId={role.id}
          />
        ) : (
          <Lines rows={2} />
        )}
        <Form layout="vertical" onFinish={() => onSave(reason.trim())}>
          <Form.Item label={t("permissions.reason")} extra={t("permissions.reasonHint")} htmlFor="grant-reason">
            <Input.TextArea
              id="grant-reason"
              value={reason}
              maxLength={LONGEST_REASON}
              autoSize={{ minRows: 2, maxRows: 5 }}
              onChange={({ target }) => setReason(target.value)}
            />
          </Form.Item>
        </Form>
      </div>
    </Drawer>
  );
}

interface ChangesProps extends Props {
  readonly ids: ReadonlySet<string>;
  readonly kind: "given" | "taken";
}

function Changes({ shape, nodes, ids, kind, onUndo }: ChangesProps) {
  const { t } = useTranslation();
  const rows = shape.order.flatMap((id) => (ids.has(id) ? (nodes.get(id) ?? []) : []));
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className={styles["changesTitle"]} data-mark={kind}>
        {t(kind === "given" ? "permissions.givenCount" : "permissions.takenCount", { count: rows.length })}
      </h3>
      <ul className={styles["changes"]}>
        {rows.map((node) => (
          <li key={node.id}>
            <span>
              <span className={styles["soft"]}>
                {ancestorsOf(shape, node.id)
                  .toReversed()
                  .map((id) => `${nodes.get(id)?.name ?? id} / `)
                  .join("")}
              </span>
              {node.name}
            </span>
            <Button
              type="text"
              size="small"
              icon={<UndoOutlined />}
              aria-label={t("permissions.undo", { name: node.name })}
              title={t("permissions.undo", { name: node.name })}
              onClick={() => onUndo(node.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

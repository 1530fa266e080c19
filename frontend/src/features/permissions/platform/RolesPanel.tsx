import { DeleteOutlined, EditOutlined, PlusOutlined, TeamOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import { EmptyState } from "@/ui/EmptyState";
import { PageLink } from "@/ui/PageLink";
import { useMedium } from "@/ui/useMedia";
import { GrantPanel } from "../grants/GrantPanel";
import type { Drafts } from "../grants/useDraft";
import { useMay, type EditedNode, type EditedRole, type Platform } from "../reading";
import type { Difference, Shape } from "../tree";
import { DeleteRole, RoleForm } from "./RoleDialogs";
import styles from "../Permissions.module.css";

interface Props {
  readonly platform: Platform;
  readonly shape: Shape;
  readonly nodes: ReadonlyMap<string, EditedNode>;
  /** The one role of a page about one. */
  readonly only: EditedRole | null;
  readonly roleId: string | undefined;
  readonly onRole: (id: string | undefined) => void;
  readonly drafts: Drafts;
  readonly onDraft: (roleId: string, draft: Difference | null) => void;
}
type Asking = "create" | "edit" | "delete" | null;

/** The roles of a platform beside the tree of the one that is chosen. */
export function RolesPanel({ platform, shape, nodes, only, roleId, onRole, drafts, onDraft }: Props) {
  const { t } = useTranslation();
  const canEdit = useMay()("role.edit") && platform.status === "ACTIVE";
  const medium = useMedium();
  const [asking, setAsking] = useState<Asking>(null);
  const role = only ?? platform.roles.find((each) => each.id === roleId) ?? platform.roles[0];
  const create = canEdit && !only;
  const list = only ? null : medium ? (
    <div className={styles["rolePick"]}>
      <Select
        aria-label={t("permissions.roles")}
        value={role?.id ?? null}
        onChange={onRole}
        options={platform.roles.map((each) => ({ value: each.id, label: each.name }))}
      />
      {create ? (
        <Button icon={<PlusOutlined />} onClick={() => setAsking("create")} aria-label={t("permissions.newRole")} />
      ) : null}
    </div>
  ) : (
    <div className={styles["roles"]} data-tour="roles">
      <RoleList roles={platform.roles} chosen={role?.id} drafts={drafts} onRole={onRole} />
      {create ? (
        <Button block type="dashed" icon={<PlusOutlined />} onClick={() => setAsking("create")}>
          {t("permissions.newRole")}
        </Button>
      ) : null}
    </div>
  );
  return (
    <div className={styles["rolesPanel"]} data-only={only !== null}>
      {list}
      {role ? (
        <div className={styles["role"]}>
          <RoleHead role={role} canEdit={canEdit} onAsk={setAsking} />
          <GrantPanel
            key={role.id}
            platform={platform}
            role={role}
            shape={shape}
            nodes={nodes}
            draft={drafts[role.id]}
            onDraft={(draft) => onDraft(role.id, draft)}
          />
        </div>
      ) : (
        <EmptyState title={t("permissions.noRoles")} body={t("permissions.noRolesBody")} />
      )}
      {asking === "create" ? (
        <RoleForm platform={platform} edited={null} onMade={onRole} onClose={() => setAsking(null)} />
      ) : null}
      {asking === "edit" && role ? (
        <RoleForm platform={platform} edited={role} onMade={onRole} onClose={() => setAsking(null)} />
      ) : null}
      {asking === "delete" && role ? (
        <DeleteRole role={role} onDeleted={() => onRole(undefined)} onClose={() => setAsking(null)} />
      ) : null}
    </div>
  );
}

interface ListProps {
  readonly roles: readonly EditedRole[];
  readonly chosen: string | undefined;
  readonly drafts: Drafts;
  readonly onRole: (id: string) => void;
}

function RoleList({ roles, chosen, drafts, onRole }: ListProps) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("permissions.roles")} className={styles["roleList"]}>
      {roles.map((role) => (
        <button
          key={role.id}
          type="button"
          className={styles["roleItem"]}
          aria-current={role.id === chosen ? "true" : undefined}
          onClick={() => onRole(role.id)}
        >
          <span className={styles["roleName"]}>{role.name}</span>
          {role.memberCount === undefined ? null : (
            <span className={styles["soft"]}>{t("permissions.people", { count: role.memberCount })}</span>
          )}
          {drafts[role.id] ? <span className={styles["unsaved"]}>{t("permissions.unsavedMark")}</span> : null}
        </button>
      ))}
    </nav>
  );
}

interface HeadProps {
  readonly role: EditedRole;
  readonly canEdit: boolean;
  readonly onAsk: (what: Asking) => void;
}

function RoleHead({ role, canEdit, onAsk }: HeadProps) {
  const { t } = useTranslation();
  const members = usePagePath()("members");
  return (
    <header className={styles["roleHead"]}>
      <div>
        <h2 className={styles["roleTitle"]}>
          {role.name} <code className={styles["code"]}>{role.code}</code>
        </h2>
        {role.summary ? <p className={styles["soft"]}>{role.summary}</p> : null}
      </div>
      <div className={styles["roleActions"]}>
        {members ? (
          <PageLink href={`${members}?f.role=${encodeURIComponent(role.id)}`}>
            <TeamOutlined aria-hidden /> {t("permissions.members")}
          </PageLink>
        ) : null}
        {canEdit ? (
          <>
            <Button size="small" icon={<EditOutlined />} onClick={() => onAsk("edit")}>
              {t("permissions.edit")}
            </Button>
            <Button size="small" danger icon={<DeleteOutlined />} onClick={() => onAsk("delete")}>
              {t("permissions.delete")}
            </Button>
          </>
        ) : null}
      </div>
    </header>
  );
}

import { Alert, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { CreateRoleDocument, DeleteRoleDocument, UpdateRoleDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { DialogForm } from "@/ui/DialogForm";
import { CodeField, TextItem } from "../fields";
import type { EditedRole, Platform } from "../reading";
import { useVersioned } from "../useVersioned";

interface Values {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly description?: string;
  readonly descriptionEn?: string;
}
interface FormProps {
  readonly platform: Platform;
  /** The role to change; null for a new one. */
  readonly edited: EditedRole | null;
  readonly onMade: (id: string) => void;
  readonly onClose: () => void;
}
const LONGEST_TEXT = 500;

export function RoleForm({ platform, edited: role, onMade, onClose }: FormProps) {
  const { t } = useTranslation();
  const versioned = useVersioned();
  const send = async ({ code, nameZh, nameEn, description = "", descriptionEn = "" }: Values) => {
    const words = { nameZh, nameEn, description, descriptionEn };
    if (role) {
      const input = { ...words, roleId: role.id, expectedVersion: role.version };
      await versioned(async () => accepted((await execute(UpdateRoleDocument, { input })).updateRole));
      return;
    }
    const input = { ...words, templateId: platform.id, code };
    const made = await versioned(async () => accepted((await execute(CreateRoleDocument, { input })).createRole));
    if (made.role) onMade(made.role.id);
  };
  return (
    <DialogForm<Values>
      title={t(role ? "permissions.editRole" : "permissions.newRole")}
      okText={t("common.save")}
      {...(role ? { initial: role } : {})}
      onSend={send}
      onClose={onClose}
    >
      {role ? null : <CodeField />}
      <TextItem name="nameZh" label={t("permissions.nameZh")} />
      <TextItem name="nameEn" label={t("permissions.nameEn")} />
      <Form.Item name="description" label={t("permissions.descriptionZh")}>
        <Input.TextArea maxLength={LONGEST_TEXT} autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
      <Form.Item name="descriptionEn" label={t("permissions.descriptionEn")}>
        <Input.TextArea maxLength={LONGEST_TEXT} autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
    </DialogForm>
  );
}

interface DeleteProps {
  readonly role: EditedRole;
  readonly onDeleted: () => void;
  readonly onClose: () => void;
}

export function DeleteRole({ role, onDeleted, onClose }: DeleteProps) {
  const { t } = useTranslation();
  const versioned = useVersioned();
  const send = async () => {
    const input = { roleId: role.id, expectedVersion: role.version };
    await versioned(async () => accepted((await execute(DeleteRoleDocument, { input })).deleteRole));
    onDeleted();
  };
  return (
    <DialogForm
      title={t("permissions.deleteRole", { role: role.name })}
      okText={t("permissions.delete")}
      danger
      width={420}
      onSend={send}
      onClose={onClose}
    >
      {role.memberCount ? (
        <Alert type="warning" showIcon title={t("permissions.roleInUse", { count: role.memberCount })} />
      ) : (
        t("permissions.deleteRoleBody")
      )}
    </DialogForm>
  );
}

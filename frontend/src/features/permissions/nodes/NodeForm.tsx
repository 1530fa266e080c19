import { useQuery } from "@tanstack/react-query";
import { Form, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  KnownPermissionsDocument,
  SaveNodeDocument,
  type KnownPermissionsQuery,
  type PermissionNodeKind,
} from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { DialogForm } from "@/ui/DialogForm";
import { CodeField, TextItem } from "../fields";
import type { EditedNode, Platform } from "../reading";
import { useVersioned } from "../useVersioned";
import { kindsBelow } from "./kinds";

interface Values {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}
interface Props {
  readonly platform: Platform;
  readonly nodes: ReadonlyMap<string, EditedNode>;
  /** The node to change; null for a new one. */
  readonly node: EditedNode | null;
  readonly parent: EditedNode | null;
  readonly onMade: (id: string) => void;
  readonly onClose: () => void;
}
type Known = KnownPermissionsQuery["permissionCatalogue"][number];

/** Adds a node, which nobody holds yet, or renames one. What guards something is chosen from what the system knows. */
export function NodeForm({ platform, nodes, node, parent, onMade, onClose }: Props) {
  const { t } = useTranslation();
  const versioned = useVersioned();
  const [own, setOwn] = useState(parent === null);
  const [ownKind, setOwnKind] = useState<PermissionNodeKind>(
    kindsBelow(parent?.kind ?? null).includes("MENU") ? "MENU" : "PAGE",
  );
  const known = useQuery({
    queryKey: ["read", "permissions", "catalogue", platform.audience],
    queryFn: async ({ signal }) =>
      (await execute(KnownPermissionsDocument, { audience: platform.audience }, { signal })).permissionCatalogue,
    enabled: node === null,
  });
  const taken = new Set([...nodes.values()].map((each) => each.code));
  const offered = (known.data ?? []).filter(
    (each) => !taken.has(each.code) && kindsBelow(parent?.kind ?? null).includes(each.kind),
  );
  const send = async ({ code, nameZh, nameEn }: Values) => {
    const found = offered.find((each) => each.code === code);
    const guarded = node ?? (own ? null : found) ?? null;
    const input = {
      templateId: platform.id,
      nodeId: node?.id ?? null,
      code: node?.code ?? code,
      kind: guarded?.kind ?? ownKind,
      nameZh,
      nameEn,
      parentId: node ? null : (parent?.id ?? null),
      feature: guarded?.feature ?? null,
      gate: guarded?.gate ?? null,
      expectedVersion: platform.version,
    };
    const saved = await versioned(async () =>
      accepted((await execute(SaveNodeDocument, { input })).savePermissionNode),
    );
    if (saved.permissionNode) onMade(saved.permissionNode.id);
  };
  return (
    <DialogForm<Values>
      title={
        node
          ? t("permissions.editNode")
          : parent
            ? t("permissions.newUnder", { name: parent.name })
            : t("permissions.newTop")
      }
      okText={t("common.save")}
      {...(node ? { initial: node } : {})}
      onSend={send}
      onClose={onClose}
    >
      {node ? null : (
        <Form.Item>
          <Segmented
            block
            value={own ? "own" : "known"}
            onChange={(value) => setOwn(value === "own")}
            options={[
              { value: "known", label: t("permissions.knownNode") },
              { value: "own", label: t("permissions.ownNode") },
            ]}
          />
        </Form.Item>
      )}
      {node ? null : own ? (
        <>
          <Form.Item label={t("permissions.kindOf")}>
            <Segmented<PermissionNodeKind>
              value={ownKind}
              onChange={setOwnKind}
              options={(["MENU", "PAGE"] as const)
                .filter((kind) => kindsBelow(parent?.kind ?? null).includes(kind))
                .map((value) => ({ value, label: t(`permissions.kind.${value}`) }))}
            />
          </Form.Item>
          <CodeField />
        </>
      ) : (
        <KnownField offered={offered} loading={known.isPending} />
      )}
      <TextItem name="nameZh" label={t("permissions.nameZh")} />
      <TextItem name="nameEn" label={t("permissions.nameEn")} />
    </DialogForm>
  );
}

/** Something that the system asks permission for; choosing it fills in its names. */
function KnownField({ offered, loading }: { offered: readonly Known[]; loading: boolean }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Values>();
  return (
    <Form.Item
      name="code"
      label={t("permissions.known")}
      rules={[{ required: true, message: t("permissions.knownRule") }]}
    >
      <Select
        loading={loading}
        showSearch={{ optionFilterProp: "label" }}
        notFoundContent={t("permissions.nothingKnown")}
        onChange={(code: string) => {
          const found = offered.find((each) => each.code === code);
          if (found) form.setFieldsValue({ nameZh: found.nameZh, nameEn: found.nameEn });
        }}
        options={offered.map((each) => ({
          value: each.code,
          label: `${each.name} · ${t(`permissions.kind.${each.kind}`)} · ${each.code}`,
        }))}
      />
    </Form.Item>
  );
}

import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { MoveNodeDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { DialogForm } from "@/ui/DialogForm";
import type { EditedNode, Platform } from "../reading";
import { ancestorsOf, subtreeOf, type Shape } from "../tree";
import { useVersioned } from "../useVersioned";
import { kindsBelow } from "./kinds";

interface Props {
  readonly platform: Platform;
  readonly shape: Shape;
  readonly nodes: ReadonlyMap<string, EditedNode>;
  readonly node: EditedNode;
  readonly onClose: () => void;
}
const TOP = "";

/** Puts a node with all below it at the end of another parent's children. */
export function MoveNode({ platform, shape, nodes, node, onClose }: Props) {
  const { t } = useTranslation();
  const versioned = useVersioned();
  const own = new Set(subtreeOf(shape, node.id));
  const places = shape.order.flatMap((id) => {
    const target = nodes.get(id);
    if (!target || own.has(id) || !kindsBelow(target.kind).includes(node.kind)) return [];
    const path = [...ancestorsOf(shape, id).toReversed(), id].map((each) => nodes.get(each)?.name ?? each);
    return [{ value: id, label: path.join(" / ") }];
  });
  const send = ({ parentId }: { parentId: string }) => {
    const parent = parentId === TOP ? null : parentId;
    const position = (shape.children.get(parent) ?? []).filter((id) => id !== node.id).length;
    const input = {
      templateId: platform.id,
      nodeId: node.id,
      parentId: parent,
      position,
      expectedVersion: platform.version,
    };
    return versioned(async () => accepted((await execute(MoveNodeDocument, { input })).movePermissionNode));
  };
  return (
    <DialogForm<{ parentId: string }>
      title={t("permissions.moveNode", { name: node.name })}
      okText={t("permissions.move")}
      initial={{ parentId: node.parent?.id ?? TOP }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="parentId" label={t("permissions.newParent")}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={[{ value: TOP, label: t("permissions.top") }, ...places]}
        />
      </Form.Item>
    </DialogForm>
  );
}

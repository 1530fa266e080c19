import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { EditedNode } from "../reading";
import type { Shape } from "../tree";
import { NodeFacts } from "./NodeFacts";
import type { DraftTree } from "./useDraft";

interface Props {
  readonly node: EditedNode;
  readonly nodes: ReadonlyMap<string, EditedNode>;
  readonly shape: Shape;
  readonly tree: DraftTree;
  readonly readOnly: boolean;
}

function standingOf(id: string, tree: DraftTree, shape: Shape): "held" | "whole" | "part" | "alone" | "none" {
  const below = shape.children.get(id) ?? [];
  const box = tree.boxes.get(id);
  if (box === "UNCHECKED") return "none";
  if (below.length === 0) return "held";
  if (box === "CHECKED") return "whole";
  return below.some((child) => tree.boxes.get(child) !== "UNCHECKED") ? "part" : "alone";
}

/** What a box does, in words; and what it cannot do: to give a page without what stands below it. */
export function GrantFacts({ node, nodes, shape, tree, readOnly }: Props) {
  const { t } = useTranslation();
  const standing = standingOf(node.id, tree, shape);
  const parent = shape.children.has(node.id);
  const whole = tree.boxes.get(node.id) === "CHECKED";
  const turn = whole
    ? t(parent ? "permissions.takeAll" : "permissions.take")
    : t(parent ? "permissions.giveAll" : "permissions.give");
  return (
    <NodeFacts node={node} nodes={nodes} shape={shape} standing={t(`permissions.box.${standing}`)}>
      {readOnly ? null : (
        <>
          <Button size="small" onClick={() => tree.toggle(node.id)}>
            {turn}
          </Button>
          {parent && standing !== "alone" ? (
            <Button size="small" onClick={() => tree.alone(node.id)}>
              {t("permissions.giveAlone")}
            </Button>
          ) : null}
        </>
      )}
    </NodeFacts>
  );
}

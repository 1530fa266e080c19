import { Tree } from "antd";
import { useEffect, useRef, type ReactNode } from "react";
import { EmptyState } from "@/ui/EmptyState";
import { NodeTitle } from "../NodeTitle";
import type { EditedNode } from "../reading";
import type { Box, Difference, Shape } from "../tree";
import type { TreeView } from "./useTreeView";
import styles from "../Permissions.module.css";

interface Branch {
  readonly key: string;
  readonly title: string;
  readonly disableCheckbox: boolean;
  readonly children: Branch[];
}
interface Props {
  readonly label: string;
  readonly shape: Shape;
  readonly nodes: ReadonlyMap<string, EditedNode>;
  readonly visible: ReadonlySet<string>;
  readonly view: TreeView;
  /** Boxes, when the tree has any. */
  readonly boxes?: ReadonlyMap<string, Box>;
  readonly change?: Difference;
  readonly readOnly?: boolean;
  readonly onToggle?: (id: string) => void;
  /** Opens what there is to read about the chosen node, where it does not stand beside the tree. */
  readonly onRead?: () => void;
  readonly empty: string;
}

function branches(props: Props, parent: string | null): Branch[] {
  return (props.shape.children.get(parent) ?? [])
    .filter((id) => props.visible.has(id))
    .map((id) => ({
      key: id,
      title: props.nodes.get(id)?.name ?? id,
      disableCheckbox: props.readOnly ?? false,
      children: branches(props, id),
    }));
}

/** A platform's tree. Arrows move, left and right close and open, the space bar ticks. */
export function GrantTree(props: Props) {
  const { label, nodes, view, boxes, change } = props;
  const { active, setActive } = view;
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What the arrows reach comes into sight; a click is on what is in sight already.
    if (active) frame.current?.querySelector(".ant-tree-treenode-selected")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const data = branches(props, null);
  if (data.length === 0) return <EmptyState title={props.empty} />;
  const having = (box: Box) => [...(boxes ?? [])].flatMap(([id, each]) => (each === box ? [id] : []));
  const titleOf = ({ key }: Branch): ReactNode => {
    const node = nodes.get(key);
    return node ? (
      <NodeTitle
        {...(active === key && props.onRead ? { onRead: props.onRead } : {})}
        node={node}
        search={view.search}
        mark={change?.add.has(key) ? "given" : change?.remove.has(key) ? "taken" : null}
      />
    ) : null;
  };
  return (
    <div ref={frame} data-tour="tree">
      <Tree<Branch>
        aria-label={label}
        className={styles["tree"] ?? ""}
        treeData={data}
        titleRender={titleOf}
        blockNode
        virtual={false}
        motion={false}
        expandedKeys={[...view.expanded]}
        onExpand={(keys) => view.expand(keys.map(String))}
        selectedKeys={active ? [active] : []}
        onSelect={(_, { node }) => setActive(node.key)}
        activeKey={active}
        onActiveChange={(key) => {
          if (typeof key === "string") setActive(key);
        }}
        {...(boxes
          ? {
              checkable: true,
              checkStrictly: true,
              checkedKeys: { checked: having("CHECKED"), halfChecked: having("PARTIAL") },
              onCheck: (_, { node }) => {
                setActive(node.key);
                props.onToggle?.(node.key);
              },
            }
          : {})}
      />
    </div>
  );
}

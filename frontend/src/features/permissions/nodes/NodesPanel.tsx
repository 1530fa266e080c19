import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMedia } from "@/ui/useMedia";
import { FactsPlace } from "../grants/FactsPlace";
import { GrantTree } from "../grants/GrantTree";
import { NodeFacts } from "../grants/NodeFacts";
import { TreeTools } from "../grants/TreeTools";
import { useTreeView } from "../grants/useTreeView";
import { visibleIds } from "../grants/visible";
import { useMay, type EditedNode, type Platform } from "../reading";
import { NOTHING, type Shape } from "../tree";
import { MoveNode } from "./MoveNode";
import { NodeActions, type NodeAsking } from "./NodeActions";
import { NodeForm } from "./NodeForm";
import { PruneNode } from "./PruneNode";
import styles from "../Permissions.module.css";

interface Props {
  readonly platform: Platform;
  readonly shape: Shape;
  readonly nodes: ReadonlyMap<string, EditedNode>;
}
const NO_GRANTS = new Set<string>();

/** The tree itself: what there is to be granted in this platform. */
export function NodesPanel({ platform, shape, nodes }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const wide = useMedia("(min-width: 1200px)");
  const active = platform.status === "ACTIVE";
  const view = useTreeView(shape);
  const [asking, setAsking] = useState<NodeAsking | null>(null);
  const [reading, setReading] = useState(false);
  const ask = (what: NodeAsking) => {
    setReading(false);
    setAsking(what);
  };
  const visible = useMemo(
    () =>
      visibleIds(shape, [...nodes.values()], { text: view.search, show: "all", granted: NO_GRANTS, change: NOTHING }),
    [shape, nodes, view.search],
  );
  const node = view.active ? nodes.get(view.active) : undefined;
  const common = { platform, shape, nodes, onClose: () => setAsking(null), onMade: view.setActive };
  return (
    <div className={styles["grants"]} data-wide={wide}>
      <div className={styles["treeBox"]}>
        <TreeTools view={view}>
          {may("node.edit") && active ? (
            <Button icon={<PlusOutlined />} onClick={() => setAsking("top")}>
              {t("permissions.newTop")}
            </Button>
          ) : null}
        </TreeTools>
        <GrantTree
          label={t("permissions.nodes")}
          shape={shape}
          nodes={nodes}
          visible={visible}
          view={view}
          {...(wide ? {} : { onRead: () => setReading(true) })}
          empty={t(nodes.size === 0 ? "permissions.noNodes" : "permissions.noMatch")}
        />
      </div>
      <FactsPlace wide={wide} hint={t("permissions.pickNode")} open={reading} onClose={() => setReading(false)}>
        {node ? (
          <NodeFacts node={node} nodes={nodes} shape={shape}>
            {active ? <NodeActions node={node} platform={platform} shape={shape} onAsk={ask} /> : null}
          </NodeFacts>
        ) : null}
      </FactsPlace>
      {asking === "top" ? <NodeForm {...common} node={null} parent={null} /> : null}
      {asking === "below" && node ? <NodeForm {...common} node={null} parent={node} /> : null}
      {asking === "edit" && node ? <NodeForm {...common} node={node} parent={null} /> : null}
      {asking === "move" && node ? <MoveNode {...common} node={node} /> : null}
      {asking === "prune" && node ? <PruneNode {...common} node={node} onPruned={() => view.setActive(null)} /> : null}
    </div>
  );
}

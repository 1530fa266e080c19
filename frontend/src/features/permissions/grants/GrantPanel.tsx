import { Alert } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Failure } from "@/ui/Failure";
import { Lines } from "@/ui/Lines";
import { useMedia } from "@/ui/useMedia";
import { useMessages } from "@/ui/Messages";
import { GrantTree } from "./GrantTree";
import { DifferenceDrawer } from "./DifferenceDrawer";
import { FactsPlace } from "./FactsPlace";
import { GrantFacts } from "./GrantFacts";
import { OpenChange } from "./OpenChange";
import { SaveBar } from "./SaveBar";
import { StaleNote } from "./StaleNote";
import { TreeTools } from "./TreeTools";
import { useDraft } from "./useDraft";
import { useSaveGrants } from "./useSaveGrants";
import { useTreeView } from "./useTreeView";
import { visibleIds } from "./visible";
import { useGrants, useMay, type EditedNode, type EditedRole, type Platform } from "../reading";
import { differenceOf, isEmpty, type Difference, type Grants, type Shape } from "../tree";
import styles from "../Permissions.module.css";

interface Props {
  readonly platform: Platform;
  readonly role: EditedRole;
  readonly shape: Shape;
  readonly nodes: ReadonlyMap<string, EditedNode>;
  readonly draft: Difference | undefined;
  readonly onDraft: (draft: Difference | null) => void;
}

/** The tree of a platform as one role has it, to be ticked and saved as a difference. */
export function GrantPanel(props: Props) {
  const { role } = props;
  const { data: base, error, isPending, refetch } = useGrants(role.id);
  if (isPending) return <Lines rows={10} />;
  if (!base) return <Failure small error={error} onRetry={() => void refetch()} />;
  return <Loaded {...props} base={base} />;
}

function Loaded({ platform, role, shape, nodes, draft, onDraft, base }: Props & { base: Grants }) {
  const { t } = useTranslation();
  const messages = useMessages();
  const mayGrant = useMay()("role.grant");
  const wide = useMedia("(min-width: 1200px)");
  const view = useTreeView(shape);
  const tree = useDraft(shape, base, draft, onDraft);
  const [checking, setChecking] = useState(false);
  const [reading, setReading] = useState(false);
  const [waiting, setWaiting] = useState(false);
  /** The grants as they were when somebody else turned out to have changed them. */
  const [before, setBefore] = useState<Grants | null>(null);
  const reviewed = platform.audience === "BANK";
  const readOnly = !mayGrant || platform.status !== "ACTIVE" || waiting;
  const save = useSaveGrants(role, {
    onStale: () => {
      setChecking(false);
      setBefore(base);
    },
    onSaved: (changeId) => {
      setChecking(false);
      setBefore(null);
      onDraft(null);
      messages.success(t(changeId ? "permissions.sentToReview" : "permissions.saved", { role: role.name }));
    },
  });
  const { search, show, active } = view;
  const visible = useMemo(
    () => visibleIds(shape, [...nodes.values()], { text: search, show, granted: tree.granted, change: tree.change }),
    [shape, nodes, search, show, tree.granted, tree.change],
  );
  const node = active ? nodes.get(active) : undefined;
  return (
    <div className={styles["grants"]} data-wide={wide}>
      <div className={styles["treeBox"]}>
        <OpenChange role={role} reviewed={reviewed} onWaiting={setWaiting} />
        {before ? (
          <StaleNote theirs={differenceOf(before, base)} nodes={nodes} onClose={() => setBefore(null)} />
        ) : null}
        {platform.status === "ACTIVE" ? null : <Alert type="warning" showIcon title={t("permissions.retired")} />}
        <TreeTools view={view} byGrants />
        <GrantTree
          label={t("permissions.treeOf", { role: role.name })}
          shape={shape}
          nodes={nodes}
          visible={visible}
          view={view}
          boxes={tree.boxes}
          change={tree.change}
          readOnly={readOnly}
          onToggle={tree.toggle}
          {...(wide ? {} : { onRead: () => setReading(true) })}
          empty={t(show === "changed" && !search ? "permissions.noChanges" : "permissions.noMatch")}
        />
      </div>
      <FactsPlace
        wide={wide}
        hint={t(readOnly ? "permissions.pickToRead" : "permissions.pick")}
        open={reading}
        onClose={() => setReading(false)}
      >
        {node ? <GrantFacts node={node} nodes={nodes} shape={shape} tree={tree} readOnly={readOnly} /> : null}
      </FactsPlace>
      <SaveBar
        change={tree.change}
        disabled={readOnly}
        onForget={tree.forget}
        onCheck={() => {
          save.reset();
          setChecking(true);
        }}
      />
      {checking && !isEmpty(tree.change) ? (
        <DifferenceDrawer
          role={role}
          shape={shape}
          nodes={nodes}
          change={tree.change}
          reviewed={reviewed}
          sending={save}
          onUndo={tree.undo}
          onSave={(reason) => save.mutate({ change: tree.change, reason })}
          onClose={() => setChecking(false)}
        />
      ) : null}
    </div>
  );
}

import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { MoveNodeDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { useErrorText } from "@/ui/errorText";
import { useMessages } from "@/ui/Messages";
import { useMay, type EditedNode, type Platform } from "../reading";
import type { Shape } from "../tree";
import { useVersioned } from "../useVersioned";
import { canHold } from "./kinds";

export type NodeAsking = "top" | "below" | "edit" | "move" | "prune";

interface Props {
  readonly node: EditedNode;
  readonly platform: Platform;
  readonly shape: Shape;
  readonly onAsk: (what: NodeAsking) => void;
}

export function NodeActions({ node, platform, shape, onAsk }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const messages = useMessages();
  const errorText = useErrorText();
  const versioned = useVersioned();
  const parentId = node.parent?.id ?? null;
  const siblings = shape.children.get(parentId) ?? [];
  const at = siblings.indexOf(node.id);
  const step = useMutation({
    mutationFn: (position: number) => {
      const input = { templateId: platform.id, nodeId: node.id, parentId, position, expectedVersion: platform.version };
      return versioned(async () => accepted((await execute(MoveNodeDocument, { input })).movePermissionNode));
    },
    onError: (error) => messages.error(errorText(error)),
  });
  return (
    <>
      {may("node.edit") ? (
        <>
          <Button size="small" onClick={() => onAsk("edit")}>
            {t("permissions.edit")}
          </Button>
          {canHold(node.kind) ? (
            <Button size="small" onClick={() => onAsk("below")}>
              {t("permissions.newBelow")}
            </Button>
          ) : null}
          <Button size="small" disabled={at <= 0 || step.isPending} onClick={() => step.mutate(at - 1)}>
            {t("permissions.up")}
          </Button>
          <Button
            size="small"
            disabled={at === siblings.length - 1 || step.isPending}
            onClick={() => step.mutate(at + 1)}
          >
            {t("permissions.down")}
          </Button>
          <Button size="small" onClick={() => onAsk("move")}>
            {t("permissions.move")}
          </Button>
        </>
      ) : null}
      {may("node.prune") ? (
        <Button size="small" danger onClick={() => onAsk("prune")}>
          {t("permissions.delete")}
        </Button>
      ) : null}
    </>
  );
}

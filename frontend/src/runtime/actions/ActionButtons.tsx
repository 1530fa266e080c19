import { EllipsisOutlined } from "@ant-design/icons";
import { Button, Dropdown, Tooltip } from "antd";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Action, ActionState, Row } from "@/config/types";
import { iconOf } from "@/ui/Icon";
import type { Target } from "./ActionFlow";

const ActionFlow = lazy(async () => ({ default: (await import("./ActionFlow")).ActionFlow }));

/** Starts actions and holds the one that runs. */
export function useActions(): { start: (action: Action, target: Target) => void; flow: ReactNode } {
  const [running, setRunning] = useState<{ action: Action; target: Target; run: number } | null>(null);
  return {
    start: (action, target) => setRunning((before) => ({ action, target, run: (before?.run ?? 0) + 1 })),
    flow: running ? (
      <Suspense key={running.run}>
        <ActionFlow action={running.action} target={running.target} onClose={() => setRunning(null)} />
      </Suspense>
    ) : null,
  };
}

/**
 * What the records themselves allow now. An action that none of them names is not there; one that all of them refuse
 * says why. Of a selection, those that refuse are told apart in the result.
 */
export function statesOf(rows: readonly Row[]): ReadonlyMap<string, ActionState> | null {
  const all = rows.flatMap((row) => (row["availableActions"] as ActionState[] | undefined) ?? []);
  if (rows.every((row) => !Array.isArray(row["availableActions"]))) return null;
  const states = new Map<string, ActionState>();
  for (const state of all) if (!states.get(state.key)?.enabled) states.set(state.key, state);
  return states;
}

const NO_ROWS: readonly Row[] = [];

interface Props {
  readonly actions: readonly Action[];
  readonly row?: Row;
  /** Records that a bulk action is for. */
  readonly selection?: readonly Row[];
  /** How many stand in the open; the rest are behind the dots. */
  readonly shown: number;
  readonly link?: boolean;
  readonly onStart: (action: Action) => void;
}

export function ActionButtons({ actions, row, selection = NO_ROWS, shown, link = false, onStart }: Props) {
  const { t } = useTranslation();
  const states = statesOf(row ? [row] : selection);
  // A mere step to another page needs no leave of the record.
  const offered = actions.filter((action) => !states || !action.submit || states.has(action.key));
  const reasonOf = (action: Action) => {
    const state = states?.get(action.key);
    return state && !state.enabled ? (state.reason ?? t("action.unavailable")) : null;
  };
  const open = offered.length <= shown + 1 ? offered : offered.slice(0, shown);
  const hidden = offered.slice(open.length);
  return (
    <>
      {open.map((action, index) => {
        const reason = reasonOf(action);
        const first = !link && index === 0 && action.tone !== "NEUTRAL";
        return (
          <Tooltip key={action.key} title={reason}>
            <Button
              type={link ? "link" : first ? "primary" : "default"}
              size={link ? "small" : "middle"}
              danger={action.danger}
              // A disabled button has no tooltip for the keyboard; this one stays focusable and says why.
              aria-disabled={reason !== null}
              className={reason === null ? "" : "is-refused"}
              icon={link ? undefined : iconOf(action.icon)}
              onClick={(event) => {
                event.stopPropagation();
                if (reason === null) onStart(action);
              }}
            >
              {action.label}
            </Button>
          </Tooltip>
        );
      })}
      {hidden.length ? (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: hidden.map((action) => {
              const reason = reasonOf(action);
              return {
                key: action.key,
                label: reason ? <Tooltip title={reason}>{action.label}</Tooltip> : action.label,
                danger: action.danger,
                disabled: reason !== null,
              };
            }),
            onClick: ({ key, domEvent }) => {
              domEvent.stopPropagation();
              const action = hidden.find((each) => each.key === key);
              if (action) onStart(action);
            },
          }}
        >
          <Button
            type={link ? "text" : "default"}
            size={link ? "small" : "middle"}
            aria-label={t("action.more")}
            icon={<EllipsisOutlined />}
            onClick={(event) => event.stopPropagation()}
          />
        </Dropdown>
      ) : null}
    </>
  );
}

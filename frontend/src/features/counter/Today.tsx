import type { KeyboardEvent, RefObject } from "react";
import { useTranslation } from "react-i18next";
import { formatInstant } from "@/lib/time";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { Lines } from "@/ui/Lines";
import { Panel } from "@/ui/Panel";
import type { useDay } from "./data";
import type { Redeemed } from "./machine";
import { useAmounts } from "./words";
import styles from "./Counter.module.css";

interface Props {
  readonly listRef: RefObject<HTMLUListElement | null>;
  readonly day: ReturnType<typeof useDay>;
  readonly onOpen: (redemption: Redeemed) => void;
}

const HH_MM = 11;

/** What was redeemed here today; a row opens it, to print its slip or to undo it. */
export function Today({ listRef, day, onOpen }: Props) {
  const { t } = useTranslation("counter");
  const amounts = useAmounts();
  const { data, error, refetch } = day;
  return (
    <Panel
      title={t("today.title")}
      extra={data ? <span className={styles["soft"]}>{t("today.count", { count: data.count })}</span> : null}
    >
      {error && !data ? <Failure error={error} small onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Lines rows={3} /> : null}
      {data?.redemptions.length === 0 ? <EmptyState title={t("today.none")} /> : null}
      <ul ref={listRef} className={styles["today"]}>
        {data?.redemptions.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              className={styles["row"]}
              data-undone={each.status === "UNDONE"}
              onClick={() => onOpen(each)}
              onKeyDown={moveBetweenRows}
            >
              <span className={styles["rowTime"]}>{formatInstant(each.redeemedAt).slice(HH_MM)}</span>
              <span className={styles["rowWhat"]}>
                <span className={styles["rowName"]}>
                  {each.items.map((item) => `${item.name} ${amounts.taken(item.unit, item.quantity)}`).join("，")}
                </span>
                <small className={styles["soft"]}>
                  {each.holder}
                  {each.status === "UNDONE" ? ` · ${t("today.undone")}` : ""}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function moveBetweenRows(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const row = event.currentTarget.closest("li");
  const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  next?.querySelector("button")?.focus();
}

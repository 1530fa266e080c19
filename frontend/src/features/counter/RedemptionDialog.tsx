import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input, Modal, type InputRef } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { UndoRedemptionDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { newKey } from "@/lib/idempotency";
import { formatInstant } from "@/lib/time";
import { useErrorText } from "@/ui/errorText";
import { useMessages } from "@/ui/Messages";
import { COUNTER } from "./data";
import type { Redeemed } from "./machine";
import { play } from "./sound";
import { useAmounts } from "./words";
import styles from "./Counter.module.css";

interface Props {
  readonly redemption: Redeemed;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

const REASONS = ["undo.wrongCustomer", "undo.wrongItem", "undo.wrongNumber", "undo.gaveUp"] as const;
const SHORTEST = 5;

/** One redemption: its slip once more, or everything back with a reason. Digits choose a usual reason. */
export function RedemptionDialog({ redemption, onPrint, onClose }: Props) {
  const { t } = useTranslation("counter");
  const amounts = useAmounts();
  const messages = useMessages();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState("");
  const [key] = useState(newKey);
  const field = useRef<InputRef>(null);
  const state = redemption.availableActions.find((each) => each.key === "undoRedemption");
  const undo = useMutation({
    mutationFn: async () => {
      const input = { redemptionId: redemption.id, reason, idempotencyKey: key };
      return accepted((await execute(UndoRedemptionDocument, { input })).undoRedemption);
    },
    onSuccess: () => {
      play("done");
      messages.success(t("undo.done"));
      onClose();
    },
    onError: () => play("refused"),
    onSettled: async () => queryClient.invalidateQueries({ queryKey: COUNTER }),
  });
  const allowed = state?.enabled === true && redemption.status !== "UNDONE";
  const why = redemption.status === "UNDONE" ? t("undo.already", { reason: redemption.undoReason }) : state?.reason;
  return (
    <Modal
      open
      title={t("done.number", { number: redemption.number })}
      width={520}
      onCancel={onClose}
      afterOpenChange={(shown) => shown && field.current?.focus()}
      footer={
        <div className={styles["dialogFoot"]}>
          <Button onClick={onPrint}>{t("print")}</Button>
          <Button onClick={onClose}>{t("close")}</Button>
        </div>
      }
    >
      <p className={styles["soft"]}>
        {formatInstant(redemption.redeemedAt)} · {redemption.holder} · {redemption.cashierName}
      </p>
      <ul className={styles["items"]}>
        {redemption.items.map((item) => (
          <li key={item.id}>
            <span>
              {item.name} <strong>{amounts.taken(item.unit, item.quantity)}</strong>
            </span>
            <span className={styles["soft"]}>{t("left", { amount: amounts.left(item.unit, item.unitsLeft) })}</span>
          </li>
        ))}
      </ul>
      {allowed ? (
        <form
          className={styles["undo"]}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim().length >= SHORTEST && !undo.isPending) undo.mutate();
          }}
        >
          <label htmlFor="undo-reason">
            {t("undo.reason", { until: formatInstant(redemption.undoUntil).slice(11) })}
          </label>
          <div className={styles["reasons"]}>
            {REASONS.map((each, index) => (
              <Button key={each} size="small" onClick={() => setReason(t(each))}>
                {`${index + 1} ${t(each)}`}
              </Button>
            ))}
          </div>
          <Input
            id="undo-reason"
            ref={field}
            autoComplete="off"
            maxLength={200}
            value={reason}
            onChange={(event) => {
              const usual = REASONS[Number(event.target.value) - 1];
              setReason(usual ? t(usual) : event.target.value);
            }}
          />
          {undo.error ? <Alert type="error" showIcon role="alert" title={errorText(undo.error)} /> : null}
          <Button
            danger
            type="primary"
            htmlType="submit"
            loading={undo.isPending}
            disabled={reason.trim().length < SHORTEST}
          >
            {t("undo.do")}
          </Button>
        </form>
      ) : (
        <Alert type="info" showIcon title={why ?? t("undo.no")} />
      )}
    </Modal>
  );
}

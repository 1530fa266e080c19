import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { dayOf } from "@/lib/time";
import { formatFen } from "@/lib/fen";
import { refusalsOf, takes, type Choice, type Meeting } from "./choices";
import { Keypad } from "./Keypad";
import { confirmable, type Choosing as Phase } from "./machine";
import type { Shape } from "./shape";
import type { Counter } from "./useCounter";
import { hintOf, useAmounts } from "./words";
import styles from "./Counter.module.css";

interface Props {
  readonly phase: Phase;
  readonly counter: Counter;
  readonly shape: Shape;
  readonly meetings: readonly Meeting[];
}

/** What this customer can use here; the most likely is chosen already, so that Enter is enough. */
export function Choosing({ phase, counter, shape, meetings }: Props) {
  const { t } = useTranslation("counter");
  const { choices, at } = phase;
  const choice = choices[at];
  const refusals = refusalsOf(phase.prepared);
  return (
    <section className={styles["choosing"]} aria-label={t("choose.title")}>
      <div className={styles["customer"]}>
        <h2>{phase.prepared.holder || t("choose.nobody")}</h2>
        <Button onClick={() => counter.dispatch({ type: "ready" })}>{t("cancel")}</Button>
      </div>
      {choices.length === 0 ? (
        <div className={styles["nothing"]} role="alert">
          <strong>{t("choose.nothing")}</strong>
          {refusals.map(({ number, message, code }) => (
            <p key={number}>
              {number}：{message} {t(hintOf(code))}
            </p>
          ))}
        </div>
      ) : (
        <div
          data-counter="choices"
          role="listbox"
          tabIndex={0}
          aria-label={t("choose.title")}
          aria-activedescendant={`choice-${at}`}
          className={styles["choices"]}
        >
          {choices.map((each, index) => (
            <Option
              key={each.key}
              id={`choice-${index}`}
              choice={each}
              selected={index === at}
              onSelect={() => counter.dispatch({ type: "select", at: index })}
            />
          ))}
        </div>
      )}
      {choice && meetings.length > 0 && takes(phase.meeting ?? undefined, choice) ? (
        <p className={styles["forClass"]}>
          {t("choose.forClass", {
            name: phase.meeting?.timetableClass?.name ?? "",
            at: `${phase.meeting?.starts}–${phase.meeting?.ends}`,
          })}
          {phase.meeting?.attendedCards.includes(choice.number) ? (
            <strong className={styles["twice"]}>{t("choose.twice")}</strong>
          ) : null}
          {meetings.length > 1 ? <small>{t("choose.otherClass")}</small> : null}
        </p>
      ) : null}
      {choice && meetings.length > 0 && !takes(phase.meeting ?? undefined, choice) ? (
        <p className={styles["forClass"]} data-none="true">
          {t("choose.noClass")}
        </p>
      ) : null}
      {choice && !choice.refusal ? <Quantity phase={phase} choice={choice} counter={counter} shape={shape} /> : null}
    </section>
  );
}

interface OptionProps {
  readonly id: string;
  readonly choice: Choice;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

function Option({ id, choice, selected, onSelect }: OptionProps) {
  const { t } = useTranslation("counter");
  const amounts = useAmounts();
  return (
    // The list has the focus and the keys; a pointer may choose as well.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-disabled={choice.refusal !== null}
      className={styles["choice"]}
      onClick={onSelect}
      onMouseDown={(event) => event.preventDefault()}
    >
      <span className={styles["choiceName"]}>{choice.name ?? t("storedValue")}</span>
      <span className={styles["choiceLeft"]}>{t("left", { amount: amounts.left(choice.unit, choice.available) })}</span>
      <small className={styles["soft"]}>
        {choice.typeName ? `${choice.typeName} ${choice.number}` : t("choose.order", { number: choice.number })}
        {choice.expiresAt ? ` · ${t("choose.until", { day: dayOf(choice.expiresAt) })}` : ""}
      </small>
      {choice.refusal ? (
        <span className={styles["choiceRefusal"]}>
          {choice.refusal.message} {t(hintOf(choice.refusal.code))}
        </span>
      ) : null}
    </div>
  );
}

function Quantity({ phase, choice, counter, shape }: Omit<Props, "meetings"> & { readonly choice: Choice }) {
  const { t } = useTranslation("counter");
  const amounts = useAmounts();
  const ready = confirmable(phase);
  const money = choice.unit === "MONEY";
  const type = (key: string) => counter.dispatch({ type: "type", key });
  const shown = money ? `¥${phase.typed || "0"}` : choice.unit === "PERIOD" ? "1" : phase.typed || "1";
  return (
    <div className={styles["quantity"]} data-money={money}>
      <div className={styles["amountRow"]}>
        {choice.unit === "VISIT" ? (
          <Button
            className={styles["stepper"] ?? ""}
            aria-label={t("choose.less")}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => type("-")}
          >
            −
          </Button>
        ) : null}
        <output className={styles["amount"]} aria-label={t(money ? "choose.amount" : "choose.times")}>
          {shown}
        </output>
        {choice.unit === "VISIT" ? (
          <Button
            className={styles["stepper"] ?? ""}
            aria-label={t("choose.more")}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => type("+")}
          >
            +
          </Button>
        ) : null}
      </div>
      {money ? (
        <Keypad
          amounts={shape.amounts.filter((each) => each <= choice.available)}
          all={choice.available}
          onKey={type}
          onAmount={(typed) => counter.dispatch({ type: "amount", typed })}
        />
      ) : null}
      <p className={styles["wrong"]} role="alert">
        {ready === "tooMany" ? t("choose.tooMany", { amount: amounts.left(choice.unit, choice.available) }) : ""}
      </p>
      <Button
        type="primary"
        size="large"
        className={styles["confirm"] ?? ""}
        disabled={typeof ready === "string"}
        onMouseDown={(event) => event.preventDefault()}
        onClick={counter.confirm}
      >
        {typeof ready === "string"
          ? t(money ? "choose.typeAmount" : "choose.confirm")
          : money
            ? t("choose.confirmMoney", { money: formatFen(ready.quantity) })
            : t("choose.confirmTimes", { name: choice.name ?? t("storedValue"), count: ready.quantity })}
      </Button>
    </div>
  );
}

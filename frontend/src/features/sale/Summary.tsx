import { Alert, Button, Checkbox, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatFen } from "@/lib/fen";
import { useErrorText } from "@/ui/errorText";
import { Kbd } from "@/ui/Kbd";
import { Panel } from "@/ui/Panel";
import { AgreementDrawer } from "./AgreementDrawer";
import type { Agreement, Foreseen } from "./data";
import { QuoteLines } from "./QuoteLines";
import styles from "./Sale.module.css";

interface Props {
  readonly sale: Foreseen | null;
  /** Whether it is known who buys. */
  readonly buyerGiven: boolean;
  readonly asked: boolean;
  readonly loading: boolean;
  readonly failed: unknown;
  /** What the buyer has to accept; nothing for services. */
  readonly agreement: Agreement | null | undefined;
  readonly accepted: boolean;
  readonly onAccept: (yes: boolean) => void;
  readonly card: string | null;
  readonly onCard: (id: string) => void;
  readonly missing: readonly string[];
  readonly placing: boolean;
  readonly onPlace: () => void;
}

/** What it costs and does, what stands against it, and the one button. */
export function Summary(props: Props) {
  const { sale, asked, agreement, accepted, onAccept, missing, onPlace } = props;
  const { t } = useTranslation("sale");
  const errorText = useErrorText();
  const [reading, setReading] = useState(false);
  const quote = sale?.quote;
  const refused = sale ? sale.refusals.length > 0 : false;
  const ready = missing.length === 0 && Boolean(quote) && !refused && !props.loading;
  return (
    <aside className={styles["summary"]}>
      <Panel title={t("summary.title")}>
        {!asked ? <p className={styles["soft"]}>{t("summary.empty")}</p> : null}
        {quote ? <QuoteLines quote={quote} known={props.buyerGiven} /> : null}
        {sale && sale.cards.length > 1 ? (
          <fieldset className={styles["cards"]}>
            <legend>{t("summary.which")}</legend>
            <Radio.Group
              vertical
              value={props.card ?? quote?.cardId}
              options={sale.cards.map(({ id, number }) => ({ value: id, label: number }))}
              onChange={({ target }) => props.onCard(String(target.value))}
            />
          </fieldset>
        ) : null}
        {sale?.waitingNumber && !refused ? (
          <Alert type="info" showIcon title={t("summary.waiting", { number: sale.waitingNumber })} />
        ) : null}
        {sale?.refusals.map(({ code, message }) => (
          <Alert key={code} type="error" showIcon role="alert" title={message} />
        ))}
        {props.failed ? <Alert type="error" showIcon role="alert" title={errorText(props.failed)} /> : null}
        {agreement && quote && !refused ? (
          <div className={styles["agreement"]}>
            <Checkbox checked={accepted} onChange={({ target }) => onAccept(target.checked)}>
              {t("agreement.accepted")}
            </Checkbox>
            <Button type="link" className={styles["link"] ?? ""} onClick={() => setReading(true)}>
              {t("agreement.named", { title: agreement.title, version: agreement.version })}
            </Button>
          </div>
        ) : null}
        <Button
          type="primary"
          size="large"
          block
          disabled={!ready}
          loading={props.placing}
          aria-describedby="sale-missing"
          onClick={onPlace}
        >
          {quote ? t("summary.collect", { amount: formatFen(quote.totalFen) }) : t("summary.collectNothing")}
        </Button>
        <p id="sale-missing" className={styles["soft"]}>
          {asked && missing.length > 0 && !refused ? t("missing.what", { what: missing.join(t("comma")) }) : null}
          {ready ? (
            <>
              <Kbd>Ctrl</Kbd> + <Kbd>Enter</Kbd>
            </>
          ) : null}
        </p>
      </Panel>
      {agreement ? (
        <AgreementDrawer
          agreement={agreement}
          open={reading}
          onClose={() => setReading(false)}
          onAccept={() => {
            onAccept(true);
            setReading(false);
          }}
        />
      ) : null}
    </aside>
  );
}

import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { percentOf } from "@/lib/fen";
import type { Agreement } from "./data";
import styles from "./Sale.module.css";

interface Props {
  readonly agreement: Agreement;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onAccept: () => void;
}

/** What the buyer is shown before he pays: the rules in figures, then the words. */
export function AgreementDrawer({ agreement, open, onClose, onAccept }: Props) {
  const { t } = useTranslation("sale");
  const { parameters } = agreement;
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={640}
      title={t("agreement.named", { title: agreement.title, version: agreement.version })}
      footer={
        <Button type="primary" size="large" block onClick={onAccept}>
          {t("agreement.accept")}
        </Button>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard */}
      <div tabIndex={0} role="region" aria-label={agreement.title}>
        <ul className={styles["rules"]}>
          <li>{t("agreement.coolingOff", { days: parameters.coolingOffDays })}</li>
          <li>{t("agreement.custody", { percent: percentOf(parameters.custodyRatioBps) })}</li>
          <li>{t("agreement.fee", { percent: percentOf(parameters.refundFeeCapBps) })}</li>
          <li>{t("agreement.dispute", { days: parameters.disputeWindowDays })}</li>
        </ul>
        {agreement.clauses.map((clause, index) => (
          <section key={clause.key} className={styles["clause"]}>
            <h3>
              {index + 1}. {clause.title}
            </h3>
            {clause.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
    </Drawer>
  );
}

import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { useDictionary, usePagePath } from "@/config/AppConfigContext";
import { Failure } from "@/ui/Failure";
import { Lines } from "@/ui/Lines";
import { PageLink } from "@/ui/PageLink";
import { StatusBadge } from "@/ui/StatusBadge";
import { useExplanation, type Explanation, type SalesProduct } from "./useSales";
import styles from "./SalesMap.module.css";

export interface Asked {
  readonly store: { readonly id: string; readonly name: string };
  readonly product: SalesProduct;
}

/** Why one product is sold in one store or not: every rule that had a say, the deciding one first. */
export function ExplainDrawer({ asked, at, onClose }: { asked: Asked | null; at: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const grounds = useDictionary("SalesControlGround");
  const pair = asked ? { product: asked.product.id, store: asked.store.id } : null;
  const { data, error, refetch } = useExplanation(pair, at);
  const ground = grounds.find((each) => each.value === data?.ground);
  return (
    <Drawer open={asked !== null} onClose={onClose} title={asked?.product.name} size={420}>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Lines rows={4} /> : null}
      {data ? (
        <>
          <p className={styles["verdict"]}>
            <span>{asked?.store.name}</span>
            <StatusBadge label={ground?.label ?? data.ground} tone={ground?.tone} />
          </p>
          <p className={styles["order"]}>{t("salesMap.order")}</p>
          {data.verdicts.map((verdict) => (
            <Verdict key={`${verdict.productKind} ${verdict.productName}`} verdict={verdict} />
          ))}
        </>
      ) : null}
    </Drawer>
  );
}

function Verdict({ verdict }: { verdict: Explanation["verdicts"][number] }) {
  const { t } = useTranslation();
  const kinds = useDictionary("ProductKind");
  const grounds = useDictionary("SalesControlGround");
  const ground = grounds.find((each) => each.value === verdict.ground);
  return (
    <section className={styles["chain"]}>
      <h3>
        {kinds.find((each) => each.value === verdict.productKind)?.label} · {verdict.productName}
        <StatusBadge label={ground?.label ?? verdict.ground} tone={ground?.tone} />
      </h3>
      {verdict.candidates.length === 0 ? <p>{t("salesMap.noRule")}</p> : null}
      <ol>
        {verdict.candidates.map((candidate) => (
          <Candidate key={candidate.ruleId} candidate={candidate} />
        ))}
      </ol>
    </section>
  );
}

function Candidate({ candidate }: { candidate: Explanation["verdicts"][number]["candidates"][number] }) {
  const { t } = useTranslation();
  const pathOf = usePagePath();
  const effects = useDictionary("SalesControlEffect");
  const places = useDictionary("SalesControlPlace");
  const effect = effects.find((each) => each.value === candidate.effect);
  const href = pathOf("salesControlRule", { id: candidate.ruleId });
  const place = candidate.elsewhere
    ? t("salesMap.elsewhere")
    : (places.find((each) => each.value === candidate.place)?.label ?? candidate.place);
  return (
    <li className={styles["candidate"]} data-decides={candidate.decides}>
      <span>
        {href ? <PageLink href={href}>{candidate.ruleNumber}</PageLink> : candidate.ruleNumber}
        {candidate.decides ? <strong>{t("salesMap.decides")}</strong> : null}
      </span>
      <span>
        {place} · <StatusBadge label={effect?.label ?? candidate.effect} tone={effect?.tone} />
      </span>
      {candidate.quota === null ? null : (
        <small>{t("salesMap.quota", { quota: candidate.quota, left: candidate.remaining ?? 0 })}</small>
      )}
    </li>
  );
}

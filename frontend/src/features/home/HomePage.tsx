import { useTranslation } from "react-i18next";
import { useAccount, useMe } from "@/session/session";
import { Failure } from "@/ui/Failure";
import { PageHeader } from "@/ui/PageHeader";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { useNow } from "@/ui/useNow";
import { Entrances } from "./Entrances";
import { Figures } from "./Figures";
import { SafetyList } from "./SafetyList";
import { useBench } from "./useBench";
import { Waiting } from "./Waiting";
import styles from "./Home.module.css";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Shanghai's, wherever the browser stands. */
const ZONE_HOURS = 8;

function partOfDay(now: number): "morning" | "afternoon" | "evening" {
  const hour = (Math.floor(now / HOUR_MS) + ZONE_HOURS) % 24;
  if (hour >= 5 && hour < 12) return "morning";
  return hour >= 12 && hour < 18 ? "afternoon" : "evening";
}

/** Where a day begins: what waits, the figures to keep an eye on, what is still to be set up, and the way to all else. */
export function HomePage() {
  const { t } = useTranslation();
  const { displayName } = useAccount();
  const place = useMe()?.membership;
  const now = useNow(MINUTE_MS);
  const { filled, error, isPending, refetch } = useBench(now);
  const of = (kind: "TODO" | "FIGURE") => filled.filter(({ card }) => card.kind === kind);
  return (
    <>
      <PageHeader
        title={t(`home.${partOfDay(now)}`, { name: displayName })}
        subtitle={[place?.placeName, place?.templateName].filter(Boolean).join(" · ")}
      />
      <div className={styles["page"]}>
        <div className={styles["main"]}>
          {isPending ? (
            <PageSkeleton rows={3} />
          ) : error ? (
            <Failure small error={error} onRetry={() => void refetch()} />
          ) : (
            <>
              {of("TODO").length ? <Waiting cards={of("TODO")} /> : null}
              <Figures cards={of("FIGURE")} />
            </>
          )}
          <Entrances />
        </div>
        <SafetyList />
      </div>
    </>
  );
}

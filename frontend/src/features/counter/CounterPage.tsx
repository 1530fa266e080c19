import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomPage } from "@/config/types";
import { useMe } from "@/session/session";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { Classes } from "./Classes";
import { takes } from "./choices";
import { useDay, useMeetings, useStores, type CounterStore } from "./data";
import type { Redeemed } from "./machine";
import { RedemptionDialog } from "./RedemptionDialog";
import { shapeOf } from "./shape";
import { Shortcuts } from "./Shortcuts";
import { printSlip, Slip } from "./Slip";
import { Today } from "./Today";
import { Tools } from "./Tools";
import { useCounter } from "./useCounter";
import { useKeys } from "./useKeys";
import { Work } from "./Work";
import styles from "./Counter.module.css";

const STORE = "prepaid.counter.store";

/** Where a cashier redeems: one customer after the other, by a scanner and the keyboard alone. */
export function CounterPage({ page }: { page: CustomPage }) {
  const { t } = useTranslation("counter");
  const { data, error, refetch } = useStores();
  const [chosen, setChosen] = useState(() => localStorage.getItem(STORE));
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const store = data.find(({ id }) => id === chosen) ?? data.find(({ openNow }) => openNow) ?? data[0];
  if (!store) {
    return (
      <>
        <ConfiguredHeader page={page} />
        <EmptyState title={t("noStore")} />
      </>
    );
  }
  const onStore = (id: string) => {
    localStorage.setItem(STORE, id);
    setChosen(id);
  };
  return <Desk key={store.id} page={page} store={store} stores={data} onStore={onStore} />;
}

interface Props {
  readonly page: CustomPage;
  readonly store: CounterStore;
  readonly stores: readonly CounterStore[];
  readonly onStore: (id: string) => void;
}

function Desk({ page, store, stores, onStore }: Props) {
  const shape = useMemo(() => shapeOf(page.props), [page.props]);
  const { meetings, error: classesError } = useMeetings(store.id, shape.classes);
  const counter = useCounter({ store, shape, meetings });
  const day = useDay(store.id);
  const locked = useMe()?.locked === true;
  const work = useRef<HTMLDivElement>(null);
  const today = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState<Redeemed | null>(null);
  const [printed, setPrinted] = useState<Redeemed | null>(null);
  const { phase } = counter;
  const last = phase.name === "done" ? phase.redemption : (day.data?.redemptions[0] ?? null);
  const focusWork = () => work.current?.querySelector<HTMLElement>("[data-counter]")?.focus();
  const print = (redemption: Redeemed | null) => {
    if (redemption) printSlip(() => setPrinted(redemption));
  };
  const fitting =
    phase.name === "choosing" ? meetings.filter((each) => phase.choices.some((one) => takes(each, one))) : [];

  useKeys({
    counter,
    locked,
    focusWork,
    clearField: () => {
      const field = work.current?.querySelector<HTMLInputElement>("input[data-counter]");
      if (field) field.value = "";
    },
    onToday: () => today.current?.querySelector("button")?.focus(),
    onPrint: () => print(last),
    onUndo: () => {
      const standing = day.data?.redemptions.find(({ status }) => status !== "UNDONE");
      setOpen(phase.name === "done" ? phase.redemption : (standing ?? last));
    },
    onMeeting: (by) => {
      if (phase.name !== "choosing" || fitting.length === 0) return;
      const places = [null, ...fitting];
      const at = places.findIndex((each) => each?.id === phase.meeting?.id);
      counter.dispatch({ type: "meeting", meeting: places[(at + by + places.length) % places.length] ?? null });
    },
  });
  useKeptFocus(focusWork, `${phase.name} ${locked} ${open === null}`, locked || open !== null);

  return (
    <div className={styles["page"]}>
      <ConfiguredHeader page={page} actions={<Tools store={store} stores={stores} onStore={onStore} />} />
      <div className={styles["desk"]}>
        <div ref={work} className={styles["work"]}>
          <Work counter={counter} shape={shape} meetings={fitting} onPrint={print} onOpen={setOpen} />
          <Shortcuts choosing={phase.name === "choosing"} classes={shape.classes} />
        </div>
        <div className={styles["aside"]}>
          {shape.classes ? (
            <Classes
              meetings={meetings}
              error={classesError}
              chosen={phase.name === "choosing" || phase.name === "done" ? (phase.meeting?.id ?? null) : null}
            />
          ) : null}
          <Today listRef={today} day={day} onOpen={setOpen} />
        </div>
      </div>
      {open ? <RedemptionDialog redemption={open} onPrint={() => print(open)} onClose={() => setOpen(null)} /> : null}
      <Slip redemption={printed} />
    </div>
  );
}

/** Focus that nothing has, e.g. after a click beside everything, goes back to where the next key is meant for. */
function useKeptFocus(focusWork: () => void, when: string, elsewhere: boolean): void {
  const latest = useRef({ focusWork, elsewhere });
  useEffect(() => {
    latest.current = { focusWork, elsewhere };
  });
  const seen = useRef("");
  useEffect(() => {
    if (seen.current === when) return;
    seen.current = when;
    if (!elsewhere) focusWork();
  });
  useEffect(() => {
    const back = () => {
      const nobody = document.activeElement === null || document.activeElement === document.body;
      if (nobody && !latest.current.elsewhere) latest.current.focusWork();
    };
    const later = () => setTimeout(back, 0);
    document.addEventListener("focusout", later);
    document.addEventListener("pointerup", later);
    window.addEventListener("focus", later);
    return () => {
      document.removeEventListener("focusout", later);
      document.removeEventListener("pointerup", later);
      window.removeEventListener("focus", later);
    };
  }, []);
}

import { useState } from "react";
import { useDesigner } from "./DesignerContext";

/** Which row of a list is open: the one that was opened last, by hand or by going to a mistake in it. */
export function useOpened(rowOf: (place: string) => string | null): [string | null, (row: string | null) => void] {
  const { target } = useDesigner();
  const [own, setOwn] = useState<{ readonly row: string | null; readonly run: number }>({ row: null, run: 0 });
  const asked = target !== null && target.run > own.run ? rowOf(target.place) : null;
  return [asked ?? own.row, (row) => setOwn({ row, run: target?.run ?? 0 })];
}

/** Scroll to the control of a place, or to the nearest thing around it, once it stands there. */
export function reveal(place: string): void {
  setTimeout(() => {
    const all = [...document.querySelectorAll<HTMLElement>("[data-place]")];
    const around = all.filter(({ dataset }) => place === dataset["place"] || place.startsWith(`${dataset["place"]}.`));
    const nearest = around.toSorted((a, b) => (b.dataset["place"] ?? "").length - (a.dataset["place"] ?? "").length)[0];
    const element = nearest ?? document.querySelector<HTMLElement>("[data-part][data-open=true]");
    element?.scrollIntoView({ block: "center" });
    nearest?.querySelector<HTMLElement>("input, textarea, button[role=switch]")?.focus({ preventScroll: true });
  }, 60);
}

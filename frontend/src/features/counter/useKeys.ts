import { useEffect, useRef } from "react";
import type { Counter } from "./useCounter";
import { scannedInto, ScanReader } from "./scan";

interface Keys {
  readonly counter: Counter;
  readonly locked: boolean;
  /** The field or list that keys are meant for. */
  readonly focusWork: () => void;
  readonly clearField: () => void;
  readonly onToday: () => void;
  readonly onPrint: () => void;
  readonly onUndo: () => void;
  readonly onMeeting: (by: 1 | -1) => void;
}

/** An Enter that follows a key so soon is a scanner's, never a person's yes. */
const TOO_SOON_MS = 40;
const QUANTITY = /^(?:[0-9.+-]|Backspace)$/;
const OWN_KEYS = "button, a, input, textarea, select, [role='combobox'], [role='radio'], [role='option']";

function inDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role='dialog']") !== null;
}

function hasOwnKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(OWN_KEYS) && !(target as HTMLElement).dataset["counter"];
}

/** The keyboard of the counter: whatever has the focus, a scan is a scan, and keys go to what is being done. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const reader = new ScanReader();
    let before = 0;
    const onKey = (event: KeyboardEvent) => {
      const { locked, counter } = latest.current;
      if (locked || inDialog(event.target)) return;
      const { key, code, shiftKey: shift, timeStamp: at } = event;
      // Browsers report keys that an input method holds back by this number alone on the first of them.
      const composing = event.isComposing || event.keyCode === 229;
      const scanned = reader.read({ key, code, shift, composing, at });
      const soon = at - before < TOO_SOON_MS;
      before = at;
      if (scanned !== null) {
        event.preventDefault();
        const { target } = event;
        const field = target instanceof HTMLInputElement ? target.value.trim() : "";
        latest.current.clearField();
        counter.enter(scannedInto(field, scanned));
        return;
      }
      if (composing || command(event, latest.current) || event.ctrlKey || event.altKey || event.metaKey) return;
      if (counter.phase.name === "choosing") choose(event, latest.current, soon);
      else if (key.length === 1 && !hasOwnKeys(event.target)) latest.current.focusWork();
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, []);
}

/** Keys that mean the same at any time; true when it was one. */
function command(event: KeyboardEvent, { counter, onToday, onPrint, onUndo, clearField }: Keys): boolean {
  switch (event.key) {
    case "Escape":
      if (counter.phase.name !== "sending") counter.dispatch({ type: "ready" });
      clearField();
      break;
    case "F2":
      onToday();
      break;
    case "F8":
      onPrint();
      break;
    case "F9":
      onUndo();
      break;
    default:
      return false;
  }
  event.preventDefault();
  return true;
}

function choose(event: KeyboardEvent, { counter, onMeeting }: Keys, soon: boolean): void {
  if (hasOwnKeys(event.target)) return;
  if (event.key === "Enter") {
    event.preventDefault();
    if (!soon && !event.repeat) counter.confirm();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    counter.dispatch({ type: "move", by: event.key === "ArrowDown" ? 1 : -1 });
  } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
    event.preventDefault();
    onMeeting(event.key === "ArrowRight" ? 1 : -1);
  } else if (QUANTITY.test(event.key)) {
    event.preventDefault();
    counter.dispatch({ type: "type", key: event.key });
  }
}

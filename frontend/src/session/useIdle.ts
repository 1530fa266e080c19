import { useEffect, useRef } from "react";

/** Sooner than the server ends an idle session: a screen that is locked in time keeps what is on it. */
const IDLE_MS = 4 * 60_000;
const CHECK_MS = 5_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
const STORE = "prepaid.lastActive";

/** Calls back when nobody has touched this browser for a while; another tab of it in use counts as touched. */
export function useIdle(enabled: boolean, onIdle: () => void): void {
  const callback = useRef(onIdle);
  useEffect(() => {
    callback.current = onIdle;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    let noted = 0;
    const note = () => {
      const now = Date.now();
      if (now - noted < 1_000) return;
      noted = now;
      localStorage.setItem(STORE, String(now));
    };
    note();
    const timer = setInterval(() => {
      if (Date.now() - Number(localStorage.getItem(STORE)) >= IDLE_MS) callback.current();
    }, CHECK_MS);
    for (const sign of SIGNS) window.addEventListener(sign, note, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, note);
    };
  }, [enabled]);
}

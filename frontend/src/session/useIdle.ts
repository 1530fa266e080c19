import { useEffect, useRef } from "react";

/** So much sooner than the server ends an idle session: a screen that is locked in time keeps what is on it. */
const MARGIN_MINUTES = 1;
const CHECK_MS = 5_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
const STORE = "prepaid.lastActive";

/**
 * Calls back when nobody has touched this browser for nearly as long as the server lets a session be idle; another tab
 * of it in use counts as touched.
 */
export function useIdle(enabled: boolean, idleMinutes: number, onIdle: () => void): void {
  const callback = useRef(onIdle);
  useEffect(() => {
    callback.current = onIdle;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const limit = Math.max(idleMinutes - MARGIN_MINUTES, idleMinutes / 2) * 60_000;
    let noted = 0;
    const note = () => {
      const now = Date.now();
      if (now - noted < 1_000) return;
      noted = now;
      localStorage.setItem(STORE, String(now));
    };
    note();
    const timer = setInterval(() => {
      if (Date.now() - Number(localStorage.getItem(STORE)) >= limit) callback.current();
    }, CHECK_MS);
    for (const sign of SIGNS) window.addEventListener(sign, note, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, note);
    };
  }, [enabled, idleMinutes]);
}

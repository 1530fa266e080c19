import { Alert } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Refused } from "@/lib/errors";
import { useErrorText } from "@/ui/errorText";

const SECOND_MS = 1_000;

function secondsOf(error: unknown): number {
  if (!(error instanceof Refused)) return 0;
  const [first] = error.errors;
  const data = (first?.data ?? {}) as { retry_after_seconds?: number; retryAfterSeconds?: number };
  return first?.code === "TOO_MANY_ATTEMPTS" ? (data.retry_after_seconds ?? data.retryAfterSeconds ?? 0) : 0;
}

/** How long a lock-out still lasts, counted down before the user's eyes. */
export function useLockedUntil(error: unknown): { seconds: number } {
  const [counted, setCounted] = useState<{ error: unknown; left: number }>({ error: null, left: 0 });
  const total = secondsOf(error);
  const left = counted.error === error ? counted.left : total;
  useEffect(() => {
    if (total === 0) return undefined;
    const until = Date.now() + total * SECOND_MS;
    const timer = setInterval(() => {
      const remaining = Math.max(0, Math.ceil((until - Date.now()) / SECOND_MS));
      setCounted({ error, left: remaining });
      if (remaining === 0) clearInterval(timer);
    }, SECOND_MS);
    return () => clearInterval(timer);
  }, [error, total]);
  return { seconds: left };
}

function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A refused attempt; while it locks, with the time that is left. */
export function AttemptError({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { seconds } = useLockedUntil(error);
  const locks = secondsOf(error) > 0;
  if (!error || (locks && seconds === 0)) return null;
  return (
    <Alert
      type={locks ? "warning" : "error"}
      showIcon
      role="alert"
      title={locks ? t("signIn.lockedFor", { time: clockText(seconds) }) : errorText(error)}
      style={{ marginBlockEnd: 16 }}
    />
  );
}

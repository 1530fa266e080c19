import { useState } from "react";

/** The last value that was there: while there is none it stays in sight. */
export function useLastGood<T>(value: T | null | undefined): T | null {
  const [last, setLast] = useState<T | null>(value ?? null);
  if (value !== null && value !== undefined && value !== last) setLast(value);
  return value ?? last;
}

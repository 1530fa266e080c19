/** The revision of the configuration, as every answer's header names it. */
let last: string | null = null;
const listeners = new Set<(revision: string) => void>();

export function noteRevision(headers: Headers): void {
  const revision = headers.get("X-Config-Revision");
  if (revision === null || revision === last) return;
  last = revision;
  for (const listener of listeners) listener(revision);
}

export function onRevision(listener: (revision: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

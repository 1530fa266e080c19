/** Bank staff may look at the admin as another platform, type or role: in this tab only, until they stop. */
import type { PreviewInput } from "@/gql/gen/graphql";

const STORE = "prepaid.previewAs";

export function previewAs(): PreviewInput | null {
  const stored = sessionStorage.getItem(STORE);
  return stored ? (JSON.parse(stored) as PreviewInput) : null;
}

export function setPreviewAs(preview: PreviewInput | null): void {
  if (preview) sessionStorage.setItem(STORE, JSON.stringify(preview));
  else sessionStorage.removeItem(STORE);
}

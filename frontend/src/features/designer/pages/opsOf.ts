import type { Op } from "../model/patch";
import { isObject } from "../model/plain";
import type { OverlayVersion } from "./data";

/** The operations of a version; none of none. */
export function opsOf(overlay: OverlayVersion | null): readonly Op[] {
  const patch = overlay?.patch;
  return isObject(patch) && Array.isArray(patch["ops"]) ? (patch["ops"] as readonly Op[]) : [];
}

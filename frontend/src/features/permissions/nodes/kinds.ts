import type { PermissionNodeKind } from "@/gql/gen/graphql";

const ALL = ["MENU", "PAGE", "ACTION", "FIELD", "DATA"] as const;
/** Which kinds may stand under which, as the server has it (`rules/permissions.py`): what guards is a leaf. */
const BELOW: Readonly<Record<PermissionNodeKind, readonly PermissionNodeKind[]>> = {
  MENU: ALL,
  PAGE: ["PAGE", "ACTION", "FIELD", "DATA"],
  ACTION: [],
  FIELD: [],
  DATA: [],
};

export function kindsBelow(parent: PermissionNodeKind | null): readonly PermissionNodeKind[] {
  return parent === null ? ALL : BELOW[parent];
}

export function canHold(kind: PermissionNodeKind): boolean {
  return BELOW[kind].length > 0;
}

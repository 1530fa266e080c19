/** What differs between two definitions, one line for each property, for people to read. */
import { patchBetween, type Op } from "./patch";
import { at, joined, nameOf, type Plain, type PlainObject } from "./plain";

export interface Change {
  readonly kind: "added" | "removed" | "moved" | "changed";
  readonly place: string;
  readonly before?: Plain | undefined;
  readonly after?: Plain | undefined;
}

export function changesBetween(before: PlainObject, after: PlainObject): Change[] {
  return patchBetween(before, after).flatMap((op) => changesOf(op, before));
}

function changesOf(op: Op, before: PlainObject): Change[] {
  switch (op.op) {
    case "set":
      return Object.entries(op.values).map(([name, value]) => {
        const place = joined(op.at, name);
        return { kind: "changed" as const, place, before: at(before, place), after: value ?? undefined };
      });
    case "add":
      return [{ kind: "added", place: joined(op.at, nameOf(op.value) ?? ""), after: op.value }];
    case "replace":
      return [{ kind: "changed", place: op.at, before: at(before, op.at), after: op.value }];
    case "remove":
      return [{ kind: "removed", place: op.at, before: at(before, op.at) }];
    case "move":
      return [{ kind: "moved", place: op.at }];
  }
}

import { describe, expect, it } from "vitest";
import { statesOf } from "@/runtime/actions/ActionButtons";

const state = (key: string, reason: string | null) => ({ key, enabled: reason === null, reason });
const row = (...availableActions: unknown[]) => ({ id: "r", availableActions });

describe("what records allow", () => {
  it("says nothing of records that say nothing", () => {
    expect(statesOf([])).toBeNull();
    expect(statesOf([{ id: "r" }])).toBeNull();
  });

  it("names what a record allows, refuses and does not know", () => {
    const states = statesOf([row(state("suspend", null), state("remove", "已离职"))]);
    expect(states?.get("suspend")?.enabled).toBe(true);
    expect(states?.get("remove")).toEqual(state("remove", "已离职"));
    expect(states?.has("resume")).toBe(false);
  });

  it("allows of a selection what one of its records allows", () => {
    const states = statesOf([row(state("suspend", "已停用")), row(state("suspend", null)), row(state("suspend", "x"))]);
    expect(states?.get("suspend")?.enabled).toBe(true);
    expect(statesOf([row(state("suspend", "a")), row(state("suspend", "b"))])?.get("suspend")?.enabled).toBe(false);
  });
});

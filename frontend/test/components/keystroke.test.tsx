// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Field, Form } from "@/config/types";
import type * as Conditions from "@/lib/conditions";
import { holds } from "@/lib/conditions";
import type * as Controls from "@/runtime/fields/Control";
import { Control } from "@/runtime/fields/Control";
import { FormBody } from "@/runtime/form/FormBody";
import { useConfiguredForm } from "@/runtime/form/useConfiguredForm";
import { form, textField, when } from "../support/fields";
import { show } from "../support/render";

vi.mock("@/lib/conditions", async (original) => {
  const actual = await original<typeof Conditions>();
  return { ...actual, holds: vi.fn(actual.holds) };
});
vi.mock("@/runtime/fields/Control", async (original) => {
  const actual = await original<typeof Controls>();
  return { Control: vi.fn(actual.Control) };
});

afterEach(cleanup);

const KEYS = 10;

function Harness({ config }: { config: Form }) {
  const made = useConfiguredForm(config);
  return <FormBody form={made} onSubmit={() => undefined} />;
}

/** Every second field hangs on the one before it. */
function long(count: number): Form {
  const fields: Field[] = Array.from({ length: count }, (_, index) =>
    textField(`f${index}`, index % 2 ? { visibleWhen: when(`f${index - 1}`, "NOT_EMPTY") } : {}),
  );
  return form(fields);
}

/** What keys typed in the first field make the form do, each of which hides or shows the second. */
async function typing(count: number): Promise<{ conditions: number; controls: number }> {
  await show(<Harness config={long(count)} />);
  const input = await screen.findByLabelText("f0");
  expect(screen.getAllByRole("textbox").length).toBeGreaterThanOrEqual(count / 2);
  vi.clearAllMocks();
  for (let key = 0; key < KEYS; key += 1) {
    await act(async () => {
      fireEvent.change(input, { target: { value: key % 2 ? "" : `x${key}` } });
    });
  }
  cleanup();
  return { conditions: vi.mocked(holds).mock.calls.length, controls: vi.mocked(Control).mock.calls.length };
}

// Counted and not timed: a busy machine does not make a form slow.
test("a key typed in a form of 200 fields does the work that it does in one of 10", async () => {
  const short = await typing(10);
  expect(short.controls).toBeGreaterThanOrEqual(KEYS);
  expect(short.conditions).toBeGreaterThanOrEqual(KEYS);
  expect(await typing(200)).toEqual(short);
}, 60_000);

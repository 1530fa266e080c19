// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Field, Form } from "@/config/types";
import { FormBody } from "@/runtime/form/FormBody";
import { useConfiguredForm } from "@/runtime/form/useConfiguredForm";
import { form, textField, when } from "../support/fields";
import { show } from "../support/render";

afterEach(cleanup);

const TURNS = 4;
const WARM_UP = 20;
const ROUNDS = 40;

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

/** Milliseconds that a key typed in the first field takes: the least of many, each hides or shows a field. */
async function keystroke(count: number): Promise<number> {
  await show(<Harness config={long(count)} />);
  const input = await screen.findByLabelText("f0");
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const before = performance.now();
    await act(async () => {
      fireEvent.change(input, { target: { value: round % 2 ? "" : `x${round}` } });
    });
    if (round >= WARM_UP) times.push(performance.now() - before);
  }
  expect(screen.getAllByRole("textbox").length).toBeGreaterThanOrEqual(count / 2);
  cleanup();
  return Math.min(...times);
}

test("a key typed in a form of 200 fields costs at most twice what it costs in one of 10", async () => {
  let [short, longer] = [Infinity, Infinity];
  // In turns, and the best of each: whatever else the machine does slows both.
  for (let turn = 0; turn < TURNS; turn += 1) {
    short = Math.min(short, await keystroke(10));
    longer = Math.min(longer, await keystroke(200));
  }
  expect(longer / short).toBeLessThan(2);
}, 120_000);

// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { Form } from "@/config/types";
import { Refused } from "@/lib/errors";
import type { WireRecord } from "@/lib/values";
import { FormBody } from "@/runtime/form/FormBody";
import { useConfiguredForm } from "@/runtime/form/useConfiguredForm";
import { choiceField, form, listField, numberField, textField, when } from "../support/fields";
import { show } from "../support/render";

afterEach(cleanup);

function Harness({ config, onSend }: { config: Form; onSend: (input: WireRecord) => void }) {
  const made = useConfiguredForm(config);
  const send = async () => {
    const input = await made.settle();
    if (!input) return;
    try {
      onSend(input);
    } catch (error) {
      made.place(error);
    }
  };
  return (
    <>
      <FormBody form={made} onSubmit={() => void send()} error={made.rest.length ? new Refused(made.rest) : null} />
      <button type="button" onClick={() => void send()}>
        send
      </button>
    </>
  );
}

const onboarding = form([
  choiceField("Kind", { inputPath: "kind", required: true }),
  textField("Code", { inputPath: "subject.uscc", required: true, visibleWhen: when("Kind", "EQ", "COMPANY") }),
  numberField("Deposit", { kind: "FEN", inputPath: "depositFen" }),
]);

test("a condition shows a field, and what it hides again is not sent", async () => {
  const user = userEvent.setup();
  const onSend = vi.fn<(input: WireRecord) => void>();
  await show(<Harness config={onboarding} onSend={onSend} />);
  await screen.findByText("Company");
  expect(screen.queryByLabelText("Code")).toBeNull();
  expect(screen.queryByText("Old kind")).toBeNull();

  await user.click(screen.getByText("Company"));
  await user.click(screen.getByText("send"));
  expect(await screen.findByText("Code is required")).toBeTruthy();
  expect(onSend).not.toHaveBeenCalled();

  await user.type(screen.getByLabelText("Code"), "left over");
  await user.click(screen.getByText("Person"));
  await waitFor(() => expect(screen.queryByLabelText("Code")).toBeNull());
  await user.type(screen.getByLabelText("Deposit"), "1234.5");
  await user.click(screen.getByText("send"));
  await waitFor(() => expect(onSend).toHaveBeenCalledWith({ kind: "PERSON", depositFen: 123450 }));
});

test("a refusal stands at its field, what belongs to none above the form, and the typed text stays", async () => {
  const user = userEvent.setup();
  await show(
    <Harness
      config={form([textField("Name", { inputPath: "name" })])}
      onSend={() => {
        throw new Refused([
          { code: "TAKEN", message: "Somebody has this name", path: ["input", "name"] },
          { code: "CLOSED", message: "The office is closed", path: null },
        ]);
      }}
    />,
  );
  await user.type(await screen.findByLabelText("Name"), "Rink");
  await user.click(screen.getByText("send"));
  expect(await screen.findByText("Somebody has this name")).toBeTruthy();
  expect(screen.getByText("The office is closed")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Rink");
  await user.click(screen.getByLabelText("Name"));
  await user.tab();
  expect(screen.getByText("Somebody has this name")).toBeTruthy();
  await user.type(screen.getByLabelText("Name"), "y");
  await user.tab();
  await waitFor(() => expect(screen.queryByText("Somebody has this name")).toBeNull());
});

test("a list grows and shrinks, and each item is sent by its own paths", async () => {
  const user = userEvent.setup();
  const onSend = vi.fn<(input: WireRecord) => void>();
  const tiers = form([
    listField("Tiers", ["Amount"], { inputPath: "rule.tiers", maxItems: 2 }),
    numberField("Amount", { kind: "FEN", inputPath: "amountFen", required: true }),
  ]);
  await show(<Harness config={tiers} onSend={onSend} />);
  await user.click(await screen.findByRole("button", { name: /Add/ }));
  await user.click(screen.getByRole("button", { name: /Add/ }));
  expect(screen.queryByRole("button", { name: /Add/ })).toBeNull();
  await user.type((await screen.findAllByLabelText("Amount"))[1] ?? document.body, "2");
  await user.click(screen.getByText("send"));
  expect(await screen.findByText("Amount is required")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Remove item 1" }));
  await user.click(screen.getByText("send"));
  await waitFor(() => expect(onSend).toHaveBeenCalledWith({ rule: { tiers: [{ amountFen: 200 }] } }));
});

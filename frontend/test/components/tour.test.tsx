// @vitest-environment happy-dom
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HelpButton } from "@/app/HelpButton";
import { setCurrentHelp } from "@/config/currentHelp";
import { show } from "../support/render";

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});
afterEach(() => {
  setCurrentHelp(null);
  cleanup();
  vi.unstubAllGlobals();
});

test("a tour leads through the parts that are there, in the user's language", async () => {
  const user = userEvent.setup();
  setCurrentHelp({ help: null, kind: "ListPage" });
  await show(
    <>
      <HelpButton />
      <div data-tour="listFilters" />
      <div data-tour="listRows" />
    </>,
  );
  await user.click(await screen.findByRole("button", { name: "Help" }));
  await user.click(await screen.findByText("Tour of this page"));
  expect(await screen.findByText("Filters")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Next" }));
  expect(await screen.findByText("Records")).toBeTruthy();
  expect(screen.queryByText("Views")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Finish" }));
  expect(screen.queryByText("Records")).toBeNull();
});

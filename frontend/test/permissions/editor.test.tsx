// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CustomPage } from "@/config/types";
import { PermissionsPage } from "@/features/permissions/PermissionsPage";
import {
  OpenChangeDocument,
  PlatformDocument,
  RoleGrantsPreviewDocument,
  RoleTreeDocument,
  SaveRoleGrantsDocument,
} from "@/gql/gen/graphql";
import { ME } from "@/session/session";
import { APP, show } from "../support/render";
import { answering, idOf } from "../support/server";

const node = (id: string, kind: string, parent: string | null) => ({
  id,
  code: id,
  kind,
  name: `Node ${id}`,
  nameZh: `节点${id}`,
  nameEn: `Node ${id}`,
  feature: null,
  gate: null,
  parent: parent ? { id: parent } : null,
});
const NODES = [
  node("menu", "MENU", null),
  node("page", "PAGE", "menu"),
  node("add", "ACTION", "page"),
  node("drop", "ACTION", "page"),
];
const PAGE: CustomPage = {
  key: "platform",
  path: "/platforms/:id",
  title: "Platform",
  revision: "r1",
  breadcrumb: [],
  help: null,
  component: "PERMISSION_EDITOR",
  props: { subject: "platform" },
};

function serving({ audience = "MERCHANT", grants = ["role.read", "role.grant", "member.read", "change.read"] } = {}) {
  const server = { version: 4, granted: new Set(["menu", "page", "add"]), open: null as string | null };
  const role = () => ({
    id: "clerk",
    code: "clerk",
    name: "Clerk",
    nameZh: "店员",
    nameEn: "Clerk",
    summary: "",
    description: "",
    descriptionEn: "",
    version: server.version,
    memberCount: 2,
  });
  const head = {
    id: "shop",
    code: "shop",
    name: "Shop",
    nameZh: "店铺",
    nameEn: "Shop",
    audience,
    secondFactor: "OPTIONAL",
    idleMinutes: 15,
    status: "ACTIVE",
    version: 1,
    memberCount: 2,
  };
  const stale = { code: "STALE_OBJECT", message: "Someone else has changed this", path: ["expectedVersion"] };
  const calls = answering({
    [idOf(PlatformDocument)]: () => ({ data: { platformTemplate: { ...head, nodes: NODES, roles: [role()] } } }),
    [idOf(RoleTreeDocument)]: () => ({
      data: { rolePermissionTree: NODES.map(({ id }) => ({ id, granted: server.granted.has(id) })) },
    }),
    [idOf(OpenChangeDocument)]: () => ({
      data: {
        changeRequests: {
          nodes: server.open
            ? [{ id: server.open, createdAt: "2026-01-01T00:00:00Z", maker: { displayName: "Lin" } }]
            : [],
        },
      },
    }),
    [idOf(RoleGrantsPreviewDocument)]: () => ({
      data: {
        previewRoleGrants: { adds: ["drop"], removes: [], memberCount: 2, members: [{ id: "m1", name: "Chen" }] },
      },
    }),
    [idOf(SaveRoleGrantsDocument)]: ({ input }) => {
      const { expectedVersion, add } = input as { expectedVersion: number; add: string[] };
      if (expectedVersion !== server.version)
        return { data: { saveRoleGrants: { changeRequest: null, userErrors: [stale] } } };
      if (audience === "BANK") server.open = "change-1";
      else for (const id of add) server.granted.add(id);
      server.version += audience === "BANK" ? 0 : 1;
      return {
        data: { saveRoleGrants: { changeRequest: server.open ? { id: server.open } : null, userErrors: [] } },
      };
    },
  });
  const shown = show(<PermissionsPage page={PAGE} params={{ id: "shop" }} />, {
    app: { ...APP, pages: [...APP.pages, { key: "change", path: "/changes/:id", title: "Change", kind: "DETAIL" }] },
    seed: (client) => client.setQueryData(ME, { grants }),
  });
  return { server, calls, shown };
}

const box = (name: string) => within(row(name)).getByRole("checkbox");
const row = (name: string) =>
  within(screen.getByRole("tree")).getByText(name).closest(".ant-tree-treenode") as HTMLElement;
const state = (name: string) => box(name).getAttribute("aria-checked");

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: query.includes("min-width"),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("a role's boxes are shown, ticked, checked against the server, and saved as a difference", async () => {
  const user = userEvent.setup();
  const { calls } = serving();
  await screen.findByText("Node add");
  expect([state("Node menu"), state("Node page"), state("Node add"), state("Node drop")]).toEqual([
    "mixed",
    "mixed",
    "true",
    "false",
  ]);
  await user.click(box("Node drop"));
  expect(state("Node page")).toBe("true");
  await user.click(screen.getByRole("button", { name: "Check and save" }));
  expect(await screen.findByText("Chen")).toBeTruthy();
  expect(screen.getByText("Members: 2", { selector: "strong" })).toBeTruthy();
  await user.type(screen.getByLabelText("Reason"), "New duties");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Permissions of “Clerk” saved")).toBeTruthy();
  const saved = calls.find((call) => call.documentId === idOf(SaveRoleGrantsDocument));
  expect(saved?.variables["input"]).toEqual({
    roleId: "clerk",
    add: ["drop"],
    remove: [],
    expectedVersion: 4,
    reason: "New duties",
  });
  await waitFor(() => expect(screen.queryByRole("button", { name: "Check and save" })).toBeNull());
});

test("what somebody else has saved is read and named; what was ticked is kept and can be saved", async () => {
  const user = userEvent.setup();
  const { server, calls } = serving();
  await screen.findByText("Node add");
  await user.click(box("Node drop"));
  server.version = 5;
  server.granted = new Set(["menu", "page"]);
  await user.click(screen.getByRole("button", { name: "Check and save" }));
  await user.click(await screen.findByRole("button", { name: "Save" }));
  expect(await screen.findByText(/Someone else has just changed this role/)).toBeTruthy();
  expect(await screen.findByText("They withdrew: Node add.")).toBeTruthy();
  expect([state("Node add"), state("Node drop")]).toEqual(["false", "true"]);
  await user.click(screen.getByRole("button", { name: "Check and save" }));
  await user.click(await screen.findByRole("button", { name: "Save" }));
  expect(await screen.findByText("Permissions of “Clerk” saved")).toBeTruthy();
  const [first, second] = calls
    .filter((call) => call.documentId === idOf(SaveRoleGrantsDocument))
    .map((call) => call.variables["input"] as { add: string[]; remove: string[]; expectedVersion: number });
  expect(first).toMatchObject({ add: ["drop"], remove: [], expectedVersion: 4 });
  expect(second).toMatchObject({ add: ["drop"], remove: [], expectedVersion: 5 });
});

test("in a platform of the bank a save waits for a second person, and nothing more is ticked meanwhile", async () => {
  const user = userEvent.setup();
  serving({ audience: "BANK" });
  await screen.findByText("Node add");
  await user.click(box("Node drop"));
  await user.click(screen.getByRole("button", { name: "Check and save" }));
  await user.click(await screen.findByRole("button", { name: "Submit for review" }));
  expect(await screen.findByText(/A change submitted by Lin/)).toBeTruthy();
  expect(screen.getByText("Open the review").getAttribute("href")).toBe("/changes/change-1");
  expect(box("Node drop").getAttribute("aria-disabled")).toBe("true");
});

test("without the permission to grant the tree is there to be read", async () => {
  serving({ grants: ["role.read"] });
  await screen.findByText("Node add");
  expect(box("Node drop").getAttribute("aria-disabled")).toBe("true");
  expect(screen.queryByRole("button", { name: "New role" })).toBeNull();
});

test("the tree is walked and ticked by the keyboard, and searched by name or code", async () => {
  const user = userEvent.setup();
  serving();
  await screen.findByText("Node add");
  screen.getByRole("tree").focus();
  await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown} ");
  expect(state("Node drop")).toBe("true");
  expect(screen.getByRole("region", { name: "About this permission" })).toBeTruthy();
  await user.type(screen.getByPlaceholderText("Search by name or code"), "节点add");
  await waitFor(() => expect(within(screen.getByRole("tree")).queryByText("Node drop")).toBeNull());
  expect(row("Node page")).toBeTruthy();
});

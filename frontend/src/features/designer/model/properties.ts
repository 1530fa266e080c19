/** What can be changed of each part, as descriptions that the controls are made from. */
import type { ValueKindName } from "@/lib/values";
import type { Part } from "./plain";

export type Property =
  | { readonly name: string; readonly type: "text"; readonly long?: boolean }
  | { readonly name: string; readonly type: "line" }
  | {
      readonly name: string;
      readonly type: "number";
      readonly min: number;
      readonly max: number;
      readonly unit?: "MB" | "px" | "s";
      /** What holds without a value, in the unit that is shown. */
      readonly initially?: number;
    }
  | { readonly name: string; readonly type: "switch"; readonly initially?: boolean }
  | { readonly name: string; readonly type: "choice"; readonly options: readonly string[]; readonly initially?: string }
  | { readonly name: string; readonly type: "span"; readonly initially?: undefined }
  | { readonly name: "visibleWhen" | "requiredWhen" | "readOnlyWhen"; readonly type: "when" }
  | { readonly name: string; readonly type: PlainType };
/** Properties with a control of their own. */
type PlainType =
  | "bound"
  | "day"
  | "initial"
  | "key"
  | "page"
  | "section"
  | "dictionary"
  | "platformDictionary"
  | "target"
  | "purpose"
  | "accept"
  | "path"
  | "columnKind"
  | "sortable"
  | "defaultOrder"
  | "placement"
  | "pageSizes"
  | "icon"
  | "menu";
export interface PropertyGroup {
  readonly key: "basic" | "rules" | "limits" | "hints" | "look" | "question" | "advanced";
  readonly properties: readonly Property[];
}

const SUMMED: ReadonlySet<ValueKindName> = new Set(["INTEGER", "DECIMAL", "FEN"]);
const COPIED: ReadonlySet<ValueKindName> = new Set(["TEXT", "PHONE", "URL"]);

export function columnGroups(column: Part, { added, inList }: { added: boolean; inList: boolean }): PropertyGroup[] {
  const kind = column["kind"] as ValueKindName;
  const basic: Property[] = [{ name: "label", type: "text" }];
  if (added) {
    basic.push({ name: "path", type: "path" }, { name: "kind", type: "columnKind" });
    if (kind === "ENUM" || kind === "TAGS") basic.push({ name: "dictionary", type: "platformDictionary" });
  }
  const look: Property[] = inList
    ? [
        { name: "defaultVisible", type: "switch", initially: true },
        { name: "pinned", type: "choice", options: ["LEFT", "RIGHT"] },
        { name: "width", type: "number", min: 40, max: 1000, unit: "px" },
        { name: "align", type: "choice", options: ["LEFT", "CENTER", "RIGHT"] },
        { name: "sortable", type: "sortable" },
      ]
    : [];
  if (COPIED.has(kind)) look.push({ name: "copyable", type: "switch" });
  if (inList && SUMMED.has(kind)) look.push({ name: "summary", type: "switch" });
  look.push({ name: "linkPage", type: "page" });
  return [
    { key: "basic", properties: basic },
    { key: "look", properties: look },
  ];
}

export function actionGroups(action: Part): PropertyGroup[] {
  const question: Property[] = [
    { name: "confirm.title", type: "text" },
    { name: "confirm.body", type: "text", long: true },
    { name: "confirm.confirmLabel", type: "text" },
  ];
  return [
    { key: "basic", properties: [{ name: "label", type: "text" }] },
    {
      key: "look",
      properties: [
        { name: "placement", type: "placement" },
        { name: "icon", type: "icon" },
        {
          name: "tone",
          type: "choice",
          options: ["NEUTRAL", "INFO", "SUCCESS", "WARNING", "DANGER"],
          initially: "NEUTRAL",
        },
        { name: "danger", type: "switch" },
      ],
    },
    ...(action["confirm"] ? [{ key: "question" as const, properties: question }] : []),
  ];
}

const TITLE: Property = { name: "title", type: "text" };
export const SECTION: readonly Property[] = [
  TITLE,
  { name: "collapsed", type: "switch" },
  { name: "visibleWhen", type: "when" },
];
export const DETAIL_SECTION: readonly Property[] = [TITLE, { name: "lazy", type: "switch" }];
export const WIDGET: readonly Property[] = [
  TITLE,
  { name: "help", type: "text", long: true },
  { name: "span", type: "span" },
  { name: "linkPage", type: "page" },
];
export const PRESET: readonly Property[] = [
  { name: "label", type: "text" },
  { name: "query", type: "line" },
];
export const NAV_ITEM: readonly Property[] = [
  { name: "label", type: "text" },
  { name: "icon", type: "icon" },
  { name: "parentKey", type: "menu" },
];
export const LAYOUT: Property = {
  name: "layout",
  type: "choice",
  options: ["SINGLE", "TWO_COLUMN", "STEPS", "TABS"],
  initially: "SINGLE",
};

export function pageProperties(kind: string): readonly Property[] {
  if (kind !== "LIST") return [TITLE];
  return [
    TITLE,
    { name: "quickSearch", type: "text" },
    { name: "defaultOrder", type: "defaultOrder" },
    { name: "pageSizes", type: "pageSizes" },
    { name: "refreshSeconds", type: "number", min: 5, max: 3600, unit: "s" },
    { name: "rowLink", type: "page" },
    { name: "empty.title", type: "text" },
    { name: "empty.body", type: "text", long: true },
  ];
}

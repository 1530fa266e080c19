/** What can be changed of a field, by its kind. */
import type { ValueKindName } from "@/lib/values";
import type { Part } from "./plain";
import type { Property, PropertyGroup } from "./properties";

const PATTERNS = [
  "CN_MOBILE",
  "CN_ID_CARD",
  "ORG_CODE",
  "OLD_LICENCE",
  "WECHAT_APPID",
  "USCC",
  "BANK_CARD",
  "EMAIL",
  "POSTCODE",
  "URL",
];
const LONGEST = 20_000;
/** What the server takes without a limit of the field's own. */
const SHORT = 200;
const LONG = 2_000;
const HELD: ReadonlySet<ValueKindName> = new Set([
  "TEXT",
  "LONG_TEXT",
  "PHONE",
  "URL",
  "ENUM",
  "TAGS",
  "REFERENCE",
  "REGION",
]);

function lengths(most: number): readonly Property[] {
  return [
    { name: "minLength", type: "number", min: 1, max: LONGEST },
    { name: "maxLength", type: "number", min: 1, max: LONGEST, initially: most },
  ];
}
const BOUNDS: readonly Property[] = [
  { name: "min", type: "bound" },
  { name: "max", type: "bound" },
];
const DECIMALS: Property = { name: "scale", type: "number", min: 0, max: 8, initially: 2 };
const UNIT: Property = { name: "unit", type: "text" };
const DAYS: readonly Property[] = [
  { name: "notBefore", type: "day" },
  { name: "notAfter", type: "day" },
];
const FILES: readonly Property[] = [
  { name: "purpose", type: "purpose" },
  { name: "accept", type: "accept" },
  { name: "maxBytes", type: "number", min: 1, max: 50, unit: "MB", initially: 10 },
  { name: "maxFiles", type: "number", min: 1, max: 50, initially: 1 },
];
const SEVERAL: Property = { name: "multiple", type: "switch" };

const LIMITS: Readonly<Record<ValueKindName, readonly Property[]>> = {
  TEXT: [{ name: "pattern", type: "choice", options: PATTERNS }, ...lengths(SHORT), { name: "secret", type: "switch" }],
  LONG_TEXT: lengths(LONG),
  PHONE: [],
  URL: lengths(SHORT),
  INTEGER: [...BOUNDS, UNIT],
  DECIMAL: [...BOUNDS, DECIMALS, UNIT],
  FEN: BOUNDS,
  PERCENT: BOUNDS,
  ENUM: [
    { name: "dictionary", type: "dictionary" },
    { name: "widget", type: "choice", options: ["SELECT", "RADIO", "SEGMENTED"], initially: "SELECT" },
  ],
  TAGS: [
    { name: "dictionary", type: "dictionary" },
    { name: "widget", type: "choice", options: ["SELECT", "CHECKBOXES"], initially: "SELECT" },
  ],
  BOOLEAN: [],
  DATE: DAYS,
  DATETIME: DAYS,
  DATE_RANGE: DAYS,
  REFERENCE: [{ name: "target", type: "target" }, SEVERAL],
  REGION: [SEVERAL],
  FILE: FILES,
  IMAGE: FILES,
  DOCUMENT: [
    ...FILES,
    { name: "expiry", type: "choice", options: ["NONE", "OPTIONAL", "REQUIRED"], initially: "NONE" },
    { name: "longTerm", type: "switch" },
    { name: "pauses", type: "choice", options: ["sales"] },
  ],
  JSON: [
    { name: "minItems", type: "number", min: 0, max: 200 },
    { name: "maxItems", type: "number", min: 1, max: 200, initially: 50 },
  ],
};

interface FieldPlace {
  /** The field was made here, so that its key is still free. */
  readonly own: boolean;
  readonly inList: boolean;
  readonly isFilter: boolean;
}

export function fieldGroups(field: Part, { own, inList, isFilter }: FieldPlace): PropertyGroup[] {
  const kind = field["kind"] as ValueKindName;
  const basic: Property[] = [{ name: "label", type: "text" }];
  const hints: Property[] = isFilter ? [] : [{ name: "help", type: "text", long: true }];
  if (HELD.has(kind)) hints.push({ name: "placeholder", type: "text" });
  if (isFilter) return [{ key: "basic", properties: [...basic, ...hints] }];
  const rules: Property[] = [{ name: "required", type: "switch" }];
  if (field["required"] !== true || field["requiredWhen"]) rules.push({ name: "requiredWhen", type: "when" });
  rules.push({ name: "visibleWhen", type: "when" }, { name: "readOnly", type: "switch" });
  if (field["readOnly"] !== true || field["readOnlyWhen"]) rules.push({ name: "readOnlyWhen", type: "when" });
  const look: Property[] = [{ name: "span", type: "span" }];
  if (!inList) look.unshift({ name: "section", type: "section" });
  const advanced: Property[] = [{ name: "inputPath", type: "line" }];
  if (own) advanced.unshift({ name: "key", type: "key" });
  const starts = kind !== "JSON" && !FILES_OF.has(kind);
  const limits = [...LIMITS[kind], ...(starts ? [{ name: "initial", type: "initial" } as const] : [])];
  return [
    { key: "basic", properties: basic },
    { key: "limits", properties: limits },
    { key: "rules", properties: rules },
    { key: "hints", properties: hints },
    { key: "look", properties: look },
    { key: "advanced", properties: advanced },
  ];
}

const FILES_OF: ReadonlySet<ValueKindName> = new Set(["FILE", "IMAGE", "DOCUMENT"]);

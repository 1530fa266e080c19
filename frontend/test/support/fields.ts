import type { Action, Field, FieldOf, Form, ListPage } from "@/config/types";

const base = {
  required: false,
  readOnly: false,
  help: null,
  placeholder: null,
  span: 0,
  section: null,
  initial: null,
  visibleWhen: null,
  requiredWhen: null,
  readOnlyWhen: null,
};

export function textField(key: string, more: Partial<FieldOf<"TextField">> = {}): FieldOf<"TextField"> {
  return {
    __typename: "TextField",
    key,
    inputPath: key,
    label: key,
    kind: "TEXT",
    minLength: null,
    maxLength: null,
    pattern: null,
    multiline: false,
    secret: false,
    ...base,
    ...more,
  };
}

export function numberField(key: string, more: Partial<FieldOf<"NumberField">> = {}): FieldOf<"NumberField"> {
  return {
    __typename: "NumberField",
    key,
    inputPath: key,
    label: key,
    kind: "INTEGER",
    min: null,
    max: null,
    scale: 2,
    unit: null,
    ...base,
    ...more,
  };
}

export function choiceField(key: string, more: Partial<FieldOf<"ChoiceField">> = {}): FieldOf<"ChoiceField"> {
  return {
    __typename: "ChoiceField",
    key,
    inputPath: key,
    label: key,
    kind: "ENUM",
    dictionary: "Kind",
    multiple: false,
    widget: "RADIO",
    ...base,
    ...more,
  };
}

export function booleanField(key: string, more: Partial<FieldOf<"BooleanField">> = {}): FieldOf<"BooleanField"> {
  return { __typename: "BooleanField", key, inputPath: key, label: key, kind: "BOOLEAN", ...base, ...more };
}

export function dateField(key: string, more: Partial<FieldOf<"DateField">> = {}): FieldOf<"DateField"> {
  return {
    __typename: "DateField",
    key,
    inputPath: key,
    label: key,
    kind: "DATE",
    notBefore: null,
    notAfter: null,
    instants: false,
    ...base,
    ...more,
  };
}

export function uploadField(key: string, more: Partial<FieldOf<"UploadField">> = {}): FieldOf<"UploadField"> {
  return {
    __typename: "UploadField",
    key,
    inputPath: key,
    label: key,
    kind: "FILE",
    purpose: "licence",
    accept: ["image/png", "application/pdf"],
    maxBytes: 1024,
    maxFiles: 2,
    expiry: "NONE",
    longTerm: false,
    ...base,
    ...more,
  };
}

export function listField(
  key: string,
  itemFieldKeys: string[],
  more: Partial<FieldOf<"ListField">> = {},
): FieldOf<"ListField"> {
  return {
    __typename: "ListField",
    key,
    inputPath: key,
    label: key,
    kind: "JSON",
    itemFieldKeys,
    minItems: null,
    maxItems: null,
    ...base,
    ...more,
  };
}

/** A condition of one test. */
export function when(field: string, op: "EQ" | "NE" | "EMPTY" | "NOT_EMPTY" | "GTE", ...values: string[]) {
  return [{ all: [{ field, op, values }] }];
}

export const KINDS = [
  { value: "COMPANY", label: "Company", tone: null, disabled: false },
  { value: "PERSON", label: "Person", tone: null, disabled: false },
  { value: "OLD", label: "Old kind", tone: null, disabled: true },
];

export function form(fields: Field[], more: Partial<Form> = {}): Form {
  return { layout: "SINGLE", sections: [], fields, dictionaries: [{ name: "Kind", options: KINDS }], ...more };
}

export function action(key: string, more: Partial<Action> = {}): Action {
  return {
    key,
    label: key,
    icon: null,
    tone: "NEUTRAL",
    danger: false,
    placement: ["ROW"],
    shortcut: null,
    confirm: null,
    form: null,
    load: null,
    submit: null,
    goto: null,
    after: "REFETCH",
    stepUp: false,
    job: false,
    ...more,
  };
}

export function listPage(more: Partial<ListPage> = {}): ListPage {
  return {
    key: "cards",
    path: "/cards",
    title: "Cards",
    breadcrumb: [],
    help: null,
    revision: "r1",
    source: { id: "doc-list", name: "Cards", kind: "QUERY", resultPath: "cards", variables: [] },
    rowKey: "id",
    columns: [],
    filters: [],
    quickSearch: null,
    defaultOrder: [],
    pageSizes: [20, 50],
    presets: [],
    actions: [],
    rowLink: null,
    export: null,
    empty: null,
    refreshSeconds: null,
    ...more,
  };
}

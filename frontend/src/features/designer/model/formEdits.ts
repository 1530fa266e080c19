/** Changes of a form as a designer makes them. The fields stand in one list; a section or a list names those it holds. */
import type { ValueKindName } from "@/lib/values";
import { listOf } from "./conditions";
import {
  at,
  freshKey,
  isObject,
  joined,
  nameOf,
  partsAt,
  put,
  textAt,
  type Part,
  type Plain,
  type PlainObject,
} from "./plain";

export interface Spot {
  /** Section or list that the field shall stand in; null is before all sections. */
  readonly section: string | null;
  readonly list: string | null;
  /** Place among those that stand there. */
  readonly index: number;
}

const STEMS: Readonly<Record<ValueKindName, string>> = {
  TEXT: "text",
  LONG_TEXT: "longText",
  INTEGER: "number",
  DECIMAL: "decimal",
  FEN: "amount",
  PERCENT: "rate",
  BOOLEAN: "yesNo",
  DATE: "date",
  DATETIME: "time",
  DATE_RANGE: "period",
  ENUM: "choice",
  TAGS: "choices",
  REFERENCE: "record",
  REGION: "region",
  FILE: "file",
  IMAGE: "image",
  DOCUMENT: "document",
  PHONE: "phone",
  URL: "url",
  JSON: "list",
};
export const KINDS = Object.keys(STEMS) as readonly ValueKindName[];

export function outerFields(fields: readonly Part[], section: string | null, sections: readonly Part[]): Part[] {
  const known = new Set(sections.map(nameOf));
  return fields.filter((field) => {
    const own = textAt(field, "section");
    const shown = own !== null && known.has(own) ? own : null;
    return shown === section && !listOf(fields, nameOf(field) ?? "");
  });
}

export function itemKeys(list: Part): readonly string[] {
  return (at(list, "itemFieldKeys") as readonly string[] | undefined) ?? [];
}

export interface Words {
  readonly zh: string;
  readonly en: string;
}

const NO_PARTS: readonly Part[] = [];

/**
 * A form with a new field at a spot. A choice brings options of its own, a list brings its first item. Fields that an
 * overlay hides keep their keys.
 */
export function withNewField<T extends PlainObject>(
  root: T,
  form: string,
  kind: ValueKindName,
  label: Words,
  option: Words,
  spot: Spot,
  hidden: readonly Part[] = NO_PARTS,
): { readonly root: T; readonly key: string } {
  const fields = partsAt(root, joined(form, "fields"));
  const known = [...fields, ...hidden];
  const key = freshKey(known, STEMS[kind]);
  const field: Part = { key, kind, label: { ...label } };
  if (kind === "ENUM" || kind === "TAGS") {
    const place = joined(form, "dictionaries");
    const name = freshKey(partsAt(root, place), `${key}Options`);
    const options = ["A", "B"].map((value) => ({
      value,
      label: { zh: `${option.zh} ${value}`, en: `${option.en} ${value}` },
    }));
    const made = put(root, place, [...partsAt(root, place), { name, options }]);
    return { root: putField(made, form, { ...field, dictionary: name }, spot), key };
  }
  if (kind === "JSON") {
    const item = freshKey(known, "item");
    const made = put(root, joined(form, "fields"), [...fields, { key: item, kind: "TEXT", label: { ...label } }]);
    return { root: putField(made, form, { ...field, itemFieldKeys: [item] }, spot), key };
  }
  return { root: putField(root, form, { ...field, ...BEGINNINGS[kind] }, spot), key };
}

const BEGINNINGS: Partial<Record<ValueKindName, PlainObject>> = {
  REFERENCE: { target: "Merchant" },
  FILE: { purpose: "supporting_document" },
  IMAGE: { purpose: "supporting_document", accept: ["image/jpeg", "image/png"] },
  DOCUMENT: { purpose: "supporting_document" },
};

/** A form with a field at a spot; one that stands in the form already is moved there. */
export function putField<T extends PlainObject>(root: T, form: string, field: Part, spot: Spot): T {
  const key = nameOf(field) ?? "";
  const place = joined(form, "fields");
  const others = withoutKey(partsAt(root, place), key);
  if (spot.list !== null) {
    const list = others.find((other) => nameOf(other) === spot.list);
    const keys = list ? itemKeys(list) : [];
    const { section: _none, ...item } = field;
    const grown = others.map((other) =>
      other === list ? put(other, "itemFieldKeys", keys.toSpliced(spot.index, 0, key)) : other,
    );
    return put(root, place, [...grown, item]);
  }
  const neighbours = outerFields(others, spot.section, partsAt(root, joined(form, "sections")));
  const next = neighbours[spot.index];
  const last = neighbours.at(-1);
  const index = next ? others.indexOf(next) : last ? others.indexOf(last) + 1 : others.length;
  const placed = put(field, "section", spot.section ?? undefined);
  return put(root, place, others.toSpliced(index, 0, placed));
}

function withoutKey(fields: readonly Part[], key: string): Part[] {
  return fields
    .filter((field) => nameOf(field) !== key)
    .map((field) => {
      const keys = itemKeys(field);
      return keys.includes(key)
        ? put(
            field,
            "itemFieldKeys",
            keys.filter((each) => each !== key),
          )
        : field;
    });
}

/** A form without a field, and without the fields of its items. */
export function withoutField<T extends PlainObject>(root: T, form: string, key: string): T {
  const place = joined(form, "fields");
  const fields = partsAt(root, place);
  const gone = fields.find((field) => nameOf(field) === key);
  const keys = [key, ...(gone ? itemKeys(gone) : [])];
  return put(root, place, keys.reduce<Part[]>(withoutKey, [...fields]));
}

/** A form without a section; what stood in it goes to the section before it, else the one after it. */
export function withoutSection<T extends PlainObject>(root: T, form: string, key: string): T {
  const place = joined(form, "sections");
  const sections = partsAt(root, place);
  const index = sections.findIndex((section) => nameOf(section) === key);
  const heir = nameOf(sections[index - 1] ?? sections[index + 1]) ?? undefined;
  const fields = partsAt(root, joined(form, "fields")).map((field) =>
    textAt(field, "section") === key ? put(field, "section", heir) : field,
  );
  return put(put(root, place, sections.toSpliced(index, 1)), joined(form, "fields"), fields);
}

/** A form with a copy of a field behind it. */
export function withCopy<T extends PlainObject>(root: T, form: string, key: string): T {
  const fields = partsAt(root, joined(form, "fields"));
  const field = fields.find((each) => nameOf(each) === key);
  if (!field) return root;
  const home = listOf(fields, key);
  const copy = copyOf(fields, field);
  if (home) {
    const index = itemKeys(home).indexOf(key) + 1;
    return putField(root, form, copy, { section: null, list: nameOf(home), index });
  }
  const items = itemKeys(field)
    .map((item) => fields.find((each) => nameOf(each) === item))
    .filter(isObject);
  const made = items.reduce<{ known: Part[]; copies: Part[] }>(
    ({ known, copies }, item) => {
      const next = copyOf(known, item);
      return { known: [...known, next], copies: [...copies, next] };
    },
    { known: [...fields, copy], copies: [] },
  );
  const copied = made.copies.map((item) => nameOf(item) ?? "");
  const whole: Part = items.length ? { ...copy, itemFieldKeys: copied } : copy;
  const section = textAt(field, "section");
  const neighbours = outerFields(fields, section, partsAt(root, joined(form, "sections")));
  const grown = put(root, joined(form, "fields"), [...fields, ...made.copies]);
  return putField(grown, form, whole, { section, list: null, index: neighbours.indexOf(field) + 1 });
}

function copyOf(fields: readonly Part[], field: Part): Part {
  const key = freshKey(fields, (nameOf(field) ?? "field").replace(/\d+$/, ""));
  const path = textAt(field, "inputPath");
  return { ...field, key, ...(path === null ? {} : { inputPath: path.replace(/[^.]+$/, key) }) };
}

/** A form without dictionaries of its own that no field uses any more. */
export function withoutOrphans<T extends PlainObject>(root: T, form = ""): T {
  const place = joined(form, "dictionaries");
  const used = new Set(partsAt(root, joined(form, "fields")).map((field) => textAt(field, "dictionary")));
  const all = partsAt(root, place);
  const kept = all.filter((dictionary) => used.has(nameOf(dictionary)));
  return kept.length === all.length ? root : put(root, place, kept);
}

export function emptyForm(title: { zh: string; en: string }): PlainObject {
  const sections: readonly Plain[] = [{ key: "section", title }];
  return { layout: "SINGLE", sections, fields: [] };
}

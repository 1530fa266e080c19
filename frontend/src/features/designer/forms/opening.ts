import { at, nameOf, partsAt, stepsOf, type Plain } from "../model/plain";

/** The row of the outline that shows a place: a field, a section (`§main`), or none. */
export function openingOf(place: string, root: Plain, form = ""): string | null {
  const inside = form && place.startsWith(`${form}.`) ? place.slice(form.length + 1) : place;
  const [list, name] = stepsOf(inside);
  if (!name) return null;
  if (list === "fields") return name;
  if (list === "sections") return `§${name}`;
  if (list !== "dictionaries") return null;
  const fields = partsAt(at(root, form), "fields");
  return nameOf(fields.find((field) => field["dictionary"] === name));
}

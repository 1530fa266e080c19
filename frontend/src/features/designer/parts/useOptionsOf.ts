import { joined, partsAt, textAt } from "../model/plain";
import { useDesigner, type Choice } from "./DesignerContext";
import { useLabel } from "./useLabel";

/** Options of a dictionary: the form's own ones come first. */
export function useOptionsOf(form: string): (name: string | null) => readonly Choice[] {
  const { root, dictionaries } = useDesigner();
  const labelOf = useLabel();
  return (name) => {
    if (!name) return [];
    const own = partsAt(root, joined(form, "dictionaries")).find((each) => textAt(each, "name") === name);
    if (own) {
      return partsAt(own, "options").map((option) => ({
        value: textAt(option, "value") ?? "",
        label: labelOf(option),
      }));
    }
    return (dictionaries.get(name) ?? []).map(({ value, label }) => ({ value, label }));
  };
}

import { useTranslation } from "react-i18next";
import { whenAt } from "../model/conditions";
import { at, isObject, joined, nameOf, stepsOf, type Plain } from "../model/plain";
import { useLabel } from "./useLabel";

const WHENS = new Set(["visibleWhen", "requiredWhen", "readOnlyWhen"]);
const SHORT = 160;

/** Places and values of a definition in words. */
export function useWords() {
  const { t } = useTranslation("designer");
  const { t: shared } = useTranslation();
  const labelOf = useLabel();

  /** `Columns › Phone › Width` of `columns.phone.width`. */
  const placeOf = (place: string, ...roots: readonly (Plain | undefined)[]): string => {
    const found: string[] = [];
    let path = "";
    for (const step of stepsOf(place)) {
      path = joined(path, step);
      const here = roots.map((root) => at(root, path)).find((each) => each !== undefined);
      const named = isObject(here) && nameOf(here) === step;
      const known: string = t(`lists.${step}` as never, step);
      found.push(named ? labelOf(here) : String(t(`prop.${step}` as never, known)));
    }
    return found.join(" › ") || t("wholePage");
  };

  /** A value, beside the one it is compared with: a switch without a value stands as the other one does not. */
  const valueOf = (place: string, value: Plain | undefined, other?: Plain): string => {
    if (value === undefined && typeof other === "boolean") return shared(other ? "common.no" : "common.yes");
    if (value === undefined || value === null) return t("automatic");
    if (typeof value === "boolean") return shared(value ? "common.yes" : "common.no");
    if (typeof value !== "object") return String(value);
    const name = stepsOf(place).at(-1) ?? "";
    if (WHENS.has(name)) {
      return whenAt({ [name]: value }, name)
        .map(({ all }) =>
          all
            .map((test) => [test.field, t(`operator.${test.op}`), test.values.join(", ")].join(" ").trim())
            .join(` ${t("when.andIf")} `),
        )
        .join(` ${t("when.or")} `);
    }
    if (isObject(value) && typeof value["zh"] === "string") return labelOf({ label: value });
    const label = isObject(value) ? labelOf(value) : "";
    if (label) return label;
    const text = JSON.stringify(value);
    return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
  };
  return { placeOf, valueOf };
}

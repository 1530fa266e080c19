import { usePreferences } from "@/theme/usePreferences";
import { at, isObject, nameOf, type Plain } from "../model/plain";

/** What a part is called in the language of the editor; its key where it has no name yet. */
export function useLabel(): (part: Plain | undefined) => string {
  const { locale } = usePreferences();
  const own = locale === "en" ? "en" : "zh";
  return (part) => {
    for (const name of ["label", "title"]) {
      const text = at(part, name);
      if (!isObject(text)) continue;
      const found = text[own];
      if (typeof found === "string" && found !== "") return found;
    }
    return nameOf(part) ?? "";
  };
}

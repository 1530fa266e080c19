import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Field, Form } from "@/config/types";
import type { FormModel } from "./formModel";

export interface ShownSection {
  readonly key: string;
  readonly title: string;
  readonly collapsed: boolean;
  readonly fields: readonly Field[];
}

/** Fields without a section first, then the sections that have a visible field. */
export function useShownSections(config: Form, fields: readonly Field[], model: FormModel) {
  const { loose, sections } = useMemo(() => {
    const known = new Set(config.sections.map((section) => section.key));
    return {
      loose: fields.filter((field) => !field.section || !known.has(field.section)),
      sections: config.sections.map((section) => ({
        ...section,
        fields: fields.filter((field) => field.section === section.key),
      })),
    };
  }, [config, fields]);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = fields.filter((field) => field.section).map((field) => model.subscribe(field.key, listener));
      return () => stops.forEach((stop) => stop());
    },
    [fields, model],
  );
  // One letter a section: the same text is the same answer, so a key typed renders nothing here.
  const shown = useSyncExternalStore(subscribe, () =>
    sections.map((section) => (section.fields.some((field) => model.stateOf(field.key).visible) ? "1" : "0")).join(""),
  );
  return { loose, sections: useMemo(() => sections.filter((_, index) => shown[index] === "1"), [sections, shown]) };
}

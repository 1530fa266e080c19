import type { Field, Page } from "@/config/types";

/** A field of a previewed page by its place in the definition: of its form, of an action's form, a filter, a control. */
export function renderedField(page: Page | null, place: string): Field | undefined {
  const steps = place.split(".");
  const key = steps.at(-1);
  if (!page || !key) return undefined;
  const among = (fields: readonly Field[] | undefined) => fields?.find((field) => field.key === key);
  switch (page.__typename) {
    case "ListPage":
      if (steps[0] === "filters") return among(page.filters);
      return among(page.actions.find((action) => action.key === steps[1])?.form?.fields);
    case "DetailPage":
      return among(page.actions.find((action) => action.key === steps[1])?.form?.fields);
    case "FormPage":
      return among(page.form.fields);
    case "DashboardPage":
      return among(page.controls);
    case "CustomPage":
      return undefined;
  }
}

import type { Field } from "@/config/types";
import { kindOf } from "../model/conditions";
import { at, isObject, nameOf } from "../model/plain";
import { useDesigner } from "./DesignerContext";

/**
 * A field as its values are typed. What an amount is measured in follows from its kind alone: it must not depend on
 * whether a preview has come already. Only records that are picked need one, for their search.
 */
export function plainField(part: unknown): Field | undefined {
  if (!isObject(part)) return undefined;
  const kind = kindOf(part);
  const base = {
    key: nameOf(part) ?? "",
    inputPath: nameOf(part) ?? "",
    label: "",
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
  switch (kind) {
    case "TEXT":
    case "LONG_TEXT":
    case "PHONE":
    case "URL": {
      const free = { minLength: null, maxLength: null, pattern: null, secret: false };
      return { __typename: "TextField", ...base, kind, ...free, multiline: kind === "LONG_TEXT" };
    }
    case "INTEGER":
    case "DECIMAL":
    case "FEN":
    case "PERCENT": {
      const scale = typeof part["scale"] === "number" ? part["scale"] : 2;
      return { __typename: "NumberField", ...base, kind, min: null, max: null, scale, unit: null };
    }
    case "DATE":
    case "DATETIME":
    case "DATE_RANGE":
      return { __typename: "DateField", ...base, kind, notBefore: null, notAfter: null, instants: false };
    case "REGION": {
      const multiple = part["multiple"] === true;
      return {
        __typename: "ReferenceField",
        ...base,
        kind,
        search: null,
        labelPath: "name",
        descriptionPath: null,
        multiple,
        dependsOn: [],
      };
    }
    default:
      return undefined;
  }
}

/** The field at a place, for typing values of it; none while the search of a picked record is not known yet. */
export function useTypedField(): (place: string) => Field | undefined {
  const { root, rendered } = useDesigner();
  return (place) => plainField(at(root, place)) ?? rendered(place);
}

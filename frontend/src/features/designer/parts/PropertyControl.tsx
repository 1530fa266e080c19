import { useTranslation } from "react-i18next";
import { assertNever } from "@/lib/assertNever";
import { BilingualInput } from "../controls/BilingualInput";
import {
  AcceptInput,
  ColumnKindInput,
  DefaultOrderInput,
  IconInput,
  MenuInput,
  PageInput,
  PageSizesInput,
  PathInput,
  PlacementInput,
  PlatformDictionaryInput,
  PurposeInput,
  SectionInput,
  SortableInput,
  TargetInput,
} from "../controls/choices";
import { DayInput } from "../controls/DayInput";
import { DictionaryInput } from "../controls/DictionaryInput";
import type { InputProps } from "../controls/inputProps";
import { KeyInput, LineInput, ManyInput, NumberInput, SelectInput, SpanInput, SwitchInput } from "../controls/simple";
import { TypedInput, TypedText } from "../controls/TypedInput";
import { WhenInput } from "../controls/When";
import { kindOf, renamed } from "../model/conditions";
import { at, joined, nameOf, partsAt, textAt, type Part, type Plain } from "../model/plain";
import type { Property } from "../model/properties";
import { useDesigner } from "./DesignerContext";
import { useOptionsOf } from "./useOptionsOf";
import { useTypedField } from "./useTypedField";

/** Where a part stands: the form of a field, and its key when it is a field. */
export interface PropertyScope {
  readonly form?: string;
  readonly owner?: string | null;
  readonly onRenamed?: (key: string) => void;
}

export function PropertyControl({
  property,
  form = "",
  owner = null,
  onRenamed,
  ...input
}: InputProps & PropertyScope & { readonly property: Property }) {
  const { t } = useTranslation("designer");
  switch (property.type) {
    case "text":
      return <BilingualInput {...input} long={property.long ?? false} />;
    case "line":
      return <LineInput {...input} />;
    case "number":
      return (
        <NumberInput
          {...input}
          min={property.min}
          max={property.max}
          unit={property.unit}
          initially={property.initially}
        />
      );
    case "switch":
      return <SwitchInput {...input} initially={property.initially ?? false} />;
    case "choice": {
      const options = property.options.map((value) => ({
        value,
        label: t(`choice.${property.name}.${value}` as never, value),
      }));
      return <SelectInput {...input} initially={property.initially} options={options} />;
    }
    case "span":
      return <SpanInput {...input} />;
    case "when":
      return <WhenInput {...input} name={property.name} form={form} owner={owner} />;
    case "bound":
    case "initial":
      return <Typed type={property.type} form={form} {...input} />;
    case "day":
      return <DayInput {...input} />;
    case "key":
      return <Key form={form} {...(onRenamed ? { onRenamed } : {})} {...input} />;
    case "page":
      return <PageInput {...input} />;
    case "section":
      return <SectionInput {...input} form={form} />;
    case "dictionary":
      return <DictionaryInput {...input} form={form} />;
    case "platformDictionary":
      return <PlatformDictionaryInput {...input} />;
    case "target":
      return <TargetInput {...input} />;
    case "purpose":
      return <PurposeInput {...input} />;
    case "accept":
      return <AcceptInput {...input} />;
    case "path":
      return <PathInput {...input} />;
    case "columnKind":
      return <ColumnKindInput {...input} />;
    case "sortable":
      return <SortableInput {...input} />;
    case "defaultOrder":
      return <DefaultOrderInput {...input} />;
    case "placement":
      return <PlacementInput {...input} />;
    case "pageSizes":
      return <PageSizesInput {...input} />;
    case "icon":
      return <IconInput {...input} />;
    case "menu":
      return <MenuInput {...input} />;
    default:
      return assertNever(property);
  }
}

/** Bounds and starting values are typed like the field itself. */
function Typed({ type, form, ...input }: InputProps & { type: "bound" | "initial"; form: string }) {
  const { t } = useTranslation();
  const { root } = useDesigner();
  const fieldAt = useTypedField();
  const optionsOf = useOptionsOf(form);
  const { place, value, onChange, ...rest } = input;
  const field = fieldAt(place);
  const kind = kindOf(at(root, place) as Part | undefined);
  const options = optionsOf(textAt(root, joined(place, "dictionary")));
  if (kind === "TAGS") return <ManyInput {...input} options={options} />;
  if (kind === "ENUM") return <SelectInput {...input} options={options} />;
  if (kind === "BOOLEAN") {
    return (
      <SelectInput
        {...input}
        value={typeof value === "boolean" ? String(value) : undefined}
        options={[
          { value: "true", label: t("common.yes") },
          { value: "false", label: t("common.no") },
        ]}
        onChange={(next) => onChange(next === undefined ? undefined : next === "true")}
      />
    );
  }
  if (type === "bound") {
    return (
      <TypedText
        {...rest}
        field={field}
        value={typeof value === "string" ? value : ""}
        onChange={(next) => onChange(next || undefined)}
      />
    );
  }
  return (
    <TypedInput
      {...rest}
      field={field}
      value={value}
      onChange={(next) => onChange((next as Plain | undefined) ?? undefined)}
    />
  );
}

function Key({ form, onRenamed, ...input }: InputProps & { form: string; onRenamed?: (key: string) => void }) {
  const { root, edit } = useDesigner();
  const from = textAt(root, joined(input.place, "key")) ?? "";
  return (
    <KeyInput
      {...input}
      taken={(key) => partsAt(root, joined(form, "fields")).some((field) => nameOf(field) === key)}
      onRename={(key) => {
        edit((now) => renamed(now, form, from, key));
        onRenamed?.(key);
      }}
    />
  );
}

import { lazy, Suspense } from "react";
import type { Field } from "@/config/types";
import { assertNever } from "@/lib/assertNever";
import { ChoiceControl } from "./ChoiceControl";
import type { ControlProps } from "./controlProps";
import { ReferenceControl } from "./ReferenceControl";
import { TextControl } from "./TextControl";
import { Lines } from "@/ui/Lines";

const BooleanControl = lazy(async () => ({ default: (await import("./BooleanControl")).BooleanControl }));
const NumberControl = lazy(async () => ({ default: (await import("./NumberControl")).NumberControl }));
// The calendar, the upload box and the table of regions weigh as much as a whole list; they come when a page has such a field.
const DateControl = lazy(async () => ({ default: (await import("./DateControl")).DateControl }));
const UploadControl = lazy(async () => ({ default: (await import("./UploadControl")).UploadControl }));

const RegionControl = lazy(async () => ({ default: (await import("./RegionControl")).RegionControl }));

/** The control of a field. Lists are laid out by the form, since their items are fields again. */
export function Control(props: ControlProps<Field>) {
  return (
    <Suspense fallback={<Lines rows={1} />}>
      <OfKind {...props} />
    </Suspense>
  );
}

function OfKind({ field, ...props }: ControlProps<Field>) {
  switch (field.__typename) {
    case "TextField":
      return <TextControl field={field} {...props} />;
    case "NumberField":
      return <NumberControl field={field} {...props} />;
    case "ChoiceField":
      return <ChoiceControl field={field} {...props} />;
    case "DateField":
      return <DateControl field={field} {...props} />;
    case "ReferenceField":
      if (field.search) return <ReferenceControl field={{ ...field, search: field.search }} {...props} />;
      return <RegionControl field={field} {...props} />;
    case "UploadField":
      return <UploadControl field={field} {...props} />;
    case "BooleanField":
      return <BooleanControl field={field} {...props} />;
    case "ListField":
      throw new Error(`the list ${field.key} stands where only a plain field can`);
    default:
      return assertNever(field);
  }
}

import { lazy, Suspense } from "react";
import { Skeleton } from "antd";
import type { Field } from "@/config/types";
import { assertNever } from "@/lib/assertNever";
import { BooleanControl } from "./BooleanControl";
import { ChoiceControl } from "./ChoiceControl";
import type { ControlProps } from "./controlProps";
import { NumberControl } from "./NumberControl";
import { ReferenceControl } from "./ReferenceControl";
import { TextControl } from "./TextControl";

// The calendar, the upload box and the table of regions weigh as much as a whole list; they come when a page has such a field.
const DateControl = lazy(async () => ({ default: (await import("./DateControl")).DateControl }));
const UploadControl = lazy(async () => ({ default: (await import("./UploadControl")).UploadControl }));

const RegionControl = lazy(async () => ({ default: (await import("./RegionControl")).RegionControl }));

/** The control of a field. Lists are laid out by the form, since their items are fields again. */
export function Control({ field, ...props }: ControlProps<Field>) {
  switch (field.__typename) {
    case "TextField":
      return <TextControl field={field} {...props} />;
    case "NumberField":
      return <NumberControl field={field} {...props} />;
    case "ChoiceField":
      return <ChoiceControl field={field} {...props} />;
    case "DateField":
      return (
        <Suspense fallback={<Skeleton.Input active block />}>
          <DateControl field={field} {...props} />
        </Suspense>
      );
    case "ReferenceField":
      if (field.search) return <ReferenceControl field={{ ...field, search: field.search }} {...props} />;
      return (
        <Suspense fallback={<Skeleton.Input active block />}>
          <RegionControl field={field} {...props} />
        </Suspense>
      );
    case "UploadField":
      return (
        <Suspense fallback={<Skeleton.Input active block />}>
          <UploadControl field={field} {...props} />
        </Suspense>
      );
    case "BooleanField":
      return <BooleanControl field={field} {...props} />;
    case "ListField":
      throw new Error(`the list ${field.key} stands where only a plain field can`);
    default:
      return assertNever(field);
  }
}

import { Input } from "antd";
import { useState } from "react";
import type { Field } from "@/config/types";
import { decode, encode } from "@/lib/codecs";
import { getPath } from "@/lib/paths";
import { canonical, isEmpty, type ValueKindName, type WireValue } from "@/lib/values";
import { Control } from "@/runtime/fields/Control";

const WHOLE: ReadonlySet<ValueKindName> = new Set(["INTEGER", "FEN", "PERCENT"]);
const NONE = new Map<string, Field>();

/** The value that a canonical text stands for, as it travels. */
function wireOf(kind: ValueKindName, text: string): WireValue {
  if (kind === "BOOLEAN") return text === "true";
  return WHOLE.has(kind) && /^-?\d+$/.test(text) ? Number(text) : text;
}

interface Props {
  readonly field: Field | undefined;
  readonly id?: string;
  readonly label: string;
  readonly value: WireValue;
  readonly onChange: (value: WireValue) => void;
  readonly disabled: boolean;
}

/** A value typed as its users will type it: an amount in yuan, a record by its name. */
export function TypedInput({ field, id, label, value, onChange, disabled }: Props) {
  // What is being typed is shown as it is typed; anything else that comes in is shown as it reads.
  const [typed, setTyped] = useState<{ readonly wire: string; readonly shown: unknown } | null>(null);
  const named = id ? { id } : {};
  if (!field || field.__typename === "ListField" || field.__typename === "UploadField") {
    // Until it is known what is typed here, nothing is: a text would be taken for a value of another unit.
    return <Input {...named} aria-label={label} disabled value={typeof value === "string" ? value : ""} />;
  }
  const wire = JSON.stringify(value ?? null);
  const shown = typed?.wire === wire ? typed.shown : decode(field, value, NONE, getPath);
  return (
    // With an id the label of the property names the control itself.
    <div {...(id ? {} : { role: "group", "aria-label": label })}>
      <Control
        {...named}
        field={{ ...field, required: false, placeholder: null }}
        value={shown}
        disabled={disabled}
        onChange={(next) => {
          const sent = encode(field, next, NONE);
          setTyped({ wire: JSON.stringify(sent ?? null), shown: next });
          onChange(isEmpty(sent) ? null : sent);
        }}
      />
    </div>
  );
}

/** The same for a text that stands for a value: of a condition, of a bound. */
export function TypedText({
  value,
  onChange,
  ...rest
}: Omit<Props, "value" | "onChange"> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const kind = rest.field?.kind ?? "TEXT";
  return (
    <TypedInput
      {...rest}
      value={value === "" ? null : wireOf(kind, value)}
      onChange={(next) => onChange(canonical(next) ?? "")}
    />
  );
}

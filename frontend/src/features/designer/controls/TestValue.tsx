import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { kindOf, takesSeveral, takesValues, type Test } from "../model/conditions";
import { joined, nameOf, textAt, type Part } from "../model/plain";
import { useOptionsOf } from "../parts/useOptionsOf";
import { useTypedField } from "../parts/useTypedField";
import { TypedText } from "./TypedInput";

interface Props {
  readonly test: Test;
  readonly field: Part | undefined;
  readonly form: string;
  readonly disabled: boolean;
  readonly onChange: (test: Test) => void;
}

/** What a test compares with: options by name, amounts in yuan, records picked. */
export function TestValue({ test, field, form, disabled, onChange }: Props) {
  const { t } = useTranslation("designer");
  const { t: shared } = useTranslation();
  const fieldAt = useTypedField();
  const optionsOf = useOptionsOf(form);
  const label = t("when.value");
  if (!takesValues(test.op)) return null;
  const kind = kindOf(field);
  const set = (values: readonly string[]) => onChange({ ...test, values: values.filter((value) => value !== "") });
  if (kind === "BOOLEAN") {
    return (
      <Select
        aria-label={label}
        disabled={disabled}
        value={test.values[0] ?? null}
        options={[
          { value: "true", label: shared("common.yes") },
          { value: "false", label: shared("common.no") },
        ]}
        onChange={(value) => set([value])}
      />
    );
  }
  const several = takesSeveral(test.op, kind);
  if (kind === "ENUM" || kind === "TAGS") {
    const options = optionsOf(textAt(field, "dictionary"));
    return several ? (
      <Select
        aria-label={label}
        mode="multiple"
        disabled={disabled}
        value={[...test.values]}
        options={[...options]}
        onChange={set}
      />
    ) : (
      <Select
        aria-label={label}
        disabled={disabled}
        value={test.values[0] ?? null}
        options={[...options]}
        onChange={(value) => set([value])}
      />
    );
  }
  if (several) {
    return (
      <Select aria-label={label} mode="tags" disabled={disabled} value={[...test.values]} open={false} onChange={set} />
    );
  }
  return (
    <TypedText
      label={label}
      disabled={disabled}
      field={fieldAt(joined(form, "fields", nameOf(field) ?? ""))}
      value={test.values[0] ?? ""}
      onChange={(value) => set([value])}
    />
  );
}

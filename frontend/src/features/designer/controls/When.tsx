import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown, Select } from "antd";
import { useTranslation } from "react-i18next";
import { nameOf, joined, partsAt, type Part } from "../model/plain";
import { eitherOf, kindOf, operatorsOf, plainWhen, testable, whenAt, type Test, type When } from "../model/conditions";
import { useDesigner } from "../parts/DesignerContext";
import { useLabel } from "../parts/useLabel";
import type { InputProps } from "./inputProps";
import { TestValue } from "./TestValue";
import styles from "./Controls.module.css";

interface Props extends InputProps {
  readonly name: "visibleWhen" | "requiredWhen" | "readOnlyWhen";
  /** The form that the fields stand in, and the field that the condition belongs to; null for a section's. */
  readonly form: string;
  readonly owner: string | null;
}

/** A condition: alternatives, each a list of tests that all have to pass. */
export function WhenInput({ place, name, form, owner, onChange, disabled, label }: Props) {
  const { t } = useTranslation("designer");
  const { root, edit } = useDesigner();
  const labelOf = useLabel();
  const when = whenAt(root, joined(place, name));
  const fields = testable(partsAt(root, joined(form, "fields")), owner);
  const [first] = fields;
  const set = (next: When) => onChange(plainWhen(next));
  const begin = (): Test => startOf(first);
  const either = fields.filter((field) => !(field["required"] === true));
  if (!first) return <p className={styles["hint"]}>{t("when.noFields")}</p>;
  return (
    <div className={styles["when"]} role="group" aria-label={label}>
      {when.map((group, number) => (
        // Groups and tests have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={number} className={styles["group"]}>
          {number > 0 ? <span className={styles["or"]}>{t("when.or")}</span> : null}
          {group.all.map((test, index) => (
            <TestRow
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              test={test}
              first={index === 0}
              fields={fields}
              form={form}
              disabled={disabled}
              onChange={(next) => set(when.with(number, { all: group.all.with(index, next) }))}
              onRemove={() => set(when.with(number, { all: group.all.toSpliced(index, 1) }))}
            />
          ))}
          {disabled ? null : (
            <Button
              type="link"
              size="small"
              icon={<PlusOutlined />}
              onClick={() => set(when.with(number, { all: [...group.all, begin()] }))}
            >
              {t("when.and")}
            </Button>
          )}
        </div>
      ))}
      {disabled ? null : (
        <div className={styles["row"]}>
          <Button size="small" icon={<PlusOutlined />} onClick={() => set([...when, { all: [begin()] }])}>
            {t(when.length ? "when.addOr" : "when.add")}
          </Button>
          {name === "requiredWhen" && owner !== null && when.length === 0 && either.length ? (
            <Dropdown
              trigger={["click"]}
              menu={{
                items: either.map((field) => ({ key: nameOf(field) ?? "", label: labelOf(field) })),
                onClick: ({ key }) => edit((now) => eitherOf(now, form, owner, key)),
              }}
            >
              <Button size="small">{t("when.either")}</Button>
            </Dropdown>
          ) : null}
        </div>
      )}
    </div>
  );
}

function startOf(field: Part | undefined): Test {
  const kind = kindOf(field);
  return { field: nameOf(field) ?? "", op: operatorsOf(kind).includes("EQ") ? "EQ" : "NOT_EMPTY", values: [] };
}

interface RowProps {
  readonly test: Test;
  readonly first: boolean;
  readonly fields: readonly Part[];
  readonly form: string;
  readonly disabled: boolean;
  readonly onChange: (test: Test) => void;
  readonly onRemove: () => void;
}

function TestRow({ test, first, fields, form, disabled, onChange, onRemove }: RowProps) {
  const { t } = useTranslation("designer");
  const labelOf = useLabel();
  const field = fields.find((each) => nameOf(each) === test.field);
  const kind = kindOf(field);
  const operators = operatorsOf(kind);
  // What the source says stays readable, also where this list would not offer it.
  const offered = operators.includes(test.op) ? operators : [...operators, test.op];
  const options = fields.map((each) => ({ value: nameOf(each) ?? "", label: labelOf(each) }));
  return (
    <div className={styles["test"]}>
      <span className={styles["lead"]}>{first ? t("when.if") : t("when.andIf")}</span>
      <div className={styles["testBody"]}>
        <Select
          aria-label={t("when.field")}
          disabled={disabled}
          value={test.field}
          showSearch={{ optionFilterProp: "label" }}
          options={field ? options : [...options, { value: test.field, label: t("when.gone", { key: test.field }) }]}
          onChange={(key) => onChange(startOf(fields.find((each) => nameOf(each) === key)))}
        />
        <Select
          aria-label={t("when.operator")}
          disabled={disabled}
          value={test.op}
          options={offered.map((op) => ({ value: op, label: t(`operator.${op}`) }))}
          onChange={(op) => onChange({ ...test, op, values: [] })}
        />
        <TestValue test={test} field={field} form={form} disabled={disabled} onChange={onChange} />
      </div>
      {disabled ? null : (
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t("when.remove")}
          title={t("when.remove")}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

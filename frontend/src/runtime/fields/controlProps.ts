/** What antd's form hands to the control of a field. */
export interface ControlProps<FieldType> {
  readonly field: FieldType;
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
  readonly disabled?: boolean;
  /** In a row of filters instead of a form: smaller, and the label stands inside. */
  readonly inline?: boolean;
  readonly "aria-required"?: boolean;
}

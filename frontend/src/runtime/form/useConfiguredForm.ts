import { Form, type FormInstance } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Form as FormConfig } from "@/config/types";
import { Refused, type UserError } from "@/lib/errors";
import type { WireRecord } from "@/lib/values";
import { FormModel, startingValues, type Values } from "./formModel";
import type { LiveForm } from "./useFieldState";
import { placeErrors } from "./placeErrors";

export interface ConfiguredForm {
  readonly config: FormConfig;
  readonly antd: FormInstance<Values>;
  readonly model: FormModel;
  readonly initial: Values;
  readonly dirty: boolean;
  /** Errors of the last refusal that no shown field can carry. */
  readonly rest: readonly UserError[];
  readonly live: LiveForm;
  /** What may be sent, or null when a field says no; the first such field is in view then. */
  readonly settle: () => Promise<WireRecord | null>;
  /** Put a refusal's errors at their fields. */
  readonly place: (error: unknown) => void;
  readonly markClean: () => void;
}

/** A form as configured, with the record's values if there is one. */
export function useConfiguredForm(config: FormConfig, record?: unknown): ConfiguredForm {
  const [antd] = Form.useForm<Values>();
  const initial = useMemo(() => startingValues(config, record), [config, record]);
  const model = useMemo(() => new FormModel(config, initial), [config, initial]);
  const [dirty, setDirty] = useState(false);
  const [rest, setRest] = useState<readonly UserError[]>([]);
  const refused = useRef(new Map<string, { readonly value: unknown; readonly message: string }>());
  const shown = useRef(initial);
  useEffect(() => {
    // A configuration that changed under an open form keeps what was typed; a record that arrived replaces it.
    if (shown.current === initial) return;
    shown.current = initial;
    if (dirty) for (const [key, value] of Object.entries(antd.getFieldsValue(true) as Values)) model.change(key, value);
    else antd.setFieldsValue(initial);
  }, [antd, dirty, initial, model]);

  // Each control reports by itself: antd's `onValuesChange` copies all values once per field, for every key typed.
  const live = useMemo<LiveForm>(
    () => ({
      model,
      changed(key) {
        setDirty(true);
        model.change(key, antd.getFieldValue(key));
      },
      refusalOf(name, value) {
        const known = refused.current.get(name.join("."));
        return known && known.value === value ? known.message : null;
      },
    }),
    [antd, model],
  );

  return {
    config,
    antd,
    model,
    initial,
    dirty,
    rest,
    live,
    async settle() {
      setRest([]);
      // Sending again asks the server again, also for the same value.
      refused.current.clear();
      try {
        await antd.validateFields();
      } catch {
        const first = antd.getFieldsError().find((field) => field.errors.length > 0);
        if (first) antd.scrollToField(first.name, { block: "center", focus: true });
        return null;
      }
      return model.settle(antd.getFieldsValue(true) as Values).input;
    },
    place(error) {
      if (!(error instanceof Refused)) return;
      const placed = placeErrors(model, error.errors);
      for (const { name, errors } of placed.fields) {
        const value: unknown = antd.getFieldValue(name);
        refused.current.set(name.join("."), { value, message: errors.join("\n") });
      }
      antd.setFields(placed.fields.map(({ name, errors }) => ({ name, errors })));
      setRest(placed.rest);
      const [first] = placed.fields;
      if (first) antd.scrollToField(first.name, { block: "center", focus: true });
    },
    markClean: () => setDirty(false),
  };
}

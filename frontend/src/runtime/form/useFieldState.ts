import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { FieldState } from "@/lib/formRules";
import type { WireValue } from "@/lib/values";
import type { FormModel } from "./formModel";
import type { FieldName } from "./placeErrors";

export interface LiveForm {
  readonly model: FormModel;
  /** A control of this field, or of an item of this list, has a new value. */
  readonly changed: (key: string) => void;
  /** What the server said of this very value when it was last sent. */
  readonly refusalOf: (name: FieldName, value: unknown) => string | null;
}

export const LiveFormContext = createContext<LiveForm | null>(null);

export function useLiveForm(): LiveForm {
  const live = useContext(LiveFormContext);
  if (!live) throw new Error("rendered outside of a form");
  return live;
}

/** State of a field of the form, or of a field of one item of a list. */
export function useFieldState(key: string, item?: { readonly list: string; readonly index: number }): FieldState {
  const { model } = useLiveForm();
  const watched = item?.list ?? key;
  const subscribe = useCallback((listener: () => void) => model.subscribe(watched, listener), [model, watched]);
  return useSyncExternalStore(subscribe, () =>
    item ? model.itemStateOf(item.list, item.index, key) : model.stateOf(key),
  );
}

/** Values that a control depends on, as they travel. */
export function useWireValues(keys: readonly string[]): Readonly<Record<string, WireValue>> {
  const model = useContext(LiveFormContext)?.model;
  const joined = keys.join(" ");
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = joined.split(" ").map((key) => model?.subscribe(key, listener));
      return () => stops.forEach((stop) => stop?.());
    },
    [model, joined],
  );
  const text = useSyncExternalStore(subscribe, () =>
    JSON.stringify(Object.fromEntries(keys.map((key) => [key, model?.wireOf(key)]))),
  );
  return JSON.parse(text) as Record<string, WireValue>;
}

import type { Plain } from "../model/plain";

/** What the control of a property works with. */
export interface InputProps {
  readonly id: string;
  readonly label: string;
  /** The part that has the property. */
  readonly place: string;
  readonly value: Plain | undefined;
  /** Undefined takes the property away: its default holds. */
  readonly onChange: (value: Plain | undefined) => void;
  readonly disabled: boolean;
}

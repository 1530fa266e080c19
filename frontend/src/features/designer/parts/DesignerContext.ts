import { createContext, useContext } from "react";
import type { Field, Option } from "@/config/types";
import type { FormMaterialsQuery, PageDefinitionQuery } from "@/gql/gen/graphql";
import type { Mistake } from "../model/mistakes";
import type { PlainObject } from "../model/plain";

export interface Choice {
  readonly value: string;
  readonly label: string;
}
export type Materials = FormMaterialsQuery["formMaterials"];
export type PagePath = PageDefinitionQuery["pageDefinition"]["paths"][number];

/** What every control of an editor works on. */
export interface Designer {
  readonly root: PlainObject;
  /** What the overlay stands on: what differs from it is marked, what it has can be brought back. */
  readonly base: PlainObject | null;
  readonly readOnly: boolean;
  readonly mistakes: readonly Mistake[];
  /** A mistake that somebody wants to see; `run` counts the times. */
  readonly target: { readonly place: string; readonly run: number } | null;
  readonly edit: (change: (root: PlainObject) => PlainObject, merge?: string) => void;
  readonly pages: readonly Choice[];
  readonly paths: readonly PagePath[];
  readonly materials: Materials;
  /** Options of the platform's dictionaries, by name. */
  readonly dictionaries: ReadonlyMap<string, readonly Option[]>;
  /** A field as the last preview rendered it, by its place: with it a value is typed as users will type it. */
  readonly rendered: (place: string) => Field | undefined;
}

export const NO_MATERIALS: Materials = { targets: [], purposes: [] };

export const DesignerContext = createContext<Designer | null>(null);

export function useDesigner(): Designer {
  const found = useContext(DesignerContext);
  if (!found) throw new Error("rendered outside of an editor");
  return found;
}

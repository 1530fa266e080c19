import type { ComponentType, LazyExoticComponent } from "react";
import type { CustomComponent } from "@/gql/gen/graphql";
import type { CustomPage, Row } from "@/config/types";

export interface CustomPageProps {
  readonly page: CustomPage;
  readonly params: Readonly<Record<string, string>>;
}
export interface CustomSectionProps {
  readonly record: Row;
  readonly params: Readonly<Record<string, string>>;
}
type Registry<Props> = Partial<Record<CustomComponent, LazyExoticComponent<ComponentType<Props>>>>;

/** Hand-written pages and sections by the name that a configuration uses; the application fills them in. */
export const customPages: Registry<CustomPageProps> = {};
export const customSections: Registry<CustomSectionProps> = {};

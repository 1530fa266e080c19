/** Names for the parts of a page's configuration, as the documents select them. */
export type {
  ActionFragment as Action,
  ColumnFragment as Column,
  CustomConfigFragment as CustomPage,
  DashboardConfigFragment as DashboardPage,
  DetailConfigFragment as DetailPage,
  DictionaryFragment as Dictionary,
  FormFragment as Form,
  FormPageConfigFragment as FormPage,
  GotoFragment as Goto,
  ListConfigFragment as ListPage,
  NavigationFragment as NavItem,
  OperationFragment as Operation,
  WidgetFragment as Widget,
  Tone,
  ValueKind,
} from "@/gql/gen/graphql";
import type { AppConfigQuery, FieldFragment, PageConfigQuery } from "@/gql/gen/graphql";

export type AppConfig = AppConfigQuery["appConfig"];
export type PageRef = AppConfig["pages"][number];
export type Page = NonNullable<PageConfigQuery["pageConfig"]>;
export type Option = AppConfig["dictionaries"][number]["options"][number];
export type Field = FieldFragment;
export type FieldOf<Name extends Field["__typename"]> = Extract<Field, { __typename: Name }>;
export type PageHead = Pick<Page, "key" | "path" | "title" | "breadcrumb" | "help" | "revision">;
/** A record as it comes: its shape is the page's own. */
export type Row = Readonly<Record<string, unknown>>;
export interface ActionState {
  readonly key: string;
  readonly enabled: boolean;
  readonly reason?: string | null;
}

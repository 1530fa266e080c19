/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ActionPlacement =
  | 'BULK'
  | 'DETAIL'
  | 'ROW'
  | 'TOOLBAR';

export type AfterAction =
  | 'CLOSE'
  | 'GOTO'
  | 'NONE'
  | 'REFETCH';

export type Align =
  | 'CENTER'
  | 'LEFT'
  | 'RIGHT';

/** Parts of the shell that this installation and this caller have. */
export type AppFeature =
  | 'EXPORTS'
  | 'GLOBAL_SEARCH'
  | 'NOTICES'
  | 'PREVIEW'
  | 'SAVED_VIEWS'
  | 'SETTINGS';

export type BindingSource =
  | 'CONSTANT'
  | 'FILTER'
  | 'FORM'
  | 'KEY'
  | 'ORDER'
  | 'PAGE'
  | 'ROUTE_PARAM'
  | 'ROW'
  | 'SEARCH'
  | 'SELECTION';

export type ChoiceWidget =
  | 'CHECKBOXES'
  | 'RADIO'
  | 'SEGMENTED'
  | 'SELECT';

export type CustomComponent =
  | 'CONTRACT_SIGNING'
  | 'FORM_DESIGNER'
  | 'HOME'
  | 'ONBOARDING_WIZARD'
  | 'PAGE_EDITOR'
  | 'PERMISSION_EDITOR'
  | 'REDEMPTION_TERMINAL'
  | 'SALES_CONTROL_MAP';

/** Whether a document carries the day it expires on. */
export type ExpiryRule =
  | 'NONE'
  | 'OPTIONAL'
  | 'REQUIRED';

export type ExportFormat =
  | 'CSV'
  | 'XLSX';

export type FormLayout =
  | 'SINGLE'
  | 'STEPS'
  | 'TABS'
  | 'TWO_COLUMN';

export type OperationKind =
  | 'MUTATION'
  | 'QUERY';

export type PageKind =
  | 'CUSTOM'
  | 'DASHBOARD'
  | 'DETAIL'
  | 'FORM'
  | 'LIST';

/** Names, never expressions. */
export type PatternName =
  | 'BANK_CARD'
  | 'CN_ID_CARD'
  | 'CN_MOBILE'
  | 'EMAIL'
  | 'OLD_LICENCE'
  | 'ORG_CODE'
  | 'POSTCODE'
  | 'URL'
  | 'USCC'
  | 'WECHAT_APPID';

export type Pin =
  | 'LEFT'
  | 'RIGHT';

export type PreviewInput = {
  merchantType?: string | null | undefined;
  roles?: Array<string | number> | null | undefined;
  template: string;
};

/** STEPS: its first item is an ENUM; the dictionary's order is the order of the steps, a DANGER option is a way out. */
export type SectionKind =
  | 'CUSTOM'
  | 'DESCRIPTIONS'
  | 'FILES'
  | 'RELATED_LIST'
  | 'STEPS';

export type StatTrend =
  | 'DOWN'
  | 'NEITHER'
  | 'UP';

export type TestOp =
  | 'EMPTY'
  | 'EQ'
  | 'GT'
  | 'GTE'
  | 'IN'
  | 'LT'
  | 'LTE'
  | 'NE'
  | 'NOT_EMPTY'
  | 'NOT_IN';

export type Tone =
  | 'DANGER'
  | 'INFO'
  | 'NEUTRAL'
  | 'SUCCESS'
  | 'WARNING';

export type ValueKind =
  | 'BOOLEAN'
  | 'DATE'
  | 'DATETIME'
  | 'DATE_RANGE'
  | 'DECIMAL'
  | 'DOCUMENT'
  | 'ENUM'
  | 'FEN'
  | 'FILE'
  | 'IMAGE'
  | 'INTEGER'
  | 'JSON'
  | 'LONG_TEXT'
  | 'PERCENT'
  | 'PHONE'
  | 'REFERENCE'
  | 'REGION'
  | 'TAGS'
  | 'TEXT'
  | 'URL';

/** TODO: the result is a list of `key label count tone pageKey query`. TABLE: a connection or a list. */
export type WidgetKind =
  | 'BAR'
  | 'LINE'
  | 'PIE'
  | 'STAT'
  | 'TABLE'
  | 'TODO';

export type OperationFragment = { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> };

export type WhenFragment = { all: Array<{ field: string, op: TestOp, values: Array<string> }> };

type Base_BooleanField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_ChoiceField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_DateField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_ListField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_NumberField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_ReferenceField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_TextField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_UploadField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

export type BaseFragment =
  | Base_BooleanField_Fragment
  | Base_ChoiceField_Fragment
  | Base_DateField_Fragment
  | Base_ListField_Fragment
  | Base_NumberField_Fragment
  | Base_ReferenceField_Fragment
  | Base_TextField_Fragment
  | Base_UploadField_Fragment
;

type Field_BooleanField_Fragment = { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_ChoiceField_Fragment = { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_DateField_Fragment = { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_ListField_Fragment = { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_NumberField_Fragment = { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_ReferenceField_Fragment = { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_TextField_Fragment = { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_UploadField_Fragment = { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

export type FieldFragment =
  | Field_BooleanField_Fragment
  | Field_ChoiceField_Fragment
  | Field_DateField_Fragment
  | Field_ListField_Fragment
  | Field_NumberField_Fragment
  | Field_ReferenceField_Fragment
  | Field_TextField_Fragment
  | Field_UploadField_Fragment
;

export type DictionaryFragment = { name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> };

export type FormFragment = { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
    | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
  >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> };

export type ColumnFragment = { key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean };

export type GotoFragment = { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> };

export type ActionFragment = { key: string, label: string, icon: string | null, tone: Tone, danger: boolean, placement: Array<ActionPlacement>, shortcut: string | null, after: AfterAction, stepUp: boolean, job: boolean, confirm: { title: string, body: string | null, confirmLabel: string, typeToConfirm: string | null } | null, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
      | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } | null, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, goto: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null };

type PageHead_CustomPage_Fragment = { key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

type PageHead_DashboardPage_Fragment = { key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

type PageHead_DetailPage_Fragment = { key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

type PageHead_FormPage_Fragment = { key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

type PageHead_ListPage_Fragment = { key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

export type PageHeadFragment =
  | PageHead_CustomPage_Fragment
  | PageHead_DashboardPage_Fragment
  | PageHead_DetailPage_Fragment
  | PageHead_FormPage_Fragment
  | PageHead_ListPage_Fragment
;

export type ListConfigFragment = { rowKey: string, pageSizes: Array<number>, rowLink: string | null, refreshSeconds: number | null, key: string, path: string, title: string, revision: string, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, columns: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }>, filters: Array<
    | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
  >, quickSearch: { placeholder: string } | null, defaultOrder: Array<{ key: string, descending: boolean }>, presets: Array<{ key: string, label: string, query: string, count: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, actions: Array<{ key: string, label: string, icon: string | null, tone: Tone, danger: boolean, placement: Array<ActionPlacement>, shortcut: string | null, after: AfterAction, stepUp: boolean, job: boolean, confirm: { title: string, body: string | null, confirmLabel: string, typeToConfirm: string | null } | null, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
        | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } | null, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, goto: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, export: { formats: Array<ExportFormat>, maxRows: number, start: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } } | null, empty: { title: string, body: string | null, actionKey: string | null } | null, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

export type DetailConfigFragment = { key: string, path: string, title: string, revision: string, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, header: { titlePath: string, subtitlePath: string | null, statusPath: string | null, statusDictionary: string | null }, sections: Array<{ key: string, title: string, kind: SectionKind, list: string | null, lazy: boolean, items: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }> }>, actions: Array<{ key: string, label: string, icon: string | null, tone: Tone, danger: boolean, placement: Array<ActionPlacement>, shortcut: string | null, after: AfterAction, stepUp: boolean, job: boolean, confirm: { title: string, body: string | null, confirmLabel: string, typeToConfirm: string | null } | null, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
        | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } | null, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, goto: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, timeline: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

export type FormPageConfigFragment = { key: string, path: string, title: string, revision: string, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
      | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> }, onSuccess: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

export type WidgetFragment = { key: string, title: string, kind: WidgetKind, span: number, help: string | null, linkPage: string | null, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, stat: { valuePath: string, kind: ValueKind, unit: string | null, changeBpsPath: string | null, goodWhen: StatTrend } | null, chart: { categoryPath: string, categoryKind: ValueKind, categoryDictionary: string | null, series: Array<{ key: string, label: string, valuePath: string, kind: ValueKind, tone: Tone | null }> } | null, columns: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }> };

export type DashboardConfigFragment = { key: string, path: string, title: string, revision: string, controls: Array<
    | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
  >, widgets: Array<{ key: string, title: string, kind: WidgetKind, span: number, help: string | null, linkPage: string | null, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, stat: { valuePath: string, kind: ValueKind, unit: string | null, changeBpsPath: string | null, goodWhen: StatTrend } | null, chart: { categoryPath: string, categoryKind: ValueKind, categoryDictionary: string | null, series: Array<{ key: string, label: string, valuePath: string, kind: ValueKind, tone: Tone | null }> } | null, columns: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }> }>, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

export type CustomConfigFragment = { component: CustomComponent, props: unknown, key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

export type NavigationFragment = { key: string, parentKey: string | null, label: string, icon: string | null, order: number, pageKey: string | null, href: string | null, badge: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null };

export type AppConfigQueryVariables = Exact<{
  previewAs?: PreviewInput | null | undefined;
}>;


export type AppConfigQuery = { appConfig: { revision: string, template: string, templateLabel: string, merchantType: string | null, landing: string, features: Array<AppFeature>, navigation: Array<{ key: string, parentKey: string | null, label: string, icon: string | null, order: number, pageKey: string | null, href: string | null, badge: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, pages: Array<{ key: string, path: string, title: string, kind: PageKind }>, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } };

export type PageConfigQueryVariables = Exact<{
  key: string | number;
  previewAs?: PreviewInput | null | undefined;
}>;


export type PageConfigQuery = { pageConfig:
    | { __typename: 'CustomPage', component: CustomComponent, props: unknown, key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
    | { __typename: 'DashboardPage', key: string, path: string, title: string, revision: string, controls: Array<
        | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      >, widgets: Array<{ key: string, title: string, kind: WidgetKind, span: number, help: string | null, linkPage: string | null, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, stat: { valuePath: string, kind: ValueKind, unit: string | null, changeBpsPath: string | null, goodWhen: StatTrend } | null, chart: { categoryPath: string, categoryKind: ValueKind, categoryDictionary: string | null, series: Array<{ key: string, label: string, valuePath: string, kind: ValueKind, tone: Tone | null }> } | null, columns: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }> }>, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
    | { __typename: 'DetailPage', key: string, path: string, title: string, revision: string, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, header: { titlePath: string, subtitlePath: string | null, statusPath: string | null, statusDictionary: string | null }, sections: Array<{ key: string, title: string, kind: SectionKind, list: string | null, lazy: boolean, items: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }> }>, actions: Array<{ key: string, label: string, icon: string | null, tone: Tone, danger: boolean, placement: Array<ActionPlacement>, shortcut: string | null, after: AfterAction, stepUp: boolean, job: boolean, confirm: { title: string, body: string | null, confirmLabel: string, typeToConfirm: string | null } | null, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
            | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } | null, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, goto: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, timeline: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
    | { __typename: 'FormPage', key: string, path: string, title: string, revision: string, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
          | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> }, onSuccess: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
    | { __typename: 'ListPage', rowKey: string, pageSizes: Array<number>, rowLink: string | null, refreshSeconds: number | null, key: string, path: string, title: string, revision: string, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, columns: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }>, filters: Array<
        | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      >, quickSearch: { placeholder: string } | null, defaultOrder: Array<{ key: string, descending: boolean }>, presets: Array<{ key: string, label: string, query: string, count: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, actions: Array<{ key: string, label: string, icon: string | null, tone: Tone, danger: boolean, placement: Array<ActionPlacement>, shortcut: string | null, after: AfterAction, stepUp: boolean, job: boolean, confirm: { title: string, body: string | null, confirmLabel: string, typeToConfirm: string | null } | null, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
            | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } | null, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, goto: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, export: { formats: Array<ExportFormat>, maxRows: number, start: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } } | null, empty: { title: string, body: string | null, actionKey: string | null } | null, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
   | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PageHeadFragmentDoc = new TypedDocumentString(`
    fragment PageHead on PageBase {
  key
  path
  title
  breadcrumb {
    label
    pageKey
  }
  help {
    tourKey
    articleUrl
  }
  revision
}
    `, {"fragmentName":"PageHead"}) as unknown as TypedDocumentString<PageHeadFragment, unknown>;
export const OperationFragmentDoc = new TypedDocumentString(`
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
    `, {"fragmentName":"Operation"}) as unknown as TypedDocumentString<OperationFragment, unknown>;
export const ColumnFragmentDoc = new TypedDocumentString(`
    fragment Column on ColumnConfig {
  key
  path
  label
  kind
  dictionary
  labelPath
  width
  align
  pinned
  sortable
  defaultVisible
  includeVariable
  copyable
  maskable
  linkPage
  summary
}
    `, {"fragmentName":"Column"}) as unknown as TypedDocumentString<ColumnFragment, unknown>;
export const WhenFragmentDoc = new TypedDocumentString(`
    fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
    `, {"fragmentName":"When"}) as unknown as TypedDocumentString<WhenFragment, unknown>;
export const BaseFragmentDoc = new TypedDocumentString(`
    fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
    fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}`, {"fragmentName":"Base"}) as unknown as TypedDocumentString<BaseFragment, unknown>;
export const FieldFragmentDoc = new TypedDocumentString(`
    fragment Field on FieldConfig {
  __typename
  ... on TextField {
    ...Base
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    ...Base
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    ...Base
    dictionary
    multiple
    widget
  }
  ... on DateField {
    ...Base
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    ...Base
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    ...Base
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on BooleanField {
    ...Base
  }
  ... on ListField {
    ...Base
    itemFieldKeys
    minItems
    maxItems
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}`, {"fragmentName":"Field"}) as unknown as TypedDocumentString<FieldFragment, unknown>;
export const DictionaryFragmentDoc = new TypedDocumentString(`
    fragment Dictionary on Dictionary {
  name
  options {
    value
    label
    tone
    disabled
  }
}
    `, {"fragmentName":"Dictionary"}) as unknown as TypedDocumentString<DictionaryFragment, unknown>;
export const FormFragmentDoc = new TypedDocumentString(`
    fragment Form on FormConfig {
  layout
  sections {
    key
    title
    collapsed
    visibleWhen {
      ...When
    }
  }
  fields {
    ...Field
  }
  dictionaries {
    ...Dictionary
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
fragment Field on FieldConfig {
  __typename
  ... on TextField {
    ...Base
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    ...Base
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    ...Base
    dictionary
    multiple
    widget
  }
  ... on DateField {
    ...Base
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    ...Base
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    ...Base
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on BooleanField {
    ...Base
  }
  ... on ListField {
    ...Base
    itemFieldKeys
    minItems
    maxItems
  }
}
fragment Dictionary on Dictionary {
  name
  options {
    value
    label
    tone
    disabled
  }
}`, {"fragmentName":"Form"}) as unknown as TypedDocumentString<FormFragment, unknown>;
export const GotoFragmentDoc = new TypedDocumentString(`
    fragment Goto on Navigation {
  pageKey
  params {
    variable
    source
    key
    constant
  }
}
    `, {"fragmentName":"Goto"}) as unknown as TypedDocumentString<GotoFragment, unknown>;
export const ActionFragmentDoc = new TypedDocumentString(`
    fragment Action on ActionConfig {
  key
  label
  icon
  tone
  danger
  placement
  shortcut
  confirm {
    title
    body
    confirmLabel
    typeToConfirm
  }
  form {
    ...Form
  }
  load {
    ...Operation
  }
  submit {
    ...Operation
  }
  goto {
    ...Goto
  }
  after
  stepUp
  job
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
fragment Field on FieldConfig {
  __typename
  ... on TextField {
    ...Base
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    ...Base
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    ...Base
    dictionary
    multiple
    widget
  }
  ... on DateField {
    ...Base
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    ...Base
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    ...Base
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on BooleanField {
    ...Base
  }
  ... on ListField {
    ...Base
    itemFieldKeys
    minItems
    maxItems
  }
}
fragment Dictionary on Dictionary {
  name
  options {
    value
    label
    tone
    disabled
  }
}
fragment Form on FormConfig {
  layout
  sections {
    key
    title
    collapsed
    visibleWhen {
      ...When
    }
  }
  fields {
    ...Field
  }
  dictionaries {
    ...Dictionary
  }
}
fragment Goto on Navigation {
  pageKey
  params {
    variable
    source
    key
    constant
  }
}`, {"fragmentName":"Action"}) as unknown as TypedDocumentString<ActionFragment, unknown>;
export const ListConfigFragmentDoc = new TypedDocumentString(`
    fragment ListConfig on ListPage {
  ...PageHead
  source {
    ...Operation
  }
  rowKey
  columns {
    ...Column
  }
  filters {
    ...Field
  }
  quickSearch {
    placeholder
  }
  defaultOrder {
    key
    descending
  }
  pageSizes
  presets {
    key
    label
    query
    count {
      ...Operation
    }
  }
  actions {
    ...Action
  }
  rowLink
  export {
    formats
    start {
      ...Operation
    }
    maxRows
  }
  empty {
    title
    body
    actionKey
  }
  refreshSeconds
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
fragment Field on FieldConfig {
  __typename
  ... on TextField {
    ...Base
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    ...Base
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    ...Base
    dictionary
    multiple
    widget
  }
  ... on DateField {
    ...Base
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    ...Base
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    ...Base
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on BooleanField {
    ...Base
  }
  ... on ListField {
    ...Base
    itemFieldKeys
    minItems
    maxItems
  }
}
fragment Dictionary on Dictionary {
  name
  options {
    value
    label
    tone
    disabled
  }
}
fragment Form on FormConfig {
  layout
  sections {
    key
    title
    collapsed
    visibleWhen {
      ...When
    }
  }
  fields {
    ...Field
  }
  dictionaries {
    ...Dictionary
  }
}
fragment Column on ColumnConfig {
  key
  path
  label
  kind
  dictionary
  labelPath
  width
  align
  pinned
  sortable
  defaultVisible
  includeVariable
  copyable
  maskable
  linkPage
  summary
}
fragment Goto on Navigation {
  pageKey
  params {
    variable
    source
    key
    constant
  }
}
fragment Action on ActionConfig {
  key
  label
  icon
  tone
  danger
  placement
  shortcut
  confirm {
    title
    body
    confirmLabel
    typeToConfirm
  }
  form {
    ...Form
  }
  load {
    ...Operation
  }
  submit {
    ...Operation
  }
  goto {
    ...Goto
  }
  after
  stepUp
  job
}
fragment PageHead on PageBase {
  key
  path
  title
  breadcrumb {
    label
    pageKey
  }
  help {
    tourKey
    articleUrl
  }
  revision
}`, {"fragmentName":"ListConfig"}) as unknown as TypedDocumentString<ListConfigFragment, unknown>;
export const DetailConfigFragmentDoc = new TypedDocumentString(`
    fragment DetailConfig on DetailPage {
  ...PageHead
  source {
    ...Operation
  }
  header {
    titlePath
    subtitlePath
    statusPath
    statusDictionary
  }
  sections {
    key
    title
    kind
    items {
      ...Column
    }
    list
    lazy
  }
  actions {
    ...Action
  }
  timeline {
    ...Operation
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
fragment Field on FieldConfig {
  __typename
  ... on TextField {
    ...Base
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    ...Base
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    ...Base
    dictionary
    multiple
    widget
  }
  ... on DateField {
    ...Base
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    ...Base
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    ...Base
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on BooleanField {
    ...Base
  }
  ... on ListField {
    ...Base
    itemFieldKeys
    minItems
    maxItems
  }
}
fragment Dictionary on Dictionary {
  name
  options {
    value
    label
    tone
    disabled
  }
}
fragment Form on FormConfig {
  layout
  sections {
    key
    title
    collapsed
    visibleWhen {
      ...When
    }
  }
  fields {
    ...Field
  }
  dictionaries {
    ...Dictionary
  }
}
fragment Column on ColumnConfig {
  key
  path
  label
  kind
  dictionary
  labelPath
  width
  align
  pinned
  sortable
  defaultVisible
  includeVariable
  copyable
  maskable
  linkPage
  summary
}
fragment Goto on Navigation {
  pageKey
  params {
    variable
    source
    key
    constant
  }
}
fragment Action on ActionConfig {
  key
  label
  icon
  tone
  danger
  placement
  shortcut
  confirm {
    title
    body
    confirmLabel
    typeToConfirm
  }
  form {
    ...Form
  }
  load {
    ...Operation
  }
  submit {
    ...Operation
  }
  goto {
    ...Goto
  }
  after
  stepUp
  job
}
fragment PageHead on PageBase {
  key
  path
  title
  breadcrumb {
    label
    pageKey
  }
  help {
    tourKey
    articleUrl
  }
  revision
}`, {"fragmentName":"DetailConfig"}) as unknown as TypedDocumentString<DetailConfigFragment, unknown>;
export const FormPageConfigFragmentDoc = new TypedDocumentString(`
    fragment FormPageConfig on FormPage {
  ...PageHead
  load {
    ...Operation
  }
  submit {
    ...Operation
  }
  form {
    ...Form
  }
  onSuccess {
    ...Goto
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
fragment Field on FieldConfig {
  __typename
  ... on TextField {
    ...Base
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    ...Base
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    ...Base
    dictionary
    multiple
    widget
  }
  ... on DateField {
    ...Base
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    ...Base
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    ...Base
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on BooleanField {
    ...Base
  }
  ... on ListField {
    ...Base
    itemFieldKeys
    minItems
    maxItems
  }
}
fragment Dictionary on Dictionary {
  name
  options {
    value
    label
    tone
    disabled
  }
}
fragment Form on FormConfig {
  layout
  sections {
    key
    title
    collapsed
    visibleWhen {
      ...When
    }
  }
  fields {
    ...Field
  }
  dictionaries {
    ...Dictionary
  }
}
fragment Goto on Navigation {
  pageKey
  params {
    variable
    source
    key
    constant
  }
}
fragment PageHead on PageBase {
  key
  path
  title
  breadcrumb {
    label
    pageKey
  }
  help {
    tourKey
    articleUrl
  }
  revision
}`, {"fragmentName":"FormPageConfig"}) as unknown as TypedDocumentString<FormPageConfigFragment, unknown>;
export const WidgetFragmentDoc = new TypedDocumentString(`
    fragment Widget on Widget {
  key
  title
  kind
  span
  help
  linkPage
  source {
    ...Operation
  }
  stat {
    valuePath
    kind
    unit
    changeBpsPath
    goodWhen
  }
  chart {
    categoryPath
    categoryKind
    categoryDictionary
    series {
      key
      label
      valuePath
      kind
      tone
    }
  }
  columns {
    ...Column
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment Column on ColumnConfig {
  key
  path
  label
  kind
  dictionary
  labelPath
  width
  align
  pinned
  sortable
  defaultVisible
  includeVariable
  copyable
  maskable
  linkPage
  summary
}`, {"fragmentName":"Widget"}) as unknown as TypedDocumentString<WidgetFragment, unknown>;
export const DashboardConfigFragmentDoc = new TypedDocumentString(`
    fragment DashboardConfig on DashboardPage {
  ...PageHead
  controls {
    ...Field
  }
  widgets {
    ...Widget
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
fragment Field on FieldConfig {
  __typename
  ... on TextField {
    ...Base
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    ...Base
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    ...Base
    dictionary
    multiple
    widget
  }
  ... on DateField {
    ...Base
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    ...Base
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    ...Base
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on BooleanField {
    ...Base
  }
  ... on ListField {
    ...Base
    itemFieldKeys
    minItems
    maxItems
  }
}
fragment Column on ColumnConfig {
  key
  path
  label
  kind
  dictionary
  labelPath
  width
  align
  pinned
  sortable
  defaultVisible
  includeVariable
  copyable
  maskable
  linkPage
  summary
}
fragment PageHead on PageBase {
  key
  path
  title
  breadcrumb {
    label
    pageKey
  }
  help {
    tourKey
    articleUrl
  }
  revision
}
fragment Widget on Widget {
  key
  title
  kind
  span
  help
  linkPage
  source {
    ...Operation
  }
  stat {
    valuePath
    kind
    unit
    changeBpsPath
    goodWhen
  }
  chart {
    categoryPath
    categoryKind
    categoryDictionary
    series {
      key
      label
      valuePath
      kind
      tone
    }
  }
  columns {
    ...Column
  }
}`, {"fragmentName":"DashboardConfig"}) as unknown as TypedDocumentString<DashboardConfigFragment, unknown>;
export const CustomConfigFragmentDoc = new TypedDocumentString(`
    fragment CustomConfig on CustomPage {
  ...PageHead
  component
  props
}
    fragment PageHead on PageBase {
  key
  path
  title
  breadcrumb {
    label
    pageKey
  }
  help {
    tourKey
    articleUrl
  }
  revision
}`, {"fragmentName":"CustomConfig"}) as unknown as TypedDocumentString<CustomConfigFragment, unknown>;
export const NavigationFragmentDoc = new TypedDocumentString(`
    fragment Navigation on NavItem {
  key
  parentKey
  label
  icon
  order
  pageKey
  href
  badge {
    ...Operation
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}`, {"fragmentName":"Navigation"}) as unknown as TypedDocumentString<NavigationFragment, unknown>;
export const AppConfigDocument = {"__meta__":{"hash":"sha256:81bd02dee09313e2b8c8b380f16fae9f0305b9235af83b61a095da93ab2762d8"}} as unknown as TypedDocumentString<AppConfigQuery, AppConfigQueryVariables>;
export const PageConfigDocument = {"__meta__":{"hash":"sha256:2da17ad6a33c7bd0de3061f292d9b00c76932a0f9e03b3576c0ed67aa06e9509"}} as unknown as TypedDocumentString<PageConfigQuery, PageConfigQueryVariables>;
import { Checkbox, Select, Space } from "antd";
import { useTranslation } from "react-i18next";
import { ICON_NAMES, iconOf } from "@/ui/Icon";
import { useClear } from "@/ui/useClear";
import { nameOf, joined, partsAt, put, textAt, type Plain } from "../model/plain";
import { useDesigner } from "../parts/DesignerContext";
import { useLabel } from "../parts/useLabel";
import type { InputProps } from "./inputProps";
import { ManyInput, SelectInput } from "./simple";
import styles from "./Controls.module.css";

export function PageInput(props: InputProps) {
  const { pages } = useDesigner();
  return <SelectInput {...props} options={pages.filter((page) => page.value !== "app")} />;
}

export function SectionInput({ form, ...props }: InputProps & { form: string }) {
  const { root } = useDesigner();
  const labelOf = useLabel();
  const sections = partsAt(root, joined(form, "sections"));
  return (
    <SelectInput
      {...props}
      options={sections.map((section) => ({ value: nameOf(section) ?? "", label: labelOf(section) }))}
    />
  );
}

export function TargetInput(props: InputProps) {
  const { materials } = useDesigner();
  const options = materials.targets.map(({ name, label }) => ({ value: name, label }));
  return <SelectInput {...props} initially="" options={options} />;
}

export function PurposeInput(props: InputProps) {
  const { materials } = useDesigner();
  const options = materials.purposes.map(({ code, label }) => ({ value: code, label }));
  return <SelectInput {...props} initially="" options={options} />;
}

const ACCEPTED = ["image/jpeg", "image/png", "application/pdf"];

/** Types that a document may have: of those that its purpose takes. */
export function AcceptInput(props: InputProps) {
  const { t } = useTranslation("designer");
  const { root, materials } = useDesigner();
  const purpose = materials.purposes.find((each) => each.code === textAt(root, joined(props.place, "purpose")));
  const types = [...new Set(purpose?.accept ?? ACCEPTED)];
  return (
    <ManyInput
      {...props}
      value={props.value ?? ACCEPTED}
      options={types.map((type) => ({ value: type, label: t(`media.${type.replace(/[^a-z]/g, "_")}` as never, type) }))}
      onChange={(next) => props.onChange(next ?? [])}
    />
  );
}

/** What the page's records hold that a column can show. */
export function PathInput(props: InputProps) {
  const { paths, edit } = useDesigner();
  return (
    <SelectInput
      {...props}
      initially=""
      options={paths.map((path) => ({ value: path.path, label: `${path.path} · ${path.description}` }))}
      onChange={(next) => {
        const found = paths.find((path) => path.path === next);
        edit((now) => put(put(now, joined(props.place, "path"), next), joined(props.place, "kind"), found?.kinds[0]));
      }}
    />
  );
}

export function ColumnKindInput(props: InputProps) {
  const { t } = useTranslation("designer");
  const { root, paths } = useDesigner();
  const path = textAt(root, joined(props.place, "path"));
  const kinds = paths.find((each) => each.path === path)?.kinds ?? [];
  return (
    <SelectInput {...props} initially="" options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
  );
}

export function PlatformDictionaryInput(props: InputProps) {
  const { dictionaries } = useDesigner();
  return <SelectInput {...props} options={[...dictionaries.keys()].map((name) => ({ value: name, label: name }))} />;
}

/** Whether a column that can be sorted by is; what it is sorted by is the page's own affair. */
export function SortableInput({ place, value, onChange, disabled, label }: InputProps) {
  const { base } = useDesigner();
  const known = textAt(base ?? {}, joined(place, "sortable")) ?? (typeof value === "string" ? value : null);
  return (
    <Checkbox
      aria-label={label}
      disabled={disabled || known === null}
      checked={typeof value === "string"}
      onChange={({ target }) => onChange(target.checked ? (known ?? undefined) : undefined)}
    />
  );
}

export function DefaultOrderInput({ id, label, value, onChange, disabled }: InputProps) {
  const { t } = useTranslation("designer");
  const clear = useClear();
  const { root } = useDesigner();
  const labelOf = useLabel();
  const sortable = partsAt(root, "columns").filter((column) => column["sortable"]);
  const order = Array.isArray(value) ? (value as readonly Plain[])[0] : undefined;
  const key = textAt(order, "key");
  const descending = (order as { descending?: boolean } | undefined)?.descending === true;
  const set = (next: string | undefined, down: boolean) =>
    onChange(next ? [{ key: next, ...(down ? { descending: true } : {}) }] : undefined);
  return (
    <Space.Compact block>
      <Select<string>
        id={id}
        aria-label={label}
        disabled={disabled}
        allowClear={clear}
        placeholder={t("automatic")}
        value={key}
        options={sortable.map((column) => ({ value: nameOf(column) ?? "", label: labelOf(column) }))}
        onChange={(next: string | undefined) => set(next, descending)}
        style={{ flex: 1 }}
      />
      <Select<string>
        aria-label={t("order.direction")}
        disabled={disabled || !key}
        value={descending ? "down" : "up"}
        options={[
          { value: "up", label: t("order.up") },
          { value: "down", label: t("order.down") },
        ]}
        onChange={(next) => set(key ?? undefined, next === "down")}
        style={{ inlineSize: 110 }}
      />
    </Space.Compact>
  );
}

const PLACEMENTS = ["TOOLBAR", "ROW", "BULK", "DETAIL"] as const;

export function PlacementInput(props: InputProps) {
  const { t } = useTranslation("designer");
  return (
    <ManyInput
      {...props}
      options={PLACEMENTS.map((each) => ({ value: each, label: t(`choice.placement.${each}`) }))}
      onChange={(next) => props.onChange(next ?? [])}
    />
  );
}

const SIZES = ["10", "20", "50", "100", "200"];

export function PageSizesInput(props: InputProps) {
  const value = Array.isArray(props.value) ? props.value : [20, 50, 100, 200];
  return (
    <ManyInput
      {...props}
      value={value}
      options={SIZES.map((size) => ({ value: size, label: size }))}
      onChange={(next) => props.onChange(Array.isArray(next) ? (next as string[]).map(Number) : undefined)}
    />
  );
}

export function IconInput({ id, label, value, onChange, disabled }: InputProps) {
  const { t } = useTranslation("designer");
  const clear = useClear();
  return (
    <Select<string>
      id={id}
      aria-label={label}
      disabled={disabled}
      allowClear={clear}
      showSearch
      placeholder={t("noIcon")}
      value={typeof value === "string" ? value : null}
      options={ICON_NAMES.map((name) => ({ value: name, label: name }))}
      optionRender={({ value: name }) => (
        <span className={styles["icon"]}>
          {iconOf(String(name))} {name}
        </span>
      )}
      labelRender={({ value: name }) => (
        <span className={styles["icon"]}>
          {iconOf(String(name))} {name}
        </span>
      )}
      onChange={(next: string | undefined) => onChange(next)}
      style={{ inlineSize: "100%" }}
    />
  );
}

/** The menu that an entry stands in. */
export function MenuInput(props: InputProps) {
  const { root } = useDesigner();
  const labelOf = useLabel();
  const own = props.place.split(".").at(-1);
  const menus = partsAt(root, "navigation").filter((item) => !item["pageKey"] && !item["href"] && nameOf(item) !== own);
  return (
    <SelectInput {...props} options={menus.map((item) => ({ value: nameOf(item) ?? "", label: labelOf(item) }))} />
  );
}

import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ValueKind } from "@/gql/gen/graphql";
import { Outline } from "../forms/Outline";
import { at, freshKey, isObject, joined, nameOf, partsAt, put, textAt, type Part } from "../model/plain";
import names from "../model/names.json";
import { fieldGroups } from "../model/fieldProperties";
import { actionGroups, columnGroups, DETAIL_SECTION, PRESET, WIDGET } from "../model/properties";
import { useDesigner } from "../parts/DesignerContext";
import { isAdded, PartsList } from "../parts/PartsList";
import { PropertyGroups, PropertyList } from "../parts/PropertyList";
import { useLabel } from "../parts/useLabel";
import styles from "../parts/Parts.module.css";

/** Columns of a list, or the values of a section. */
export function Columns({ list = "columns" }: { list?: string }) {
  const { t } = useTranslation("designer");
  const { base, paths } = useDesigner();
  const inList = list === "columns";
  const add = (parts: readonly Part[]): Part => {
    const used = new Set(parts.map((part) => part["path"]));
    const path = paths.find((each) => !used.has(each.path)) ?? paths[0];
    const stem = (path?.path ?? "value").replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
    return { key: freshKey(parts, stem), path: path?.path ?? "", kind: path?.kinds[0] ?? "TEXT", label: names.column };
  };
  return (
    <PartsList
      list={list}
      label={t("lists.columns")}
      meta={(part) => (
        <>
          <span>{t(`kind.${(textAt(part, "kind") ?? "TEXT") as ValueKind}`)}</span>
          {inList && part["defaultVisible"] === false ? <span>{t("meta.optional")}</span> : null}
          {part["pinned"] ? <span>{t("meta.pinned")}</span> : null}
        </>
      )}
      {...(paths.length ? { add: { label: t("addColumn"), make: add } } : {})}
    >
      {(part, place) => (
        <PropertyGroups place={place} groups={columnGroups(part, { added: isAdded(base, place), inList })} />
      )}
    </PartsList>
  );
}

function FieldList({ list }: { list: "filters" | "controls" }) {
  const { t } = useTranslation("designer");
  return (
    <PartsList
      list={list}
      label={t(`lists.${list}`)}
      meta={(part) => <span>{t(`kind.${(textAt(part, "kind") ?? "TEXT") as ValueKind}`)}</span>}
    >
      {(part, place) => (
        <PropertyGroups place={place} groups={fieldGroups(part, { own: false, inList: true, isFilter: true })} />
      )}
    </PartsList>
  );
}

export function Filters() {
  return <FieldList list="filters" />;
}

export function Controls() {
  return <FieldList list="controls" />;
}

export function Actions() {
  const { t } = useTranslation("designer");
  return (
    <PartsList
      list="actions"
      label={t("lists.actions")}
      meta={(part) =>
        ((part["placement"] as readonly string[] | undefined) ?? []).map((each) => (
          <span key={each}>{t(`choice.placement.${each}` as never, each)}</span>
        ))
      }
    >
      {(part, place) => (
        <>
          <PropertyGroups place={place} groups={actionGroups(part)} />
          {isObject(part["form"]) ? <FormOf place={joined(place, "form")} /> : null}
        </>
      )}
    </PartsList>
  );
}

function FormOf({ place }: { place: string }) {
  const { t } = useTranslation("designer");
  const { root, base, edit, readOnly } = useDesigner();
  const labelOf = useLabel();
  const fields = joined(place, "fields");
  const gone = partsAt(base ?? {}, fields).filter(
    (field) => at(root, joined(fields, nameOf(field) ?? "")) === undefined,
  );
  return (
    <>
      <h4 className={styles["subtitle"]}>{t("lists.form")}</h4>
      <Outline form={place} />
      {gone.length && !readOnly ? (
        <ul
          className={styles["parts"]}
          aria-label={t("hiddenParts", { count: gone.length })}
          style={{ marginBlockStart: 8 }}
        >
          {gone.map((field) => (
            <li key={nameOf(field)} className={styles["gone"]}>
              {labelOf(field)}
              <Button
                size="small"
                aria-label={t("showWhat", { what: labelOf(field) })}
                onClick={() => edit((now) => put(now, fields, [...partsAt(now, fields), field]))}
              >
                {t("show")}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

export function PageForm() {
  return <FormOf place="form" />;
}

function newView(parts: readonly Part[]): Part {
  return { key: freshKey(parts, "view"), label: names.view, query: "q=" };
}

export function Presets() {
  const { t } = useTranslation("designer");
  return (
    <PartsList list="presets" label={t("lists.presets")} add={{ label: t("addView"), make: newView }}>
      {(_, place) => <PropertyList place={place} properties={PRESET} />}
    </PartsList>
  );
}

export function Sections() {
  const { t } = useTranslation("designer");
  return (
    <PartsList
      list="sections"
      label={t("lists.sections")}
      meta={(part) => <span>{t(`sectionKind.${textAt(part, "kind") ?? "DESCRIPTIONS"}` as never)}</span>}
    >
      {(part, place) => (
        <>
          <PropertyList place={place} properties={DETAIL_SECTION} />
          {partsAt(part, "items").length ? (
            <>
              <h4 className={styles["subtitle"]}>{t("lists.items")}</h4>
              <Columns list={joined(place, "items")} />
            </>
          ) : null}
        </>
      )}
    </PartsList>
  );
}

export function Widgets() {
  const { t } = useTranslation("designer");
  return (
    <PartsList
      list="widgets"
      label={t("lists.widgets")}
      meta={(part) => <span>{t(`widgetKind.${textAt(part, "kind") ?? "STAT"}` as never)}</span>}
    >
      {(_, place) => <PropertyList place={place} properties={WIDGET} />}
    </PartsList>
  );
}

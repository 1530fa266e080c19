import { UndoOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { mistakesOf } from "../model/mistakes";
import { at, equal, joined, put, type Plain } from "../model/plain";
import type { Property, PropertyGroup } from "../model/properties";
import { useDesigner } from "./DesignerContext";
import { PropertyControl, type PropertyScope } from "./PropertyControl";
import styles from "./Parts.module.css";

interface Props extends PropertyScope {
  readonly place: string;
}

/** The properties of a part in their groups; the rarely used ones stay closed until something is wrong there. */
export function PropertyGroups({ groups, ...rest }: Props & { groups: readonly PropertyGroup[] }) {
  const { t } = useTranslation("designer");
  const { root, mistakes } = useDesigner();
  return groups
    .filter((group) => group.properties.length > 0)
    .map((group) => {
      const list = <PropertyList {...rest} properties={group.properties} />;
      if (group.key === "basic") return <div key={group.key}>{list}</div>;
      const wrong = group.properties.some((one) => mistakesOf(mistakes, rest.place, one.name).length > 0);
      const used = group.properties.some((one) => at(root, joined(rest.place, one.name)) !== undefined);
      const closed = group.key === "advanced" || ((group.key === "hints" || group.key === "look") && !used);
      return (
        <details key={group.key} className={styles["details"]} open={!closed || wrong}>
          <summary>{t(`group.${group.key}`)}</summary>
          {list}
        </details>
      );
    });
}

export function PropertyList({ properties, ...rest }: Props & { properties: readonly Property[] }) {
  return (
    <div className={styles["properties"]}>
      {properties.map((property) => (
        <PropertyRow key={property.name} property={property} {...rest} />
      ))}
    </div>
  );
}

function PropertyRow({ property, place, ...scope }: Props & { property: Property }) {
  const { t } = useTranslation("designer");
  const { root, base, mistakes, edit, readOnly } = useDesigner();
  const id = useId();
  const whole = joined(place, property.name);
  const value = at(root, whole);
  const below = base && at(base, place) !== undefined ? at(base, whole) : undefined;
  const differs = base !== null && at(base, place) !== undefined && !equal(value, below);
  const label = t(`prop.${property.name}` as never, property.name);
  const wrong = mistakesOf(mistakes, place, property.name);
  const change = (next: Plain | undefined) => edit((now) => put(now, whole, next), whole);
  const control = (
    <PropertyControl
      property={property}
      id={id}
      label={label}
      place={place}
      value={value}
      disabled={readOnly}
      onChange={change}
      {...scope}
    />
  );
  return (
    <div className={styles["property"]} data-type={property.type} data-wrong={wrong.length > 0} data-place={whole}>
      <div className={styles["label"]}>
        <label htmlFor={id}>{label}</label>
        {differs && !readOnly ? (
          <Button
            type="text"
            size="small"
            icon={<UndoOutlined />}
            aria-label={t("restoreWhat", { what: label })}
            title={t("restore")}
            onClick={() => edit((now) => put(now, whole, below))}
          />
        ) : null}
      </div>
      {control}
      {wrong.map((message) => (
        <p key={message} role="alert" className={styles["message"]}>
          {message}
        </p>
      ))}
    </div>
  );
}

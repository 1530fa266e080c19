import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { mistakesOf } from "../model/mistakes";
import names from "../model/names.json";
import { freshKey, joined, partsAt, put, textAt, type Part, type Plain } from "../model/plain";
import { useDesigner } from "../parts/DesignerContext";
import type { InputProps } from "./inputProps";
import styles from "./Controls.module.css";

/** The options of a choice: the platform's, or the form's own, which are edited right here. */
export function DictionaryInput({ id, label, place, value, onChange, disabled, form }: InputProps & { form: string }) {
  const { t } = useTranslation("designer");
  const { root, edit, dictionaries } = useDesigner();
  const home = joined(form, "dictionaries");
  const own = partsAt(root, home);
  const index = own.findIndex((each) => textAt(each, "name") === value);
  const create = () =>
    edit((now) => {
      const known = partsAt(now, home);
      const name = freshKey(known, `${textAt(now, joined(place, "key")) ?? "field"}Options`);
      const options = [{ value: "A", label: names.option }];
      return put(put(now, home, [...known, { name, options }]), joined(place, "dictionary"), name);
    });
  return (
    <div className={styles["stack"]}>
      <div className={styles["row"]}>
        <Select<string>
          id={id}
          aria-label={label}
          disabled={disabled}
          showSearch={{ optionFilterProp: "label" }}
          value={typeof value === "string" && value ? value : null}
          placeholder={t("option.choose")}
          options={[
            {
              label: t("option.own"),
              options: own.flatMap((each) => {
                const name = textAt(each, "name");
                return name ? [{ value: name, label: name }] : [];
              }),
            },
            {
              label: t("option.platform"),
              options: [...dictionaries.keys()].map((name) => ({ value: name, label: name })),
            },
          ]}
          onChange={onChange}
        />
        {disabled ? null : (
          <Button size="small" icon={<PlusOutlined />} onClick={create}>
            {t("option.create")}
          </Button>
        )}
      </div>
      {index >= 0 ? <Options place={joined(home, typeof value === "string" ? value : "")} disabled={disabled} /> : null}
    </div>
  );
}

function Options({ place, disabled }: { place: string; disabled: boolean }) {
  const { t } = useTranslation("designer");
  const { root, edit, mistakes } = useDesigner();
  const list = joined(place, "options");
  const options = partsAt(root, list);
  const set = (next: readonly Plain[], merge?: string) => edit((now) => put(now, list, next), merge);
  const change = (index: number, name: string, value: Plain | undefined) =>
    set(options.with(index, put(options[index] ?? {}, name, value)), `${list}.${index}.${name}`);
  const swap = (index: number, by: 1 | -1) => {
    const [one, other] = [options[index], options[index + by]];
    if (one && other) set(options.with(index, other).with(index + by, one));
  };
  const wrong = mistakesOf(mistakes, place, "options");
  return (
    <div className={styles["options"]} role="group" aria-label={t("option.title")}>
      {options.map((option, index) => (
        // An option's value is being typed: only its place identifies it.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={styles["option"]}>
          <OptionTexts
            option={option}
            number={index + 1}
            disabled={disabled}
            onChange={(...args) => change(index, ...args)}
          />
          {disabled ? null : (
            <span className={styles["tools"]}>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                disabled={index === 0}
                aria-label={t("moveUp", { what: textAt(option, "value") })}
                onClick={() => swap(index, -1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                disabled={index === options.length - 1}
                aria-label={t("moveDown", { what: textAt(option, "value") })}
                onClick={() => swap(index, 1)}
              />
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t("removeWhat", { what: textAt(option, "value") })}
                onClick={() => set(options.toSpliced(index, 1))}
              />
            </span>
          )}
        </div>
      ))}
      {wrong.map((message) => (
        <p key={message} role="alert" className={styles["wrong"]}>
          {message}
        </p>
      ))}
      {disabled ? null : (
        <Button
          type="dashed"
          size="small"
          block
          icon={<PlusOutlined />}
          onClick={() =>
            set([
              ...options,
              {
                value: freshKey(options, `OPTION${options.length + 1}`),
                label: names.option,
              },
            ])
          }
        >
          {t("option.add")}
        </Button>
      )}
    </div>
  );
}

interface TextsProps {
  readonly option: Part;
  readonly number: number;
  readonly disabled: boolean;
  readonly onChange: (name: string, value: Plain | undefined) => void;
}

function OptionTexts({ option, number, disabled, onChange }: TextsProps) {
  const { t } = useTranslation("designer");
  const label = { zh: textAt(option, "label.zh") ?? "", en: textAt(option, "label.en") ?? "" };
  return (
    <div className={styles["optionTexts"]}>
      <Input
        aria-label={t("option.value", { number })}
        disabled={disabled}
        value={textAt(option, "value") ?? ""}
        placeholder={t("option.valueHint")}
        onChange={(event) => onChange("value", event.target.value)}
      />
      <Input
        aria-label={`${t("option.label", { number })} ${t("language.zh")}`}
        lang="zh-CN"
        disabled={disabled}
        value={label.zh}
        placeholder={t("language.zh")}
        onChange={(event) => onChange("label", { ...label, zh: event.target.value })}
      />
      <Input
        aria-label={`${t("option.label", { number })} ${t("language.en")}`}
        lang="en"
        disabled={disabled}
        value={label.en}
        placeholder={t("language.en")}
        onChange={(event) => onChange("label", { ...label, en: event.target.value })}
      />
      <Checkbox
        disabled={disabled}
        checked={option["disabled"] === true}
        onChange={({ target }) => onChange("disabled", target.checked ? true : undefined)}
      >
        {t("option.off")}
      </Checkbox>
    </div>
  );
}

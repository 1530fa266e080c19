import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover } from "antd";
import { useTranslation } from "react-i18next";
import type { Column, ListPage } from "@/config/types";
import styles from "./List.module.css";

interface Props {
  readonly page: ListPage;
  readonly shown: readonly Column[];
  readonly onChoose: (keys: string[] | null) => void;
}

function moved(keys: readonly string[], key: string, by: 1 | -1): string[] {
  const from = keys.indexOf(key);
  const result = keys.filter((each) => each !== key);
  result.splice(Math.max(0, from + by), 0, key);
  return result;
}

/** Which columns stand in the list and in which order; buttons instead of dragging, so that the keyboard can do it. */
export function ColumnChooser({ page, shown, onChoose }: Props) {
  const { t } = useTranslation();
  const keys = shown.map((column) => column.key);
  const rest = page.columns.filter((column) => !keys.includes(column.key));
  const content = (
    <div className={styles["chooser"]}>
      {[...shown, ...rest].map((column) => {
        const at = keys.indexOf(column.key);
        return (
          <div key={column.key} className={styles["choice"]}>
            <Checkbox
              checked={at >= 0}
              disabled={at >= 0 && keys.length === 1}
              onChange={({ target }) =>
                onChoose(target.checked ? [...keys, column.key] : keys.filter((key) => key !== column.key))
              }
            >
              {column.label}
            </Checkbox>
            {at >= 0 ? (
              <span>
                <Button
                  type="text"
                  size="small"
                  disabled={at === 0}
                  aria-label={t("list.moveUp", { column: column.label })}
                  icon={<ArrowUpOutlined aria-hidden />}
                  onClick={() => onChoose(moved(keys, column.key, -1))}
                />
                <Button
                  type="text"
                  size="small"
                  disabled={at === keys.length - 1}
                  aria-label={t("list.moveDown", { column: column.label })}
                  icon={<ArrowDownOutlined aria-hidden />}
                  onClick={() => onChoose(moved(keys, column.key, 1))}
                />
              </span>
            ) : null}
          </div>
        );
      })}
      <Button type="link" size="small" onClick={() => onChoose(null)}>
        {t("list.resetColumns")}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={t("list.columns")} content={content}>
      <Button
        type="text"
        aria-label={t("list.columns")}
        title={t("list.columns")}
        icon={<SettingOutlined aria-hidden />}
      />
    </Popover>
  );
}

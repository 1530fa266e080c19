import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { TemplateComparisonQuery } from "@/gql/gen/graphql";
import { Panel } from "@/ui/Panel";
import styles from "./Contracts.module.css";

type Comparison = NonNullable<TemplateComparisonQuery["contractTemplateComparison"]>;

/** What came, went and changed: rule parameters, merchant types, and the clauses word by word. */
export function Differences({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation("signing");
  const { parameters, clauses, typesAdded, typesRemoved } = comparison;
  return (
    <>
      <Panel title={t("compare.parameters")}>
        {parameters.length === 0 ? <p className={styles["note"]}>{t("compare.sameParameters")}</p> : null}
        {parameters.length ? (
          <table className={styles["table"]}>
            <thead>
              <tr>
                <th scope="col">{t("compare.parameter")}</th>
                <th scope="col">{t("compare.before")}</th>
                <th scope="col">{t("compare.after")}</th>
              </tr>
            </thead>
            <tbody>
              {parameters.map((each) => (
                <tr key={each.name}>
                  <td>{each.label}</td>
                  <td>
                    <del>{each.before}</del>
                  </td>
                  <td>
                    <ins>{each.after}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        {typesAdded.length ? <p>{t("compare.typesAdded", { types: typesAdded.join("、") })}</p> : null}
        {typesRemoved.length ? <p>{t("compare.typesRemoved", { types: typesRemoved.join("、") })}</p> : null}
      </Panel>
      <Panel title={t("compare.clauses")}>
        {clauses.map((clause) => (
          <section key={clause.key} className={styles["clause"]}>
            <h3>
              {clause.title} {clause.change === "SAME" ? null : <Tag>{t(`changes.${clause.change}`)}</Tag>}
            </h3>
            <p className={styles["words"]}>
              {clause.words.map((words, index) => {
                const key = `${clause.key}-${String(index)}`;
                if (words.change === "ADDED") return <ins key={key}>{words.text}</ins>;
                if (words.change === "REMOVED") return <del key={key}>{words.text}</del>;
                return <span key={key}>{words.text}</span>;
              })}
            </p>
          </section>
        ))}
      </Panel>
    </>
  );
}

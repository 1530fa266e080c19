import { useTranslation } from "react-i18next";
import type { Clause } from "./reading";
import styles from "./Contracts.module.css";

/** The words of a contract, clause by clause, as the frozen file has them. */
export function ContractText({ clauses }: { clauses: readonly Clause[] }) {
  const { t } = useTranslation("signing");
  return (
    <div>
      {clauses.map((clause, index) => (
        <section key={clause.key} className={styles["clause"]}>
          <h3>{t("clause", { number: index + 1, title: clause.title })}</h3>
          {clause.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </div>
  );
}

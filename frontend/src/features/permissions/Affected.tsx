import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import styles from "./Permissions.module.css";

interface Person {
  readonly id: string;
  readonly name: string;
}
interface Props {
  readonly title: string;
  readonly count: number;
  /** The first of them. */
  readonly members: readonly Person[];
  /** There are more than could be counted. */
  readonly more?: boolean;
  /** Role by which the list of members is filtered. */
  readonly roleId?: string;
}

const SHOWN = 12;

/** Whom a change concerns: how many, the first by name, and the way to all of them. */
export function Affected({ title, count, members, more = false, roleId }: Props) {
  const { t } = useTranslation();
  const pathOf = usePagePath();
  const list = pathOf("members");
  return (
    <section>
      <h3 className={styles["changesTitle"]}>{title}</h3>
      {count === 0 ? (
        <p className={styles["soft"]}>{t("permissions.nobodyAffected")}</p>
      ) : (
        <p className={styles["people"]}>
          <strong>{t(more ? "permissions.peopleAtLeast" : "permissions.people", { count })}</strong>
          {members.slice(0, SHOWN).map((member) => {
            const href = pathOf("member", { id: member.id });
            return href ? (
              <a key={member.id} href={href} target="_blank" rel="noreferrer">
                {member.name}
              </a>
            ) : (
              <span key={member.id}>{member.name}</span>
            );
          })}
          {roleId && list && count > SHOWN ? (
            <a href={`${list}?f.role=${encodeURIComponent(roleId)}`} target="_blank" rel="noreferrer">
              {t("permissions.allPeople")}
            </a>
          ) : null}
        </p>
      )}
    </section>
  );
}

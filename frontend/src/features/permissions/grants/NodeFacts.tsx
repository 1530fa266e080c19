import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import { CopyButton } from "@/ui/CopyButton";
import type { EditedNode } from "../reading";
import { ancestorsOf, type Shape } from "../tree";
import styles from "../Permissions.module.css";

interface Props {
  readonly node: EditedNode;
  readonly nodes: ReadonlyMap<string, EditedNode>;
  readonly shape: Shape;
  /** What its box says, in words. */
  readonly standing?: string;
  readonly children?: ReactNode;
}

/** What a permission is, and on what else it depends. */
export function NodeFacts({ node, nodes, shape, standing, children }: Props) {
  const { t } = useTranslation();
  const above = ancestorsOf(shape, node.id)
    .toReversed()
    .flatMap((id) => nodes.get(id) ?? []);
  const features = useDictionary("MerchantFeature");
  const feature = features.find((each) => each.value === node.feature)?.label ?? node.feature;
  return (
    <section className={styles["facts"]} aria-label={t("permissions.facts")} aria-live="polite">
      <h3 className={styles["factsTitle"]}>{node.name}</h3>
      {above.length ? <p className={styles["soft"]}>{above.map((each) => each.name).join(" / ")}</p> : null}
      <dl className={styles["pairs"]}>
        <dt>{t("permissions.kindOf")}</dt>
        <dd>{t(`permissions.kind.${node.kind}`)}</dd>
        <dt>{t("permissions.code")}</dt>
        <dd>
          <code className={styles["code"]}>{node.code}</code>
          <CopyButton text={node.code} what={t("permissions.code")} />
        </dd>
        {standing ? (
          <>
            <dt>{t("permissions.standing")}</dt>
            <dd>{standing}</dd>
          </>
        ) : null}
        {feature ? (
          <>
            <dt>{t("permissions.needs")}</dt>
            <dd>{t("permissions.needsFeature", { feature })}</dd>
          </>
        ) : null}
        {node.gate ? (
          <>
            <dt>{t("permissions.closes")}</dt>
            <dd>{t(`permissions.gate.${node.gate}`)}</dd>
          </>
        ) : null}
      </dl>
      {children ? <div className={styles["factsActions"]}>{children}</div> : null}
    </section>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Modal, Popconfirm, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DefinitionState } from "@/gql/gen/graphql";
import { formatInstant } from "@/lib/time";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { Lines } from "@/ui/Lines";
import { StatusBadge } from "@/ui/StatusBadge";
import type { PlainObject } from "../model/plain";
import { Changes } from "./Changes";
import styles from "./Workbench.module.css";

export interface Version {
  readonly id: string;
  readonly state: DefinitionState;
  readonly version: number;
  readonly madeAt: string;
  readonly madeByName?: string | null;
  readonly publishedAt?: string | null;
  readonly publishedByName?: string | null;
}
const TONES = { DRAFT: "WARNING", PUBLISHED: "SUCCESS", RETIRED: "NEUTRAL" } as const;

export function VersionBadge({ version }: { version: Pick<Version, "state" | "version"> }) {
  const { t } = useTranslation("designer");
  return (
    <StatusBadge
      tone={TONES[version.state]}
      label={`${t("version", { number: version.version })} · ${t(`state.${version.state}`)}`}
    />
  );
}

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly versions: readonly Version[];
  /** The definition that a version makes. */
  readonly definitionOf: (id: string) => Promise<PlainObject>;
  /** What is being edited, for comparing with it. */
  readonly current: PlainObject;
  readonly canRestore: boolean;
  readonly restoring: boolean;
  readonly onRestore: (id: string) => void;
}

/** Every version with its maker; each can be compared with what is edited, an older one be put in force again. */
export function Versions({ open, onClose, versions, definitionOf, current, canRestore, restoring, onRestore }: Props) {
  const { t } = useTranslation("designer");
  const [compared, setCompared] = useState<string | null>(null);
  return (
    <Drawer open={open} onClose={onClose} title={t("versions.title")} size={480}>
      {versions.length === 0 ? <EmptyState title={t("versions.none")} body={t("versions.noneHint")} /> : null}
      <ul className={styles["versions"]}>
        {versions.map((version) => (
          <li key={version.id} className={styles["version"]}>
            <VersionBadge version={version} />
            <span className={styles["by"]}>
              {t("versions.saved", { time: formatInstant(version.madeAt), name: version.madeByName ?? t("system") })}
            </span>
            {version.publishedAt ? (
              <span className={styles["by"]}>
                {t("versions.published", {
                  time: formatInstant(version.publishedAt),
                  name: version.publishedByName ?? t("system"),
                })}
              </span>
            ) : null}
            <span className={styles["buttons"]}>
              <Button size="small" onClick={() => setCompared(version.id)}>
                {t("versions.compare")}
              </Button>
              {version.state === "RETIRED" && canRestore ? (
                <Popconfirm
                  title={t("versions.restoreAsk", { number: version.version })}
                  description={t("versions.restoreHint")}
                  okText={t("versions.restore")}
                  onConfirm={() => onRestore(version.id)}
                >
                  <Button size="small" loading={restoring}>
                    {t("versions.restore")}
                  </Button>
                </Popconfirm>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {compared === null ? null : (
        <Compare
          versions={versions}
          start={compared}
          current={current}
          definitionOf={definitionOf}
          onClose={() => setCompared(null)}
        />
      )}
    </Drawer>
  );
}

const EDITED = "$edited";

interface CompareProps {
  readonly versions: readonly Version[];
  readonly start: string;
  readonly current: PlainObject;
  readonly definitionOf: (id: string) => Promise<PlainObject>;
  readonly onClose: () => void;
}

function Compare({ versions, start, current, definitionOf, onClose }: CompareProps) {
  const { t } = useTranslation("designer");
  const [from, setFrom] = useState(start);
  const [to, setTo] = useState(EDITED);
  const load = (id: string) => (id === EDITED ? Promise.resolve(current) : definitionOf(id));
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["compared", from, to, to === EDITED || from === EDITED ? current : null],
    queryFn: async () => {
      const [before, after] = await Promise.all([load(from), load(to)]);
      return { before, after };
    },
    gcTime: 0,
  });
  const options = [
    { value: EDITED, label: t("versions.edited") },
    ...versions.map(({ id, version, state }) => ({
      value: id,
      label: `${t("version", { number: version })} · ${t(`state.${state}`)}`,
    })),
  ];
  return (
    <Modal open title={t("versions.compareTitle")} footer={null} width={960} onCancel={onClose}>
      <div className={styles["compared"]}>
        <Select aria-label={t("compare.before")} value={from} options={options} onChange={setFrom} />
        <span aria-hidden="true">→</span>
        <Select aria-label={t("compare.after")} value={to} options={options} onChange={setTo} />
      </div>
      {isPending ? (
        <Lines rows={6} />
      ) : error ? (
        <Failure small error={error} onRetry={() => void refetch()} />
      ) : (
        <Changes before={data.before} after={data.after} />
      )}
    </Modal>
  );
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Popconfirm, Tag } from "antd";
import { useTranslation } from "react-i18next";
import {
  MySessionsDocument,
  RevokeOtherSessionsDocument,
  RevokeSessionDocument,
  type MySessionsQuery,
} from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { deviceOf } from "@/lib/device";
import { formatAgo, formatInstant } from "@/lib/time";
import { usePreferences } from "@/theme/usePreferences";
import { useErrorText } from "@/ui/errorText";
import { Failure } from "@/ui/Failure";
import { Panel } from "@/ui/Panel";
import { useMessages } from "@/ui/Messages";
import styles from "./Account.module.css";
import { Lines } from "@/ui/Lines";

const KEY = ["mySessions"];
type Session = MySessionsQuery["mySessions"][number];

export function SessionsPanel() {
  const { t } = useTranslation();
  const messages = useMessages();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const { data, dataUpdatedAt, error, isPending, refetch } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await execute(MySessionsDocument, {}, { signal })).mySessions,
  });
  const options = {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: KEY }),
    onError: (reason: unknown) => messages.error(errorText(reason)),
  };
  const revoke = useMutation({
    mutationFn: async (sessionId: string) =>
      accepted((await execute(RevokeSessionDocument, { input: { sessionId } })).revokeSession),
    ...options,
  });
  const revokeOthers = useMutation({
    mutationFn: async () => accepted((await execute(RevokeOtherSessionsDocument, {})).revokeOtherSessions),
    ...options,
  });
  return (
    <Panel
      title={t("sessions.title")}
      hint={t("sessions.hint")}
      extra={
        data && data.length > 1 ? (
          <Popconfirm
            title={t("sessions.endOthersAsk")}
            onConfirm={() => revokeOthers.mutate()}
            okText={t("sessions.end")}
          >
            <Button danger size="small" loading={revokeOthers.isPending}>
              {t("sessions.endOthers")}
            </Button>
          </Popconfirm>
        ) : null
      }
    >
      {isPending ? (
        <Lines />
      ) : error ? (
        <Failure small error={error} onRetry={() => void refetch()} />
      ) : (
        <ul className={styles["sessions"]}>
          {data.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              now={dataUpdatedAt}
              ending={revoke.isPending && revoke.variables === session.id}
              onEnd={() => revoke.mutate(session.id)}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface RowProps {
  readonly session: Session;
  readonly now: number;
  readonly ending: boolean;
  readonly onEnd: () => void;
}

function SessionRow({ session, now, ending, onEnd }: RowProps) {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const device = deviceOf(session.device);
  return (
    <li className={styles["session"]}>
      <div>
        <strong>{device ?? session.device ?? t("sessions.unknownDevice")}</strong>{" "}
        {session.current ? <Tag color="blue">{t("sessions.current")}</Tag> : null}
        {session.locked ? <Tag>{t("sessions.locked")}</Tag> : null}
        <div className={styles["facts"]}>
          {[
            session.address,
            session.placeName,
            t("sessions.since", { time: formatInstant(session.createdAt) }),
            t("sessions.seen", { ago: formatAgo(session.lastSeenAt, now, locale) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </div>
      </div>
      {session.current ? null : (
        <Popconfirm title={t("sessions.endAsk")} onConfirm={onEnd} okText={t("sessions.end")}>
          <Button size="small" loading={ending} aria-label={t("sessions.endOf", { device: device ?? "" })}>
            {t("sessions.end")}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AuthFrame } from "@/ui/AuthFrame";
import authStyles from "@/ui/Auth.module.css";
import { StartApplicationDocument, SwitchMembershipDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { newKey } from "@/lib/idempotency";
import { useSignOut } from "@/session/useSignOut";
import { useErrorText } from "@/ui/errorText";
import { Failure } from "@/ui/Failure";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { typesQuery } from "./data";
import { TypeCards } from "./TypeCards";

/** Where somebody stands who has an account and no place yet: he may apply for a merchant. */
export function ApplyPage() {
  const { t } = useTranslation("onboarding");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const signOut = useSignOut();
  const [key] = useState(newKey);
  const { data, error, isPending, refetch } = useQuery(typesQuery);
  const start = useMutation({
    mutationFn: async (typeCode: string) => {
      const made = accepted(
        (await execute(StartApplicationDocument, { input: { typeCode, idempotencyKey: `${key}-${typeCode}` } }))
          .startApplication,
      );
      const input = { membershipId: made.membershipId ?? "" };
      accepted((await execute(SwitchMembershipDocument, { input })).switchMembership);
    },
    onSuccess: () => {
      queryClient.clear();
      window.location.assign("/my-application");
    },
  });
  return (
    <AuthFrame>
      <div>
        <h1 className={authStyles["title"]}>{t("apply.title")}</h1>
        <p className={authStyles["lead"]}>{t("apply.lead")}</p>
        {start.error ? (
          <Alert type="error" showIcon role="alert" title={errorText(start.error)} style={{ marginBlockEnd: 16 }} />
        ) : null}
        {error ? <Failure small error={error} onRetry={() => void refetch()} /> : null}
        {isPending ? <PageSkeleton rows={3} /> : null}
        {data ? <TypeCards types={data} busy={start.isPending} onChoose={(code) => start.mutate(code)} /> : null}
        <div className={authStyles["links"]}>
          <Button type="link" size="small" onClick={() => void signOut()}>
            {t("apply.signOut")}
          </Button>
        </div>
      </div>
    </AuthFrame>
  );
}

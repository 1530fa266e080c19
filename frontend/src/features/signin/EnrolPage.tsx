import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "antd";
import { SignOutDocument } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { useGoTo } from "@/ui/PageLink";
import { EnrolTotp } from "@/session/EnrolTotp";
import { AuthFrame } from "@/ui/AuthFrame";
import styles from "@/ui/Auth.module.css";

/** A platform that asks for a second factor lets nobody in before one is enrolled. */
export function EnrolPage() {
  const { t } = useTranslation();
  const goTo = useGoTo();
  const queryClient = useQueryClient();
  const leave = async () => {
    await execute(SignOutDocument, {});
    queryClient.clear();
    goTo("/sign-in", { replace: true });
  };
  return (
    <AuthFrame>
      <div>
        <h1 className={styles["title"]}>{t("totp.enrolTitle")}</h1>
        <p className={styles["lead"]}>{t("totp.required")}</p>
        <EnrolTotp
          onDone={() => {
            queryClient.clear();
            goTo("/", { replace: true });
          }}
        />
        <div className={styles["links"]}>
          <Button type="link" size="small" onClick={() => void leave()}>
            {t("shell.signOut")}
          </Button>
        </div>
      </div>
    </AuthFrame>
  );
}

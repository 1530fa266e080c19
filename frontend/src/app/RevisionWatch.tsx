import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { onRevision } from "@/config/revision";

/** When an answer names another revision than the one in use, the pages are read again; open forms keep their draft. */
export function RevisionWatch({ revision }: { revision: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      onRevision((seen) => {
        if (seen === revision) return;
        void queryClient.invalidateQueries({ queryKey: ["appConfig"] });
        void queryClient.invalidateQueries({ queryKey: ["page"] });
        void message.info(t("shell.configChanged"));
      }),
    [revision, queryClient, message, t],
  );
  return null;
}

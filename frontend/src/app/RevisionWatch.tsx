import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { onRevision } from "@/config/revision";
import { useMessages } from "@/ui/Messages";

/** When an answer names another revision than the one in use, the pages are read again; open forms keep their draft. */
export function RevisionWatch({ revision }: { revision: string }) {
  const { t } = useTranslation();
  const messages = useMessages();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      onRevision((seen) => {
        if (seen === revision) return;
        void queryClient.invalidateQueries({ queryKey: ["appConfig"] });
        void queryClient.invalidateQueries({ queryKey: ["page"] });
        messages.info(t("shell.configChanged"));
      }),
    [revision, queryClient, messages, t],
  );
  return null;
}

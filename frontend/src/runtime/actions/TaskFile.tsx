import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { DownloadTaskFileDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { useErrorText } from "@/ui/errorText";
import { useMessages } from "@/ui/Messages";

/** The file that a task made: its link is asked for when it is wanted, since links are good for minutes only. */
export function TaskFile({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const messages = useMessages();
  const errorText = useErrorText();
  const fetchFile = useMutation({
    mutationFn: async () =>
      accepted((await execute(DownloadTaskFileDocument, { input: { id: taskId } })).downloadTaskFile),
    onSuccess: ({ url }) => {
      const link = document.createElement("a");
      link.href = url ?? "";
      // The server names the file.
      link.download = "";
      link.click();
    },
    onError: (error) => messages.error(errorText(error)),
  });
  return (
    <Button
      type="primary"
      icon={<DownloadOutlined aria-hidden />}
      loading={fetchFile.isPending}
      onClick={() => fetchFile.mutate()}
    >
      {t("task.download")}
    </Button>
  );
}

import { CopyOutlined, EditOutlined, EllipsisOutlined, ExportOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import { ExportPlatformDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { useErrorText } from "@/ui/errorText";
import { useMessages } from "@/ui/Messages";
import { useGoTo } from "@/ui/PageLink";
import { useMay, type PlatformHead } from "../reading";
import { CopyPlatform, RenamePlatform, RetirePlatform } from "./PlatformDialogs";
import { ImportInto } from "./ImportInto";

interface Props {
  readonly platform: PlatformHead;
  /** On a card: what is done seldom is behind the dots. */
  readonly compact?: boolean;
}
type Asking = "rename" | "copy" | "import" | "retire" | null;

function download(name: string, document: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(document, null, 2)], { type: "application/json" }));
  const link = globalThis.document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** What can be done with a platform as a whole. */
export function PlatformActions({ platform, compact = false }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const goTo = useGoTo();
  const pathOf = usePagePath();
  const messages = useMessages();
  const errorText = useErrorText();
  const [asking, setAsking] = useState<Asking>(null);
  const send = useMutation({
    mutationFn: async () =>
      accepted((await execute(ExportPlatformDocument, { input: { templateId: platform.id } })).exportPlatformTemplate),
    onSuccess: ({ document }) => download(`${platform.code}.json`, document),
    onError: (error) => messages.error(errorText(error)),
  });
  const active = platform.status === "ACTIVE";
  const canEdit = may("template.edit");
  const actions = [
    ...(canEdit && active
      ? [{ key: "rename", label: t("permissions.edit"), icon: <EditOutlined />, run: () => setAsking("rename") }]
      : []),
    ...(canEdit
      ? [{ key: "copy", label: t("platforms.copy"), icon: <CopyOutlined />, run: () => setAsking("copy") }]
      : []),
    ...(may("template.export")
      ? [{ key: "export", label: t("platforms.export"), icon: <ExportOutlined />, run: () => send.mutate() }]
      : []),
    ...(canEdit && active ? [{ key: "import", label: t("platforms.importInto"), run: () => setAsking("import") }] : []),
    ...(may("template.retire") && active
      ? [{ key: "retire", label: t("platforms.retire"), danger: true, run: () => setAsking("retire") }]
      : []),
  ];
  const open = compact ? [] : actions.slice(0, 3);
  const hidden = actions.slice(open.length);
  const close = () => setAsking(null);
  return (
    <>
      {open.map((action) => (
        <Button
          key={action.key}
          icon={action.icon}
          loading={action.key === "export" && send.isPending}
          onClick={action.run}
        >
          {action.label}
        </Button>
      ))}
      {hidden.length ? (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: hidden.map(({ key, label, danger = false }) => ({ key, label, danger })),
            onClick: ({ key }) => hidden.find((action) => action.key === key)?.run(),
          }}
        >
          <Button
            type={compact ? "text" : "default"}
            icon={<EllipsisOutlined />}
            aria-label={t("platforms.more", { name: platform.name })}
            title={t("platforms.more", { name: platform.name })}
          />
        </Dropdown>
      ) : null}
      {asking === "rename" ? <RenamePlatform platform={platform} onClose={close} /> : null}
      {asking === "copy" ? (
        <CopyPlatform
          platform={platform}
          onMade={(id) => {
            const href = pathOf("platform", { id });
            if (href) goTo(href);
          }}
          onClose={close}
        />
      ) : null}
      {asking === "import" ? <ImportInto platform={platform} onClose={close} /> : null}
      {asking === "retire" ? <RetirePlatform platform={platform} onClose={close} /> : null}
    </>
  );
}

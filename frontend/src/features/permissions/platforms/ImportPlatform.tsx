import { Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ImportPlatformDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { DialogForm } from "@/ui/DialogForm";
import { CodeField } from "../fields";
import { useVersioned } from "../useVersioned";
import type { PlatformFile } from "./document";
import { FilePick } from "./FilePick";

interface Props {
  readonly onMade: (id: string) => void;
  readonly onClose: () => void;
}

/** A new platform from a file, perhaps under another code. */
export function ImportPlatform({ onMade, onClose }: Props) {
  const { t } = useTranslation();
  const versioned = useVersioned();
  const [file, setFile] = useState<PlatformFile | null>(null);
  const send = async ({ code }: { code: string }) => {
    if (!file) return;
    const made = await versioned(async () =>
      accepted(
        (await execute(ImportPlatformDocument, { input: { document: file.document, code } })).importPlatformTemplate,
      ),
    );
    if (made.platformTemplate) onMade(made.platformTemplate.id);
  };
  return (
    <DialogForm<{ code: string }>
      title={t("platforms.import")}
      okText={t("platforms.import")}
      disabled={!file}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item>
        <FilePick file={file} onFile={setFile} />
      </Form.Item>
      {file ? <CodeOfFile key={file.name} code={file.code} /> : null}
    </DialogForm>
  );
}

function CodeOfFile({ code }: { code: string }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<{ code: string }>();
  if (!form.isFieldTouched("code") && form.getFieldValue("code") !== code) form.setFieldValue("code", code);
  return <CodeField label={t("platforms.codeOfNew")} />;
}

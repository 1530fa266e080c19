import { useMutation } from "@tanstack/react-query";
import { Alert } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import type { CustomPage, FieldOf } from "@/config/types";
import { VerifyDocumentDocument } from "@/gql/gen/graphql";
import type { HeldFile } from "@/lib/codecs";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import { UploadControl } from "@/runtime/fields/UploadControl";
import { useErrorText } from "@/ui/errorText";
import { Panel } from "@/ui/Panel";
import { Verdict, type Verified } from "./Verdict";
import styles from "./Contracts.module.css";

const LARGEST_BYTES = 20 * 1024 * 1024;
const FIELD: FieldOf<"UploadField"> = {
  __typename: "UploadField",
  key: "document",
  initial: null,
  inputPath: "document",
  label: "",
  kind: "FILE",
  required: true,
  readOnly: false,
  help: null,
  placeholder: null,
  span: 24,
  section: null,
  visibleWhen: null,
  requiredWhen: null,
  readOnlyWhen: null,
  purpose: "document_to_verify",
  accept: ["application/pdf"],
  maxBytes: LARGEST_BYTES,
  maxFiles: 1,
  expiry: "NONE",
  longTerm: false,
};

/** Somebody holds a PDF: which contract is it, who signed it, and was it altered since? */
export function VerifyPage({ page }: { page: CustomPage }) {
  const { t } = useTranslation("signing");
  const errorText = useErrorText();
  const [files, setFiles] = useState<readonly HeldFile[]>([]);
  const contractPath = usePagePath();
  const verify = useMutation({
    mutationFn: async (token: string): Promise<Verified> =>
      accepted((await execute(VerifyDocumentDocument, { input: { document: token } })).verifyDocument),
  });
  const take = (value: unknown) => {
    const held = (value as HeldFile[] | undefined) ?? [];
    setFiles(held);
    const [file] = held;
    if (file) verify.mutate(file.token);
    else verify.reset();
  };
  return (
    <>
      <ConfiguredHeader page={page} />
      <div className={`${styles["column"] ?? ""} ${styles["narrow"] ?? ""}`}>
        <Panel title={t("verify.upload")} hint={t("verify.hint")}>
          <UploadControl field={FIELD} value={files} onChange={take} />
        </Panel>
        {verify.isPending ? <Alert type="info" role="status" showIcon title={t("verify.working")} /> : null}
        {verify.error ? <Alert type="error" role="alert" showIcon title={errorText(verify.error)} /> : null}
        {verify.data ? <Verdict found={verify.data} pathOf={(id) => contractPath("contract", { id })} /> : null}
      </div>
    </>
  );
}

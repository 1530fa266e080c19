import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read, readKey, submit } from "@/config/operations";
import type { FormPage, Row } from "@/config/types";
import { codeOf, isRetryable } from "@/lib/errors";
import { newKey } from "@/lib/idempotency";
import { useGoto } from "@/runtime/actions/useGoto";
import { isCancelled, useStepUp } from "@/runtime/actions/StepUp";
import { FormBody } from "@/runtime/form/FormBody";
import { useConfiguredForm } from "@/runtime/form/useConfiguredForm";
import { Failure } from "@/ui/Failure";
import { Panel } from "@/ui/Panel";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { useMessages } from "@/ui/Messages";
import { ConfiguredHeader } from "../ConfiguredHeader";
import formStyles from "@/runtime/form/Form.module.css";

interface Props {
  readonly page: FormPage;
  readonly params: Readonly<Record<string, string>>;
  readonly missing: React.ReactNode;
}

export function FormPageView({ page, params, missing }: Props) {
  const load = useQuery({
    queryKey: page.load ? readKey(page.load, { params }) : ["none"],
    queryFn: async ({ signal }) => (page.load ? ((await read(page.load, { params }, signal)) ?? null) : {}),
    enabled: Boolean(page.load),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (page.load && load.isPending) return <PageSkeleton />;
  if (codeOf(load.error) === "BAD_USER_INPUT") return <>{missing}</>;
  if (load.error) return <Failure error={load.error} onRetry={() => void load.refetch()} />;
  if (page.load && load.data === null) return <>{missing}</>;
  return <Filled page={page} params={params} record={page.load ? (load.data as Row) : undefined} />;
}

function Filled({ page, params, record }: Omit<Props, "missing"> & { record: Row | undefined }) {
  const { t } = useTranslation();
  const messages = useMessages();
  const goto = useGoto();
  const queryClient = useQueryClient();
  const steppedUp = useStepUp();
  const form = useConfiguredForm(page.form, record);
  const [key] = useState(newKey);
  const sending = useMutation({
    mutationFn: (input: Readonly<Record<string, unknown>>) =>
      steppedUp(() =>
        submit(page.submit, { params, form: input, idempotencyKey: key, ...(record ? { row: record } : {}) }),
      ),
    onSuccess: (payload) => {
      form.markClean();
      void queryClient.invalidateQueries({ queryKey: ["read"] });
      messages.success(t("form.saved"));
      // The guard has to see the clean form before the page changes.
      setTimeout(() => goto(page.onSuccess, { params, row: { ...record, ...payload } }));
    },
    onError: form.place,
  });
  const send = async () => {
    const input = await form.settle();
    if (input && !sending.isPending) sending.mutate(input);
  };
  const error = isCancelled(sending.error) ? null : sending.error;
  return (
    <>
      <UnsavedGuard dirty={form.dirty} />
      <ConfiguredHeader page={page} />
      <Panel style={{ maxInlineSize: page.form.layout === "TWO_COLUMN" ? 1080 : 760 }}>
        <FormBody form={form} error={error} onSubmit={() => void send()}>
          <div className={formStyles["foot"]}>
            <Button onClick={() => window.history.back()}>{t("common.cancel")}</Button>
            <Button type="primary" loading={sending.isPending} onClick={() => void send()}>
              {isRetryable(error) ? t("common.retry") : t("common.submit")}
            </Button>
          </div>
        </FormBody>
      </Panel>
    </>
  );
}

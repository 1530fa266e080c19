import { PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { OrderReceiptPageDocument } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import type { CustomPageProps } from "@/pages/customPages";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { Sheet } from "./Sheet";

function print(): void {
  document.body.dataset["print"] = "receipt";
  window.addEventListener("afterprint", () => delete document.body.dataset["print"], { once: true });
  window.print();
}

/** The receipt of a sale, to read together and to print. */
export function ReceiptPage({ page, params }: CustomPageProps) {
  const { t } = useTranslation("sale");
  const id = params["id"] ?? "";
  const { data, error, refetch } = useQuery({
    queryKey: ["read", "receipt", id],
    queryFn: async ({ signal }) => (await execute(OrderReceiptPageDocument, { id }, { signal })).order ?? null,
  });
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton />;
  if (!data?.receipt) {
    return (
      <>
        <ConfiguredHeader page={page} />
        <EmptyState title={t("receipt.none")} body={t("receipt.noneYet")} />
      </>
    );
  }
  return (
    <>
      <ConfiguredHeader
        page={page}
        actions={
          <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={print}>
            {t("receipt.print")}
          </Button>
        }
      />
      <Sheet order={data} />
      {createPortal(
        <div className="receipt-print" aria-hidden="true">
          <Sheet order={data} />
        </div>,
        document.body,
      )}
    </>
  );
}

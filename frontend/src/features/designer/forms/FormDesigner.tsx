import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { CustomPageProps } from "@/pages/customPages";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { useMe } from "@/session/session";
import { designedFormQuery } from "./data";
import { DesignForm } from "./DesignForm";
import { NewForm } from "./NewForm";

const NEW = "new";

/** The form designer: a version that there is, or a form that is new. */
export function FormDesigner({ page, params }: CustomPageProps) {
  const { t } = useTranslation("designer");
  const id = params["id"] ?? NEW;
  const mayEdit = useMe()?.grants.includes("form.edit") ?? false;
  const { data, error, isPending, refetch } = useQuery({ ...designedFormQuery(id), enabled: id !== NEW });
  if (id === NEW) return mayEdit ? <NewForm page={page} /> : <EmptyState title={t("form.mayNotCreate")} />;
  if (isPending) return <PageSkeleton />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <EmptyState title={t("form.gone")} body={t("form.goneHint")} />;
  const { key, merchantType, nameZh, nameEn, definition } = data;
  const start = {
    key,
    merchantType: merchantType ?? null,
    name: { zh: nameZh, en: nameEn },
    definition: definition as object,
  };
  return <DesignForm key={`${data.id} ${data.revision} ${data.state}`} page={page} start={start} opened={data} />;
}

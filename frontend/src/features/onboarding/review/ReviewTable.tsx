import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Table, type TableColumnsType } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RejectApplicationDocument, type ApplicationProblemCode } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { FileLinks } from "@/runtime/cells/FileLinks";
import { useErrorText } from "@/ui/errorText";
import { useMessages } from "@/ui/Messages";
import { useReachableTable } from "@/ui/useReachable";
import { ONBOARDING } from "../data";
import styles from "../Onboarding.module.css";
import { ProblemCell, type Mark } from "./ProblemCell";
import type { ReviewedField } from "./ReviewSection";
import { ValueCell } from "./ValueCell";

interface Props {
  readonly id: string;
  readonly fields: readonly ReviewedField[];
  /** Whether the reader decides on it now. */
  readonly reviewing: boolean;
}

const SHORTEST = 5;

/** The fields of an application; marked ones go back to the applicant, each with what is wrong with it. */
export function ReviewTable({ id, fields, reviewing }: Props) {
  const { t } = useTranslation("onboarding");
  const table = useReachableTable();
  const queryClient = useQueryClient();
  const messages = useMessages();
  const errorText = useErrorText();
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map());
  const [remark, setRemark] = useState("");
  const marked = fields.filter((field) => marks.has(field.key));
  const whole =
    marked.length > 0 && marked.every((field) => (marks.get(field.key)?.message.trim().length ?? 0) >= SHORTEST);
  const reject = useMutation({
    mutationFn: async () => {
      const problems = marked.map((field) => ({
        path: field.path,
        code: (marks.get(field.key)?.code ?? "WRONG") as ApplicationProblemCode,
        message: marks.get(field.key)?.message ?? "",
      }));
      const input = { applicationId: id, problems, reason: remark };
      return accepted((await execute(RejectApplicationDocument, { input })).rejectApplication);
    },
    onSuccess: () => {
      messages.success(t("review.rejected"));
      setMarks(new Map());
      void queryClient.invalidateQueries({ queryKey: [ONBOARDING] });
      void queryClient.invalidateQueries({ queryKey: ["read"] });
    },
    onError: (error) => messages.error(errorText(error)),
  });
  const mark = (key: string, change: Mark | null) => {
    const next = new Map(marks);
    if (change) next.set(key, change);
    else next.delete(key);
    setMarks(next);
  };
  const columns: TableColumnsType<ReviewedField> = [
    {
      title: t("review.section"),
      dataIndex: "section",
      width: 120,
      onCell: (_, index) => sectionSpan(fields, index ?? 0),
    },
    { title: t("review.field"), dataIndex: "label", width: 180 },
    {
      title: t("review.value"),
      render: (_, field) => (
        <div className={styles["now"]}>
          <ValueCell field={field} />
          {field.files.length ? <FileLinks value={field.files} image={field.kind === "IMAGE"} /> : null}
          {field.changed && field.before ? <div className={styles["before"]}>{field.before}</div> : null}
        </div>
      ),
    },
    {
      title: t("review.standing"),
      width: reviewing ? 280 : 160,
      render: (_, field) => (
        <ProblemCell
          field={field}
          mark={marks.get(field.key) ?? null}
          reviewing={reviewing}
          onMark={(change) => mark(field.key, change)}
        />
      ),
    },
  ];
  return (
    <>
      <Table<ReviewedField>
        ref={table}
        size="small"
        bordered
        rowKey="key"
        pagination={false}
        columns={columns}
        dataSource={[...fields]}
        scroll={{ x: 760 }}
      />
      {reviewing ? (
        <div className={styles["bar"]}>
          <Input
            aria-label={t("review.remark")}
            placeholder={t("review.remark")}
            value={remark}
            maxLength={500}
            style={{ flex: "1 1 240px" }}
            onChange={(event) => setRemark(event.target.value)}
          />
          <Button danger type="primary" disabled={!whole} loading={reject.isPending} onClick={() => reject.mutate()}>
            {t("review.reject", { count: marked.length })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** The first row of a section carries its heading for all of them. */
function sectionSpan(fields: readonly ReviewedField[], index: number): { rowSpan: number } {
  const section = fields[index]?.section;
  if (index > 0 && fields[index - 1]?.section === section) return { rowSpan: 0 };
  const end = fields.findIndex((field, at) => at > index && field.section !== section);
  return { rowSpan: (end < 0 ? fields.length : end) - index };
}

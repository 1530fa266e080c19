import { useBlocker } from "@tanstack/react-router";
import { Modal } from "antd";
import { useTranslation } from "react-i18next";

interface Props {
  readonly dirty: boolean;
  /** Parameters of the address that say what is edited: another value leaves it, as another page does. */
  readonly subject?: readonly string[];
}
type Searched = Readonly<Record<string, unknown>>;
const NOTHING: readonly string[] = [];

/** Asks before what was typed is lost: on a change of page, a reload, and the closing of the tab. */
export function UnsavedGuard({ dirty, subject = NOTHING }: Props) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => {
      const [before, after] = [current.search as Searched, next.search as Searched];
      return dirty && (current.pathname !== next.pathname || subject.some((name) => before[name] !== after[name]));
    },
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <Modal
      open={blocker.status === "blocked"}
      title={t("form.unsavedTitle")}
      okText={t("form.leave")}
      okButtonProps={{ danger: true }}
      cancelText={t("form.stay")}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
      width={420}
    >
      {t("form.unsavedBody")}
    </Modal>
  );
}

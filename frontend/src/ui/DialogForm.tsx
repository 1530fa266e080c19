import { useMutation } from "@tanstack/react-query";
import { Alert, Form, Modal } from "antd";
import type { ReactNode } from "react";
import { Refused } from "@/lib/errors";
import { useErrorText } from "./errorText";

interface Props<Values extends object> {
  readonly title: string;
  readonly okText: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly width?: number;
  readonly initial?: Partial<Values>;
  /** Sends the values; what it throws is shown, at the field that a refusal names where there is one. */
  readonly onSend: (values: Values) => Promise<unknown>;
  /** Errors that mean nothing: the user himself gave up. */
  readonly isIgnored?: (error: unknown) => boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A short form in a dialog. It closes when what it sent was accepted; until then nothing that was typed is lost. */
export function DialogForm<Values extends object>(props: Props<Values>) {
  const { title, okText, danger = false, disabled = false, width = 480, initial, onSend, onClose, children } = props;
  const errorText = useErrorText();
  const [form] = Form.useForm<Values>();
  const send = useMutation({
    mutationFn: onSend,
    onSuccess: onClose,
    onError: (error) => {
      const known = new Set(Object.keys(form.getFieldsValue(true) as object));
      for (const { path, message } of error instanceof Refused ? error.errors : []) {
        const name = path?.at(-1);
        if (name && known.has(name)) form.setFields([{ name: [name] as never, errors: [message] }]);
      }
    },
  });
  const error = send.error && !props.isIgnored?.(send.error) ? send.error : null;
  const placed = new Set(Object.keys(form.getFieldsValue(true) as object));
  const rest =
    error instanceof Refused
      ? error.errors.filter(({ path }) => !placed.has(path?.at(-1) ?? "")).map((each) => each.message)
      : error
        ? [errorText(error)]
        : [];
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ danger, disabled }}
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      width={width}
    >
      {rest.length ? (
        <Alert
          role="alert"
          type="error"
          showIcon
          title={rest.join("\n")}
          style={{ marginBlockEnd: 16, whiteSpace: "pre-line" }}
        />
      ) : null}
      <Form<Values>
        form={form}
        layout="vertical"
        {...(initial ? { initialValues: initial } : {})}
        onFinish={(values) => {
          if (!disabled) send.mutate(values);
        }}
      >
        {children}
        <button type="submit" hidden aria-label={okText} />
      </Form>
    </Modal>
  );
}

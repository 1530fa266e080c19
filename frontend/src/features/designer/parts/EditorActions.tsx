import { HistoryOutlined, MoreOutlined, RedoOutlined, UndoOutlined } from "@ant-design/icons";
import { Button, Dropdown, Modal, Popconfirm } from "antd";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly history: {
    readonly dirty: boolean;
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    readonly undo: () => void;
    readonly redo: () => void;
  };
  readonly readOnly: boolean;
  /** It was never saved at all. */
  readonly isNew?: boolean;
  readonly mayPublish: boolean;
  /** Whether there is anything that is not in force yet. */
  readonly canPublish: boolean;
  readonly wrong: boolean;
  readonly saving: boolean;
  readonly publishing: boolean;
  readonly publishAsk: string;
  readonly publishHint: string;
  readonly onSave: () => void;
  readonly onPublish: () => void;
  readonly onVersions: () => void;
  readonly discard: { readonly label: string; readonly ask: string; readonly run: () => void } | null;
}

/** Back and forth, versions, save, publish: the same for pages and forms. */
export function EditorActions(props: Props) {
  const { history, readOnly, mayPublish, canPublish, wrong, saving, publishing, discard, isNew = false } = props;
  const { t } = useTranslation("designer");
  const { t: shared } = useTranslation();
  const [asking, setAsking] = useState(false);
  const unsaved = history.dirty || isNew;
  const canSave = !readOnly && unsaved && !wrong;
  const onSave = useEffectEvent(() => (canSave && !saving ? props.onSave() : undefined));
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onSave();
    };
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
  return (
    <>
      {readOnly ? null : (
        <>
          <Button
            icon={<UndoOutlined />}
            disabled={!history.canUndo}
            aria-label={t("undo")}
            title={t("undo")}
            onClick={history.undo}
          />
          <Button
            icon={<RedoOutlined />}
            disabled={!history.canRedo}
            aria-label={t("redo")}
            title={t("redo")}
            onClick={history.redo}
          />
        </>
      )}
      <Button icon={<HistoryOutlined />} onClick={props.onVersions}>
        {t("versions.button")}
      </Button>
      {readOnly ? null : (
        <Button loading={saving && !publishing} disabled={!canSave} onClick={props.onSave} title={t("saveKeys")}>
          {unsaved ? t("saveDraft") : t("allSaved")}
        </Button>
      )}
      {mayPublish && !readOnly ? (
        <Popconfirm
          title={props.publishAsk}
          description={props.publishHint}
          okText={t("publish")}
          placement="bottomRight"
          onConfirm={props.onPublish}
          disabled={wrong || !canPublish}
        >
          <Button type="primary" loading={publishing} disabled={wrong || !canPublish}>
            {t("publish")}
          </Button>
        </Popconfirm>
      ) : null}
      {discard && !readOnly ? (
        <Dropdown
          trigger={["click"]}
          menu={{ items: [{ key: "discard", danger: true, label: discard.label, onClick: () => setAsking(true) }] }}
        >
          <Button icon={<MoreOutlined />} aria-label={shared("common.more")} />
        </Dropdown>
      ) : null}
      <Modal
        open={asking}
        title={discard?.label}
        okText={discard?.label}
        okButtonProps={{ danger: true }}
        cancelText={shared("common.cancel")}
        width={420}
        onCancel={() => setAsking(false)}
        onOk={() => {
          setAsking(false);
          discard?.run();
        }}
      >
        {discard?.ask}
      </Modal>
    </>
  );
}

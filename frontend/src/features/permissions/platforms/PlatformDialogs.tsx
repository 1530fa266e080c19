import { Alert, Form, InputNumber, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import {
  CopyPlatformDocument,
  CreatePlatformDocument,
  RenamePlatformDocument,
  RetirePlatformDocument,
  type PlatformAudience,
  type SecondFactorPolicy,
} from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { isCancelled, useStepUp } from "@/runtime/actions/StepUp";
import { DialogForm } from "@/ui/DialogForm";
import { CodeField, ReasonField, TextItem } from "../fields";
import type { PlatformHead } from "../reading";
import { useVersioned } from "../useVersioned";

interface Names {
  readonly nameZh: string;
  readonly nameEn: string;
}
interface Closing {
  readonly onClose: () => void;
}
interface Making extends Closing {
  readonly onMade: (id: string) => void;
}
interface OfPlatform extends Closing {
  readonly platform: PlatformHead;
}
const IDLE_MINUTES = 15;
const MOST_MINUTES = 60;

function NameFields() {
  const { t } = useTranslation();
  return (
    <>
      <TextItem name="nameZh" label={t("permissions.nameZh")} />
      <TextItem name="nameEn" label={t("permissions.nameEn")} />
    </>
  );
}

function IdleField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="idleMinutes"
      label={t("platforms.idle")}
      extra={t("platforms.idleHint")}
      rules={[{ required: true, message: t("validation.required", { label: t("platforms.idle") }) }]}
    >
      <InputNumber min={1} max={MOST_MINUTES} precision={0} style={{ inlineSize: 160 }} />
    </Form.Item>
  );
}

type CreateValues = Names & {
  readonly code: string;
  readonly audience: PlatformAudience;
  readonly secondFactor: SecondFactorPolicy;
  readonly idleMinutes: number;
};

export function CreatePlatform({ onMade, onClose }: Making) {
  const { t } = useTranslation();
  const versioned = useVersioned();
  const audiences = useDictionary("PlatformAudience");
  const factors = useDictionary("SecondFactorPolicy");
  const send = async (input: CreateValues) => {
    // Staff of the bank always have two factors: the field is not there, so nothing of it is sent.
    const secondFactor = input.audience === "BANK" ? "REQUIRED" : input.secondFactor;
    const made = await versioned(async () =>
      accepted((await execute(CreatePlatformDocument, { input: { ...input, secondFactor } })).createPlatformTemplate),
    );
    if (made.platformTemplate) onMade(made.platformTemplate.id);
  };
  const choices = (options: typeof audiences) => options.map(({ value, label }) => ({ value, label }));
  return (
    <DialogForm<CreateValues>
      title={t("platforms.create")}
      okText={t("platforms.create")}
      initial={{ audience: "MERCHANT", secondFactor: "OPTIONAL", idleMinutes: IDLE_MINUTES }}
      onSend={send}
      onClose={onClose}
    >
      <CodeField />
      <NameFields />
      <Form.Item name="audience" label={t("platforms.audience")} extra={t("platforms.audienceHint")}>
        <Radio.Group options={choices(audiences)} />
      </Form.Item>
      <Form.Item noStyle dependencies={["audience"]}>
        {({ getFieldValue }) =>
          getFieldValue("audience") === "BANK" ? null : (
            <Form.Item name="secondFactor" label={t("platforms.secondFactor")}>
              <Radio.Group options={choices(factors)} />
            </Form.Item>
          )
        }
      </Form.Item>
      <IdleField />
    </DialogForm>
  );
}

export function RenamePlatform({ platform, onClose }: OfPlatform) {
  const { t } = useTranslation();
  const versioned = useVersioned();
  type Values = Names & { readonly idleMinutes: number };
  const { nameZh, nameEn, idleMinutes } = platform;
  const send = (values: Values) => {
    const input = { ...values, templateId: platform.id, expectedVersion: platform.version };
    return versioned(async () => accepted((await execute(RenamePlatformDocument, { input })).renamePlatformTemplate));
  };
  return (
    <DialogForm<Values>
      title={t("platforms.rename")}
      okText={t("common.save")}
      initial={{ nameZh, nameEn, idleMinutes }}
      onSend={send}
      onClose={onClose}
    >
      <NameFields />
      <IdleField />
    </DialogForm>
  );
}

export function CopyPlatform({ platform, onMade, onClose }: OfPlatform & Making) {
  const { t } = useTranslation();
  const versioned = useVersioned();
  type Values = Names & { readonly code: string };
  const send = async (values: Values) => {
    const input = { ...values, templateId: platform.id };
    const made = await versioned(async () =>
      accepted((await execute(CopyPlatformDocument, { input })).copyPlatformTemplate),
    );
    if (made.platformTemplate) onMade(made.platformTemplate.id);
  };
  return (
    <DialogForm<Values>
      title={t("platforms.copyOf", { name: platform.name })}
      okText={t("platforms.copy")}
      initial={{ nameZh: `${platform.nameZh} 2`, nameEn: `${platform.nameEn} 2` }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item>
        <Alert type="info" showIcon title={t("platforms.copyHint")} />
      </Form.Item>
      <CodeField />
      <NameFields />
    </DialogForm>
  );
}

export function RetirePlatform({ platform, onClose }: OfPlatform) {
  const { t } = useTranslation();
  const versioned = useVersioned();
  const steppedUp = useStepUp();
  const send = ({ reason }: { reason: string }) => {
    const input = { templateId: platform.id, expectedVersion: platform.version, reason };
    return versioned(() =>
      steppedUp(async () => accepted((await execute(RetirePlatformDocument, { input })).retirePlatformTemplate)),
    );
  };
  return (
    <DialogForm<{ reason: string }>
      title={t("platforms.retireOf", { name: platform.name })}
      okText={t("platforms.retire")}
      danger
      onSend={send}
      isIgnored={isCancelled}
      onClose={onClose}
    >
      <Form.Item>
        <Alert type="warning" showIcon title={t("platforms.retireHint")} />
      </Form.Item>
      <ReasonField />
    </DialogForm>
  );
}

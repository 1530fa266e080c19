import { EyeOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary, useFeature } from "@/config/AppConfigContext";
import { setPreviewAs } from "@/config/preview";
import type { EditorPlatformsQuery } from "@/gql/gen/graphql";
import { useMe } from "@/session/session";
import { useClear } from "@/ui/useClear";
import { rolesQuery, SHELL, type EditablePage } from "./data";
import type { Chosen } from "./PageEditor";
import styles from "../parts/Workbench.module.css";

interface Props {
  readonly chosen: Chosen;
  readonly platforms: NonNullable<EditorPlatformsQuery["myPlatforms"]>;
  readonly pages: readonly EditablePage[];
  readonly loading: boolean;
  readonly onChoose: (chosen: Chosen) => void;
}
const EVERY = "$every";

/** Whose page is edited, which one, and as whom it is looked at. */
export function AudienceBar({ chosen, platforms, pages, loading, onChoose }: Props) {
  const { t } = useTranslation("designer");
  const clear = useClear();
  const types = useDictionary("MerchantType");
  const canPreview = useFeature("PREVIEW");
  const canReadRoles = useMe()?.grants.includes("role.read") ?? false;
  const platform = platforms.find((each) => each.code === chosen.platform);
  const roles = useQuery({ ...rolesQuery(platform?.id), enabled: canReadRoles && platform !== undefined });
  const nameOf = (page: EditablePage) => (page.key === SHELL ? t("page.shell") : (page.title ?? page.key));
  const menuOf = (page: EditablePage) => (page.key === SHELL ? t("page.frame") : (page.menu ?? t("page.others")));
  const menus = [...new Set(pages.map(menuOf))];
  const look = () => {
    setPreviewAs({
      template: chosen.platform,
      ...(chosen.type ? { merchantType: chosen.type } : {}),
      ...(chosen.role ? { roles: [chosen.role] } : {}),
    });
    // Everything that the shell holds belongs to the platform that it was read for: begin anew.
    window.location.assign("/");
  };
  return (
    <div className={styles["audience"]} role="group" aria-label={t("page.audience")}>
      <Choice label={t("page.platform")}>
        {(id) => (
          <Select<string>
            id={id}
            value={chosen.platform}
            options={platforms.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(code) => onChoose({ platform: code, type: null, page: chosen.page, role: null })}
          />
        )}
      </Choice>
      {platform?.audience === "MERCHANT" ? (
        <Choice label={t("form.type")}>
          {(id) => (
            <Select<string>
              id={id}
              value={chosen.type ?? EVERY}
              options={[
                { value: EVERY, label: t("page.everyType") },
                ...types.map(({ value, label }) => ({ value, label })),
              ]}
              onChange={(type) => onChoose({ ...chosen, type: type === EVERY ? null : type })}
            />
          )}
        </Choice>
      ) : null}
      <Choice label={t("page.page")}>
        {(id) => (
          <Select<string>
            id={id}
            loading={loading}
            showSearch={{ optionFilterProp: "title" }}
            placeholder={t("page.choose")}
            value={pages.some((page) => page.key === chosen.page) ? chosen.page : null}
            popupMatchSelectWidth={320}
            options={menus.map((menu) => ({
              label: menu,
              options: pages
                .filter((page) => menuOf(page) === menu)
                .map((page) => ({
                  value: page.key,
                  title: nameOf(page),
                  label: (
                    <span className={styles["page"]}>
                      {nameOf(page)}
                      <small>{statusOf(page, t)}</small>
                    </span>
                  ),
                })),
            }))}
            labelRender={({ value }) => {
              const page = pages.find((each) => each.key === value);
              return page ? nameOf(page) : String(value);
            }}
            allowClear={clear}
            onChange={(key: string | undefined) => onChoose({ ...chosen, page: key ?? null })}
          />
        )}
      </Choice>
      {canReadRoles ? (
        <Choice label={t("page.previewRole")}>
          {(id) => (
            <span className={styles["buttons"]}>
              <Select<string>
                id={id}
                allowClear={clear}
                placeholder={t("page.everyPermission")}
                value={chosen.role}
                options={(roles.data ?? []).map((role) => ({ value: role.id, label: role.name }))}
                onChange={(role: string | undefined) => onChoose({ ...chosen, role: role ?? null })}
                style={{ flex: "1 1 110px", minInlineSize: 0 }}
              />
              {canPreview ? (
                <Button icon={<EyeOutlined />} title={t("page.lookHint")} onClick={look}>
                  {t("page.look")}
                </Button>
              ) : null}
            </span>
          )}
        </Choice>
      ) : null}
    </div>
  );
}

export function statusOf(page: EditablePage, t: ReturnType<typeof useTranslation<"designer">>["t"]): string {
  if (page.draftVersion) return t("page.draftVersion", { number: page.draftVersion });
  return page.publishedVersion ? t("page.publishedVersion", { number: page.publishedVersion }) : "";
}

function Choice({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles["choice"]}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

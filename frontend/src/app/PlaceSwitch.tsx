import { DownOutlined, ShopOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { SwitchMembershipDocument } from "@/gql/gen/graphql";
import { setPreviewAs } from "@/config/preview";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { useAccount, useMe, type Place } from "@/session/session";
import { useErrorText } from "@/ui/errorText";
import { useMessages } from "@/ui/Messages";
import styles from "./Shell.module.css";

function nameOf(place: Place): string {
  return place.placeName ?? place.templateName;
}

/** Where one acts, and the way to one's other places: no second sign-in. */
export function PlaceSwitch() {
  const { t } = useTranslation();
  const messages = useMessages();
  const errorText = useErrorText();
  const here = useMe()?.membership;
  const { memberships } = useAccount();
  const change = useMutation({
    mutationFn: async (membershipId: string) =>
      accepted((await execute(SwitchMembershipDocument, { input: { membershipId } })).switchMembership),
    onSuccess: () => {
      setPreviewAs(null);
      // Everything that the shell holds belongs to the place that was left: begin anew.
      window.location.assign("/");
    },
    onError: (error) => messages.error(errorText(error)),
  });
  if (!here) return null;
  const label = (
    <span className={styles["place"]}>
      <ShopOutlined aria-hidden />
      <span className={styles["placeName"]}>{nameOf(here)}</span>
    </span>
  );
  if (memberships.length < 2) return <span className={styles["placeBox"]}>{label}</span>;
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        selectedKeys: [here.id],
        items: memberships.map((place) => ({
          key: place.id,
          label: (
            <span className={styles["placeItem"]}>
              {nameOf(place)}
              <small>
                {place.templateName} · {t(`scope.${place.scope}`)}
              </small>
            </span>
          ),
        })),
        onClick: ({ key }) => {
          if (key !== here.id) change.mutate(key);
        },
      }}
    >
      <Button
        type="text"
        className={styles["placeBox"] ?? ""}
        loading={change.isPending}
        aria-label={t("shell.switchPlace", { place: nameOf(here) })}
      >
        {label}
        <DownOutlined aria-hidden style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  );
}

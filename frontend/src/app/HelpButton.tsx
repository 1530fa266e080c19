import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCurrentHelp } from "@/config/currentHelp";
import { tourOf, type Stop } from "@/pages/tours";

const PageTour = lazy(async () => ({ default: (await import("./PageTour")).PageTour }));
const KeysDialog = lazy(async () => ({ default: (await import("./KeysDialog")).KeysDialog }));

/** Help for the page that is open: its tour, its article, and the keys that work everywhere. */
export function HelpButton() {
  const { t } = useTranslation();
  const { help, kind } = useCurrentHelp();
  const [keys, setKeys] = useState(false);
  const [touring, setTouring] = useState<readonly Stop[] | null>(null);
  const tour = tourOf(help?.tourKey, kind);
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            ...(tour ? [{ key: "tour", label: t("help.tour") }] : []),
            ...(help?.articleUrl
              ? [
                  {
                    key: "article",
                    label: (
                      <a href={help.articleUrl} target="_blank" rel="noopener noreferrer">
                        {t("help.article")}
                      </a>
                    ),
                  },
                ]
              : []),
            { key: "keys", label: t("help.keys") },
          ],
          onClick: ({ key }) => {
            if (key === "keys") setKeys(true);
            if (key === "tour") setTouring(tour);
          },
        }}
      >
        <Button
          type="text"
          aria-label={t("help.title")}
          title={t("help.title")}
          icon={<QuestionCircleOutlined aria-hidden />}
        />
      </Dropdown>
      <Suspense>{keys ? <KeysDialog onClose={() => setKeys(false)} /> : null}</Suspense>
      <Suspense>{touring ? <PageTour stops={touring} onClose={() => setTouring(null)} /> : null}</Suspense>
    </>
  );
}

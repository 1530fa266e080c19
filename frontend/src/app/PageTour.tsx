import { Tour } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { placeOf, type Stop } from "@/pages/tours";

/** Leads from one part of the page to the next; parts that are not there now are left out. */
export function PageTour({ stops, onClose }: { stops: readonly Stop[]; onClose: () => void }) {
  const { t } = useTranslation();
  const steps = useMemo(
    () =>
      stops
        .filter((stop) => placeOf(stop))
        .map((stop) => ({
          title: t(`tour.${stop}.title`),
          description: t(`tour.${stop}.body`),
          // Looked up when it is come to: the page may have drawn it anew.
          target: () => placeOf(stop) ?? document.body,
        })),
    [stops, t],
  );
  return <Tour open steps={steps} onClose={onClose} onFinish={onClose} scrollIntoViewOptions={{ block: "nearest" }} />;
}

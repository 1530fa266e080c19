import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { codeOf, Refused } from "@/lib/errors";
import { readAgain } from "./reading";

/**
 * Runs a change of something that has a version, and reads everything again. When somebody else was faster, what he
 * saved is read and the user is told: his own words still stand in the form, and sending them again works.
 */
export function useVersioned(): <T>(run: () => Promise<T>) => Promise<T> {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  return async (run) => {
    try {
      const result = await run();
      await readAgain(queryClient);
      return result;
    } catch (error) {
      if (codeOf(error) !== "STALE_OBJECT") throw error;
      await readAgain(queryClient);
      throw new Refused([{ code: "STALE_OBJECT", message: t("permissions.staleForm") }]);
    }
  };
}

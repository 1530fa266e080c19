import { usePagePath } from "@/config/AppConfigContext";
import type { Goto } from "@/config/types";
import { bind, type Sources } from "@/lib/bindings";
import { useGoTo } from "@/ui/PageLink";

export function useGoto(): (goto: Goto, sources: Sources) => void {
  const pathOf = usePagePath();
  const goTo = useGoTo();
  return (goto, sources) => {
    const path = pathOf(goto.pageKey, bind(goto.params, sources));
    if (path) goTo(path);
  };
}

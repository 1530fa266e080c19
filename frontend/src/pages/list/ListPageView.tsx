import type { ListPage } from "@/config/types";
import { ActionButtons, useActions } from "@/runtime/actions/ActionButtons";
import { ConfiguredHeader } from "../ConfiguredHeader";
import { ListView } from "./ListView";
import { useUrlState } from "./useUrlState";

const TOOLBAR_SHOWN = 3;

export function ListPageView({ page, params }: { page: ListPage; params: Readonly<Record<string, string>> }) {
  const [state, setState] = useUrlState(page.pageSizes);
  const { start, flow } = useActions();
  const toolbar = page.actions.filter((action) => action.placement.includes("TOOLBAR"));
  return (
    <>
      <ConfiguredHeader
        page={page}
        actions={
          toolbar.length ? (
            <ActionButtons actions={toolbar} shown={TOOLBAR_SHOWN} onStart={(action) => start(action, { params })} />
          ) : undefined
        }
      />
      <ListView page={page} params={params} state={state} onState={setState} />
      {flow}
    </>
  );
}

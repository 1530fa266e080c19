import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { parseSearch, stringifySearch } from "@/lib/listState";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import type { CustomPageProps } from "@/pages/customPages";
import { Failure } from "@/ui/Failure";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { useGoTo } from "@/ui/PageLink";
import { AudienceBar } from "./AudienceBar";
import { editablePagesQuery, platformsQuery, type Audience } from "./data";
import { Gallery } from "./Gallery";
import { OpenPage } from "./OpenPage";

/** What is edited, as it stands in the address. */
export interface Chosen {
  readonly platform: string;
  readonly type: string | null;
  readonly page: string | null;
  readonly role: string | null;
}
const FIRST = "merchant";

/** The page editor: whose page, which page, and then the page itself. */
export function PageEditor({ page }: CustomPageProps) {
  const { pathname, searchStr } = useLocation();
  const goTo = useGoTo();
  const [run, setRun] = useState(0);
  const platforms = useQuery(platformsQuery());
  const search = parseSearch(searchStr);
  const known = platforms.data ?? [];
  const platform =
    known.find((each) => each.code === search["platform"]) ?? known.find((each) => each.code === FIRST) ?? known[0];
  const chosen: Chosen = {
    platform: platform?.code ?? "",
    type: platform?.audience === "MERCHANT" ? (search["type"] ?? null) : null,
    page: search["page"] ?? null,
    role: search["role"] ?? null,
  };
  const audience: Audience | null = platform ? { templateCode: platform.code, merchantType: chosen.type } : null;
  const pages = useQuery(editablePagesQuery(audience));
  const choose = ({ platform: code, type, page: key, role }: Chosen) => {
    const next = { platform: code, type: type ?? "", page: key ?? "", role: role ?? "" };
    goTo(pathname + stringifySearch(next), { replace: key === chosen.page });
  };
  if (platforms.isPending) return <PageSkeleton />;
  if (platforms.error) return <Failure error={platforms.error} onRetry={() => void platforms.refetch()} />;
  const bar = (
    <AudienceBar
      chosen={chosen}
      platforms={known}
      pages={pages.data ?? []}
      loading={pages.isFetching}
      onChoose={choose}
    />
  );
  const edited = pages.data?.find((each) => each.key === chosen.page);
  return (
    <>
      {audience && edited ? (
        <OpenPage
          key={`${audience.templateCode} ${audience.merchantType} ${edited.key} ${run}`}
          page={page}
          audience={audience}
          edited={edited}
          pages={pages.data ?? []}
          role={chosen.role}
          bar={bar}
          onReload={() => setRun(run + 1)}
        />
      ) : (
        <>
          <ConfiguredHeader page={page} />
          {bar}
          {pages.error ? (
            <Failure error={pages.error} onRetry={() => void pages.refetch()} />
          ) : pages.isPending ? (
            <PageSkeleton />
          ) : (
            <Gallery pages={pages.data} onChoose={(key) => choose({ ...chosen, page: key })} />
          )}
        </>
      )}
    </>
  );
}

import { lazy, Suspense } from "react";
import type { CustomPageProps } from "@/pages/customPages";
import { PageSkeleton } from "@/ui/PageSkeleton";

const SignPage = lazy(async () => ({ default: (await import("./SignPage")).SignPage }));
const VerifyPage = lazy(async () => ({ default: (await import("./VerifyPage")).VerifyPage }));
const ComparePage = lazy(async () => ({ default: (await import("./ComparePage")).ComparePage }));

/** The three hand-written pages of contracts: signing one, verifying a document, comparing versions of a template. */
export function ContractsPage({ page, params }: CustomPageProps) {
  const { subject } = (page.props ?? {}) as { subject?: string };
  const id = params["id"] ?? "";
  return (
    <Suspense fallback={<PageSkeleton />}>
      {subject === "verify" ? (
        <VerifyPage page={page} />
      ) : subject === "compare" ? (
        <ComparePage page={page} id={id} />
      ) : (
        <SignPage page={page} id={id} />
      )}
    </Suspense>
  );
}

import { useMemo, type ReactNode } from "react";
import { StepUpDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { StepUpProvider, type Proof } from "@/runtime/actions/StepUp";
import { useAccount } from "@/session/session";

async function prove(proof: Proof): Promise<void> {
  accepted((await execute(StepUpDocument, { input: proof })).stepUp);
}

/** How this user proves himself again: the authenticator where there is one, else the password. */
export function StepUpGate({ children }: { children: ReactNode }) {
  const { hasPassword, secondFactor } = useAccount();
  const methods = useMemo(
    () => [...(secondFactor.enrolled ? (["code"] as const) : []), ...(hasPassword ? (["password"] as const) : [])],
    [hasPassword, secondFactor.enrolled],
  );
  return (
    <StepUpProvider prove={prove} methods={methods}>
      {children}
    </StepUpProvider>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { SignInDocument, VerifySecondFactorDocument, type SignInStep } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { parseSearch } from "@/lib/listState";
import { useGoTo } from "@/ui/PageLink";
import { AuthFrame } from "@/ui/AuthFrame";
import { PasswordStep } from "./PasswordStep";
import { SecondFactorStep } from "./SecondFactorStep";

/** Only paths of ours: an address elsewhere would make the sign-in page a lure. */
function nextPath(search: string): string {
  const next = parseSearch(search)["next"] ?? "/";
  return /^\/(?![/\\])/.test(next) ? next : "/";
}

/** The bank's directory comes back with a ticket behind the hash, which no server log sees. */
function ticketOf(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, "")).get("ticket");
}

export function SignInPage() {
  const { searchStr, hash } = useLocation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const goTo = useGoTo();
  const [ticket, setTicket] = useState<string | null>(() => ticketOf(hash));
  const enter = (step: SignInStep | null | undefined) => {
    queryClient.clear();
    if (step === "SECOND_FACTOR_ENROLMENT") void navigate({ to: "/enrol" });
    else goTo(nextPath(searchStr), { replace: true });
  };
  const signIn = useMutation({
    mutationFn: async (input: { login: string; password: string }) =>
      accepted((await execute(SignInDocument, { input })).signIn),
    onSuccess: (payload) =>
      payload.step === "SECOND_FACTOR" ? setTicket(payload.ticket ?? null) : enter(payload.step),
  });
  const verify = useMutation({
    mutationFn: async (proof: { code: string } | { recoveryCode: string }) =>
      accepted(
        (await execute(VerifySecondFactorDocument, { input: { ticket: ticket ?? "", ...proof } })).verifySecondFactor,
      ),
    onSuccess: (payload) => enter(payload.step),
  });
  return (
    <AuthFrame>
      {ticket === null ? (
        <PasswordStep
          failedAt={parseSearch(searchStr)["error"] ?? null}
          error={signIn.error}
          pending={signIn.isPending}
          onSubmit={signIn.mutate}
        />
      ) : (
        <SecondFactorStep
          error={verify.error}
          pending={verify.isPending}
          onSubmit={verify.mutate}
          onBack={() => {
            setTicket(null);
            verify.reset();
            signIn.reset();
          }}
        />
      )}
    </AuthFrame>
  );
}

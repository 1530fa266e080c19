import {
  createContext,
  lazy,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { codeOf } from "@/lib/errors";

export type Proof = { readonly password: string } | { readonly code: string };
export type Method = "password" | "code";
export type Prove = (proof: Proof) => Promise<void>;
type SteppedUp = <T>(run: () => Promise<T>) => Promise<T>;

const StepUpDialog = lazy(async () => ({ default: (await import("./StepUpDialog")).StepUpDialog }));

const Context = createContext<SteppedUp>((run) => run());

/** Runs something; when the server asks who is there, asks the user and runs it again. */
export function useStepUp(): SteppedUp {
  return useContext(Context);
}

class StepUpCancelled extends Error {}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}
interface ProviderProps {
  readonly prove: Prove;
  /** Ways in which this user can prove it. */
  readonly methods: readonly Method[];
  readonly children: ReactNode;
}

export function StepUpProvider({ prove, methods, children }: ProviderProps) {
  const [asking, setAsking] = useState(false);
  const waiting = useRef<Waiting[]>([]);
  const settle = useCallback((error?: Error) => {
    setAsking(false);
    for (const each of waiting.current.splice(0)) {
      if (error) each.reject(error);
      else each.resolve();
    }
  }, []);
  const steppedUp = useMemo<SteppedUp>(
    () => async (run) => {
      try {
        return await run();
      } catch (error) {
        if (codeOf(error) !== "STEP_UP_REQUIRED") throw error;
        await new Promise<void>((resolve, reject) => {
          waiting.current.push({ resolve, reject });
          setAsking(true);
        });
        return run();
      }
    },
    [],
  );
  return (
    <Context value={steppedUp}>
      {children}
      {asking ? (
        <Suspense>
          <StepUpDialog
            prove={prove}
            methods={methods}
            onProved={() => settle()}
            onCancel={() => settle(new StepUpCancelled("cancelled"))}
          />
        </Suspense>
      ) : null}
    </Context>
  );
}

export function isCancelled(error: unknown): boolean {
  return error instanceof StepUpCancelled;
}

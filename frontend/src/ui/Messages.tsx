import { CheckCircleFilled, CloseCircleFilled, InfoCircleFilled } from "@ant-design/icons";
import { createContext, useContext, useMemo, useState, type ReactNode } from "react";
import styles from "./Messages.module.css";

type Kind = "success" | "error" | "info";
type Messages = Readonly<Record<Kind, (text: string) => void>>;
interface Shown {
  readonly key: number;
  readonly kind: Kind;
  readonly text: string;
}

const SILENT: Messages = { success: () => undefined, error: () => undefined, info: () => undefined };
const Context = createContext<Messages>(SILENT);
const ICONS = {
  success: <CheckCircleFilled aria-hidden />,
  error: <CloseCircleFilled aria-hidden />,
  info: <InfoCircleFilled aria-hidden />,
};
let lastKey = 0;
const BRIEF_MS = 3_500;
/** Long enough to read a reason twice. */
const LONG_MS = 8_000;

export function useMessages(): Messages {
  return useContext(Context);
}

/** Short messages at the top of the screen, also read out. */
export function MessagesProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const messages = useMemo<Messages>(() => {
    const show = (kind: Kind) => (text: string) => {
      lastKey += 1;
      const key = lastKey;
      setShown((all) => [...all.filter((each) => each.text !== text), { key, kind, text }]);
      const gone = () => setShown((all) => all.filter((each) => each.key !== key));
      setTimeout(gone, kind === "error" ? LONG_MS : BRIEF_MS);
    };
    return { success: show("success"), error: show("error"), info: show("info") };
  }, []);
  return (
    <Context value={messages}>
      {children}
      <div role="status" aria-live="polite" className={styles["stack"]}>
        {shown.map((message) => (
          <div key={message.key} className={styles["message"]} data-kind={message.kind}>
            <span aria-hidden="true" className={styles["icon"]}>
              {ICONS[message.kind]}
            </span>
            {message.text}
          </div>
        ))}
      </div>
    </Context>
  );
}

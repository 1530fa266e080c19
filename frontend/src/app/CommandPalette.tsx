import { lazy, Suspense, useEffect, useState } from "react";

const PaletteDialog = lazy(async () => ({ default: (await import("./PaletteDialog")).PaletteDialog }));

interface Props {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Ctrl-K from anywhere; the palette itself comes with its first use. */
export function CommandPalette({ open, onOpen }: Props) {
  const [used, setUsed] = useState(false);
  if (open && !used) setUsed(true);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      onOpen(true);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onOpen]);
  return <Suspense>{used ? <PaletteDialog open={open} onClose={() => onOpen(false)} /> : null}</Suspense>;
}

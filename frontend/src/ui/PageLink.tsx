import { useRouter } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";

/** Paths of pages are configured, so they are no routes that a type could know. */
export function useGoTo(): (href: string, options?: { replace?: boolean }) => void {
  const { history } = useRouter();
  return (href, options) => (options?.replace ? history.replace(href) : history.push(href));
}

interface Props {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly onNavigate?: () => void;
}

export function PageLink({ href, children, className, onNavigate }: Props) {
  const goTo = useGoTo();
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    onNavigate?.();
    goTo(href);
  };
  return (
    <a href={href} onClick={onClick} className={className}>
      {children}
    </a>
  );
}

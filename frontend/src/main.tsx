import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./config/queries";
import { noteRevision } from "./config/revision";
import { loadLanguage } from "./i18n";
import { configureClient } from "./lib/execute";
import { preferences } from "./lib/preferences";
import { router } from "./router";
import { ME } from "./session/session";
import { ThemeProvider } from "./theme/ThemeProvider";
import "./app.css";

configureClient({
  locale: () => preferences().locale,
  onHeaders: noteRevision,
  onRefused: ({ code }) => {
    // The session ended, or another tab locked it: the router and the lock screen look at `me`.
    if (code === "SCREEN_LOCKED") void queryClient.invalidateQueries({ queryKey: ME });
    if (code === "UNAUTHENTICATED" && queryClient.getQueryData(ME)) {
      queryClient.removeQueries({ queryKey: ME });
      void router.invalidate();
    }
  },
});

const box = document.getElementById("root");
if (!box) throw new Error("index.html has no root");

await loadLanguage(preferences().locale);
createRoot(box).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </QueryClientProvider>
  </StrictMode>,
);

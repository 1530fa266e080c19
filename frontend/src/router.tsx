import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { queryClient } from "./config/queries";
import { loadTexts } from "./i18n";
import { parseSearch, stringifySearch } from "./lib/listState";
import { meQuery } from "./session/session";

const root = createRootRoute({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./features/signin/SignInPage"), "SignInPage"),
});
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: "/forgot-password",
  component: lazyRouteComponent(() => import("./features/signin/ForgotPasswordPage"), "ForgotPasswordPage"),
});
/** Texts that few people need come with their page. */
async function withOnboardingTexts<T>(module: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([module, loadTexts("onboarding")]);
  return loaded;
}
const signUp = createRoute({
  getParentRoute: () => root,
  path: "/sign-up",
  component: lazyRouteComponent(() => withOnboardingTexts(import("./features/onboarding/SignUpPage")), "SignUpPage"),
});
const apply = createRoute({
  getParentRoute: () => root,
  path: "/apply",
  beforeLoad: async () => {
    const me = await queryClient.ensureQueryData(meQuery);
    if (!me?.account) throw redirect({ to: "/sign-in", search: { next: "/apply" } });
  },
  component: lazyRouteComponent(() => withOnboardingTexts(import("./features/onboarding/ApplyPage")), "ApplyPage"),
});
const enrol = createRoute({
  getParentRoute: () => root,
  path: "/enrol",
  component: lazyRouteComponent(() => import("./features/signin/EnrolPage"), "EnrolPage"),
});

/** Nobody sees the frame, not even empty, before the server says who he is. */
const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery);
    if (!me?.account) {
      queryClient.removeQueries({ queryKey: meQuery.queryKey });
      throw redirect({ to: "/sign-in", search: location.pathname === "/" ? {} : { next: location.href } });
    }
    if (me.account.secondFactor.due) throw redirect({ to: "/enrol" });
    if (me.account.memberships.length === 0) throw redirect({ to: "/apply" });
  },
  component: lazyRouteComponent(() => import("./app/Shell"), "Shell"),
  errorComponent: lazyRouteComponent(() => import("./app/RouteFailure"), "RouteFailure"),
});
const account = createRoute({
  getParentRoute: () => shell,
  path: "/account",
  component: lazyRouteComponent(() => import("./features/account/AccountPage"), "AccountPage"),
});
const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  component: lazyRouteComponent(() => import("./app/PageHost"), "PageHost"),
});
const page = createRoute({
  getParentRoute: () => shell,
  path: "$",
  component: lazyRouteComponent(() => import("./app/PageHost"), "PageHost"),
});

export const router = createRouter({
  routeTree: root.addChildren([signIn, forgotPassword, signUp, apply, enrol, shell.addChildren([home, account, page])]),
  parseSearch,
  stringifySearch,
  defaultPendingMs: 300,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

import { lazy } from "react";
import { writtenPages } from "@/config/offered";
import { customPages } from "@/pages/customPages";

/** Hand-written pages by the names that configurations use for them. */
customPages.HOME = lazy(async () => ({ default: (await import("@/features/home/HomePage")).HomePage }));
writtenPages.add("home");

customPages.PERMISSION_EDITOR = lazy(async () => ({
  default: (await import("@/features/permissions/PermissionsPage")).PermissionsPage,
}));
for (const key of ["platforms", "platform", "role"]) writtenPages.add(key);

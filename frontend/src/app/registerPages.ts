import { lazy } from "react";
import { writtenPages } from "@/config/offered";
import { loadTexts } from "@/i18n";
import { customPages, customSections } from "@/pages/customPages";

/** Hand-written pages by the names that configurations use for them. */
customPages.HOME = lazy(async () => ({ default: (await import("@/features/home/HomePage")).HomePage }));
writtenPages.add("home");

customPages.PERMISSION_EDITOR = lazy(async () => ({
  default: (await import("@/features/permissions/PermissionsPage")).PermissionsPage,
}));
for (const key of ["platforms", "platform", "role"]) writtenPages.add(key);

customPages.PAGE_EDITOR = lazy(async () => {
  const [{ PageEditor }] = await Promise.all([import("@/features/designer/pages/PageEditor"), loadTexts("designer")]);
  return { default: PageEditor };
});
writtenPages.add("pageEditor");
customPages.FORM_DESIGNER = lazy(async () => {
  const [{ FormDesigner }] = await Promise.all([
    import("@/features/designer/forms/FormDesigner"),
    loadTexts("designer"),
  ]);
  return { default: FormDesigner };
});
writtenPages.add("formDesigner");

customPages.ONBOARDING_WIZARD = lazy(async () => {
  const [{ MyApplicationPage }] = await Promise.all([
    import("@/features/onboarding/MyApplicationPage"),
    loadTexts("onboarding"),
  ]);
  return { default: MyApplicationPage };
});
for (const key of ["myApplication", "filledApplication"]) writtenPages.add(key);
customSections.ONBOARDING_WIZARD = lazy(async () => {
  const [{ ReviewSection }] = await Promise.all([
    import("@/features/onboarding/review/ReviewSection"),
    loadTexts("onboarding"),
  ]);
  return { default: ReviewSection };
});

customPages.CONTRACT_SIGNING = lazy(async () => {
  const [{ ContractsPage }] = await Promise.all([import("@/features/contracts/ContractsPage"), loadTexts("signing")]);
  return { default: ContractsPage };
});
for (const key of ["contractSigning", "verifyDocument", "contractTemplateComparison"]) writtenPages.add(key);
customPages.SALES_CONTROL_MAP = lazy(async () => ({
  default: (await import("@/features/salescontrol/SalesMapPage")).SalesMapPage,
}));
writtenPages.add("salesMap");
customPages.COMMISSION_TRIAL = lazy(async () => ({
  default: (await import("@/features/salesforce/CommissionTrialPage")).CommissionTrialPage,
}));
writtenPages.add("commissionTrial");
customPages.REDEMPTION_TERMINAL = lazy(async () => {
  const [{ CounterPage }] = await Promise.all([import("@/features/counter/CounterPage"), loadTexts("counter")]);
  return { default: CounterPage };
});
writtenPages.add("counter");
customPages.SALE_DESK = lazy(async () => {
  const [{ SalePage }] = await Promise.all([import("@/features/sale/SalePage"), loadTexts("sale")]);
  return { default: SalePage };
});
customPages.ORDER_RECEIPT = lazy(async () => {
  const [{ ReceiptPage }] = await Promise.all([import("@/features/receipt/ReceiptPage"), loadTexts("sale")]);
  return { default: ReceiptPage };
});
for (const key of ["sale", "orderReceipt"]) writtenPages.add(key);

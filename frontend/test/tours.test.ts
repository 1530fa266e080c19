import { expect, test } from "vitest";
import { tourOf } from "@/pages/tours";
import { sources } from "./support/sources";

test("every stop of a tour is marked somewhere", () => {
  const code = sources(/\.tsx$/)
    .map(({ text }) => text)
    .join("\n");
  const stops = ["home", "platforms", "platform", null].flatMap((key) => tourOf(key, "ListPage") ?? []);
  const unmarked = stops.filter((stop) => !new RegExp(`data-tour"?[=:] ?"${stop}"`).test(code));
  expect(unmarked).toEqual([]);
});

test("a list without a tour of its own has that of lists; other pages have none", () => {
  expect(tourOf("seals", "ListPage")).toEqual(tourOf(null, "ListPage"));
  expect(tourOf(null, "DetailPage")).toBeNull();
});

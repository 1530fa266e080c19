import { useCascaderAreaData as divisionsOfChina } from "@vant/area-data";

/** The administrative divisions of China by their codes; loaded when a name is needed. */
export const DIVISIONS = divisionsOfChina();

// The lists of this screen by their tab.
import { alarms, climate } from "./climate";
import { inspections } from "./inspections";
import type { Listing } from "./listing";
import { patrols } from "./patrols";
import { rectifications } from "./rectifications";

export const tabs = ["inspections", "patrols", "climate", "alarms", "rectifications"] as const;
export type Tab = (typeof tabs)[number];
export const isTab = (name: string): name is Tab => (tabs as readonly string[]).includes(name);

// The screen hands a list none but its own rows, and needs not know what they are.
export type AnyRow = object;
const some = <Row>(listing: Listing<Row>) => listing as unknown as Listing<AnyRow>;
export const listings: Record<Tab, Listing<AnyRow>> = { inspections: some(inspections), patrols: some(patrols), climate: some(climate), alarms: some(alarms), rectifications: some(rectifications) };

// What may be chosen of a list; the first is as it comes.
export const namesOf: Partial<Record<Tab, readonly string[]>> = { patrols: ["all", "unresolved"], rectifications: ["all", "overdue"] };

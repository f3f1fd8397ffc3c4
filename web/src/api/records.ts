// The records that screens work with, under short names: generated from the API's own description, exacter where it is general.
import type { components } from "./schema";

type Schemas = components["schemas"];

export type PaperTrack = Schemas["paper_track"];
export type ElectronicTrack = Schemas["electronic_track"];
export type Member = Schemas["member"];
export type Item = Omit<Member, "paper" | "electronic">;
export type Signature = Schemas["signature"];
export type ItemRecord = Schemas["item"];
export type Volume = Schemas["volume_record"];
export type Container = Schemas["container_record"];
export type Stood = Schemas["stood"];
export type Hit = Omit<Schemas["hit"], "highlights"> & { highlights: [number, number][] };
export type FacetTable = Schemas["facet"];
export type SearchAnswer = Omit<Schemas["search"], "hits"> & { hits: Hit[] };
export type PageInfo = Schemas["page"];
export type PageWords = Schemas["page_words"];
export type Loan = Schemas["loan"];
export type Gap = Schemas["gap"];
export type AuditEvent = Schemas["audit_event"];
export type Amendment = Schemas["amendment"];
export type CustomerRecord = Omit<Schemas["customer"], "fields"> & { fields: Record<string, string> };

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}
export interface WordBoxes {
  width: number;
  height: number;
  words: Box[];
}

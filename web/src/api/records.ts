// The records that screens work with, under the names of the API's own description.
export interface PaperTrack {
  exists: boolean;
  number?: string;
  volume?: string;
  sequence?: number;
  first_page?: number;
  pages?: number;
  shelf?: string;
  container?: string;
  volume_state?: string;
  borrower?: string;
  note_storage_id?: string;
  note_address?: string;
}
export interface ElectronicTrack {
  exists: boolean;
  storage_id?: string;
  address?: string;
  format?: string;
  size?: number;
  sha256?: string;
  note_number?: string;
  note_shelf?: string;
}
export interface Item {
  number: string;
  reference_code: string;
  provisional: string;
  storage_id: string;
  title: string;
  customer_number: string;
  customer: string;
  category: number;
  document_type: string;
  document_number: string;
  responsible: string;
  date: string;
  year: number;
  retention: string;
  state: string;
  pages: number;
  source_name: string;
}
export interface Member extends Item {
  paper: PaperTrack;
  electronic: ElectronicTrack;
}
export interface Signature {
  kind: string;
  person: string;
  at: string;
}
export interface ItemRecord extends Member {
  kind: "item";
  signatures: Signature[];
  promoted_from?: string;
  pair?: string;
  pair_checked_by?: string;
  pair_checked_on?: string;
  recognisers: string[];
  older_texts: { revision: number; page: number; recogniser: string; confidence: number; replaced_at: string }[];
}
export interface Volume {
  volume: string;
  title: string;
  state: string;
  year: number;
  category: number;
  chapter: string;
  retention: string;
  supplementary: boolean;
  items: number;
  pages: number;
  first_date: string;
  last_date: string;
  shelf: string;
  container: string;
}
export interface Hit {
  number: string;
  title: string;
  customer: string;
  category: number;
  page: number;
  snippet: string;
  shelf: string;
  storage_id: string;
  borrower: string;
  highlights: [number, number][];
  some_words_only: boolean;
  boxes?: WordBoxes;
}
export interface FacetTable {
  facet: string;
  name: string;
  different: number;
  values: { key: string; name: string; count: number }[];
}
export interface SearchAnswer {
  query: string;
  sort: string;
  total: number;
  some_words_only: boolean;
  hits: Hit[];
  ignored: string[];
  did_you_mean: string[];
  facets?: FacetTable[];
}
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
export interface PageInfo {
  page: number;
  width: number;
  height: number;
  blank: boolean;
  recognised: boolean;
  confidence: number;
  picture: boolean;
}
export interface Loan {
  id: number;
  volume: string;
  title: string;
  shelf: string;
  state: string;
  borrower: string;
  department: string;
  reason: string;
  requested_by: string;
  approved_by: string;
  refusal: string;
  due: string;
  renewals: number;
  reminders: number;
  out_at: string;
  returned_at: string;
  inspected_by: string;
  condition: string;
}
export interface Gap {
  kind: "type" | "field" | "copy" | "half";
  key: string;
  name: string;
  number: string;
}
export interface AuditEvent {
  seq: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
}
export interface Amendment {
  id: number;
  number: string;
  state: string;
  revision: number;
  reason: string;
  requested_by: string;
  requested_at: string;
  decided_by: string;
  decided_at: string;
  refusal: string;
  fields: { field: string; before: string; after: string }[];
}

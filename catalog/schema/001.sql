-- Schema version 1. A migration is a file of this folder, applied once, in the order of the numbers, each in one transaction.
-- Times are milliseconds since 1970 UTC; days are text, 2026-03-01. Foreign keys are enforced.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- The ledger of numbers: `next` is drawn and raised in the transaction that uses it, so there is no gap and no reuse.
CREATE TABLE counter (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE manager (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,            -- 户号
  name TEXT NOT NULL,
  class TEXT NOT NULL DEFAULT '',
  class_until TEXT,                       -- the last day on which it counts; NULL: until something changes it (R40)
  manager_id INTEGER REFERENCES manager(id),
  fields TEXT NOT NULL DEFAULT '{}',      -- JSON object: the profile's customer fields
  added_on TEXT NOT NULL
);
CREATE INDEX customer_by_name ON customer(name);

-- R6: one chapter for each (category, account manager) receives his new files. Whoever takes over a colleague's keeps it beside his
-- own; the code stays when the manager changes.
CREATE TABLE chapter (
  id INTEGER PRIMARY KEY,
  category INTEGER NOT NULL CHECK (category BETWEEN 1 AND 6),
  code TEXT NOT NULL,
  UNIQUE (category, code)
);
CREATE TABLE chapter_custody (
  chapter_id INTEGER NOT NULL REFERENCES chapter(id),
  category INTEGER NOT NULL,
  manager_id INTEGER NOT NULL REFERENCES manager(id),
  receives INTEGER NOT NULL DEFAULT 1,    -- the manager's new files of the category
  since TEXT NOT NULL,
  until TEXT
);
CREATE UNIQUE INDEX custody_of_chapter ON chapter_custody(chapter_id) WHERE until IS NULL;
CREATE INDEX custody_of_manager ON chapter_custody(manager_id, category) WHERE until IS NULL;
CREATE UNIQUE INDEX receiving_custody ON chapter_custody(category, manager_id) WHERE until IS NULL AND receives = 1;

-- A shelf, one board of the stack: its places share its length.
CREATE TABLE shelf (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,              -- K1-02-05-3
  sort_key TEXT NOT NULL,                 -- the code with padded numbers: the order of a walk along the shelves
  capacity_mm INTEGER NOT NULL DEFAULT 0  -- 0: not measured, whatever comes fits
);
CREATE INDEX shelf_in_order ON shelf(sort_key);
CREATE TABLE shelf_location (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,              -- K1-02-05-3-12
  sort_key TEXT NOT NULL,
  shelf_id INTEGER NOT NULL REFERENCES shelf(id)
);
CREATE INDEX shelf_location_in_order ON shelf_location(sort_key);
CREATE INDEX location_of_shelf ON shelf_location(shelf_id);

-- A container never mixes years, chapters or retention rules.
CREATE TABLE container (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  chapter_id INTEGER NOT NULL REFERENCES chapter(id),
  retention TEXT NOT NULL,
  location_id INTEGER REFERENCES shelf_location(id),
  width_mm INTEGER NOT NULL               -- what it takes on the shelf, and what it holds
);
CREATE INDEX container_of_group ON container(year, chapter_id, retention);
CREATE INDEX container_by_location ON container(location_id);

CREATE TABLE volume (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,              -- A001-KH·02·2024-D30-C03-001
  chapter_id INTEGER NOT NULL REFERENCES chapter(id),
  category INTEGER NOT NULL,
  year INTEGER NOT NULL,
  retention TEXT NOT NULL CHECK (retention IN ('Y', 'D30', 'D10')),
  number INTEGER NOT NULL,
  supplementary INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'open',     -- open closing bound shelved listed transferred destroyed
  title TEXT NOT NULL DEFAULT '',
  item_count INTEGER NOT NULL DEFAULT 0,  -- kept from binding on
  page_count INTEGER NOT NULL DEFAULT 0,
  first_date TEXT, last_date TEXT,
  location_id INTEGER REFERENCES shelf_location(id),
  container_id INTEGER REFERENCES container(id),
  review_after TEXT,                      -- a refused disposition row comes back then
  thickness_mm INTEGER,                   -- as measured; NULL: estimated from its pages
  missing_since INTEGER,                  -- not found at its place by a stocktake
  UNIQUE (chapter_id, year, retention, number)
);
CREATE INDEX volume_by_year ON volume(year, state);
CREATE INDEX volume_by_location ON volume(location_id);
CREATE INDEX volume_of_container ON volume(container_id) WHERE container_id IS NOT NULL;
CREATE INDEX missing_volume ON volume(id) WHERE missing_since IS NOT NULL;

CREATE TABLE placement (                  -- where a volume has stood; `until` NULL: now
  id INTEGER PRIMARY KEY,
  volume_id INTEGER NOT NULL REFERENCES volume(id),
  location_id INTEGER NOT NULL REFERENCES shelf_location(id),
  since INTEGER NOT NULL,
  until INTEGER
);
CREATE INDEX placement_of_volume ON placement(volume_id);
CREATE INDEX placement_at_location ON placement(location_id);
CREATE UNIQUE INDEX placement_now ON placement(volume_id) WHERE until IS NULL;

-- Stocktakes: what was seen where, beside what the records say.
CREATE TABLE stocktake (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,            -- ST-2026-0001
  part TEXT NOT NULL,                     -- of the stack: K1-02; empty: all of it
  state TEXT NOT NULL DEFAULT 'open',     -- open finished
  started_by TEXT NOT NULL, started_at INTEGER NOT NULL,
  finished_by TEXT NOT NULL DEFAULT '', finished_at INTEGER,
  at_label TEXT NOT NULL DEFAULT '',      -- the shelf or place scanned last: where the next volume stands
  lines INTEGER NOT NULL DEFAULT 0        -- taken so far
);
CREATE INDEX open_stocktake ON stocktake(id) WHERE state = 'open';
CREATE TABLE stocktake_shelf (            -- shelves walked
  stocktake_id INTEGER NOT NULL REFERENCES stocktake(id),
  shelf TEXT NOT NULL,                    -- its code
  walked_at INTEGER NOT NULL,
  PRIMARY KEY (stocktake_id, shelf)
) WITHOUT ROWID;
CREATE TABLE sighting (
  stocktake_id INTEGER NOT NULL REFERENCES stocktake(id),
  volume_id INTEGER NOT NULL REFERENCES volume(id),
  at_label TEXT NOT NULL,                 -- shelf or place; of several the last
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (stocktake_id, volume_id)
) WITHOUT ROWID;
CREATE INDEX sighting_at ON sighting(stocktake_id, at_label);
CREATE TABLE unread_line (                -- scanned, and no label that could be used
  id INTEGER PRIMARY KEY,
  stocktake_id INTEGER NOT NULL REFERENCES stocktake(id),
  line INTEGER NOT NULL,
  words TEXT NOT NULL,
  reason TEXT NOT NULL,                   -- message key
  at_label TEXT NOT NULL
);
CREATE INDEX unread_line_of ON unread_line(stocktake_id, id);

CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  provisional TEXT UNIQUE,                -- T-A001-02-C03-000418; NULL for a daily record
  storage_id TEXT NOT NULL UNIQUE,        -- EA001-2024-00000123-L
  reference_code TEXT UNIQUE,             -- from closing on
  item_number INTEGER,                    -- 件号, from closing on
  customer_id INTEGER REFERENCES customer(id),
  category INTEGER NOT NULL CHECK (category BETWEEN 0 AND 6),   -- 0: daily record
  chapter_id INTEGER REFERENCES chapter(id),
  volume_id INTEGER REFERENCES volume(id),
  position INTEGER,                       -- in the volume, from 1; provisional until closing
  document_type TEXT NOT NULL,
  title TEXT NOT NULL,
  document_number TEXT NOT NULL DEFAULT '',
  responsible TEXT NOT NULL DEFAULT '',
  date TEXT,                              -- signing date
  year INTEGER NOT NULL,
  retention TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'draft',    -- draft proofed signed filed bound removed struck destroyed
  paper INTEGER NOT NULL DEFAULT 0,       -- has a paper track
  page_count INTEGER NOT NULL DEFAULT 0,
  pair_checked INTEGER NOT NULL DEFAULT 0,   -- the newest pair_check is of the file it has now
  source_name TEXT NOT NULL,              -- the file name it came with
  created_at INTEGER NOT NULL,
  filed_on TEXT                           -- NULL: not filed, or its signatures were taken back since
);
CREATE INDEX item_by_volume ON item(volume_id, position);
-- Lists are paged by id, which every index holds behind its last column: these need no sorting.
CREATE INDEX item_of_volume ON item(volume_id);
CREATE INDEX item_of_customer ON item(customer_id);
CREATE INDEX item_of_year ON item(year, category);
CREATE INDEX item_of_state ON item(state, id);
CREATE INDEX absent_item ON item(id) WHERE state IN ('removed', 'struck', 'destroyed');

CREATE TABLE object (                     -- an electronic object: bytes in the store under their SHA-256
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  format TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'present'   -- present, destroyed
) WITHOUT ROWID;

CREATE TABLE item_object (
  item_id INTEGER NOT NULL REFERENCES item(id),
  role TEXT NOT NULL,                     -- original, reading_copy, words; words.N: the words before revision N of the text;
                                          -- paper_scan.N: its pages out of binder scan N;
                                          -- comparison.CHECK.PAGE: what a pair_check found to differ;
                                          -- before.N.original …: before arrangement N; undone.N.original …: what it had given;
                                          -- twin.ID: the PDF of a printed twin
  sha256 TEXT NOT NULL REFERENCES object(sha256),
  PRIMARY KEY (item_id, role)
) WITHOUT ROWID;
CREATE INDEX item_of_object ON item_object(sha256);

CREATE TABLE page (
  item_id INTEGER NOT NULL REFERENCES item(id),
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, dpi REAL NOT NULL,
  skew REAL NOT NULL, quarter_turns INTEGER NOT NULL, blank INTEGER NOT NULL,
  recognised INTEGER NOT NULL, confidence REAL NOT NULL,
  recogniser TEXT NOT NULL DEFAULT '',    -- whose text it is; empty unless recognised
  tried TEXT NOT NULL DEFAULT '',         -- the recogniser that looked at it last and gave nothing better
  picture_hash TEXT NOT NULL DEFAULT '',  -- what the cache of recognition knows it by; may be empty
  PRIMARY KEY (item_id, number)
);
CREATE INDEX page_by_recogniser ON page(recogniser, tried, item_id) WHERE recognised = 1;
CREATE INDEX page_of_picture ON page(picture_hash) WHERE picture_hash <> '';

-- Binders scanned whole. Of the file its digest alone is kept; its pages are objects of the items, with the role paper_scan.ID.
CREATE TABLE binder_scan (
  id INTEGER PRIMARY KEY,
  volume_id INTEGER NOT NULL REFERENCES volume(id),
  sha256 TEXT NOT NULL,
  scanned_by TEXT NOT NULL, scanned_on TEXT NOT NULL
);
CREATE INDEX binder_scan_by_digest ON binder_scan(sha256);
CREATE TABLE binder_scan_item (
  item_id INTEGER NOT NULL REFERENCES item(id),
  scan_id INTEGER NOT NULL REFERENCES binder_scan(id),
  pages INTEGER NOT NULL,
  PRIMARY KEY (item_id, scan_id)
) WITHOUT ROWID;

-- Texts that a better recognition has replaced. Pages that were replaced together share the revision's number.
CREATE TABLE page_text_revision (
  item_id INTEGER NOT NULL REFERENCES item(id),
  number INTEGER NOT NULL,                -- of the page
  revision INTEGER NOT NULL,              -- of the item, from 1; the text is the one before it
  text TEXT NOT NULL,
  confidence REAL NOT NULL,
  recogniser TEXT NOT NULL,
  replaced_at INTEGER NOT NULL,
  PRIMARY KEY (item_id, revision, number)
) WITHOUT ROWID;

-- Pages of drafts parted, joined, turned or put in another order.
CREATE TABLE arrangement (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,                     -- split merge rotate reorder
  actor TEXT NOT NULL, at INTEGER NOT NULL,
  undone_by TEXT, undone_at INTEGER
);
CREATE TABLE arrangement_item (
  arrangement_id INTEGER NOT NULL REFERENCES arrangement(id),
  item_id INTEGER NOT NULL REFERENCES item(id),
  part TEXT NOT NULL,                     -- kept (its number), made, absorbed
  PRIMARY KEY (arrangement_id, item_id)
) WITHOUT ROWID;
CREATE INDEX arrangement_of_item ON arrangement_item(item_id);
-- The pages of the item that kept its number, as they were.
CREATE TABLE arranged_page (
  arrangement_id INTEGER NOT NULL REFERENCES arrangement(id),
  item_id INTEGER NOT NULL REFERENCES item(id),
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, dpi REAL NOT NULL,
  skew REAL NOT NULL, quarter_turns INTEGER NOT NULL, blank INTEGER NOT NULL,
  recognised INTEGER NOT NULL, confidence REAL NOT NULL,
  recogniser TEXT NOT NULL, tried TEXT NOT NULL, picture_hash TEXT NOT NULL,
  PRIMARY KEY (arrangement_id, item_id, number)
) WITHOUT ROWID;

-- What arrived, once per file and run: the outcome that was reported to the user.
CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  outcome TEXT NOT NULL,                  -- draft, duplicate, quarantined
  reason TEXT NOT NULL DEFAULT '',        -- failure name when quarantined
  detail TEXT NOT NULL DEFAULT '',
  item_id INTEGER REFERENCES item(id),
  at INTEGER NOT NULL
);
CREATE INDEX receipt_by_digest ON receipt(sha256);
CREATE INDEX receipt_by_path ON receipt(path);
CREATE INDEX receipt_by_outcome ON receipt(outcome);

-- The two catalogues (R25) are kept apart, each with the note that points at the other track (R26, R27).
CREATE TABLE paper_catalogue (
  item_id INTEGER PRIMARY KEY REFERENCES item(id),
  volume_id INTEGER NOT NULL REFERENCES volume(id),
  sequence INTEGER NOT NULL,
  first_page INTEGER NOT NULL DEFAULT 0,  -- 页号, from closing on
  note_storage_id TEXT NOT NULL,
  note_address TEXT NOT NULL
);
CREATE INDEX paper_catalogue_of_volume ON paper_catalogue(volume_id, sequence);
CREATE TABLE electronic_catalogue (
  item_id INTEGER PRIMARY KEY REFERENCES item(id),
  storage_id TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL,
  note_number TEXT NOT NULL,              -- 档号, or the provisional number; empty without a paper track
  note_shelf TEXT NOT NULL                -- empty until the volume is placed
);

CREATE TABLE signature (
  item_id INTEGER NOT NULL REFERENCES item(id),
  kind TEXT NOT NULL,                     -- proofread customer waiver handler leader
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  page INTEGER NOT NULL DEFAULT 0,        -- on which the customer's stands
  reason TEXT NOT NULL DEFAULT '',        -- of a waiver
  PRIMARY KEY (item_id, kind)
) WITHOUT ROWID;

CREATE TABLE closing (
  id INTEGER PRIMARY KEY,
  volume_id INTEGER NOT NULL UNIQUE REFERENCES volume(id),
  year INTEGER NOT NULL,
  closed_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  checked_by TEXT NOT NULL DEFAULT '',    -- the closing note's checker, another than who closed
  checked_on TEXT,
  manifest_sha256 TEXT NOT NULL,          -- the signed manifest, in the store
  signature TEXT NOT NULL,                -- Ed25519 over the manifest, hexadecimal
  forms_sha256 TEXT NOT NULL              -- cover, catalogues and closing note in one PDF, in the store
);

CREATE TABLE hold (
  id INTEGER PRIMARY KEY,
  scope TEXT NOT NULL,                    -- item volume customer question
  target_id INTEGER NOT NULL,             -- 0 of a question
  question TEXT NOT NULL DEFAULT '',      -- as it was asked
  reason TEXT NOT NULL,
  placed_by TEXT NOT NULL, placed_at INTEGER NOT NULL,
  lifted_by TEXT, lifted_at INTEGER
);
CREATE INDEX hold_by_target ON hold(scope, target_id) WHERE lifted_at IS NULL;

CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  volume_id INTEGER NOT NULL REFERENCES volume(id),
  state TEXT NOT NULL,                    -- requested refused withdrawn approved out returned closed damaged lost
  borrower TEXT NOT NULL,
  department TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  requested_by TEXT NOT NULL, requested_at INTEGER NOT NULL,
  decided_by TEXT NOT NULL DEFAULT '',    -- who approved or refused
  refusal TEXT NOT NULL DEFAULT '',       -- why it was refused or withdrawn
  due TEXT NOT NULL,
  renewals INTEGER NOT NULL DEFAULT 0,
  reminders INTEGER NOT NULL DEFAULT 0,
  out_at INTEGER, returned_at INTEGER,
  inspected_by TEXT NOT NULL DEFAULT '',
  inspection_id INTEGER REFERENCES inspection(id),   -- where it came back damaged or incomplete
  condition TEXT NOT NULL DEFAULT ''      -- what was done when it came back, or how it was lost
);
CREATE UNIQUE INDEX live_loan ON loan(volume_id) WHERE state IN ('out', 'returned', 'lost');   -- never two holders
CREATE INDEX open_loan ON loan(id) WHERE state IN ('requested', 'approved', 'out', 'returned', 'lost');
CREATE INDEX loan_due ON loan(due) WHERE state = 'out';
CREATE INDEX loan_of_volume ON loan(volume_id);

-- A customer's debts are settled up to this day; category-3 volumes hold by themselves until then.
CREATE TABLE settlement (
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  settled_on TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (customer_id, settled_on)
) WITHOUT ROWID;

CREATE TABLE disposition_list (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,            -- DL-2035-0001
  as_of TEXT NOT NULL,
  drawn_by TEXT NOT NULL, drawn_at INTEGER NOT NULL,
  approved_by TEXT, approved_on TEXT,
  executed_by TEXT, first_witness TEXT, second_witness TEXT, executed_at INTEGER,
  state TEXT NOT NULL DEFAULT 'listed',   -- listed approved executing certified refused
  certificate_sha256 TEXT                 -- in the store
);
CREATE INDEX disposition_in_state ON disposition_list(state);
CREATE TABLE disposition_row (
  list_id INTEGER NOT NULL REFERENCES disposition_list(id),
  volume_id INTEGER NOT NULL REFERENCES volume(id),
  track TEXT NOT NULL,                    -- both paper electronic
  state TEXT NOT NULL DEFAULT 'listed',   -- listed destroyed refused
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (list_id, volume_id)
) WITHOUT ROWID;
CREATE INDEX disposition_of_volume ON disposition_row(volume_id);

-- What stays for ever of a destroyed item.
CREATE TABLE stub (
  item_id INTEGER PRIMARY KEY REFERENCES item(id),
  list_id INTEGER REFERENCES disposition_list(id),   -- NULL: removed (R18)
  track TEXT NOT NULL,
  metadata TEXT NOT NULL,                 -- JSON: numbers, title, customer, dates, digests
  destroyed_at INTEGER NOT NULL,
  journaled INTEGER NOT NULL DEFAULT 0    -- stands in the purge journal
);
CREATE INDEX unjournaled_stub ON stub(item_id) WHERE journaled = 0;
-- Objects whose bytes must still be removed from the store: written with the stub, cleared once they are gone.
CREATE TABLE destruction_queue (sha256 TEXT PRIMARY KEY, list_id INTEGER) WITHOUT ROWID;   -- NULL: removed (R18)

-- The hash chain: hash = SHA-256(previous hash || seq as 8 bytes big-endian || bytes).
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  bytes BLOB NOT NULL,                    -- JSON, exactly as hashed
  hash BLOB NOT NULL
);
CREATE INDEX event_by_subject ON event(subject);
CREATE TRIGGER event_is_append_only_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_is_append_only_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

-- How often each form of each record has been printed.
CREATE TABLE printed_form (
  form TEXT NOT NULL,                     -- cover spine catalogue … label
  subject TEXT NOT NULL,                  -- the number that the form is about
  copies INTEGER NOT NULL,
  PRIMARY KEY (form, subject)
) WITHOUT ROWID;

-- Questions that a person asks again; each has the names to itself.
CREATE TABLE saved_search (
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  question TEXT NOT NULL,                 -- as it was typed
  sort TEXT NOT NULL DEFAULT 'relevance', -- relevance newest oldest
  created_at INTEGER NOT NULL,
  PRIMARY KEY (owner, name)
) WITHOUT ROWID;

-- What the index has yet to learn; replayed idempotently.
CREATE TABLE outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, item_id INTEGER NOT NULL, operation TEXT NOT NULL);

-- Upkeep of the stacks (R44, R45). Temperatures and humidities are in hundredths.
CREATE TABLE climate_reading (
  id INTEGER PRIMARY KEY,
  room TEXT NOT NULL,
  day TEXT NOT NULL,
  minute INTEGER NOT NULL,                -- of the day, by the clock on the wall
  celsius INTEGER NOT NULL,
  humidity INTEGER NOT NULL,
  measured_by TEXT NOT NULL,
  measure TEXT NOT NULL DEFAULT '',       -- 措施
  out_of_limits INTEGER NOT NULL,
  recorded_by TEXT NOT NULL, recorded_at INTEGER NOT NULL,
  UNIQUE (room, day, minute)
);
-- The readings out of limits are paged by id, which stands behind the last column of each.
CREATE INDEX climate_alarm ON climate_reading(out_of_limits) WHERE out_of_limits = 1;
CREATE INDEX climate_alarm_of_room ON climate_reading(room) WHERE out_of_limits = 1;

CREATE TABLE inspection (                 -- R44
  id INTEGER PRIMARY KEY,
  volume_id INTEGER NOT NULL REFERENCES volume(id),
  day TEXT NOT NULL,
  damages TEXT NOT NULL,                  -- of water,mould,sticking,fading,insects,rodents; empty: sound
  pages_counted INTEGER, pages_expected INTEGER,   -- where they differ
  treatment TEXT NOT NULL,
  inspector TEXT NOT NULL,
  follow_up TEXT,
  resolved_on TEXT, resolved_by TEXT, resolution TEXT
);
CREATE INDEX inspection_of_volume ON inspection(volume_id);
CREATE INDEX open_follow_up ON inspection(follow_up) WHERE resolved_on IS NULL AND follow_up IS NOT NULL;

-- People. Where none are entered the archive is one person's, who may do everything.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,              -- as it stands in events and signatures
  system_user TEXT UNIQUE,                -- the operating system's name for them; NULL: signs in with a password
  manager_id INTEGER UNIQUE REFERENCES manager(id),   -- whose customers and chapters are theirs
  password TEXT NOT NULL DEFAULT '',      -- argon2id with its parameters; empty: none set
  active INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE person_role (
  person_id INTEGER NOT NULL REFERENCES person(id),
  role TEXT NOT NULL,                     -- employee account_manager … (catalog/access.h)
  PRIMARY KEY (person_id, role)
) WITHOUT ROWID;
CREATE TABLE access_token (
  digest TEXT PRIMARY KEY,                -- SHA-256 of the token, which is kept nowhere
  person_id INTEGER NOT NULL REFERENCES person(id),
  name TEXT NOT NULL DEFAULT '',          -- of one made for a program; empty: of a session
  scope TEXT NOT NULL,                    -- everything read ingest (catalog/access.h)
  created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX named_token ON access_token(person_id, name) WHERE name <> '';
-- Long work that somebody asked a server for.
CREATE TABLE job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,                     -- the command
  owner TEXT NOT NULL,
  state TEXT NOT NULL,                    -- waiting running done failed cancelled interrupted
  request TEXT NOT NULL,                  -- JSON: what it does, so that it can be started again
  result TEXT NOT NULL DEFAULT '',        -- JSON: the command's answer
  error TEXT NOT NULL DEFAULT '',         -- JSON: code and arguments of what went wrong
  created_at INTEGER NOT NULL, started_at INTEGER, finished_at INTEGER
);
CREATE INDEX unfinished_job ON job(id) WHERE state IN ('waiting', 'running');
-- Answers to requests that carry a key, so that one sent twice is done once.
CREATE TABLE remembered_answer (
  person TEXT NOT NULL,
  key TEXT NOT NULL,
  request_sha256 TEXT NOT NULL,           -- of address and body
  status INTEGER NOT NULL,                -- 0: begun, and how it ended is not known
  body TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  PRIMARY KEY (person, key)
) WITHOUT ROWID;
CREATE INDEX old_remembered_answer ON remembered_answer(at);
CREATE TABLE failed_sign_in (name TEXT NOT NULL, address TEXT NOT NULL, at INTEGER NOT NULL);
CREATE INDEX failed_sign_in_of ON failed_sign_in(name, at);
CREATE INDEX failed_sign_in_from ON failed_sign_in(address, at);
-- R13: what somebody may read beyond their own customers, and until when.
CREATE TABLE access_grant (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person(id),
  scope TEXT NOT NULL,                    -- everything customer volume item
  target_id INTEGER NOT NULL,             -- 0 with everything
  reason TEXT NOT NULL,
  granted_by TEXT NOT NULL, granted_at INTEGER NOT NULL,
  expires_on TEXT NOT NULL,               -- the last day on which it counts
  revoked_by TEXT, revoked_at INTEGER
);
CREATE INDEX live_grant ON access_grant(person_id) WHERE revoked_at IS NULL;

-- R16: what was asked to be changed in an item's catalogue data, who consented, and what stood there before.
CREATE TABLE amendment (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES item(id),
  state TEXT NOT NULL,                    -- requested applied refused
  reason TEXT NOT NULL,
  requested_by TEXT NOT NULL, requested_at INTEGER NOT NULL,
  decided_by TEXT NOT NULL DEFAULT '', decided_at INTEGER,
  refusal TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 0,    -- of the item's data, from 1; 0 until applied
  bound INTEGER NOT NULL DEFAULT 0        -- applied to a bound item: a line in the closing note
);
CREATE INDEX amendment_of_item ON amendment(item_id);
CREATE INDEX open_amendment ON amendment(id) WHERE state = 'requested';
CREATE TABLE amended_field (
  amendment_id INTEGER NOT NULL REFERENCES amendment(id),
  field TEXT NOT NULL,                    -- title document_number responsible date
  before TEXT NOT NULL, after TEXT NOT NULL,
  PRIMARY KEY (amendment_id, field)
) WITHOUT ROWID;

-- R17, R18: an item's way out before its retention ends.
CREATE TABLE removal (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES item(id),
  state TEXT NOT NULL,                    -- requested refused hold restored destroyed
  cause TEXT NOT NULL,                    -- erroneous outdated dead
  reason TEXT NOT NULL,
  requested_by TEXT NOT NULL, requested_at INTEGER NOT NULL,
  decided_by TEXT NOT NULL DEFAULT '', decided_at INTEGER,
  refusal TEXT NOT NULL DEFAULT '',
  keep_until TEXT,                        -- the last day of the month of grace
  state_before TEXT NOT NULL DEFAULT '',  -- of the item, for its restoring
  ended_by TEXT NOT NULL DEFAULT '', ended_at INTEGER   -- who restored or confirmed
);
CREATE UNIQUE INDEX live_removal ON removal(item_id) WHERE state IN ('requested', 'hold');
CREATE INDEX removal_of_item ON removal(item_id);
CREATE INDEX removal_due ON removal(keep_until) WHERE state = 'hold';

-- R21: where an item of the six categories was a daily record before.
CREATE TABLE promotion (
  item_id INTEGER PRIMARY KEY REFERENCES item(id),
  document_type TEXT NOT NULL,            -- as a daily record
  promoted_by TEXT NOT NULL, promoted_at INTEGER NOT NULL
);
-- Daily records that somebody found important, beside those whose type is.
CREATE TABLE important_record (item_id INTEGER PRIMARY KEY REFERENCES item(id), marked_by TEXT NOT NULL, marked_at INTEGER NOT NULL);
CREATE INDEX daily_record ON item(document_type, id) WHERE category = 0;

-- What a customer's life brings (R19, R32, R38-R41).
CREATE INDEX customer_of_manager ON customer(manager_id);
CREATE INDEX customer_of_class ON customer(class, number, class_until);
CREATE INDEX customer_birthday ON customer(substr(json_extract(fields, '$.birthday'), -5))
  WHERE json_extract(fields, '$.birthday') IS NOT NULL;
CREATE TABLE class_change (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  before TEXT NOT NULL, after TEXT NOT NULL,
  valid_until TEXT,                       -- NULL: until a review says otherwise
  meeting_id INTEGER REFERENCES meeting(id),   -- NULL: by spending, or by hand
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL, day TEXT NOT NULL
);
CREATE INDEX class_change_of_customer ON class_change(customer_id);
CREATE INDEX class_change_of_meeting ON class_change(meeting_id) WHERE meeting_id IS NOT NULL;
CREATE TABLE spending (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  day TEXT NOT NULL, cents INTEGER NOT NULL, note TEXT NOT NULL,
  recorded_by TEXT NOT NULL
);
CREATE INDEX spending_of_customer ON spending(customer_id, cents);
CREATE TABLE discharge (                  -- a call is due three days later
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  day TEXT NOT NULL, call_due TEXT NOT NULL,
  called_on TEXT, called_by TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT '',
  UNIQUE (customer_id, day)
);
CREATE INDEX open_call ON discharge(call_due) WHERE called_on IS NULL;
CREATE TABLE certificate (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  holder TEXT NOT NULL, name TEXT NOT NULL, expires_on TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  current INTEGER NOT NULL DEFAULT 1      -- a newer one of the same holder and name replaces it
);
CREATE INDEX certificate_expiry ON certificate(expires_on) WHERE current = 1;
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,                     -- focus class half_year year
  period TEXT NOT NULL,                   -- 2026-03, 2026-Q1, 2026-H1, 2026
  held_on TEXT NOT NULL, minutes TEXT NOT NULL,
  recorded_by TEXT NOT NULL
);
CREATE INDEX meeting_of_period ON meeting(kind, period);
CREATE TABLE focus_customer (
  meeting_id INTEGER NOT NULL REFERENCES meeting(id),
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  PRIMARY KEY (meeting_id, customer_id)
) WITHOUT ROWID;

-- Completeness (R24, R30, R35, R36).
CREATE TABLE copy_verification (          -- R35: a copy was compared with the original document
  item_id INTEGER PRIMARY KEY REFERENCES item(id),
  verified_by TEXT NOT NULL, verified_on TEXT NOT NULL
);
CREATE TABLE item_fact (                  -- R36: what a document says of a customer's field
  item_id INTEGER NOT NULL REFERENCES item(id),
  key TEXT NOT NULL, value TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  PRIMARY KEY (item_id, key)
) WITHOUT ROWID;
CREATE TABLE pair_check (                 -- R24: paper and electronic file compared; the newest counts
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES item(id),
  result TEXT NOT NULL,                   -- same different broken
  note TEXT NOT NULL,
  sha256 TEXT NOT NULL,                   -- of the file that was compared
  checked_by TEXT NOT NULL, checked_on TEXT NOT NULL
);
CREATE INDEX pair_check_of_item ON pair_check(item_id);
CREATE INDEX pair_check_of_result ON pair_check(result, item_id);
CREATE INDEX unchecked_pair ON item(id) WHERE paper = 1 AND pair_checked = 0;
CREATE TABLE twin (                       -- R23: a paper twin was printed; its PDF is the item's object twin.ID
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES item(id),
  original TEXT NOT NULL,                 -- SHA-256 of the file that was printed
  printed_by TEXT NOT NULL, printed_on TEXT NOT NULL
);
CREATE INDEX twin_of_item ON twin(item_id);
CREATE TABLE twin_mark (                  -- tenths of a millimetre; what the scan of the twin has beyond the file
  twin_id INTEGER NOT NULL REFERENCES twin(id),
  page INTEGER NOT NULL,
  left_edge INTEGER NOT NULL, top_edge INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
  PRIMARY KEY (twin_id, page, left_edge, top_edge)
) WITHOUT ROWID;
CREATE TRIGGER another_file_is_unchecked AFTER UPDATE OF sha256 ON item_object WHEN NEW.role = 'original' AND NEW.sha256 <> OLD.sha256
BEGIN UPDATE item SET pair_checked = 0 WHERE id = NEW.item_id; END;

-- Defects on their way to being put right, step by step until an inspection passes (R33, R48).
CREATE TABLE rectification (
  id INTEGER PRIMARY KEY,
  target TEXT NOT NULL,                   -- number of a customer, volume or item; empty: the archive itself
  state TEXT NOT NULL,                    -- open noticed reported passed
  due TEXT                                -- of the newest notice
);
CREATE INDEX open_rectification ON rectification(due) WHERE state <> 'passed';
CREATE TABLE rectification_step (
  id INTEGER PRIMARY KEY,
  rectification_id INTEGER NOT NULL REFERENCES rectification(id),
  kind TEXT NOT NULL,                     -- finding notice report failed passed
  day TEXT NOT NULL,
  person TEXT NOT NULL,
  words TEXT NOT NULL,
  evidence TEXT NOT NULL DEFAULT ''       -- number of the item that proves it
);
CREATE INDEX step_of_rectification ON rectification_step(rectification_id);
CREATE INDEX proof_of_step ON rectification_step(evidence) WHERE evidence <> '';

-- Checks of the stack rooms for pests, light, fire and theft (R45).
CREATE TABLE patrol (
  id INTEGER PRIMARY KEY,
  room TEXT NOT NULL,
  kind TEXT NOT NULL,                     -- pest light fire theft
  at TEXT NOT NULL,                       -- 2026-03-01 08:30
  finding TEXT NOT NULL,                  -- empty: nothing found
  measure TEXT NOT NULL,
  person TEXT NOT NULL,
  resolved_on TEXT, resolved_by TEXT, resolution TEXT,
  UNIQUE (room, kind, at)
);
CREATE INDEX open_patrol ON patrol(id) WHERE finding <> '' AND resolved_on IS NULL;

-- The fonds file (全宗卷, R46): documents about the fonds itself, kept for ever.
CREATE TABLE fonds_document (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,                     -- history collecting arrangement appraisal preservation statistics use transfer
  number INTEGER NOT NULL,                -- within the kind, from 1
  title TEXT NOT NULL, day TEXT NOT NULL,
  item_number TEXT NOT NULL DEFAULT '',   -- where an item holds it
  recorded_by TEXT NOT NULL,
  UNIQUE (kind, number)
);
CREATE INDEX item_in_fonds_file ON fonds_document(item_number) WHERE item_number <> '';

-- Volumes handed to another keeper, with both sides' signatures (R42).
CREATE TABLE transfer (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,            -- TR-2026-0001
  receiver TEXT NOT NULL,                 -- the unit
  nature TEXT NOT NULL,                   -- 性质: why it goes there
  state TEXT NOT NULL,                    -- drawn completed cancelled
  drawn_by TEXT NOT NULL, drawn_at INTEGER NOT NULL,
  package_sha256 TEXT NOT NULL DEFAULT '',   -- of the list of digests that went with it; empty: not written yet
  completed_by TEXT NOT NULL DEFAULT '', completed_on TEXT
);
CREATE TABLE transfer_volume (
  transfer_id INTEGER NOT NULL REFERENCES transfer(id),
  volume_id INTEGER NOT NULL REFERENCES volume(id),
  PRIMARY KEY (transfer_id, volume_id)
) WITHOUT ROWID;
CREATE INDEX transfer_of_volume ON transfer_volume(volume_id);
CREATE TABLE transfer_signature (
  transfer_id INTEGER NOT NULL REFERENCES transfer(id),
  side TEXT NOT NULL,                     -- giver_leader giver_handler receiver_leader receiver_handler
  person TEXT NOT NULL, day TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  PRIMARY KEY (transfer_id, side)
) WITHOUT ROWID;
-- Who of the appraisal group has signed a disposition list, and who has agreed to witness its execution.
CREATE TABLE disposition_signature (
  list_id INTEGER NOT NULL REFERENCES disposition_list(id),
  role TEXT NOT NULL,                     -- appraiser witness
  person TEXT NOT NULL, day TEXT NOT NULL,
  PRIMARY KEY (list_id, role, person)
) WITHOUT ROWID;
-- What a hold placed by a question covers, as it was found then.
CREATE TABLE held_item (
  hold_id INTEGER NOT NULL REFERENCES hold(id),
  item_id INTEGER NOT NULL REFERENCES item(id),
  PRIMARY KEY (hold_id, item_id)
) WITHOUT ROWID;
CREATE INDEX hold_of_item ON held_item(item_id);
-- What somebody asks to read (R13); whether there is such a thing is seen by who decides alone.
CREATE TABLE access_request (
  id INTEGER PRIMARY KEY,
  person TEXT NOT NULL,
  target TEXT NOT NULL,                   -- as it was asked for
  reason TEXT NOT NULL,
  until TEXT NOT NULL,
  requested_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'requested',   -- requested granted refused
  decided_by TEXT NOT NULL DEFAULT '', decided_at INTEGER,
  refusal TEXT NOT NULL DEFAULT '',
  grant_id INTEGER REFERENCES access_grant(id)
);
CREATE INDEX open_access_request ON access_request(id) WHERE state = 'requested';
CREATE INDEX access_request_of ON access_request(person);

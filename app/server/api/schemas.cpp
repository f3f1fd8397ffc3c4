#include "app/server/api/schemas.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace twofold::app::api {
namespace {

constexpr auto kSchemas = std::to_array<Schema>({
    {"session",
     "signed_in:flag first_run:flag name roles:texts actions:texts reading_only:flag csrf language fonds fonds_name "
     "profile today"},
    {"credentials", "name password read_only:flag?"},
    {"first_administrator", "code name password"},
    {"digests", "sha256:texts"},
    {"ingest_file", "sha256 path"},
    {"ingest",
     "files:[ingest_file] customer? customer_name? manager? category:int? type? title? document_number? responsible? date? "
     "shelf? paper:flag? separators? feeder:flag?"},
    {"name", "zh en"},
    {"profile",
     "key name:name access categories:[profile_category] document_types:[profile_type] customer_fields:[profile_field] "
     "customer_classes:texts removal_hold_months:int cooling_months:int"},
    {"profile_category", "number:int name:name has_customer:flag signing_order:flag"},
    {"profile_type",
     "key category:int name:name required:flag required_for copy:flag site_photo:flag other_half important:flag "
     "voucher:flag "
     "retention"},
    {"profile_field", "key name:name required:flag"},
    {"problem", "type title status:int code detail remedy? request? answer:any?"},

    {"search",
     "query? like? sort total:int some_words_only:flag hits:[hit] ignored:texts did_you_mean:texts facets:[facet]?"},
    {"hit",
     "number title customer category:int page:int snippet shelf storage_id borrower highlights:any "
     "some_words_only:flag boxes:hit_boxes?"},
    {"hit_boxes", "width:int height:int words:[box]"},
    {"box", "left:int top:int width:int height:int"},
    {"facet", "facet name different:int values:[facet_value]"},
    {"facet_value", "key name count:int"},
    {"suggestions", "beginning customers:[suggestion]"},
    {"suggestion", "number name items:int"},
    {"saved_searches", "owner searches:[saved_search]"},
    {"saved_search", "name question sort created_at"},
    {"removed_search", "removed"},

    {"item_record",
     "number reference_code provisional storage_id title customer_number customer category:int document_type "
     "document_number "
     "responsible date year:int retention state pages:int source_name"},
    {"member",
     "number reference_code provisional storage_id title customer_number customer category:int document_type "
     "document_number "
     "responsible date year:int retention state pages:int source_name paper:paper_track electronic:electronic_track"},
    {"items", "items:[member] next:int"},
    {"item",
     "kind number reference_code provisional storage_id title customer_number customer category:int document_type "
     "document_number "
     "responsible date year:int retention state pages:int source_name promoted_from? removal:removal? pair? pair_checked_by? "
     "pair_checked_on? recognisers:texts "
     "older_texts:[older_text] "
     "signatures:[signature] paper:paper_track electronic:electronic_track"},
    {"older_text", "revision:int page:int recogniser confidence:number replaced_at"},
    {"signature", "kind person at page:int reason"},
    {"paper_track",
     "exists:flag number? volume? sequence:int? first_page:int? pages:int? shelf? container? volume_state? borrower? "
     "note_storage_id? note_address?"},
    {"electronic_track", "exists:flag storage_id? address? format? size:int? sha256? note_number? note_shelf?"},
    {"record", "kind"},
    {"volume_record",
     "volume title state year:int category:int chapter retention supplementary:flag items:int pages:int first_date "
     "last_date "
     "shelf container checked_by checked_on"},
    {"volume",
     "kind volume title state year:int category:int chapter retention supplementary:flag items:int pages:int "
     "first_date last_date "
     "shelf container checked_by checked_on members:[member]"},
    {"customer", "kind customer_number customer manager class fields:any gaps:[gap] members:[member]"},
    {"text", "number revision:int pages:[page_text]"},
    {"page_text", "page:int text recogniser confidence:number"},
    {"pages", "number pages:[page]"},
    {"page", "page:int width:int height:int blank:flag recognised:flag confidence:number picture:flag"},
    {"page_words", "number page:int width:int height:int words:[word]"},
    {"word", "text left:int top:int width:int height:int confidence:number line:int"},
    {"filing", "done:int already:int refused:[refused]"},
    {"refused", "number reason message"},
    {"copy_verified", "number verified_by"},
    {"pair", "number title state note checked_by checked_on"},
    {"pairs", "pairs:[pair] next:int"},
    {"fact", "number field value"},

    {"upload", "sha256 received:int complete:flag"},
    {"known_uploads", "files:[known_upload]"},
    {"known_upload", "sha256 number title received:int complete:flag"},
    {"job",
     "id:int kind owner state progress:job_progress result:any|null error:job_error|null created_at started_at "
     "finished_at"},
    {"job_progress", "stage text done:int total:int subject"},
    {"job_error", "code message remedy"},
    {"jobs", "jobs:[job] next:int"},
    {"events", "events:[event] next:int incomplete:flag"},
    {"event", "id:int type data:any"},
    {"ingested", "files:[ingested_file] summary:ingest_summary"},
    {"ingested_file", "path outcome number storage_id pages:int reason message"},
    {"ingest_summary", "drafts:int duplicates:int quarantined:int pages:int cancelled:flag"},
    {"recognition", "recogniser items:[recognised_item] summary:recognition_summary"},
    {"recognised_item",
     "number title outcome pages:int revision:int confidence_before:number confidence_after:number reason"},
    {"recognition_summary", "replaced:int kept:int current:int failed:int pages:int cancelled:flag"},
    {"reindexed", "items:int"},

    {"arrangement", "id:int kind actor at undone:flag kept:texts made:texts absorbed:texts"},
    {"arrangements", "arrangements:[arrangement] next:int"},

    {"amendment",
     "id:int number title state revision:int reason requested_by requested_at decided_by decided_at refusal "
     "fields:[amended_field]"},
    {"amended_field", "field before after"},
    {"amendments", "amendments:[amendment] next:int"},
    {"removal", "id:int number title state cause reason requested_by decided_by refusal keep_until ended_by"},
    {"removals", "removals:[removal] next:int"},
    {"pending_promotions", "items:[item_record] next:int"},
    {"marked", "marked:int"},

    {"volumes", "volumes:[listed_volume] next:int"},
    {"listed_volume",
     "id:int volume title state year:int category:int chapter retention supplementary:flag items:int pages:int "
     "first_date "
     "last_date shelf container checked_by checked_on"},
    {"volume_check", "volume faults:any"},
    {"shelf", "places:[place] next"},
    {"place", "place volume title state container"},
    {"placed", "dry_run:flag placed:[moved]"},
    {"moved", "name from to"},
    {"shelf_move", "dry_run:flag moved:[moved] obstacles:[obstacle]"},
    {"obstacle", "code message remedy"},
    {"thickness", "volume thickness_mm:int measured:flag"},
    {"placements", "history:[stood] next:int"},
    {"stood", "volume title place since until"},
    {"room_layout",
     "room dry_run:flag first last shelves:int places:int new_shelves:int new_places:int remeasured:int"},
    {"room_removed", "part dry_run:flag places:int"},
    {"shelf_fill", "part fill:[fill] next"},
    {"fill", "part shelves:int measured_shelves:int places:int taken:int capacity_mm:int used_mm:int"},
    {"free_places", "places:[free_place]"},
    {"free_place", "place name"},
    {"shelf_map", "part shelves:[map_shelf] next"},
    {"map_shelf", "shelf capacity_mm:int used_mm:int taken:int places:[map_place]"},
    {"map_place", "place container used_mm:int volumes:[standing]"},
    {"standing", "volume title state thickness_mm:int measured:flag loan borrower due missing:flag"},
    {"container_record",
     "container year:int category:int chapter manager retention shelf width_mm:int used_mm:int volumes:int "
     "first_volume last_volume"},
    {"containers", "containers:[container_record] next:int"},
    {"container",
     "container year:int category:int chapter manager retention shelf width_mm:int used_mm:int volumes:int "
     "first_volume last_volume members:[volume_record]"},
    {"container_fill", "year:int dry_run:flag boxes:[filled_box] left_out:[left_out]"},
    {"filled_box", "container made:flag first_volume last_volume volumes:int used_mm:int width_mm:int shelf"},
    {"left_out", "volume reason message"},
    {"stocktake",
     "stocktake part state started_by started_at finished_by finished_at at lines:int summary:stocktake_summary?"},
    {"stocktakes", "stocktakes:[stocktake] next:int"},
    {"stocktake_scan",
     "stocktake part state started_by started_at finished_by finished_at at lines:int counts:any "
     "answers:[scan_answer]"},
    {"scan_answer", "line:int words outcome name title at belongs message remedy"},
    {"stocktake_report",
     "stocktake part state started_by started_at finished_by finished_at at lines:int summary:stocktake_summary "
     "findings:[stocktake_finding] next:int"},
    {"stocktake_summary",
     "shelves:int walked:int expected:int seen:int lent:int missing:int misplaced:int unexpected:int on_loan:int "
     "found:int unread:int"},
    {"stocktake_finding", "kind name title container at belongs holder reason message"},
    {"stocktake_fix",
     "stocktake part state started_by started_at finished_by finished_at at lines:int dry_run:flag changes:[mended]"},
    {"mended", "kind name from to message remedy"},
    {"comparison",
     "number state electronic_pages:int scanned_pages:int missing:any pages:[compared_page] findings:texts"},
    {"binder_scan",
     "volume outcome expected:int scanned:int items:[binder_item] matched:flag missing:[binder_page] surplus:any"},
    {"binder_item", "sequence:int number expected:int scanned:int"},
    {"binder_page", "number page:int"},
    {"binder_state", "volume expected:int scanned:int complete:flag items:[binder_item] next:int"},
    {"compared_page",
     "scanned:int electronic:int alike:flag legible:flag likeness:number quarter_turns:int degrees:number "
     "scale:number differences:[difference] text_likeness:number? figures_unread:texts?"},
    {"difference", "change sure:flag left_mm:number top_mm:number width_mm:number height_mm:number strength:number"},
    {"link_check", "checked:int fault_count:int faults:[link_fault]"},
    {"link_fault", "number reason message detail"},
    {"closing", "year:int dry_run:flag blocker_count:int blockers:[blocker] volumes:[closed_volume]"},
    {"blocker", "rule number message"},
    {"closed_volume",
     "volume title state year:int category:int chapter retention supplementary:flag items:int pages:int first_date "
     "last_date "
     "shelf container checked_by checked_on forms manifest_sha256"},
    {"retention_due", "as_of volumes:[due_volume] next:int"},
    {"due_volume",
     "id:int volume title state year:int category:int chapter retention supplementary:flag items:int pages:int "
     "first_date "
     "last_date shelf container checked_by checked_on eligible_since obstacles:texts"},
    {"retention_extended", "volume review_after"},
    {"disposition",
     "list as_of state drawn_by drawn_on approved_by approved_on cooled_on executed_by executed_on "
     "witnessed_by:texts certificate_sha256 appraisers:texts "
     "witnesses:texts "
     "rows:[disposition_row]"},
    {"disposition_row",
     "volume title state year:int category:int chapter retention supplementary:flag items:int pages:int first_date "
     "last_date shelf container checked_by checked_on track row_state note"},
    {"dispositions", "lists:[disposition] next:int"},
    {"disposition_check", "list faults:any"},
    {"chapters", "chapters:[chapter] next:int"},
    {"chapter", "category:int chapter manager since until"},
    {"destruction",
     "list as_of state drawn_by drawn_on approved_by approved_on cooled_on executed_by executed_on "
     "witnessed_by:texts certificate_sha256 appraisers:texts "
     "witnesses:texts "
     "rows:[disposition_row] items:int objects:int bytes:int certificate"},
    {"hold", "id:int scope target reason placed_by placed_at lifted_at items:int?"},
    {"holds", "holds:[hold] next:int"},
    {"hold_lifted", "lifted:int"},
    {"settlement", "customer settled_on"},
    {"transfer",
     "transfer receiver nature state drawn_by package_sha256 completed_on signatures:[transfer_signature] "
     "volumes:texts"},
    {"transfer_signature", "side person day"},
    {"transfers", "transfers:[transfer] next:int"},
    {"package", "transfer files:int bytes:int out"},

    {"loan",
     "id:int volume title shelf state borrower department reason requested_by approved_by refusal due overdue:flag "
     "renewals:int reminders:int "
     "out_at returned_at inspected_by condition"},
    {"loans", "loans:[loan] next:int"},
    {"reminders", "loans:[loan]"},

    {"customers", "customers:[listed_customer] next"},
    {"listed_customer",
     "number name class manager phone since? birthday? call_due? discharged? expires_on? certificate?"},
    {"gaps", "customers:[customer_gaps] next"},
    {"customer_gaps", "number name gaps:[gap]"},
    {"gap", "kind key name number"},
    {"mismatches", "mismatches:[mismatch] next:int"},
    {"mismatch", "customer_number customer number field says expected"},
    {"classes", "number class changes:[class_change]"},
    {"class_change", "day before after valid_until reason decided_by"},
    {"customer_record", "number name class fields:any"},
    {"meeting", "id:int kind period held_on minutes recorded_by customers:int"},
    {"meeting_customers", "id:int kind period held_on minutes recorded_by customers:int decided:[meeting_customer] next"},
    {"meeting_customer", "number name class"},
    {"meetings", "meetings:[meeting] next:int"},

    {"climate_reading", "room at celsius:number humidity:number out_of_limits:flag measured_by measure added:flag"},
    {"climate_alarms", "alarms:[climate_alarm] next:int"},
    {"climate_alarm", "room at celsius:number humidity:number out_of_limits:flag measured_by measure id:int"},
    {"climate_summary", "room year:climate_period months:[climate_period] missing:[missing_day]"},
    {"climate_period",
     "from until readings:int out_of_limits:int missing:int celsius:climate_range humidity:climate_range "
     "celsius_change:daily_change humidity_change:daily_change"},
    {"climate_range", "least:number mean:number most:number"},
    {"daily_change", "change:number day"},
    {"missing_day", "day missing:int"},
    {"import", "added:int unchanged:int faults:[row_fault]"},
    {"row_fault", "line:int code reason"},
    {"inspection", "id:int volume date damages:texts pages_counted:int? pages_expected:int? treatment inspector follow_up resolved_on resolved_by resolution"},
    {"inspections", "inspections:[inspection] next:int"},
    {"patrol", "id:int room kind at finding measure person resolved_on resolved_by resolution"},
    {"patrols", "patrols:[patrol] next:int"},
    {"rectification", "id:int target state due steps:[rectification_step]"},
    {"rectification_step", "kind day person words evidence"},
    {"rectifications", "rectifications:[rectification] next:int"},
    {"fonds_document", "kind number:int title date item recorded_by"},
    {"fonds_file", "documents:[fonds_document]"},

    {"register", "register columns:texts rows:any next:int"},
    {"statistics", "by rows:any"},
    {"reconciliation", "agree:flag registers:[reconciled]"},
    {"reconciled", "register year:int registered:int in_statistics:int? in_trail:int"},
    {"built", "as_of qualified:int built:int"},
    {"audit_events", "events:[audit_event] next:int"},
    {"audit_event", "seq:int at actor roles address request action subject hash"},
    {"chain_check", "events:int head sound:flag first_bad_event:int? reason?"},
    {"status", "fonds profile items:int events:int not_yet_indexed:int quarantined:int"},

    {"person", "name roles:texts system_user manager active:flag"},
    {"people", "people:[person] next"},
    {"password_set", "name"},
    {"handover", "from to customers:int chapters:int"},
    {"tokens", "tokens:[listed_token]"},
    {"listed_token", "name scope until expires_at"},
    {"token", "name token expires_at"},
    {"token_revoked", "revoked"},
    {"grant", "grant:int person scope target reason granted_by until revoked:flag"},
    {"grants", "grants:[grant] next:int"},
    {"grant_revoked", "revoked:int"},
    {"access_request", "request:int person target reason until state decided_by refusal grant:int"},
    {"access_requests", "requests:[access_request] next:int"},
});

}  // namespace

std::span<const Schema> schema_table() { return kSchemas; }

const Schema* find_schema(std::string_view name) {
  const auto found = std::ranges::find(kSchemas, name, &Schema::name);
  return found == kSchemas.end() ? nullptr : &*found;
}

std::vector<SchemaField> fields_of(const Schema& schema) {
  std::vector<SchemaField> fields;
  for (std::string word : split(schema.fields, ' ')) {
    if (word.empty()) continue;
    SchemaField field;
    field.optional = word.ends_with('?');
    if (field.optional) word.pop_back();
    field.nullable = word.ends_with("|null");
    if (field.nullable) word.resize(word.size() - 5);
    const auto colon = word.find(':');
    field.name = word.substr(0, colon);
    field.type = colon == std::string::npos ? "text" : word.substr(colon + 1);
    field.list = field.type.starts_with('[');
    if (field.list) field.type = field.type.substr(1, field.type.size() - 2);
    fields.push_back(std::move(field));
  }
  return fields;
}

}  // namespace twofold::app::api

#include "app/server/api/routes.h"

#include <array>

namespace twofold::app::api {
namespace {

using enum Gives;

const auto kRoutes = std::to_array<Route>({
    // Who one is.
    {"GET", "/session", "", "", "", Own, "session"},
    {"POST", "/session", "", "", "", Own, "session"},
    {"DELETE", "/session", "", "", "", Own, ""},
    {"POST", "/first-run", "", "", "", Own, "session"},
    {"GET", "/profile", "", "", "", Own, "profile"},

    // Search.
    {"GET", "/search", "search", "q…", "limit offset sort facets boxes like saved", Record, "search"},
    {"GET", "/search/file.csv", "search", "q…", "sort export=>search.csv", File, ""},
    {"GET", "/search/file.json", "search", "q…", "sort export=>search.json", File, ""},
    {"GET", "/suggestions", "suggest", "beginning", "*", Record, "suggestions"},
    {"GET", "/saved-searches", "searches", "", "", Record, "saved_searches"},
    {"POST", "/saved-searches", "search", "q…", "name>save sort limit=1", Created, "search"},
    {"DELETE", "/saved-searches/{name}", "searches", "", "name>remove", Record, "removed_search"},

    // Records. /records takes any number that a person reads off paper.
    {"GET", "/records/{number}", "show", "number", "", Record, "record"},
    {"GET", "/items", "list", "", "*", Record, "items"},
    {"GET", "/items/{number}", "show", "number", "", Record, "item"},
    {"GET", "/items/{number}/text", "text", "number", "*", Record, "text"},
    {"GET", "/items/{number}/pages", "", "", "", Own, "pages"},
    {"GET", "/items/{number}/pages/{page}/image", "", "", "", Own, ""},
    {"GET", "/items/{number}/pages/{page}/thumbnail", "", "", "", Own, ""},
    {"GET", "/items/{number}/pages/{page}/words", "", "", "", Own, "page_words"},
    {"GET", "/items/{number}/original", "", "", "", Own, ""},
    {"GET", "/items/{number}/reading-copy", "", "", "", Own, ""},
    {"POST", "/items/{number}/signatures", "sign", "number", "as person", Record, "filing"},
    {"POST", "/signatures", "sign", "numbers…", "as person", Record, "filing"},
    {"POST", "/items/{number}/filing", "file", "number", "", Record, "filing"},
    {"POST", "/filings", "file", "numbers…", "", Record, "filing"},
    {"POST", "/items/{number}/verification", "copy verify", "number", "", Record, "copy_verified"},
    {"POST", "/items/{number}/pair-check", "pair check", "number", "*", Record, "pair"},
    {"PUT", "/items/{number}/facts/{field}", "customer fact", "number field value", "", Record, "fact"},
    {"GET", "/pairs", "list pairs", "state", "*", Record, "pairs"},

    // Ingest, recognition, index: long work, done by jobs.
    {"POST", "/uploads/known", "", "", "", Own, "known_uploads"},
    {"GET", "/uploads/{sha256}", "", "", "", Own, "upload"},
    {"PUT", "/uploads/{sha256}", "", "", "", Own, "upload"},
    {"DELETE", "/uploads/{sha256}", "", "", "", Own, ""},
    {"POST", "/ingest", "", "", "", Own, "job"},
    {"POST", "/recognitions", "recognise", "numbers…", "again=1 all accuracy", Job, "recognition"},
    {"POST", "/index", "reindex", "", "", Job, "reindexed"},
    {"GET", "/jobs", "", "", "", Own, "jobs"},
    {"GET", "/jobs/{id}", "", "", "", Own, "job"},
    {"DELETE", "/jobs/{id}", "", "", "", Own, "job"},
    {"POST", "/jobs/{id}/restart", "", "", "", Own, "job"},
    {"GET", "/jobs/{id}/file", "", "", "", Own, ""},
    {"GET", "/events", "", "", "", Own, ""},

    // Changes of what is filed.
    {"GET", "/amendments", "amend list", "", "*", Record, "amendments"},
    {"GET", "/items/{number}/amendments", "amend history", "number", "", Record, "amendments"},
    {"POST", "/items/{number}/amendments", "amend request", "number", "*", Created, "amendment"},
    {"POST", "/amendments/{id}/consent", "amend consent", "id", "", Record, "amendment"},
    {"POST", "/amendments/{id}/refusal", "amend refuse", "id", "reason", Record, "amendment"},
    {"GET", "/removals", "remove list", "", "*", Record, "removals"},
    {"GET", "/removals/due", "remove due", "", "*", Record, "removals"},
    {"POST", "/items/{number}/removals", "remove request", "number", "*", Created, "removal"},
    {"POST", "/removals/{id}/consent", "remove consent", "id", "", Record, "removal"},
    {"POST", "/removals/{id}/refusal", "remove refuse", "id", "reason", Record, "removal"},
    {"POST", "/removals/{id}/restoration", "remove restore", "id", "", Record, "removal"},
    {"POST", "/removals/{id}/confirmation", "remove confirm", "id", "", Record, "removal"},
    {"GET", "/promotions/pending", "promote pending", "", "*", Record, "pending_promotions"},
    {"POST", "/promotions/marks", "promote mark", "numbers…", "", Record, "marked"},
    {"POST", "/items/{number}/promotion", "promote", "number", "*", Record, "item_record"},

    // Volumes, their places and boxes, the year's closing.
    {"GET", "/volumes", "volume list", "", "*", Record, "volumes"},
    {"GET", "/volumes/{volume}", "show", "volume", "", Record, "volume"},
    {"GET", "/volumes/{volume}/check", "volume verify", "volume", "", Record, "volume_check"},
    {"GET", "/volumes/{volume}/forms.pdf", "volume print", "volume", "out=>forms.pdf", File, ""},
    {"PUT", "/volumes/{volume}/place", "shelf place", "volume place", "", Record, "volume_record"},
    {"POST", "/volumes/{volume}/moves", "shelf move", "volume place", "", Record, "volume_record"},
    {"POST", "/volumes/{volume}/container", "container make", "volume", "", Created, "volume_record"},
    {"PUT", "/volumes/{volume}/container", "container put", "volume box", "", Record, "volume_record"},
    {"GET", "/shelves", "shelf list", "prefix", "*", Record, "shelf"},
    {"GET", "/cross-references/check", "xref verify", "", "", Record, "link_check"},
    {"GET", "/closings/{year}/blockers", "close", "year", "category manager dry-run=1", Record, "closing"},
    {"POST", "/closings", "close", "year", "category manager", Job, "closing"},

    // Retention, disposition, holds, transfer.
    {"GET", "/retention/due", "retention due", "", "*", Record, "retention_due"},
    {"POST", "/volumes/{volume}/retention", "retention extend", "volume", "*", Record, "retention_extended"},
    {"GET", "/dispositions", "purge list", "", "", Record, "dispositions"},
    {"POST", "/dispositions", "purge draw", "volumes…", "*", Created, "disposition"},
    {"GET", "/dispositions/{list}", "purge list", "list", "", Record, "dispositions"},
    {"GET", "/dispositions/{list}/form.pdf", "purge print", "list", "out=>disposition.pdf", File, ""},
    {"POST", "/dispositions/{list}/signatures", "purge sign", "list", "", Record, "disposition"},
    {"POST", "/dispositions/{list}/witnesses", "purge witness", "list", "", Record, "disposition"},
    {"POST", "/dispositions/{list}/approval", "purge approve", "list", "", Record, "disposition"},
    {"POST", "/dispositions/{list}/refusal", "purge refuse", "list", "*", Record, "disposition"},
    {"POST", "/dispositions/{list}/execution", "purge execute", "list", "*", Job, "destruction"},
    {"GET", "/holds", "hold list", "", "*", Record, "holds"},
    {"POST", "/holds", "hold place", "target", "*", Created, "hold"},
    {"POST", "/holds/of-search", "hold question", "q…", "*", Created, "hold"},
    {"POST", "/holds/{id}/lifting", "hold lift", "id", "*", Record, "hold_lifted"},
    {"GET", "/transfers", "transfer list", "", "*", Record, "transfers"},
    {"POST", "/transfers", "transfer draw", "volumes…", "*", Created, "transfer"},
    {"POST", "/transfers/{transfer}/signatures", "transfer sign", "transfer", "*", Record, "transfer"},
    {"POST", "/transfers/{transfer}/package", "transfer pack", "transfer", "out=>package", Job, "package"},
    {"POST", "/transfers/{transfer}/completion", "transfer complete", "transfer", "", Record, "transfer"},
    {"POST", "/transfers/{transfer}/cancellation", "transfer cancel", "transfer", "*", Record, "transfer"},

    // Loans.
    {"GET", "/loans", "loan list", "", "*", Record, "loans"},
    {"POST", "/loans", "loan request", "volume", "*", Created, "loan"},
    {"GET", "/loans/picks", "loan picks", "", "*", Record, "loans"},
    {"POST", "/loans/reminders", "loan remind", "", "*", Record, "reminders"},
    {"POST", "/loans/{id}/approval", "loan approve", "id", "", Record, "loan"},
    {"POST", "/loans/{id}/refusal", "loan refuse", "id", "*", Record, "loan"},
    {"POST", "/volumes/{volume}/loan/hand-out", "loan out", "volume", "*", Record, "loan"},
    {"POST", "/volumes/{volume}/loan/renewal", "loan renew", "volume", "*", Record, "loan"},
    {"POST", "/volumes/{volume}/loan/return", "loan return", "volume", "", Record, "loan"},
    {"POST", "/volumes/{volume}/loan/inspection", "loan inspect", "volume", "*", Record, "loan"},
    {"POST", "/volumes/{volume}/loan/loss", "loan lost", "volume", "*", Record, "loan"},
    {"POST", "/volumes/{volume}/loan/recovery", "loan found", "volume", "", Record, "loan"},

    // Customers.
    {"GET", "/customers", "list number", "", "*", Record, "customers"},
    {"GET", "/customers/by-class", "list class", "class", "*", Record, "customers"},
    {"GET", "/customers/birthdays", "list birthday", "month", "*", Record, "customers"},
    {"GET", "/customers/focus", "list focus", "month", "*", Record, "customers"},
    {"GET", "/customers/calls", "list calls", "", "*", Record, "customers"},
    {"GET", "/customers/certificates", "list certificates", "", "*", Record, "customers"},
    {"GET", "/customers/gaps", "list gaps", "", "*", Record, "gaps"},
    {"GET", "/customers/mismatches", "list mismatches", "", "*", Record, "mismatches"},
    {"GET", "/customers/{number}", "show", "number", "", Record, "customer"},
    {"GET", "/customers/{number}/classes", "customer classes", "number", "", Record, "classes"},
    {"PUT", "/customers/{number}/fields/{field}", "customer set", "number field value", "", Record, "customer_record"},
    {"POST", "/customers/{number}/spendings", "customer spend", "number yuan", "*", Created, "customer_record"},
    {"POST", "/customers/{number}/discharges", "customer discharge", "number", "*", Created, "customer_record"},
    {"POST", "/customers/{number}/calls", "customer call", "number", "*", Created, "customer_record"},
    {"POST", "/customers/{number}/certificates", "customer certificate", "number holder name", "*", Created, "customer_record"},
    {"POST", "/customers/{number}/settlement", "debt settle", "number", "*", Record, "settlement"},
    {"GET", "/meetings", "meeting list", "", "*", Record, "meetings"},
    {"POST", "/meetings/focus", "meeting focus", "month customers…", "*", Created, "meeting"},
    {"POST", "/meetings/classes", "meeting classes", "quarter customers…", "*", Created, "meeting"},
    {"POST", "/meetings/reviews", "meeting review", "period", "*", Created, "meeting"},

    // The keeping of paper and rooms.
    {"GET", "/climate/alarms", "climate alarms", "", "*", Record, "climate_alarms"},
    {"GET", "/climate/{room}/summary", "climate summary", "room", "*", Record, "climate_summary"},
    {"POST", "/climate/readings", "climate record", "room", "*", Created, "climate_reading"},
    {"POST", "/climate/imports", "climate import", "<file", "*", Created, "import"},
    {"GET", "/inspections", "inspect list", "volume", "*", Record, "inspections"},
    {"GET", "/inspections/follow-ups", "inspect followups", "", "*", Record, "inspections"},
    {"POST", "/volumes/{volume}/inspections", "inspect volume", "volume", "*", Created, "inspection"},
    {"POST", "/inspections/{id}/resolution", "inspect resolve", "id", "*", Record, "inspection"},
    {"GET", "/patrols", "patrol list", "", "*", Record, "patrols"},
    {"POST", "/patrols", "patrol record", "room", "*", Created, "patrol"},
    {"POST", "/patrols/imports", "patrol import", "<file", "*", Created, "import"},
    {"POST", "/patrols/{id}/resolution", "patrol resolve", "id", "*", Record, "patrol"},
    {"GET", "/rectifications", "rectify list", "", "*", Record, "rectifications"},
    {"POST", "/rectifications", "rectify open", "target", "*", Created, "rectification"},
    {"GET", "/rectifications/{id}", "rectify show", "id", "", Record, "rectification"},
    {"POST", "/rectifications/{id}/notice", "rectify notice", "id", "*", Record, "rectification"},
    {"POST", "/rectifications/{id}/report", "rectify report", "id", "*", Record, "rectification"},
    {"POST", "/rectifications/{id}/inspection", "rectify inspect", "id", "*", Record, "rectification"},
    {"GET", "/fonds-file", "fonds-file list", "kind", "*", Record, "fonds_file"},
    {"POST", "/fonds-file", "fonds-file add", "number", "*", Created, "fonds_document"},

    // Registers, statistics, the audit trail.
    {"GET", "/registers/{register}", "register", "register", "year limit after", Record, "register"},
    {"GET", "/registers/{register}/file.csv", "register", "register", "year export=>register.csv", File, ""},
    {"GET", "/statistics", "stats", "", "by", Record, "statistics"},
    {"GET", "/statistics/file.csv", "stats", "", "by export=>statistics.csv", File, ""},
    {"GET", "/statistics/reconciliation", "stats reconcile", "", "", Record, "reconciliation"},
    {"GET", "/statistics/built", "stats built", "", "*", Record, "built"},
    {"GET", "/audit", "audit list", "number", "*", Record, "audit_events"},
    {"GET", "/audit/check", "audit verify", "", "expect", Record, "chain_check"},
    {"GET", "/audit/file.log", "audit export", ">audit.log", "", File, ""},
    {"GET", "/status", "status", "", "", Record, "status"},

    // People, their tokens, and what they may read.
    {"GET", "/users", "user list", "", "*", Record, "people"},
    {"POST", "/users", "user add", "name", "*", Created, "person"},
    {"PUT", "/users/{name}/roles", "user roles", "name", "*", Record, "person"},
    {"PUT", "/users/{name}/password", "user password", "name", "<password", Record, "password_set"},
    {"POST", "/users/{name}/retirement", "user retire", "name", "", Record, "person"},
    {"POST", "/users/{name}/handover", "user handover", "name to", "", Record, "handover"},
    {"GET", "/tokens", "token list", "", "*", Record, "tokens"},
    {"POST", "/tokens", "token make", "name", "*", Created, "token"},
    {"DELETE", "/tokens/{name}", "token revoke", "name", "*", Record, "token_revoked"},
    {"GET", "/grants", "grant list", "", "*", Record, "grants"},
    {"POST", "/grants", "grant give", "person number", "*", Created, "grant"},
    {"POST", "/grants/{id}/revocation", "grant revoke", "id", "*", Record, "grant_revoked"},
    {"GET", "/access-requests", "grant requests", "", "*", Record, "access_requests"},
    {"POST", "/access-requests", "grant request", "number", "*", Created, "access_request"},
    {"POST", "/access-requests/{id}/approval", "grant approve", "id", "", Record, "access_request"},
    {"POST", "/access-requests/{id}/refusal", "grant refuse", "id", "*", Record, "access_request"},
});

constexpr auto kLocal = std::to_array<LocalCommand>({
    {"init", "makes the archive that a server then serves"},
    {"ingest", "POST /ingest takes uploaded files; this one reads the machine's own"},
    {"watch", "a service of the machine on which the inbox lies"},
    {"deskew", "works on the machine's own files, without an archive"},
    {"scan-report", "works on the machine's own files, without an archive"},
    {"login", "POST /session signs in"},
    {"completion", "of the command line itself"},
    {"man", "of the command line itself"},
});

}  // namespace

std::span<const Route> route_table() { return kRoutes; }
std::span<const LocalCommand> local_commands() { return kLocal; }

}  // namespace twofold::app::api

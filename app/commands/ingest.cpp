#include "archive/ingest.h"

#include "app/commands.h"
#include "app/commands/ingest.h"
#include "app/commands/records.h"
#include "app/context.h"
#include "catalog/lookup.h"

namespace twofold::app {
namespace {

archive::Splitting splitting_of(const std::string& name) {
  if (name.empty() || name == "sheets") return archive::Splitting::AtSheets;
  if (name == "blank") return archive::Splitting::AtSheetsAndBlanks;
  if (name == "none") return archive::Splitting::Nowhere;
  throw Error(ErrorKind::Usage, msg("separators.unknown_kind", name));
}

archive::IngestDefaults defaults_of(const Arguments& arguments) {
  archive::IngestDefaults defaults;
  defaults.customer = arguments.get("customer");
  defaults.customer_name = arguments.get("customer-name");
  defaults.manager = arguments.get("manager");
  defaults.category = arguments.number("category").value_or(0);
  if (defaults.category < 0 || defaults.category > 6)
    throw Error(ErrorKind::Usage, msg("cli.not_a_number", "category", arguments.get("category")));
  defaults.document_type = arguments.get("type");
  defaults.title = arguments.get("title");
  defaults.document_number = arguments.get("document-number");
  defaults.responsible = arguments.get("responsible");
  defaults.date = arguments.date("date");
  if (arguments.has("shelf")) defaults.paper_place = catalog::ShelfCode::parse(arguments.get("shelf"));
  defaults.paper = arguments.has("paper") || arguments.has("shelf");
  defaults.splitting = splitting_of(arguments.get("separators"));
  defaults.feeder = arguments.has("feeder");
  return defaults;
}

Object record_of(const archive::FileResult& result, Language language) {
  Object record = ordered_object();
  record.set("path", result.path);
  record.set("outcome", archive::text(result.outcome));
  record.set("number", result.number);
  record.set("storage_id", result.storage_id);
  record.set("pages", result.pages);
  record.set("reason", result.reason);
  record.set("message", result.message.key.empty() ? "" : render(result.message, language));
  return record;
}

// Tells what became of each file: lines for trouble as it comes, the whole list at the end with --json.
class Report {
 public:
  explicit Report(const Context& context) : context_(context) {}

  void add(const archive::FileResult& result) {
    ++counts_[static_cast<std::size_t>(result.outcome)];
    pages_ += static_cast<std::size_t>(result.pages);
    if (!context_.json()) {
      const bool news = result.outcome == archive::Outcome::Duplicate ? result.twin_removed : !result.message.key.empty();
      if (news) context_.warn('\n' + result.path, result.message);
      return;
    }
    const Object record = record_of(result, context_.language());
    files_.add(record);
    context_.tell(record);
  }

  int finish(bool cancelled) const {
    const auto& [drafts, duplicates, quarantined] = counts_;
    context_.say(msg("ingest.done", drafts, pages_, duplicates, quarantined));
    if (cancelled) context_.say(msg("work.cancelled"));
    Object summary = ordered_object(), answer = ordered_object();
    summary.set("drafts", drafts);
    summary.set("duplicates", duplicates);
    summary.set("quarantined", quarantined);
    summary.set("pages", pages_);
    summary.set("cancelled", cancelled);
    answer.set("files", files_);
    answer.set("summary", summary);
    context_.answer(answer);
    return quarantined > 0 || cancelled ? 1 : 0;
  }

 private:
  const Context& context_;
  std::array<std::size_t, 3> counts_{};
  std::size_t pages_ = 0;
  Array files_;
};

// Whoever hands in what is there already learns that it is there; its number only if they may know of it.
archive::FileResult seen(Context& context, archive::FileResult result) {
  if (result.outcome != archive::Outcome::Duplicate) return result;
  if (context.authority().everywhere(catalog::Action::Describe)) return result;
  const auto& database = context.writing().database();
  const auto item = catalog::look_up_item(database, result.number);
  if (item && context.authority().allows(catalog::Action::Describe, catalog::access_of(database, *item))) return result;
  return {.path = result.path, .outcome = result.outcome, .message = msg("ingest.duplicate_unseen")};
}

int ingest_paths(Context& context, const std::vector<std::filesystem::path>& paths, const archive::IngestDefaults& defaults) {
  Report report(context);
  const auto summary = archive::ingest(context.writing(), paths, defaults, context.progress(),
                                       [&](const archive::FileResult& result) { report.add(seen(context, result)); });
  return report.finish(summary.cancelled);
}

}  // namespace

int run_ingest(Context& context) {
  const auto& operands = context.arguments().operands;
  return ingest_paths(context, {operands.begin(), operands.end()}, defaults_of(context.arguments()));
}

int ingest_folder(Context& context, const std::filesystem::path& folder) {
  auto defaults = defaults_of(context.arguments());
  defaults.shown_from = folder;
  return ingest_paths(context, {folder}, defaults);
}

int run_watch(Context& context) {
  const bool once = context.arguments().has("once");
  auto& archive = context.writing();
  if (!once) context.say(msg("watch.waiting", archive.layout().inbox().string()));
  Report report(context);
  archive::watch_inbox(archive, once, context.progress(), [&](const archive::FileResult& result) {
    report.add(result);
    context.say(result.path + "  " + context.words("outcome." + archive::text(result.outcome)) + "  " + result.number);
  });
  return report.finish(false);
}

}  // namespace twofold::app

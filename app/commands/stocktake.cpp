#include "catalog/stacks/stocktake.h"

#include "app/commands.h"
#include "app/commands/line_batches.h"
#include "app/commands/records.h"
#include "app/commands/stack_answers.h"
#include "app/commands/upkeep_records.h"
#include "archive/ingest.h"
#include "base/text.h"

#include <algorithm>

namespace twofold::app {
namespace {

using catalog::Stocktake;

Object record_of(const Stocktake& stocktake) {
  Object record = ordered_object();
  record.set("stocktake", stocktake.number);
  record.set("part", stocktake.part.text());
  record.set("state", stocktake.open ? "open" : "finished");
  record.set("started_by", stocktake.started_by);
  record.set("started_at", stocktake.started_at.text());
  record.set("finished_by", stocktake.finished_by);
  record.set("finished_at", stocktake.finished_at ? stocktake.finished_at->text() : "");
  record.set("at", stocktake.at_label);
  record.set("lines", stocktake.lines);
  return record;
}

Object record_of(const Context& context, const catalog::ScanAnswer& answer) {
  Object record = ordered_object();
  record.set("line", answer.line);
  record.set("words", answer.words);
  record.set("outcome", std::string(catalog::text(answer.sight)));
  record.set("name", answer.name);
  record.set("title", answer.title);
  record.set("at", answer.at);
  record.set("belongs", answer.belongs);
  record.set("message", render(answer.message, context.language()));
  record.set("remedy", render_remedy(answer.message, context.language()));
  return record;
}

// Takes batch after batch, each in a transaction of its own, and says what it is about only once it is durable. Between
// two batches others may write, and scan into the same stocktake: each sitting stands at its own shelf.
class Sitting {
 public:
  Sitting(Context& context, Stocktake stocktake) : context_(context), stocktake_(std::move(stocktake)) {}

  void take(const std::vector<std::string>& lines) {
    std::vector<catalog::ScanAnswer> answers;
    {
      auto& database = context_.writing().database();
      catalog::Transaction transaction(database, context_.actor(), context_.clock());
      const std::string at = stocktake_.at_label;
      stocktake_ = catalog::require_stocktake(database, stocktake_.number);
      stocktake_.at_label = at;
      answers = catalog::scan_lines(transaction, stocktake_, lines);
      transaction.commit();
    }
    for (const auto& answer : answers) {
      ++counts_[std::string(catalog::text(answer.sight))];
      if (context_.json()) records_.add(record_of(context_, answer));
      else say_with_remedy(context_, std::to_string(answer.line) + "  ", answer.message);
    }
  }

  void say_where_it_stands() const {
    if (stocktake_.lines == 0 || !stocktake_.open) return;
    if (stocktake_.at_label.empty()) context_.say(msg("stocktake.goes_on", stocktake_.number, stocktake_.lines));
    else context_.say(msg("stocktake.goes_on_at", stocktake_.number, stocktake_.lines, stocktake_.at_label));
  }

  int end() {
    Object counts = ordered_object();
    for (const auto& [outcome, count] : counts_) counts.set(outcome, count);
    Object answer = record_of(stocktake_);
    answer.set("counts", counts);
    answer.set("answers", records_);
    context_.answer(answer);
    return 0;
  }

 private:
  Context& context_;
  Stocktake stocktake_;
  std::map<std::string, int> counts_;
  Array records_;
};

// What is wrong in a word, and of a line that named nothing why.
std::string explanation(const Context& context, const Stocktake& stocktake, const catalog::Finding& finding) {
  if (finding.kind != catalog::Finding::Kind::Unread) return context.words("stocktake_finding." + std::string(catalog::text(finding.kind)));
  return render(catalog::why_unread(finding, stocktake), context.language());
}

Object record_of(const Context& context, const Stocktake& stocktake, const catalog::Finding& finding) {
  Object record = ordered_object();
  record.set("kind", std::string(catalog::text(finding.kind)));
  record.set("name", finding.name);
  record.set("title", finding.title);
  record.set("container", finding.container);
  record.set("at", finding.at);
  record.set("belongs", finding.belongs);
  record.set("holder", finding.holder);
  record.set("reason", finding.reason);
  record.set("message", explanation(context, stocktake, finding));
  return record;
}

Object record_of(const catalog::StocktakeSummary& summary) {
  Object record = ordered_object();
  record.set("shelves", summary.shelves);
  record.set("walked", summary.walked);
  record.set("expected", summary.expected);
  record.set("seen", summary.seen);
  record.set("lent", summary.lent);
  record.set("missing", summary.missing);
  record.set("misplaced", summary.misplaced);
  record.set("unexpected", summary.unexpected);
  record.set("on_loan", summary.on_loan);
  record.set("found", summary.found);
  record.set("unread", summary.unread);
  return record;
}

void say_summary(const Context& context, const Stocktake& stocktake, const catalog::StocktakeSummary& summary) {
  context.say(msg("stocktake.summary", stocktake.number, summary.walked, summary.shelves, summary.expected,
                  summary.seen, summary.lent));
  context.say(msg("stocktake.differences", summary.missing, summary.misplaced, summary.unexpected, summary.on_loan,
                  summary.found, summary.unread));
}

Object record_of(const Context& context, const catalog::Mended& mended) {
  Object record = ordered_object();
  record.set("kind", std::string(catalog::text(mended.kind)));
  record.set("name", mended.name);
  record.set("from", mended.from);
  record.set("to", mended.to);
  record.set("message", render(mended.message, context.language()));
  record.set("remedy", render_remedy(mended.message, context.language()));
  return record;
}

Stocktake named(const Context& context, const catalog::Database& database) {
  return catalog::require_stocktake(database, context.arguments().operands[0]);
}

// Taking back what was lent is the loan desk's; a preview asks for it as well, so that it promises nothing that would
// be refused.
void require_loan_desk(Context& context, const catalog::Database& database, const Stocktake& stocktake) {
  bool lent = false;
  catalog::each_finding(database, stocktake, [&](const catalog::Finding& finding) {
    lent |= finding.kind == catalog::Finding::Kind::OnLoan;
  });
  if (lent) context.authority().require(catalog::Action::HandOut);
}

}  // namespace

int run_stocktake_start(Context& context) {
  const auto& operands = context.arguments().operands;
  const auto part = operands.empty() ? catalog::ShelfPrefix() : catalog::ShelfPrefix::parse(operands[0]);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const auto stocktake = catalog::start_stocktake(transaction, part);
  transaction.commit();
  context.say(msg("stocktake.started", stocktake.number, stocktake.part_words()));
  context.answer(record_of(stocktake));
  return 0;
}

int run_stocktake_scan(Context& context) {
  const auto& arguments = context.arguments();
  Sitting sitting(context, named(context, context.writing().database()));
  if (arguments.has("codes")) {
    sitting.take(split(arguments.get("codes"), ','));
    return sitting.end();
  }
  // Standard input only where it is asked for: a command that a server runs has none to wait for.
  if (arguments.operands.size() < 2) throw Error(ErrorKind::Usage, msg("stocktake.no_lines"));
  sitting.say_where_it_stands();
  // Whoever walks from shelf to shelf keeps nobody waiting.
  LineBatches batches(arguments.operands[1], [&context] { context.let_go(); });
  bool any = false;
  for (auto lines = batches.next(); !lines.empty(); lines = batches.next(), any = true) sitting.take(lines);
  if (!any && arguments.operands[1] != "-") throw Error(ErrorKind::Usage, msg("stocktake.empty_file", arguments.operands[1]));
  return sitting.end();
}

int run_stocktake_report(Context& context) {
  const auto& arguments = context.arguments();
  const auto& database = context.reading().database();
  const auto stocktake = named(context, database);
  const std::int64_t after = after_id(context), most = static_cast<std::int64_t>(arguments.limit(200));
  Array records;
  std::vector<std::vector<std::string>> rows;
  std::int64_t number = 0;
  catalog::each_finding(database, stocktake, [&](const catalog::Finding& finding) {
    if (++number <= after || number > after + most) return;
    records.add(record_of(context, stocktake, finding));
    const bool unread = finding.kind == catalog::Finding::Kind::Unread;
    rows.push_back({context.words("stocktake_finding." + std::string(catalog::text(finding.kind))), finding.name,
                    finding.title, finding.at, finding.belongs, finding.holder,
                    unread ? explanation(context, stocktake, finding) : ""});
  });
  std::vector<std::string> heading;
  for (const auto* field : {"finding", "volume", "title", "seen_at", "belongs", "borrower", "reason"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  const auto summary = catalog::summary_of(database, stocktake);
  say_summary(context, stocktake, summary);
  Object answer = record_of(stocktake);
  answer.set("summary", record_of(summary));
  answer.set("findings", records);
  answer.set("next", std::min(number, after + most));
  context.answer(answer);
  return number == 0 ? 0 : 1;
}

int run_stocktake_fix(Context& context) {
  const bool dry_run = context.arguments().has("dry-run");
  auto& database = context.writing().database();
  const auto stocktake = named(context, database);
  require_loan_desk(context, database, stocktake);
  std::vector<catalog::Mended> done;
  {
    catalog::Transaction transaction(database, context.actor(), context.clock());
    done = catalog::mend(transaction, stocktake);
    if (!dry_run) transaction.commit();
  }
  if (!dry_run) archive::index_pending(context.writing());
  Array records;
  for (const auto& mended : done) {
    records.add(record_of(context, mended));
    say_with_remedy(context, "", mended.message);
  }
  context.say(dry_run ? msg("stacks.dry_run") : msg("stocktake.mended", stocktake.number, done.size()));
  Object answer = record_of(stocktake);
  answer.set("dry_run", dry_run);
  answer.set("changes", records);
  context.answer(answer);
  return std::ranges::any_of(done, [](const auto& mended) { return mended.kind == catalog::Mended::Kind::Left; }) ? 1
                                                                                                                  : 0;
}

int run_stocktake_finish(Context& context) {
  auto& database = context.writing().database();
  auto stocktake = named(context, database);
  const auto summary = catalog::summary_of(database, stocktake);
  catalog::Transaction transaction(database, context.actor(), context.clock());
  catalog::finish_stocktake(transaction, stocktake);
  transaction.commit();
  say_summary(context, stocktake, summary);
  Object answer = record_of(stocktake);
  answer.set("summary", record_of(summary));
  context.answer(answer);
  return 0;
}

int run_stocktake_list(Context& context) {
  const auto list =
      catalog::list_stocktakes(context.reading().database(), after_id(context), context.arguments().limit(100));
  Array records;
  std::vector<std::vector<std::string>> rows;
  for (const auto& stocktake : list) {
    records.add(record_of(stocktake));
    rows.push_back({stocktake.number, stocktake.part.text(),
                    context.words(stocktake.open ? "stocktake_state.open" : "stocktake_state.finished"),
                    stocktake.started_by, stocktake.started_at.date().text(), std::to_string(stocktake.lines)});
  }
  std::vector<std::string> heading;
  for (const auto* field : {"number", "shelf", "state", "actor", "date", "lines"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("stocktakes", records);
  answer.set("next", list.empty() ? 0 : list.back().id);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app

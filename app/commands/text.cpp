#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"
#include "catalog/text_revisions.h"

#include <fmt/format.h>

namespace twofold::app {
namespace {

// A page's text as it is, or as it was before a revision.
struct Told {
  int page = 1;
  std::string text, recogniser;
  double confidence = 0;
};

std::vector<Told> texts_of(const catalog::Database& database, const catalog::Item& item, std::optional<int> revision) {
  std::vector<Told> texts;
  if (revision) {
    for (auto& older : catalog::text_revisions_of(database, item.id, revision))
      texts.push_back({older.page, std::move(older.text), std::move(older.recogniser), older.confidence});
    return texts;
  }
  for (auto& page : catalog::pages_of(database, item.id))
    texts.push_back({page.number, std::move(page.text), std::move(page.recogniser), page.confidence});
  return texts;
}

}  // namespace

int run_text(Context& context) {
  const auto& database = context.reading().database();
  const auto item = require_item(database, context.arguments().operands[0]);
  auto& authority = context.authority();
  authority.require(catalog::Action::Read, catalog::access_of(database, item), context.arguments().operands[0]);
  authority.note("item.read", item.number());
  const auto page = context.arguments().number("page"), revision = context.arguments().number("revision");
  auto texts = texts_of(database, item, revision);
  if (page) std::erase_if(texts, [&](const Told& told) { return told.page != *page; });
  if (texts.empty() && item.state == catalog::ItemState::Destroyed)
    throw Error(ErrorKind::NotFound, msg("text.destroyed", item.number()));
  if (texts.empty()) throw Error(ErrorKind::NotFound, msg("text.nothing", item.number()));
  Array pages;
  for (const auto& told : texts) {
    Object record = ordered_object();
    record.set("page", told.page);
    record.set("text", told.text);
    record.set("recogniser", told.recogniser);
    record.set("confidence", told.confidence);
    pages.add(record);
    std::string heading = fmt::format("── {} {}", context.words("field.page"), told.page);
    if (!told.recogniser.empty()) heading += fmt::format(" · {} · {:.1f} %", told.recogniser, told.confidence);
    context.say(heading);
    context.say(told.text);
  }
  Object answer = ordered_object();
  answer.set("number", item.number());
  answer.set("revision", revision.value_or(0));
  answer.set("pages", pages);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app

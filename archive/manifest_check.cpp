// A manifest against what is on record already: found before anything is written, so that no row fails half-way.

#include "archive/manifest.h"
#include "base/error.h"

#include <algorithm>
#include <fmt/format.h>

namespace twofold::archive {
namespace {

std::string both_languages(const Message& message) {
  return render(message, Language::Chinese) + " / " + render(message, Language::English);
}

std::string customer_contradiction(const catalog::Database& database, const Description& description) {
  if (description.customer_number.empty()) return "";
  const auto known = catalog::find_customer(database, description.customer_number);
  const bool by_number = known && known->number == description.customer_number;
  if (by_number && !description.customer.empty() && known->name != description.customer)
    return both_languages(msg("customer.name_differs", description.customer_number, known->name, description.customer));
  if (!by_number && description.customer.empty())
    return both_languages(msg("customer.name_missing", description.customer_number));
  return "";
}

std::string chapter_contradiction(const std::vector<catalog::Chapter>& chapters, const Description& description) {
  if (!description.chapter || description.category == 0 || description.manager.empty()) return "";
  for (const auto& chapter : chapters) {
    if (chapter.category != description.category) continue;
    if ((chapter.code == *description.chapter) != (chapter.manager == description.manager))
      return both_languages(msg("manifest.chapter_of_another", chapter.code, chapter.manager));
  }
  return "";
}

}  // namespace

std::string contradiction(const catalog::Database& database, const Description& description) {
  const auto customer = customer_contradiction(database, description);
  return customer.empty() ? chapter_contradiction(catalog::list_chapters(database), description) : customer;
}

void check_against(const catalog::Database& database, const std::filesystem::path& file, const Manifest& manifest) {
  std::vector<const Description*> rows;
  for (const auto& [name, row] : manifest.rows) rows.push_back(&row);
  std::ranges::sort(rows, {}, [](const Description* row) { return row->line; });
  auto chapters = catalog::list_chapters(database);
  std::map<std::string, std::string> names;  // of customers, by number, as the rows above say
  std::string faults;
  const auto fault = [&](const Description& row, const std::string& reason) {
    if (!reason.empty()) faults += fmt::format("\n{}:{}: {}", file.filename().string(), row.line, reason);
  };
  for (const auto* row : rows) {
    const auto& [number, name] = std::tie(row->customer_number, row->customer);
    const auto above = names.find(number);
    if (above != names.end() && !name.empty() && above->second != name)
      fault(*row, both_languages(msg("customer.name_differs", number, above->second, name)));
    else if (above == names.end() || !name.empty()) fault(*row, customer_contradiction(database, *row));
    if (!number.empty() && !name.empty()) names.try_emplace(number, name);
    const auto other_chapter = chapter_contradiction(chapters, *row);
    fault(*row, other_chapter);
    if (other_chapter.empty() && row->chapter && row->category != 0 && !row->manager.empty() &&
        std::ranges::none_of(chapters, [&](const auto& chapter) {
          return chapter.category == row->category && chapter.code == *row->chapter;
        }))
      chapters.push_back({0, row->category, *row->chapter, row->manager});
  }
  if (!faults.empty()) throw Error(ErrorKind::Invalid, msg("manifest.invalid", file.string(), faults));
}

}  // namespace twofold::archive

#include "archive/forms/label/label_desk.h"

#include "archive/csv.h"
#include "archive/forms/box_content.h"
#include "archive/forms/values.h"
#include "archive/forms/wording.h"
#include "base/error.h"
#include "base/files.h"
#include "catalog/printed_forms.h"
#include "catalog/shelf.h"
#include "catalog/stacks/shelf_prefix.h"

namespace twofold::archive {
namespace {

using catalog::ContainerNumber;
using catalog::ShelfCode;
using catalog::ShelfPrefix;
using catalog::VolumeCode;

constexpr std::size_t kLabelsAtOnce = 500;
constexpr std::string_view kRange = "..";

Label label_of(const catalog::Volume& volume) {
  return {sheet_code_of(volume.code), volume.code.text(), volume.title,
          std::to_string(volume.code.year) + "  " + retention_words(volume.code.retention)};
}

Label label_of(const catalog::Container& box) {
  return {{SheetKind::Container, box.number.text(), 0}, box.number.text(), "",
          std::to_string(box.year) + "  " + box.chapter.text() + "  " + retention_words(box.retention)};
}

// Adds labels in the order in which they are asked for.
class Gathering {
 public:
  Gathering(Archive& archive, bool by_shelf) : archive_(archive), by_shelf_(by_shelf) {}

  // One number, of whatever kind.
  void add(const std::string& number) {
    if (const auto code = VolumeCode::try_parse(number)) return add_volume(*code);
    if (const auto box = ContainerNumber::try_parse(number)) return add_container(*box);
    // A torn number of a volume or a box is no place either: say so, and not what places look like.
    if (!ShelfPrefix::try_parse(number)) throw Error(ErrorKind::NotFound, msg("label.no_place", number));
    add_places(number, {});
  }

  void add_range(const std::string& from, const std::string& until) {
    const auto bad = Error(ErrorKind::Usage, msg("label.bad_range", from + std::string(kRange) + until));
    const auto volume = VolumeCode::try_parse(from), last_volume = VolumeCode::try_parse(until);
    const auto box = ContainerNumber::try_parse(from), last_box = ContainerNumber::try_parse(until);
    const auto place = ShelfCode::try_parse(from), last_place = ShelfCode::try_parse(until);
    if (volume && last_volume) {
      auto code = *volume;
      code.number = last_volume->number;
      if (code != *last_volume || volume->number > last_volume->number) throw bad;
      for (code.number = volume->number; code.number <= last_volume->number; ++code.number) add_volume(code);
    } else if (box && last_box && box->year == last_box->year && box->serial <= last_box->serial) {
      for (auto number = *box; number.serial <= last_box->serial; ++number.serial) add_container(number);
    } else if (place && last_place && place->room == last_place->room && *place <= *last_place) {
      add_places(place->room, std::pair(*place, *last_place));
    } else {
      throw bad;
    }
  }

  std::vector<Label> take() { return std::move(labels_); }

 private:
  void add_volume(const VolumeCode& code) {
    const auto volume = catalog::find_volume(archive_.database(), code);
    if (!volume) throw Error(ErrorKind::NotFound, msg("volume.unknown", code));
    labels_.push_back(label_of(*volume));
  }

  void add_container(const ContainerNumber& number) { labels_.push_back(label_of(require_box(archive_, number).box)); }

  // Places of that part of the stacks, each once, however many volumes its box holds; those between two ends where
  // these are given.
  void add_places(const std::string& prefix, const std::optional<std::pair<ShelfCode, ShelfCode>>& ends) {
    const std::size_t before = labels_.size();
    for (std::string after;;) {
      const auto rows = catalog::list_shelf(archive_.database(), prefix, after, kLabelsAtOnce);
      for (const auto& row : rows) {
        if (row.place.text() == after || (ends && (row.place < ends->first || row.place > ends->second))) continue;
        add_place(row.place, labels_.size() > before);
        after = row.place.text();
      }
      if (rows.size() < kLabelsAtOnce) break;
      after = rows.back().place.text();
    }
    if (labels_.size() == before) throw Error(ErrorKind::NotFound, msg("label.no_place", prefix));
  }

  void add_place(const ShelfCode& place, bool follows) {
    const std::string code = by_shelf_ ? ShelfPrefix(place).cut(ShelfPrefix::kShelf).text() : place.text();
    if (!follows || labels_.back().number != code) labels_.push_back({{SheetKind::Shelf, code, 0}, code, "", ""});
  }

  Archive& archive_;
  const bool by_shelf_;
  std::vector<Label> labels_;
};

bool is_heading(const std::string& cell) {
  const std::string first = cell.substr(0, cell.find(kRange));
  return !VolumeCode::try_parse(first) && !ContainerNumber::try_parse(first) && cell.find_first_of("0123456789") == std::string::npos;
}

}  // namespace

std::vector<std::string> numbers_in(const std::filesystem::path& csv) {
  std::vector<std::string> numbers;
  for (const auto& row : parse_csv(read_file(csv)))
    if (!row.cells.empty() && !row.cells[0].empty() && !(numbers.empty() && is_heading(row.cells[0]))) numbers.push_back(row.cells[0]);
  return numbers;
}

std::vector<Label> LabelDesk::labels(const std::vector<std::string>& numbers, bool by_shelf) const {
  Gathering gathering(archive_, by_shelf);
  for (const auto& number : numbers) {
    const auto between = number.find(kRange);
    if (between == std::string::npos) gathering.add(number);
    else gathering.add_range(number.substr(0, between), number.substr(between + kRange.size()));
  }
  return gathering.take();
}

LabelDesk::Result LabelDesk::print(const LabelOrder& order, const std::filesystem::path& out) {
  authority_.require(catalog::Action::PrintForms);
  const auto* stock = find_label_stock(order.stock);
  if (!stock) {
    std::string known;
    for (const auto& each : kLabelStocks) known += (known.empty() ? "" : ", ") + std::string(each.key);
    throw Error(ErrorKind::Usage, msg("label.unknown_stock", order.stock, known));
  }
  if (order.first < 1 || order.first > stock->count())
    throw Error(ErrorKind::Usage, msg("label.bad_start", order.first, stock->key, stock->count()));
  const auto made = labels(order.numbers, order.by_shelf);
  if (made.empty()) throw Error(ErrorKind::Usage, msg("label.nothing"));
  Printer printer;
  draw_labels(printer, *stock, made, order.first);
  Result result{made.size(), 0, printer.pages()};
  const std::string pdf = printer.finish();
  catalog::Transaction transaction(archive_.database(), authority_.actor().name, archive_.clock());
  for (const auto& label : made)
    if (catalog::record_print(transaction, "label", label.number, {{"stock", std::string(stock->key)}}) > 1) ++result.again;
  write_durably(out, pdf);
  transaction.commit();
  return result;
}

}  // namespace twofold::archive

#include "catalog/stacks/containers.h"

#include "base/error.h"
#include "catalog/stacks/standing.h"
#include "catalog/stacks/thickness.h"
#include "catalog/volume_rows.h"

#include <tuple>

namespace twofold::catalog {
namespace {

struct Loose {
  VolumeCode code;
  std::int64_t chapter_id;
  int thickness_mm;
  std::string borrower;
};

// By chapter and rule, each group in the order of its numbers.
std::vector<Loose> loose_volumes(const Database& database, const FillRule& rule) {
  std::string sql =
      "SELECT v.code, v.chapter_id, " + std::string(kThickness) +
      ", n.borrower FROM volume v LEFT JOIN loan n ON n.volume_id = v.id AND n.state IN ('out', 'returned', 'lost') "
      "WHERE v.year = ? AND v.state IN ('bound', 'shelved') AND v.container_id IS NULL ";
  if (rule.category) sql += "AND v.category = ? ";
  if (rule.manager)
    sql +=
        "AND v.chapter_id IN (SELECT k.chapter_id FROM chapter_custody k JOIN manager m ON m.id = k.manager_id "
        "WHERE k.until IS NULL AND m.name = ?) ";
  Statement row(database, sql + "ORDER BY v.category, v.chapter_id, v.retention, v.number");
  row.bind(rule.year);
  if (rule.category) row.bind(*rule.category);
  if (rule.manager) row.bind(*rule.manager);
  std::vector<Loose> volumes;
  while (row.step())
    volumes.push_back({VolumeCode::parse(row.text(0)), row.integer(1), static_cast<int>(row.integer(2)), row.text(3)});
  return volumes;
}

// The newest box of the volume's group.
std::optional<Container> newest_box(const Database& database, const Loose& volume) {
  Statement row(
      database,
      "SELECT number FROM container WHERE year = ? AND chapter_id = ? AND retention = ? ORDER BY id DESC LIMIT 1");
  row.bind(volume.code.year).bind(volume.chapter_id).bind(text(volume.code.retention));
  if (!row.step()) return std::nullopt;
  return find_container(database, ContainerNumber::parse(row.text(0)));
}

class BoxFiller {
 public:
  BoxFiller(Transaction& transaction, const FillRule& rule) : transaction_(transaction), rule_(rule) {}

  void add(const Loose& volume) {
    if (!volume.borrower.empty()) return leave_out(volume, msg("shelf.on_loan", volume.code, volume.borrower));
    if (volume.thickness_mm > rule_.width_mm)
      return leave_out(volume, msg("container.too_thick", volume.code, volume.thickness_mm, rule_.width_mm));
    const auto group = std::tuple(volume.chapter_id, volume.code.retention);
    if (group != group_) {
      group_ = group;
      open(newest_box(transaction_.database(), volume), volume);
    }
    if (!current_ || current_->used_mm + volume.thickness_mm > current_->width_mm) start(volume);
    else continue_with(volume);
  }
  ContainerFill result() && {
    keep();
    return std::move(fill_);
  }

 private:
  void leave_out(const Loose& volume, Message reason) { fill_.left_out.push_back({volume.code, std::move(reason)}); }
  void keep() {
    if (current_ && current_->volumes > 0) {
      if (current_->made) current_->shelf = stand_where_the_first_stood();
      fill_.boxes.push_back(*current_);
    }
    current_.reset();
  }
  // Off the shelf before it is boxed: a box is wider than its first volume, and the others must have left before it
  // takes its place.
  std::string lift_off(const Loose& volume) {
    const Database& database = transaction_.database();
    const Volume found = require_volume(database, volume.code);
    if (!found.shelf.empty()) lift(transaction_, carried_with(database, found), "volume.lifted");
    return found.shelf;
  }
  std::string stand_where_the_first_stood() {
    if (first_place_.empty()) return {};
    const Carried box = carried_box(transaction_.database(), ContainerNumber::parse(current_->number));
    const auto place = ShelfCode::parse(first_place_);
    if (!fits(transaction_.database(), box, place)) return {};
    stand_at(transaction_, box, place);
    return first_place_;
  }
  // Goes on with a box that is there already, if everything in it comes before.
  void open(const std::optional<Container>& box, const Loose& volume) {
    keep();
    if (!box || box->last >= volume.code.text()) return;
    current_ = FilledBox{
        .number = box->number.text(), .shelf = box->shelf, .used_mm = box->used_mm, .width_mm = box->width_mm};
  }
  void start(const Loose& volume) {
    keep();
    first_place_ = lift_off(volume);
    const auto number = make_container(transaction_, volume.code, rule_.width_mm);
    current_ = FilledBox{.number = number.text(), .made = true, .width_mm = rule_.width_mm};
    count(volume);
  }
  void continue_with(const Loose& volume) {
    lift_off(volume);
    put_into_container(transaction_, volume.code, ContainerNumber::parse(current_->number));
    count(volume);
  }
  void count(const Loose& volume) {
    if (current_->volumes++ == 0) current_->first_volume = volume.code.text();
    current_->last_volume = volume.code.text();
    current_->used_mm += volume.thickness_mm;
  }

  Transaction& transaction_;
  const FillRule& rule_;
  std::tuple<std::int64_t, Retention> group_{0, Retention::Permanent};
  std::optional<FilledBox> current_;
  std::string first_place_;
  ContainerFill fill_;
};

}  // namespace

ContainerFill fill_containers(Transaction& transaction, const FillRule& rule) {
  if (rule.width_mm < 1 || rule.width_mm > kWidestBox)
    throw Error(ErrorKind::Usage, msg("container.bad_width", rule.width_mm, kWidestBox));
  BoxFiller filler(transaction, rule);
  for (const auto& volume : loose_volumes(transaction.database(), rule)) filler.add(volume);
  return std::move(filler).result();
}

}  // namespace twofold::catalog

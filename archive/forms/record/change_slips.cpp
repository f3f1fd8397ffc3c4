#include "archive/forms/record/change_slips.h"

#include "archive/forms/field_grid.h"
#include "catalog/items.h"

namespace twofold::archive {
namespace {

std::string day_of(const std::optional<Timestamp>& at) { return at ? at->date().text() : std::string(); }

// The item's number and title, so that the slip can be laid beside it.
std::vector<FieldRow> about(Archive& archive, std::int64_t item_id, const std::string& number, const Wording& words) {
  const auto item = catalog::find_item(archive.database(), item_id);
  return {{{{words.label("form.item_number"), number}}, 13}, {{{words.label("form.title"), item ? item->title : ""}}, 16}};
}

FieldRow asked(const std::string& person, const std::optional<Timestamp>& at, const Wording& words) {
  return {{{words.label("form.applicant"), person, 3}, {words.label("form.dated"), day_of(at), 2}}, 14};
}

// What the sales manager has decided; blank where it is still to be written in.
FieldRow opinion(bool open, bool refused, const std::string& refusal, const Wording& words) {
  const std::string decision = open ? "" : refused ? Wording::value("form.not_agreed") + "：" + refusal : Wording::value("form.agreed");
  return {{{words.label("form.sales_manager_opinion"), decision}}, 26, Align::Left};
}

FieldRow decided(const std::string& person, const std::optional<Timestamp>& at, const Wording& words) {
  return {{{words.label("form.sales_manager"), person, 3}, {words.label("form.dated"), day_of(at), 2}}, 14};
}

// As a file is named: plain letters, which a scanner that types what it reads can type.
SheetCode code_of(const std::string& number) {
  const auto bound = catalog::ReferenceCode::try_parse(number);
  return {SheetKind::Item, bound ? bound->file_name() : number, 0};
}

}  // namespace

void draw_amendment_slip(Printer& printer, Archive& archive, const catalog::Amendment& amendment, const Wording& words) {
  FieldGrid grid;
  const std::string slip = render(msg("form.slip_number", amendment.id), Language::Chinese);
  grid.y = begin_form(printer, words, "form.amendment_slip", slip, code_of(amendment.number)) + 4;
  grid.label_width = 34;
  grid.rows = about(archive, amendment.item_id, amendment.number, words);
  for (const auto& field : amendment.fields) {
    const std::string name = Wording::value("field." + field.field) + "：";
    grid.rows.push_back({{{words.label("form.value_before"), name + field.before}}, 16, Align::Left});
    grid.rows.push_back({{{words.label("form.value_after"), name + field.after}}, 16, Align::Left});
  }
  grid.rows.push_back({{{words.label("form.reason"), amendment.reason}}, 26, Align::Left});
  grid.rows.push_back(asked(amendment.requested_by, amendment.requested_at, words));
  grid.rows.push_back(opinion(amendment.state == "requested", amendment.state == "refused", amendment.refusal, words));
  grid.rows.push_back(decided(amendment.decided_by, amendment.decided_at, words));
  draw_fields(printer, grid);
}

void draw_removal_slip(Printer& printer, Archive& archive, const catalog::Removal& removal, const Wording& words) {
  using catalog::RemovalState;
  FieldGrid grid;
  const std::string slip = render(msg("form.slip_number", removal.id), Language::Chinese);
  grid.y = begin_form(printer, words, "form.removal_slip", slip, code_of(removal.number)) + 4;
  grid.label_width = 34;
  grid.rows = about(archive, removal.item_id, removal.number, words);
  const std::string cause = Wording::value("removal_cause." + catalog::text(removal.cause));
  const bool ended = removal.state == RemovalState::Restored || removal.state == RemovalState::Destroyed;
  const std::string end = !ended ? "" : Wording::value(removal.state == RemovalState::Restored ? "form.restored" : "form.confirmed_destroyed");
  grid.rows.push_back({{{words.label("form.reason"), cause + "：" + removal.reason}}, 26, Align::Left});
  grid.rows.push_back(asked(removal.requested_by, removal.requested_at, words));
  grid.rows.push_back(
      opinion(removal.state == RemovalState::Requested, removal.state == RemovalState::Refused, removal.refusal, words));
  grid.rows.push_back(decided(removal.decided_by, removal.decided_at, words));
  grid.rows.push_back({{{words.label("form.keep_until"), removal.keep_until ? removal.keep_until->text() : ""}}, 14});
  grid.rows.push_back({{{words.label("form.final_decision"), end}}, 22, Align::Left});
  grid.rows.push_back({{{words.label("form.decided_by"), removal.ended_by, 3}, {words.label("form.dated"), day_of(removal.ended_at), 2}}, 14});
  draw_fields(printer, grid);
}

}  // namespace twofold::archive

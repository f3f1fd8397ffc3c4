#include "archive/forms/record/registers.h"

#include "archive/forms/table.h"
#include "archive/forms/values.h"
#include "catalog/climate.h"
#include "catalog/inspections.h"
#include "catalog/registers.h"

namespace twofold::archive {
namespace {

constexpr std::size_t kRowsAtOnce = 500;

Table register_table(Archive& archive, const Wording& words, const std::string& title, const std::string& which,
                     const std::optional<int>& year) {
  Table table;
  table.title = words.label(title);
  table.left_note = year ? words.before("form.year") + std::to_string(*year) : "";
  table.right_note = archive.fonds().text() + " " + archive.config().fonds_name;
  table.code = sheet_code_of_form(register_number(which, year));
  table.ruled_to_the_end = true;
  return table;
}

TableRow volume_row(const catalog::Volume& volume) {
  using catalog::VolumeState;
  const bool gone = volume.state == VolumeState::Destroyed || volume.state == VolumeState::Transferred;
  const std::string note = gone ? Wording::value("form.volume_" + catalog::text(volume.state)) : volume.container;
  return {{volume.code.text(), volume.title, span_of(volume), std::to_string(volume.item_count), std::to_string(volume.page_count),
           retention_words(volume.code.retention), volume.shelf, note},
          volume.state == VolumeState::Destroyed};
}

// The room of the volume's place, as it is now.
std::string room_of(Archive& archive, const catalog::VolumeCode& code) {
  const auto volume = catalog::find_volume(archive.database(), code);
  const auto place = volume ? catalog::ShelfCode::try_parse(volume->shelf) : std::nullopt;
  return place ? place->room : std::string();
}

}  // namespace

std::string register_number(const std::string& which, const std::optional<int>& year) {
  return year ? which + "-" + std::to_string(*year) : which;
}

void draw_list_of_volumes(Printer& printer, Archive& archive, int year, const Wording& words) {
  Table table = register_table(archive, words, "form.list_of_volumes", "volumes", year);
  table.landscape = true;
  table.columns = {{words.label("form.volume_number"), 54, Align::Left, Face::Hei, 8}, {words.label("form.title"), 76, Align::Left},
                   {words.label("form.span"), 38, Align::Centre},  {words.label("form.item_count"), 14, Align::Centre},
                   {words.label("form.page_count"), 14, Align::Centre}, {words.label("form.retention"), 19, Align::Centre},
                   {words.label("form.shelf"), 27, Align::Centre, Face::Hei, 8}, {words.label("form.note"), 25, Align::Left, Face::Hei, 7.5}};
  catalog::VolumeFilter filter;
  filter.year = year;
  for (std::int64_t after = 0;;) {
    const auto volumes = catalog::list_volumes(archive.database(), filter, after, kRowsAtOnce);
    for (const auto& volume : volumes) {
      after = volume.id;
      if (volume.state != catalog::VolumeState::Open) table.rows.push_back(volume_row(volume));
    }
    if (volumes.size() < kRowsAtOnce) break;
  }
  draw_table(printer, table, words);
}

void draw_loan_register(Printer& printer, Archive& archive, const std::optional<int>& year, const Wording& words) {
  Table table = register_table(archive, words, "form.loan_register", "loans", year);
  table.landscape = true;
  table.points = 8.5;
  const double widths[] = {19, 19, 21, 40, 42, 31, 19, 21, 21, 17, 17};
  const auto headings = catalog::register_columns(catalog::Register::Loans);
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const bool code = headings[i] == "form.volume_code";
    const bool long_text = headings[i] == "form.title" || headings[i] == "form.purpose";
    table.columns.push_back({words.label(headings[i]), widths[i], code || long_text ? Align::Left : Align::Centre,
                             code ? Face::Hei : Face::Song, code ? 7 : 0.0});
  }
  for (std::int64_t after = 0;;) {
    const auto rows = catalog::list_register(archive.database(), catalog::Register::Loans, year, after, kRowsAtOnce, Language::Chinese);
    for (const auto& row : rows) {
      after = row.id;
      table.rows.push_back({row.cells});
    }
    if (rows.size() < kRowsAtOnce) break;
  }
  draw_table(printer, table, words);
}

void draw_inspections(Printer& printer, Archive& archive, const std::optional<catalog::VolumeCode>& volume, const std::optional<int>& year,
                      const Wording& words) {
  Table table = register_table(archive, words, "form.inspections", "inspections", year);
  if (volume) {
    table.left_note = words.before("form.volume_code") + volume->text();
    table.code = sheet_code_of(*volume);
  }
  table.landscape = true;
  table.columns = {{words.label("form.date"), 22, Align::Centre},
                   {words.label("form.room"), 16, Align::Centre},
                   {words.label("form.volume_code"), 50, Align::Left, Face::Hei, 7.5}};
  constexpr catalog::Damage kDamages[] = {catalog::Damage::Water,  catalog::Damage::Mould,   catalog::Damage::Sticking,
                                          catalog::Damage::Fading, catalog::Damage::Insects, catalog::Damage::Rodents};
  for (const auto damage : kDamages) table.columns.push_back({words.label("damage." + catalog::text(damage)), 15, Align::Centre});
  table.columns.push_back({words.label("form.treatment"), 69, Align::Left});
  table.columns.push_back({words.label("form.signed"), 20, Align::Centre});
  for (std::int64_t after = 0;;) {
    const auto found = catalog::list_inspections(archive.database(), volume, after, kRowsAtOnce);
    for (const auto& inspection : found) {
      after = inspection.id;
      const auto& what = inspection.what;
      if (year && what.day.year() != *year) continue;
      TableRow row{{what.day.compact(), room_of(archive, what.volume), what.volume.text()}};
      for (const auto damage : kDamages) row.cells.push_back(what.damages.contains(damage) ? "√" : "");
      const std::string later = inspection.resolved_on ? "；" + inspection.resolved_on->compact() + " " + inspection.resolution : "";
      const std::string told = catalog::condition_words({}, what.miscount, what.treatment, Language::Chinese);
      row.cells.push_back(what.damages.empty() && told.empty() ? Wording::value("form.sound") : told + later);
      row.cells.push_back(what.inspector);
      table.rows.push_back(std::move(row));
    }
    if (found.size() < kRowsAtOnce) break;
  }
  draw_table(printer, table, words);
}

void draw_climate(Printer& printer, Archive& archive, const std::string& room, int year, const Wording& words) {
  Table table = register_table(archive, words, "form.climate", "climate-" + room, year);
  table.left_note = words.before("form.room") + room + "   " + table.left_note;
  table.columns = {{words.label("form.date"), 24, Align::Centre},      {words.label("form.time"), 16, Align::Centre},
                   {"℃", 16, Align::Centre},                           {"%RH", 16, Align::Centre},
                   {words.label("form.out_of_limits"), 20, Align::Centre}, {words.label("form.measure"), 54, Align::Left},
                   {words.label("form.signed"), 24, Align::Centre}};
  table.closing_words = words.sentence(Message{"form.climate_limits", {}});
  catalog::each_climate_reading(archive.database(), room, year, [&](const catalog::ClimateReading& reading) {
    const std::string at = reading.at.text();
    table.rows.push_back({{reading.at.day.compact(), at.substr(at.size() - 5), reading.celsius.text(), reading.humidity.text(),
                           catalog::within_limits(reading) ? "" : Wording::value("form.beyond"), reading.measure, reading.measured_by}});
  });
  draw_table(printer, table, words);
}

}  // namespace twofold::archive

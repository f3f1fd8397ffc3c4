#include "archive/forms/disposition_forms.h"

#include "archive/forms/printer.h"

namespace twofold::archive {
namespace {

std::string words(const std::string& key) { return render(Message{key, {}}, Language::Chinese); }

void line_field(Printer& printer, double y, const std::string& label, const std::string& value) {
  printer.text(30, y, 45, label, {13, Align::Right});
  printer.text(80, y, 100, value, {13});
  printer.line(78, y + 8, 180, y + 8);
}

int pages_of(const catalog::DispositionList& list) {
  int pages = 0;
  for (const auto& row : list.rows) pages += row.volume.page_count;
  return pages;
}

// How each track that any row gives up was destroyed.
std::string methods_of(const catalog::DispositionList& list) {
  bool paper = false, electronic = false;
  for (const auto& row : list.rows) {
    paper = paper || row.track != catalog::Track::Electronic;
    electronic = electronic || row.track != catalog::Track::Paper;
  }
  const std::string both = paper && electronic ? "；" : "";
  return (paper ? words("form.method_paper") : "") + both + (electronic ? words("form.method_electronic") : "");
}

void cover(Printer& printer, Archive& archive, const catalog::DispositionList& list) {
  printer.begin_page(kA4Short, kA4Long);
  printer.box(20, 20, kA4Short - 40, kA4Long - 40, 0.6);
  printer.text(30, 50, 150, words("form.disposition_list"), {26, Align::Centre, true});
  printer.text(30, 72, 150, list.number, {14, Align::Centre});
  line_field(printer, 110, words("form.fonds"), archive.fonds().text() + " " + archive.config().fonds_name);
  line_field(printer, 128, words("form.quantity"),
             render(msg("form.quantity_text", list.rows.size(), pages_of(list)), Language::Chinese));
  line_field(printer, 146, words("form.as_of"), list.as_of.text());
  line_field(printer, 164, words("form.appraiser"), list.drawn_by);
  line_field(printer, 182, words("form.approver"),
             list.approved_by + (list.approved_on ? "  " + list.approved_on->text() : ""));
  line_field(printer, 200, words("form.executor"), list.executed_by);
  line_field(printer, 218, words("form.witness"), list.witnessed_by);
}

}  // namespace

std::string disposition_list_form(Archive& archive, const catalog::DispositionList& list) {
  Printer printer;
  cover(printer, archive, list);
  Table table;
  table.title = words("form.disposition_list");
  table.left_note = list.number;
  table.right_note = archive.config().fonds_name;
  table.columns = {{words("form.number"), 12, Align::Centre}, {words("form.title"), 48, Align::Left},
                   {words("form.year"), 14, Align::Centre},   {words("form.volume_code"), 44, Align::Left},
                   {words("form.kept_due"), 16, Align::Centre}, {words("form.kept"), 16, Align::Centre},
                   {words("form.page_count"), 12, Align::Right}, {words("form.note"), 18, Align::Left}};
  int number = 0;
  for (const auto& row : list.rows) {
    const auto& code = row.volume.code;
    table.rows.push_back({std::to_string(++number), row.volume.title, std::to_string(code.year), code.text(),
                          words("form.retention_" + catalog::text(code.retention)),
                          render(msg("form.years", list.as_of.year() - code.year - 1), Language::Chinese),
                          std::to_string(row.volume.page_count), words("form.track_" + catalog::text(row.track))});
  }
  printer.table(table, false);
  return printer.finish();
}

std::string destruction_certificate(Archive& archive, const catalog::DispositionList& list) {
  Printer printer;
  printer.begin_page(kA4Short, kA4Long);
  printer.box(20, 20, kA4Short - 40, kA4Long - 40, 0.8);
  printer.text(30, 46, 150, words("form.certificate"), {28, Align::Centre, true});
  printer.text(30, 66, 150, list.number, {13, Align::Centre});
  const Message body = msg("form.certificate_text", archive.config().fonds_name, list.rows.size(), pages_of(list));
  printer.text(32, 86, 146, render(body, Language::Chinese), {13});
  line_field(printer, 128, words("form.destroyed_on"), archive.clock().today().text());
  line_field(printer, 146, words("form.method"), methods_of(list));
  line_field(printer, 164, words("form.approver"),
             list.approved_by + (list.approved_on ? "  " + list.approved_on->text() : ""));
  line_field(printer, 182, words("form.executor"), list.executed_by);
  line_field(printer, 200, words("form.witness"), list.witnessed_by);
  Table table;
  table.title = words("form.certificate_annex");
  table.left_note = list.number;
  table.columns = {{words("form.series"), 30, Align::Left},     {words("form.span"), 42, Align::Centre},
                   {words("form.retention"), 18, Align::Centre}, {words("form.item_count"), 12, Align::Right},
                   {words("form.volume_code"), 50, Align::Left}, {words("form.tracks"), 28, Align::Centre}};
  for (const auto& row : list.rows) {
    const auto& volume = row.volume;
    const std::string span = (volume.first_date ? volume.first_date->compact() : "") + " — " +
                             (volume.last_date ? volume.last_date->compact() : "");
    table.rows.push_back({archive.profile().category(volume.code.category).name.chinese, span,
                          words("form.retention_" + catalog::text(volume.code.retention)), std::to_string(volume.item_count),
                          volume.code.text(), words("form.track_" + catalog::text(row.track))});
  }
  printer.table(table, false);
  return printer.finish();
}

}  // namespace twofold::archive

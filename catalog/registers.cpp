#include "catalog/registers.h"

#include "catalog/inspections.h"
#include "catalog/sql.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace twofold::catalog {
namespace {

// Where entries come from: the key by which they are paged, the day of one, and the columns of the form.
struct Source {
  std::string_view key, day, select, from;
};
struct Form {
  std::string_view name;
  std::vector<std::string> columns;
  std::vector<Source> sources;   // one after the other
  // The columns whose codes are said in words, counted from 1; 0: none. The damages and the pages of a condition follow the columns.
  std::size_t track = 0, condition = 0;
};

constexpr std::string_view kLocalDay = "date({} / 1000, 'unixepoch', 'localtime')";

std::string local(std::string_view column) {
  std::string day(kLocalDay);
  return day.replace(day.find("{}"), 2, column);
}

const std::array<Form, 4>& forms() {
  static const std::array<Form, 4> kForms = {
      Form{"transfers",
           {"field.number", "form.receiver", "form.nature", "form.volume_code", "form.title", "form.giver", "form.receiver", "field.date"},
           {{"t.id * 1000000 + v.id", "t.completed_on",
             "t.number, t.receiver, t.nature, v.code, v.title, "
             "(SELECT group_concat(person, '、') FROM transfer_signature WHERE transfer_id = t.id AND side LIKE 'giver%'), "
             "(SELECT group_concat(person, '、') FROM transfer_signature WHERE transfer_id = t.id AND side LIKE 'receiver%'), t.completed_on",
             "transfer t JOIN transfer_volume tv ON tv.transfer_id = t.id JOIN volume v ON v.id = tv.volume_id WHERE t.state = 'completed'"}}},
      Form{"loans",
           {"field.borrower", "field.department", "field.date", "form.volume_code", "form.title", "form.purpose",
            "field.approver", "field.due", "field.returned_at", "field.return_check", "form.note"},
           {{"n.id", "OUT",
             "n.borrower, n.department, OUT, v.code, v.title, n.reason, n.decided_by, n.due, BACK, n.inspected_by, "
             "CASE n.state WHEN 'lost' THEN n.condition WHEN 'damaged' THEN n.condition ELSE '' END, "
             "c.damages, c.pages_counted, c.pages_expected",
             "loan n JOIN volume v ON v.id = n.volume_id LEFT JOIN inspection c ON c.id = n.inspection_id WHERE n.out_at IS NOT NULL"}},
           0, 11},
      Form{"returns",
           {"field.returned_at", "form.volume_code", "form.title", "field.borrower", "field.due", "field.return_check", "field.condition"},
           {{"n.id", "BACK",
             "BACK, v.code, v.title, n.borrower, n.due, n.inspected_by, n.condition, c.damages, c.pages_counted, c.pages_expected",
             "loan n JOIN volume v ON v.id = n.volume_id LEFT JOIN inspection c ON c.id = n.inspection_id "
             "WHERE n.returned_at IS NOT NULL"}},
           0, 7},
      Form{"disposition",
           {"field.number", "form.volume_code", "form.title", "form.retention", "form.tracks", "form.appraiser", "form.approver",
            "form.executor", "form.first_witness", "form.second_witness", "form.destroyed_on"},
           {{"d.id * 1000000 + v.id", "GONE",
             "d.number, v.code, v.title, v.retention, r.track, d.drawn_by, d.approved_by, d.executed_by, d.first_witness, "
             "d.second_witness, GONE",
             "disposition_list d JOIN disposition_row r ON r.list_id = d.id JOIN volume v ON v.id = r.volume_id "
             "WHERE r.state = 'destroyed'"},
            {"1000000000000 + r.id", "ENDED",
             "'', COALESCE(i.reference_code, i.provisional, i.storage_id), i.title, i.retention, 'both', r.requested_by, "
             "r.decided_by, r.ended_by, '', '', ENDED",
             "removal r JOIN item i ON i.id = r.item_id WHERE r.state = 'destroyed'"}},
           5, 0},
  };
  return kForms;
}

std::string with_days(std::string sql) {
  for (const auto& [mark, column] : {std::pair{"OUT", "n.out_at"}, {"BACK", "n.returned_at"}, {"GONE", "d.executed_at"}, {"ENDED", "r.ended_at"}})
    for (std::size_t at = 0; (at = sql.find(mark, at)) != std::string::npos;) sql.replace(at, std::string_view(mark).size(), local(column));
  return sql;
}

std::string cell(const Statement& row, const Form& form, std::size_t column, Language language) {
  constexpr std::size_t kBefore = 1;  // the day; the entry is column 0
  const std::string stored = row.text(kBefore + column);
  if (column == form.track) return render(Message{"track." + stored, {}}, language);
  if (column != form.condition) return stored;
  const std::size_t after = kBefore + form.columns.size() + 1;
  return condition_words(damages_stored(row.text(after)), miscount_stored(row, after + 1), stored, language);
}

const Form& form_of(Register which) { return forms()[static_cast<std::size_t>(which)]; }

// The entries with their `entry`, for the next page, and their `day`; then the form's columns.
std::string entries_of(const Form& form) {
  std::string sql;
  for (const auto& [key, day, select, from] : form.sources)
    sql += fmt::format("{}SELECT {} AS entry, {} AS day, {} FROM {}", sql.empty() ? "" : " UNION ALL ", key, day, select, from);
  return with_days(std::move(sql));
}

}  // namespace

std::string text(Register which) { return std::string(form_of(which).name); }

std::optional<Register> try_parse_register(std::string_view text) {
  const auto found = std::ranges::find(forms(), text, &Form::name);
  if (found == forms().end()) return std::nullopt;
  return static_cast<Register>(found - forms().begin());
}

std::vector<std::string> register_columns(Register which) { return form_of(which).columns; }

std::vector<RegisterRow> list_register(const Database& database, Register which, std::optional<int> year, std::int64_t after_id,
                                       std::size_t most, Language language) {
  const Form& form = form_of(which);
  Statement row(database, "SELECT * FROM (" + entries_of(form) +
                              ") WHERE entry > ? AND (? IS NULL OR substr(day, 1, 4) = ?) ORDER BY entry LIMIT ?");
  const auto wanted = year ? std::optional(std::to_string(*year)) : std::nullopt;
  row.bind(after_id).bind(wanted).bind(wanted).bind(static_cast<std::int64_t>(most));
  std::vector<RegisterRow> rows;
  while (row.step()) {
    RegisterRow entry{row.integer(0), {}};
    for (std::size_t i = 1; i <= form.columns.size(); ++i) entry.cells.push_back(cell(row, form, i, language));
    rows.push_back(std::move(entry));
  }
  return rows;
}

std::map<int, std::int64_t> count_register(const Database& database, Register which) {
  Statement row(database, "SELECT CAST(substr(day, 1, 4) AS INTEGER) AS year, COUNT(*) FROM (" + entries_of(form_of(which)) + ") GROUP BY year");
  std::map<int, std::int64_t> years;
  while (row.step()) years[static_cast<int>(row.integer(0))] = row.integer(1);
  return years;
}

}  // namespace twofold::catalog

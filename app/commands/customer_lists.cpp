#include "catalog/customer_lists.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"
#include "base/text.h"

#include <charconv>
#include <fmt/format.h>

namespace twofold::app {
namespace {

// --after of a list in the order of days: KEY/ID as the answer's `next` gives it.
catalog::ListPlace place_given(const Context& context) {
  const auto parts = split(context.arguments().get("after"), '/');
  catalog::ListPlace place;
  if (parts.empty() || parts[0].empty()) return place;
  place.key = parts[0];
  if (parts.size() > 1) std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), place.id);
  return place;
}

catalog::ClassDay classes_today(Context& context) {
  return catalog::classes_on(context.reading().profile(), context.clock().today());
}

std::size_t page_size(const Context& context) { return context.arguments().limit(1000); }

// The list as a table and as JSON; `day` and `note` name what the columns hold, empty where there is none.
int show(Context& context, std::string_view list, const std::vector<catalog::CustomerRow>& customers, const std::string& day,
         const std::string& note, const std::string& next) {
  context.authority().note("list.read", "", {{"list", std::string(list)}});
  Array records;
  std::vector<std::vector<std::string>> rows;
  for (const auto& customer : customers) {
    Object record = ordered_object();
    record.set("number", customer.number);
    record.set("name", customer.name);
    record.set("class", customer.customer_class);
    record.set("manager", customer.manager);
    record.set("phone", customer.phone);
    std::vector<std::string> row = {customer.number, customer.name, customer.customer_class, customer.manager, customer.phone};
    if (!day.empty()) row.push_back(customer.day), record.set(day, customer.day);
    if (!note.empty()) row.push_back(customer.note), record.set(note, customer.note);
    records.add(record);
    rows.push_back(row);
  }
  std::vector<std::string> heading;
  for (const auto* field : {"customer_number", "customer", "class", "manager", "phone"}) heading.push_back(context.words("field." + std::string(field)));
  for (const auto& extra : {day, note})
    if (!extra.empty()) heading.push_back(context.words("field." + extra));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("customers", records);
  answer.set("next", next);
  context.answer(answer);
  return 0;
}

std::string next_number(const std::vector<catalog::CustomerRow>& rows) { return rows.empty() ? "" : rows.back().number; }

std::string next_place(const std::vector<catalog::CustomerRow>& rows) {
  return rows.empty() ? "" : fmt::format("{}/{}", rows.back().day, rows.back().id);
}

// The operand as YYYY-MM, else the month of that day.
std::pair<int, int> month_given(const Context& context, const Date& otherwise) {
  const auto& operands = context.arguments().operands;
  if (operands.empty()) return {otherwise.year(), static_cast<int>(otherwise.month())};
  const auto day = Date::try_parse(operands[0] + "-01");
  if (!day) throw Error(ErrorKind::Usage, msg("list.bad_month", operands[0]));
  return {day->year(), static_cast<int>(day->month())};
}

Date by_given(const Context& context, int days_ahead) {
  return context.arguments().date("as-of").value_or(context.clock().today().plus_days(days_ahead));
}

constexpr int kCertificateWarningDays = 60;

}  // namespace

int run_list_number(Context& context) {
  const auto rows = catalog::list_by_number(context.reading().database(), context.authority().customers(), classes_today(context), context.arguments().get("after"),
                                            page_size(context));
  return show(context, "number", rows, "", "", next_number(rows));
}

int run_list_class(Context& context) {
  const auto& operands = context.arguments().operands;
  const std::string named = operands.empty() ? "" : operands[0];
  const auto rows = catalog::list_by_class(context.reading().database(), context.authority().customers(), classes_today(context), named, place_given(context),
                                           page_size(context));
  const std::string next = rows.empty() ? "" : fmt::format("{}/{}", rows.back().number, rows.back().id);
  return show(context, "class", rows, "", "", next);
}

int run_list_birthday(Context& context) {
  const auto [year, month] = month_given(context, context.clock().today().plus_months(1));
  const auto rows = catalog::list_birthdays(context.reading().database(), context.authority().customers(), classes_today(context), year, month, place_given(context),
                                            page_size(context));
  context.say(msg("list.birthdays_due", fmt::format("{}-{:02}", year, month), catalog::birthday_list_due(context.clock().today())));
  const std::string next = rows.empty() ? "" : fmt::format("{}/{}", rows.back().note, rows.back().id);
  return show(context, "birthday", rows, "birthday", "", next);
}

int run_list_focus(Context& context) {
  const auto [year, month] = month_given(context, context.clock().today());
  const auto rows = catalog::list_focus(context.reading().database(), context.authority().customers(), classes_today(context), fmt::format("{}-{:02}", year, month),
                                        context.arguments().get("after"), page_size(context));
  return show(context, "focus", rows, "since", "", next_number(rows));
}

int run_list_calls(Context& context) {
  const auto rows = catalog::list_calls(context.reading().database(), context.authority().customers(), classes_today(context), by_given(context, 0),
                                        place_given(context), page_size(context));
  return show(context, "calls", rows, "call_due", "discharged", next_place(rows));
}

int run_list_certificates(Context& context) {
  const auto rows = catalog::list_certificates(context.reading().database(), context.authority().customers(), classes_today(context),
                                               by_given(context, kCertificateWarningDays), place_given(context), page_size(context));
  return show(context, "certificates", rows, "expires_on", "certificate", next_place(rows));
}

}  // namespace twofold::app

#include "catalog/meetings.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"

namespace twofold::app {
namespace {

Object record_of(const catalog::Meeting& meeting) {
  Object record = ordered_object();
  record.set("id", meeting.id);
  record.set("kind", catalog::text(meeting.kind));
  record.set("period", meeting.period);
  record.set("held_on", meeting.held_on.text());
  record.set("minutes", meeting.minutes);
  record.set("recorded_by", meeting.recorded_by);
  record.set("customers", meeting.customers);
  return record;
}

// The operands from the second on.
std::vector<catalog::Customer> customers_named(Context& context) {
  std::vector<catalog::Customer> customers;
  const auto& operands = context.arguments().operands;
  for (std::size_t i = 1; i < operands.size(); ++i) customers.push_back(require_customer(context.writing().database(), operands[i]));
  return customers;
}

// The same with a class each: K000001=VIP, or the one of --class.
std::vector<catalog::Reassigned> reassigned(Context& context) {
  std::vector<catalog::Reassigned> customers;
  const auto& operands = context.arguments().operands;
  for (std::size_t i = 1; i < operands.size(); ++i) {
    const auto equals = operands[i].rfind('=');
    const bool own = equals != std::string::npos;
    const std::string name = own ? operands[i].substr(0, equals) : operands[i];
    const std::string given = own ? operands[i].substr(equals + 1) : context.arguments().get("class");
    if (given.empty()) throw Error(ErrorKind::Usage, msg("meeting.class_missing", name));
    customers.push_back({require_customer(context.writing().database(), name), given});
  }
  return customers;
}

template <class Work>
int hold(Context& context, const Work& work) {
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const catalog::Meeting meeting = work(transaction);
  transaction.commit();
  context.say(msg("meeting.recorded", meeting.period));
  context.answer(record_of(meeting));
  return 0;
}

}  // namespace

int run_meeting_focus(Context& context) {
  const auto& arguments = context.arguments();
  const auto customers = customers_named(context);
  return hold(context, [&](catalog::Transaction& transaction) {
    return catalog::hold_focus_meeting(transaction, arguments.operands[0], day_given(context), customers, arguments.get("minutes"));
  });
}

int run_meeting_classes(Context& context) {
  const auto& arguments = context.arguments();
  const auto customers = reassigned(context);
  return hold(context, [&](catalog::Transaction& transaction) {
    return catalog::review_classes(transaction, context.writing().profile(), arguments.operands[0], day_given(context), customers,
                                   arguments.get("minutes"));
  });
}

int run_meeting_review(Context& context) {
  const auto& arguments = context.arguments();
  const std::string& period = arguments.operands[0];
  const auto kind = period.find('H') != std::string::npos ? catalog::MeetingKind::HalfYear : catalog::MeetingKind::Year;
  return hold(context, [&](catalog::Transaction& transaction) {
    return catalog::record_review(transaction, kind, period, day_given(context), arguments.get("minutes"));
  });
}

int run_meeting_list(Context& context) {
  Array meetings;
  std::vector<std::vector<std::string>> rows;
  const auto& database = context.reading().database();
  for (const auto& meeting : catalog::list_meetings(database, after_id(context), context.arguments().limit(100))) {
    meetings.add(record_of(meeting));
    rows.push_back({std::to_string(meeting.id), context.words("meeting_kind." + catalog::text(meeting.kind)), meeting.period,
                    meeting.held_on.text(), std::to_string(meeting.customers), meeting.minutes, meeting.recorded_by});
  }
  std::vector<std::string> heading = {"ID"};
  for (const auto* field : {"kind", "period", "date", "customers", "minutes", "actor"}) heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("meetings", meetings);
  set_next(answer, meetings, "id");
  context.answer(answer);
  return 0;
}

// Whom it was about is told to who may know of every customer; `customers` counts them for all.
int run_meeting_show(Context& context) {
  const auto& database = context.reading().database();
  const auto meeting = catalog::require_meeting(database, id_operand(context, 0));
  std::vector<catalog::MeetingCustomer> customers;
  if (context.authority().everywhere(catalog::Action::Describe)) {
    context.authority().note("list.read", "", {{"list", "meeting"}, {"period", meeting.period}});
    customers = catalog::customers_of_meeting(database, meeting.id, context.arguments().get("after"), context.arguments().limit(100));
  }
  Array decided;
  std::vector<std::vector<std::string>> rows;
  for (const auto& each : customers) {
    Object record = ordered_object();
    record.set("number", each.number);
    record.set("name", each.name);
    record.set("class", each.customer_class);
    decided.add(record);
    rows.push_back({each.number, each.name, each.customer_class});
  }
  context.say(context.words("meeting_kind." + catalog::text(meeting.kind)) + "  " + meeting.period + "  " + meeting.held_on.text() + "  " + meeting.recorded_by);
  if (!meeting.minutes.empty()) context.say(meeting.minutes);
  context.table({context.words("field.number"), context.words("field.name"), context.words("field.class")}, rows);
  Object answer = record_of(meeting);
  answer.set("decided", decided);
  set_next(answer, decided, "number", "");
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app

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
  return record;
}

// The operands from the second on.
std::vector<catalog::Customer> customers_named(Context& context) {
  std::vector<catalog::Customer> customers;
  const auto& operands = context.arguments().operands;
  for (std::size_t i = 1; i < operands.size(); ++i) {
    const auto customer = catalog::find_customer(context.writing().database(), operands[i]);
    if (!customer) throw Error(ErrorKind::NotFound, msg("lookup.nothing", operands[i]));
    customers.push_back(*customer);
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
  const auto customers = customers_named(context);
  return hold(context, [&](catalog::Transaction& transaction) {
    return catalog::review_classes(transaction, context.writing().profile(), arguments.operands[0], day_given(context), customers,
                                   arguments.get("class"), arguments.get("minutes"));
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
  for (const auto& meeting : catalog::list_meetings(context.reading().database(), after_id(context), context.arguments().limit(100))) {
    meetings.add(record_of(meeting));
    rows.push_back({std::to_string(meeting.id), context.words("meeting_kind." + catalog::text(meeting.kind)), meeting.period,
                    meeting.held_on.text(), meeting.minutes, meeting.recorded_by});
  }
  std::vector<std::string> heading = {"ID"};
  for (const auto* field : {"kind", "period", "date", "minutes", "actor"}) heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("meetings", meetings);
  set_next(answer, meetings, "id");
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app

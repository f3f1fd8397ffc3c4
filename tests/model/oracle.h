#pragma once
// The rules of the domain page written a second time, without the program's code: plain records in memory, which say
// before each operation whether it must succeed.

#include "base/clock.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::model {

// The same day a calendar month later, or that month's last day.
Date month_after(const Date& day);

struct Item {
  int volume = 0, customer = 0;
  Date date{2000, 1, 1};
  std::string state = "draft";
  std::map<std::string, std::string> signatures;   // kind → person
  int revision = 0;
};
struct Volume {
  int category = 2, year = 2010, chapter = 0;
  std::string state = "open";                      // open bound listed transferred destroyed
  std::string loan, borrower;                      // out returned lost; empty: nobody has it
  Date due{2000, 1, 1};                            // of the loan
  int renewals = 0;
  std::optional<Date> review_after;
  bool paper = true, electronic = true;            // the tracks that are not destroyed
  std::vector<int> items;
};
struct Amendment {
  int item = 0, revision = 0;                      // of the item, when it was asked for
  std::string state = "requested", requester;
};
struct Removal {
  int item = 0;
  std::string state = "requested", requester, before;
  std::optional<Date> keep_until;
};
struct Hold {
  char scope = 'v';                                // i, v, c, q (what a question found)
  int target = 0;
  std::set<int> found;
  bool lifted = false;
};
struct Loan {
  int volume = 0;
  std::string state = "requested", borrower;       // requested refused withdrawn approved out
  Date due{2000, 1, 1};
};
struct List {
  std::vector<int> volumes;                        // but for those sent back
  std::string track = "both";                      // both, paper, electronic
  std::string state = "listed", drawn_by, approved_by;
  std::optional<Date> approved_on;
  std::set<std::string> appraisers, witnesses;
};
struct Transfer {
  int volume = 0;
  std::string state = "drawn";
  std::map<std::string, std::string> signatures;   // side → person
  bool packed = false;
};

struct Grant {
  std::string person;
  char scope = 'i';                                // e (everything), c, v, i
  int target = 0;
  Date expires{2000, 1, 1};                        // the last day
  bool revoked = false;
};
struct ClassChange {
  Date day;
  std::string name;
  std::optional<Date> valid_until;
};
struct Daily {                                     // a record beside the six categories
  int customer = 0, year = 2010;
};
struct Inspection {
  int volume = 0;
  Date day{2000, 1, 1};
  bool open = false;                               // somebody must look again
};
struct Rectification {
  int customer = 0;
  std::string state = "open", reporter;            // open noticed reported passed
};
struct AccessRequest {
  std::string person, state = "requested";
  char scope = 'i';                                // c, v, i, or - for what there is not
  int target = 0;
  Date until{2000, 1, 1};
};
// What a deed is done to: one of these, or nothing.
struct Subject {
  int item = 0, volume = 0, customer = 0;
};

class Oracle {
 public:
  std::map<int, Item> items;
  std::map<int, Volume> volumes;
  std::map<int, Removal> removals;
  std::map<int, Hold> holds;
  std::map<int, Loan> loans;
  std::map<int, Amendment> amendments;
  std::map<std::string, List> lists;
  std::map<std::string, Transfer> transfers;
  std::map<int, std::set<Date>> settlements;       // customer → days
  std::map<int, Grant> grants;
  std::map<int, std::string> customer_keepers, chapter_keepers;
  std::map<std::pair<int, std::string>, int> receiving;   // category and manager → the chapter of new files
  std::map<std::string, std::set<int>> focus;      // month → the newest meeting's customers
  std::map<int, std::vector<ClassChange>> classes; // customer → as reviews and spending gave them
  std::map<std::string, std::string> roles;        // person → role
  std::map<int, Daily> dailies;
  std::map<int, Inspection> inspections;
  std::map<int, Rectification> rectifications;
  std::map<int, AccessRequest> requests;
  std::map<int, long> spent;                       // customer → cents
  std::map<int, Date> newest_purchases;
  std::map<int, std::map<Date, bool>> discharges;  // customer → day → called

  // Whether the rules let this person do it at all, by the name that the program gives the action.
  bool may(const std::string& person, std::string_view action, const Subject& on, const Date& today) const;

  // The loose-leaf volume that an item of this chapter and year joins; 0: a new one.
  int open_volume(int chapter, int year) const;

  bool may_sign(int item, const std::string& kind, const std::string& person) const;
  void sign(int item, const std::string& kind, const std::string& person);
  bool may_file(int item) const;
  bool may_bind(int volume, const Date& today) const;
  void bind(int volume);
  bool may_ask_removal(int item) const;
  bool may_consent(int removal, const std::string& actor) const;
  void consent(int removal, const Date& today);
  bool may_restore(int removal) const;
  bool may_confirm(int removal, const std::string& actor, const Date& today) const;
  void confirm(int removal);
  bool may_lend(int volume) const;                 // at all; who has it is another question
  bool may_approve_loan(int loan, const std::string& actor, const Date& today) const;
  std::optional<int> next_loan(int volume, const Date& today) const;  // the oldest approved whose day is not past
  bool may_renew(int volume, const Date& today) const;
  bool may_be_inspected(int volume) const;
  bool may_describe(int item) const;
  void describe(int item);
  void promote(int daily, int volume);
  void move(int item, int volume);                 // from one loose-leaf volume into another
  void spend(int customer, long cents, const Date& day, const Date& today);
  // The discharge that a call on this day answers.
  std::optional<Date> call_answers(int customer, const Date& day) const;
  bool may_ask_amendment(int item) const;
  // Whether it waits for consent; otherwise it holds at once, and the signatures go.
  bool needs_consent(int item) const;
  void amend(int item);
  bool may_consent_to_amendment(int amendment, const std::string& actor) const;
  bool may_draw(const std::vector<int>& chosen, const std::string& track, const Date& as_of, const Date& today) const;
  void draw(const std::string& number, const std::vector<int>& chosen, const std::string& track, const std::string& actor);
  void send_back(const std::string& number, const std::optional<int>& one, const Date& review);
  bool may_approve_list(const std::string& number, const std::string& actor, const Date& today) const;
  bool may_execute(const std::string& number, const std::string& executor, const std::vector<std::string>& witnesses,
                   const Date& today) const;
  void execute(const std::string& number);
  bool may_draw_transfer(int volume) const;
  bool may_sign_transfer(const std::string& number, const std::string& side, const std::string& person) const;
  bool may_complete(const std::string& number) const;

  // R11–R13: everything, their own, what they were granted and while it was.
  bool may_read(const std::string& person, int item, const Date& today) const;
  bool reads_everything(const std::string& person, const Date& today) const;
  void hand_over(const std::string& from, const std::string& to);
  // The change of the latest day, until that day.
  const ClassChange* latest_change(int customer, const std::optional<Date>& until = {}) const;
  std::string class_of(int customer, const Date& today) const;
  bool may_read_daily(const std::string& person, int daily, const Date& today) const;

  bool item_held(int item) const;
  bool volume_held(int volume) const;

 private:
  int customer_of(const Subject& on) const;
  int volume_of(const Subject& on) const;
  bool keeps(const std::string& person, const Subject& on) const;
  bool granted(const std::string& person, const Subject& on, const Date& today) const;
  bool complete(const Item& item) const;           // all that may be asked for is signed (R9, R10)
  bool present(const Item& item) const {
    return item.state != "removed" && item.state != "struck" && item.state != "destroyed";
  }
  bool living(const Item& item) const { return item.state != "struck" && item.state != "destroyed"; }
  // Its volume has another keeper now.
  bool transferred(const Item& item) const { return volumes.at(item.volume).state == "transferred"; }
  bool settled(const Volume& volume) const;
  bool settled(const Item& item) const;
  // Nothing keeps the item: no hold, no debt once it was filed; and its volume is at hand.
  bool may_be_removed(int item, const std::string& state) const;
  // Nothing keeps it from going, whether it stands on a list or not.
  bool free_to_go(int volume, const Date& today) const;
  bool on_transfer(int volume) const;
  bool has_track(int volume, const std::string& track) const;
};

}  // namespace twofold::model

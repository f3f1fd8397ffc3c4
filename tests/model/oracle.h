#pragma once
// The rules of the domain page written a second time, without the program's code: plain records in memory, which say
// before each operation whether it must succeed.

#include "base/clock.h"

#include <map>
#include <optional>
#include <set>
#include <string>
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
  char scope = 'v';                                // i, v, c
  int target = 0;
  bool lifted = false;
};
struct Loan {
  int volume = 0;
  std::string state = "requested", borrower;
  Date due{2000, 1, 1};
};
struct List {
  std::vector<int> volumes;
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
  std::map<int, std::vector<ClassChange>> classes; // customer → as reviews gave them

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
  bool may_approve_loan(int loan, const std::string& actor) const;
  std::optional<int> next_loan(int volume) const;  // the oldest approved
  bool may_renew(int volume) const;
  bool may_ask_amendment(int item) const;
  // Whether it waits for consent; otherwise it holds at once, and the signatures go.
  bool needs_consent(int item) const;
  void amend(int item);
  bool may_consent_to_amendment(int amendment, const std::string& actor) const;
  bool may_draw(const std::vector<int>& chosen, const Date& as_of, const Date& today) const;
  void draw(const std::string& number, const std::vector<int>& chosen, const std::string& actor);
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
  std::string class_of(int customer, const Date& today) const;

  bool item_held(int item) const;
  bool volume_held(int volume) const;

 private:
  bool present(const Item& item) const {
    return item.state != "removed" && item.state != "struck" && item.state != "destroyed";
  }
  bool living(const Item& item) const { return item.state != "struck" && item.state != "destroyed"; }
  // Its volume has another keeper now.
  bool transferred(const Item& item) const { return volumes.at(item.volume).state == "transferred"; }
  bool live(const Grant& grant, const std::string& person, const Date& today) const {
    return grant.person == person && !grant.revoked && today <= grant.expires;
  }
  bool settled(const Volume& volume) const;
  bool settled(const Item& item) const;
  // Nothing keeps the item: no hold, no debt once it was filed; and its volume is at hand.
  bool may_be_removed(int item, const std::string& state) const;
  // Nothing keeps it from going, whether it stands on a list or not.
  bool free_to_go(int volume, const Date& today) const;
  bool on_transfer(int volume) const;
};

}  // namespace twofold::model

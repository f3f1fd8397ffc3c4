#pragma once
// A year in the archive, asked for over a socket by everybody of it: what its themes share.

#include "tests/app/server/live/live_archive.h"
#include "tests/app/server/live/promises/drawn_scans.h"

namespace twofold::app::api {

// Everybody over a connection of their own; each answer must be one that is promised, and no refusal.
struct Year : LiveArchive {
  Year();

  Answered by(const std::string& who, const std::string& method, const std::string& path, const Fields& fields = {},
              const http::Headers& headers = {});
  Answered get(const std::string& who, const std::string& path) { return by(who, "GET", path); }
  // A file as the body.
  Answered file(const std::string& who, const std::string& method, const std::string& path, const std::string& bytes);
  // What the job has made, once it is done.
  Object::Ptr result(const std::string& who, const Answered& job);
  // Asks for the job as well, and holds what it has made against the document.
  Object::Ptr job(const std::string& who, const std::string& path, const Fields& fields = {});
  http::Headers as_read(const std::string& who, const std::string& path) {
    return {{"If-Match", std::string(get(who, path).headers.get("ETag"))}};
  }

  std::string later(int days) { return served->clock().today().plus_days(days).text(); }
  // Longer than a removal's month of grace and a disposition's waiting time, and so than every session and token.
  void let_two_months_pass();

  Contract contract;

 private:
  Client& client_of(const std::string& who);

  std::map<std::string, Client> clients_;
};

// A file of 王府集团, whom 张建国 keeps.
struct Sent {
  std::string content, ending = ".txt", type = "contract", date = "2024-03-15";
};
// Sends it; what is asked for next.
Fields to_ingest(Year& in, const Sent& sent);
// Its number.
std::string take_in(Year& in, const Sent& sent);
void sign(Year& in, const std::string& number);
void sign_and_file(Year& in, const std::string& number);

// people.cpp
void make_first_administrator(Year& in);
void come_and_go(Year& in);
void look_at_people(Year& in);
void hold_and_grant(Year& in, const std::string& customer);
// work.cpp
void send_files(Year& in);
void take_back_a_job(Year& in);
void count(Year& in);
// records.cpp
void look_at_item(Year& in, const std::string& number, const std::string& customer);
void look_at_scan(Year& in, const std::string& number);
void put_pages_in_order(Year& in, const std::string& number);
void compare_with_paper(Year& in, const std::string& number);
void change_items(Year& in, const std::string& number);
// customers.cpp
void keep_customer(Year& in, const std::string& customer);
void watch_over(Year& in, const std::string& customer, const std::string& volume);
// stack.cpp: the first volume of the closed year.
std::string close_year(Year& in, int year);
void lay_out_stack(Year& in, const std::string& volume, const std::string& second);
void print(Year& in, const std::string& volume, const std::string& member);
void scan_binder(Year& in, const std::string& volume);
void lend(Year& in, const std::string& volume);
// endings.cpp
std::int64_t ask_to_remove(Year& in, const std::string& number);
void confirm_removal(Year& in, std::int64_t id);
std::string draw_disposition(Year& in, const std::string& going, const std::string& kept);
void execute_disposition(Year& in, const std::string& list);
void cancel_transfer(Year& in, const std::string& volume);
void hand_over(Year& in, const std::string& volume);

}  // namespace twofold::app::api

#pragma once
// Long work that somebody asked a server for: waiting → running → done | failed | cancelled. What a stop of the server
// broke off is `interrupted` and can be started again.

#include "catalog/database.h"

#include <optional>
#include <string>
#include <vector>

namespace twofold::catalog {

enum class JobState { Waiting, Running, Done, Failed, Cancelled, Interrupted };
std::string text(JobState state);  // "waiting" …; stable
bool is_over(JobState state);

struct Job {
  std::int64_t id = 0;
  std::string kind;  // the command, "close"
  std::string owner;
  JobState state = JobState::Waiting;
  std::string request;  // JSON
  std::string result;   // JSON; empty until done
  std::string error;    // JSON; empty unless failed
  Timestamp created_at;
  std::optional<Timestamp> started_at, finished_at;
};

// Of whoever acts. Event "job.asked".
Job add_job(Transaction& transaction, const std::string& kind, const std::string& request);
void begin_job(Transaction& transaction, std::int64_t id);
void end_job(Transaction& transaction, std::int64_t id, JobState state, const std::string& result,
             const std::string& error);
// A new job that does what an old one did not end. Error{NotFound, "job.unknown"}, Error{Refused, "job.not_over"} where
// that still goes on or is done.
Job restart_job(Transaction& transaction, std::int64_t id);
// At the start of a server: what was waiting or running. Returns how many.
std::size_t interrupt_jobs(Transaction& transaction);

std::optional<Job> find_job(const Database& database, std::int64_t id);
// Newest first, those before `before_id` (0: from the end); of one person or of all.
std::vector<Job> list_jobs(const Database& database, const std::optional<std::string>& owner, std::int64_t before_id,
                           std::size_t most);

}  // namespace twofold::catalog

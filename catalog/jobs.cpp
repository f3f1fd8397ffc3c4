#include "catalog/jobs.h"

#include "base/error.h"
#include "catalog/events.h"
#include "catalog/sql.h"

#include <array>

namespace twofold::catalog {
namespace {

constexpr std::array kJobStates = {JobState::Waiting, JobState::Running,   JobState::Done,
                                JobState::Failed,  JobState::Cancelled, JobState::Interrupted};
constexpr std::string_view kSelectJob =
    "SELECT id, kind, owner, state, request, result, error, created_at, started_at, finished_at FROM job ";

std::optional<Timestamp> time_at(const Statement& row, std::size_t column) {
  return row.is_null(column) ? std::nullopt : std::optional(Timestamp{row.integer(column)});
}

Job read_job(const Statement& row) {
  Job job{.id = row.integer(0),
          .kind = row.text(1),
          .owner = row.text(2),
          .request = row.text(4),
          .result = row.text(5),
          .error = row.text(6)};
  for (const auto state : kJobStates)
    if (text(state) == row.text(3)) job.state = state;
  job.created_at = Timestamp{row.integer(7)};
  job.started_at = time_at(row, 8);
  job.finished_at = time_at(row, 9);
  return job;
}

}  // namespace

std::string text(JobState state) {
  constexpr std::array kNames = {"waiting", "running", "done", "failed", "cancelled", "interrupted"};
  return kNames.at(static_cast<std::size_t>(state));
}

bool is_over(JobState state) { return state != JobState::Waiting && state != JobState::Running; }

Job add_job(Transaction& transaction, const std::string& kind, const std::string& request) {
  const Database& database = transaction.database();
  Statement(database, "INSERT INTO job(kind, owner, state, request, created_at) VALUES(?, ?, 'waiting', ?, ?)")
      .bind(kind)
      .bind(transaction.actor())
      .bind(request)
      .bind(transaction.now())
      .run();
  const auto id = last_insert_id(database);
  record_event(transaction, "job.asked", std::to_string(id), {{"kind", kind}});
  return *find_job(database, id);
}

void begin_job(Transaction& transaction, std::int64_t id) {
  Statement(transaction.database(), "UPDATE job SET state = 'running', started_at = ? WHERE id = ?")
      .bind(transaction.now())
      .bind(id)
      .run();
}

void end_job(Transaction& transaction, std::int64_t id, JobState state, const std::string& result,
             const std::string& error) {
  Statement(transaction.database(), "UPDATE job SET state = ?, result = ?, error = ?, finished_at = ? WHERE id = ?")
      .bind(text(state))
      .bind(result)
      .bind(error)
      .bind(transaction.now())
      .bind(id)
      .run();
}

Job restart_job(Transaction& transaction, std::int64_t id) {
  const auto job = find_job(transaction.database(), id);
  if (!job) throw Error(ErrorKind::NotFound, msg("job.unknown", id));
  if (!is_over(job->state) || job->state == JobState::Done) throw Error(ErrorKind::Refused, msg("job.not_over", id));
  return add_job(transaction, job->kind, job->request);
}

std::size_t interrupt_jobs(Transaction& transaction) {
  return Statement(transaction.database(),
                   "UPDATE job SET state = 'interrupted', finished_at = ? WHERE state IN ('waiting', 'running')")
      .bind(transaction.now())
      .run();
}

std::optional<Job> find_job(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kSelectJob) + "WHERE id = ?");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return read_job(row);
}

std::vector<Job> list_jobs(const Database& database, const std::optional<std::string>& owner, std::int64_t before_id,
                           std::size_t most) {
  Statement row(database, std::string(kSelectJob) +
                              "WHERE (?1 IS NULL OR owner = ?1) AND (?2 = 0 OR id < ?2) ORDER BY id DESC LIMIT ?3");
  row.bind(owner).bind(before_id).bind(static_cast<std::int64_t>(most));
  std::vector<Job> jobs;
  while (row.step()) jobs.push_back(read_job(row));
  return jobs;
}

}  // namespace twofold::catalog

#pragma once
// Where long work is done: one job after the other, each on behalf of whoever asked for it, told to them as it goes.
// What a stop of the server breaks off is kept as interrupted. Thread-safe.

#include "app/command_table.h"
#include "app/context.h"
#include "app/server/api/request_face.h"
#include "app/server/api/uploads.h"
#include "app/server/http/event_hub.h"
#include "app/server/http/metrics.h"
#include "base/error.h"
#include "catalog/jobs.h"

#include <atomic>
#include <map>
#include <thread>

namespace twofold::app::api {

// One file of an ingest: uploaded before, and the path that it had where it came from.
struct IngestFile {
  Sha256 digest;
  std::filesystem::path path;
};

class JobRoom {
 public:
  JobRoom(SharedArchive& shared, http::EventHub& events, Uploads& uploads);
  ~JobRoom();

  // Puts it at the end of the line, on behalf of whoever the face is of; the job as it is then.
  Poco::JSON::Object ask(RequestFace& face, const Arguments& arguments, Language language);
  Poco::JSON::Object ask_ingest(RequestFace& face, const Arguments& arguments, const std::vector<IngestFile>& files,
                                Language language);
  Poco::JSON::Object restart(RequestFace& face, std::int64_t id);
  // Asks it to stop at its next safe point; one that waits is over at once.
  void cancel(RequestFace& face, const catalog::Job& job);
  // With its progress, where it is at work.
  Poco::JSON::Object record_of(const catalog::Job& job, Language language) const;
  // What the job was to fill with files, once it is done; empty where it makes none.
  std::filesystem::path folder_of(const catalog::Job& job) const;
  http::JobCounts counts() const;
  void stop();

  // What happens to a person's jobs is told here.
  static std::string channel_of(const std::string& person) { return "person " + person; }

 private:
  class Running;
  Poco::JSON::Object enqueue(RequestFace& face, const std::string& kind, const Poco::JSON::Object& request,
                             Language language);
  // Whether the worker has it: then it is asked to stop. With the mutex held.
  bool stop_taken(std::int64_t id);
  void work();
  void run(std::int64_t id);
  void end(const catalog::Job& job, catalog::JobState state, const std::string& result, const std::string& error);
  int execute(RequestFace& face, const catalog::Job& job);
  int ingest(Context& context, const catalog::Job& job, const Poco::JSON::Object& request);
  void tell(const catalog::Job& job) const;

  SharedArchive& shared_;
  http::EventHub& events_;
  Uploads& uploads_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::int64_t> waiting_;
  // What the worker has taken from the line: it waits for its turn to write before it is at work. 0: nothing.
  std::int64_t taken_ = 0;
  bool taken_cancelled_ = false;
  std::shared_ptr<Running> running_;
  bool stopping_ = false;
  std::jthread worker_;
};

}  // namespace twofold::app::api

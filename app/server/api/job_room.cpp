#include "app/server/api/job_room.h"

#include "app/commands/ingest.h"
#include "app/commands/records.h"
#include "app/server/api/places.h"
#include "archive/turns.h"
#include "base/files.h"

#include <Poco/JSON/Parser.h>

namespace twofold::app::api {
namespace fs = std::filesystem;
namespace {

using catalog::Job;
using catalog::JobState;
using std::chrono::steady_clock;

constexpr auto kTellEvery = std::chrono::milliseconds(250);
constexpr auto kForEver = std::chrono::hours(24 * 365);
constexpr const char* kIngest = "ingest";

Object::Ptr parsed(const std::string& text) {
  Poco::JSON::Parser parser;
  return parser.parse(text).extract<Object::Ptr>();
}

Object request_of(const Arguments& arguments, Language language) {
  Object request = ordered_object(), options = ordered_object();
  Array operands;
  for (const auto& operand : arguments.operands) operands.add(operand);
  for (const auto& [name, value] : arguments.options) options.set(name, value);
  request.set("operands", operands);
  request.set("options", options);
  request.set("language", language == Language::Chinese ? "zh" : "en");
  return request;
}

Arguments arguments_in(const std::string& kind, const Object& request) {
  Arguments arguments;
  arguments.command = kind;
  for (const auto& operand : *request.getArray("operands"))
    arguments.operands.push_back(operand.convert<std::string>());
  for (const auto& [name, value] : *request.getObject("options"))
    arguments.options[name] = value.convert<std::string>();
  return arguments;
}

Language language_in(const Object& request) {
  return request.getValue<std::string>("language") == "zh" ? Language::Chinese : Language::English;
}

std::string error_text(const Message& message, Language language) {
  Object error = ordered_object();
  error.set("code", message.key);
  error.set("message", render(message, language));
  error.set("remedy", render_remedy(message, language));
  return json_text(error);
}

Object progress_record(const Progress& progress, Language language) {
  Object record = ordered_object();
  record.set("stage", progress.stage);
  record.set("text", progress.stage.empty() ? "" : render(Message{progress.stage, {}}, language));
  record.set("done", progress.done);
  record.set("total", progress.total);
  record.set("subject", progress.subject);
  return record;
}

std::string time_text(const std::optional<Timestamp>& at) { return at ? at->text() : ""; }

// Whole and sound as the store wants them, below one folder, under the paths they had.
void lay_out(const Uploads& uploads, const std::string& owner, const Object& request, const fs::path& folder) {
  for (const auto& each : *request.getArray("files")) {
    const auto& file = *each.extract<Object::Ptr>();
    const fs::path target = folder / file.getValue<std::string>("path");
    create_folders_durably(target.parent_path());
    fs::create_hard_link(uploads.require(owner, Sha256::parse(file.getValue<std::string>("sha256"))), target);
  }
}

}  // namespace

// The job at work: how far it is, and whether it is to stop.
class JobRoom::Running final : public ProgressSink, public archive::TakesTurns {
 public:
  Running(Job job, RequestFace& face, SharedArchive& shared, http::EventHub& events)
      : job_(std::move(job)), face_(face), shared_(shared), events_(events) {}

  void report(const Progress& progress) override {
    {
      const std::lock_guard lock(mutex_);
      progress_ = progress;
      const auto now = steady_clock::now();
      if (now - told_ < kTellEvery && progress.done != progress.total) return;
      told_ = now;
    }
    Object event = ordered_object();
    event.set("id", job_.id);
    event.set("progress", progress_record(progress, language()));
    events_.publish(channel_of(job_.owner), "progress", json_text(event));
  }
  void tell_part(const Object& part) {
    Object event = ordered_object();
    event.set("id", job_.id);
    event.set("part", part);
    events_.publish(channel_of(job_.owner), "part", json_text(event));
  }
  bool cancelled() const override { return stop_; }
  void aside(const std::function<void()>& work) override {
    if (auto* held = face_.held()) held->aside(work);
    else work();
  }
  bool others_wait() const override { return shared_.others_wait(); }
  void between_steps() override {
    if (face_.held()) shared_.write_queued();
  }

  void cancel() { stop_ = true; }
  const Job& job() const { return job_; }
  Progress progress() const {
    const std::lock_guard lock(mutex_);
    return progress_;
  }

 private:
  Language language() const { return language_in(*parsed(job_.request)); }

  const Job job_;
  RequestFace& face_;
  SharedArchive& shared_;
  http::EventHub& events_;
  std::atomic<bool> stop_ = false;
  mutable std::mutex mutex_;
  Progress progress_;
  steady_clock::time_point told_{};
};

JobRoom::JobRoom(SharedArchive& shared, http::EventHub& events, Uploads& uploads)
    : shared_(shared), events_(events), uploads_(uploads) {
  SharedArchive::Writing writing(shared_, "twofold serve", {}, kForEver);
  catalog::Transaction transaction(writing.archive().database(), "twofold serve", shared_.clock());
  catalog::interrupt_jobs(transaction);
  transaction.commit();
  worker_ = std::jthread([this] { work(); });
}

JobRoom::~JobRoom() { stop(); }

void JobRoom::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    if (running_) running_->cancel();
  }
  changed_.notify_all();
  if (worker_.joinable()) worker_.join();
}

Poco::JSON::Object JobRoom::enqueue(RequestFace& face, const std::string& kind, const Object& request,
                                    Language language) {
  auto& archive = face.writing();
  catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
  const Job job = catalog::add_job(transaction, kind, json_text(request));
  transaction.commit();
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(job.id);
  }
  changed_.notify_all();
  return record_of(job, language);
}

Poco::JSON::Object JobRoom::ask(RequestFace& face, const Arguments& arguments, Language language) {
  return enqueue(face, arguments.command, request_of(arguments, language), language);
}

Poco::JSON::Object JobRoom::ask_ingest(RequestFace& face, const Arguments& arguments,
                                       const std::vector<IngestFile>& files, Language language) {
  Object request = request_of(arguments, language);
  Array list;
  for (const auto& file : files) {
    uploads_.require(face.authority().actor().name, file.digest);
    Object entry = ordered_object();
    entry.set("sha256", file.digest.text());
    entry.set("path", file.path.string());
    list.add(entry);
  }
  request.set("files", list);
  return enqueue(face, kIngest, request, language);
}

Poco::JSON::Object JobRoom::restart(RequestFace& face, std::int64_t id) {
  auto& archive = face.writing();
  catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
  const Job job = catalog::restart_job(transaction, id);
  transaction.commit();
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(job.id);
  }
  changed_.notify_all();
  return record_of(job, language_in(*parsed(job.request)));
}

bool JobRoom::stop_taken(std::int64_t id) {
  if (taken_ != id) return false;
  taken_cancelled_ = true;
  if (running_) running_->cancel();
  return true;
}

void JobRoom::cancel(RequestFace& face, const Job& job) {
  if (catalog::is_over(job.state)) throw Error(ErrorKind::Refused, msg("job.over", job.id));
  {
    const std::lock_guard lock(mutex_);
    if (stop_taken(job.id)) return;
  }
  // The turn to write first: a job that left the line without being ended would be told as waiting for ever.
  auto& archive = face.writing();
  {
    const std::lock_guard lock(mutex_);
    if (stop_taken(job.id)) return;
    if (std::erase(waiting_, job.id) == 0) throw Error(ErrorKind::Refused, msg("job.over", job.id));
  }
  catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
  catalog::end_job(transaction, job.id, JobState::Cancelled, "", "");
  transaction.commit();
  tell(*catalog::find_job(archive.database(), job.id));
}

Poco::JSON::Object JobRoom::record_of(const Job& job, Language language) const {
  Progress progress;
  {
    const std::lock_guard lock(mutex_);
    if (running_ && running_->job().id == job.id) progress = running_->progress();
  }
  Object record = ordered_object();
  record.set("id", job.id);
  record.set("kind", job.kind);
  record.set("owner", job.owner);
  record.set("state", catalog::text(job.state));
  record.set("progress", progress_record(progress, language));
  const auto result = with_addresses(job);
  record.set("result", result ? Poco::Dynamic::Var(result) : Poco::Dynamic::Var());
  record.set("error", job.error.empty() ? Poco::Dynamic::Var() : Poco::Dynamic::Var(parsed(job.error)));
  record.set("created_at", job.created_at.text());
  record.set("started_at", time_text(job.started_at));
  record.set("finished_at", time_text(job.finished_at));
  return record;
}

fs::path JobRoom::folder_of(const Job& job) const {
  return job.state == JobState::Done ? folder_made_by(job) : fs::path();
}

http::JobCounts JobRoom::counts() const {
  const std::lock_guard lock(mutex_);
  return {waiting_.size(), running_ ? std::size_t{1} : std::size_t{0}};
}

void JobRoom::work() {
  for (;;) {
    std::int64_t id = 0;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
      if (stopping_) return;
      id = waiting_.front();
      waiting_.pop_front();
      taken_ = id;
      taken_cancelled_ = false;
    }
    run(id);
  }
}

void JobRoom::run(std::int64_t id) {
  Job job;
  {
    SharedArchive::Writing writing(shared_, "twofold serve", {}, kForEver);
    catalog::Transaction transaction(writing.archive().database(), "twofold serve", shared_.clock());
    catalog::begin_job(transaction, id);
    transaction.commit();
    job = *catalog::find_job(writing.archive().database(), id);
  }
  RequestFace face(shared_, {"", job.owner, "job", "job " + std::to_string(id) + ' ' + job.kind}, kForEver);
  const auto running = std::make_shared<Running>(job, face, shared_, events_);
  {
    const std::lock_guard lock(mutex_);
    running_ = running;
    if (stopping_ || taken_cancelled_) running->cancel();
  }
  tell(job);
  face.watch(*running, [&](const Object& part) { running->tell_part(part); });
  JobState state = JobState::Done;
  std::string error;
  try {
    if (!running->cancelled()) execute(face, job);
    if (running->cancelled()) state = JobState::Cancelled;
  } catch (const Error& failure) {
    state = failure.kind() == ErrorKind::Cancelled ? JobState::Cancelled : JobState::Failed;
    error = error_text(without_places(failure.message(), folder_made_by(job)), language_in(*parsed(job.request)));
  } catch (const std::exception& failure) {
    state = JobState::Failed;
    error = error_text(msg("cli.internal", failure.what()), language_in(*parsed(job.request)));
  }
  face.let_go();
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ && state == JobState::Cancelled) state = JobState::Interrupted;
    running_.reset();
    taken_ = 0;
  }
  end(job, state, face.answered() ? json_text(*face.answered()) : "", error);
}

void JobRoom::end(const Job& job, JobState state, const std::string& result, const std::string& error) {
  SharedArchive::Writing writing(shared_, "twofold serve", {}, kForEver);
  auto& database = writing.archive().database();
  catalog::Transaction transaction(database, "twofold serve", shared_.clock());
  catalog::end_job(transaction, job.id, state, result, error);
  transaction.commit();
  tell(*catalog::find_job(database, job.id));
}

int JobRoom::execute(RequestFace& face, const Job& job) {
  const auto request = parsed(job.request);
  const auto* command = find_command(job.kind);
  if (!command) throw Error(ErrorKind::Internal, msg("cli.unknown_command", job.kind));
  Context context(arguments_in(job.kind, *request), language_in(*request), face);
  context.admit(command->action);
  return job.kind == kIngest ? ingest(context, job, *request) : carry_out(*command, context);
}

int JobRoom::ingest(Context& context, const Job& job, const Object& request) {
  const ScratchFolder folder(shared_.layout().uploads());
  lay_out(uploads_, job.owner, request, folder.path());
  const int code = ingest_folder(context, folder.path());
  if (context.progress().cancelled()) return code;
  for (const auto& each : *request.getArray("files"))
    uploads_.forget(job.owner, Sha256::parse(each.extract<Object::Ptr>()->getValue<std::string>("sha256")));
  return code;
}

void JobRoom::tell(const Job& job) const {
  events_.publish(channel_of(job.owner), "job", json_text(record_of(job, language_in(*parsed(job.request)))));
}

}  // namespace twofold::app::api

#include "app/server/api/work_handlers.h"

#include "app/commands/records.h"
#include "app/server/api/job_room.h"
#include "app/server/api/keyed_answers.h"
#include "app/server/api/uploads.h"
#include "archive/folder_tar.h"
#include "base/text.h"
#include "catalog/items.h"

#include <charconv>
#include <set>

namespace twofold::app::api {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostDigests = 1000, kMostFiles = 10'000, kLongestPath = 1000;

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::uint64_t header_number(const http::Request& request, std::string_view name, std::uint64_t otherwise) {
  const auto text = request.headers.get(name);
  if (text.empty()) return otherwise;
  const auto value = number_in(text);
  if (!value) throw Error(ErrorKind::Usage, msg("api.field_type", name, "1, 2, 3 …"));
  return *value;
}

http::Response upload_response(int status, const Sha256& digest, const Uploads::State& state) {
  Object record = ordered_object();
  record.set("sha256", digest.text());
  record.set("received", state.received);
  record.set("complete", state.complete);
  auto response = json_response(status, record);
  response.headers.set("Upload-Offset", std::to_string(state.received));
  return response;
}

Array::Ptr array_field(const Object& body, const std::string& name, std::size_t most) {
  const auto array = body.isArray(name) ? body.getArray(name) : nullptr;
  if (!array) throw Error(ErrorKind::Usage, msg("api.field_type", name, "[…]"));
  if (array->size() > most) throw Error(ErrorKind::Usage, msg("api.field_type", name, "≤ " + std::to_string(most)));
  return array;
}

// Relative, below nothing but itself, as a person would write it.
fs::path safe_path(const std::string& text) {
  const bool plain = is_utf8(text) && !text.empty() && text.size() <= kLongestPath &&
                     text.find('\0') == std::string::npos && text.find('\\') == std::string::npos;
  const fs::path path = plain ? fs::path(text) : fs::path();
  bool safe = plain && path.is_relative();
  for (const auto& step : path) safe = safe && step != ".." && step != "." && !step.empty();
  if (!safe) throw Error(ErrorKind::Usage, msg("upload.bad_path", scrub_utf8(text.substr(0, 200))));
  return path;
}

std::vector<IngestFile> files_of(const Object& body) {
  const auto array = array_field(body, "files", kMostFiles);
  if (array->size() == 0) throw Error(ErrorKind::Usage, msg("api.field_missing", "files"));
  std::vector<IngestFile> files;
  std::set<fs::path> taken;
  for (std::size_t i = 0; i < array->size(); ++i) {
    const auto file = array->getObject(static_cast<unsigned>(i));
    if (!file) throw Error(ErrorKind::Usage, msg("api.field_type", "files", "{sha256, path}"));
    refuse_unknown_fields(*file, {"sha256", "path"});
    IngestFile given{Sha256::parse(text_field(*file, "sha256", true)), safe_path(text_field(*file, "path", true))};
    if (!taken.insert(given.path).second) throw Error(ErrorKind::Usage, msg("upload.bad_path", given.path.string()));
    files.push_back(std::move(given));
  }
  return files;
}

// The rest of the body is what `twofold ingest` takes as options.
Arguments ingest_arguments(const Object& body) {
  const Route like{"POST", "/ingest", "ingest", "", "*", Gives::Job, ""};
  const auto binding = bind(like);
  Object rest = ordered_object();
  for (const auto& [name, value] : body)
    if (name != "files") rest.set(name, value);
  return arguments_of(binding, {{}, {}, new Object(rest)}, {}, {});
}

bool sees_all_jobs(const Call& call) { return call.face.authority().everywhere(catalog::Action::Maintain); }

catalog::Job own_job(Call& call) {
  call.admit(std::nullopt);
  const auto job = catalog::find_job(call.face.reading().database(), call.id());
  if (!job || (job->owner != call.face.authority().actor().name && !sees_all_jobs(call)))
    throw Error(ErrorKind::NotFound, msg("job.unknown", call.id()));
  return *job;
}

}  // namespace

http::Response known_uploads(Call& call) {
  call.admit(catalog::Action::Submit);
  const auto body = call.body({"sha256"});
  const auto& database = call.face.reading().database();
  auto& authority = call.face.authority();
  Array files;
  for (const auto& each : *array_field(*body, "sha256", kMostDigests)) {
    if (!each.isString()) throw Error(ErrorKind::Usage, msg("api.field_type", "sha256", "text"));
    const Sha256 digest = Sha256::parse(each.convert<std::string>());
    const auto item = catalog::find_item_by_content(database, digest);
    // What they may not know of looks as if it were not there.
    const bool known = item && authority.allows(catalog::Action::Describe, catalog::access_of(database, *item));
    const auto state = call.rooms.uploads.state(authority.actor().name, digest);
    Object record = ordered_object();
    record.set("sha256", digest.text());
    record.set("number", known ? item->number() : "");
    record.set("title", known ? item->title : "");
    record.set("received", state.received);
    record.set("complete", state.complete);
    files.add(record);
  }
  Object answer = ordered_object();
  answer.set("files", files);
  return json_response(200, answer);
}

http::Response get_upload(Call& call) {
  call.know_query({});
  call.admit(catalog::Action::Submit);
  const Sha256 digest = Sha256::parse(call.path("sha256"));
  return upload_response(200, digest, call.rooms.uploads.state(call.face.authority().actor().name, digest));
}

http::Response put_upload(Call& call) {
  call.know_query({});
  call.admit(catalog::Action::Submit);
  const Sha256 digest = Sha256::parse(call.path("sha256"));
  const std::string person = call.face.authority().actor().name;
  call.face.let_go();  // nobody waits for the archive while bytes trickle in
  auto& body = call.request.body;
  const auto offset = header_number(call.request, "Upload-Offset", 0);
  const auto total = header_number(call.request, "Upload-Length", offset + body.length());
  const auto state =
      call.rooms.uploads.receive(person, digest, offset, total, [&](std::span<char> into) { return body.read(into); });
  return upload_response(state.complete ? 201 : 202, digest, state);
}

http::Response delete_upload(Call& call) {
  call.know_query({});
  call.admit(catalog::Action::Submit);
  call.rooms.uploads.forget(call.face.authority().actor().name, Sha256::parse(call.path("sha256")));
  return {.status = 204};
}

http::Response start_ingest(Call& call) {
  call.know_query({});
  call.admit(catalog::Action::Submit);
  const auto body = body_object(call.request.body.text());
  if (!body) throw Error(ErrorKind::Usage, msg("api.field_missing", "files"));
  const auto files = files_of(*body);
  const Arguments arguments = ingest_arguments(*body);
  return keyed(call, {}, [&] {
    return job_response(call.rooms.jobs.ask_ingest(call.face, arguments, files, call.request.language));
  });
}

http::Response list_jobs(Call& call) {
  call.know_query({"limit", "after", "all"});
  call.admit(std::nullopt);
  Arguments arguments;
  for (const char* name : {"limit", "after"})
    if (const auto value = call.request.parameter(name)) arguments.options[name] = *value;
  std::optional<std::string> owner;
  if (call.query("all").empty() || !sees_all_jobs(call)) owner = call.face.authority().actor().name;
  Array jobs;
  std::int64_t next = 0;
  const auto most = arguments.limit(50);
  const auto found =
      catalog::list_jobs(call.face.reading().database(), owner, arguments.number("after").value_or(0), most);
  for (const auto& job : found) jobs.add(call.rooms.jobs.record_of(job, call.request.language));
  if (found.size() == most) next = found.back().id;
  Object answer = ordered_object();
  answer.set("jobs", jobs);
  answer.set("next", next);
  return json_response(200, answer);
}

http::Response get_job(Call& call) {
  call.know_query({});
  return json_response(200, call.rooms.jobs.record_of(own_job(call), call.request.language));
}

http::Response cancel_job(Call& call) {
  call.know_query({});
  const auto job = own_job(call);
  call.rooms.jobs.cancel(call.face, job);
  return json_response(202, call.rooms.jobs.record_of(*catalog::find_job(call.face.reading().database(), job.id),
                                                      call.request.language));
}

// It goes on in the name of whoever starts it again, with their rights.
http::Response restart_job(Call& call) {
  const auto job = own_job(call);
  if (const auto* command = find_command(job.kind); command && command->action)
    call.face.authority().require(*command->action);
  return json_response(202, call.rooms.jobs.restart(call.face, job.id));
}

// The folder that the job filled, as one file.
http::Response job_file(Call& call) {
  call.know_query({});
  const auto job = own_job(call);
  if (const auto* command = find_command(job.kind); command && command->action)
    call.face.authority().require(*command->action);
  const auto folder = call.rooms.jobs.folder_of(job);
  if (folder.empty() || !fs::is_directory(folder)) throw Error(ErrorKind::NotFound, msg("job.no_file", job.id));
  http::Response response;
  response.headers.set("Content-Type", "application/x-tar");
  response.headers.set("Cache-Control", "no-store");
  response.download_name = job.kind + "-" + std::to_string(job.id) + ".tar";
  response.body = http::MadeContent{[folder](const http::Write& write) { archive::write_tar(folder, write); }};
  return response;
}

// A stream where one is asked for; else what happened after the event `after`, for those who ask now and then.
http::Response follow_events(Call& call) {
  call.know_query({"after"});
  call.admit(std::nullopt);
  const std::string channel = JobRoom::channel_of(call.face.authority().actor().name);
  if (call.request.headers.get("Accept").find("text/event-stream") != std::string_view::npos)
    return {.body = http::EventStream{channel}};
  const auto after = number_in(call.query("after"));
  if (!call.query("after").empty() && !after)
    throw Error(ErrorKind::Usage, msg("api.field_type", "after", "1, 2, 3 …"));
  const auto replay = call.rooms.events.after(channel, after.value_or(0));
  Array events;
  std::uint64_t next = after.value_or(0);
  for (const auto& event : replay.events) {
    Object record = ordered_object();
    record.set("id", event.id);
    record.set("type", event.type);
    record.set("data", body_object(event.data));
    events.add(record);
    next = event.id;
  }
  Object answer = ordered_object();
  answer.set("events", events);
  answer.set("next", next);
  answer.set("incomplete", replay.incomplete);
  return json_response(200, answer);
}

}  // namespace twofold::app::api

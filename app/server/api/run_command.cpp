// A route that is a command: its arguments from the request, its answer as the route says.

#include "app/commands/records.h"
#include "app/server/api/call.h"
#include "app/server/api/etag.h"
#include "app/server/api/job_room.h"
#include "app/server/api/keyed_answers.h"
#include "app/server/api/places.h"
#include "app/server/api/statuses.h"
#include "archive/folder_tar.h"
#include "base/files.h"

#include <fstream>

namespace twofold::app::api {
namespace {

constexpr std::uint64_t kMostFileBytes = 256 << 20;  // of a table to import or a scan to compare
constexpr std::size_t kPiece = 64 << 10;

// The scratch folder lives until the last byte has been sent.
http::Response file_response(std::shared_ptr<ScratchFolder> scratch, const std::string& name) {
  http::Response response;
  response.headers.set("Content-Type", media_type_of(name));
  response.headers.set("Cache-Control", "no-store");
  response.download_name = name;
  response.body = http::MadeContent{[scratch, name](const http::Write& write) {
    const auto made = scratch->path() / name;
    if (std::filesystem::is_directory(made)) archive::write_tar(made, write);
    else read_in_pieces(made, write);
  }};
  return response;
}

std::filesystem::path keep_body(http::Body& body, const std::filesystem::path& scratch) {
  if (body.length() > kMostFileBytes)
    throw Error(ErrorKind::Invalid, msg("http.body_too_large", body.length(), kMostFileBytes));
  auto file = scratch / "body";
  std::ofstream out(file, std::ios::binary);
  std::vector<char> piece(kPiece);
  for (std::size_t got = 0; (got = body.read(piece)) > 0;) out.write(piece.data(), static_cast<std::streamsize>(got));
  out.close();
  if (!out) throw Error(ErrorKind::Io, msg("upload.no_space"));
  return file;
}

// Nothing of the wrong kind: /items/{a volume's code} is no item.
void require_kind(const Call& call, const Poco::JSON::Object& answer) {
  const std::string schema(call.route.schema);
  if (schema != "item" && schema != "volume" && schema != "customer") return;
  if (answer.optValue<std::string>("kind", "") != schema)
    throw Error(ErrorKind::NotFound, msg("lookup.nothing", call.named()));
}

http::Response execute(Call& call, const Arguments& arguments, std::shared_ptr<ScratchFolder> scratch) {
  Context context(arguments, call.request.language, call.face);
  const int code = [&] {
    try {
      return carry_out(*call.binding.command, context);
    } catch (const Error& error) {
      if (!scratch) throw;
      throw Error(error.kind(), without_places(error.message(), scratch->path()));
    }
  }();
  if (call.route.gives == Gives::File) return file_response(std::move(scratch), call.binding.file_name);
  const auto& answered = call.face.answered();
  if (!answered) throw Error(ErrorKind::Internal, msg("api.no_answer", call.route.path));
  require_kind(call, *answered);
  const bool partly = answered->optValue<int>("done", 0) > 0;
  // What was looked at and found wanting has been looked at.
  const bool found = answered->isArray("findings");
  if (code != 0 && !is_reading(call.route) && !partly && !found) return refusal(*answered, call.request);
  auto response = json_response(call.route.gives == Gives::Created ? 201 : 200, *answered);
  if (has_etag(call.route)) response.headers.set("ETag", etag_of(*answered));
  return response;
}

}  // namespace

http::Response run_command(Call& call) {
  call.admit(call.route.action ? call.route.action : call.binding.command->action);
  // Most routes only read and need no folder, which would cost as much as what they read.
  const bool handles_files = call.binding.file_operand || call.route.gives == Gives::File || call.route.gives == Gives::Job;
  auto scratch = handles_files ? std::make_shared<ScratchFolder>(call.rooms.shared.layout().tmp()) : nullptr;
  const auto folder = scratch ? scratch->path() : std::filesystem::path();
  std::filesystem::path file;
  if (call.binding.file_operand) file = keep_body(call.request.body, folder);
  else call.given.body = body_object(call.request.body.text());
  // What a job makes is fetched later, and swept with the uploads.
  const auto made = call.route.gives == Gives::Job
                        ? call.rooms.shared.layout().uploads() / ("made-" + folder.filename().string())
                        : folder;
  const Arguments arguments = arguments_of(call.binding, call.given, made, file);
  call.face.give_secret(secret_of(call.binding, call.given));
  // What was done before is told again, whatever the record has become since.
  return keyed(call, file, [&] {
    require_unchanged(call);
    if (call.route.gives == Gives::Job)
      return job_response(call.rooms.jobs.ask(call.face, arguments, call.request.language));
    auto response = execute(call, arguments, scratch);
    if (const auto tag = response.status < 300 ? etag_after(call) : ""; !tag.empty()) response.headers.set("ETag", tag);
    return response;
  });
}

}  // namespace twofold::app::api

#include "app/server/api/session.h"

#include "app/commands/records.h"
#include "app/server/api/hashing_room.h"
#include "base/digest.h"
#include "base/text.h"
#include "catalog/people.h"

namespace twofold::app::api {
namespace {

constexpr std::string_view kCookie = "__Host-twofold";
constexpr std::string_view kBearer = "Bearer ";
constexpr int kSessionSeconds = 12 * 60 * 60;

std::string cookie(const std::string& value, int seconds) {
  return std::string(kCookie) + '=' + value + "; Path=/; Max-Age=" + std::to_string(seconds) +
         "; Secure; HttpOnly; SameSite=Strict";
}

bool changes(const http::Request& request) {
  return request.method != http::Method::Get && request.method != http::Method::Options;
}

void require_own_page(const http::Request& request) {
  if (request.headers.get("Origin") != request.origin())
    throw Error(ErrorKind::Refused, msg("session.bad_origin", request.origin()));
}

Array texts(const std::vector<std::string>& values) {
  Array array;
  for (const auto& value : values)
    if (!value.empty()) array.add(value);
  return array;
}

// What the page knows of the archive before anybody has signed in.
void tell_archive(Object& record, const Call& call) {
  const auto& shared = call.rooms.shared;
  record.set("language", call.request.language == Language::Chinese ? "zh" : "en");
  record.set("fonds", shared.config().fonds);
  record.set("fonds_name", shared.config().fonds_name);
  record.set("profile", shared.profile().key);
  // The archive's own day, which is another than the browser's in a rehearsal, and near midnight.
  record.set("today", shared.clock().today().text());
}

Object session_record(Call& call, const std::string& token) {
  auto& authority = call.face.authority();
  const auto& actor = authority.actor();
  Array actions;
  for (std::size_t i = 0; i < catalog::kActions; ++i)
    if (authority.somewhere(static_cast<catalog::Action>(i)))
      actions.add(std::string(catalog::text(static_cast<catalog::Action>(i))));
  Object record = ordered_object();
  record.set("signed_in", true);
  record.set("first_run", false);
  record.set("name", actor.name);
  record.set("roles", texts(split(actor.roles.text(), ' ')));
  record.set("actions", actions);
  record.set("reading_only", actor.scope == catalog::TokenScope::Read);
  record.set("csrf", call.request.headers.has("Authorization") ? "" : csrf_of(token));
  tell_archive(record, call);
  return record;
}

// What is secret in it must not be compressed beside what was asked.
http::Response session_response(const Object& record) {
  auto response = json_response(200, record);
  response.headers.set("Cache-Control", "no-store, no-transform");
  return response;
}

Object nobody(Call& call) {
  Object record = ordered_object();
  record.set("signed_in", false);
  record.set("first_run", !catalog::has_people(call.face.reading().database()));
  record.set("name", "");
  record.set("roles", Array());
  record.set("actions", Array());
  record.set("reading_only", false);
  record.set("csrf", "");
  tell_archive(record, call);
  return record;
}

}  // namespace

Caller caller_of(const http::Request& request, const Route& route) {
  Caller caller;
  caller.address = request.peer;
  caller.request = std::string(route.method) + ' ' + std::string(kPrefix) + std::string(route.path) + ' ' + request.id;
  const auto bearer = request.headers.get("Authorization");
  if (bearer.starts_with(kBearer)) {
    caller.token = bearer.substr(kBearer.size());
    return caller;
  }
  // Signing in has no session yet that would have a token.
  const bool signing_in = route.method == "POST" && (route.path == "/session" || route.path == "/first-run");
  const auto session = request.cookie(kCookie);
  if (changes(request) && (session || signing_in)) require_own_page(request);
  if (!session) return caller;
  caller.token = *session;
  if (changes(request) && !signing_in && request.headers.get("X-CSRF-Token") != csrf_of(*session))
    throw Error(ErrorKind::Refused, msg("session.no_csrf"));
  return caller;
}

std::string csrf_of(const std::string& session) { return sha256("csrf " + session).text().substr(0, 40); }

http::Response get_session(Call& call) {
  call.know_query({});
  try {
    call.admit(std::nullopt);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::Refused) throw;
    return json_response(200, nobody(call));
  }
  return session_response(session_record(call, call.caller.token));
}

http::Response sign_in(Call& call) {
  const auto body = call.body({"name", "password", "read_only"});
  if (!catalog::has_people(call.face.reading().database())) throw Error(ErrorKind::Refused, msg("session.first_run"));
  return open_session(call, text_field(*body, "name", true), text_field(*body, "password", true),
                      flag_field(*body, "read_only"));
}

http::Response open_session(Call& call, const std::string& name, const std::string& password, bool reading_only) {
  auto& shared = call.rooms.shared;
  const catalog::Origin origin = call.face.authority().origin();
  auto& authority = call.face.authority();
  auto& database = call.face.reading().database();
  database.set_origin(origin);
  const auto known = authority.known(database, name);
  call.face.let_go();
  archive::Authority::Proof proof;
  call.rooms.hashing.run([&] { proof = authority.prove(known, name, password); });
  std::optional<catalog::Session> session;
  {
    SharedArchive::Writing writing(shared, name, origin, std::chrono::seconds(10));
    session = authority.sign_in(writing.archive().database(), name, proof, reading_only);
  }
  if (!session) throw Error(ErrorKind::Refused, msg("login.refused"));
  Caller caller = call.caller;
  caller.token = session->token;
  RequestFace face(shared, caller, std::chrono::seconds(5));
  face.identify();
  Call signed_in{call.request, call.route, call.binding, call.rooms, call.given, caller, face};
  auto response = session_response(session_record(signed_in, session->token));
  response.headers.add("Set-Cookie", cookie(session->token, kSessionSeconds));
  return response;
}

http::Response sign_out(Call& call) {
  call.know_query({});
  call.admit(std::nullopt);
  auto& archive = call.face.writing();
  catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
  catalog::sign_out(transaction, call.caller.token);
  transaction.commit();
  http::Response response{.status = 204};
  response.headers.add("Set-Cookie", cookie("", 0));
  return response;
}

}  // namespace twofold::app::api

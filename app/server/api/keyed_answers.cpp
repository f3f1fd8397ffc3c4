#include "app/server/api/keyed_answers.h"

#include "base/digest.h"
#include "catalog/remembered_answers.h"

namespace twofold::app::api {
namespace {

constexpr std::size_t kLongestKey = 128;

// Durable by itself, so that a crash during the work leaves a trace.
template <class Change>
void change(Call& call, const Change& act) {
  auto& archive = call.face.writing();
  catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
  act(transaction);
  transaction.commit();
}

http::Response remembered(const catalog::RememberedAnswer& known, const Sha256& request) {
  if (known.request != request) throw Error(ErrorKind::Conflict, msg("api.key_reused"));
  if (known.status == 0) throw Error(ErrorKind::Conflict, msg("api.key_unsettled"));
  auto response = known.status == 202 ? job_response(*body_object(known.body))
                                      : http::text_response(known.status, "application/json", known.body);
  response.headers.set("Idempotency-Replayed", "true");
  return response;
}

// The whole of what was asked: the address with its query, and the body.
Sha256 request_of(const Call& call, const std::filesystem::path& file) {
  const auto body = file.empty() ? sha256(call.request.body.text()) : sha256_file(file);
  std::string whole = call.request.path();
  for (const auto& [name, value] : call.request.query) whole += '\n' + name + '=' + value;
  return sha256(whole + '\n' + body.text());
}

}  // namespace

http::Response keyed(Call& call, const std::filesystem::path& file, const std::function<http::Response()>& work) {
  const std::string key(call.request.headers.get("Idempotency-Key"));
  if (key.empty() || call.request.method != http::Method::Post) return work();
  if (key.size() > kLongestKey) throw Error(ErrorKind::Usage, msg("api.bad_key", kLongestKey));
  const Sha256 request = request_of(call, file);
  auto& archive = call.face.writing();
  if (const auto known = catalog::find_remembered(archive.database(), archive.actor(), key))
    return remembered(*known, request);
  change(call, [&](catalog::Transaction& transaction) { catalog::begin_remembering(transaction, key, request); });
  http::Response response;
  try {
    response = work();
  } catch (...) {
    change(call, [&](catalog::Transaction& transaction) { catalog::forget_answer(transaction, key); });
    throw;
  }
  change(call, [&](catalog::Transaction& transaction) {
    const auto* text = std::get_if<std::string>(&response.body);
    if (response.status < 300 && text) catalog::remember_answer(transaction, key, response.status, *text);
    else catalog::forget_answer(transaction, key);
  });
  return response;
}

}  // namespace twofold::app::api

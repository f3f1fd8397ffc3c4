#pragma once
// The face of one request, or of one job: the answer is kept as an object, the shared archive is borrowed for as long
// as the face lives.

#include "app/face.h"
#include "app/server/api/shared_archive.h"
#include "archive/turns.h"

#include <Poco/JSON/Object.h>
#include <optional>

namespace twofold::app::api {

// Who asks, and from where.
struct Caller {
  std::string token;         // of a session or a program
  std::string on_behalf_of;  // the owner of a job, whose token is not kept
  std::string address;       // of the peer
  std::string request;       // "POST /loans", for the events
};

class RequestFace final : public Face, private archive::Logbook {
 public:
  // Changes wait for their turn as long as `patience`; then Error{Conflict, "archive.busy_now"}.
  RequestFace(SharedArchive& shared, Caller caller, std::chrono::milliseconds patience);
  ~RequestFace() override;

  const std::optional<Poco::JSON::Object>& answered() const { return answer_; }
  void give_secret(std::string secret) { secret_ = std::move(secret); }
  void watch(ProgressSink& progress, std::function<void(const Poco::JSON::Object&)> listener) {
    progress_ = &progress;
    listener_ = std::move(listener);
  }
  // Between its work a job lets others write.
  SharedArchive::Writing* held() { return writing_ ? &*writing_ : nullptr; }
  // While false, what is looked at is not written down: for what the server itself looks up.
  void log_readings(bool on) { logging_ = on; }

  bool json() const override { return true; }
  void print(std::string_view) override {}
  void warn(std::string_view) override {}
  // Made anew: assigning to an ordered object mixes its keys with those it had.
  void answer(const Poco::JSON::Object& object) override { answer_.emplace(object); }
  void tell(const Poco::JSON::Object& part) override {
    if (listener_) listener_(part);
  }
  std::string secret() override { return secret_; }
  archive::Archive& reading() override;
  archive::Archive& writing() override;
  void let_go() override {
    writing_.reset();
    reading_.reset();
  }
  archive::Authority& authority() override { return authority_; }
  void identify() override;
  ProgressSink& progress() override { return *progress_; }
  const Clock& clock() const override { return shared_.clock(); }
  std::filesystem::path worker() const override { return shared_.reader_options().worker; }

 private:
  // Says nothing and never stops, but lets others write while a change waits for something else.
  class Patient final : public ProgressSink, public archive::TakesTurns {
   public:
    explicit Patient(RequestFace& face) : face_(face) {}
    void report(const Progress&) override {}
    bool cancelled() const override { return false; }
    void aside(const std::function<void()>& work) override;
    bool others_wait() const override { return face_.shared_.others_wait(); }
    void between_steps() override {}

   private:
    RequestFace& face_;
  };

  void write(archive::LogEntry entry) override;

  SharedArchive& shared_;
  const Caller caller_;
  const std::chrono::milliseconds patience_;
  archive::Authority authority_;
  std::optional<SharedArchive::Reading> reading_;
  std::optional<SharedArchive::Writing> writing_;
  std::optional<Poco::JSON::Object> answer_;
  std::string secret_;
  Patient patient_{*this};
  ProgressSink* progress_ = &patient_;
  std::function<void(const Poco::JSON::Object&)> listener_;
  bool logging_ = true;
};

}  // namespace twofold::app::api

#include "app/server/api/request_face.h"

#include "base/error.h"

namespace twofold::app::api {

RequestFace::RequestFace(SharedArchive& shared, Caller caller, std::chrono::milliseconds patience)
    : shared_(shared),
      caller_(std::move(caller)),
      patience_(patience),
      authority_(shared.layout().root, shared.clock(), {"", "", caller_.token, caller_.address, caller_.request},
                 this) {}

RequestFace::~RequestFace() = default;

// What has been changed must be seen by what follows: whoever holds the writing archive reads from it.
archive::Archive& RequestFace::reading() {
  if (writing_) return writing_->archive();
  if (!reading_) reading_.emplace(shared_, shared_.take_reader());
  return reading_->archive();
}

archive::Archive& RequestFace::writing() {
  if (!writing_) writing_.emplace(shared_, authority_.actor().name, authority_.origin(), patience_);
  return writing_->archive();
}

void RequestFace::identify() {
  auto& archive = reading();
  // Without people whoever has the machine's own account may do everything; whoever has a network may do nothing.
  if (!catalog::has_people(archive.database())) throw Error(ErrorKind::Refused, msg("session.first_run"));
  if (!caller_.on_behalf_of.empty())
    return authority_.act_for(archive.database(), archive.profile(), caller_.on_behalf_of);
  if (caller_.token.empty()) throw Error(ErrorKind::Refused, msg("session.none"));
  authority_.identify(archive.database(), archive.profile());
}

void RequestFace::Patient::aside(const std::function<void()>& work) {
  if (face_.writing_) face_.writing_->aside(work);
  else work();
}

void RequestFace::write(archive::LogEntry entry) {
  if (!logging_) return;
  if (writing_) return writing_->log(entry);
  shared_.write(std::move(entry));
}

}  // namespace twofold::app::api

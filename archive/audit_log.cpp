#include "archive/audit_log.h"

#include "archive/signing_key.h"
#include "base/append.h"
#include "base/error.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fstream>

namespace twofold::archive {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kFirstLine = "twofold audit log 1";
constexpr std::string_view kAnchor = "anchor";

std::string signed_text(const catalog::ChainHead& head) {
  return fmt::format("{}\n{}:{}", kFirstLine, head.seq, head.hash.text());
}

std::string anchored_text(const std::string& time, const catalog::ChainHead& head) {
  return fmt::format("{} {} {} {}", kAnchor, time, head.seq, head.hash.text());
}

// Cuts off the word before the next blank.
std::string_view next_word(std::string_view& line) {
  const auto end = std::min(line.find(' '), line.size());
  const auto word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

// Digits and digests count in the one way in which they are written, so that no bit of a line can change unseen.
std::optional<std::int64_t> number_in(std::string_view word) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || std::to_string(number) != word) return std::nullopt;
  return number;
}

bool is_lower_hex(std::string_view word) {
  return word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<Sha256> digest_in(std::string_view word) {
  if (word.size() != 2 * Sha256::kBytes || !is_lower_hex(word)) return std::nullopt;
  return Sha256::parse(word);
}

class LogReader {
 public:
  LogReader(const fs::path& log, const catalog::KnownHeads& known, const std::optional<std::string>& key)
      : in_(log, std::ios::binary), known_(known), key_(key) {
    if (!in_) throw Error(ErrorKind::Io, msg("file.cannot_read", log.string(), "open"));
  }

  AuditLogCheck check() {
    if (!read_line() || line_ != kFirstLine) fail("audit.foreign_line");
    bool ended = false;
    while (!result_.fault && !ended) {
      if (!read_line()) fail("audit.truncated");
      else if (line_.starts_with("head ")) ended = true;
      else take_event();
    }
    if (ended) take_head();
    result_.head = chain_.head();
    return result_;
  }

 private:
  // A last line without its end has been cut.
  bool read_line() { return std::getline(in_, line_) && !in_.eof(); }
  void fail(const char* reason) { result_.fault = catalog::ChainFault{chain_.head().seq + 1, reason}; }

  void take_event() {
    std::string_view rest = line_;
    const auto seq = number_in(next_word(rest));
    const auto hash = digest_in(next_word(rest));
    if (!seq) return fail("audit.gap");
    if (!hash) return fail("audit.hash_differs");
    result_.fault = chain_.take(*seq, rest, *hash);
    for (; !result_.fault && next_known_ < known_.size() && known_[next_known_].seq <= *seq; ++next_known_)
      if (known_[next_known_].seq == *seq && known_[next_known_].hash != *hash)
        result_.fault = catalog::ChainFault{*seq, "audit.hash_differs"};
  }

  void take_head() {
    std::string_view rest = line_;
    next_word(rest);
    const auto seq = number_in(next_word(rest));
    const auto hash = digest_in(next_word(rest));
    const std::string key(next_word(rest));
    const std::string_view signature = rest;
    result_.public_key = key;
    const catalog::ChainHead& head = chain_.head();
    if (seq && *seq > head.seq) return fail("audit.truncated");
    if (!seq || !hash || *seq != head.seq || *hash != head.hash || !is_lower_hex(key) || !is_lower_hex(signature) ||
        (key_ && *key_ != key) || !verify_with(key, signed_text(head), signature))
      return fail("audit.signature_wrong");
    if (in_.peek() != std::ifstream::traits_type::eof()) return fail("audit.foreign_line");
    if (next_known_ < known_.size()) fail("audit.truncated");
  }

  std::ifstream in_;
  const catalog::KnownHeads& known_;
  const std::optional<std::string>& key_;
  std::size_t next_known_ = 0;
  std::string line_;
  catalog::ChainCheck chain_;
  AuditLogCheck result_;
};

}  // namespace

std::string archive_key(const Archive& archive) { return public_key(archive.layout().keys()); }

catalog::ChainHead export_audit_log(Archive& archive, const fs::path& target) {
  const ScratchFolder scratch(fs::absolute(target).parent_path());
  const fs::path fresh = scratch.path() / "log";
  std::ofstream out(fresh, std::ios::binary);
  out << kFirstLine << '\n';
  catalog::ChainHead head;
  catalog::each_event(archive.database(), [&](const catalog::Event& event) {
    out << event.seq << ' ' << event.hash.text() << ' ' << event.bytes << '\n';
    head = {event.seq, event.hash};
  });
  const fs::path keys = archive.layout().keys();
  out << fmt::format("head {} {} {} {}\n", head.seq, head.hash.text(), public_key(keys), sign(keys, signed_text(head)));
  out.close();
  if (!out) throw Error(ErrorKind::Io, msg("file.cannot_write", target.string(), "write"));
  move_durably(fresh, target);
  return head;
}

AuditLogCheck verify_audit_log(const fs::path& log, const catalog::KnownHeads& known,
                               const std::optional<std::string>& public_key) {
  return LogReader(log, known, public_key).check();
}

catalog::ChainHead anchor_audit(Archive& archive, const fs::path& anchors) {
  const auto head = catalog::chain_head(archive.database());
  const fs::path keys = archive.layout().keys();
  const std::string said = anchored_text(archive.clock().now().text(), head);
  append_durably(anchors, fmt::format("{} {} {}\n", said, public_key(keys), sign(keys, said)));
  return head;
}

catalog::KnownHeads read_anchors(const fs::path& anchors, const std::optional<std::string>& public_key) {
  std::ifstream in(anchors, std::ios::binary);
  if (!in) throw Error(ErrorKind::Io, msg("file.cannot_read", anchors.string(), "open"));
  catalog::KnownHeads heads;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    std::string_view rest = line;
    const auto word = next_word(rest);
    const auto time = next_word(rest);
    const auto seq = number_in(next_word(rest));
    const auto hash = digest_in(next_word(rest));
    const auto key = next_word(rest);
    if (word != kAnchor || !seq || !hash || !is_lower_hex(key) || !is_lower_hex(rest) ||
        (public_key && *public_key != key) ||
        !verify_with(key, anchored_text(std::string(time), {*seq, *hash}), rest))
      throw Error(ErrorKind::Corrupt, msg("audit.anchor_unsound", anchors.string(), number));
    heads.push_back({*seq, *hash});
  }
  std::ranges::sort(heads, {}, &catalog::ChainHead::seq);
  return heads;
}

}  // namespace twofold::archive

// Mails: the header that matters, the text, the attachments.
#include "base/text.h"
#include "scanner/worker/charset.h"
#include "scanner/worker/containers/unpack.h"
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/failure.h"

#include <gmime/gmime.h>

#include <array>
#include <fstream>
#include <memory>

namespace twofold::scanner {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Ref = std::unique_ptr<T, Unref>;

struct Free {
  void operator()(char* text) const { g_free(text); }
};
using CText = std::unique_ptr<char, Free>;

constexpr int kDeepest = 30;

std::string bytes_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (!content) return {};
  const Ref<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, memory.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
  return bytes && bytes->data ? std::string(reinterpret_cast<const char*>(bytes->data), bytes->len) : std::string();
}

bool is_type(GMimeObject* object, const char* type, const char* subtype) {
  GMimeContentType* const said = g_mime_object_get_content_type(object);
  return said && g_mime_content_type_is_type(said, type, subtype);
}

std::string parameter(GMimeObject* object, const char* name) {
  GMimeContentType* const type = g_mime_object_get_content_type(object);
  const char* value = type ? g_mime_content_type_get_parameter(type, name) : nullptr;
  return value ? value : "";
}

bool is_signature(GMimeObject* object) {
  return is_type(object, "application", "pgp-signature") || is_type(object, "application", "pkcs7-signature") ||
         is_type(object, "application", "x-pkcs7-signature");
}

bool is_encrypted(GMimeObject* object) {
  if (is_type(object, "multipart", "encrypted")) return true;
  const bool cms = is_type(object, "application", "pkcs7-mime") || is_type(object, "application", "x-pkcs7-mime");
  return cms && parameter(object, "smime-type") != "signed-data" && parameter(object, "smime-type") != "certs-only";
}

// Lines of a flowing paragraph end in a space; `deleting`: a space that is not part of the text.
std::string unflowed(const std::string& text, bool deleting) {
  std::string made;
  for (const std::string& line : split(text, '\n')) {
    const bool flows = line.ends_with(' ') && line != "-- ";
    made.append(line, 0, line.size() - (flows && deleting ? 1 : 0));
    if (!flows) made += '\n';
  }
  return made;
}

// Where no charset is said, in headers too.
GMimeParserOptions* options() {
  static GMimeParserOptions* const made = [] {
    static constexpr std::array<const char*, 5> kCharsets{"utf-8", "gb18030", "big5", "iso-8859-1", nullptr};
    GMimeParserOptions* fresh = g_mime_parser_options_new();
    g_mime_parser_options_set_fallback_charsets(fresh, const_cast<const char**>(kCharsets.data()));
    return fresh;
  }();
  return made;
}

class MailReader {
 public:
  explicit MailReader(const Job& job) : job_(job) {}

  Answer read(GMimeMessage* message) {
    std::filesystem::create_directories(job_.scratch / "enclosed");
    GMimeObject* const body = g_mime_message_get_mime_part(message);
    if (body && is_encrypted(body)) throw ReadFailure(Failure::Encrypted, "the mail is encrypted");
    if (body) walk(body, {}, 0);
    if (trim(text_).starts_with("-----BEGIN PGP MESSAGE-----")) {
      throw ReadFailure(Failure::Encrypted, "the mail is encrypted");
    }
    const char* subject = g_mime_message_get_subject(message);
    if (subject) document_.title = decode_text(subject);
    document_.parts.push_back(headers(message) + '\n' + text_);
    Answer answer = to_answer(document_, job_, job_.source);
    answer.enclosed = std::move(enclosed_);
    return answer;
  }

 private:
  struct Place {
    bool related = false;   // inside of a page with its pictures
    bool repeated = false;  // says again what was taken in another form
  };

  static std::string headers(GMimeMessage* message) {
    std::string text;
    for (const char* name : {"From", "To", "Cc", "Bcc", "Date", "Subject"}) {
      const char* value = g_mime_object_get_header(GMIME_OBJECT(message), name);
      if (!value) continue;
      const CText decoded(g_mime_utils_header_decode_text(options(), value));
      text += std::string(name) + ": " + decode_text(decoded.get()) + '\n';
    }
    return text;
  }

  void walk(GMimeObject* object, Place place, int depth) {
    if (depth > kDeepest) throw ReadFailure(Failure::TooLarge, "parts nested too deeply");
    if (GMIME_IS_MULTIPART(object)) {
      if (is_type(object, "multipart", "alternative")) return walk_alternatives(GMIME_MULTIPART(object), place, depth);
      place.related = place.related || is_type(object, "multipart", "related");
      each_part(GMIME_MULTIPART(object), [&](GMimeObject* part) { walk(part, place, depth + 1); });
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      enclose_message(GMIME_MESSAGE_PART(object));
    } else if (GMIME_IS_PART(object) && !is_signature(object)) {
      take_part(GMIME_PART(object), place);
    }
  }

  template <class Take>
  static void each_part(GMimeMultipart* parts, const Take& take) {
    const int count = g_mime_multipart_get_count(parts);
    for (int i = 0; i < count; ++i) take(g_mime_multipart_get_part(parts, i));
  }

  // The plain text if it says anything, else the page; what else is there may hold pictures.
  void walk_alternatives(GMimeMultipart* parts, Place place, int depth) {
    GMimeObject* chosen = nullptr;
    each_part(parts, [&](GMimeObject* part) {
      const bool plain = GMIME_IS_PART(part) && is_type(part, "text", "plain");
      if (plain && !chosen && !trim(text_of(GMIME_PART(part))).empty()) chosen = part;
    });
    each_part(parts, [&](GMimeObject* part) {
      Place its = place;
      its.repeated = place.repeated || (chosen && part != chosen);
      walk(part, its, depth + 1);
    });
  }

  void take_part(GMimePart* part, Place place) {
    GMimeObject* const object = GMIME_OBJECT(part);
    const char* name = g_mime_part_get_filename(part);
    const bool attached = name || g_mime_part_is_attachment(part);
    if (place.related && is_type(object, "image", "*") && !g_mime_part_is_attachment(part)) {
      text_ += document_.pictures.mark_bytes(bytes_of(part)) + '\n';
    } else if (attached || !is_type(object, "text", "*")) {
      enclose(name ? name : "attachment", bytes_of(part));
    } else if (place.repeated) {
      return;
    } else if (is_type(object, "text", "html")) {
      text_ += html_text(bytes_of(part), parameter(object, "charset"), document_.pictures) + '\n';
    } else {
      text_ += text_of(part) + '\n';
    }
  }

  static std::string text_of(GMimePart* part) {
    GMimeObject* const object = GMIME_OBJECT(part);
    std::string text = decode_text(bytes_of(part), parameter(object, "charset"));
    return parameter(object, "format") == "flowed" ? unflowed(text, parameter(object, "delsp") == "yes") : text;
  }

  void enclose_message(GMimeMessagePart* part) {
    GMimeMessage* message = g_mime_message_part_get_message(part);
    if (!message) return;
    const CText text(g_mime_object_to_string(GMIME_OBJECT(message), nullptr));
    const char* subject = g_mime_message_get_subject(message);
    std::string name = subject && *subject ? decode_text(subject) : "message";
    for (char& c : name) c = c == '/' || c == '\\' ? '_' : c;
    enclose(name + ".eml", text ? text.get() : "");
  }

  void enclose(std::string_view name, std::string_view bytes) {
    if (enclosed_.size() >= job_.limits.most_entries) throw ReadFailure(Failure::TooLarge, "too many parts");
    const std::filesystem::path path = enclosed_path(job_.scratch, enclosed_.size());
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    if (!out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush()) {
      throw std::filesystem::filesystem_error("cannot write", path, std::make_error_code(std::errc::io_error));
    }
    enclosed_.push_back(safe_name(name));
  }

  const Job& job_;
  DocumentText document_;
  std::string text_;
  std::vector<std::string> enclosed_;
};

}  // namespace

Answer read_mail(const Job& job) {
  static const bool ready = (g_mime_init(), true);
  static_cast<void>(ready);
  const std::string bytes = read_bounded(job.source);
  const Ref<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Ref<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Ref<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options()));
  if (!message) throw ReadFailure(Failure::Corrupt, "the mail cannot be parsed");
  return MailReader(job).read(message.get());
}

}  // namespace twofold::scanner

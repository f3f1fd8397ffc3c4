// Mails: the header that matters, the text, the attachments.
#include "scanner/worker/charset.h"
#include "scanner/worker/containers/unpack.h"
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/failure.h"

#include <gmime/gmime.h>

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

class MailReader {
 public:
  explicit MailReader(const Job& job) : job_(job) {}

  Answer read(GMimeMessage* message) {
    std::filesystem::create_directories(job_.scratch / "enclosed");
    if (GMimeObject* body = g_mime_message_get_mime_part(message)) walk(body, 0);
    const char* subject = g_mime_message_get_subject(message);
    if (subject) answer_.title = decode_text(subject);
    std::string body = plain_.empty() && !html_.empty() ? read_html(html_).parts.at(0) : plain_;
    answer_.pages = to_pages({{}, {headers(message) + '\n' + body}, true});
    return std::move(answer_);
  }

 private:
  static std::string headers(GMimeMessage* message) {
    std::string text;
    for (const char* name : {"From", "To", "Cc", "Date", "Subject"}) {
      const char* value = g_mime_object_get_header(GMIME_OBJECT(message), name);
      if (!value) continue;
      const CText decoded(g_mime_utils_header_decode_text(nullptr, value));
      text += std::string(name) + ": " + decode_text(decoded.get()) + '\n';
    }
    return text;
  }

  void walk(GMimeObject* object, int depth) {
    if (depth > kDeepest) throw ReadFailure(Failure::TooLarge, "parts nested too deeply");
    if (GMIME_IS_MULTIPART(object)) {
      const int parts = g_mime_multipart_get_count(GMIME_MULTIPART(object));
      for (int i = 0; i < parts; ++i) walk(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), depth + 1);
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      enclose_message(GMIME_MESSAGE_PART(object));
    } else if (GMIME_IS_PART(object)) {
      take_part(GMIME_PART(object));
    }
  }

  void take_part(GMimePart* part) {
    const char* name = g_mime_part_get_filename(part);
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    const bool attached = name || g_mime_part_is_attachment(part);
    if (!attached && g_mime_content_type_is_type(type, "text", "html")) {
      html_ += text_of(part, type);
    } else if (!attached && (!type || g_mime_content_type_is_type(type, "text", "*"))) {
      plain_ += text_of(part, type) + '\n';
    } else {
      enclose(name ? name : "attachment", bytes_of(part));
    }
  }

  static std::string text_of(GMimePart* part, GMimeContentType* type) {
    const char* charset = type ? g_mime_content_type_get_parameter(type, "charset") : nullptr;
    return decode_text(bytes_of(part), charset ? charset : "");
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
    if (answer_.enclosed.size() >= job_.limits.most_entries) throw ReadFailure(Failure::TooLarge, "too many parts");
    const std::filesystem::path path = enclosed_path(job_.scratch, answer_.enclosed.size());
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    if (!out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush()) {
      throw std::filesystem::filesystem_error("cannot write", path, std::make_error_code(std::errc::io_error));
    }
    answer_.enclosed.push_back(safe_name(name));
  }

  const Job& job_;
  Answer answer_;
  std::string plain_, html_;
};

}  // namespace

Answer read_mail(const Job& job) {
  static const bool ready = (g_mime_init(), true);
  static_cast<void>(ready);
  const std::string bytes = read_bounded(job.source);
  const Ref<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Ref<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Ref<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) throw ReadFailure(Failure::Corrupt, "the mail cannot be parsed");
  return MailReader(job).read(message.get());
}

}  // namespace twofold::scanner

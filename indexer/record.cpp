#include "indexer/record.h"

#include "base/error.h"

#include <charconv>
#include <zlib.h>

namespace twofold::indexer {
namespace {

// A number and a colon, then as many bytes.
void put(std::string& out, std::string_view text) {
  out += std::to_string(text.size());
  out += ':';
  out += text;
}

class Cursor {
 public:
  explicit Cursor(std::string_view data) : rest_(data) {}
  bool done() const { return rest_.empty(); }

  std::string_view take() {
    const auto colon = rest_.find(':');
    std::size_t length = 0;
    if (colon == std::string_view::npos) fail();
    std::from_chars(rest_.data(), rest_.data() + colon, length);
    if (length > rest_.size() - colon - 1) fail();
    const auto text = rest_.substr(colon + 1, length);
    rest_.remove_prefix(colon + 1 + length);
    return text;
  }
  int take_number() {
    int value = 0;
    const auto text = take();
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }

 private:
  [[noreturn]] static void fail() { throw Error(ErrorKind::Corrupt, msg("index.damaged")); }
  std::string_view rest_;
};

std::string packed(std::string_view text) {
  uLongf size = compressBound(text.size());
  std::string out(size, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size(), Z_BEST_SPEED);
  out.resize(size);
  return out;
}

std::string unpacked(std::string_view bytes, std::size_t size) {
  std::string out(size, '\0');
  uLongf got = size;
  const int code = uncompress(reinterpret_cast<Bytef*>(out.data()), &got, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
  if (code != Z_OK || got != size) throw Error(ErrorKind::Corrupt, msg("index.damaged"));
  return out;
}

}  // namespace

std::string write_record(const Document& document) {
  std::string out;
  put(out, document.number);
  put(out, document.title);
  put(out, document.customer_name);
  put(out, document.storage_id);
  put(out, document.shelf);
  put(out, std::to_string(document.category));
  std::string pages;
  for (const auto& page : document.pages) {
    put(pages, std::to_string(page.number));
    put(pages, page.text);
  }
  put(out, std::to_string(pages.size()));
  put(out, packed(pages));
  return out;
}

Record read_record(const std::string& data, bool with_pages) {
  Cursor cursor(data);
  Record record;
  for (std::string* field : {&record.number, &record.title, &record.customer_name, &record.storage_id, &record.shelf})
    *field = cursor.take();
  record.category = cursor.take_number();
  if (!with_pages) return record;
  const auto size = static_cast<std::size_t>(cursor.take_number());
  const std::string pages = unpacked(cursor.take(), size);
  for (Cursor page(pages); !page.done();) {
    const int number = page.take_number();
    record.pages.push_back({number, std::string(page.take())});
  }
  return record;
}

}  // namespace twofold::indexer

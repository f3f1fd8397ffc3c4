#include "indexer/record.h"

#include "base/error.h"

#include <charconv>
#include <memory>
#include <zstd.h>

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
  [[noreturn]] static void fail() { throw Error(ErrorKind::Corrupt, msg("index.damaged", "", "record")); }
  std::string_view rest_;
};

std::string packed(std::string_view text) {
  thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  std::string out(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size = ZSTD_compressCCtx(context.get(), out.data(), out.size(), text.data(), text.size(), ZSTD_CLEVEL_DEFAULT);
  if (ZSTD_isError(size) != 0) throw Error(ErrorKind::Internal, msg("index.damaged", "", ZSTD_getErrorName(size)));
  out.resize(size);
  return out;
}

std::string unpacked(std::string_view bytes, std::size_t size) {
  thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  std::string out(size, '\0');
  if (ZSTD_decompressDCtx(context.get(), out.data(), size, bytes.data(), bytes.size()) != size)
    throw Error(ErrorKind::Corrupt, msg("index.damaged", "", "page texts"));
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
  std::string others;
  for (const auto* other : {&document.manager, &document.responsible, &document.document_type_name, &document.customer_number,
                            &document.document_number, &document.earlier_number})
    if (!other->empty()) put(others, *other);
  put(out, others);
  std::string pages;
  for (const auto& page : document.pages) {
    put(pages, std::to_string(page.number));
    put(pages, page.text);
  }
  put(out, std::to_string(pages.size()));
  put(out, packed(pages));
  return out;
}

Record read_record(const std::string& data) {
  Cursor cursor(data);
  Record record;
  for (std::string* field : {&record.number, &record.title, &record.customer_name, &record.storage_id, &record.shelf})
    *field = cursor.take();
  record.category = cursor.take_number();
  for (Cursor other(cursor.take()); !other.done();) record.others.emplace_back(other.take());
  const auto size = static_cast<std::size_t>(cursor.take_number());
  const std::string pages = unpacked(cursor.take(), size);
  for (Cursor page(pages); !page.done();) {
    const int number = page.take_number();
    record.pages.push_back({number, std::string(page.take()), {}});
  }
  return record;
}

}  // namespace twofold::indexer

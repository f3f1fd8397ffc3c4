// Pages of an item: their list, pictures, words, and the files themselves.

#include "app/server/api/page_handlers.h"

#include "app/commands/records.h"
#include "app/server/api/page_pictures.h"
#include "archive/words_record.h"
#include "base/files.h"

#include <charconv>

namespace twofold::app::api {
namespace {

constexpr int kDefaultWidth = 1000, kThumbnailWidth = 160;

int number_of(const std::string& text, const std::string& name) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1)
    throw Error(ErrorKind::Usage, msg("api.field_type", name, "1, 2, 3 …"));
  return value;
}

catalog::Item permitted(Call& call, catalog::Action action) {
  call.admit(action);
  const std::string& number = call.path("number");
  const auto& database = call.face.reading().database();
  auto item = require_item(database, number);
  call.face.authority().require(action, catalog::access_of(database, item), number);
  return item;
}

// To be read, which is written down before anything is shown. Until it is filed, those who file it, who have the paper
// in their hands, describe it and sort its pages, look at it as well.
catalog::Item readable(Call& call) {
  auto item = permitted(call, catalog::Action::Describe);
  auto& authority = call.face.authority();
  const bool in_hand = item.state < catalog::ItemState::Filed && authority.somewhere(catalog::Action::File);
  if (!in_hand) authority.require(catalog::Action::Read, catalog::access_of(call.face.reading().database(), item), item.number());
  call.rooms.pictures.get_ready();
  if (call.rooms.pictures.is_new_reading(authority.actor().name, item.id, call.face.clock().now()))
    authority.note("item.read", item.number());
  return item;
}

http::Response picture(Call& call, int width) {
  const auto item = readable(call);
  const int page = number_of(call.path("page"), "page");
  const auto path = call.rooms.pictures.picture(call.face.reading(), item, page, width);
  http::Response response;
  response.headers.set("Content-Type", "image/jpeg");
  // The same page is the same picture, for this person alone, and not for long: rights may end.
  response.headers.set("Cache-Control", "private, max-age=300");
  response.body = http::FileContent{path, "image/jpeg",
                                    path.parent_path().filename().string().substr(0, 32) + '-' + path.stem().string()};
  return response;
}

http::Response file(Call& call, const std::string& role) {
  call.know_query({});
  const auto item = permitted(call, catalog::Action::Print);
  auto& archive = call.face.reading();
  const auto object = catalog::object_of(archive.database(), item.id, role);
  if (!object || !archive.store().size_of(object->sha256))
    throw Error(ErrorKind::NotFound, msg("picture.no_file", item.number()));
  call.face.authority().note("item.exported", item.number(), {{"file", role}});
  http::Response response;
  response.headers.set("Cache-Control", "no-store");
  response.body =
      http::FileContent{archive.store().path_of(object->sha256), "application/octet-stream", object->sha256.text()};
  const std::string ending = role == "original" ? std::filesystem::path(item.source_name).extension().string() : ".pdf";
  response.download_name = item.number() + ending;
  return response;
}

}  // namespace

http::Response list_pages(Call& call) {
  call.know_query({});
  const auto item = permitted(call, catalog::Action::Describe);
  auto& archive = call.face.reading();
  Array pages;
  for (const auto& page : catalog::pages_of(archive.database(), item.id)) {
    Object record = ordered_object();
    record.set("page", page.number);
    record.set("width", page.width);
    record.set("height", page.height);
    record.set("blank", page.blank);
    record.set("recognised", page.recognised);
    record.set("confidence", page.confidence);
    record.set("picture", page.width > 0 || archive::picture_source(archive, item, page.number).has_value());
    pages.add(record);
  }
  Object answer = ordered_object();
  answer.set("number", item.number());
  answer.set("pages", pages);
  return json_response(200, answer);
}

http::Response page_image(Call& call) {
  call.know_query({"width"});
  const auto wanted = call.request.parameter("width");
  return picture(call, wanted ? number_of(*wanted, "width") : kDefaultWidth);
}

http::Response page_thumbnail(Call& call) {
  call.know_query({});
  return picture(call, kThumbnailWidth);
}

http::Response page_words(Call& call) {
  call.know_query({});
  const auto item = readable(call);
  const int number = number_of(call.path("page"), "page");
  auto& archive = call.face.reading();
  const auto object = catalog::object_of(archive.database(), item.id, "words");
  const auto page =
      object ? archive::words_of_page(read_file(archive.store().path_of(object->sha256)), number) : std::nullopt;
  if (!page) throw Error(ErrorKind::NotFound, msg("picture.none", item.number(), number));
  Array words;
  for (const auto& word : page->words) {
    Object record = ordered_object();
    record.set("text", word.text);
    record.set("left", word.box.left);
    record.set("top", word.box.top);
    record.set("width", word.box.width);
    record.set("height", word.box.height);
    record.set("confidence", word.confidence);
    record.set("line", word.line);
    words.add(record);
  }
  Object answer = ordered_object();
  answer.set("number", item.number());
  answer.set("page", number);
  answer.set("width", page->width);
  answer.set("height", page->height);
  answer.set("words", words);
  return json_response(200, answer);
}

http::Response original_file(Call& call) { return file(call, "original"); }
http::Response reading_copy_file(Call& call) { return file(call, "reading_copy"); }

}  // namespace twofold::app::api

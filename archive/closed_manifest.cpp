#include "archive/closed_manifest.h"

#include "archive/portions.h"
#include "catalog/events.h"
#include "catalog/items.h"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <sstream>

namespace twofold::archive {
namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;


Object object_record(std::string_view role, const catalog::StoredObject& object) {
  Object record(Poco::JSON_PRESERVE_KEY_ORDER);
  record.set("role", std::string(role));
  record.set("sha256", object.sha256.text());
  record.set("size", object.size);
  record.set("format", object.format);
  return record;
}

Object item_record(const catalog::Database& database, const catalog::Item& item) {
  Object record(Poco::JSON_PRESERVE_KEY_ORDER);
  record.set("reference_code", item.number());
  record.set("storage_id", item.storage_id.text());
  record.set("title", item.title);
  record.set("date", item.date ? item.date->text() : "");
  record.set("pages", item.page_count);
  Array objects;
  for (const std::string_view role : {"original", "reading_copy", "words"})
    if (const auto object = catalog::object_of(database, item.id, role)) objects.add(object_record(role, *object));
  record.set("objects", objects);
  return record;
}

}  // namespace

std::string closed_manifest(Archive& archive, const catalog::Volume& volume) {
  const auto& database = archive.database();
  const auto head = catalog::chain_head(database);
  Object manifest(Poco::JSON_PRESERVE_KEY_ORDER);
  manifest.set("format", "twofold-closed-volume/1");
  manifest.set("volume", volume.code.text());
  manifest.set("closed_on", archive.clock().today().text());
  manifest.set("event", head.seq);
  manifest.set("event_hash", head.hash.text());
  Array items;
  catalog::ItemFilter filter;
  filter.volume_id = volume.id;
  std::int64_t after = 0;
  for (;;) {
    const auto batch = catalog::list_items(database, filter, after, kItemsAtOnce);
    for (const auto& item : batch) items.add(item_record(database, item));
    if (batch.size() < kItemsAtOnce) break;
    after = batch.back().id;
  }
  manifest.set("items", items);
  std::ostringstream out;
  manifest.stringify(out, 1);
  return out.str() + '\n';
}

std::vector<Message> check_manifest(Archive& archive, std::string_view manifest) {
  std::vector<Message> faults;
  Poco::JSON::Parser parser;
  const auto root = parser.parse(std::string(manifest)).extract<Object::Ptr>();
  const auto items = root->getArray("items");
  for (unsigned i = 0; i < items->size(); ++i) {
    const auto item = items->getObject(i);
    const auto number = item->getValue<std::string>("reference_code");
    const auto objects = item->getArray("objects");
    for (unsigned j = 0; j < objects->size(); ++j) {
      const auto object = objects->getObject(j);
      const auto sha256 = Sha256::parse(object->getValue<std::string>("sha256"));
      const auto size = archive.store().size_of(sha256);
      if (!size && catalog::is_destroyed(archive.database(), sha256)) continue;
      if (!size) faults.push_back(msg("manifest.object_missing", number, sha256));
      else if (*size != object->getValue<std::uint64_t>("size") || sha256_file(archive.store().path_of(sha256)) != sha256)
        faults.push_back(msg("manifest.object_differs", number, sha256));
    }
  }
  return faults;
}

}  // namespace twofold::archive

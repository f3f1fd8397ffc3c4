#include "app/server/api/profile.h"

#include "app/commands/records.h"

namespace twofold::app::api {
namespace {

Object name_record(const catalog::BilingualName& name) {
  Object record = ordered_object();
  record.set("zh", name.chinese);
  record.set("en", name.english);
  return record;
}

Array categories_of(const catalog::Profile& profile) {
  Array list;
  for (const auto& category : profile.categories) {
    Object record = ordered_object();
    record.set("number", category.number);
    record.set("name", name_record(category.name));
    record.set("has_customer", category.has_customer);
    record.set("signing_order", category.signing_order);
    list.add(record);
  }
  return list;
}

Array types_of(const catalog::Profile& profile) {
  Array list;
  for (const auto& type : profile.document_types) {
    Object record = ordered_object();
    record.set("key", type.key);
    record.set("category", type.category);
    record.set("name", name_record(type.name));
    record.set("required", type.required);
    record.set("required_for", type.required_for);
    record.set("copy", type.copy);
    record.set("site_photo", type.site_photo);
    record.set("other_half", type.other_half);
    record.set("important", type.important);
    record.set("voucher", type.voucher);
    record.set("retention", catalog::text(type.retention));
    list.add(record);
  }
  return list;
}

Array fields_of(const catalog::Profile& profile) {
  Array list;
  for (const auto& field : profile.customer_fields) {
    Object record = ordered_object();
    record.set("key", field.key);
    record.set("name", name_record(field.name));
    record.set("required", field.required);
    list.add(record);
  }
  return list;
}

}  // namespace

http::Response get_profile(Call& call) {
  call.know_query({});
  call.admit(std::nullopt);
  const auto& profile = call.face.reading().profile();
  Array classes;
  for (const auto& each : profile.customer_classes) classes.add(each);
  Object answer = ordered_object();
  answer.set("key", profile.key);
  answer.set("name", name_record(profile.name));
  answer.set("access", profile.access);
  answer.set("categories", categories_of(profile));
  answer.set("document_types", types_of(profile));
  answer.set("customer_fields", fields_of(profile));
  answer.set("customer_classes", classes);
  answer.set("removal_hold_months", profile.removal_hold_months);
  answer.set("cooling_months", profile.cooling_months);
  return json_response(200, answer);
}

}  // namespace twofold::app::api

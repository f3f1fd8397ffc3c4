#include "catalog/profile.h"

#include "base/error.h"
#include "base/files.h"
#include "catalog/embedded.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <toml++/toml.h>

namespace twofold::catalog {
namespace {

// Reads a profile and notes every fault with file, line and field, so that its author mends them in one go.
class ProfileReader {
 public:
  ProfileReader(const toml::table& root, std::string file) : root_(root), file_(std::move(file)) {}

  Profile read() {
    Profile profile;
    known(root_, {"key", "zh", "en", "access", "removal_hold_months", "cooling_months", "pages_per_volume", "customer_classes", "category",
                  "document_type", "customer_field", "class_rule"});
    profile.key = text(root_, "key", "");
    profile.name = name(root_, "");
    profile.access = text(root_, "access", "");
    if (profile.access != "own_customers" && profile.access != "any_customer")
      fault(place_of(root_, "access"), "access", "must be own_customers or any_customer");
    profile.removal_hold_months = number(root_, "removal_hold_months", 1);
    profile.cooling_months = number(root_, "cooling_months", 1);
    profile.pages_per_volume = number(root_, "pages_per_volume", 1);
    each("category", [&](const toml::table& row) { profile.categories.push_back(category(row)); });
    each("document_type", [&](const toml::table& row) { profile.document_types.push_back(document_type(row)); });
    each("customer_field", [&](const toml::table& row) { profile.customer_fields.push_back(customer_field(row)); });
    if (const auto* classes = root_["customer_classes"].as_array())
      for (const auto& entry : *classes) profile.customer_classes.push_back(entry.value_or(std::string()));
    if (root_.contains("class_rule")) each("class_rule", [&](const toml::table& row) { profile.class_rules.push_back(class_rule(row)); });
    check_whole(profile);
    if (!faults_.empty()) throw Error(ErrorKind::Invalid, msg("profile.invalid", faults_));
    return profile;
  }

 private:
  // A misspelt key would drop a requirement without a word (R7).
  void known(const toml::table& row, std::initializer_list<std::string_view> keys) {
    for (const auto& [key, node] : row)
      if (std::ranges::find(keys, key.str()) == keys.end()) fault(node, key.str(), "there is no such key");
  }

  void fault(const toml::node& where, std::string_view field, std::string_view reason) {
    faults_ += fmt::format("\n{}:{}: {}: {}", file_, where.source().begin.line, field, reason);
  }

  // Where the value stands, or its table where it is missing.
  static const toml::node& place_of(const toml::table& row, std::string_view key) {
    const auto* node = row.get(key);
    return node ? *node : row;
  }

  std::string text(const toml::table& row, std::string_view key, std::string_view prefix) {
    const auto value = row[key].value<std::string>();
    if (value && !value->empty()) return *value;
    fault(place_of(row, key), fmt::format("{}{}", prefix, key), "a text is required");
    return {};
  }

  std::string optional_text(const toml::table& row, std::string_view key) {
    const auto* node = row.get(key);
    if (node && !node->is_string()) fault(*node, key, "must be a text");
    return row[key].value_or(std::string());
  }

  int number(const toml::table& row, std::string_view key, int least) {
    const auto value = row[key].value<std::int64_t>();
    if (value && *value >= least && *value <= 1'000'000) return static_cast<int>(*value);
    fault(place_of(row, key), key, fmt::format("a whole number of at least {} is required", least));
    return least;
  }

  bool flag(const toml::table& row, std::string_view key) {
    const auto* node = row.get(key);
    if (node && !node->is_boolean()) fault(*node, key, "must be true or false");
    return row[key].value_or(false);
  }

  BilingualName name(const toml::table& row, std::string_view prefix) { return {text(row, "zh", prefix), text(row, "en", prefix)}; }

  template <class Take>
  void each(std::string_view key, Take take) {
    const auto* rows = root_[key].as_array();
    if (!rows || rows->empty()) return fault(root_, key, "at least one is required");
    for (const auto& row : *rows) {
      if (const auto* table = row.as_table()) take(*table);
      else fault(row, key, "must be a table");
    }
  }

  CategoryRule category(const toml::table& row) {
    known(row, {"number", "zh", "en", "without_customer", "signing_order"});
    CategoryRule rule;
    rule.number = number(row, "number", 1);
    if (rule.number > 6) fault(place_of(row, "number"), "number", "categories are 1 to 6");
    rule.name = name(row, "category.");
    rule.has_customer = !flag(row, "without_customer");
    rule.signing_order = flag(row, "signing_order");
    return rule;
  }

  DocumentType document_type(const toml::table& row) {
    known(row, {"key", "category", "zh", "en", "required", "required_for", "required_when", "current_for_months", "voucher", "important", "copy", "site_photo", "other_half",
                "retention"});
    DocumentType type;
    type.key = text(row, "key", "document_type.");
    type.category = number(row, "category", 0);
    if (type.category > 6) fault(place_of(row, "category"), "category", "categories are 1 to 6, and 0 of the daily records");
    type.name = name(row, "document_type.");
    type.required = flag(row, "required");
    type.required_for = optional_text(row, "required_for");
    if (row.contains("required_when")) type.required_when = condition(row);
    if (row.contains("current_for_months")) type.current_for_months = number(row, "current_for_months", 1);
    type.copy = flag(row, "copy");
    type.site_photo = flag(row, "site_photo");
    type.other_half = optional_text(row, "other_half");
    type.important = flag(row, "important");
    type.voucher = flag(row, "voucher");
    const auto retention = try_parse_retention(text(row, "retention", "document_type."));
    if (!retention) fault(place_of(row, "retention"), "retention", "must be Y, D30 or D10");
    type.retention = retention.value_or(Retention::Permanent);
    if (!type.key.empty() && !keys_.insert(type.key).second) fault(place_of(row, "key"), "key", "stands twice");
    return type;
  }

  // { field = "supplies", values = ["2", "3"] }
  FieldCondition condition(const toml::table& row) {
    FieldCondition found;
    const auto* table = row["required_when"].as_table();
    const auto* values = table ? (*table)["values"].as_array() : nullptr;
    if (!values || values->empty() || !values->is_homogeneous(toml::node_type::string)) {
      fault(place_of(row, "required_when"), "required_when", "must be { field = a customer field, values = [ texts ] }");
      return found;
    }
    known(*table, {"field", "values"});
    found.field = text(*table, "field", "required_when.");
    for (const auto& value : *values) found.values.push_back(value.value_or(std::string()));
    return found;
  }

  CustomerField customer_field(const toml::table& row) {
    known(row, {"key", "zh", "en", "required"});
    CustomerField field{text(row, "key", "customer_field."), name(row, "customer_field."), flag(row, "required")};
    if (!field.key.empty() && !field_keys_.insert(field.key).second) fault(place_of(row, "key"), "key", "stands twice");
    return field;
  }

  ClassRule class_rule(const toml::table& row) {
    known(row, {"class", "from_yuan", "valid_months"});
    return {text(row, "class", "class_rule."), number(row, "from_yuan", 0), row.contains("valid_months") ? number(row, "valid_months", 1) : 0};
  }

  void check_whole(const Profile& profile) {
    if (profile.categories.size() > 6) fault(root_, "category", "there are six categories");
    for (const auto& type : profile.document_types) {
      if (!type.other_half.empty() && !keys_.contains(type.other_half)) fault(root_, type.key, "its other_half is no document type");
      if (type.required_when && !field_keys_.contains(type.required_when->field))
        fault(root_, type.key, "required_when names no customer field");
    }
    for (std::size_t i = 0; i < 6; ++i)
      if (profile.categories.size() <= i || profile.categories[i].number != static_cast<int>(i) + 1)
        return fault(root_, "category", "the six categories must stand in order");
    for (const auto& type : profile.document_types)
      if (asked_of_customers(type) && (type.category < 1 || type.category > 6 || !profile.category(type.category).has_customer))
        fault(root_, type.key, "no customer can lack it: its category has none");
  }

  static bool asked_of_customers(const DocumentType& type) {
    return type.required || !type.required_for.empty() || type.required_when;
  }

  const toml::table& root_;
  std::string file_, faults_;
  std::set<std::string> keys_, field_keys_;
};

}  // namespace

const DocumentType* Profile::document_type(std::string_view wanted) const {
  const auto found = std::ranges::find(document_types, wanted, &DocumentType::key);
  return found == document_types.end() ? nullptr : &*found;
}

const DocumentType* Profile::find_document_type(std::string_view wanted) const {
  if (const auto* by_key = document_type(wanted)) return by_key;
  const auto found = std::ranges::find_if(
      document_types, [&](const DocumentType& type) { return type.name.chinese == wanted || type.name.english == wanted; });
  return found == document_types.end() ? nullptr : &*found;
}

const CategoryRule& Profile::category(int number) const { return categories.at(static_cast<std::size_t>(number - 1)); }

Profile load_profile(const std::filesystem::path& file) {
  try {
    const toml::table root = toml::parse(read_file(file), file.string());
    return ProfileReader(root, file.string()).read();
  } catch (const toml::parse_error& error) {
    throw Error(ErrorKind::Invalid,
                msg("profile.invalid", fmt::format("\n{}:{}: {}", file.string(), error.source().begin.line, error.description())));
  }
}

std::vector<std::string> shipped_profiles() {
  std::vector<std::string> keys;
  for (const auto& file : embedded_files())
    if (file.name.ends_with(".toml")) keys.emplace_back(file.name.substr(0, file.name.size() - 5));
  return keys;
}

std::string shipped_profile_text(std::string_view key) {
  for (const auto& file : embedded_files())
    if (file.name == std::string(key) + ".toml") return std::string(file.content);
  std::string known;
  for (const auto& name : shipped_profiles()) known += (known.empty() ? "" : ", ") + name;
  throw Error(ErrorKind::NotFound, msg("profile.unknown", key, known));
}

}  // namespace twofold::catalog

#include "app/server/http/headers.h"

#include <algorithm>

namespace twofold::app::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

auto named(std::string_view name) {
  return [name](const auto& field) { return same_word(field.first, name); };
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view Headers::get(std::string_view name) const {
  const auto found = std::ranges::find_if(fields_, named(name));
  return found == fields_.end() ? std::string_view() : std::string_view(found->second);
}

bool Headers::has(std::string_view name) const { return std::ranges::any_of(fields_, named(name)); }

std::size_t Headers::count(std::string_view name) const {
  return static_cast<std::size_t>(std::ranges::count_if(fields_, named(name)));
}

void Headers::add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }

void Headers::set(std::string_view name, std::string value) {
  remove(name);
  add(std::string(name), std::move(value));
}

void Headers::set_if_absent(std::string_view name, std::string value) {
  if (!has(name)) add(std::string(name), std::move(value));
}

void Headers::remove(std::string_view name) { std::erase_if(fields_, named(name)); }

}  // namespace twofold::app::http

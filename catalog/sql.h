#pragma once
// The one thin layer over Poco::Data, used inside this folder only: positional binds, rows streamed, memory flat.

#include "base/clock.h"
#include "catalog/database.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace twofold::catalog {

class Statement {
 public:
  Statement(const Database& database, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // Binds the next '?', left to right.
  Statement& bind(std::int64_t value);
  Statement& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
  Statement& bind(bool value) { return bind(static_cast<std::int64_t>(value)); }
  Statement& bind(double value);
  Statement& bind(std::string_view value);
  Statement& bind(const std::string& value) { return bind(std::string_view(value)); }
  Statement& bind(const char* value) { return bind(std::string_view(value)); }
  Statement& bind(const Date& value) { return bind(value.text()); }
  Statement& bind(const Timestamp& value) { return bind(value.milliseconds); }
  Statement& bind_blob(std::string_view bytes);
  Statement& bind_null();
  template <class Value>
  Statement& bind(const std::optional<Value>& value) {
    return value ? bind(*value) : bind_null();
  }

  bool step();                 // moves to the next row; false at the end
  std::size_t run();           // executes without rows; how many rows changed
  // Of the current row; columns from 0.
  bool is_null(std::size_t column) const;
  std::int64_t integer(std::size_t column) const;   // 0 for NULL
  double real(std::size_t column) const;
  std::string text(std::size_t column) const;       // "" for NULL
  std::string blob(std::size_t column) const;
  std::optional<Date> date(std::size_t column) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::int64_t last_insert_id(const Database& database);

}  // namespace twofold::catalog

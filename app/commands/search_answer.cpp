#include "app/commands/search_answer.h"

#include "app/cli/terminal.h"
#include "archive/word_boxes.h"

#include <fmt/format.h>
#include <unistd.h>

namespace twofold::app {
namespace {

constexpr std::array kOrders = {indexer::Order::Relevance, indexer::Order::Newest, indexer::Order::Oldest};

const std::string& in_language(const Context& context, const catalog::BilingualName& name) {
  return context.language() == Language::Chinese ? name.chinese : name.english;
}

// A facet's value in the reader's language; what has no name there is shown as it is.
std::string name_of_value(Context& context, indexer::Facet facet, const std::string& value) {
  if (facet == indexer::Facet::Category) return name_of_category(context, std::stoi(value));
  if (facet == indexer::Facet::State) return context.words("state." + value);
  if (facet == indexer::Facet::Type)
    if (const auto* type = context.reading().profile().document_type(value)) return in_language(context, type->name);
  return value;
}

std::string name_of_facet(const Context& context, indexer::Facet facet) {
  return context.words("facet." + std::string(indexer::name_of(facet)));
}

Object record_of(Context& context, const indexer::FacetTable& table) {
  Object record = ordered_object();
  record.set("facet", std::string(indexer::name_of(table.facet)));
  record.set("name", name_of_facet(context, table.facet));
  record.set("different", table.different);
  Array values;
  for (const auto& [value, count] : table.counts) {
    Object row = ordered_object();
    row.set("key", value);
    row.set("name", name_of_value(context, table.facet, value));
    row.set("count", count);
    values.add(row);
  }
  record.set("values", values);
  return record;
}

Object record_of(const archive::WordBoxes& found) {
  Object record = ordered_object();
  record.set("width", found.width);
  record.set("height", found.height);
  Array words;
  for (const auto& box : found.boxes) {
    Object row = ordered_object();
    row.set("left", box.left);
    row.set("top", box.top);
    row.set("width", box.width);
    row.set("height", box.height);
    words.add(row);
  }
  record.set("words", words);
  return record;
}

void set_boxes(Context& context, Object& record, const indexer::Hit& hit, const std::string& question) {
  if (hit.page == 0) return;
  const auto boxes = archive::find_word_boxes(context.reading(), hit.item_id, hit.page, question);
  if (boxes) record.set("boxes", record_of(*boxes));
}

// On one line.
std::string highlighted(const indexer::Hit& hit) {
  const std::string line = without_controls(hit.snippet);
  if (!is_terminal(STDOUT_FILENO)) return line;
  std::string out;
  std::size_t at = 0;
  for (const auto& [begin, end] : hit.highlights) {
    out += line.substr(at, static_cast<std::size_t>(begin) - at) + "\033[1;33m" +
           line.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)) + "\033[0m";
    at = static_cast<std::size_t>(end);
  }
  return out + line.substr(at);
}

void say_hit(const Context& context, std::size_t position, const archive::SearchHit& found) {
  const auto& hit = found.hit;
  const auto words = [&](const Message& message) { return render(message, context.language()); };
  const std::string heading = hit.title + (hit.customer_name.empty() ? "" : " · " + hit.customer_name);
  context.say(std::to_string(position) + ". " + without_controls(heading));
  context.say("   " + hit.number + (hit.page > 0 ? "  " + words(msg("search.page", hit.page)) : ""));
  if (!hit.snippet.empty()) context.say("   " + highlighted(hit));
  context.say("   " + words(msg("search.places", found.shelf.empty() ? "—" : found.shelf, hit.storage_id)));
  if (!found.borrower.empty()) context.say("   " + words(msg("search.borrowed", without_controls(found.borrower))));
}

void say_total(const Context& context, const Asked& asked, const archive::SearchAnswer& answer) {
  if (asked.like) context.say(msg("search.similar", answer.total, asked.like->number()));
  else if (answer.some_words_only) context.say(msg("search.some_words", answer.total));
  else context.say(msg("search.total", answer.total));
}

void say_facet(Context& context, const indexer::FacetTable& table) {
  if (table.counts.empty()) return;
  std::vector<std::vector<std::string>> rows;
  for (const auto& [value, count] : table.counts)
    rows.push_back({name_of_value(context, table.facet, value), std::to_string(count)});
  if (table.different > table.counts.size())
    rows.push_back({render(msg("facet.more", table.different - table.counts.size()), context.language()), ""});
  context.say("");
  context.table({name_of_facet(context, table.facet), context.words("field.items")}, rows);
}

}  // namespace

indexer::Query Asked::query() const {
  indexer::Query query;
  query.text = question;
  query.first = first;
  query.most = most;
  query.order = order;
  query.most_facet_values = most_facet_values;
  return query;
}

std::string_view name_of(indexer::Order order) {
  constexpr std::array<std::string_view, kOrders.size()> kNames = {"relevance", "newest", "oldest"};
  return kNames.at(static_cast<std::size_t>(order));
}

indexer::Order order_named(const std::string& name) {
  for (const auto order : kOrders)
    if (name_of(order) == name) return order;
  throw Error(ErrorKind::Usage, msg("search.unknown_sort", name));
}

std::string name_of_category(Context& context, int category) {
  if (category == 0) return context.words("facet.daily_records");
  return in_language(context, context.reading().profile().category(category).name);
}

std::string name_of_type(Context& context, const std::string& key) {
  const auto* type = context.reading().profile().document_type(key);
  return type ? in_language(context, type->name) : key;
}

Object record_of(const archive::SearchHit& found) {
  const auto& hit = found.hit;
  Object record = ordered_object();
  record.set("number", hit.number);
  record.set("title", hit.title);
  record.set("customer", hit.customer_name);
  record.set("category", hit.category);
  record.set("page", hit.page);
  record.set("snippet", hit.snippet);
  record.set("shelf", found.shelf);
  record.set("storage_id", hit.storage_id);
  record.set("borrower", found.borrower);
  Array highlights;
  for (const auto& [begin, end] : hit.highlights) {
    Array range;
    range.add(begin);
    range.add(end);
    highlights.add(range);
  }
  record.set("highlights", highlights);
  record.set("some_words_only", hit.some_words_only);
  return record;
}

Object record_of(Context& context, const Asked& asked, const archive::SearchAnswer& answer) {
  Object record = ordered_object();
  if (asked.like) record.set("like", asked.like->number());
  else record.set("query", asked.question);
  record.set("sort", std::string(name_of(asked.order)));
  record.set("total", answer.total);
  record.set("some_words_only", answer.some_words_only);
  Array hits;
  for (const auto& found : answer.hits) {
    Object hit = record_of(found);
    if (asked.boxes) set_boxes(context, hit, found.hit, asked.question);
    hits.add(hit);
  }
  record.set("hits", hits);
  record.set("ignored", array_of(answer.ignored));
  record.set("did_you_mean", array_of(answer.did_you_mean));
  if (asked.most_facet_values > 0) {
    Array facets;
    for (const auto& table : answer.facets) facets.add(record_of(context, table));
    record.set("facets", facets);
  }
  return record;
}

void say(Context& context, const Asked& asked, const archive::SearchAnswer& answer) {
  say_total(context, asked, answer);
  for (const auto& part : answer.ignored) context.say(msg("search.ignored", without_controls(part)));
  for (const auto& question : answer.did_you_mean) context.say(msg("search.did_you_mean", question));
  bool parted = answer.some_words_only;
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    if (answer.hits[i].hit.some_words_only && !parted) {
      context.say(msg("search.some_words_follow"));
      parted = true;
    }
    say_hit(context, asked.first + i + 1, answer.hits[i]);
  }
  for (const auto& table : answer.facets) say_facet(context, table);
}

}  // namespace twofold::app

#include "scanner/protocol.h"

#include "scanner/twin_maker.h"

#include "base/digest.h"
#include "scanner/json_fields.h"
#include "scanner/survey_json.h"
#include "scanner/type_table.h"

#include <Poco/Exception.h>
#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>
#include <stdexcept>

namespace twofold::scanner {
namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

constexpr std::array kJobNames{"probe", "page", "deskew", "extract", "convert", "unpack", "assemble", "compare", "survey", "take_pages",
                               "typeset", "room", "overlay", "view"};
constexpr std::size_t kHashDigits = 64, kVersionDigits = 16;
constexpr double kMostDpi = 1e6, kMostScore = 1e9, kMostMillimetres = 1e6;
constexpr std::size_t kMostDifferences = 1000;

std::string line_of(const Object& object) {
  std::ostringstream out;
  object.stringify(out);
  return out.str();
}

Array encode_words(const std::vector<Word>& words) {
  Array all;
  for (const Word& word : words) {
    Array one;
    one.add(printable(word.text));
    for (const int value : {word.box.left, word.box.top, word.box.width, word.box.height, word.line}) one.add(value);
    one.add(bounded(static_cast<double>(word.confidence), 0, 100));
    all.add(one);
  }
  return all;
}

Object encode_page(const Page& page) {
  Object object;
  object.set("number", page.number);
  object.set("text", printable(page.text));
  object.set("words", encode_words(page.words));
  object.set("width", page.width);
  object.set("height", page.height);
  object.set("dpi", bounded(page.dpi, 0, kMostDpi));
  object.set("skew", bounded(page.skew_degrees, -360, 360));
  object.set("skew_confidence", bounded(page.skew_confidence, 0, 1));
  object.set("skew_unknown", page.skew_unknown);
  object.set("turns", page.quarter_turns);
  object.set("turn_unknown", page.turn_unknown);
  object.set("language", printable(page.language));
  object.set("blank", page.blank);
  object.set("recognised", page.recognised);
  object.set("confidence", bounded(page.confidence, 0, 100));
  Array cpu;
  for (const double step : {page.cpu.decode, page.cpu.analyse, page.cpu.straighten, page.cpu.recognise, page.cpu.write}) {
    cpu.add(bounded(step, 0, kMostScore));
  }
  object.set("cpu", cpu);
  object.set("picture", page.picture_hash);
  object.set("from_cache", page.from_cache);
  return object;
}

Array encode_area(const Area& area) {
  Array numbers;
  for (const double number : {area.left, area.top, area.width, area.height}) numbers.add(bounded(number, -kMostMillimetres, kMostMillimetres));
  return numbers;
}

Object encode_compared(const ComparedPage& page) {
  Object object;
  object.set("electronic", page.electronic);
  object.set("scanned", page.scanned);
  object.set("likeness", bounded(page.likeness, 0, 1));
  object.set("unrest", bounded(page.unrest, 0, kMostScore));
  object.set("turns", page.quarter_turns);
  object.set("degrees", bounded(page.degrees, -360, 360));
  object.set("scale", bounded(page.scale, 0, kMostScore));
  object.set("cpu", bounded(page.cpu_milliseconds, 0, kMostScore));
  Array differences;
  for (const auto& difference : page.differences) {
    Object one;
    one.set("area", encode_area(difference.area));
    one.set("change", std::string(name_of(difference.change)));
    one.set("strength", bounded(difference.strength, 0, kMostScore));
    one.set("sure", difference.sure);
    differences.add(one);
  }
  object.set("differences", differences);
  return object;
}

Object encode_room(const PrintRoom& room) {
  Object object;
  object.set("width", bounded(room.width, 0, kMostMillimetres));
  object.set("height", bounded(room.height, 0, kMostMillimetres));
  if (room.stamp) object.set("stamp", encode_area(*room.stamp));
  if (room.code) object.set("code", encode_area(*room.code));
  if (room.number) object.set("number", encode_area(*room.number));
  return object;
}

Word decode_word(const Array& array) {
  if (array.size() != 7) refuse("not a word");
  Word word;
  word.text = text(array.get(0));
  word.box = {whole(array.get(1), 0, kMostSide), whole(array.get(2), 0, kMostSide),
              whole(array.get(3), 0, kMostSide), whole(array.get(4), 0, kMostSide)};
  word.line = whole(array.get(5), 0, kMostSide);
  word.confidence = static_cast<float>(real(array.get(6), 0, 100));
  return word;
}

CpuMilliseconds decode_cpu(const Array& steps) {
  if (steps.size() != 5) refuse("not the steps of a page");
  const auto step = [&](unsigned index) { return real(steps.get(index), 0, kMostScore); };
  return {step(0), step(1), step(2), step(3), step(4)};
}

std::string picture_hash(const Poco::Dynamic::Var& value) {
  std::string hash = text(value);
  if (!hash.empty() && !is_hexadecimal(hash, kHashDigits)) refuse("not a hash");
  return hash;
}

Page decode_page(const Object& object) {
  Page page;
  page.number = whole(object.get("number"), 1, kMostPageNumber);
  page.text = text(object.get("text"));
  const Array::Ptr words = list(object, "words");
  for (std::size_t i = 0; i < words->size(); ++i) {
    const Array::Ptr word = words->getArray(static_cast<unsigned>(i));
    if (word.isNull()) refuse("not a word");
    page.words.push_back(decode_word(*word));
  }
  page.width = whole(object.get("width"), 0, kMostSide);
  page.height = whole(object.get("height"), 0, kMostSide);
  page.dpi = real(object.get("dpi"), 0, kMostDpi);
  page.skew_degrees = real(object.get("skew"), -360, 360);
  page.skew_confidence = real(object.get("skew_confidence"), 0, 1);
  page.skew_unknown = truth(object.get("skew_unknown"));
  page.quarter_turns = whole(object.get("turns"), 0, 3);
  page.turn_unknown = truth(object.get("turn_unknown"));
  page.language = text(object.get("language"));
  page.blank = truth(object.get("blank"));
  page.recognised = truth(object.get("recognised"));
  page.confidence = real(object.get("confidence"), 0, 100);
  page.cpu = decode_cpu(*list(object, "cpu"));
  page.picture_hash = picture_hash(object.get("picture"));
  page.from_cache = truth(object.get("from_cache"));
  return page;
}

Area decode_area(const Array& numbers) {
  if (numbers.size() != 4) refuse("not an area");
  const auto number = [&](unsigned index) { return real(numbers.get(index), -kMostMillimetres, kMostMillimetres); };
  return {number(0), number(1), number(2), number(3)};
}

Change change_named(std::string_view name) {
  for (const Change change : {Change::Missing, Change::Added, Change::Exchanged}) {
    if (name_of(change) == name) return change;
  }
  refuse("no such change");
}

ComparedPage decode_compared(const Object& object) {
  ComparedPage page;
  page.electronic = whole(object.get("electronic"), 1, kMostPageNumber);
  page.scanned = whole(object.get("scanned"), 1, kMostPageNumber);
  page.likeness = real(object.get("likeness"), 0, 1);
  page.unrest = real(object.get("unrest"), 0, kMostScore);
  page.quarter_turns = whole(object.get("turns"), 0, 3);
  page.degrees = real(object.get("degrees"), -360, 360);
  page.scale = real(object.get("scale"), 0, kMostScore);
  page.cpu_milliseconds = real(object.get("cpu"), 0, kMostScore);
  const Array::Ptr differences = list(object, "differences");
  if (differences->size() > kMostDifferences) refuse("too many differences");
  for (std::size_t i = 0; i < differences->size(); ++i) {
    const Object::Ptr one = differences->getObject(static_cast<unsigned>(i));
    if (one.isNull()) refuse("not a difference");
    page.differences.push_back({decode_area(*list(*one, "area")), change_named(text(one->get("change"))),
                                real(one->get("strength"), 0, kMostScore), truth(one->get("sure"))});
  }
  return page;
}

PrintRoom decode_room(const Object& object) {
  PrintRoom room;
  room.width = real(object.get("width"), 0, kMostMillimetres);
  room.height = real(object.get("height"), 0, kMostMillimetres);
  if (object.has("stamp")) room.stamp = decode_area(*list(object, "stamp"));
  if (object.has("code")) room.code = decode_area(*list(object, "code"));
  if (object.has("number")) room.number = decode_area(*list(object, "number"));
  return room;
}

Object::Ptr parse(std::string_view line) {
  Poco::JSON::Parser parser;
  return parser.parse(std::string(line)).extract<Object::Ptr>();
}

Failure failure_named(std::string_view name) {
  for (const FailureRow& row : kFailures) {
    if (row.name == name) return row.failure;
  }
  refuse("no such failure");
}

JobKind job_named(std::string_view name) {
  for (std::size_t i = 0; i < kJobNames.size(); ++i) {
    if (name == kJobNames.at(i)) return static_cast<JobKind>(i);
  }
  refuse("no such job");
}

Answer answer_of(const Object& object) {
  Answer answer;
  if (object.has("failure")) answer.failure = failure_named(text(object.get("failure")));
  answer.detail = text(object.get("detail"));
  answer.title = text(object.get("title"));
  const Array::Ptr pages = list(object, "pages"), images = list(object, "images"), names = list(object, "enclosed");
  for (std::size_t i = 0; i < pages->size(); ++i) {
    const Object::Ptr page = pages->getObject(static_cast<unsigned>(i));
    if (page.isNull()) refuse("not a page");
    answer.pages.push_back(decode_page(*page));
  }
  for (const auto& number : *images) answer.image_pages.push_back(whole(number, 1, kMostPageNumber));
  for (const auto& name : *names) answer.enclosed.push_back(text(name));
  if (const Object::Ptr compared = object.getObject("compared"); !compared.isNull()) answer.compared = decode_compared(*compared);
  answer.surveyed = decode_surveyed(*list(object, "surveyed"));
  if (const Object::Ptr room = object.getObject("room"); !room.isNull()) answer.room = decode_room(*room);
  for (const auto& page : *list(object, "embedded")) answer.embedded.push_back(whole(page, 1, kMostPageNumber));
  return answer;
}

ReaderLimits limits_of(const Object& object) {
  ReaderLimits limits;
  limits.worker_memory_bytes = object.getValue<std::uint64_t>("memory");
  limits.seconds_per_page = object.getValue<int>("seconds_per_page");
  limits.seconds_per_file = object.getValue<int>("seconds_per_file");
  limits.most_pixels = object.getValue<std::uint64_t>("pixels");
  limits.most_pages = object.getValue<int>("most_pages");
  limits.most_entries = object.getValue<std::uint64_t>("entries");
  limits.most_unpacked_bytes = object.getValue<std::uint64_t>("unpacked");
  limits.most_ratio = object.getValue<int>("ratio");
  return limits;
}

}  // namespace

std::string encode(const Job& job) {
  Object object;
  object.set("job", kJobNames.at(static_cast<std::size_t>(job.kind)));
  object.set("source", job.source.string());
  object.set("scratch", job.scratch.string());
  object.set("type", std::string(name_of(job.type)));
  object.set("page", job.page);
  Array pages;
  for (const int page : job.pages) pages.add(page);
  object.set("pages", pages);
  object.set("other", job.other.string());
  object.set("other_type", std::string(name_of(job.other_type)));
  object.set("other_page", job.other_page);
  Array left_out;
  for (const Area& area : job.left_out) left_out.add(encode_area(area));
  object.set("left_out", left_out);
  object.set("picks", encode_picks(job.picks));
  object.set("view_width", job.view.width);
  object.set("view_degrees", bounded(job.view.degrees, -360, 360));
  object.set("view_turns", job.view.quarter_turns);
  object.set("title", printable(job.title));
  object.set("accuracy", std::string(name_of(job.accuracy)));
  object.set("pictures", static_cast<int>(job.pictures));
  object.set("text_only", job.text_only);
  object.set("thorough", job.thorough);
  object.set("blanks", job.blanks);
  object.set("cache", job.cache.string());
  object.set("memory", job.limits.worker_memory_bytes);
  object.set("seconds_per_page", job.limits.seconds_per_page);
  object.set("seconds_per_file", job.limits.seconds_per_file);
  object.set("pixels", job.limits.most_pixels);
  object.set("most_pages", job.limits.most_pages);
  object.set("entries", job.limits.most_entries);
  object.set("unpacked", job.limits.most_unpacked_bytes);
  object.set("ratio", job.limits.most_ratio);
  return line_of(object);
}

std::string encode(const Answer& answer) {
  Object object;
  if (answer.failure) object.set("failure", std::string(name_of(*answer.failure)));
  object.set("detail", printable(answer.detail));
  object.set("title", printable(answer.title));
  Array pages, images, names, embedded;
  for (const Page& page : answer.pages) pages.add(encode_page(page));
  for (const int page : answer.image_pages) images.add(page);
  for (const std::string& name : answer.enclosed) names.add(printable(name));
  for (const int page : answer.embedded) embedded.add(page);
  object.set("pages", pages);
  object.set("images", images);
  object.set("enclosed", names);
  object.set("embedded", embedded);
  object.set("surveyed", encode_surveyed(answer.surveyed));
  if (answer.room) object.set("room", encode_room(*answer.room));
  if (answer.compared) object.set("compared", encode_compared(*answer.compared));
  return line_of(object);
}

std::optional<Job> decode_job(std::string_view line) try {
  const Object::Ptr object = parse(line);
  Job job;
  job.kind = job_named(text(object->get("job")));
  job.source = object->getValue<std::string>("source");
  job.scratch = object->getValue<std::string>("scratch");
  job.type = type_named(text(object->get("type")));
  job.page = object->getValue<int>("page");
  for (const auto& page : *list(*object, "pages")) job.pages.push_back(whole(page, 1, kMostPageNumber));
  job.other = object->getValue<std::string>("other");
  job.other_type = type_named(text(object->get("other_type")));
  job.other_page = object->getValue<int>("other_page");
  const Array::Ptr left_out = list(*object, "left_out");
  for (std::size_t i = 0; i < left_out->size(); ++i) {
    const Array::Ptr area = left_out->getArray(static_cast<unsigned>(i));
    if (area.isNull()) refuse("not an area");
    job.left_out.push_back(decode_area(*area));
  }
  job.picks = decode_picks(*list(*object, "picks"));
  job.view = {whole(object->get("view_width"), 1, kMostSide), real(object->get("view_degrees"), -360, 360),
              whole(object->get("view_turns"), 0, 3)};
  job.title = text(object->get("title"));
  job.accuracy = text(object->get("accuracy")) == name_of(Accuracy::Best) ? Accuracy::Best : Accuracy::Fast;
  job.pictures = static_cast<Pictures>(whole(object->get("pictures"), 0, 2));
  job.text_only = truth(object->get("text_only"));
  job.thorough = truth(object->get("thorough"));
  job.blanks = truth(object->get("blanks"));
  job.cache = object->getValue<std::string>("cache");
  job.limits = limits_of(*object);
  return job;
} catch (const Poco::Exception&) {
  return std::nullopt;
} catch (const std::invalid_argument&) {
  return std::nullopt;
}

std::optional<Answer> decode_answer(std::string_view line) try {
  return answer_of(*parse(line));
} catch (const Poco::Exception&) {
  return std::nullopt;
} catch (const std::invalid_argument&) {
  return std::nullopt;
}

std::filesystem::path cache_path(const std::filesystem::path& cache, std::string_view picture_hash, std::string_view recogniser) {
  const std::string version = sha256(recogniser).text().substr(0, kVersionDigits);
  return cache / picture_hash.substr(0, 2) / fmt::format("{}-{}.json", picture_hash, version);
}

std::optional<std::string> picture_hash_of(const std::filesystem::path& record) {
  const std::string name = record.stem().string();
  const bool sound = record.extension() == ".json" && name.size() == kHashDigits + 1 + kVersionDigits && name[kHashDigits] == '-' &&
                     is_hexadecimal(name.substr(0, kHashDigits), kHashDigits) &&
                     is_hexadecimal(name.substr(kHashDigits + 1), kVersionDigits);
  if (!sound) return std::nullopt;
  return name.substr(0, kHashDigits);
}

std::string encode_record(const Page& page, std::string_view recogniser) {
  Object object;
  object.set("recogniser", std::string(recogniser));
  object.set("page", encode_page(page));
  return line_of(object);
}

std::optional<Page> decode_record(std::string_view record, std::string_view picture_hash, std::string_view recogniser) try {
  const Object::Ptr object = parse(record);
  const Object::Ptr inner = object->getObject("page");
  if (inner.isNull() || text(object->get("recogniser")) != recogniser) return std::nullopt;
  Page page = decode_page(*inner);
  if (page.picture_hash != picture_hash) return std::nullopt;
  return page;
} catch (const Poco::Exception&) {
  return std::nullopt;
} catch (const std::invalid_argument&) {
  return std::nullopt;
}

std::filesystem::path enclosed_path(const std::filesystem::path& scratch, std::size_t index) {
  return scratch / "enclosed" / fmt::format("{:06}", index);
}

std::filesystem::path embedded_path(const std::filesystem::path& scratch, std::size_t index) {
  return scratch / "embedded" / fmt::format("{:06}", index);
}

std::filesystem::path piece_path(const std::filesystem::path& scratch, int page) {
  return scratch / "pieces" / fmt::format("{:06}.pdf", page);
}

std::filesystem::path picture_path(const std::filesystem::path& scratch, int page, PictureKind kind) {
  constexpr const char* endings[] = {"before.jpg", "after.jpg", "straight.png", "compared.jpg"};
  return scratch / "pictures" / fmt::format("{:06}-{}", page, endings[static_cast<std::size_t>(kind)]);
}


std::filesystem::path typeset_path(const std::filesystem::path& scratch) { return scratch / "typeset.pdf"; }

std::filesystem::path printed_path(const std::filesystem::path& scratch) { return scratch / "printed.pdf"; }

std::filesystem::path view_path(const std::filesystem::path& scratch) { return scratch / "view.jpg"; }

std::filesystem::path reading_copy_path(const std::filesystem::path& scratch) { return scratch / "reading-copy.pdf"; }

std::filesystem::path taken_path(const std::filesystem::path& scratch, FileType type) {
  return scratch / (type == FileType::Tiff ? "taken.tif" : "taken.pdf");
}

}  // namespace twofold::scanner

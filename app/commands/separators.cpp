#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"
#include "archive/batch.h"

namespace twofold::app {
namespace {

Message sheet_in_words(const SheetCode& sheet) {
  const std::string pages = sheet.pages > 0 ? std::to_string(sheet.pages) : "–";
  const auto target = SeparatorTarget::try_parse(sheet.code);
  if (!target) return msg("separators.is_binder", sheet.code, pages);
  return msg("separators.is_sheet", target->customer.empty() ? "–" : target->customer, target->category, target->document_type, pages);
}

// What parts documents on a page, one entry each.
std::vector<Message> marks_on(const scanner::SurveyedPage& page) {
  const auto sheets = archive::sheets_on(page);
  std::vector<Message> marks;
  for (const auto& sheet : sheets.separators) marks.push_back(sheet_in_words(sheet));
  for (const auto& sheet : sheets.binders) marks.push_back(sheet_in_words(sheet));
  if (marks.empty())
    for (const auto& code : page.codes) marks.push_back(msg("separators.is_code", code.format, code.text));
  if (page.patch_t) marks.push_back(msg("separators.is_patch"));
  if (page.unread_code) marks.push_back(msg("separators.is_unread"));
  if (page.blank) marks.push_back(msg("separators.is_blank"));
  return marks;
}

Object sheet_record(const SheetCode& sheet) {
  Object record = ordered_object();
  record.set("kind", std::string(text(sheet.kind)));
  record.set("code", sheet.code);
  record.set("pages", sheet.pages);
  return record;
}

Object page_record(const scanner::SurveyedPage& page) {
  const auto sheets = archive::sheets_on(page);
  Array found, codes;
  for (const auto* kind : {&sheets.separators, &sheets.binders})
    for (const auto& sheet : *kind) found.add(sheet_record(sheet));
  for (const auto& code : page.codes) {
    Object record = ordered_object();
    record.set("format", code.format);
    record.set("text", code.text);
    codes.add(record);
  }
  Object record = ordered_object();
  record.set("page", page.number);
  record.set("sheets", found);
  record.set("codes", codes);
  record.set("patch_t", page.patch_t);
  record.set("unreadable", page.unread_code || sheets.misread);
  record.set("blank", page.blank);
  return record;
}

void say_pages(const Context& context, const std::string& file, const scanner::Survey& survey) {
  bool any = false;
  for (const auto& page : survey.pages) {
    for (const auto& mark : marks_on(page)) {
      context.say(file + "  " + render(msg("separators.page", page.number), context.language()) + "  " + render(mark, context.language()));
      any = true;
    }
  }
  if (!any) context.say(file + "  " + context.words(survey.failure ? "failure." + std::string(name_of(*survey.failure)) : "separators.none"));
}

}  // namespace

int run_separator_read(Context& context) {
  scanner::ReaderOptions options;
  options.worker = context.worker();
  scanner::Surveyor surveyor(options);
  Array files;
  std::size_t failed = 0;
  for (const auto& file : context.arguments().operands) {
    const ScratchFolder scratch(std::filesystem::temp_directory_path());
    const auto survey = surveyor.survey(file, scratch.path(), context.progress(), {.thorough = true, .blanks = true});
    failed += survey.failure ? 1 : 0;
    say_pages(context, file, survey);
    Object record = ordered_object();
    Array pages;
    for (const auto& page : survey.pages) pages.add(page_record(page));
    record.set("path", file);
    record.set("type", std::string(scanner::name_of(survey.type)));
    record.set("reason", survey.failure ? std::string(scanner::name_of(*survey.failure)) : "");
    record.set("pages", pages);
    files.add(record);
  }
  Object answer = ordered_object();
  answer.set("files", files);
  context.answer(answer);
  return failed > 0 ? 1 : 0;
}

}  // namespace twofold::app

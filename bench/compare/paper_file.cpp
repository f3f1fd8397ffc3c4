#include "bench/compare/paper_file.h"

#include "base/text.h"
#include "bench/pages/words.h"
#include "samples/canvas.h"
#include "samples/ink.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <array>
#include <utility>

namespace twofold::bench {
namespace {

using samples::Canvas;
using samples::Face;
using samples::Random;

struct Look {
  Face face;
  double points;
};
constexpr std::array kLooks{Look{Face::Serif, 10.5}, Look{Face::Sans, 10.5}, Look{Face::Ming, 12}, Look{Face::Serif, 9}, Look{Face::Sans, 12},
                            Look{Face::Latin, 11}};

FilePage contract_page(int number, Random& random) {
  FilePage page{{Block::Kind::Heading, {fmt::format("合作协议 第 {} 页", number)}},
                {Block::Kind::Line, {"合同编号:" + code(random) + "    签订日期:" + day(random)}}};
  for (int i = random.between(1, 3); i > 0; --i) {
    page.push_back({Block::Kind::Paragraph, {chinese_sentence(random) + "合同总价为人民币 " + amount(random) + " 元,于 " + day(random) +
                                             " 前付清。" + chinese_sentence(random)}});
  }
  page.push_back({Block::Kind::Row, {"序号", "姓名", "编号", "日期", "金额"}});
  for (int i = 1, rows = random.between(3, 12); i <= rows; ++i) {
    page.push_back({Block::Kind::Row, {std::to_string(i), chinese_name(random), code(random), day(random), amount(random)}});
  }
  page.push_back({Block::Kind::Line, {"合计金额:¥" + amount(random)}});
  page.push_back({Block::Kind::Signature, {"甲方(签字):"}});
  page.push_back({Block::Kind::Signature, {"乙方(签字):"}});
  return page;
}

void paint(const FilePage& page, const Look& look, Canvas& canvas) {
  const double table = look.points * 0.95;
  for (std::size_t i = 0; i < page.size(); ++i) {
    const Block& block = page[i];
    switch (block.kind) {
      case Block::Kind::Heading: canvas.heading(block.texts[0], 18); break;
      case Block::Kind::Paragraph: canvas.paragraph(block.texts[0], look.points, look.face); break;
      case Block::Kind::Line: canvas.line(block.texts[0], look.points, look.face); break;
      case Block::Kind::Row: {
        samples::Table rows{{14, 30, 46, 38, 38}, {}, true, false};
        for (; i < page.size() && page[i].kind == Block::Kind::Row; ++i) rows.rows.push_back(page[i].texts);
        --i;
        canvas.table(rows, table);
        break;
      }
      case Block::Kind::Signature: {
        canvas.skip(4);
        const double y = canvas.y();
        canvas.write(samples::kMargin, y, block.texts[0], look.face, look.points);
        canvas.rule(samples::kMargin + 30, y + 7, samples::kMargin + 85, y + 7);
        if (block.texts.size() > 1) {
          Random hand(7, block.texts[1]);
          samples::signature(canvas, samples::kMargin + 38, y - 2, block.texts[1], hand);
        }
        canvas.move_to(y + 11);
        break;
      }
    }
  }
}

std::vector<std::string*> texts_of(PaperFile& file) {
  std::vector<std::string*> all;
  for (auto& page : file.pages)
    for (auto& block : page)
      for (auto& text : block.texts) all.push_back(&text);
  return all;
}

void change_digit(PaperFile& file, Random& random) {
  std::vector<char*> digits;
  for (std::string* text : texts_of(file))
    for (char& c : *text)
      if (c >= '0' && c <= '9') digits.push_back(&c);
  char& digit = *random.pick(digits);
  digit = static_cast<char>('0' + (digit - '0' + random.between(1, 9)) % 10);
}

void change_amount(PaperFile& file, Random& random) {
  std::vector<std::string*> amounts;
  for (auto& page : file.pages)
    for (auto& block : page)
      if (block.kind == Block::Kind::Row && block.texts[0] != "序号") amounts.push_back(&block.texts[4]);
  std::string& changed = *random.pick(amounts);
  const std::string before = changed;
  while (changed == before) changed = amount(random);
}

// One Han character becomes another one of the same file.
void change_letter(PaperFile& file, Random& random) {
  std::vector<std::string*> prose;
  for (auto& page : file.pages)
    for (auto& block : page)
      if (block.kind == Block::Kind::Paragraph) prose.push_back(&block.texts[0]);
  std::string& text = *random.pick(prose);
  std::u32string letters = to_code_points(text);
  const auto is_han = [](char32_t letter) { return letter >= 0x4E00 && letter < 0xA000; };
  while (true) {
    const auto last = static_cast<int>(letters.size()) - 1;
    const auto a = static_cast<std::size_t>(random.between(0, last)), b = static_cast<std::size_t>(random.between(0, last));
    if (!is_han(letters[a]) || !is_han(letters[b]) || letters[a] == letters[b]) continue;
    letters[a] = letters[b];
    break;
  }
  text = to_utf8(letters);
}

std::size_t any_page(const PaperFile& file, Random& random) {
  return static_cast<std::size_t>(random.between(0, static_cast<int>(file.pages.size()) - 1));
}

}  // namespace

std::string_view name_of(Tampering tampering) {
  constexpr std::array names{"none", "digit", "amount", "letter", "missing page", "swapped pages", "signature added", "signature line missing"};
  return names.at(static_cast<std::size_t>(tampering));
}

PaperFile make_paper_file(int pages, Random& random) {
  PaperFile file;
  file.look = random.between(0, static_cast<int>(kLooks.size()) - 1);
  for (int i = 1; i <= pages; ++i) file.pages.push_back(contract_page(i, random));
  return file;
}

PaperFile tampered(PaperFile file, Tampering tampering, Random& random) {
  auto& page = file.pages[any_page(file, random)];
  switch (tampering) {
    case Tampering::None: break;
    case Tampering::Digit: change_digit(file, random); break;
    case Tampering::Amount: change_amount(file, random); break;
    case Tampering::Letter: change_letter(file, random); break;
    case Tampering::MissingPage: file.pages.erase(file.pages.begin() + static_cast<std::ptrdiff_t>(any_page(file, random))); break;
    case Tampering::SwappedPages: std::swap(file.pages.front(), file.pages.back()); break;
    case Tampering::SignatureAdded: page.back().texts.push_back(chinese_name(random)); break;
    case Tampering::SignatureLineMissing: page.pop_back(); break;
  }
  return file;
}

void write_pdf(const PaperFile& file, const std::filesystem::path& out) {
  constexpr double kPoints = 72 / 25.4;
  cairo_surface_t* surface = cairo_pdf_surface_create(out.c_str(), samples::kSheetWidth * kPoints, samples::kSheetHeight * kPoints);
  cairo_t* context = cairo_create(surface);
  for (const auto& page : file.pages) {
    cairo_save(context);
    cairo_scale(context, 72 / samples::kDrawingDpi, 72 / samples::kDrawingDpi);
    Canvas canvas(context);
    paint(page, kLooks.at(static_cast<std::size_t>(file.look)), canvas);
    cairo_restore(context);
    cairo_show_page(context);
  }
  cairo_destroy(context);
  cairo_surface_destroy(surface);
}

}  // namespace twofold::bench

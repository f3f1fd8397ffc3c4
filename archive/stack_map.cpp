#include "archive/stack_map.h"

#include "base/error.h"
#include "base/files.h"

#include <fmt/format.h>

#include <algorithm>

namespace twofold::archive {
namespace {

using catalog::Place;
using catalog::Shelf;
using catalog::ShelfPrefix;

// In pixels, which a browser and a printer scale together.
constexpr int kMapMargin = 24, kTitle = 118, kRowTitle = 34, kBayTitle = 22, kShelfHeight = 34, kPlaceHeight = 24,
              kBarHeight = 4;
constexpr int kLabel = 26, kPercent = 46, kBayGap = 26, kBayBottom = 16, kWidest = 1800;
constexpr int kLegend = 210, kLeastWidth = 2 * kMapMargin + 5 * kLegend;
constexpr int kMostPlaces = 20'000;

constexpr std::string_view kStyle =
    "<style>text{font-family:'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','Microsoft YaHei','PingFang "
    "SC',sans-serif;"
    "font-size:12px;fill:#222}.h{font-size:22px;font-weight:bold}.r{font-size:16px;font-weight:bold}.b{font-size:13px;"
    "fill:#444}"
    ".s{font-size:11px;fill:#666}.n{text-anchor:end}.m{text-anchor:middle;font-size:11px}"
    ".free{fill:#f4f3ee;stroke:#cfccc0}.volume{fill:#3b6ea5;stroke:#2b5480}.box{fill:#2f8f83;stroke:#1f655c}"
    ".lent{fill:#fff3df;stroke:#c77700;stroke-width:1.6}.missing{fill:#ffe3e0;stroke:#b3261e;stroke-width:1.6}"
    ".rail{fill:#e4e2da}.used{fill:#6b8f3c}.over{fill:#b3261e}</style>\n";

std::string escaped_xml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

std::string both(const Message& message) {
  return escaped_xml(render(message, Language::Chinese) + " · " + render(message, Language::English));
}

struct Totals {
  int shelves = 0, places = 0, volumes = 0, boxes = 0, lent = 0, missing = 0, free = 0;
  std::int64_t capacity_mm = 0, used_mm = 0;

  void add(const Shelf& shelf) {
    ++shelves;
    places += static_cast<int>(shelf.places.size());
    free += static_cast<int>(shelf.places.size()) - shelf.taken();
    for (const auto& place : shelf.places) {
      boxes += place.container.empty() ? 0 : 1;
      volumes += static_cast<int>(place.volumes.size());
      lent += static_cast<int>(
          std::ranges::count_if(place.volumes, [](const auto& volume) { return !volume.loan.empty(); }));
      missing +=
          static_cast<int>(std::ranges::count_if(place.volumes, [](const auto& volume) { return volume.missing; }));
    }
    if (!shelf.measured()) return;
    capacity_mm += shelf.capacity_mm;
    used_mm += shelf.used_mm();
  }
};

// What a place looks like; in a box one lent or missing volume shows.
std::string_view kind_of(const Place& place) {
  if (place.free()) return "free";
  if (std::ranges::any_of(place.volumes, &catalog::StandingVolume::missing)) return "missing";
  if (std::ranges::any_of(place.volumes, [](const auto& volume) { return !volume.loan.empty(); })) return "lent";
  return place.container.empty() ? "volume" : "box";
}

std::string tip_of(const Place& place) {
  std::string tip = place.code.text();
  if (!place.container.empty()) tip += "  " + place.container;
  for (const auto& volume : place.volumes) {
    tip += "\n" + volume.code.text() + "  " + volume.title + fmt::format("  {} mm", volume.thickness_mm);
    if (!volume.loan.empty()) tip += "  → " + volume.borrower + " " + volume.due;
  }
  return escaped_xml(tip);
}

class MapDrawing {
 public:
  void add(const Shelf& shelf) {
    totals_.add(shelf);
    if (totals_.places > kMostPlaces) throw Error(ErrorKind::Usage, msg("stack_map.too_large", kMostPlaces));
    const ShelfPrefix bay = shelf.code.cut(3);
    if (!bay_.empty() && bay_.front().code.cut(3).key() != bay.key()) draw_bay();
    if (row_ != shelf.code.cut(2).text()) start_row(shelf.code.cut(2).text());
    bay_.push_back(shelf);
  }

  std::string svg(const ShelfPrefix& part) {
    draw_bay();
    const int width = std::max(widest_ + kMapMargin, kLeastWidth), height = y_ + row_height_ + kMapMargin;
    std::string head = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\">\n{2}"
        "<rect width=\"{0}\" height=\"{1}\" fill=\"#fff\"/>\n",
        width, height, kStyle);
    head += fmt::format("<text class=\"h\" x=\"{}\" y=\"42\">{}</text>\n", kMapMargin,
                        both(part.depth() == 0 ? msg("stack_map.title_all") : msg("stack_map.title", part.text())));
    return head + legend() + body_ + "</svg>\n";
  }
  const Totals& totals() const { return totals_; }

 private:
  std::string legend() const {
    std::string out;
    int x = kMapMargin;
    const auto entry = [&](std::string_view kind, std::string_view glyph, const Message& words) {
      out += fmt::format("<rect class=\"{}\" x=\"{}\" y=\"60\" width=\"14\" height=\"18\"/>", kind, x);
      if (!glyph.empty()) out += fmt::format("<text class=\"m\" x=\"{}\" y=\"73\">{}</text>", x + 7, glyph);
      out += fmt::format("<text x=\"{}\" y=\"74\">{}</text>\n", x + 20, both(words));
      x += kLegend;
    };
    entry("volume", "", msg("stack_map.volumes", totals_.volumes));
    entry("box", "", msg("stack_map.boxes", totals_.boxes));
    entry("lent", "借", msg("stack_map.lent", totals_.lent));
    entry("missing", "缺", msg("stack_map.missing", totals_.missing));
    entry("free", "", msg("stack_map.free", totals_.free));
    if (totals_.capacity_mm > 0)
      out += fmt::format("<text x=\"{}\" y=\"100\">{}</text>\n", kMapMargin,
                         both(msg("stack_map.length", metres(totals_.used_mm), metres(totals_.capacity_mm),
                                  totals_.used_mm * 100 / totals_.capacity_mm)));
    return out;
  }
  static std::string metres(std::int64_t millimetres) {
    return fmt::format("{:.1f}", static_cast<double>(millimetres) / 1000);
  }

  void start_row(const std::string& row) {
    row_ = row;
    y_ += row_height_;
    row_height_ = 0;
    x_ = kMapMargin;
    body_ += fmt::format("<text class=\"r\" x=\"{}\" y=\"{}\">{}</text>\n", kMapMargin, y_ + 24,
                         both(msg("stack_map.row", row)));
    y_ += kRowTitle;
  }

  // The bay's shelves as they hang: the highest number on top.
  void draw_bay() {
    if (bay_.empty()) return;
    std::size_t slots = 0;
    for (const auto& shelf : bay_) slots = std::max(slots, shelf.places.size());
    const int cell = slots <= 30 ? 16 : slots <= 60 ? 9 : 4;
    const int width = kLabel + static_cast<int>(slots) * cell + kPercent;
    if (x_ > kMapMargin && x_ + width > kWidest) {
      x_ = kMapMargin;
      y_ += row_height_;
      row_height_ = 0;
    }
    body_ += fmt::format("<text class=\"b\" x=\"{}\" y=\"{}\">{}</text>\n", x_ + kLabel, y_ + 14,
                         bay_.front().code.cut(3).text());
    int top = y_ + kBayTitle;
    for (auto shelf = bay_.rbegin(); shelf != bay_.rend(); ++shelf, top += kShelfHeight)
      draw_shelf(*shelf, x_, top, cell);
    row_height_ = std::max(row_height_, top - y_ + kBayBottom);
    widest_ = std::max(widest_, x_ + width);
    x_ += width + kBayGap;
    bay_.clear();
  }

  void draw_shelf(const Shelf& shelf, int left, int top, int cell) {
    const std::string code = shelf.code.text();
    body_ += fmt::format("<text class=\"s n\" x=\"{}\" y=\"{}\">{}</text>\n", left + kLabel - 6, top + 17,
                         code.substr(code.rfind('-') + 1));
    int x = left + kLabel;
    for (const auto& place : shelf.places) {
      const auto kind = kind_of(place);
      body_ += fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><title>{}</title></rect>\n",
                           kind, x, top, cell - 2, kPlaceHeight, tip_of(place));
      if (cell >= 14 && (kind == "lent" || kind == "missing"))
        body_ += fmt::format("<text class=\"m\" x=\"{}\" y=\"{}\">{}</text>\n", x + cell / 2 - 1, top + 16,
                             kind == "lent" ? "借" : "缺");
      x += cell;
    }
    draw_fill(shelf, left + kLabel, x - 2, top + kPlaceHeight + 2);
  }

  void draw_fill(const Shelf& shelf, int left, int right, int top) {
    if (!shelf.measured()) return;
    const int used = shelf.used_mm(), length = right - left;
    body_ += fmt::format("<rect class=\"rail\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", left, top, length,
                         kBarHeight);
    body_ += fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                         used > shelf.capacity_mm ? "over" : "used", left, top,
                         std::min(length, length * used / shelf.capacity_mm), kBarHeight);
    body_ += fmt::format("<text class=\"s\" x=\"{}\" y=\"{}\">{} %</text>\n", right + 6, top - 8,
                         used * 100 / shelf.capacity_mm);
  }

  Totals totals_;
  std::string body_, row_;
  std::vector<Shelf> bay_;
  int x_ = kMapMargin, y_ = kTitle, row_height_ = 0, widest_ = 0;
};

}  // namespace

DrawnMap draw_stack_map(const catalog::Database& database, const ShelfPrefix& part, const std::filesystem::path& file) {
  MapDrawing drawing;
  catalog::walk_shelves(database, part, "", [&](Shelf&& shelf) {
    drawing.add(shelf);
    return true;
  });
  if (drawing.totals().shelves == 0) throw Error(ErrorKind::NotFound, msg("shelf.nothing_there", part));
  write_durably(file, drawing.svg(part));
  return {drawing.totals().shelves, drawing.totals().places};
}

}  // namespace twofold::archive

#include "scanner/worker/pdf_extras.h"

#include "base/text.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <array>
#include <exception>
#include <set>
#include <utility>

namespace twofold::scanner {
namespace {

constexpr int kDeepestForm = 6;
constexpr std::size_t kMostForms = 300, kMostPictures = 2000;  // looked at on one page

struct Frame {  // how a page is shown
  double left = 0, bottom = 0, width = 0, height = 0;  // of the visible box, before turning
  int turns = 0;                                       // clockwise quarters

  // A point of the page's own space as shown.
  std::pair<double, double> shown(double x, double y) const {
    x -= left;
    y -= bottom;
    switch (turns) {
      case 1: return {y, x};
      case 2: return {width - x, y};
      case 3: return {height - y, width - x};
      default: return {x, height - y};
    }
  }
};

Frame frame_of(QPDFPageObjectHelper page) {
  QPDFObjectHandle box = page.getCropBox();
  Frame frame;
  if (!box.isRectangle()) return frame;
  const QPDFObjectHandle::Rectangle area = box.getArrayAsRectangle();
  frame.left = std::min(area.llx, area.urx);
  frame.bottom = std::min(area.lly, area.ury);
  frame.width = std::abs(area.urx - area.llx);
  frame.height = std::abs(area.ury - area.lly);
  QPDFObjectHandle turned = page.getAttribute("/Rotate", false);
  if (turned.isInteger()) frame.turns = static_cast<int>((turned.getIntValue() / 90 % 4 + 4) % 4);
  return frame;
}

int whole(QPDFObjectHandle value) {
  return value.isInteger() ? static_cast<int>(std::clamp<long long>(value.getIntValue(), 0, 1 << 20)) : 0;
}

// Follows the matrix through a page's drawing and notes where pictures are put.
class PictureFinder final : public QPDFObjectHandle::ParserCallbacks {
 public:
  PictureFinder(const Frame& frame, std::vector<PlacedPicture>& found) : frame_(frame), found_(found) {}

  void search(QPDFObjectHandle resources, QPDFObjectHandle content) {
    resources_ = resources;
    if (content.isArray() || content.isStream()) QPDFObjectHandle::parseContentStream(content, this);
  }

  void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
    if (!object.isOperator()) {
      if (object.isInlineImage()) place(nullptr);
      else if (operands_.size() < 64) operands_.push_back(object);
      return;
    }
    const std::string name = object.getOperatorValue();
    if (name == "q" && saved_.size() < 512) saved_.push_back(matrix_);
    else if (name == "Q" && !saved_.empty()) matrix_ = std::exchange(saved_.back(), {}), saved_.pop_back();
    else if (name == "cm") concatenate(operands_);
    else if (name == "Do" && !operands_.empty()) draw(operands_.back());
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  void concatenate(const std::vector<QPDFObjectHandle>& numbers) {
    std::array<double, 6> values{};
    if (numbers.size() < values.size()) return;
    for (std::size_t i = 0; i < values.size(); ++i) {
      QPDFObjectHandle number = numbers[numbers.size() - values.size() + i];
      if (!number.isNumber()) return;
      values.at(i) = number.getNumericValue();
    }
    matrix_.concat(QPDFMatrix(values[0], values[1], values[2], values[3], values[4], values[5]));
  }

  void draw(QPDFObjectHandle name) {
    if (!name.isName() || !resources_.isDictionary()) return;
    QPDFObjectHandle objects = resources_.getKey("/XObject");
    if (!objects.isDictionary() || !objects.hasKey(name.getName())) return;
    QPDFObjectHandle object = objects.getKey(name.getName());
    if (!object.isStream()) return;
    QPDFObjectHandle kind = object.getDict().getKey("/Subtype");
    if (kind.isNameAndEquals("/Image")) place(&object);
    else if (kind.isNameAndEquals("/Form")) draw_form(object);
  }

  void draw_form(QPDFObjectHandle form) {
    if (depth_ >= kDeepestForm || ++forms_ > kMostForms) return;
    const auto outer = std::make_tuple(matrix_, resources_, saved_, operands_);
    QPDFObjectHandle matrix = form.getDict().getKey("/Matrix");
    if (matrix.isArray()) concatenate(matrix.getArrayAsVector());
    QPDFObjectHandle resources = form.getDict().getKey("/Resources");
    if (resources.isDictionary()) resources_ = resources;
    ++depth_;
    QPDFObjectHandle::parseContentStream(form, this);
    --depth_;
    std::tie(matrix_, resources_, saved_, operands_) = outer;
  }

  // A picture fills the unit square of the space it is put into.
  void place(QPDFObjectHandle* image) {
    if (found_.size() >= kMostPictures) return;
    PlacedPicture picture;
    bool first = true;
    for (const auto& [x, y] : {std::pair{0.0, 0.0}, {1.0, 0.0}, {0.0, 1.0}, {1.0, 1.0}}) {
      double across = 0, up = 0;
      matrix_.transform(x, y, across, up);
      const auto [left, top] = frame_.shown(across, up);
      picture.left = first ? left : std::min(picture.left, left);
      picture.right = first ? left : std::max(picture.right, left);
      picture.top = first ? top : std::min(picture.top, top);
      picture.bottom = first ? top : std::max(picture.bottom, top);
      first = false;
    }
    if (image) {
      QPDFObjectHandle facts = image->getDict();
      picture.pixels_across = whole(facts.getKey("/Width"));
      picture.pixels_down = whole(facts.getKey("/Height"));
      if (image->isIndirect()) picture.name = std::to_string(image->getObjectID());
    }
    found_.push_back(std::move(picture));
  }

  const Frame& frame_;
  std::vector<PlacedPicture>& found_;
  QPDFObjectHandle resources_ = QPDFObjectHandle::newNull();
  QPDFMatrix matrix_;
  std::vector<QPDFMatrix> saved_;
  std::vector<QPDFObjectHandle> operands_;
  int depth_ = 0;
  std::size_t forms_ = 0;
};

std::string text_of(QPDFObjectHandle value) {
  return value.isString() ? std::string(trim(scrub_utf8(value.getUTF8Value()))) : std::string();
}

// A field's value stands with it or with one of those it belongs to.
std::string field_value(QPDFObjectHandle field) {
  for (int depth = 0; depth < 10 && field.isDictionary(); ++depth) {
    QPDFObjectHandle value = field.getKey("/V");
    if (value.isString()) return text_of(value);
    if (value.isArray()) {
      std::string all;
      for (QPDFObjectHandle one : value.getArrayAsVector()) all += text_of(one) + '\t';
      return std::string(trim(all));
    }
    field = field.getKey("/Parent");
  }
  return {};
}

std::string note_of(QPDFObjectHandle annotation) {
  if (!annotation.isDictionary()) return {};
  QPDFObjectHandle kind = annotation.getKey("/Subtype");
  if (kind.isNameAndEquals("/Widget")) return field_value(annotation);
  if (kind.isNameAndEquals("/Popup") || kind.isNameAndEquals("/Link")) return {};
  const std::string text = text_of(annotation.getKey("/Contents")), author = text_of(annotation.getKey("/T"));
  return text.empty() || author.empty() ? text : '[' + author + "] " + text;
}

void add_notes(QPDFObjectHandle page, std::vector<std::string>& notes) {
  QPDFObjectHandle annotations = page.getKey("/Annots");
  if (!annotations.isArray()) return;
  for (QPDFObjectHandle annotation : annotations.getArrayAsVector()) {
    std::string note = note_of(annotation);
    if (!note.empty() && std::ranges::find(notes, note) == notes.end()) notes.push_back(std::move(note));
  }
}

}  // namespace

struct PdfExtras::State {
  QPDF document;
  std::vector<QPDFPageObjectHelper> pages;
};

PdfExtras::PdfExtras(const std::filesystem::path& file) : state_(std::make_unique<State>()) {
  state_->document.setSuppressWarnings(true);
  try {
    state_->document.processFile(file.c_str());
    state_->pages = QPDFPageDocumentHelper(state_->document).getAllPages();
  } catch (const std::exception&) {
    state_->pages.clear();
  }
}

PdfExtras::~PdfExtras() = default;

int PdfExtras::pages() const { return static_cast<int>(state_->pages.size()); }

PageExtras PdfExtras::page(int number) {
  PageExtras extras;
  if (number < 1 || static_cast<std::size_t>(number) > state_->pages.size()) return extras;
  QPDFPageObjectHelper page = state_->pages[static_cast<std::size_t>(number) - 1];
  try {
    const Frame frame = frame_of(page);
    extras.width = frame.turns % 2 == 0 ? frame.width : frame.height;
    extras.height = frame.turns % 2 == 0 ? frame.height : frame.width;
    add_notes(page.getObjectHandle(), extras.notes);
    PictureFinder finder(frame, extras.pictures);
    finder.search(page.getAttribute("/Resources", false), page.getObjectHandle().getKey("/Contents"));
  } catch (const std::exception&) {
    return extras;
  }
  return extras;
}

}  // namespace twofold::scanner

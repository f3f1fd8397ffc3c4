#include "archive/manifest.h"

#include "archive/csv.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace twofold::archive {
namespace fs = std::filesystem;
namespace {

enum class Column {
  File, CustomerNumber, Customer, Category, Chapter, Manager, DocumentType, Title, DocumentNumber, Responsible, Date, Shelf,
  Proofread, CustomerSignature, Handler, Leader, Count
};

struct ColumnName {
  Column column;
  std::string_view chinese, english;
};
constexpr ColumnName kColumns[] = {
    {Column::File, "文件", "file"},
    {Column::CustomerNumber, "户号", "customer_number"},
    {Column::Customer, "客户", "customer"},
    {Column::Category, "类别", "category"},
    {Column::Chapter, "卷章", "chapter"},
    {Column::Manager, "客户经理", "manager"},
    {Column::DocumentType, "材料类型", "document_type"},
    {Column::Title, "题名", "title"},
    {Column::DocumentNumber, "文号", "document_number"},
    {Column::Responsible, "责任者", "responsible"},
    {Column::Date, "日期", "date"},
    {Column::Shelf, "纸质库位", "shelf"},
    {Column::Proofread, "校对", "proofread"},
    {Column::CustomerSignature, "客户签名", "customer_signature"},
    {Column::Handler, "经办人", "handler"},
    {Column::Leader, "领导", "leader"},
};

// 免签, or with its reason behind a colon: 免签:客户已注销.
std::optional<GivenSignature> waiver_in(std::string_view text) {
  for (const std::string_view word : {"免签", "waiver"}) {
    if (!text.starts_with(word)) continue;
    std::string_view rest = text.substr(word.size());
    if (rest.empty()) return GivenSignature{catalog::SignatureKind::Waiver, "", ""};
    for (const std::string_view colon : {":", "\xEF\xBC\x9A"})
      if (rest.starts_with(colon)) return GivenSignature{catalog::SignatureKind::Waiver, "", std::string(trim(rest.substr(colon.size())))};
  }
  return std::nullopt;
}

// Reads the rows of one manifest and notes every fault with its line.
class ManifestReader {
 public:
  ManifestReader(const fs::path& file, const catalog::Profile& profile) : file_(file), profile_(profile) {}

  Manifest read() {
    Manifest manifest{file_.parent_path(), {}};
    const auto rows = parse_csv(read_file(file_));
    if (rows.empty()) fault(1, msg("manifest.empty"));
    else if (read_heading(rows.front()))
      for (std::size_t i = 1; i < rows.size(); ++i) read_row(rows[i], manifest);
    if (!faults_.empty()) throw Error(ErrorKind::Invalid, msg("manifest.invalid", file_.string(), faults_));
    return manifest;
  }

 private:
  void fault(int line, const Message& reason) {
    faults_ += fmt::format("\n{}:{}: {} / {}", file_.filename().string(), line, render(reason, Language::Chinese),
                           render(reason, Language::English));
  }

  bool read_heading(const CsvRow& row) {
    places_.fill(std::string::npos);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto known = std::ranges::find_if(
          kColumns, [&](const ColumnName& name) { return name.chinese == row.cells[i] || name.english == row.cells[i]; });
      if (known != std::end(kColumns)) places_[static_cast<std::size_t>(known->column)] = i;
      else fault(row.line, msg("manifest.unknown_column", row.cells[i]));
    }
    if (places_[static_cast<std::size_t>(Column::File)] == std::string::npos) fault(row.line, msg("manifest.no_file_column"));
    return faults_.empty();
  }

  std::string cell(const CsvRow& row, Column column) const {
    const auto place = places_[static_cast<std::size_t>(column)];
    return place < row.cells.size() ? row.cells[place] : std::string();
  }

  void read_row(const CsvRow& row, Manifest& manifest) {
    const std::string name = replace_all(cell(row, Column::File), "\\", "/");
    const fs::path path = fs::path(name).lexically_normal();
    if (name.empty()) return fault(row.line, msg("manifest.no_file"));
    if (path.is_absolute() || path.string().starts_with("..")) return fault(row.line, msg("manifest.file_outside", name));
    // Rows about members of a container are checked when it is opened: here only what lies in the folder can be seen.
    if (!fs::is_regular_file(manifest.folder / path)) fault(row.line, msg("manifest.file_missing", name));
    Description description = describe(row);
    const std::string reasons = complete(description, profile_);
    if (!reasons.empty()) faults_ += fmt::format("\n{}:{}: {}", file_.filename().string(), row.line, reasons);
    if (!manifest.rows.emplace(path.generic_string(), std::move(description)).second)
      fault(row.line, msg("manifest.file_twice", name));
  }

  Description describe(const CsvRow& row) {
    Description description;
    description.line = row.line;
    description.customer_number = cell(row, Column::CustomerNumber);
    description.customer = cell(row, Column::Customer);
    description.manager = cell(row, Column::Manager);
    description.title = cell(row, Column::Title);
    description.document_number = cell(row, Column::DocumentNumber);
    description.responsible = cell(row, Column::Responsible);
    description.document_type = cell(row, Column::DocumentType);
    const std::string category = cell(row, Column::Category);
    if (category.size() == 1 && category[0] >= '0' && category[0] <= '6') description.category = category[0] - '0';
    else if (!category.empty()) fault(row.line, msg("manifest.bad_category", category));
    read_numbers(row, description);
    read_signatures(row, description);
    return description;
  }

  void read_numbers(const CsvRow& row, Description& description) {
    const std::string date = cell(row, Column::Date), shelf = cell(row, Column::Shelf), chapter = cell(row, Column::Chapter);
    description.date = Date::try_parse(date);
    if (!date.empty() && !description.date) fault(row.line, msg("date.malformed", date));
    description.shelf = catalog::ShelfCode::try_parse(shelf);
    if (!shelf.empty() && !description.shelf) fault(row.line, msg("number.malformed", shelf, "K1-02-05-3-12"));
    description.chapter = catalog::ChapterCode::try_parse(chapter);
    if (!chapter.empty() && !description.chapter) fault(row.line, msg("number.malformed", chapter, "C03"));
  }

  void read_signatures(const CsvRow& row, Description& description) {
    using catalog::SignatureKind;
    const std::string customer = cell(row, Column::CustomerSignature);
    const GivenSignature given[] = {
        {SignatureKind::Proofread, cell(row, Column::Proofread), ""},
        waiver_in(customer).value_or(GivenSignature{SignatureKind::Customer, customer, ""}),
        {SignatureKind::Handler, cell(row, Column::Handler), ""},
        {SignatureKind::Leader, cell(row, Column::Leader), ""},
    };
    for (const auto& signature : given)
      if (!signature.person.empty() || signature.kind == SignatureKind::Waiver) description.signatures.push_back(signature);
    if (!description.signatures.empty() && description.signatures.front().kind != SignatureKind::Proofread)
      fault(row.line, msg("manifest.not_proofread"));
    const std::string leader = cell(row, Column::Leader);
    if (!leader.empty() && (leader == cell(row, Column::Proofread) || leader == cell(row, Column::Handler)))
      fault(row.line, msg("manifest.own_approval", leader));
  }

  const fs::path& file_;
  const catalog::Profile& profile_;
  std::array<std::size_t, static_cast<std::size_t>(Column::Count)> places_{};
  std::string faults_;
};

}  // namespace

const Description* Manifest::row_of(const fs::path& file) const {
  const auto found = rows.find(file.lexically_relative(folder).generic_string());
  return found == rows.end() ? nullptr : &found->second;
}

Manifest load_manifest(const fs::path& file, const catalog::Profile& profile) { return ManifestReader(file, profile).read(); }

std::string complete(Description& description, const catalog::Profile& profile) {
  std::string reasons;
  const auto add = [&](const Message& reason) {
    reasons += (reasons.empty() ? "" : "; ") + render(reason, Language::Chinese) + " / " + render(reason, Language::English);
  };
  if (!description.document_type.empty()) {
    const auto* type = profile.find_document_type(description.document_type);
    if (!type) {
      add(msg("manifest.unknown_type", description.document_type));
      return reasons;
    }
    description.document_type = type->key;
    if (description.category == 0) description.category = type->category;
    if (description.category != type->category)
      add(msg("manifest.type_of_another_category", type->key, type->category, description.category));
    description.paper = description.paper || type->voucher;  // R22
  }
  description.paper = description.paper || description.shelf.has_value();
  if (description.category == 0 && !description.signatures.empty()) add(msg("manifest.daily_record_signed"));
  const bool needs_customer = description.category > 0 && profile.category(description.category).has_customer;
  if (needs_customer && std::ranges::any_of(description.signatures, [](const GivenSignature& signature) {
        return signature.kind == catalog::SignatureKind::Waiver && signature.reason.empty();
      }))
    add(msg("manifest.waiver_needs_reason"));
  if (needs_customer && description.customer.empty() && description.customer_number.empty())
    add(msg("manifest.customer_missing", description.category));
  return reasons;
}

}  // namespace twofold::archive

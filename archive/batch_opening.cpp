#include "archive/batch_opening.h"

#include "base/error.h"

#include <fmt/format.h>

namespace twofold::archive {
namespace fs = std::filesystem;
namespace {

// The pages of all files of a batch, one after the other.
struct Surveyed {
  std::vector<scanner::SurveyedPage> pages;
  std::vector<scanner::PagePick> places;
  bool failed = false;
};

class BatchOpening {
 public:
  BatchOpening(Archive& archive, const catalog::Database& database, scanner::Surveyor& surveyor, const Source& batch, ProgressSink& progress)
      : archive_(archive), database_(database), surveyor_(surveyor), batch_(batch), progress_(progress) {}

  std::vector<Source> open(Splitting how) {
    const bool blanks = how == Splitting::AtSheetsAndBlanks;
    Surveyed surveyed = survey(blanks);
    BatchSplit split = split_batch(surveyed.pages, how, blanks, batch_.shown);
    if (split.blanks_wanted) {
      surveyed = survey(true);
      split = split_batch(surveyed.pages, how, true, batch_.shown);
    }
    // What cannot be surveyed cannot be read either; whoever reads it says why.
    if (surveyed.failed) return {};
    std::vector<Source> sources;
    for (std::size_t i = 0; i < split.parts.size(); ++i) sources.push_back(source_of(split.parts[i], i + 1, surveyed));
    return sources;
  }

 private:
  Surveyed survey(bool blanks) const {
    Surveyed all;
    const ScratchFolder scratch(archive_.layout().tmp());
    for (const auto& file : batch_.files()) {
      auto survey = surveyor_.survey(file, scratch.path(), progress_, {.blanks = blanks});
      all.failed = all.failed || survey.failure;
      for (auto& page : survey.pages) {
        all.places.push_back({file, page.number, 0});
        all.pages.push_back(std::move(page));
      }
    }
    return all;
  }

  Source source_of(const BatchPart& part, std::size_t number, const Surveyed& surveyed) const {
    Source source = batch_;
    source.batch.clear();
    source.part = true;
    source.keeps = std::make_shared<ScratchFolder>(archive_.layout().tmp());
    source.set_aside = part.trouble;
    std::vector<scanner::PagePick> picks;
    for (const auto at : part.pages) picks.push_back(surveyed.places[at]);
    try {
      const auto taken = surveyor_.take_pages(picks, source.keeps->path(), progress_);
      source.path = taken.parent_path() / fmt::format("part-{:03}{}", number, taken.extension().string());
      fs::rename(taken, source.path);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::Invalid) throw;
      source.path = picks.front().file;
      source.set_aside = SetAside{"cannot_take_pages", error.message()};
    }
    source.shown = batch_.shown + "!/" + source.path.filename().string();
    describe(source, part, number);
    return source;
  }

  // What the sheet says goes before what was said of the whole batch, and nothing of it remains for the next part.
  void describe(Source& source, const BatchPart& part, std::size_t number) const {
    Description& description = source.description;
    if (part.sheet) {
      description.customer_number = part.sheet->customer;
      description.customer.clear();
      description.manager.clear();
      description.chapter.reset();
      description.category = part.sheet->category;
      description.document_type = part.sheet->document_type;
    }
    const auto* type = archive_.profile().document_type(description.document_type);
    const std::string name = !description.title.empty() ? description.title : part.sheet && type ? type->name.chinese
                                                          : fs::path(batch_.shown).stem().string();
    description.title = fmt::format("{}·{:03}", name, number);
    if (!part.sheet || source.set_aside) return;
    std::string reasons = complete(description, archive_.profile());
    if (reasons.empty()) reasons = contradiction(database_, description);
    if (reasons.empty() && !description.customer_number.empty() && !catalog::find_customer(database_, description.customer_number)) {
      source.set_aside = SetAside{"sheet_refused", msg("separators.unknown_customer", source.shown, description.customer_number)};
    }
    if (!reasons.empty()) source.set_aside = SetAside{"sheet_refused", msg("separators.sheet_refused", source.shown, reasons)};
  }

  Archive& archive_;
  const catalog::Database& database_;
  scanner::Surveyor& surveyor_;
  const Source& batch_;
  ProgressSink& progress_;
};

}  // namespace

bool has_pages(scanner::FileType type) {
  using scanner::FileType;
  return may_be_batch(type) || type == FileType::Png || type == FileType::Jpeg || type == FileType::Jpeg2000;
}

bool may_be_batch(scanner::FileType type) { return type == scanner::FileType::Tiff || type == scanner::FileType::Pdf; }

std::vector<Source> open_batch(Archive& archive, const catalog::Database& database, scanner::Surveyor& surveyor, const Source& batch,
                               Splitting how, ProgressSink& progress) {
  return BatchOpening(archive, database, surveyor, batch, progress).open(how);
}

}  // namespace twofold::archive

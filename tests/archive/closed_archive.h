#pragma once
// A small archive on disk with items whose bytes are in the store, for the tests of closing and of the end of
// retention.

#include "archive/closing.h"
#include "archive/ingest.h"
#include "archive/purge.h"
#include "archive/search.h"
#include "base/error.h"
#include "catalog/filing.h"

#include <cstdlib>

namespace twofold::archive {

struct Filed {
  int year = 2024;
  std::string date = "2024-03-01", title = "来函", content = "", manager = "李经理";
  bool leader_signs = true, proofread = true;  // without one of them the item stays a draft
};

class ClosedArchive {
 public:
  explicit ClosedArchive(Date today = Date(2025, 1, 10))
      : clock(today), folder_(std::filesystem::temp_directory_path()) {
    Archive::init(root(), "A001", "公关俱乐部", "club", "档案员", clock);
    open();
  }

  std::filesystem::path root() const { return folder_.path() / "档 案 库"; }
  std::filesystem::path beside(const std::string& name) const { return folder_.path() / name; }

  // Closes whatever is open first: there is one writer.
  void open(const std::string& actor = "档案员") {
    archive_.reset();
    OpenOptions options;
    options.access = OpenOptions::Access::Write;
    options.actor = actor;
    options.clock = &clock;
    archive_ = std::make_unique<Archive>(root(), options);
  }
  void close_archive() { archive_.reset(); }
  Archive& archive() { return *archive_; }

  void act(const std::function<void(catalog::Transaction&)>& work, const std::string& actor = "档案员") {
    catalog::Transaction transaction(archive_->database(), actor, clock);
    work(transaction);
    transaction.commit();
  }

  catalog::Item file(const Filed& what) {
    const std::string content = what.content.empty() ? "bytes " + std::to_string(++serial_) : what.content;
    const auto stored = archive_->store().put_bytes(content);
    std::int64_t id = 0;
    act([&](catalog::Transaction& transaction) {
      catalog::NewItem made;
      made.customer_id = catalog::ensure_customer(transaction, "", "王府饭店", what.manager).id;
      made.category = 2;
      made.chapter_id = catalog::ensure_chapter(transaction, 2, what.manager).id;
      made.document_type = "contract";
      made.title = what.title;
      made.responsible = what.manager;
      made.date = Date::parse(what.date);
      made.year = what.year;
      made.retention = catalog::Retention::Years10;
      made.paper = true;
      made.source_name = "扫描.tif";
      made.original = {stored.sha256, stored.size, "tiff"};
      made.pages.push_back({.number = 1, .text = what.title});
      id = catalog::receive_item(transaction, made).id;
    });
    sign(id, what);
    return *catalog::find_item(archive_->database(), id);
  }

  ClosingReport close(int year = 2024, bool dry_run = false) {
    catalog::ClosingScope scope;
    scope.year = year;
    return close_year(*archive_, scope, dry_run, silent);
  }

  std::size_t hits(const std::string& words) {
    index_pending(*archive_);
    indexer::Query query;
    query.text = words;
    return Searcher(*archive_).search(query).total;
  }

  FixedClock clock;
  SilentProgress silent;

 private:
  void sign(std::int64_t id, const Filed& what) {
    using Kind = catalog::SignatureKind;
    if (!what.proofread) return;
    act([&](catalog::Transaction& transaction) {
      for (const auto kind : {Kind::Proofread, Kind::Customer, Kind::Handler})
        catalog::sign_item(transaction, id, kind, "张三");
      if (!what.leader_signs) return;
      catalog::sign_item(transaction, id, Kind::Leader, "赵总");
      catalog::file_item(transaction, id);
    });
  }

  ScratchFolder folder_;
  std::unique_ptr<Archive> archive_;
  int serial_ = 0;
};

// Who sees it when a list is carried out.
inline const std::vector<std::string> kWitnesses = {"丙", "丁"};

// The key of the error that `work` ends in; empty where it succeeds.
inline std::string refusal(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.message().key;
  }
  return {};
}

// What a reader of the PDF can copy out of it, line by line as printed.
inline std::string pdf_text(const std::filesystem::path& pdf, const std::filesystem::path& scratch) {
  const auto out = scratch / "text.txt";
  const std::string command = "pdftotext -layout '" + pdf.string() + "' '" + out.string() + "'";
  return std::system(command.c_str()) == 0 ? read_file(out) : std::string();
}

inline std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

}  // namespace twofold::archive

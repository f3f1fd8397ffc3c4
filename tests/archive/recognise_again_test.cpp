#include "archive/recognise_again.h"

#include "archive/search.h"
#include "catalog/events.h"
#include "catalog/sql.h"
#include "catalog/text_revisions.h"
#include "scanner/protocol.h"
#include "scanner/reader.h"
#include "tests/archive/closed_archive.h"
#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>

#include <atomic>

using namespace twofold;
using namespace twofold::archive;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(recognise_again_test)

namespace {

const std::string kEarlier = "engine 0 fast";
const std::string kLine = "The crystal chandelier of the banquet hall is to be repaired at once.\n";

class StopsAfter final : public ProgressSink {
 public:
  explicit StopsAfter(int reports) : left_(reports) {}
  void report(const Progress&) override { --left_; }
  bool cancelled() const override { return left_ <= 0; }

 private:
  std::atomic<int> left_;
};

// An archive with scans whose pages count as read by a recogniser of long ago, badly.
struct Rereading {
  explicit Rereading(int scans = 1) {
    Archive::init(root(), "A001", "公关俱乐部", "club", "档案员", clock);
    const auto config = Layout{root()}.config();
    write_durably(config, read_file(config) + "\nworkers = 2\n");
    open();
    fs::create_directories(folder.path() / "来件");
    for (int i = 1; i <= scans; ++i) {
      cv::imwrite((folder.path() / "来件" / ("信 " + std::to_string(i) + ".png")).string(),
                  scanner::testing::drawn_page("Letter " + std::to_string(i) + "\n" + kLine + kLine + kLine, 150));
    }
    IngestDefaults defaults;
    defaults.customer_name = "王府饭店";
    defaults.manager = "李经理";
    defaults.category = 4;
    defaults.document_type = "complaint_reason";
    defaults.date = Date(2024, 3, 1);
    SilentProgress quiet;
    ingest(*archive, {folder.path() / "来件"}, defaults, quiet, [](const FileResult&) {});
    for (const auto& item : catalog::list_items(archive->database(), {}, 0, 100)) items.push_back(item);
    BOOST_REQUIRE(items.size() == static_cast<std::size_t>(scans));
  }

  void open(const std::string& actor = "档案员") {
    archive.reset();
    OpenOptions options;
    options.access = OpenOptions::Access::Write;
    options.actor = actor;
    options.clock = &clock;
    options.worker = fs::path(TWOFOLD_BINARY_DIR) / "bin" / "twofold-reader";
    archive = std::make_unique<Archive>(root(), options);
  }
  fs::path root() const { return folder.path() / "档 案 库"; }

  void act(const std::function<void(catalog::Transaction&)>& work, const std::string& actor = "档案员") {
    catalog::Transaction transaction(archive->database(), actor, clock);
    work(transaction);
    transaction.commit();
  }
  void pretend_old(double confidence, const std::string& text = "Tbe erystal chandelicr 枝形吊灯") {
    act([&](auto& transaction) {
      catalog::Statement(transaction.database(), "UPDATE page SET recogniser = ?, confidence = ?, text = ?")
          .bind(kEarlier)
          .bind(confidence)
          .bind(text)
          .run();
      catalog::Statement(transaction.database(), "INSERT INTO outbox(item_id, operation) SELECT id, 'put' FROM item").run();
    });
    index_pending(*archive);
  }
  AgainSummary again(ProgressSink& progress) {
    results.clear();
    return recognise_all_again(*archive, scanner::Accuracy::Fast, progress,
                               [&](const AgainResult& result) { results.push_back(result); });
  }
  AgainSummary again() {
    SilentProgress silent;
    return again(silent);
  }
  catalog::ItemPage page(std::size_t item = 0) { return catalog::pages_of(archive->database(), items[item].id).at(0); }
  std::size_t hits(const std::string& query) {
    indexer::Query asked;
    asked.text = query;
    return Searcher(*archive).search(asked).total;
  }
  std::optional<catalog::StoredObject> object(const std::string& role, std::size_t item = 0) {
    return catalog::object_of(archive->database(), items[item].id, role);
  }
  std::vector<fs::path> cached() const {
    std::vector<fs::path> files;
    if (!fs::exists(Layout{root()}.cache())) return files;
    for (const auto& entry : fs::recursive_directory_iterator(Layout{root()}.cache()))
      if (entry.is_regular_file()) files.push_back(entry.path());
    return files;
  }

  FixedClock clock{Date(2025, 1, 10)};
  ScratchFolder folder{fs::temp_directory_path()};
  std::unique_ptr<Archive> archive;
  std::vector<catalog::Item> items;
  std::vector<AgainResult> results;
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_better_text_takes_the_olders_place_and_the_older_stays_as_a_revision) {
  Rereading made;
  made.pretend_old(20);
  const auto older_words = made.object("words");
  BOOST_REQUIRE(older_words.has_value());
  BOOST_TEST(made.hits("erystal") == 1U);
  const auto summary = made.again();
  BOOST_TEST(summary.replaced == 1U);
  BOOST_TEST(summary.pages == 1U);
  BOOST_TEST(made.page().text.find("crystal chandelier") != std::string::npos);
  BOOST_TEST(made.page().recogniser == scanner::recogniser_version());
  BOOST_TEST(made.hits("erystal") == 0U);
  BOOST_TEST(made.hits("crystal") == 1U);
  const auto revisions = catalog::text_revisions_of(made.archive->database(), made.items[0].id);
  BOOST_REQUIRE(revisions.size() == 1U);
  BOOST_TEST(revisions[0].text == "Tbe erystal chandelicr 枝形吊灯");
  BOOST_TEST(revisions[0].recogniser == kEarlier);
  BOOST_TEST(revisions[0].confidence == 20);
  BOOST_TEST(made.object("words.1")->sha256.text() == older_words->sha256.text());
  const auto events = catalog::list_events(made.archive->database(), made.items[0].number(), 0, 1);
  BOOST_TEST(events.at(0).action == "item.recognised_again");
  BOOST_TEST(!catalog::verify_chain(made.archive->database()).has_value());
}

BOOST_AUTO_TEST_CASE(what_is_done_is_not_done_again) {
  Rereading made;
  made.pretend_old(20);
  made.again();
  BOOST_TEST(made.again().items == 0U);
  SilentProgress silent;
  const auto named = recognise_again(*made.archive, made.items, scanner::Accuracy::Fast, silent, [](const AgainResult&) {});
  BOOST_TEST(named.current == 1U);
  BOOST_TEST(catalog::text_revisions_of(made.archive->database(), made.items[0].id).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_text_that_is_less_sure_is_not_taken_and_not_asked_for_again) {
  Rereading made;
  made.pretend_old(100);
  const auto summary = made.again();
  BOOST_TEST(summary.kept == 1U);
  BOOST_TEST(made.page().text == "Tbe erystal chandelicr 枝形吊灯");
  BOOST_TEST(made.page().recogniser == kEarlier);
  BOOST_TEST(catalog::text_revisions_of(made.archive->database(), made.items[0].id).empty());
  BOOST_TEST(made.again().items == 0U);
}

BOOST_AUTO_TEST_CASE(stopped_halfway_it_goes_on_where_it_stopped) {
  Rereading made(3);
  made.pretend_old(20);
  StopsAfter stop(1);
  const auto first = made.again(stop);
  BOOST_TEST(first.cancelled);
  BOOST_TEST(first.replaced == 1U);
  const auto rest = made.again();
  BOOST_TEST(rest.replaced == 2U);
  BOOST_TEST(made.hits("crystal") == 3U);
}

BOOST_AUTO_TEST_CASE(an_original_that_cannot_be_read_now_is_told_and_tried_at_the_next_run) {
  Rereading made;
  made.pretend_old(20);
  const auto original = made.archive->store().path_of(made.object("original")->sha256);
  const std::string bytes = read_file(original);
  write_durably(original, bytes.substr(0, bytes.size() / 2));
  BOOST_TEST(made.again().failed == 1U);
  BOOST_TEST(made.results.at(0).reason == "corrupt");
  write_durably(original, bytes);
  BOOST_TEST(made.again().replaced == 1U);
}

BOOST_AUTO_TEST_CASE(a_second_archive_reading_costs_no_recognition_when_the_picture_is_known) {
  Rereading made;
  const auto records = made.cached();
  BOOST_REQUIRE(records.size() == 1U);
  BOOST_TEST(scanner::picture_hash_of(records[0]).value_or("") == made.page().picture_hash);
  // A text that no recogniser would give shows that it came out of the record.
  auto record = read_file(records[0]);
  const auto at = record.find("Letter 1");
  BOOST_REQUIRE(at != std::string::npos);
  record.replace(at, 8, "Zettel 9");
  write_durably(records[0], record);
  made.pretend_old(20);
  made.again();
  BOOST_TEST(made.page().text.find("Zettel 9") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_closed_volume_takes_part_and_its_signed_manifest_still_holds) {
  Rereading made;
  made.pretend_old(20);
  made.act([&](auto& transaction) {
    using Kind = catalog::SignatureKind;
    for (const auto kind : {Kind::Proofread, Kind::Customer, Kind::Handler, Kind::Leader})
      catalog::sign_item(transaction, made.items[0].id, kind, kind == Kind::Leader ? "赵总" : "张三");
    catalog::file_item(transaction, made.items[0].id);
  });
  catalog::ClosingScope scope;
  scope.year = 2024;
  SilentProgress silent;
  const auto closed = close_year(*made.archive, scope, false, silent);
  BOOST_REQUIRE(closed.volumes.size() == 1U);
  const auto copy = made.object("reading_copy");
  BOOST_TEST(made.again().replaced == 1U);
  BOOST_TEST(made.object("reading_copy")->sha256.text() == copy->sha256.text());
  BOOST_TEST(verify_closed_volume(*made.archive, closed.volumes[0].volume.code).empty());
}

BOOST_AUTO_TEST_CASE(R42_destruction_takes_older_texts_older_words_and_the_cache) {
  Rereading made;
  made.pretend_old(20, "枝形吊灯旧文字");
  made.again();
  const auto newer = *made.object("words"), older = *made.object("words.1");
  const auto foreign = made.cached().at(0).parent_path() / "left-by-a-crash.json.Ab12Cd";
  write_durably(foreign, "half a record");
  made.act([&](auto& transaction) {
    using Kind = catalog::SignatureKind;
    for (const auto kind : {Kind::Proofread, Kind::Customer, Kind::Handler, Kind::Leader})
      catalog::sign_item(transaction, made.items[0].id, kind, kind == Kind::Leader ? "赵总" : "张三");
    catalog::file_item(transaction, made.items[0].id);
  });
  catalog::ClosingScope scope;
  scope.year = 2024;
  SilentProgress silent;
  const auto closed = close_year(*made.archive, scope, false, silent);
  BOOST_REQUIRE(closed.volumes.size() == 1U);
  made.clock.set(Date(2061, 1, 1));
  std::string list;
  made.act([&](auto& transaction) {
    list = catalog::draw_list(transaction, made.clock.today(), {closed.volumes[0].volume.code}, catalog::Track::Electronic).number;
  }, "甲");
  made.act([&](auto& transaction) { catalog::approve_list(transaction, list, "乙"); }, "乙");
  made.clock.set(made.clock.today().plus_months(2));
  made.open("甲");
  execute_disposition(*made.archive, list, {"丙", "丁"}, silent);
  BOOST_TEST(!made.archive->store().size_of(newer.sha256).has_value());
  BOOST_TEST(!made.archive->store().size_of(older.sha256).has_value());
  BOOST_TEST(catalog::text_revisions_of(made.archive->database(), made.items[0].id).empty());
  BOOST_TEST(made.cached().empty());
  made.archive.reset();
  BOOST_TEST(read_file(Layout{made.root()}.catalogue()).find("枝形吊灯旧文字") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

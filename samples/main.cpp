// make-samples: the demonstration binder of a club with twelve customers, and the truth about its pages.

#include "base/error.h"
#include "base/files.h"
#include "samples/electronic.h"
#include "samples/manifest.h"
#include "samples/plan.h"
#include "samples/scans.h"

#include <fmt/format.h>
#include <opencv2/core/utility.hpp>

#include <atomic>
#include <charconv>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <thread>

namespace twofold::samples {
namespace {

constexpr int kExitUsage = 2, kExitFailed = 1;

struct Options {
  std::filesystem::path folder;
  std::uint64_t seed = 20240101;
  int pages_at_least = 150;
  std::string only;  // documents whose path holds this text
};

template <class Number>
Number number(const std::string& text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) throw Error(ErrorKind::Usage, msg("samples.usage"));
  return value;
}

Options parse(const std::vector<std::string>& words) {
  Options options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool has_value = i + 1 < words.size();
    if (words[i] == "--seed" && has_value) {
      options.seed = number<std::uint64_t>(words[++i]);
    } else if (words[i] == "--pages-at-least" && has_value) {
      options.pages_at_least = number<int>(words[++i]);
    } else if (words[i] == "--only" && has_value) {
      options.only = words[++i];
    } else if (options.folder.empty() && !words[i].starts_with("--")) {
      options.folder = words[i];
    } else {
      throw Error(ErrorKind::Usage, msg("samples.usage"));
    }
  }
  if (options.folder.empty()) throw Error(ErrorKind::Usage, msg("samples.usage"));
  return options;
}

// Sheets are painted by two threads while LibreOffice runs beside them; each document has its own chance.
std::vector<Truth> write_pages(const std::vector<Document>& documents, const std::filesystem::path& binder,
                               std::uint64_t seed) {
  std::vector<std::vector<Truth>> truth(documents.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < documents.size(); i = next++) {
      if (is_scan(documents[i].carrier)) truth[i] = write_scan(documents[i], binder, seed);
      if (documents[i].carrier == Carrier::BornPdf) truth[i] = write_born_pdf(documents[i], binder, seed);
    }
  };
  auto beside = std::async(std::launch::async, work);
  work();
  beside.get();
  std::vector<Truth> all;
  for (auto& pages : truth) all.insert(all.end(), pages.begin(), pages.end());
  return all;
}

void make(const Options& options) {
  const auto binder = options.folder / "binder";
  if (std::filesystem::exists(binder)) throw Error(ErrorKind::Conflict, msg("samples.there_already", binder.string()));
  cv::setNumThreads(1);
  auto documents = plan_binder(options.seed, options.pages_at_least);
  std::erase_if(documents, [&](const Document& one) { return one.path.find(options.only) == std::string::npos; });
  for (const auto& document : documents) std::filesystem::create_directories((binder / document.path).parent_path());
  std::filesystem::create_directories(options.folder / "truth");
  auto electronic = std::async(std::launch::async, [&] { return write_electronic(documents, binder); });
  auto truth = write_pages(documents, binder, options.seed);
  const std::size_t scanned = truth.size();
  const auto born = electronic.get();
  truth.insert(truth.end(), born.begin(), born.end());
  write_durably(binder / "manifest.csv", manifest(documents));
  write_durably(options.folder / "truth" / "pages.jsonl", truth_lines(truth));
  fmt::print("{}\n", render(msg("samples.made", documents.size(), scanned, options.folder.string()),
                            Language::English));
}

}  // namespace
}  // namespace twofold::samples

int main(int argc, char** argv) {
  using namespace twofold;
  std::setlocale(LC_ALL, "C.UTF-8");  // names inside packs are UTF-8 whatever the user's locale is
  try {
    samples::make(samples::parse({argv + 1, argv + argc}));
    return EXIT_SUCCESS;
  } catch (const Error& error) {
    const std::string remedy = render_remedy(error.message(), Language::English);
    fmt::print(stderr, "{}\n{}\n", error.what(), remedy);
    return error.kind() == ErrorKind::Usage ? samples::kExitUsage : samples::kExitFailed;
  } catch (const std::exception& failure) {
    fmt::print(stderr, "{}\n", failure.what());
    return samples::kExitFailed;
  }
}

#pragma once
// What comparing a scan with an electronic file has found (R24), page by page.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::scanner {

enum class Failure;

// Millimetres on the electronic page, from its top left.
struct Area {
  double left = 0, top = 0, width = 0, height = 0;
};

enum class Change { Missing, Added, Exchanged };  // ink that the scan lacks, that it alone has, or both
std::string_view name_of(Change change);          // "missing", "added", "exchanged"; stable

struct PageDifference {
  Area area;
  Change change = Change::Exchanged;
  double strength = 0;     // how many times more than ink of its kind differs elsewhere on the page
  bool sure = false;       // else a bad scan may look so too, and a person has to look
};

struct ComparedPage {
  int electronic = 0;      // from 1; 0: no page of the electronic file is like this one
  int scanned = 0;         // from 1
  double likeness = 0;     // 0 … 1; about 1 for the same page
  double unrest = 0;       // how much the edges of letters differ
  int quarter_turns = 0;   // clockwise, made to the scan
  double degrees = 0;      // found and undone
  double scale = 1;        // of the print
  std::vector<PageDifference> differences;  // strongest first
  double cpu_milliseconds = 0;

  bool legible() const;    // else the scan is too bad to tell
  bool alike() const { return electronic != 0 && legible() && differences.empty(); }
  bool doubtful() const;   // not alike, and nothing that is sure keeps it from being
};

struct Comparison {
  std::optional<Failure> failure;  // set: nothing below but `detail` and `scan_failed` may be relied on
  bool scan_failed = false;        // it is the scan that cannot be read, not the electronic file
  std::string detail;
  int electronic_pages = 0, scanned_pages = 0;
  std::vector<ComparedPage> pages;   // of the scan, in its order
  std::vector<int> missing;          // pages of the electronic file that the scan lacks

  bool in_order() const;
  bool same() const;       // every page is there, in order, and alike
  bool undecided() const;  // every page is there, in order, none differs for sure, and one is doubtful
};

}  // namespace twofold::scanner

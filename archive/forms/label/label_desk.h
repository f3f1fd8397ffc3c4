#pragma once
// Labels of volumes, containers and shelves: from what is typed, or from a table of numbers, to sheets of labels.

#include "archive/archive.h"
#include "archive/authority.h"
#include "archive/forms/label/label_sheet.h"

namespace twofold::archive {

struct LabelOrder {
  // Each a volume's code, a container's number, a place, a part of the stacks such as K1-02 with all its places, or a range FIRST..LAST
  // of one kind.
  std::vector<std::string> numbers;
  std::string_view stock = kLabelStocks[0].key;
  int first = 1;                       // label of the first sheet
  bool by_shelf = false;               // of the stacks' parts the shelves, each once, instead of every place
};

// The first cell of each row of a CSV file, a heading left out.
std::vector<std::string> numbers_in(const std::filesystem::path& csv);

class LabelDesk {
 public:
  LabelDesk(Archive& archive, Authority& authority) : archive_(archive), authority_(authority) {}

  // The label of every number, in the order given. A number that is no record's is an error that names it: no label leads nowhere.
  // Errors: NotFound, Usage "label.unknown_stock" | "label.bad_start" | "label.bad_range" | "label.nothing".
  std::vector<Label> labels(const std::vector<std::string>& numbers, bool by_shelf = false) const;
  // Writes them and counts each as a print; how many.
  struct Result {
    std::size_t labels = 0, again = 0;  // printed before
    int pages = 0;
  };
  Result print(const LabelOrder& order, const std::filesystem::path& out);

 private:
  Archive& archive_;
  Authority& authority_;
};

}  // namespace twofold::archive

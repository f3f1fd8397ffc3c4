#pragma once
// The words of an item's pages with their places, as the object of the role "words"; see docs/formats.md.

#include "scanner/reader.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::archive {

std::string words_record(const std::vector<scanner::Page>& pages, std::string_view recogniser);
// The same record with other words on some pages. A page that keeps its words tells their recogniser itself from then on. A
// record that is none counts as one without pages.
std::string words_record_with(std::string_view record, const std::vector<scanner::Page>& replaced, std::string_view recogniser);

// A page's words in reading order, with its size in pixels. Nothing where the record has not this page or is no record.
std::optional<scanner::Page> words_of_page(std::string_view record, int page);

}  // namespace twofold::archive

#pragma once
// Known-item questions: each is made from a paper, and every paper that answers it counts as right.
//
//   question  as a person asks: 王府集团的信用额度是多少？ – of paragraphs, a sentence with a hole in it
//   title     title and customer, title and a word of the paragraph
//   fragment  6 to 20 characters as they stand in the text
//   number    amounts, contract numbers, telephone and account numbers, storage ids; also without their joiners
//   english   questions and fragments in English
//   mixed     a customer's number, a year or a code beside Chinese

#include "bench/search/paper.h"

namespace twofold::bench {

// About `wanted` questions, spread evenly over kinds and sources; deterministic. A question that more than three papers
// answer is none. Asked of the papers as they were written, whatever a scan makes of them.
std::vector<Question> questions_about(const std::vector<Paper>& papers, std::size_t wanted, std::uint64_t seed);

}  // namespace twofold::bench

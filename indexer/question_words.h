#pragma once
// What a question says besides what it asks about: 是多少, 有哪些, "what is the". Such words stand in few files and would
// count for much, so they are left out where only some of the words need to match.

#include "indexer/tokens.h"

namespace twofold::indexer {

// The pieces of a question without its question words; all of them where nothing else would remain.
std::vector<Piece> telling_pieces(const Folded& question);

}  // namespace twofold::indexer

#pragma once
// Pictures inside electronic documents that may hold text: marked where they stand, then left in the scratch folder for
// the recogniser. Only what Leptonica decodes counts; drawings made of lines (EMF, WMF, SVG) do not.

#include "scanner/protocol.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace twofold::scanner {

// The pictures of one document in the order in which they stand there, the same one once.
class PictureList {
 public:
  // The mark to be put into the text where the picture stands; empty for one that was marked before.
  std::string mark_part(const std::string& part);       // an entry of the document's package
  std::string mark_bytes(std::string bytes);

  struct Source {
    std::string part, bytes;  // one of them
  };
  const std::vector<Source>& sources() const { return sources_; }

 private:
  std::string mark(Source source, std::string key);

  std::vector<Source> sources_;
  std::set<std::string> known_;
};

// Takes the marks out of a text; `found` gets the numbers of their pictures in order.
std::string without_marks(const std::string& text, std::vector<std::size_t>& found);

// Takes the marks out of the answer's pages and leaves their pictures at embedded_path(scratch, n). `package` is where
// their parts are. A picture that cannot be had is left out.
void keep_pictures(const PictureList& pictures, const std::filesystem::path& package, const Job& job, Answer& answer);

// Whether the bytes are a picture that may hold a line of text: decodable, large enough and not too large. In `usable`
// a type that the page pipeline reads.
bool may_hold_text(std::string_view bytes, const ReaderLimits& limits, std::string& usable);

}  // namespace twofold::scanner

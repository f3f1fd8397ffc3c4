#pragma once
// Files that are read without an archive: many at once over all cores, told one after the other in the order they were named.

#include "app/context.h"
#include "scanner/reader.h"

#include <Poco/JSON/Object.h>
#include <functional>
#include <memory>
#include <optional>

namespace twofold::app {

// One file that was read, or the reason why not.
struct Scan {
  std::string shown;                       // as it was named; "box.zip!/a/b.tif" for what lies in another file
  std::filesystem::path path;
  scanner::Reading reading;
  std::shared_ptr<ScratchFolder> scratch;  // the reading copy, pictures and enclosed files, as long as the value lives
  std::string reason;                      // stable: a failure's name or the trouble's key; empty: all is well
  std::optional<Message> trouble;          // set together with `reason`
  bool broken = false;                     // the machine failed rather than the file

  void fail(std::string why, Message message);
  void fail(const Error& error);           // the error's key becomes the reason
};

enum class ScanWork { Deskew, Read };

struct ScanTally {
  std::size_t done = 0, failed = 0;
  bool cancelled = false;
  bool broken = false;
  int exit_code() const { return broken ? 2 : failed > 0 || cancelled ? 1 : 0; }
};

// Reads what the operands name and calls `take` for each file in order, on this thread; `take` may fail the scan. Containers and
// mails are followed by what they enclose, as ingest would take it (Read alone). Tells of trouble on standard error.
ScanTally read_scans(Context& context, ScanWork work, scanner::ReaderOptions options, const std::function<void(Scan&)>& take);

// Of --accuracy; throws Error{Usage, "scan.unknown_accuracy"}.
scanner::Accuracy accuracy_of(const Arguments& arguments);

// Copies a file made by the reader to a place where there is none; throws Error{Refused, "scan.target_exists"}, Error{Io,
// "file.cannot_write"}. Nothing is ever overwritten.
void place_new(const std::filesystem::path& from, const std::filesystem::path& to);
// Makes the folder that results go to; throws Error{Io, "file.cannot_write"}.
void make_folder(const std::filesystem::path& folder);
// What files made from `shown` are called: "letter" for "in/letter.tif", "box-a-b" for "box.zip!/a/b.tif".
std::string stem_of(const std::string& shown);

// The line of a terminal's progress bar is cleared, so that text can follow.
void clear_progress_line();

// Prints {"files": […], "summary": {…}} file by file, so that no number of files fills the memory. Nothing without --json.
class FileStream {
 public:
  explicit FileStream(const Context& context) : context_(context) {}
  void add(const Poco::JSON::Object& file);
  void finish(const ScanTally& tally);

 private:
  const Context& context_;
  bool begun_ = false;
};

// path, type, reason, message, remedy: the fields that every file has.
Poco::JSON::Object scan_record(const Scan& scan, Language language);

}  // namespace twofold::app

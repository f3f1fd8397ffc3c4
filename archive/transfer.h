#pragma once
// Handing volumes over (R42): the package that goes with them, the forms, and who may do it.

#include "archive/archive.h"
#include "archive/authority.h"
#include "base/progress.h"
#include "catalog/transfers.h"

namespace twofold::archive {

class TransferDesk {
 public:
  TransferDesk(Archive& archive, Authority& authority) : archive_(archive), authority_(authority) {}

  catalog::Transfer draw(const std::vector<catalog::VolumeCode>& volumes, const std::string& receiver, const std::string& nature);
  // Of the giving side everybody signs for themselves; the receivers' signatures are recorded as they stand on the
  // paper, unless they are people of this archive.
  catalog::Transfer sign(const std::string& number, catalog::TransferSide side, const std::string& person);
  // Into an empty or new folder: every file of every volume, 移交清册.csv with their digests, and 交接文据.pdf. The list is written last.
  // A second run into the same folder goes on. Error{Refused, "transfer.folder_taken"}.
  struct Package {
    std::size_t files = 0;
    std::uint64_t bytes = 0;
  };
  Package pack(const std::string& number, const std::filesystem::path& folder, ProgressSink& progress);
  catalog::Transfer complete(const std::string& number);
  catalog::Transfer cancel(const std::string& number, const std::string& reason);

 private:
  template <class Work>
  auto change(const Work& work) {
    catalog::Transaction transaction(archive_.database(), authority_.actor().name, archive_.clock());
    auto result = work(transaction);
    transaction.commit();
    return result;
  }
  catalog::Transfer require_known(const std::string& number) const;

  Archive& archive_;
  Authority& authority_;
};

}  // namespace twofold::archive

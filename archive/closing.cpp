#include "archive/closing.h"

#include "archive/closed_manifest.h"
#include "archive/forms/volume/volume_forms.h"
#include "archive/ingest.h"
#include "archive/signing_key.h"
#include "archive/turns.h"
#include "base/error.h"
#include "catalog/events.h"

namespace twofold::archive {
namespace {

constexpr std::size_t kBlockersListed = 1000;

std::string forms_of(Archive& archive, const catalog::Volume& volume, const Sealing& sealing) {
  Printer printer;
  draw_print_run(printer, archive, volume, sealing, Wording());
  return printer.finish();
}

// Manifest and forms of a volume that this transaction has just bound. Their bytes are durable before the commit that names
// them; a crash between leaves bytes that nobody names, which the next run writes again.
ClosedVolume seal(Archive& archive, catalog::Transaction& transaction, const catalog::Volume& volume) {
  const std::string manifest = closed_manifest(archive, volume);
  const auto manifest_bytes = archive.store().put_bytes(manifest);
  const auto forms_bytes = archive.store().put_bytes(forms_of(archive, volume, {manifest_bytes.sha256, archive.actor(), transaction.today()}));
  catalog::ClosingRecord record;
  record.volume_id = volume.id;
  record.year = volume.code.year;
  record.closed_by = archive.actor();
  record.at = transaction.now();
  record.manifest_sha256 = manifest_bytes.sha256;
  record.signature = sign(archive.layout().keys(), manifest);
  record.forms_sha256 = forms_bytes.sha256;
  catalog::record_closing(transaction, record, manifest_bytes.size, forms_bytes.size);
  return {volume, archive.store().path_of(forms_bytes.sha256), manifest_bytes.sha256};
}

catalog::ClosingRecord require_closing(Archive& archive, const catalog::VolumeCode& code) {
  const auto volume = catalog::find_volume(archive.database(), code);
  const auto record = volume ? catalog::closing_of(archive.database(), volume->id) : std::nullopt;
  if (!record) throw Error(ErrorKind::NotFound, msg("closing.not_closed", code));
  return *record;
}

}  // namespace

ClosingReport close_year(Archive& archive, const catalog::ClosingScope& given, bool dry_run, ProgressSink& progress) {
  catalog::ClosingScope scope = given;
  scope.today = archive.clock().today();
  if (!dry_run && scope.year >= scope.today->year()) throw Error(ErrorKind::Refused, msg("closing.year_runs", scope.year));
  ClosingReport report;
  report.blocker_count =
      catalog::each_blocker(archive.database(), archive.profile(), scope, [&](const catalog::Blocker& blocker) {
        if (report.blockers.size() < kBlockersListed) report.blockers.push_back(blocker);
      });
  if (dry_run || report.blocker_count > 0) return report;
  ensure_signing_key(archive.layout().keys());
  const auto volumes = catalog::volumes_to_close(archive.database(), scope);
  std::uint64_t done = 0;
  for (const auto& open : volumes) {
    if (progress.cancelled()) throw Error(ErrorKind::Cancelled, msg("work.cancelled"));
    catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
    for (const auto& bound : catalog::bind_volume(transaction, archive.profile(), open.id))
      report.volumes.push_back(seal(archive, transaction, bound));
    transaction.commit();
    progress.report({"progress.closing", ++done, volumes.size(), open.code.text()});
    // Whether a volume is ready is asked anew in its own transaction, so that others may write before it.
    give_way(progress);
  }
  index_pending(archive);
  return report;
}

std::vector<Message> verify_closed_volume(Archive& archive, const catalog::VolumeCode& code) {
  const auto record = require_closing(archive, code);
  if (!archive.store().size_of(record.manifest_sha256)) return {msg("manifest.object_missing", code, record.manifest_sha256)};
  const std::string manifest = read_file(archive.store().path_of(record.manifest_sha256));
  if (sha256(manifest) != record.manifest_sha256) return {msg("manifest.object_differs", code, record.manifest_sha256)};
  if (!verify_signature(archive.layout().keys(), manifest, record.signature)) return {msg("manifest.signature_wrong", code)};
  return check_manifest(archive, manifest);
}

}  // namespace twofold::archive

// Office documents by the office suite: DOC, XLS, PPT and RTF into their successors, which the own readers then read; any into a PDF.
#include "base/files.h"
#include "base/text.h"
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/failure.h"
#include "scanner/twin_maker.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace twofold::scanner {
namespace {

constexpr const char* kSuite = "/usr/lib/libreoffice/program/soffice.bin";
constexpr int kAskedToRestart = 81;  // the suite says so after making its profile
constexpr int kMostStarts = 3;

int run_suite(std::vector<std::string> arguments, const std::filesystem::path& home) {
  std::vector<char*> pointers;
  for (std::string& one : arguments) pointers.push_back(one.data());
  pointers.push_back(nullptr);
  std::array<std::string, 5> settings{"HOME=" + home.string(), "TMPDIR=" + home.string(), "PATH=/usr/bin:/bin",
                                      "LC_ALL=C.UTF-8", "SAL_USE_VCLPLUGIN=svp"};
  std::array<char*, 6> environment{};
  for (std::size_t i = 0; i < settings.size(); ++i) environment.at(i) = settings.at(i).data();
  const pid_t child = fork();
  if (child < 0) throw std::bad_alloc();
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    close(3);  // the channel to the owner
    execve(kSuite, pointers.data(), environment.data());
    _exit(127);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::uint16_t word_at(std::string_view bytes, std::size_t at) {
  if (at + 2 > bytes.size()) return 0;
  const auto low = static_cast<unsigned char>(bytes[at]), high = static_cast<unsigned char>(bytes[at + 1]);
  return static_cast<std::uint16_t>(low | high << 8U);
}

// The old formats say in their first records that a password is needed; the streams begin at a sector's start.
bool asks_for_password(const std::filesystem::path& file) {
  constexpr std::size_t kSector = 512;
  constexpr std::uint16_t kWordMagic = 0xA5EC, kWordEncrypted = 0x0100, kBegin = 0x0809, kFilePass = 0x002F;
  const std::string bytes = read_bounded(file);
  // Of a presentation, the record that says who used it last.
  if (bytes.find(std::string("\x14\0\0\0\xDF\xC4\xD1\xF3", 8)) != std::string::npos) return true;
  for (std::size_t at = kSector; at + kSector <= bytes.size(); at += kSector) {
    if (word_at(bytes, at) == kWordMagic) return (word_at(bytes, at + 10) & kWordEncrypted) != 0;
    if (word_at(bytes, at) != kBegin || word_at(bytes, at + 2) > 32) continue;
    std::size_t record = at;
    for (int i = 0; i < 8 && record < at + kSector; ++i) {
      if (word_at(bytes, record) == kFilePass) return true;
      record += 4U + word_at(bytes, record + 2);
    }
  }
  return false;
}

// Binary data that is longer than the file keeps the suite waiting for ever.
bool ends_within_binary(std::string_view rtf) {
  constexpr std::string_view kBinary = "\\bin";
  for (auto at = rtf.find(kBinary); at != std::string_view::npos; at = rtf.find(kBinary, at + kBinary.size())) {
    std::uint64_t length = 0;
    const char* const end = rtf.data() + rtf.size();
    const auto [rest, problem] = std::from_chars(rtf.data() + at + kBinary.size(), end, length);
    if (problem == std::errc::result_out_of_range) return true;
    if (problem == std::errc() && length > static_cast<std::uint64_t>(end - rest)) return true;
  }
  return false;
}

struct Target {
  const char *name, *filter;
  DocumentText (*read)(const std::filesystem::path& file, const ReaderLimits& limits);
};

Target target_of(FileType type) {
  if (type == FileType::Xls) return {"xlsx", "Calc MS Excel 2007 XML", read_xlsx};
  if (type == FileType::Ppt) return {"pptx", "Impress MS PowerPoint 2007 XML", read_pptx};
  return {"docx", "MS Word 2007 XML", read_docx};
}

// Named outright: left to itself the suite reads a damaged file as plain text.
const char* filter_of(const Job& job) {
  if (job.type == FileType::Docx) return "MS Word 2007 XML";
  if (job.type == FileType::Xlsx) return "Calc MS Excel 2007 XML";
  if (job.type == FileType::Pptx) return "Impress MS PowerPoint 2007 XML";
  if (job.type == FileType::Odt) return "writer8";
  if (job.type == FileType::Ods) return "calc8";
  if (job.type == FileType::Odp) return "impress8";
  if (job.type == FileType::Rtf) return "Rich Text Format";
  if (job.type == FileType::Doc) return "MS Word 97";
  if (job.type == FileType::Ppt) return "MS PowerPoint 97";
  const bool modern = read_bounded(job.source).find(std::string("W\0o\0r\0k\0b\0o\0o\0k\0", 16)) != std::string::npos;
  return modern ? "MS Excel 97" : "MS Excel 95";
}

// The suite makes `input.NAME` of it below `home`; `target` is NAME, with the filter's name behind a colon where it needs one.
std::filesystem::path made_by_suite(const Job& job, const std::filesystem::path& home, const std::string& name, const std::string& target) {
  const bool binary = job.type == FileType::Doc || job.type == FileType::Xls || job.type == FileType::Ppt;
  if (binary && asks_for_password(job.source)) throw ReadFailure(Failure::Encrypted, "the document asks for a password");
  if (job.type == FileType::Rtf && ends_within_binary(read_bounded(job.source))) {
    throw ReadFailure(Failure::Corrupt, "binary data ends too early");
  }
  if (!std::filesystem::exists(kSuite)) throw ReadFailure(Failure::Unsupported, "no office suite is installed");
  // The suite gets a link without any special letter in its name, and tells the format by content.
  const std::filesystem::path input = home / fmt::format("input.{}", name_of(job.type));
  std::filesystem::create_symlink(job.source, input);
  const std::string profile = replace_all((home / "profile").string(), " ", "%20");
  int status = kAskedToRestart;
  for (int start = 0; status == kAskedToRestart && start < kMostStarts; ++start) {
    status = run_suite({kSuite, "-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--nologo", "--nodefault",
                        "--nolockcheck", std::string("--infilter=") + filter_of(job), "--convert-to", target, "--outdir", home.string(),
                        input.string()},
                       home);
  }
  const std::filesystem::path output = home / fmt::format("input.{}", name);
  if (status == 128 + SIGXCPU) throw ReadFailure(Failure::TimedOut, "the office suite had no more CPU time");
  if (!std::filesystem::exists(output)) {
    throw ReadFailure(Failure::Corrupt, fmt::format("the office suite could not read it (status {})", status));
  }
  return output;
}

}  // namespace

Answer convert_document(const Job& job) {
  const ScratchFolder home(job.scratch);
  const Target target = target_of(job.type);
  const auto output = made_by_suite(job, home.path(), target.name, fmt::format("{}:{}", target.name, target.filter));
  return to_answer(target.read(output, job.limits), job, output);
}

Answer typeset_document(const Job& job) {
  const ScratchFolder home(job.scratch);
  std::filesystem::rename(made_by_suite(job, home.path(), "pdf", "pdf"), typeset_path(job.scratch));
  return {};
}

}  // namespace twofold::scanner

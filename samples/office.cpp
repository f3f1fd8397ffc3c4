#include "samples/office.h"

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

#include <fmt/format.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>

namespace twofold::samples {
namespace {

constexpr const char* kNamespaces =
    R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
    R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" )"
    R"(xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" )"
    R"(xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" )";

struct Source {
  const char* extension;
  std::string content;
};

std::string text_source(const Document& document) {
  std::string body;
  for (const auto& paragraph : document.paragraphs) body += "<text:p>" + escape_markup(paragraph) + "</text:p>\n";
  return fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?><office:document {}office:mimetype=)"
                     R"("application/vnd.oasis.opendocument.text"><office:body><office:text>{}</office:text>)"
                     R"(</office:body></office:document>)",
                     kNamespaces, body);
}

std::string slide_source(const Document& document) {
  std::string slides;
  for (const auto& paragraph : document.paragraphs)
    slides += fmt::format(R"(<draw:page draw:name="{}"><draw:frame svg:x="2cm" svg:y="3cm" svg:width="24cm" )"
                          R"(svg:height="8cm"><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame></draw:page>)",
                          "page", escape_markup(paragraph));
  return fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?><office:document {}office:mimetype=)"
                     R"("application/vnd.oasis.opendocument.presentation"><office:body><office:presentation>{})"
                     R"(</office:presentation></office:body></office:document>)",
                     kNamespaces, slides);
}

Source source_of(const Document& document) {
  if (document.carrier == Carrier::Pptx) return {".fodp", slide_source(document)};
  if (document.rows.empty()) return {".fodt", text_source(document)};
  std::string table;
  for (const auto& row : document.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) table += (i == 0 ? "" : ",") + row[i];
    table += "\n";
  }
  return {".csv", table};
}

int run(const std::vector<std::string>& words) {
  std::vector<char*> argv;
  for (const auto& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execvp(argv[0], argv.data());
    _exit(127);
  }
  int status = -1;
  if (child < 0 || waitpid(child, &status, 0) < 0) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void convert(const std::vector<const Document*>& documents, Carrier carrier, const std::filesystem::path& scratch,
             const std::filesystem::path& binder) {
  const std::string format = std::string(extension(carrier)).substr(1);
  const auto made = scratch / format;
  std::vector<std::string> words = {"soffice", "-env:UserInstallation=file://" + (scratch / "profile").string(),
                                    "--headless", "--norestore", "--convert-to", format, "--outdir", made.string()};
  if (!documents.front()->rows.empty()) words.emplace_back("--infilter=CSV:44,34,76,1");
  std::vector<std::pair<std::filesystem::path, std::filesystem::path>> moves;
  for (const auto* document : documents) {
    const Source source = source_of(*document);
    const auto stem = format + std::to_string(moves.size());
    const auto file = scratch / (stem + source.extension);
    write_durably(file, source.content);
    words.push_back(file.string());
    moves.emplace_back(made / (stem + "." + format), binder / document->path);
  }
  const int outcome = run(words);
  for (const auto& [from, to] : moves) {
    if (!std::filesystem::exists(from)) throw Error(ErrorKind::Io, msg("samples.office_failed", to.string(), outcome));
    std::filesystem::copy_file(from, to);
  }
}

}  // namespace

std::string escape_markup(std::string text) {
  return replace_all(replace_all(replace_all(std::move(text), "&", "&amp;"), "<", "&lt;"), ">", "&gt;");
}

bool is_office(Carrier carrier) { return carrier >= Carrier::Docx && carrier <= Carrier::Pptx; }

void write_office(const std::vector<const Document*>& documents, const std::filesystem::path& binder) {
  const ScratchFolder scratch(std::filesystem::temp_directory_path());
  std::map<Carrier, std::vector<const Document*>> by_carrier;
  for (const auto* document : documents) by_carrier[document->carrier].push_back(document);
  for (const auto& [carrier, group] : by_carrier) convert(group, carrier, scratch.path(), binder);
}

}  // namespace twofold::samples

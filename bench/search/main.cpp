// Twofold's index beside its peers, in one run: what is found, and what it costs.
//   bench-search [--documents N] [--questions N] [--texts DIR] [--samples DIR] [--peers …] [--json FILE] [--misses
//   FILE]
// docs/testing.md says what it measures.
#include "bench/search/quality_run.h"

#include <CLI/CLI.hpp>

#include <iostream>

int main(int argc, char** argv) {
  using namespace twofold::bench;
  QualityOptions options;
  CLI::App app{"Search quality and speed beside Xapian, FTS5, Omega and Recoll"};
  app.add_option("--documents", options.documents, "invented customer files to look in")->capture_default_str();
  app.add_option("--questions", options.questions, "about how many")->capture_default_str();
  app.add_option("--texts", options.texts, "folder of .txt files, whose paragraphs are looked in too");
  app.add_option("--samples", options.samples, "folder that make-samples wrote");
  app.add_option("--engines", options.engines, "of twofold, xapian, fts5, omega, recoll")
      ->delimiter(',')
      ->capture_default_str();
  app.add_option("--noise", options.noise, "shares of wrong characters")->delimiter(',')->capture_default_str();
  app.add_flag("--noisy-titles", options.noisy_titles, "titles have wrong characters too");
  app.add_option("--misses", options.misses, "file for the questions that twofold does not answer first");
  app.add_option("--seed", options.seed, "of papers, questions and noise")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  run_quality(options, std::cout);
  return 0;
}

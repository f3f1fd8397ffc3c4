// Twofold's index beside its peers, in one run: what is found, and what it costs.
//   bench-search quality|speed|check [options]
// docs/testing.md says what each measures.
#include "bench/search/check_run.h"
#include "bench/search/quality_run.h"
#include "bench/search/speed/speed_run.h"

#include <CLI/CLI.hpp>

#include <iostream>

int main(int argc, char** argv) {
  using namespace twofold::bench;
  CLI::App app{"Search quality and speed beside Xapian, FTS5, Omega and Recoll"};
  app.require_subcommand(1);
  QualityOptions quality;
  auto* find = app.add_subcommand("quality", "known-item questions, clean and misread");
  find->add_option("--documents", quality.documents, "invented customer files to look in")->capture_default_str();
  find->add_option("--questions", quality.questions, "about how many")->capture_default_str();
  find->add_option("--texts", quality.texts, "folder of .txt files, whose paragraphs are looked in too");
  find->add_option("--samples", quality.samples, "folder that make-samples wrote");
  find->add_option("--engines", quality.engines, "of twofold, xapian, fts5, omega, recoll")
      ->delimiter(',')
      ->capture_default_str();
  find->add_option("--noise", quality.noise, "shares of wrong characters")->delimiter(',')->capture_default_str();
  find->add_flag("--noisy-titles", quality.noisy_titles, "titles have wrong characters too");
  find->add_option("--misses", quality.misses, "file for the questions that twofold does not answer first");
  find->add_option("--seed", quality.seed, "of papers, questions and noise")->capture_default_str();
  find->add_option("--json", quality.json, "file for the figures");
  SpeedOptions speed;
  auto* cost = app.add_subcommand("speed", "rates, sizes and CPU time of searches");
  cost->add_option("--documents", speed.documents, "papers in the large index")->capture_default_str();
  cost->add_option("--samples", speed.samples, "searches of each kind")->capture_default_str();
  cost->add_flag("!--alone", speed.peers, "without TermGenerator and FTS5");
  cost->add_option("--folder", speed.folder, "where the indexes are made");
  cost->add_option("--seed", speed.seed, "of papers and searches")->capture_default_str();
  cost->add_option("--json", speed.json, "file for the figures");
  CheckOptions check;
  auto* test = app.add_subcommand("check", "a short run against a search by hand; ends with 1 when they differ");
  test->add_option("--documents", check.documents, "papers to look in")->capture_default_str();
  test->add_option("--questions", check.questions, "about how many")->capture_default_str();
  test->add_option("--seed", check.seed, "of papers and questions")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  if (test->parsed()) return run_check(check, std::cout) == 0 ? 0 : 1;
  if (find->parsed()) run_quality(quality, std::cout);
  else run_speed(speed, std::cout);
  return 0;
}

#include "bench/search/customer_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace twofold::bench {
namespace {

using samples::Random;

constexpr int kManagers = 24, kFirstYear = 2012, kLastYear = 2025, kEnglishShare = 8;

std::string person(Random& random) { return random.pick(names().surnames) + random.pick(names().given); }

std::string money(Random& random) {
  // Round sums are what contracts are made of; odd ones are what makes a paper be found.
  const int yuan = random.chance(0.3) ? random.between(1, 90) * 10'000 : random.between(1'000, 9'999'999);
  std::string digits = std::to_string(yuan);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits + ".00元";
}

std::string day(Random& random, int year, bool english) {
  const int month = random.between(1, 12), of_month = random.between(1, 28);
  if (english || random.chance(0.3)) return fmt::format("{}-{:02}-{:02}", year, month, of_month);
  return fmt::format("{}年{}月{}日", year, month, of_month);
}

// Fills the gaps of one paper: what names the paper stays, everything else is drawn anew.
class Gaps {
 public:
  Gaps(Random& random, const Client& client, int year, std::string code)
      : random_(random), client_(client), year_(year), code_(std::move(code)) {
    product_ = random_.pick(client.english ? names().english_products : names().products);
    trouble_ = random_.pick(client.english ? names().english_troubles : names().troubles);
  }

  std::string fill(const std::string& text) {
    std::string filled;
    std::size_t at = 0;
    for (std::size_t open = 0; (open = text.find('{', at)) != std::string::npos;) {
      const auto close = text.find('}', open);
      filled.append(text, at, open - at).append(value(text.substr(open + 1, close - open - 1)));
      at = close + 1;
    }
    return filled.append(text, at);
  }

 private:
  std::string value(const std::string& gap) {
    if (gap == "customer") return client_.name;
    if (gap == "manager") return client_.manager;
    if (gap == "year") return std::to_string(year_);
    if (gap == "code") return code_;
    if (gap == "product") return product_;
    if (gap == "trouble") return trouble_;
    if (gap == "amount") return money(random_);
    if (gap == "date") return day(random_, year_, client_.english);
    if (gap == "days") return std::to_string(random_.between(3, 120));
    if (gap == "count") return std::to_string(random_.between(2, 60));
    if (gap == "percent") return fmt::format("{}.{}%", random_.between(1, 29), random_.between(0, 9));
    if (gap == "person") return client_.english ? random_.pick(names().english_people) : person(random_);
    if (gap == "place") return random_.pick(names().places);
    if (gap == "phone") return fmt::format("{:04}-5550-{:04}", random_.between(10, 999), random_.between(0, 9999));
    if (gap == "account")
      return fmt::format("6222{:04}{:04}{:04}", random_.between(0, 9999), random_.between(0, 9999),
                         random_.between(0, 9999));
    return gap;
  }

  Random& random_;
  const Client& client_;
  const int year_;
  const std::string code_;
  std::string product_, trouble_;
};

std::string chinese_name(Random& random) {
  return random.pick(names().places) + random.pick(names().brands) + random.pick(names().trades) +
         random.pick(names().bodies);
}
std::string english_name(Random& random) {
  return random.pick(names().english_brands) + " " + random.pick(names().english_trades) +
         (random.chance(0.5) ? " Ltd." : " (Asia) Co.");
}

void write_pages(Paper& paper, const Form& form, Gaps& gaps, Random& random) {
  std::string first = gaps.fill(random.pick(form.openings));
  std::string second;
  std::vector<std::size_t> order(form.lines.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.next() % i]);
  order.resize(order.size() * 2 / 3);
  const auto form_number = static_cast<int>(&form - forms().data());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Line& line = form.lines[order[i]];
    (i < 4 ? first : second) += fmt::format("\n{}. {}", i + 1, gaps.fill(line.text));
    Fact fact{form_number * 100 + static_cast<int>(order[i]), {}};
    for (const auto& question : line.questions) fact.questions.push_back(gaps.fill(question));
    paper.facts.push_back(std::move(fact));
  }
  const auto& clauses = form.english ? english_clauses() : chinese_clauses();
  for (int i = random.between(3, 6); i > 0; --i)
    (i % 2 == 0 ? first : second) += "\n" + gaps.fill(random.pick(clauses));
  second += "\n" + gaps.fill(random.pick(form.endings));
  paper.document.pages = {{1, first, {}}, {2, second, {}}};
}

}  // namespace

CustomerFiles::CustomerFiles(std::uint64_t seed, int customers) : seed_(seed) {
  Random random(seed, "customers");
  std::vector<std::string> managers;
  for (int i = 0; i < kManagers; ++i) managers.push_back(person(random));
  std::set<std::string> taken;
  for (int i = 1; i <= customers; ++i) {
    const bool english = i % kEnglishShare == 0;
    std::string name = english ? english_name(random) : chinese_name(random);
    // Beyond what the names can tell apart, branches are numbered.
    if (!taken.insert(name).second) name += english ? fmt::format(" No. {}", i) : fmt::format("第{}分公司", i);
    taken.insert(name);
    clients_.push_back({fmt::format("K{:06}", i), name, random.pick(managers), english});
  }
}

Paper CustomerFiles::paper(std::int64_t id) const {
  Random random(seed_, fmt::format("paper {}", id));
  const auto which = static_cast<std::size_t>(random.next() % clients_.size());
  const Client& client = clients_[which];
  const Form& form = client.english ? forms()[static_cast<std::size_t>(random.between(6, 8))]
                                    : forms()[static_cast<std::size_t>(random.between(0, 5))];
  const int year = random.between(kFirstYear, kLastYear);
  const std::string code = fmt::format("HT-{}-{:06}", year, id);
  Gaps gaps(random, client, year, code);
  Paper paper;
  paper.source = "files";
  paper.english = client.english;
  auto& made = paper.document;
  made.item_id = id;
  made.title = gaps.fill(random.pick(form.titles));
  made.customer_number = client.number;
  made.customer_name = client.name;
  made.customer_id = static_cast<std::int64_t>(which) + 1;
  made.category = form.category;
  made.chapter_id = static_cast<std::int64_t>(which % kManagers) + 1;
  made.chapter = fmt::format("C{:02}", made.chapter_id);
  made.manager = client.manager;
  made.document_type = form.type;
  made.document_type_name = form.type_name;
  if (form.type == "contract") made.document_number = code;
  made.year = year;
  made.date = Date(year, static_cast<unsigned>(random.between(1, 12)), static_cast<unsigned>(random.between(1, 28)));
  made.number = fmt::format("A001-KH·{:02}·{}-D30-{}-{:03}-{:04}", made.category, year, made.chapter, id / 10'000 + 1,
                            id % 10'000);
  made.storage_id = fmt::format("EA001-{}-{:08}-L", year, id);
  made.shelf = fmt::format("K{}-{:02}-{:02}-{}-{:02}", random.between(1, 3), random.between(1, 8), random.between(1, 9),
                           random.between(1, 5), random.between(1, 30));
  made.state = random.chance(0.7) ? "bound" : random.chance(0.5) ? "filed" : "draft";
  write_pages(paper, form, gaps, random);
  return paper;
}

}  // namespace twofold::bench

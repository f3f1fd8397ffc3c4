#include "archive/forms/wording.h"

namespace twofold::archive {
namespace {

// Labels stand in the catalogue as they stand in the middle of a sentence.
std::string english(const Message& message) {
  std::string words = render(message, Language::English);
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

}  // namespace

std::string Wording::label(const std::string& key) const { return sentence(Message{key, {}}); }

std::string Wording::before(const std::string& key) const { return line(Message{key, {}}) + (bilingual_ ? ": " : "："); }

std::string Wording::line(const Message& message) const {
  const std::string chinese = render(message, Language::Chinese);
  const std::string other = bilingual_ ? english(message) : chinese;
  return other == chinese ? chinese : chinese + " " + other;
}

std::string Wording::sentence(const Message& message) const {
  const std::string chinese = render(message, Language::Chinese);
  const std::string other = bilingual_ ? english(message) : chinese;
  return other == chinese ? chinese : chinese + "\n" + other;
}

std::string Wording::value(const std::string& key) { return render(Message{key, {}}, Language::Chinese); }

}  // namespace twofold::archive

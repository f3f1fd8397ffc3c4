#pragma once
// Office files through LibreOffice without a screen, with a profile of its own.

#include "samples/document.h"

#include <filesystem>

namespace twofold::samples {

bool is_office(Carrier carrier);
// All `documents` are of office carriers. Throws Error{Io, "samples.office_failed"}.
void write_office(const std::vector<const Document*>& documents, const std::filesystem::path& binder);
std::string escape_markup(std::string text);

}  // namespace twofold::samples

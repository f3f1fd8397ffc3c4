#pragma once
// Sheets that list the records of a year: 案卷目录, 借阅登记, 保管检查, 温湿度. Each can be written on by hand below its last row.

#include "archive/archive.h"
#include "archive/forms/printer.h"
#include "archive/forms/wording.h"
#include "catalog/numbers.h"

#include <optional>

namespace twofold::archive {

// What such a sheet is known by, in its QR code and in the events: "volumes-2024", "loans" of all years.
std::string register_number(const std::string& which, const std::optional<int>& year);

void draw_list_of_volumes(Printer& printer, Archive& archive, int year, const Wording& words);
void draw_loan_register(Printer& printer, Archive& archive, const std::optional<int>& year, const Wording& words);
// Of one volume, or of all.
void draw_inspections(Printer& printer, Archive& archive, const std::optional<catalog::VolumeCode>& volume, const std::optional<int>& year,
                      const Wording& words);
void draw_climate(Printer& printer, Archive& archive, const std::string& room, int year, const Wording& words);

}  // namespace twofold::archive

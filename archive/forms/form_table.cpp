#include "archive/forms/form_table.h"

#include "archive/forms/archive_stamp.h"
#include "archive/forms/binder_sheet.h"
#include "archive/forms/box_content.h"
#include "archive/forms/record/change_slips.h"
#include "archive/forms/record/disposition_forms.h"
#include "archive/forms/record/registers.h"
#include "archive/forms/record/transfer_form.h"
#include "archive/forms/separator_sheet.h"
#include "archive/forms/volume/volume_forms.h"
#include "base/error.h"
#include "catalog/closing.h"
#include "catalog/customers.h"
#include "catalog/lookup.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace twofold::archive {
namespace {

using Subjects = std::vector<std::string>;

catalog::Volume require_volume(Archive& archive, const std::string& number) {
  const auto code = catalog::VolumeCode::parse(number);
  auto volume = catalog::find_volume(archive.database(), code);
  if (!volume) throw Error(ErrorKind::NotFound, msg("volume.unknown", code));
  return *std::move(volume);
}

Sealing require_sealing(Archive& archive, const catalog::Volume& volume) {
  const auto record = catalog::closing_of(archive.database(), volume.id);
  if (!record) throw Error(ErrorKind::Refused, msg("print.not_closed", volume.code));
  return {record->manifest_sha256, record->closed_by, record->at.date(), record->checked_by, record->checked_on};
}

std::int64_t id_of(const std::string& text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size() || id < 1) throw Error(ErrorKind::Usage, msg("cli.not_a_number", "ID", text));
  return id;
}

// The same, volume by volume.
template <class Draw>
Subjects each_volume(Archive& archive, const PrintOrder& order, const Draw& draw) {
  Subjects subjects;
  for (const auto& number : order.operands) {
    const auto volume = require_volume(archive, number);
    draw(volume);
    subjects.push_back(volume.code.text());
  }
  return subjects;
}

Subjects cover(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  return each_volume(archive, order, [&](const catalog::Volume& volume) { draw_cover(printer, archive, volume, words); });
}

Subjects spine(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  std::vector<Spine> spines;
  SpineWidth width = SpineWidth::Mm20;   // of all of them the widest that one needs
  const auto subjects = each_volume(archive, order, [&](const catalog::Volume& volume) {
    spines.push_back(spine_of(volume));
    width = std::max(width, spine_width_for(volume.page_count));
  });
  draw_spines(printer, spines, order.width.value_or(width), words);
  return subjects;
}

Subjects catalogue(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  return each_volume(archive, order,
                     [&](const catalog::Volume& volume) { draw_volume_catalogue(printer, archive.database(), volume, words); });
}

Subjects electronic(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  return each_volume(archive, order,
                     [&](const catalog::Volume& volume) { draw_electronic_catalogue(printer, archive.database(), volume, words); });
}

Subjects note(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  return each_volume(archive, order, [&](const catalog::Volume& volume) {
    draw_closing_note(printer, archive, volume, require_sealing(archive, volume), words);
  });
}

Subjects whole_volume(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  return each_volume(archive, order, [&](const catalog::Volume& volume) {
    draw_print_run(printer, archive, volume, require_sealing(archive, volume), words);
  });
}

Subjects box(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  std::vector<Spine> spines;
  SpineWidth width = SpineWidth::Mm20;
  for (const auto& number : order.operands) {
    const auto content = require_box(archive, catalog::ContainerNumber::parse(number));
    width = std::max(width, spine_width_for(content.box));
    spines.push_back(spine_of(archive, content));
  }
  draw_spines(printer, spines, order.width.value_or(width), words);
  Subjects subjects;
  for (const auto& spine : spines) subjects.push_back(spine.number);
  return subjects;
}

Subjects stamp(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  Subjects subjects;
  for (const auto& number : order.operands) {
    const auto found = catalog::look_up(archive.database(), number);
    const auto* item = found ? std::get_if<catalog::Item>(&*found) : nullptr;
    if (!item) throw Error(found ? ErrorKind::Usage : ErrorKind::NotFound, msg(found ? "lookup.not_an_item" : "lookup.nothing", number));
    draw_stamp_page(printer, *item, words);
    subjects.push_back(item->number());
  }
  return subjects;
}

Subjects volumes(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  draw_list_of_volumes(printer, archive, *order.year, words);
  return {register_number("volumes", order.year)};
}

Subjects loans(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  draw_loan_register(printer, archive, order.year, words);
  return {register_number("loans", order.year)};
}

Subjects inspections(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  if (order.operands.empty()) {
    draw_inspections(printer, archive, {}, order.year, words);
    return {register_number("inspections", order.year)};
  }
  const auto code = require_volume(archive, order.operands[0]).code;
  draw_inspections(printer, archive, code, order.year, words);
  return {code.text()};
}

Subjects climate(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  const int year = order.year.value_or(archive.clock().today().year());
  draw_climate(printer, archive, order.operands[0], year, words);
  return {register_number("climate-" + order.operands[0], year)};
}

Subjects change(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  const auto id = id_of(order.operands[0]);
  const auto amendment = catalog::find_amendment(archive.database(), id);
  if (!amendment) throw Error(ErrorKind::NotFound, msg("amendment.unknown", id));
  draw_amendment_slip(printer, archive, *amendment, words);
  return {amendment->number};
}

Subjects removal(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  const auto id = id_of(order.operands[0]);
  const auto removed = catalog::find_removal(archive.database(), id);
  if (!removed) throw Error(ErrorKind::NotFound, msg("removal.unknown", id));
  draw_removal_slip(printer, archive, *removed, words);
  return {removed->number};
}

Subjects transfer(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  const auto found = catalog::find_transfer(archive.database(), order.operands[0]);
  if (!found) throw Error(ErrorKind::NotFound, msg("transfer.unknown", order.operands[0]));
  draw_transfer(printer, archive, *found, words);
  return {found->number};
}

catalog::DispositionList require_list(Archive& archive, const std::string& number) {
  auto list = catalog::find_list(archive.database(), number);
  if (!list) throw Error(ErrorKind::NotFound, msg("disposition.unknown_list", number));
  return *std::move(list);
}

Subjects disposition(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  const auto list = require_list(archive, order.operands[0]);
  draw_disposition_list(printer, archive, list, words);
  return {list.number};
}

Subjects certificate(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  const auto list = require_list(archive, order.operands[0]);
  if (!list.executed_on) throw Error(ErrorKind::Refused, msg("print.not_destroyed", list.number));
  draw_certificate(printer, archive, list, words);
  return {list.number};
}

// TYPE CUSTOMER, or TYPE alone where the category has no customer.
Subjects separator(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  const auto& profile = archive.profile();
  const auto* type = profile.find_document_type(order.operands[0]);
  if (!type) throw Error(ErrorKind::Usage, msg("manifest.unknown_type", order.operands[0]));
  const bool daily = type->category == 0, needs_customer = !daily && profile.category(type->category).has_customer;
  SeparatorTarget target{"", type->category, type->key};
  SeparatorWords names{archive.config().fonds_name, "", daily ? Wording::value("form.daily_record") : profile.category(type->category).name.chinese,
                       type->name.chinese};
  if (order.operands.size() == 2) {
    const auto customer = catalog::find_customer(archive.database(), order.operands[1]);
    if (!customer) throw Error(ErrorKind::NotFound, msg("lookup.nothing", order.operands[1]));
    target.customer = customer->number;
    names.customer = customer->name;
  } else if (needs_customer) {
    throw Error(ErrorKind::Usage, msg("print.separator_needs_customer", type->name.chinese));
  }
  draw_separator(printer, target, names, order.pages, words);
  return {target.text()};
}

Subjects binder(Printer& printer, Archive& archive, const PrintOrder& order, const Wording& words) {
  return each_volume(archive, order, [&](const catalog::Volume& volume) { draw_binder_sheet(printer, archive, volume, words); });
}

constexpr std::array kForms = {
    FormRow{"cover", cover},         FormRow{"spine", spine},           FormRow{"catalogue", catalogue},
    FormRow{"electronic", electronic}, FormRow{"note", note},           FormRow{"volume", whole_volume},
    FormRow{"box", box},             FormRow{"stamp", stamp},
    FormRow{"volumes", volumes},     FormRow{"loans", loans},           FormRow{"inspections", inspections},
    FormRow{"climate", climate},     FormRow{"change", change},         FormRow{"removal", removal},
    FormRow{"transfer", transfer},   FormRow{"disposition", disposition}, FormRow{"certificate", certificate},
    FormRow{"separator", separator}, FormRow{"binder", binder},
};

}  // namespace

std::span<const FormRow> form_table() { return kForms; }

const FormRow& find_form(std::string_view key) {
  const auto found = std::ranges::find(kForms, key, &FormRow::key);
  if (found == kForms.end()) throw Error(ErrorKind::Internal, msg("print.no_such_form", key));
  return *found;
}

}  // namespace twofold::archive

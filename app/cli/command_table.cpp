#include "app/cli/command_table.h"

#include "app/cli/commands.h"
#include "base/error.h"

#include <algorithm>
#include <array>

namespace twofold::app {
namespace {

using catalog::Action;

constexpr Option kOptions[] = {
    {"archive", "DIR"},       {"actor", "NAME"},       {"json", ""},           {"lang", "zh|en"},     {"help", ""},
    {"fonds", "CODE"},        {"fonds-name", "NAME"},  {"profile", "NAME"},    {"customer", "NUMBER"}, {"customer-name", "NAME"},
    {"manager", "NAME"},      {"category", "1-6"},     {"type", "KEY"},        {"title", "TEXT"},     {"document-number", "TEXT"},
    {"responsible", "NAME"},  {"date", "DATE"},        {"shelf", "PLACE"},     {"paper", ""},         {"once", ""},
    {"limit", "N"},           {"offset", "N"},         {"batch", "FILE"},      {"year", "YEAR"},      {"state", "STATE"},
    {"after", "KEY"},         {"as", "KIND"},          {"person", "NAME"},     {"manifest", "FILE"},  {"dry-run", ""},
    {"as-of", "DATE"},        {"track", "TRACK"},      {"witness", "NAME"},    {"reason", "TEXT"},    {"review-after", "DATE"},
    {"volume", "CODE"},       {"borrower", "NAME"},    {"department", "NAME"}, {"due", "DATE"},       {"all", ""},
    {"out", "PATH"},          {"expect", "SEQ:HASH"},  {"approved-by", "NAME"}, {"rehearsal", ""},
    {"accuracy", "fast|best"}, {"pdf", "DIR"},
    {"again", ""},            {"page", "N"},           {"revision", "N"},     {"facets", "[=N]"},    {"sort", "ORDER"},
    {"like", "NUMBER"},       {"export", "FILE"},      {"save", "NAME"},      {"saved", "NAME"},     {"boxes", ""},
    {"remove", "NAME"},       {"key", "FILE"},
    {"role", "ROLE,…"},       {"system-user", "NAME"}, {"read-only", ""},      {"until", "DATE"},
    {"room", "ROOM"},         {"at", "TIME"},          {"celsius", "℃"},      {"humidity", "%RH"},   {"measure", "TEXT"},
    {"damages", "LIST"},      {"treatment", "TEXT"},      {"pages", "N"},           {"because", "CAUSE"},
    {"outcome", "TEXT"},      {"by", "GROUP"},      {"to", "UNIT"},      {"kind", "KIND"},         {"finding", "TEXT"},      {"evidence", "NUMBER"},
          {"result", "STATE"},      {"note", "TEXT"},      {"minutes", "TEXT"},       {"class", "CLASS"},
};

constexpr std::string_view kCommon[] = {"archive", "actor", "json", "lang", "help"};

const std::array kCommands = std::to_array<Command>({
    {"init", "DIR", 1, 1, {"fonds!", "fonds-name", "profile", "rehearsal"}, "twofold init ~/archive --fonds A001 --profile club", std::nullopt, run_init},
    {"ingest", "PATH…", 1, kAnyNumber,
     {"customer", "customer-name", "manager", "category", "type", "title", "document-number", "responsible", "date", "shelf", "paper"},
     "twofold ingest binder/ --archive ~/archive", Action::Submit, run_ingest},
    {"watch", "", 0, 0, {"once"}, "twofold watch --archive ~/archive", Action::Submit, run_watch},
    {"deskew", "IMAGE…", 1, kAnyNumber, {"out"}, "twofold deskew scans/*.tif --out straight/", std::nullopt, run_deskew},
    {"recognise", "FILE… | --again NUMBER…", 0, kAnyNumber, {"accuracy", "pdf", "again", "all"}, "twofold recognise letter.tif --json", std::nullopt, run_recognise},
    {"scan-report", "FILE", 1, 1, {"out!", "accuracy"}, "twofold scan-report binder.tif --out report.html", std::nullopt, run_scan_report},
    {"search", "QUERY…", 0, kAnyNumber,
     {"limit", "offset", "sort", "facets", "like", "export", "save", "saved", "batch", "boxes"},
     "twofold search '合同 王府 2024' --archive ~/archive", Action::Read, run_search},
    {"searches", "", 0, 0, {"remove"}, "twofold searches --remove '待收欠款'", Action::KeepOwnThings, run_searches},
    {"suggest", "BEGINNING", 1, 1, {"limit"}, "twofold suggest 王", Action::Read, run_suggest},
    {"show", "NUMBER", 1, 1, {}, "twofold show EA001-2024-00000123-L --archive ~/archive", Action::Describe, run_show},
    {"text", "NUMBER", 1, 1, {"page", "revision"}, "twofold text EA001-2024-00000123-L --page 2 --revision 1", Action::Read, run_text},
    {"list", "", 0, 0, {"customer", "category", "year", "volume", "limit", "after"}, "twofold list --year 2024 --category 2", Action::Describe, run_list},
    {"sign", "[NUMBER…]", 0, kAnyNumber, {"as!", "person", "manifest"}, "twofold sign T-A001-02-C03-000418 --as leader --person 赵敏", std::nullopt, run_sign},
    {"file", "[NUMBER…]", 0, kAnyNumber, {"manifest"}, "twofold file --manifest binder/manifest.csv", Action::File, run_file},
    {"amend request", "NUMBER", 1, 1, {"reason!", "title", "document-number", "responsible", "date"},
     "twofold amend request A001-KH.02.2024-D30-C03-001-0007 --title 会员签单消费合同 --reason 题名有误", Action::RequestChange, run_amend_request},
    {"amend consent", "ID", 1, 1, {}, "twofold amend consent 1", Action::ConsentToChange, run_amend_consent},
    {"amend refuse", "ID", 1, 1, {"reason!"}, "twofold amend refuse 1 --reason 原题名无误", Action::ConsentToChange, run_amend_refuse},
    {"amend list", "", 0, 0, {"limit", "after"}, "twofold amend list", Action::SeeRegisters, run_amend_list},
    {"amend history", "NUMBER", 1, 1, {}, "twofold amend history A001-KH.02.2024-D30-C03-001-0007", Action::Describe, run_amend_history},
    {"remove request", "NUMBER", 1, 1, {"because!", "reason!"},
     "twofold remove request A001-KH.02.2024-D30-C03-001-0007 --because erroneous --reason 他人资料误入", Action::RequestChange, run_remove_request},
    {"remove consent", "ID", 1, 1, {}, "twofold remove consent 1", Action::ConsentToChange, run_remove_consent},
    {"remove refuse", "ID", 1, 1, {"reason!"}, "twofold remove refuse 1 --reason 仍有效", Action::ConsentToChange, run_remove_refuse},
    {"remove restore", "ID", 1, 1, {}, "twofold remove restore 1", Action::RestoreRemoved, run_remove_restore},
    {"remove confirm", "ID", 1, 1, {}, "twofold remove confirm 1", Action::ConfirmRemoval, run_remove_confirm},
    {"remove due", "", 0, 0, {"as-of", "limit"}, "twofold remove due --as-of 2026-12-31", Action::SeeRegisters, run_remove_due},
    {"remove list", "", 0, 0, {"state", "limit", "after"}, "twofold remove list --state hold", Action::SeeRegisters, run_remove_list},
    {"promote", "NUMBER", 1, 1, {"type!", "customer", "manager", "paper"},
     "twofold promote EA001-2024-00000123-L --type complaint_reason --customer 王府集团", Action::Promote, run_promote},
    {"promote mark", "NUMBER…", 1, kAnyNumber, {}, "twofold promote mark EA001-2024-00000123-L", Action::Promote, run_promote_mark},
    {"promote pending", "", 0, 0, {"limit", "after"}, "twofold promote pending", Action::SeeRegisters, run_promote_pending},
    {"shelf place", "VOLUME PLACE", 2, 2, {}, "twofold shelf place A001-KH.02.2024-D30-C03-001 K1-02-05-3-12", Action::Place, run_shelf_place},
    {"shelf move", "VOLUME PLACE", 2, 2, {}, "twofold shelf move A001-KH.02.2024-D30-C03-001 K1-02-05-3-13", Action::Place, run_shelf_move},
    {"shelf list", "[PREFIX]", 0, 1, {"limit", "after"}, "twofold shelf list K1-02", Action::SeeRegisters, run_shelf_list},
    {"container make", "VOLUME", 1, 1, {}, "twofold container make A001-KH.02.2024-D30-C03-001", Action::Place, run_container_make},
    {"container put", "VOLUME BOX", 2, 2, {}, "twofold container put A001-KH.02.2024-D30-C03-002 BOX-2024-0001", Action::Place, run_container_put},
    {"xref verify", "", 0, 0, {}, "twofold xref verify", Action::Maintain, run_xref_verify},
    {"volume list", "", 0, 0, {"year", "category", "manager", "state", "limit", "after"}, "twofold volume list --year 2024", Action::SeeRegisters, run_volume_list},
    {"volume verify", "VOLUME", 1, 1, {}, "twofold volume verify A001-KH.02.2024-D30-C03-001", Action::SeeRegisters, run_volume_verify},
    {"volume print", "VOLUME", 1, 1, {"out!"}, "twofold volume print A001-KH.02.2024-D30-C03-001 --out forms.pdf", Action::PrintForms, run_volume_print},
    {"close", "YEAR", 1, 1, {"category", "manager", "dry-run"}, "twofold close 2025 --dry-run", Action::CloseYear, run_close},
    {"retention due", "", 0, 0, {"as-of!", "limit", "after"}, "twofold retention due --as-of 2035-01-01", Action::SeeRegisters, run_retention_due},
    {"purge draw", "VOLUME…", 1, kAnyNumber, {"as-of!", "track!"}, "twofold purge draw A001-KH.04.2024-D10-C01-001 --as-of 2035-01-01 --track both", Action::Appraise, run_purge_draw},
    {"purge list", "[LIST]", 0, 1, {}, "twofold purge list", Action::SeeRegisters, run_purge_list},
    {"purge print", "LIST", 1, 1, {"out!"}, "twofold purge print DL-2035-0001 --out list.pdf", Action::PrintForms, run_purge_print},
    {"purge approve", "LIST", 1, 1, {}, "twofold purge approve DL-2035-0001 --actor 王总", Action::ApproveDisposition, run_purge_approve},
    {"purge refuse", "LIST", 1, 1, {"volume", "review-after!", "reason!"}, "twofold purge refuse DL-2035-0001 --review-after 2040-01-01 --reason 诉讼", Action::ApproveDisposition, run_purge_refuse},
    {"purge execute", "LIST", 1, 1, {"witness!"}, "twofold purge execute DL-2035-0001 --witness 李监销", Action::ExecuteDisposition, run_purge_execute},
    {"hold place", "TARGET", 1, 1, {"reason!"}, "twofold hold place K000001 --reason 诉讼", Action::PlaceHold, run_hold_place},
    {"hold lift", "ID", 1, 1, {"reason!"}, "twofold hold lift 1 --reason 结案", Action::LiftHold, run_hold_lift},
    {"hold list", "", 0, 0, {"all"}, "twofold hold list", Action::SeeRegisters, run_hold_list},
    {"debt settle", "CUSTOMER", 1, 1, {"date!"}, "twofold debt settle K000001 --date 2026-03-01", Action::RecordSettlement, run_debt_settle},
    {"transfer draw", "VOLUME…", 1, kAnyNumber, {"to!", "reason!"}, "twofold transfer draw A001-KH.01.2024-Y-C03-001 --to 市档案馆 --reason 到期移交", Action::Transfer, run_transfer_draw},
    {"transfer sign", "TRANSFER", 1, 1, {"as!", "person"}, "twofold transfer sign TR-2026-0001 --as receiver_leader --person 陈馆长", Action::Transfer, run_transfer_sign},
    {"transfer pack", "TRANSFER", 1, 1, {"out!"}, "twofold transfer pack TR-2026-0001 --out /media/移交", Action::Transfer, run_transfer_pack},
    {"transfer complete", "TRANSFER", 1, 1, {}, "twofold transfer complete TR-2026-0001", Action::Transfer, run_transfer_complete},
    {"transfer cancel", "TRANSFER", 1, 1, {"reason!"}, "twofold transfer cancel TR-2026-0001 --reason 暂缓", Action::Transfer, run_transfer_cancel},
    {"transfer list", "", 0, 0, {"limit", "after"}, "twofold transfer list", Action::SeeRegisters, run_transfer_list},
    {"user add", "NAME", 1, 1, {"role!", "system-user", "manager"}, "twofold user add 张建国 --role account_manager --manager 张建国", Action::ManagePeople, run_user_add},
    {"user roles", "NAME", 1, 1, {"role!"}, "twofold user roles 周敏 --role archivist,employee", Action::ManagePeople, run_user_roles},
    {"user retire", "NAME", 1, 1, {}, "twofold user retire 周敏", Action::ManagePeople, run_user_retire},
    {"user password", "NAME", 1, 1, {}, "twofold user password 周敏 < password.txt", Action::KeepOwnThings, run_user_password},
    {"user list", "", 0, 0, {"limit", "after"}, "twofold user list", Action::ManagePeople, run_user_list},
    {"user handover", "FROM TO", 2, 2, {}, "twofold user handover 张建国 李经理", Action::ManagePeople, run_user_handover},
    {"login", "NAME", 1, 1, {"read-only"}, "export TWOFOLD_TOKEN=$(twofold login 周敏)", std::nullopt, run_login},
    {"grant give", "PERSON [NUMBER]", 1, 2, {"until!", "reason!"}, "twofold grant give 孙工 K000001 --until 2026-12-31 --reason 核对欠款", Action::GrantAccess, run_grant_give},
    {"grant revoke", "ID", 1, 1, {"reason!"}, "twofold grant revoke 1 --reason 调岗", Action::GrantAccess, run_grant_revoke},
    {"grant list", "", 0, 0, {"all", "limit", "after"}, "twofold grant list", Action::GrantAccess, run_grant_list},
    {"loan request", "VOLUME", 1, 1, {"reason!", "due!", "borrower", "department", "paper"},
     "twofold loan request A001-KH.02.2024-D30-C03-001 --reason 核对 --due 2026-12-31 --paper", Action::RequestLoan, run_loan_request},
    {"loan approve", "ID", 1, 1, {}, "twofold loan approve 1", Action::ApproveLoan, run_loan_approve},
    {"loan refuse", "ID", 1, 1, {"reason!"}, "twofold loan refuse 1 --reason 待销毁", Action::ApproveLoan, run_loan_refuse},
    {"loan picks", "", 0, 0, {"limit"}, "twofold loan picks", Action::HandOut, run_loan_picks},
    {"loan out", "VOLUME", 1, 1, {"borrower", "department", "reason", "approved-by", "due"},
     "twofold loan out A001-KH.02.2024-D30-C03-001", Action::HandOut, run_loan_out},
    {"loan renew", "VOLUME", 1, 1, {"due!"}, "twofold loan renew A001-KH.02.2024-D30-C03-001 --due 2027-01-31", Action::HandOut, run_loan_renew},
    {"loan remind", "", 0, 0, {"limit"}, "twofold loan remind", Action::HandOut, run_loan_remind},
    {"loan return", "VOLUME", 1, 1, {}, "twofold loan return A001-KH.02.2024-D30-C03-001", Action::HandOut, run_loan_return},
    {"loan inspect", "VOLUME", 1, 1, {"pages", "damages", "treatment", "due"},
     "twofold loan inspect A001-KH.02.2024-D30-C03-001 --pages 212", Action::HandOut, run_loan_inspect},
    {"loan lost", "VOLUME", 1, 1, {"reason!"}, "twofold loan lost A001-KH.02.2024-D30-C03-001 --reason 途中遗失", Action::HandOut, run_loan_lost},
    {"loan found", "VOLUME", 1, 1, {}, "twofold loan found A001-KH.02.2024-D30-C03-001", Action::HandOut, run_loan_found},
    {"loan list", "", 0, 0, {"all", "state", "borrower", "limit", "after"}, "twofold loan list --state out", Action::RequestLoan, run_loan_list},
    {"customer set", "NUMBER FIELD [VALUE]", 2, 3, {}, "twofold customer set K000001 phone 010-65130000", Action::KeepCustomers, run_customer_set},
    {"customer spend", "NUMBER YUAN", 2, 2, {"date", "reason"}, "twofold customer spend K000001 1280.50 --date 2026-03-01", Action::KeepCustomers, run_customer_spend},
    {"customer discharge", "NUMBER", 1, 1, {"date"}, "twofold customer discharge K000001 --date 2026-03-01", Action::KeepCustomers, run_customer_discharge},
    {"customer call", "NUMBER", 1, 1, {"outcome!", "date"}, "twofold customer call K000001 --outcome 恢复良好", Action::KeepCustomers, run_customer_call},
    {"customer certificate", "NUMBER HOLDER NAME", 3, 3, {"until!"}, "twofold customer certificate K000001 王师傅 电工证 --until 2027-06-30", Action::KeepCustomers, run_customer_certificate},
    {"customer classes", "NUMBER", 1, 1, {}, "twofold customer classes K000001", Action::Describe, run_customer_classes},
    {"meeting focus", "MONTH CUSTOMER…", 2, kAnyNumber, {"date", "minutes"}, "twofold meeting focus 2026-03 K000001 K000002", Action::HoldMeeting, run_meeting_focus},
    {"meeting classes", "QUARTER CUSTOMER…", 2, kAnyNumber, {"class!", "date", "minutes"}, "twofold meeting classes 2026-Q1 K000001 --class VIP", Action::HoldMeeting, run_meeting_classes},
    {"meeting review", "PERIOD", 1, 1, {"minutes!", "date"}, "twofold meeting review 2026-H1 --minutes 检讨半年客户情况", Action::HoldMeeting, run_meeting_review},
    {"meeting list", "", 0, 0, {"limit", "after"}, "twofold meeting list", Action::SeeRegisters, run_meeting_list},
    {"list number", "", 0, 0, {"limit", "after"}, "twofold list number", Action::Describe, run_list_number},
    {"list class", "[CLASS]", 0, 1, {"limit", "after"}, "twofold list class VIP", Action::Describe, run_list_class},
    {"list birthday", "[MONTH]", 0, 1, {"limit", "after"}, "twofold list birthday 2026-03", Action::Describe, run_list_birthday},
    {"list focus", "[MONTH]", 0, 1, {"limit", "after"}, "twofold list focus 2026-03", Action::Describe, run_list_focus},
    {"list calls", "", 0, 0, {"as-of", "limit", "after"}, "twofold list calls", Action::Describe, run_list_calls},
    {"list certificates", "", 0, 0, {"as-of", "limit", "after"}, "twofold list certificates --as-of 2026-12-31", Action::Describe, run_list_certificates},
    {"customer fact", "NUMBER FIELD [VALUE]", 2, 3, {}, "twofold customer fact T-A001-02-C03-000418 transformers 2", Action::KeepCustomers, run_customer_fact},
    {"copy verify", "NUMBER", 1, 1, {}, "twofold copy verify T-A001-01-C03-000007", Action::KeepCustomers, run_copy_verify},
    {"pair check", "NUMBER", 1, 1, {"result!", "note"}, "twofold pair check T-A001-02-C03-000418 --result same", Action::Inspect, run_pair_check},
    {"list gaps", "", 0, 0, {"limit", "after"}, "twofold list gaps", Action::Describe, run_list_gaps},
    {"list mismatches", "", 0, 0, {"limit", "after"}, "twofold list mismatches", Action::Describe, run_list_mismatches},
    {"list pairs", "[STATE]", 0, 1, {"limit", "after"}, "twofold list pairs different", Action::Describe, run_list_pairs},
    {"register", "loans|returns|transfers|disposition", 1, 1, {"year", "export", "limit", "after"}, "twofold register loans --year 2026 --export 借阅登记.csv", Action::SeeRegisters, run_register},
    {"stats", "", 0, 0, {"by", "export"}, "twofold stats --by manager", Action::SeeRegisters, run_stats},
    {"stats reconcile", "", 0, 0, {}, "twofold stats reconcile", Action::SeeRegisters, run_stats_reconcile},
    {"stats built", "", 0, 0, {"as-of"}, "twofold stats built --as-of 2026-06-30", Action::SeeRegisters, run_stats_built},
    {"climate record", "ROOM", 1, 1, {"at!", "celsius!", "humidity!", "person", "measure"},
     "twofold climate record K1 --at '2026-03-01 08:30' --celsius 21.5 --humidity 52", Action::Inspect, run_climate_record},
    {"climate import", "FILE", 1, 1, {"room", "person"}, "twofold climate import logger.csv --room K1", Action::Inspect, run_climate_import},
    {"climate summary", "ROOM", 1, 1, {"year"}, "twofold climate summary K1 --year 2026", Action::Inspect, run_climate_summary},
    {"climate alarms", "", 0, 0, {"room", "limit", "after"}, "twofold climate alarms --room K1", Action::Inspect, run_climate_alarms},
    {"inspect volume", "VOLUME", 1, 1, {"damages", "treatment", "person", "date", "due"},
     "twofold inspect volume A001-KH.02.2024-D30-C03-001 --damages 霉变,虫蛀 --treatment 隔离 --due 2026-12-31", Action::Inspect, run_inspect_volume},
    {"inspect list", "[VOLUME]", 0, 1, {"limit", "after"}, "twofold inspect list A001-KH.02.2024-D30-C03-001", Action::Inspect, run_inspect_list},
    {"inspect followups", "", 0, 0, {"as-of", "limit", "after"}, "twofold inspect followups --as-of 2026-12-31", Action::Inspect, run_inspect_followups},
    {"inspect resolve", "ID", 1, 1, {"treatment!", "person", "date"}, "twofold inspect resolve 1 --treatment 熏蒸", Action::Inspect, run_inspect_resolve},
    {"patrol record", "ROOM", 1, 1, {"kind!", "at!", "finding", "measure", "person"},
     "twofold patrol record K1 --kind fire --at '2026-03-01 17:00' --finding 灭火器过期 --measure 已报修", Action::Inspect, run_patrol_record},
    {"patrol import", "FILE", 1, 1, {"room", "person"}, "twofold patrol import 巡查.csv --room K1", Action::Inspect, run_patrol_import},
    {"patrol resolve", "ID", 1, 1, {"treatment!"}, "twofold patrol resolve 1 --treatment 已更换", Action::Inspect, run_patrol_resolve},
    {"patrol list", "", 0, 0, {"all", "limit", "after"}, "twofold patrol list", Action::Inspect, run_patrol_list},
    {"rectify open", "[TARGET]", 0, 1, {"note!", "evidence"}, "twofold rectify open K000001 --note 配电室门锁损坏", Action::Rectify, run_rectify_open},
    {"rectify notice", "ID", 1, 1, {"due!", "note!", "evidence"}, "twofold rectify notice 1 --due 2026-12-31 --note 限期修复", Action::Rectify, run_rectify_notice},
    {"rectify report", "ID", 1, 1, {"note!", "evidence"}, "twofold rectify report 1 --note 已换锁", Action::Rectify, run_rectify_report},
    {"rectify inspect", "ID", 1, 1, {"result!", "note!", "evidence"}, "twofold rectify inspect 1 --result passed --note 合格", Action::Rectify, run_rectify_inspect},
    {"rectify show", "ID", 1, 1, {}, "twofold rectify show 1", Action::Rectify, run_rectify_show},
    {"rectify list", "", 0, 0, {"as-of", "limit", "after"}, "twofold rectify list --as-of 2026-12-31", Action::Rectify, run_rectify_list},
    {"fonds-file add", "[NUMBER]", 0, 1, {"kind!", "title!", "date"}, "twofold fonds-file add --kind history --title 全宗介绍", Action::Inspect, run_fonds_file_add},
    {"fonds-file list", "[KIND]", 0, 1, {"limit", "offset"}, "twofold fonds-file list", Action::SeeRegisters, run_fonds_file_list},
    {"audit verify", "[FILE]", 0, 1, {"expect", "key"}, "twofold audit verify", Action::SeeAudit, run_audit_verify},
    {"audit export", "FILE", 1, 1, {}, "twofold audit export 审计.log", Action::SeeAudit, run_audit_export},
    {"audit list", "[NUMBER]", 0, 1, {"limit", "after"}, "twofold audit list EA001-2024-00000123-L", Action::SeeAudit, run_audit_list},
    {"reindex", "", 0, 0, {}, "twofold reindex", Action::Maintain, run_reindex},
    {"status", "", 0, 0, {}, "twofold status", Action::Maintain, run_status},
    {"completion", "SHELL", 1, 1, {}, "twofold completion bash > /etc/bash_completion.d/twofold", std::nullopt, run_completion},
    {"man", "DIR", 1, 1, {}, "twofold man /usr/local/share/man/man1", std::nullopt, run_man},
});

}  // namespace

std::span<const Command> command_table() { return kCommands; }
std::span<const Option> option_table() { return kOptions; }
std::span<const std::string_view> common_options() { return kCommon; }

const Option& find_option(std::string_view name) {
  if (name.ends_with('!')) name.remove_suffix(1);
  const auto found = std::ranges::find(kOptions, name, &Option::name);
  if (found == std::end(kOptions)) throw Error(ErrorKind::Internal, msg("cli.no_such_option", name));
  return *found;
}

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(kCommands, name, &Command::name);
  return found == kCommands.end() ? nullptr : &*found;
}

}  // namespace twofold::app

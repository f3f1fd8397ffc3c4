#pragma once
// The domain page read a second time, command by command and without the program's tables: who may do what. A command
// that does not stand here fails the build.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace twofold::app {

using Names = std::set<std::string>;

inline Names operator+(Names names, const Names& more) {
  names.insert(more.begin(), more.end());
  return names;
}

inline const Names kNobody = {};
inline const Names kEverybody = {"employee",      "account_manager", "department_manager",
                                 "sales_manager", "general_manager", "archivist",
                                 "leader",        "auditor",         "administrator"};
inline const Names kReaders = {"general_manager", "sales_manager"};                        // R12
inline const Names kKnowers = kReaders + Names{"archivist", "auditor"};  // of the catalogue, not the files
inline const Names kSuperiors = kReaders + Names{"department_manager", "leader"};
inline const Names kOverseers = kSuperiors + Names{"archivist", "auditor"};  // registers, holds, rectification
inline const Names kArchivist = {"archivist"};
inline const Names kKeepers = kReaders + kArchivist;                                       // of customers' data
inline const Names kChangers = kReaders + kArchivist;  // R16: who may ask for a change
inline const Names kSales = {"sales_manager"};                                             // R16, R17: consent
inline const Names kGeneral = {"general_manager"};
inline const Names kAppraisers = kReaders + Names{"archivist", "leader"};
inline const Names kPrinters = kReaders + kArchivist;
inline const Names kInspectors = {"archivist", "auditor"};
inline const Names kTransferrers = {"archivist", "leader", "general_manager"};
inline const Names kAuditors = {"auditor", "general_manager", "administrator"};
inline const Names kAdministrator = {"administrator"};
inline const Names kMaintainers = {"archivist", "administrator"};

// How a refusal shows.
enum class Form {
  Refused,   // the command itself is not theirs
  Hidden,    // a record is not theirs: as if it were not there
  LeftOut,   // the command is everybody's, and leaves out what is not theirs
};

struct Expected {
  std::vector<std::string> words;   // the command first; @item, @customer … stand for the record's numbers
  Names anywhere;
  bool own = false;                 // R11: an account manager on the records of their own customers
  bool granted = false;             // R13
  Form form = Form::Refused;
};

// Each is called so that who may do it ends in an error of form or state, and nothing is changed.
inline const std::vector<Expected> kExpected = {
    {{"ingest", "/proc/nowhere/at all"}, kEverybody},  // R15
    {{"watch", "--once"}, kEverybody},
    {{"search", "信用额度"}, kReaders, true, true, Form::LeftOut},
    {{"search", "--like", "@item"}, kReaders, true, true, Form::Hidden},
    {{"search", "信用额度", "--facets"}, kReaders, true, true, Form::LeftOut},
    {{"search", "信用额度", "--export", "@export"}, kReaders, true, true, Form::LeftOut},
    {{"searches", "--remove", "没有的"}, kEverybody},
    {{"suggest", "王"}, kReaders, true, true, Form::LeftOut},
    {{"show", "@item"}, kKnowers, true, true, Form::Hidden},
    {{"show", "@volume"}, kKnowers, true, false, Form::Hidden},   // it holds the files of others than a grant names
    {{"show", "@customer"}, kKnowers, true, true, Form::Hidden},
    {{"text", "@item"}, kReaders, true, true, Form::Hidden},
    {{"list"}, kKnowers, true, true, Form::LeftOut},
    {{"list", "--customer", "@customer"}, kKnowers, true, true, Form::Hidden},
    {{"list", "--volume", "@volume"}, kKnowers, true, false, Form::Hidden},
    {{"sign", "@item", "--as", "proofread"}, kNobody, true, false, Form::Hidden},  // R9
    {{"sign", "@item", "--as", "customer", "--person", "顾客"}, kArchivist, true, false, Form::Hidden},
    {{"sign", "@item", "--as", "waiver", "--reason", "x"}, kArchivist, true, false, Form::Hidden},
    {{"sign", "@item", "--as", "handler"},
     kReaders + Names{"employee", "department_manager"},
     true,
     false,
     Form::Hidden},
    {{"sign", "@item", "--as", "leader"}, kSuperiors, false, false, Form::Hidden},
    {{"file", "T-A001-04-C99-009999"}, kArchivist},
    {{"describe", "@item"}, kChangers, true, false, Form::Hidden},
    {{"amend request", "@item", "--reason", "x"}, kChangers, true, false, Form::Hidden},
    {{"amend consent", "999"}, kSales},
    {{"amend refuse", "999", "--reason", "x"}, kSales},
    {{"amend list"}, kOverseers, true, false, Form::LeftOut},   // what is not theirs is left out
    {{"amend history", "@item"}, kKnowers, true, true, Form::Hidden},
    {{"remove request", "@item", "--because", "erroneous", "--reason", ""}, kChangers, true, false, Form::Hidden},
    {{"remove consent", "999"}, kSales},
    {{"remove refuse", "999", "--reason", "x"}, kSales},
    {{"remove restore", "@removal"}, kSales + kArchivist, true, false, Form::Hidden},
    {{"remove confirm", "999"}, kSales},
    {{"remove due"}, kOverseers, true, false, Form::LeftOut},
    {{"remove list"}, kOverseers, true, false, Form::LeftOut},
    {{"promote", "@item", "--type", "contract"}, kChangers, true, false, Form::Hidden},
    {{"promote mark", "@item"}, kChangers, true, false, Form::Hidden},
    {{"promote pending"}, kOverseers},
    {{"shelf create", "?", "--rows", "?", "--bays", "?", "--shelves", "?", "--slots", "?", "--capacity", "?"}, kArchivist},
    {{"shelf remove", "?"}, kArchivist},
    {{"shelf place", "?"}, kArchivist},
    {{"shelf move", "@volume", "?"}, kArchivist},
    {{"shelf move-all", "?", "?"}, kArchivist},
    {{"shelf list"}, kOverseers},
    {{"shelf fill"}, kOverseers},
    {{"shelf free"}, kOverseers},
    {{"shelf thickness", "?"}, kArchivist},
    {{"shelf history", "?"}, kOverseers},
    {{"shelf map"}, kOverseers},
    {{"container make", "?"}, kArchivist},
    {{"container put", "?", "?"}, kArchivist},
    {{"container take", "?"}, kArchivist},
    {{"container place", "?", "?"}, kArchivist},
    {{"container fill", "--year", "?"}, kArchivist},
    {{"container list"}, kOverseers},
    {{"container show", "?"}, kOverseers},
    {{"stocktake start", "?"}, kArchivist},
    {{"stocktake scan", "ST-1999-0001", "--codes", "?"}, kArchivist},
    {{"stocktake report", "ST-1999-0001"}, kOverseers},
    {{"stocktake fix", "ST-1999-0001"}, kArchivist},
    {{"stocktake finish", "ST-1999-0001"}, kArchivist},
    {{"stocktake list"}, kOverseers},
    {{"arrange split", "?", "2"}, kArchivist},
    {{"arrange merge", "?", "?"}, kArchivist},
    {{"arrange rotate", "?", "1", "90"}, kArchivist},
    {{"arrange reorder", "?", "2,1"}, kArchivist},
    {{"arrange undo", "999"}, kArchivist},
    {{"arrange list"}, kOverseers},
    {{"xref verify"}, kMaintainers},
    {{"xref repair", "?"}, kMaintainers},
    {{"volume list"}, kOverseers},
    {{"volume verify", "?"}, kOverseers},
    {{"print cover", "?", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print spine", "?", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print catalogue", "?", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print electronic", "?", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print note", "?", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print volume", "?", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print box", "?", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print stamp", "?", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print volumes", "--year", "1999", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print loans", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print inspections", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print climate", "K9", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print change", "999", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print removal", "999", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print transfer", "TR-1999-0001", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print disposition", "DL-1999-0001", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print certificate", "DL-1999-0001", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print separator", "?", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"label", "?", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"close", "2030", "--dry-run"}, kArchivist + kGeneral},
    {{"close check", "?"}, kOverseers},
    {{"list due", "--as-of", "2036-01-01"}, kOverseers},
    {{"appraise extend", "?", "--review-after", "2040-01-01", "--reason", "x"}, kGeneral},
    {{"appraise draw", "@volume", "--as-of", "2036-01-01", "--track", "?"}, kAppraisers},
    {{"appraise sign", "DL-1999-0001"}, kAppraisers},
    {{"dispose list"}, kOverseers, false, false, Form::LeftOut},   // R42: to everybody those that they may witness
    {{"dispose witness", "DL-1999-0001"}, kEverybody},
    {{"dispose approve", "DL-1999-0001"}, kGeneral},
    {{"dispose refuse", "DL-1999-0001", "--review-after", "2040-01-01", "--reason", "x"}, kGeneral},
    {{"dispose verify", "DL-1999-0001"}, kAppraisers},
    {{"dispose execute", "DL-1999-0001", "--witness", "x,y"}, kArchivist},
    {{"hold place", "@customer", "--reason", ""}, kOverseers, true, false, Form::Hidden},
    {{"hold place", "@item", "--reason", ""}, kOverseers, true, false, Form::Hidden},
    {{"hold question", "信用额度", "--reason", ""}, kOverseers + Names{"account_manager"}},
    {{"hold lift", "999", "--reason", "x"}, kReaders},
    {{"hold list"}, kOverseers, true, false, Form::LeftOut},   // of what they may place holds on
    {{"debt settle", "@customer", "--date", "2099-01-01"}, kKeepers, true, false, Form::Hidden},
    {{"transfer draw", "@volume", "--to", "", "--reason", ""}, kTransferrers},
    {{"transfer sign", "TR-1999-0001", "--as", "giver_leader"}, kTransferrers},
    {{"transfer pack", "TR-1999-0001", "--out", "/proc/nowhere/x"}, kTransferrers},
    {{"transfer complete", "TR-1999-0001"}, kTransferrers},
    {{"transfer cancel", "TR-1999-0001", "--reason", "x"}, kTransferrers},
    {{"transfer list"}, kOverseers},
    {{"user add", "某人", "--role", "king"}, kAdministrator},
    {{"user roles", "某人", "--role", "employee"}, kAdministrator},
    {{"user set", "某人", "--manager", "某人"}, kAdministrator},
    {{"user retire", "某人"}, kAdministrator},
    {{"user return", "某人"}, kAdministrator},
    {{"user password", "@self"}, kEverybody},
    {{"user list"}, kAdministrator},
    {{"user handover", "某人", "某人"}, kAdministrator},
    {{"token make", "t", "--until", "1999-01-01"}, kEverybody},
    {{"token revoke", "没有的"}, kEverybody},
    {{"token list"}, kEverybody},
    {{"grant give", "某人", "@customer", "--until", "2040-01-01", "--reason", "x"}, kReaders},
    {{"grant revoke", "999", "--reason", "x"}, kReaders},
    {{"grant request", "@customer", "--until", "1999-01-01", "--reason", "x"}, kEverybody},
    {{"grant requests"}, kReaders, false, false, Form::LeftOut},
    {{"grant approve", "999"}, kReaders},
    {{"grant refuse", "999", "--reason", "x"}, kReaders},
    {{"grant list"}, kReaders},
    {{"loan request", "@volume", "--due", "1999-01-01", "--reason", "x", "--paper"}, kEverybody},
    {{"loan approve", "@loan"}, kReaders, true, false, Form::Hidden},
    {{"loan refuse", "@loan", "--reason", "x"}, kReaders, true, false, Form::Hidden},
    {{"loan cancel", "@loan"}, kReaders + kArchivist, true, false, Form::Hidden},
    {{"loan picks"}, kArchivist},
    {{"loan out", "?"}, kArchivist},
    {{"loan renew", "?", "--due", "2040-01-01"}, kArchivist},
    {{"loan remind"}, kArchivist},
    {{"loan return", "?"}, kArchivist},
    {{"loan inspect", "?"}, kArchivist},
    {{"loan lost", "?", "--reason", "x"}, kArchivist},
    {{"loan found", "?"}, kArchivist},
    {{"loan list", "--all"}, kOverseers, true, false, Form::LeftOut},
    {{"customer set", "@customer", "no such field", "x"}, kKeepers, true, false, Form::Hidden},
    {{"customer spend", "@customer", "much"}, kKeepers, true, false, Form::Hidden},
    {{"customer discharge", "@customer", "--date", "2099-01-01"}, kKeepers, true, false, Form::Hidden},
    {{"customer call", "@customer", "--outcome", "x", "--date", "?"}, kKeepers, true, false, Form::Hidden},
    {{"customer certificate", "@customer", "", "", "--until", "2040-01-01"}, kKeepers, true, false, Form::Hidden},
    {{"customer classes", "@customer"}, kKnowers, true, true, Form::Hidden},
    {{"customer fact", "@item", "no such field", "x"}, kKeepers, true, false, Form::Hidden},
    {{"copy verify", "@item"}, kKeepers, true, false, Form::Hidden},
    {{"compare scan", "@item", "/proc/nowhere/x.tif"}, kInspectors, false, false, Form::Hidden},
    {{"binder ingest", "/proc/nowhere/x.tif"}, kArchivist},
    {{"binder check", "?"}, kOverseers},
    {{"print binder", "?", "--out", "/proc/nowhere/x.pdf"}, kPrinters},
    {{"print twin", "@item", "--out", "/proc/nowhere/x.pdf"}, kReaders, true, true, Form::Hidden},
    {{"compare show", "@item", "--out", "/proc/nowhere/at all"}, kReaders, true, true, Form::Hidden},
    {{"pair check", "@item", "--result", "?"}, kInspectors, false, false, Form::Hidden},
    {{"meeting focus", "?", "@customer"}, kSuperiors},
    {{"meeting classes", "?", "@customer", "--class", "VIP"}, kSuperiors},
    {{"meeting review", "?", "--minutes", "x"}, kSuperiors},
    {{"meeting list"}, kOverseers},
    {{"meeting show", "1"}, kOverseers},
    {{"list number"}, kKnowers, true, true, Form::LeftOut},
    {{"list class", "VIP"}, kKnowers, true, true, Form::LeftOut},
    {{"list birthday", "2036-03"}, kKnowers, true, true, Form::LeftOut},
    {{"list focus", "2036-02"}, kKnowers, true, true, Form::LeftOut},
    {{"list calls"}, kKnowers, true, true, Form::LeftOut},
    {{"list certificates", "--as-of", "2036-12-31"}, kKnowers, true, true, Form::LeftOut},
    {{"list chapters"}, kOverseers},
    {{"list gaps"}, kKnowers, true, true, Form::LeftOut},
    {{"list mismatches"}, kKnowers, true, true, Form::LeftOut},
    {{"list pairs"}, kKnowers, true, true, Form::LeftOut},
    {{"register", "loans"}, kOverseers},
    {{"register", "loans", "--export", "@export"}, kOverseers},
    {{"register", "returns"}, kOverseers},
    {{"register", "transfers"}, kOverseers},
    {{"register", "disposition"}, kOverseers},
    {{"stats"}, kOverseers},
    {{"stats reconcile"}, kOverseers},
    {{"stats built"}, kOverseers},
    {{"climate record", "K1", "--at", "?", "--celsius", "20", "--humidity", "50"}, kInspectors},
    {{"climate import", "/proc/nowhere/x.csv"}, kInspectors},
    {{"climate summary", "K1"}, kInspectors},
    {{"climate alarms"}, kInspectors},
    {{"inspect volume", "?"}, kInspectors},
    {{"inspect list"}, kInspectors},
    {{"inspect followups"}, kInspectors},
    {{"inspect resolve", "999", "--treatment", "x"}, kInspectors},
    {{"patrol record", "K1", "--kind", "?", "--at", "?"}, kInspectors},
    {{"patrol import", "/proc/nowhere/x.csv"}, kInspectors},
    {{"patrol resolve", "999", "--treatment", "x"}, kInspectors},
    {{"patrol list"}, kInspectors},
    {{"rectify open", "@customer", "--note", ""}, kOverseers, true, false, Form::Hidden},
    {{"rectify notice", "@rectification", "--due", "1999-01-01", "--note", "x"}, kOverseers, true, false, Form::Hidden},
    {{"rectify report", "@rectification", "--note", ""}, kOverseers, true, false, Form::Hidden},
    {{"rectify inspect", "@rectification", "--result", "passed", "--note", "x"}, kOverseers, true, false, Form::Hidden},
    {{"rectify show", "@rectification"}, kOverseers, true, false, Form::Hidden},
    {{"rectify list"}, kOverseers, true, false, Form::LeftOut},
    {{"fonds-file add", "--kind", "?", "--title", "x"}, kInspectors},
    {{"fonds-file list"}, kOverseers},
    {{"audit verify"}, kAuditors},
    {{"audit export", "@export"}, {"auditor", "general_manager"}},
    {{"audit anchor", "/proc/nowhere/at all/x.log"}, kAuditors},
    {{"audit list", "--limit", "1"}, kAuditors},
    {{"audit list", "@customer"}, kAuditors},
    {{"serve", "--port", "70000"}, kMaintainers},
    {{"reindex"}, kMaintainers},
    {{"status"}, kMaintainers},
    {{"recognise", "--again", "T-A001-04-C99-009999"}, kMaintainers},
};

// What these answer, or write with --export, tells of the records: to who may do them of all that they may know of, both
// companies' where they may know of both. So does every list that leaves out.
inline const Names kTelling = {
    "show",        "text",       "search",      "list",      "list due",       "amend list", "amend history", "remove list",
    "shelf list",  "shelf map",  "volume list", "hold list", "promote pending", "grant list", "grant requests", "loan picks",
    "rectify show", "register",  "inspect list", "inspect followups", "fonds-file list",
    "audit export"};
// Of those the ones that have nothing to tell of in the archive of the test.
inline const std::vector<std::vector<std::string>> kEmptyHere = {
    {"register", "transfers"}, {"register", "disposition"}, {"remove due"}, {"dispose list"}};

// These touch no records of an archive.
inline const Names kWithoutRecords = {"init", "deskew", "scan-report", "separator read", "compare files", "login", "completion", "man"};

inline bool tells(const Expected& expected) {
  if (std::ranges::find(kEmptyHere, expected.words) != kEmptyHere.end()) return false;
  return expected.form == Form::LeftOut || (!expected.words.empty() && kTelling.contains(expected.words[0]));
}

// And is about it alone, not about what is like it.
inline bool names_a_record(const Expected& expected) {
  if (std::ranges::find(expected.words, "--like") != expected.words.end()) return false;
  return std::ranges::any_of(expected.words, [](const auto& word) { return word.starts_with('@') && word != "@self" && word != "@export"; });
}

inline bool may_do(const Expected& expected, const std::string& role, bool own, bool granted) {
  if (expected.anywhere.contains(role)) return true;
  return (own && expected.own && role == "account_manager") || (granted && expected.granted);
}

}  // namespace twofold::app

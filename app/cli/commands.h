#pragma once
// One function per command; each returns the exit code. See command_table.cpp for what they take.

namespace twofold::app {

class Context;

int run_init(Context& context);
int run_deskew(Context& context);
int run_recognise(Context& context);
int run_scan_report(Context& context);
int run_ingest(Context& context);
int run_watch(Context& context);
int run_search(Context& context);
int run_searches(Context& context);
int run_suggest(Context& context);
int run_show(Context& context);
int run_list(Context& context);
int run_text(Context& context);
int run_sign(Context& context);
int run_file(Context& context);
int run_shelf_place(Context& context);
int run_shelf_move(Context& context);
int run_shelf_list(Context& context);
int run_container_make(Context& context);
int run_container_put(Context& context);
int run_xref_verify(Context& context);
int run_volume_list(Context& context);
int run_volume_verify(Context& context);
int run_volume_print(Context& context);
int run_close(Context& context);
int run_retention_due(Context& context);
int run_purge_draw(Context& context);
int run_purge_list(Context& context);
int run_purge_print(Context& context);
int run_purge_approve(Context& context);
int run_purge_refuse(Context& context);
int run_purge_execute(Context& context);
int run_hold_place(Context& context);
int run_hold_lift(Context& context);
int run_hold_list(Context& context);
int run_debt_settle(Context& context);
int run_user_add(Context& context);
int run_user_roles(Context& context);
int run_user_retire(Context& context);
int run_user_password(Context& context);
int run_user_list(Context& context);
int run_login(Context& context);
int run_grant_give(Context& context);
int run_grant_revoke(Context& context);
int run_grant_list(Context& context);
int run_loan_request(Context& context);
int run_loan_approve(Context& context);
int run_loan_refuse(Context& context);
int run_loan_picks(Context& context);
int run_loan_out(Context& context);
int run_loan_renew(Context& context);
int run_loan_remind(Context& context);
int run_loan_return(Context& context);
int run_loan_inspect(Context& context);
int run_loan_lost(Context& context);
int run_loan_found(Context& context);
int run_loan_list(Context& context);
int run_climate_record(Context& context);
int run_climate_import(Context& context);
int run_climate_summary(Context& context);
int run_climate_alarms(Context& context);
int run_inspect_volume(Context& context);
int run_inspect_list(Context& context);
int run_inspect_followups(Context& context);
int run_inspect_resolve(Context& context);
int run_audit_verify(Context& context);
int run_audit_export(Context& context);
int run_audit_list(Context& context);
int run_reindex(Context& context);
int run_status(Context& context);
int run_completion(Context& context);
int run_man(Context& context);

}  // namespace twofold::app

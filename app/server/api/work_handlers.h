#pragma once
// Uploads, ingest, jobs and the events that tell of them.

#include "app/server/api/call.h"

namespace twofold::app::api {

http::Response known_uploads(Call& call);
http::Response get_upload(Call& call);
http::Response put_upload(Call& call);
http::Response delete_upload(Call& call);
http::Response start_ingest(Call& call);

http::Response list_jobs(Call& call);
http::Response get_job(Call& call);
http::Response cancel_job(Call& call);
http::Response restart_job(Call& call);
http::Response job_file(Call& call);
http::Response follow_events(Call& call);

}  // namespace twofold::app::api

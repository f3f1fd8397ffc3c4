#pragma once
// One request on its way: what was asked, by whom, and the parts of the server that a handler may need.

#include "app/server/api/request_arguments.h"
#include "app/server/api/request_face.h"
#include "app/server/http/event_hub.h"
#include "app/server/http/message.h"

namespace twofold::app::api {

class FirstRun;
class HashingRoom;
class JobRoom;
class PagePictures;
class Uploads;

struct Rooms {
  SharedArchive& shared;
  http::EventHub& events;
  FirstRun& first_run;
  HashingRoom& hashing;
  Uploads& uploads;
  JobRoom& jobs;
  PagePictures& pictures;
};

struct Call {
  http::Request& request;
  const Route& route;
  const Binding& binding;
  Rooms& rooms;
  Given given;
  Caller caller;
  RequestFace& face;

  // Who asks, and whether they may do this to any record at all; before anything else.
  void admit(std::optional<catalog::Action> action);
  // The body as an object with none but these fields; an empty one where there is no body.
  Poco::JSON::Object::Ptr body(std::initializer_list<std::string_view> known);
  const std::string& path(const std::string& name) const { return given.path.at(name); }
  // What the path's first parameter says: the record that the address is about.
  const std::string& named() const { return path(path_parameters(route.path).front()); }
  std::int64_t id() const;  // the path's {id}; Error{NotFound, "lookup.nothing"} where it is no number
  std::string query(const std::string& name) const;
  void know_query(std::initializer_list<std::string_view> known) const;
};

http::Response json_response(int status, const Poco::JSON::Object& object);
// 202 and where the job can be looked at.
http::Response job_response(const Poco::JSON::Object& job);
// The answer of a command, as the route says.
http::Response run_command(Call& call);

}  // namespace twofold::app::api

#pragma once
// Containers, boxes of volumes: never of several years, chapters or retention rules (R5). A box has a place and its
// volumes stand there.

#include "base/message.h"
#include "catalog/volumes.h"

namespace twofold::catalog {

inline constexpr int kUsualWidth = 50;  // mm; boxes come in 20, 30, 40 and 50
inline constexpr int kWidestBox = 300;

// A new container of this volume's kind with it in it, standing where it stood; draws BOX-YYYY-nnnn. Errors: Refused
// "container.already_in", "container.too_thick"; Usage "container.bad_width".
ContainerNumber make_container(Transaction& transaction, const VolumeCode& first_volume, int width_mm = kUsualWidth);
// Refuses a volume of another year, chapter or rule, Error{Refused, "container.mixed"}, and one that is too thick for
// what is left in it, "container.full". The volume stands where its box stands from then on; a box without a place
// takes the volume's.
void put_into_container(Transaction& transaction, const VolumeCode& volume, const ContainerNumber& container);
// Out of its box, with no place. Error{Refused, "container.not_in"}.
void take_out_of_container(Transaction& transaction, const VolumeCode& volume);
// Places or moves a box with all that is in it. Errors of place_volume() and move_volume().
void place_container(Transaction& transaction, const ContainerNumber& container, const ShelfCode& place);

struct Container {
  std::int64_t id = 0;
  ContainerNumber number;
  int year = 0;
  int category = 0;
  ChapterCode chapter;
  std::string manager;  // who keeps the chapter; may be empty
  Retention retention = Retention::Years10;
  std::string shelf;              // empty while not placed
  int width_mm = 0, used_mm = 0;  // the volumes in it
  int volumes = 0;
  std::string first, last;  // codes of the volumes
};
std::optional<Container> find_container(const Database& database, const ContainerNumber& number);
struct ContainerFilter {
  std::optional<int> year, category;
  bool unplaced = false;  // those without a place alone
};
std::vector<Container> list_containers(const Database& database, const ContainerFilter& filter, std::int64_t after_id,
                                       std::size_t most);
std::vector<Volume> volumes_in(const Database& database, const ContainerNumber& number);

struct FillRule {
  int year = 0;
  std::optional<int> category;
  std::optional<std::string> manager;
  int width_mm = kUsualWidth;
};
struct FilledBox {
  std::string number;                     // as drawn; of a rehearsal too
  bool made = false;                      // else it was there and had room
  std::string first_volume, last_volume;  // of those put in now
  std::string shelf;                      // where its first volume stood; empty: nowhere, or too narrow for the box
  int volumes = 0, used_mm = 0, width_mm = 0;
};
struct LeftOut {
  VolumeCode volume;
  Message reason;
};
struct ContainerFill {
  std::vector<FilledBox> boxes;
  std::vector<LeftOut> left_out;  // lent, or too thick for any box of that width
};
// Puts every bound volume of the year that is in no box into boxes, in the order of their numbers, box after box, each
// of one chapter and rule; the newest box of a group is filled up first where its volumes come before.
ContainerFill fill_containers(Transaction& transaction, const FillRule& rule);

}  // namespace twofold::catalog

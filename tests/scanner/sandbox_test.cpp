// What the process of a job may do, tried from inside; and what its death, its hanging and its greed cost.
#include "base/files.h"
#include "scanner/worker/landlock.h"
#include "scanner/worker/memory.h"
#include "scanner/worker/sandbox.h"
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <iterator>
#include <netinet/in.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace twofold::scanner {
namespace {

using namespace testing;
using namespace std::literals;

std::vector<pid_t> children_of(const std::filesystem::path& process) {
  std::vector<pid_t> found;
  std::error_code gone;
  for (const auto& task : std::filesystem::directory_iterator(process / "task", gone)) {
    std::ifstream list(task.path() / "children");
    for (pid_t child = 0; list >> child;) found.push_back(child);
  }
  return found;
}

struct Fixture {
  TestFolder folder;
  std::filesystem::path scratch = folder / "scratch 暂存", own = folder / "own 自己.tif", foreign = folder / "foreign.txt";
  const std::vector<pid_t> of_others = children_of("/proc/self");  // readers of other suites that still live

  Fixture() {
    std::filesystem::create_directories(scratch);
    write(own, "its own");
    write(foreign, "of somebody else");
  }

  // The error number of what was tried in a sandboxed process, 0 when it went well; -1 when the process died of it.
  int tried(const std::function<bool()>& attempt, MayStart may_start = MayStart::Nothing) const {
    const pid_t child = fork();
    if (child == 0) {
      JobLimits limits;
      limits.memory_bytes = 600ULL << 20U;
      limits.file_bytes = 1U << 20U;
      limits.cpu_seconds = 20;
      limits.files = {{own, Access::Read}, {scratch, Access::Write}, {"/usr", Access::Execute},
                      {"/lib", Access::Execute}, {"/lib64", Access::Execute}, {"/etc/ld.so.cache", Access::Read}};
      try {
        limits.may_start = may_start;
        give_up_privileges(may_start);
        enter_sandbox(limits);
      } catch (const std::exception&) {
        _exit(250);
      }
      errno = 0;
      _exit(attempt() ? 0 : errno);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::vector<pid_t> workers() const {
    std::vector<pid_t> own_ones = children_of("/proc/self");
    std::erase_if(own_ones, [&](pid_t child) { return std::ranges::find(of_others, child) != of_others.end(); });
    return own_ones;
  }

  std::vector<pid_t> jobs() const {
    std::vector<pid_t> all;
    for (const pid_t worker : workers()) std::ranges::copy(children_of("/proc/" + std::to_string(worker)), std::back_inserter(all));
    return all;
  }

  // Waits for the process of the next job, then sends it the signal. The one before may still be about to end.
  std::jthread strike(int signal) const {
    return std::jthread([this, signal, ending = jobs()](const std::stop_token& enough) {
      while (!enough.stop_requested()) {
        for (const pid_t job : jobs()) {
          if (std::ranges::find(ending, job) != ending.end()) continue;
          std::this_thread::sleep_for(30ms);
          if (kill(job, signal) == 0) return;
        }
        std::this_thread::sleep_for(1ms);
      }
    });
  }
};

// Landlock may be missing from a kernel; then there is no wall around files, and nothing to test.
bool kernel_has_landlock() {
  const pid_t child = fork();
  if (child == 0) {
    give_up_privileges(MayStart::Nothing);
    _exit(confine_files({}));
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (status == 0) BOOST_TEST_MESSAGE("the kernel has no Landlock: access to files is not tested");
  return status != 0;
}

bool opens(const std::filesystem::path& path, int how) { return open(path.c_str(), how, 0600) >= 0; }

std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFFU);
  return bytes;
}

// So many zeros, packed piece by piece: the test itself shall not need the memory.
std::string deflated(std::size_t zeros) {
  std::vector<Bytef> plain(1U << 20U), packed(1U << 20U);
  std::string all;
  z_stream stream{};
  deflateInit(&stream, Z_BEST_SPEED);
  int state = Z_OK;
  while (state != Z_STREAM_END) {
    if (stream.avail_in == 0) {
      stream.next_in = plain.data();
      stream.avail_in = static_cast<uInt>(std::min(zeros, plain.size()));
      zeros -= stream.avail_in;
    }
    stream.next_out = packed.data();
    stream.avail_out = static_cast<uInt>(packed.size());
    state = deflate(&stream, zeros == 0 ? Z_FINISH : Z_NO_FLUSH);
    all.append(reinterpret_cast<const char*>(packed.data()), packed.size() - stream.avail_out);
  }
  deflateEnd(&stream);
  return all;
}

std::string chunk(const std::string& name, const std::string& data) {
  const std::string body = name + data;
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
  return big_endian(static_cast<std::uint32_t>(data.size())) + body + big_endian(static_cast<std::uint32_t>(sum));
}

// A square black page in colour that packs to next to nothing; with so many of its rows.
std::string black_png(std::uint32_t side, std::size_t rows) {
  return "\x89PNG\r\n\x1a\n" + chunk("IHDR", big_endian(side) + big_endian(side) + "\x08\x02"s + "\0\0\0"s) +
         chunk("IDAT", deflated((std::size_t{side} * 3 + 1) * rows)) + chunk("IEND", "");
}

// One page without text that has to be rendered.
std::string page_drawn_by(const std::string& drawing) {
  return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
         "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
         "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n"
         "4 0 obj\n<< /Length " + std::to_string(drawing.size()) + " >>\nstream\n" + drawing +
         "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n";
}

// This thread, and what it starts, on one processor.
class OneProcessor {
 public:
  OneProcessor() {
    sched_getaffinity(0, sizeof before_, &before_);
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(sched_getcpu()), &one);
    sched_setaffinity(0, sizeof one, &one);
  }
  ~OneProcessor() { sched_setaffinity(0, sizeof before_, &before_); }
  OneProcessor(const OneProcessor&) = delete;
  OneProcessor& operator=(const OneProcessor&) = delete;

 private:
  cpu_set_t before_{};
};

// Processes that want all the time there is.
class Spinners {
 public:
  explicit Spinners(int count) {
    for (int i = 0; i < count; ++i) {
      const pid_t child = fork();
      if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (;;) {
          asm volatile("");
        }
      }
      all_.push_back(child);
    }
  }
  ~Spinners() {
    for (const pid_t one : all_) {
      kill(one, SIGKILL);
      waitpid(one, nullptr, 0);
    }
  }
  Spinners(const Spinners&) = delete;
  Spinners& operator=(const Spinners&) = delete;

 private:
  std::vector<pid_t> all_;
};

std::string one_line_tiff(const std::filesystem::path& path) {
  cv::imwrite(path.string(), drawn_page("Page of a contract\n" + english_lines(), 150));
  return path.string();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sandbox_test, Fixture)

BOOST_AUTO_TEST_CASE(a_job_reaches_its_own_file_and_its_scratch_folder) {
  BOOST_TEST(tried([&] { return opens(own, O_RDONLY); }) == 0);
  BOOST_TEST(tried([&] { return opens(scratch / "new 新", O_CREAT | O_WRONLY); }) == 0);
  BOOST_TEST(tried([&] { return mkdir((scratch / "pieces").c_str(), 0700) == 0; }) == 0);
  BOOST_TEST(tried([&] { return rename((scratch / "new 新").c_str(), (scratch / "pieces" / "1").c_str()) == 0; }) == 0);
}

BOOST_AUTO_TEST_CASE(a_job_reaches_no_other_file) {
  if (!kernel_has_landlock()) return;
  BOOST_TEST(tried([&] { return opens(foreign, O_RDONLY); }) == EACCES);
  BOOST_TEST(tried([&] { return opens(own, O_WRONLY); }) == EACCES);
  BOOST_TEST(tried([&] { return opens(folder / "outside", O_CREAT | O_WRONLY); }) == EACCES);
  BOOST_TEST(tried([&] { return opens("/etc/passwd", O_RDONLY); }) == EACCES);
  BOOST_TEST(tried([&] { return opens("/proc/self/environ", O_RDONLY); }) == EACCES);
  BOOST_TEST(tried([&] { return unlink(foreign.c_str()) == 0; }) == EACCES);
  BOOST_TEST(tried([&] {
    return symlink(foreign.c_str(), (scratch / "link").c_str()) == 0 && opens(scratch / "link", O_RDONLY);
  }) == EACCES);
  BOOST_TEST(read_file(foreign) == "of somebody else");
  BOOST_TEST(!std::filesystem::exists(folder / "outside"));
}

BOOST_AUTO_TEST_CASE(a_job_has_no_network_no_programs_and_no_processes) {
  BOOST_TEST(tried([] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }) == EPERM);
  BOOST_TEST(tried([] { return socket(AF_INET6, SOCK_DGRAM, 0) >= 0; }) == EPERM);
  BOOST_TEST(tried([] { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }) == EPERM);
  BOOST_TEST(tried([] { return execl("/usr/bin/true", "true", nullptr) == 0; }) == EPERM);
  BOOST_TEST(tried([] { return fork() >= 0; }) == EPERM);
  BOOST_TEST(tried([] { return kill(getppid(), 0) == 0; }) == EPERM);
  BOOST_TEST(tried([] { return setsid() >= 0; }) == EPERM);
  BOOST_TEST(tried([] {
    std::thread([] {}).join();
    return true;
  }) == 0);
}

BOOST_AUTO_TEST_CASE(the_office_suite_may_run_but_reaches_no_other_file_and_nobody) {
  const auto runs = [&](const std::filesystem::path& file) {
    return tried([&] { return execl("/usr/bin/cmp", "cmp", "-s", file.c_str(), file.c_str(), nullptr) == 0; },
                 MayStart::OfficeSuite);
  };
  BOOST_TEST(runs(own) == 0);
  if (kernel_has_landlock()) BOOST_TEST(runs(foreign) == 2);  // trouble, as cmp says
  const auto reaches = [&](int family) {
    return tried([&] {
      const sockaddr address{static_cast<sa_family_t>(family), "/run/x"};
      const int made = socket(family, SOCK_STREAM, 0);
      return made >= 0 && connect(made, &address, sizeof address) == 0;
    }, MayStart::OfficeSuite);
  };
  BOOST_TEST(reaches(AF_UNIX) == EPERM);
  BOOST_TEST(reaches(AF_INET) == EPERM);
}

BOOST_AUTO_TEST_CASE(memory_is_bounded_and_its_end_is_noticed) {
  void* shared = mmap(nullptr, sizeof(std::atomic<bool>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  BOOST_REQUIRE(shared != MAP_FAILED);
  const auto& ran_out = *new (shared) std::atomic<bool>(false);
  const auto takes = [&](std::size_t bytes) {
    return tried([&] {
      watch_allocations(*static_cast<std::atomic<bool>*>(shared));
      void* volatile block = malloc(bytes);
      return block != nullptr;
    });
  };
  BOOST_TEST(takes(100U << 20U) == 0);
  BOOST_TEST(!ran_out);
  if (kSanitised) return;
  BOOST_TEST(takes(700U << 20U) == ENOMEM);
  BOOST_TEST(ran_out);
  munmap(shared, sizeof(std::atomic<bool>));
}

BOOST_AUTO_TEST_CASE(a_job_that_is_killed_costs_one_file_and_the_worker_stays) {
  Bench bench(options(1));
  const auto page = one_line_tiff(folder / "page.tif");
  BOOST_TEST(failure_name(bench.read(page)) == "");
  const auto before = workers();
  BOOST_REQUIRE(before.size() == 1U);
  for (const int signal : {SIGSEGV, SIGKILL, SIGABRT}) {
    const auto killer = strike(signal);
    const Reading reading = bench.read(page);
    BOOST_TEST(failure_name(reading) == "crashed");
    BOOST_TEST(reading.detail.find("signal " + std::to_string(signal)) != std::string::npos);
  }
  BOOST_TEST(failure_name(bench.read(page)) == "");
  BOOST_TEST(workers() == before, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_job_that_hangs_is_timed_out_and_the_next_is_read) {
  ReaderOptions hasty = options(1);
  hasty.limits.seconds_per_page = 3;
  Bench bench(hasty);
  {
    const auto stopper = strike(SIGSTOP);
    BOOST_TEST(failure_name(bench.read(one_line_tiff(folder / "page.tif"))) == "timed_out");
  }
  BOOST_TEST(workers().empty());
  BOOST_TEST(failure_name(bench.read(write(folder / "next.txt", "next\n"))) == "");
}

BOOST_AUTO_TEST_CASE(a_job_that_spins_is_timed_out_by_its_cpu_time) {
  ReaderOptions hasty = options(1);
  hasty.limits.seconds_per_page = 2;
  Bench bench(hasty);
  std::string fills;
  for (int i = 0; i < 50'000; ++i) fills += "0 0 600 800 re f\n";
  BOOST_TEST(failure_name(bench.read(write(folder / "fills.pdf", page_drawn_by(fills)))) == "timed_out");
  BOOST_TEST(failure_name(bench.read(write(folder / "next.txt", "next\n"))) == "");
}

// Everything on one processor, and many beside the job that want it too.
BOOST_AUTO_TEST_CASE(on_a_busy_machine_a_page_may_wait_longer_than_its_limit) {
  ReaderOptions patient = options(1);
  patient.limits.seconds_per_page = 5;
  const OneProcessor together;
  Bench bench(patient);
  std::string fills;
  for (int i = 0; i < 20; ++i) fills += "0 0 600 800 re f\n";
  const auto page = write(folder / "fills.pdf", page_drawn_by(fills));
  const Spinners beside(4);
  const auto begun = std::chrono::steady_clock::now();
  BOOST_TEST(failure_name(bench.read(page)) == "");
  BOOST_TEST_MESSAGE("took " << std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count() << " s");
  BOOST_TEST((std::chrono::steady_clock::now() - begun > 5s));
}

BOOST_AUTO_TEST_CASE(the_models_are_loaded_once_for_all_pages) {
  Bench bench(options(1));
  const auto blank = folder / "blank.tif";
  cv::imwrite(blank.string(), cv::Mat(600, 400, CV_8UC1, cv::Scalar(255)));
  BOOST_TEST(failure_name(bench.read(blank)) == "");
  const auto warm = workers();
  BOOST_REQUIRE(warm.size() == 1U);
  std::ifstream maps("/proc/" + std::to_string(warm[0]) + "/statm");
  std::size_t total = 0, resident = 0;
  maps >> total >> resident;
  // The models are in the worker that forks, although the only page so far needed none.
  BOOST_TEST(resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) > 80U << 20U);
  BOOST_TEST(failure_name(bench.read(one_line_tiff(folder / "page.tif"))) == "");
  BOOST_TEST(workers() == warm, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(pictures_that_need_too_much_memory_are_too_large_and_never_damaged) {
  Bench bench(options(1));
  BOOST_TEST(failure_name(bench.read(write(folder / "huge.png", black_png(30'000, 10)))) == "too_large");
  // Within the bound of pixels, beyond that of memory.
  BOOST_TEST(failure_name(bench.read(write(folder / "big.png", black_png(13'900, 13'900)))) == "too_large");
  BOOST_TEST(failure_name(bench.read(write(folder / "next.txt", "next\n"))) == "");
}

BOOST_AUTO_TEST_CASE(a_pdf_is_too_large_by_the_size_of_its_page_and_not_of_its_picture) {
  const std::string picture = deflated(20'000U * 20'000U);
  const auto pdf = [&](const std::string& points) {
    const std::string stream = "q " + points + " 0 0 " + points + " 0 0 cm /I1 Do Q\n";
    return write(folder / (points + ".pdf"),
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + points + " " + points + "] /Contents 4 0 R "
        "/Resources << /XObject << /I1 5 0 R >> >> >>\nendobj\n"
        "4 0 obj\n<< /Length " + std::to_string(stream.size()) + " >>\nstream\n" + stream + "\nendstream\nendobj\n"
        "5 0 obj\n<< /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode "
        "/Width 20000 /Height 20000 /Length " + std::to_string(picture.size()) + " >>\nstream\n" + picture +
        "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n");
  };
  Bench bench(options(1));
  BOOST_TEST(failure_name(bench.read(pdf("600"))) == "");
  BOOST_TEST(failure_name(bench.read(pdf("14400"))) == "too_large");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner

// TLS at the server itself.

#include "base/error.h"
#include "base/files.h"
#include "tests/app/server/http/live_server.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <boost/test/unit_test.hpp>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace twofold::app::http;
using namespace twofold;

BOOST_AUTO_TEST_SUITE(tls_test)

namespace {

template <class Write>
std::string pem(Write write) {
  BIO* memory = BIO_new(BIO_s_mem());
  write(memory);
  char* bytes = nullptr;
  const auto length = BIO_get_mem_data(memory, &bytes);
  std::string text(bytes, static_cast<std::size_t>(length));
  BIO_free(memory);
  return text;
}

// A certificate of its own making, with its key.
TlsFiles made_certificate(const std::filesystem::path& folder) {
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* certificate = X509_new();
  X509_set_version(certificate, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 86400);
  X509_set_pubkey(certificate, key);
  X509_NAME* name = X509_get_subject_name(certificate);
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
  X509_set_issuer_name(certificate, name);
  X509_sign(certificate, key, EVP_sha256());
  const TlsFiles files{folder / "证书.pem", folder / "密钥.pem"};
  write_durably(files.certificate, pem([&](BIO* out) { PEM_write_bio_X509(out, certificate); }));
  write_durably(files.key,
                pem([&](BIO* out) { PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr); }));
  X509_free(certificate);
  EVP_PKEY_free(key);
  return files;
}

Poco::Net::SecureStreamSocket connected(std::uint16_t port,
                                        Poco::Net::Context::Protocols newest = Poco::Net::Context::PROTO_TLSV1_3) {
  Poco::Net::initializeSSL();
  Poco::Net::Context::Ptr context(
      new Poco::Net::Context(Poco::Net::Context::TLS_CLIENT_USE, "", Poco::Net::Context::VERIFY_NONE));
  if (newest != Poco::Net::Context::PROTO_TLSV1_3)
    context->disableProtocols(Poco::Net::Context::PROTO_TLSV1_2 | Poco::Net::Context::PROTO_TLSV1_3);
  Poco::Net::SecureStreamSocket socket(context);
  socket.connect(Poco::Net::SocketAddress("127.0.0.1", port));
  socket.setReceiveTimeout(Poco::Timespan(10, 0));
  return socket;
}

std::string exchanged(Poco::Net::SecureStreamSocket& socket, const std::string& request) {
  for (std::size_t sent = 0; sent < request.size();)
    sent += static_cast<std::size_t>(socket.sendBytes(request.data() + sent, static_cast<int>(request.size() - sent)));
  std::string all;
  char buffer[65536];
  for (int count = 0; (count = socket.receiveBytes(buffer, sizeof buffer)) > 0;)
    all.append(buffer, static_cast<std::size_t>(count));
  return all;
}

Response tell(Request& request) {
  if (request.path() == "/large") return text_response(200, "application/octet-stream", std::string(9'000'000, 'x'));
  std::uint64_t sum = 0;
  char piece[10'000];
  while (const auto count = request.body.read(piece)) sum += count;
  return text_response(200, "text/plain", request.origin() + ' ' + std::to_string(sum));
}

struct TlsServer {
  TlsServer() : folder(std::filesystem::temp_directory_path()) {
    Settings settings;
    settings.tls = made_certificate(folder.path());
    live.emplace(tell, settings);
  }
  ScratchFolder folder;
  std::optional<LiveServer> live;
};

const std::string kClosing = "Connection: close\r\n";

}  // namespace

BOOST_FIXTURE_TEST_CASE(requests_and_large_answers_go_through_tls, TlsServer) {
  auto socket = connected(live->server.port());
  const auto answer = exchanged(socket, get("/") + get("/", kClosing));
  BOOST_TEST(answer.ends_with("https://localhost 0"));
  BOOST_TEST(answer.find("Strict-Transport-Security: max-age=") != std::string::npos);
  auto large = connected(live->server.port());
  BOOST_TEST(exchanged(large, get("/large", kClosing)).size() > 9'000'000U);
  auto sending = connected(live->server.port());
  const std::string post = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 5000000\r\n\r\n";
  BOOST_TEST(exchanged(sending, post + std::string(5'000'000, 'x')).ends_with(" 5000000"));
}

BOOST_FIXTURE_TEST_CASE(old_versions_plain_text_and_silence_get_nowhere_and_stop_nobody, TlsServer) {
  BOOST_CHECK_THROW(([&] {
                      auto old = connected(live->server.port(), Poco::Net::Context::PROTO_TLSV1_1);
                      exchanged(old, get("/", kClosing));
                    }()),
                    Poco::Exception);
  RawClient plain(live->server.port());
  plain.send(get("/"));
  BOOST_TEST(plain.receive_to_end().find("HTTP/1.1 200") == std::string::npos);
  std::vector<std::unique_ptr<RawClient>> silent;
  for (int i = 0; i < 200; ++i) silent.push_back(std::make_unique<RawClient>(live->server.port()));
  auto socket = connected(live->server.port());
  BOOST_TEST(exchanged(socket, get("/", kClosing)).ends_with("https://localhost 0"));
}

BOOST_FIXTURE_TEST_CASE(a_certificate_that_cannot_be_used_is_named, TlsServer) {
  write_durably(folder.path() / "密钥.pem", "nonsense");
  Settings settings;
  settings.tls = TlsFiles{folder.path() / "证书.pem", folder.path() / "密钥.pem"};
  BOOST_CHECK_EXCEPTION(LiveServer(tell, settings), Error,
                        [](const Error& error) { return error.message().key == "http.bad_certificate"; });
}

BOOST_AUTO_TEST_SUITE_END()

#include "app/server/http/tls.h"

#include "base/error.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/SSLManager.h>
#include <Poco/Net/NetSSL.h>
#include <openssl/ssl.h>

namespace twofold::app::http {

std::shared_ptr<ssl_ctx_st> tls_of(const TlsFiles& files) {
  Poco::Net::initializeSSL();
  try {
    Poco::Net::Context::Ptr context(
        new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, files.key.string(), files.certificate.string(), "",
                               Poco::Net::Context::VERIFY_NONE, 9, false, "HIGH:!aNULL:!MD5:!kRSA:!SHA1"));
    context->requireMinimumProtocol(Poco::Net::Context::PROTO_TLSV1_2);
    SSL_CTX_set_options(context->sslContext(), SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    if (SSL_CTX_check_private_key(context->sslContext()) != 1)
      throw Error(ErrorKind::Invalid, msg("http.bad_certificate", files.key.string()));
    return {context->sslContext(), [context](ssl_ctx_st*) {}};
  } catch (const Poco::Exception& error) {
    throw Error(ErrorKind::Invalid, msg("http.bad_certificate", error.displayText()));
  }
}

}  // namespace twofold::app::http

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/http/identity.h"

#include <random>

namespace markaz::server::test {
namespace {

struct Bad
{
    const char *name;
    QByteArray bytes;
    int status;
};

void PrintTo(const Bad &bad, std::ostream *out)
{
    *out << bad.name;
}

const QByteArray kSmuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

QByteArray withFields(const QByteArray &fields, const QByteArray &body = {})
{
    return "POST /x HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + body;
}

QByteArray withLine(const QByteArray &line)
{
    return line + "\r\nHost: x\r\n\r\n";
}

/// Ways to make two readers disagree about where a request ends, and requests that are none.
QList<Bad> corpus()
{
    return {
        {"length_and_chunked", withFields("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
        {"chunked_and_length", withFields("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n"), 400},
        {"length_twice", withFields("Content-Length: 0\r\nContent-Length: 38\r\n"), 400},
        {"length_twice_same", withFields("Content-Length: 0\r\nContent-Length: 0\r\n"), 400},
        {"length_list", withFields("Content-Length: 0, 0\r\n"), 400},
        {"length_sign", withFields("Content-Length: +0\r\n"), 400},
        {"length_negative", withFields("Content-Length: -1\r\n"), 400},
        {"length_hex", withFields("Content-Length: 0x10\r\n"), 400},
        {"length_word", withFields("Content-Length: ten\r\n"), 400},
        {"length_empty", withFields("Content-Length:\r\n"), 400},
        {"length_inner_space", withFields("Content-Length: 1 0\r\n"), 400},
        {"length_overflow", withFields("Content-Length: 18446744073709551617\r\n"), 413},
        {"chunked_twice", withFields("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
        {"chunked_list", withFields("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"), 501},
        {"chunked_not_last", withFields("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"), 501},
        {"coding_unknown", withFields("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 501},
        {"coding_quoted", withFields("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n"), 501},
        {"coding_vertical_tab",
         withFields("Transfer-Encoding: \x0B"
                    "chunked\r\n",
                    "0\r\n\r\n"),
         400},
        {"coding_http10", "POST /x HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"space_before_colon", withFields("Content-Length : 0\r\n"), 400},
        {"tab_before_colon", withFields("Transfer-Encoding\t: chunked\r\n"), 400},
        {"space_before_name", "POST /x HTTP/1.1\r\n Host: x\r\n\r\n", 400},
        {"folded_field", withFields("X: a\r\n b\r\n"), 400},
        {"folded_coding", withFields("Transfer-Encoding:\r\n chunked\r\n"), 400},
        {"bare_lf_line", "POST /x HTTP/1.1\nHost: x\r\n\r\n", 400},
        {"bare_lf_field", withFields("X: a\nContent-Length: 5\r\n"), 400},
        {"bare_lf_end", "POST /x HTTP/1.1\r\nHost: x\r\n\n", 400},
        {"bare_cr_field", withFields("X: a\rContent-Length: 5\r\n"), 400},
        {"nul_in_name", withFields(QByteArray("X\0Y: a\r\n", 8)), 400},
        {"nul_in_value", withFields(QByteArray("X: a\0b\r\n", 8)), 400},
        {"nul_in_target", QByteArray("GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", 28), 400},
        {"escape_in_value", withFields("X: a\x1b[2J\r\n"), 400},
        {"name_empty", withFields(": a\r\n"), 400},
        {"name_without_colon", withFields("Content-Length\r\n"), 400},
        {"name_not_ascii", withFields("X\xC3\xA4: a\r\n"), 400},
        {"host_missing", "GET /x HTTP/1.1\r\n\r\n", 400},
        {"host_twice", "GET /x HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400},
        {"authorization_twice", withFields("Authorization: Bearer a\r\nAuthorization: Bearer b\r\n"), 400},
        {"empty_first_line", "\r\n" + withLine("GET /x HTTP/1.1"), 400},
        {"line_without_version", withLine("GET /x"), 400},
        {"line_alone", withLine("GET"), 400},
        {"line_two_spaces", withLine("GET  /x HTTP/1.1"), 400},
        {"line_trailing_space", withLine("GET /x HTTP/1.1 "), 400},
        {"line_tab", withLine("GET\t/x\tHTTP/1.1"), 400},
        {"target_with_space", withLine("GET /x y HTTP/1.1"), 400},
        {"target_absolute", withLine("GET http://other/x HTTP/1.1"), 400},
        {"target_dot_dot", withLine("GET /a/../b HTTP/1.1"), 400},
        {"target_encoded_dots", withLine("GET /a/%2e%2e/b HTTP/1.1"), 400},
        {"target_encoded_nul", withLine("GET /%00 HTTP/1.1"), 400},
        {"version_lower_case", withLine("GET /x http/1.1"), 400},
        {"version_long", withLine("GET /x HTTP/1.10"), 400},
        {"version_2", "PRI * HTTP/2.0\r\n\r\n", 505},
        {"version_09", withLine("GET /x HTTP/0.9"), 505},
        {"version_12", withLine("GET /x HTTP/1.2"), 505},
        {"method_bad", withLine("GE(T /x HTTP/1.1"), 400},
        {"method_unknown", withLine("BREW /x HTTP/1.1"), 501},
        {"method_lower_case", withLine("get /x HTTP/1.1"), 501},
        {"method_trace", withLine("TRACE /x HTTP/1.1"), 405},
        {"method_connect", withLine("CONNECT /x HTTP/1.1"), 405},
        {"tls_hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400},
        {"chunk_size_word", withFields("Transfer-Encoding: chunked\r\n", "zz\r\nab\r\n0\r\n\r\n"), 400},
        {"chunk_size_negative", withFields("Transfer-Encoding: chunked\r\n", "-1\r\nab\r\n0\r\n\r\n"), 400},
        {"chunk_size_0x", withFields("Transfer-Encoding: chunked\r\n", "0x2\r\nab\r\n0\r\n\r\n"), 400},
        {"chunk_size_overflow", withFields("Transfer-Encoding: chunked\r\n", "10000000000000002\r\nab\r\n0\r\n\r\n"),
         400},
        {"chunk_size_huge", withFields("Transfer-Encoding: chunked\r\n", "fffffffffffffff\r\nab\r\n"), 413},
        {"chunk_bare_lf", withFields("Transfer-Encoding: chunked\r\n", "2\nab\n0\n\n"), 400},
        {"chunk_extension_bare_lf", withFields("Transfer-Encoding: chunked\r\n", "2;a=\"\n\"\r\nab\r\n0\r\n\r\n"), 400},
        {"last_chunk_extension_bare_lf", withFields("Transfer-Encoding: chunked\r\n", "0;a=\"\n\"\r\n\r\n"), 400},
        {"chunk_extension_quote_without_end", withFields("Transfer-Encoding: chunked\r\n", "2;a=\"\r\nab\r\n0\r\n\r\n"),
         400},
        {"chunk_too_long", withFields("Transfer-Encoding: chunked\r\n", "2\r\nabc\r\n0\r\n\r\n"), 400},
        {"chunk_trailer_bad", withFields("Transfer-Encoding: chunked\r\n", "0\r\nX Y: a\r\n\r\n"), 400},
        {"expect_unknown", withFields("Expect: tea\r\nContent-Length: 0\r\n"), 417},
        {"encoding_br", withFields("Content-Encoding: br\r\nContent-Length: 1\r\n", "a"), 415},
        {"encoding_twice_packed", withFields("Content-Encoding: gzip, gzip\r\nContent-Length: 1\r\n", "a"), 415},
    };
}

class Malformed : public testing::TestWithParam<Bad>
{
};

TEST_P(Malformed, request_isRefusedAndNothingBehindItIsHeard)
{
    static const Identity identity;
    for (const HttpServer::Options &options : {HttpServer::Options(), identity.options()}) {
        SCOPED_TRACE(options.tls ? "over TLS" : "plain");
        FrontUnderTest front(options);
        RawClient client = front.client();
        client.send(GetParam().bytes + kSmuggled);
        const Reply reply = client.reply();
        EXPECT_EQ(reply.status, GetParam().status);
        EXPECT_EQ(reply.headers.value("connection"), "close");
        EXPECT_NE(problemCode(reply), "");
        client.finishSending();
        EXPECT_EQ(client.untilClosed(), "");
        EXPECT_EQ(front.calls, 0);
    }
}

INSTANTIATE_TEST_SUITE_P(Corpus, Malformed, testing::ValuesIn(corpus()),
                         [](const auto &tested) { return std::string(tested.param.name); });

TEST(Front, trailers_neverBecomeHeaders)
{
    FrontUnderTest front({}, [](const ApiRequest &request) {
        ApiResponse response;
        response.mediaType = "text/plain";
        response.body = request.header("authorization") + '|' + request.header("content-encoding") + '|' + request.body;
        return response;
    });
    const Reply reply =
        front.ask("POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                  "2;ext=1\r\nab\r\n1\r\nc\r\n0\r\nAuthorization: Bearer x\r\nContent-Encoding: gzip\r\n\r\n");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "||abc");
}

TEST(Front, mutatedRequests_neverHurtIt)
{
    FrontUnderTest front;
    const QByteArray whole = "POST /x?a=%20b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n"
                             "Accept-Encoding: gzip;q=0.5\r\n\r\n4;e\r\nabcd\r\n0\r\nT: v\r\n\r\n";
    for (unsigned seed = 0; seed < 400; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        QByteArray bytes = whole;
        for (unsigned n = random() % 4 + 1; n > 0; --n) {
            const qsizetype at = qsizetype(random() % unsigned(bytes.size()));
            switch (random() % 3) {
            case 0:
                bytes[at] = char(random() % 256);
                break;
            case 1:
                bytes.remove(at, qsizetype(random() % 8));
                break;
            default:
                bytes.insert(at, "\r\n");
                break;
            }
        }
        RawClient client = front.client();
        client.send(bytes);
        client.finishSending();
        const QByteArray said = client.untilClosed();
        EXPECT_TRUE(said.isEmpty() || said.startsWith("HTTP/1.1 ")) << said.constData();
    }
    front.expectAlive();
}

} // namespace
} // namespace markaz::server::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/requesthead.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace markaz::server {
namespace {

/// RFC 9110's tchar: what methods and field names are made of.
bool isToken(QByteArrayView text)
{
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [kMarks](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               kMarks.find(c) != std::string_view::npos;
    });
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

QByteArrayView trimmed(QByteArrayView text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && blank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && blank(text.back()))
        text.chop(1);
    return text;
}

/// Fields that are lists by their definition; any other that comes twice makes the request ambiguous.
bool mayRepeat(const QByteArray &name)
{
    static constexpr std::array<std::string_view, 16> kLists = {"accept",          "accept-charset", "accept-encoding",
                                                                "accept-language", "cache-control",  "connection",
                                                                "cookie",          "forwarded",      "if-match",
                                                                "if-none-match",   "pragma",         "te",
                                                                "trailer",         "upgrade",        "via",
                                                                "x-forwarded-for"};
    return std::find(kLists.begin(), kLists.end(), std::string_view(name.constData(), size_t(name.size()))) !=
           kLists.end();
}

Refusal malformed(const char *detail)
{
    return {400, "malformed", detail};
}

std::optional<Refusal> readRequestLine(QByteArrayView line, const HttpLimits &limits, RequestHead &head)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last == first)
        return malformed("the request line is not METHOD TARGET VERSION");
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (!isToken(method))
        return malformed("the method is not a token");
    if (version.size() != 8 || !version.startsWith("HTTP/") || version[6] != '.' || !isDigits(version.sliced(5, 1)) ||
        !isDigits(version.sliced(7, 1)))
        return malformed("the HTTP version cannot be read");
    if (target.isEmpty() || target.contains(' '))
        return malformed("the request line is not METHOD TARGET VERSION");
    head.method = method.toByteArray();
    if (version[5] != '1' || version[7] > '1')
        return Refusal{505, "version_not_supported", "only HTTP/1.1 and HTTP/1.0 are spoken here"};
    head.minor = version[7] - '0';
    if (target.size() > limits.targetBytes)
        return Refusal{414, "target_too_long", "the request target is too long"};
    head.target = target.toByteArray();
    return std::nullopt;
}

std::optional<Refusal> readField(QByteArrayView line, RequestHead &head)
{
    if (line.front() == ' ' || line.front() == '\t')
        return malformed("a header field is folded over two lines");
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
        return malformed("the name of a header field is not a token");
    const QByteArray name = line.first(colon).toByteArray().toLower();
    const QByteArray value = trimmed(line.sliced(colon + 1)).toByteArray();
    const bool control = std::any_of(value.begin(), value.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    });
    if (control)
        return malformed("a header field holds a control character");
    if (const auto found = head.headers.find(name); found == head.headers.end())
        head.headers.insert(name, value);
    else if (mayRepeat(name))
        found->append(", ").append(value);
    else
        return malformed("a header field that may come once came twice");
    return std::nullopt;
}

/// Where the body ends: exactly one way of saying it, or none.
std::optional<Refusal> readFraming(const HttpLimits &limits, RequestHead &head)
{
    const bool hasLength = head.headers.contains("content-length");
    if (head.headers.contains("transfer-encoding")) {
        if (hasLength)
            return malformed("Content-Length and Transfer-Encoding came together");
        if (head.minor == 0)
            return malformed("Transfer-Encoding is not part of HTTP/1.0");
        if (head.headers.value("transfer-encoding").toLower() != "chunked")
            return Refusal{501, "not_implemented", "only the transfer coding chunked is read here"};
        head.chunked = true;
    } else if (hasLength) {
        const QByteArray text = head.headers.value("content-length");
        if (!isDigits(text))
            return malformed("Content-Length is not a number");
        bool fits = false;
        const qint64 length = text.toLongLong(&fits);
        if (!fits || length > limits.bodyBytes)
            return Refusal{413, "too_large", "the body is too large"};
        head.contentLength = length;
    }
    return std::nullopt;
}

std::optional<Refusal> readMeaning(RequestHead &head)
{
    static constexpr std::array<std::string_view, 7> kKnown = {"GET",   "HEAD",   "POST",   "PUT",
                                                               "PATCH", "DELETE", "OPTIONS"};
    const std::string_view method(head.method.constData(), size_t(head.method.size()));
    if (method == "TRACE" || method == "CONNECT")
        return Refusal{405, "method_not_allowed", "this method is not allowed here"};
    if (std::find(kKnown.begin(), kKnown.end(), method) == kKnown.end())
        return Refusal{501, "not_implemented", "this method is not known here"};
    if (head.minor == 1 && head.headers.value("host").isEmpty())
        return malformed("the Host field is missing");
    if (head.headers.contains("expect")) {
        if (head.headers.value("expect").toLower() != "100-continue")
            return Refusal{417, "expectation_failed", "only 100-continue can be expected here"};
        head.expectsContinue = head.minor == 1;
    }
    const QByteArray coding = head.headers.value("content-encoding", "identity").toLower();
    if (coding != "gzip" && coding != "identity")
        return Refusal{415, "unsupported_encoding", "bodies may be plain or gzip"};
    head.gzipBody = coding == "gzip";
    const QList<QByteArray> options = head.headers.value("connection").toLower().split(',');
    const auto asks = [&options](QByteArrayView word) {
        return std::any_of(options.begin(), options.end(), [word](const QByteArray &o) { return o.trimmed() == word; });
    };
    head.keepAlive = !asks("close") && (head.minor == 1 || asks("keep-alive"));
    return std::nullopt;
}

} // namespace

HeadScanner::State HeadScanner::scan(QByteArrayView bytes)
{
    for (; m_position < bytes.size(); ++m_position) {
        const char c = bytes[m_position];
        const bool afterCr = m_position > 0 && bytes[m_position - 1] == '\r';
        if (c == '\0' || (c == '\n') != afterCr)
            return State::Malformed;
        if (c != '\n')
            continue;
        if (m_position == 1)
            return State::Malformed;
        if (m_position >= 3 && bytes[m_position - 2] == '\n') {
            ++m_position;
            return State::Complete;
        }
    }
    return State::More;
}

ParsedHead parseHead(QByteArrayView bytes, const HttpLimits &limits)
{
    ParsedHead parsed;
    qsizetype end = bytes.indexOf("\r\n");
    parsed.refusal = readRequestLine(bytes.first(std::max<qsizetype>(end, 0)), limits, parsed.head);
    if (parsed.refusal)
        return parsed;
    int fields = 0;
    for (qsizetype from = end + 2; from < bytes.size(); from = end + 2) {
        end = bytes.indexOf("\r\n", from);
        if (end == from)
            break;
        if (end < 0) // no head that HeadScanner passed
            parsed.refusal = malformed("the head has no end");
        else if (++fields > limits.headerFields)
            parsed.refusal = Refusal{431, "headers_too_large", "too many header fields"};
        else
            parsed.refusal = readField(bytes.sliced(from, end - from), parsed.head);
        if (parsed.refusal)
            return parsed;
    }
    parsed.refusal = readFraming(limits, parsed.head);
    if (!parsed.refusal)
        parsed.refusal = readMeaning(parsed.head);
    return parsed;
}

ApiRequest requestOf(const RequestHead &head, const QString &remoteAddress)
{
    ApiRequest request;
    request.method = head.method;
    request.headers = head.headers;
    request.headers.remove("content-encoding");
    request.remoteAddress = remoteAddress;
    return request;
}

Refusal headTooLarge(QByteArrayView bytes)
{
    return bytes.contains('\n') ? Refusal{431, "headers_too_large", "the header fields are too large"}
                                : Refusal{414, "target_too_long", "the request target is too long"};
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/bytesbody.h"
#include "app/server/http/chunkscanner.h"
#include "app/server/http/requesthead.h"

#include <boost/beast/http/parser.hpp>

namespace markaz::server {

/// Beast's reader of one request. Of a body in chunks it gets no more than ChunkScanner has passed, and both must find
/// the same end: Beast alone lets a line feed stand in an extension, and reads a quoted value that does not end on its
/// line far beyond it, counting the chunk's size again at each attempt.
class RequestParser final : public boost::beast::http::request_parser<BytesBody>
{
public:
    RequestParser(qsizetype headBytes, qint64 bodyBytes)
        : m_scanner(static_cast<quint64>(bodyBytes))
    {
        header_limit(static_cast<std::uint32_t>(headBytes) + 1);
        body_limit(static_cast<std::uint64_t>(bodyBytes));
    }

    /// Takes a whole head; whether it found the same in it as \p head, above all the same body behind it.
    bool takeHead(QByteArrayView bytes, const RequestHead &head)
    {
        boost::beast::error_code error;
        const std::size_t used = put(boost::asio::buffer(bytes.data(), static_cast<std::size_t>(bytes.size())), error);
        if (error || !is_header_done() || used != static_cast<std::size_t>(bytes.size()))
            return false;
        const auto length = content_length(); // Beast answers this only once it has a whole head
        return chunked() == head.chunked && length.has_value() == head.contentLength.has_value() &&
               (!length || *length == static_cast<std::uint64_t>(*head.contentLength));
    }

    /// Takes of \p bytes, which hold what was not taken before and what has come since, as much of the body as it can
    /// use; how many. Errors are those of put(): need_more, body_limit, or one of what is malformed.
    std::size_t takeBody(QByteArrayView bytes, boost::beast::error_code &error)
    {
        namespace http = boost::beast::http;
        using Verdict = ChunkScanner::Verdict;
        if (!chunked())
            return put(boost::asio::buffer(bytes.data(), static_cast<std::size_t>(bytes.size())), error);
        const qsizetype fresh = m_scanner.scan(bytes.sliced(m_passed));
        m_passed += fresh;
        const QByteArrayView passed = bytes.first(m_passed);
        std::size_t used = 0;
        // 2026-11-28: with Boost 1.81 a build with assertions ends when the beginning of an end of chunks, alone, is
        // followed by "\r" alone (boostorg/beast, pull request 2861). 2026-11-29: or when it is handed the same
        // beginning again, as when the scanner passes nothing of what has come since.
        if (passed.isEmpty() || passed == "0\r\n" || (m_waits && fresh == 0))
            error = http::error::need_more;
        else
            used = put(boost::asio::buffer(passed.data(), static_cast<std::size_t>(passed.size())), error);
        m_passed -= static_cast<qsizetype>(used);
        m_waits = error == http::error::need_more;
        const Verdict verdict = m_scanner.verdict();
        if (is_done() && (verdict != Verdict::Complete || m_passed > 0))
            error = http::error::bad_chunk;
        else if (!is_done() && (error == http::error::need_more || (!error && m_passed == 0)) &&
                 verdict != Verdict::More)
            error = verdict == Verdict::TooLarge ? http::error::body_limit : http::error::bad_chunk;
        return used;
    }

private:
    ChunkScanner m_scanner;
    qsizetype m_passed = 0; ///< of the bytes that takeBody() gets next
    bool m_waits = false;   ///< for more than m_passed
};

} // namespace markaz::server

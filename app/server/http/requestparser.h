// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/bytesbody.h"

#include <boost/beast/http/parser.hpp>

#include <QByteArrayView>

#include <algorithm>

namespace markaz::server {

/// Beast's reader of one request, within limits and stricter about chunks.
class RequestParser final : public boost::beast::http::request_parser<BytesBody>
{
public:
    RequestParser(qsizetype headBytes, qint64 bodyBytes)
    {
        header_limit(static_cast<std::uint32_t>(headBytes) + 1);
        body_limit(static_cast<std::uint64_t>(bodyBytes));
        on_chunk_header(refuseControls);
    }

    /// Whether put() may be given \p bytes of the body: not the beginning of an end of chunks alone, which never is all
    /// that comes. 2026-11-28: with Boost 1.81 a build with assertions ends when it is followed by "\r" alone
    /// (boostorg/beast, pull request 2861).
    bool mayPut(QByteArrayView bytes) const { return !bytes.isEmpty() && !(chunked() && bytes == "0\r\n"); }

private:
    /// Beast lets a line feed stand in a quoted value of an extension, and there are readers for whom it ends the line:
    /// they would find the chunk, and all that follows, elsewhere.
    static void refuseControls(std::uint64_t, boost::beast::string_view extensions, boost::beast::error_code &error)
    {
        const bool clean = std::none_of(extensions.begin(), extensions.end(), [](char c) {
            return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
        });
        if (!clean)
            error = boost::beast::http::error::bad_chunk_extension;
    }
};

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/optional.hpp>

#include <QByteArray>

#include <cstdint>

namespace markaz::server {

/// A Beast body that lands in a QByteArray as it comes. Nothing is set aside for what a client merely announces, and
/// the bytes may be taken out between two puts, so that a body of any size passes through a small buffer.
struct BytesBody
{
    using value_type = QByteArray;

    class reader
    {
    public:
        template <bool isRequest, class Fields>
        reader(boost::beast::http::header<isRequest, Fields> &, value_type &bytes)
            : m_bytes(bytes)
        {
        }
        void init(const boost::optional<std::uint64_t> &, boost::beast::error_code &error) { error = {}; }
        template <class ConstBufferSequence>
        std::size_t put(const ConstBufferSequence &buffers, boost::beast::error_code &error)
        {
            error = {};
            std::size_t taken = 0;
            for (auto it = boost::asio::buffer_sequence_begin(buffers); it != boost::asio::buffer_sequence_end(buffers);
                 ++it) {
                const boost::asio::const_buffer piece = *it;
                m_bytes.append(static_cast<const char *>(piece.data()), static_cast<qsizetype>(piece.size()));
                taken += piece.size();
            }
            return taken;
        }
        void finish(boost::beast::error_code &error) { error = {}; }

    private:
        value_type &m_bytes;
    };
};

} // namespace markaz::server

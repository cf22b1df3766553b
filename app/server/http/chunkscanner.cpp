// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/chunkscanner.h"

#include <algorithm>

namespace markaz::server {
namespace {

constexpr int kMostDigits = 16; // of a number of 64 bits

bool isText(char c)
{
    return c == '\t' || (static_cast<uchar>(c) >= 0x20 && c != 0x7f);
}

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

qsizetype ChunkScanner::scan(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size() && m_verdict == Verdict::More) {
        if (m_at == At::Data) {
            const auto piece = std::min(static_cast<quint64>(bytes.size() - at), m_size);
            at += static_cast<qsizetype>(piece);
            m_size -= piece;
            if (m_size == 0)
                m_at = At::DataReturn;
        } else if (take(bytes[at])) {
            ++at;
        } else if (m_verdict == Verdict::More) {
            m_verdict = Verdict::Malformed;
        }
    }
    return at;
}

bool ChunkScanner::take(char c)
{
    const auto move = [&](bool may, At to) {
        m_at = to;
        return may;
    };
    switch (m_at) {
    case At::Size:
        return takeSize(c);
    case At::Extension:
        return c == '\r' ? move(true, At::LineFeed) : move(isText(c), c == '"' ? At::Quoted : At::Extension);
    case At::Quoted:
        return move(isText(c), c == '"' ? At::Extension : c == '\\' ? At::Escaped : At::Quoted);
    case At::Escaped:
        return move(isText(c), At::Quoted);
    case At::LineFeed:
        return c == '\n' && beginData();
    case At::DataReturn:
        return move(c == '\r', At::DataFeed);
    case At::DataFeed:
        return move(c == '\n', At::Size);
    case At::Trailer:
        return c == '\r' ? move(true, At::LastFeed) : move(isText(c), At::TrailerRest);
    case At::TrailerRest:
        return c == '\r' ? move(true, At::TrailerFeed) : isText(c);
    case At::TrailerFeed:
        return move(c == '\n', At::Trailer);
    case At::LastFeed:
        m_verdict = c == '\n' ? Verdict::Complete : Verdict::Malformed;
        return c == '\n';
    case At::Data:
        break;
    }
    return false;
}

bool ChunkScanner::takeSize(char c)
{
    if (const int digit = digitOf(c); digit >= 0) {
        m_size = m_size * 16 + static_cast<quint64>(digit);
        return ++m_digits <= kMostDigits;
    }
    m_at = c == '\r' ? At::LineFeed : At::Extension;
    return m_digits > 0 && (c == '\r' || c == ';' || c == ' ' || c == '\t');
}

bool ChunkScanner::beginData()
{
    m_digits = 0;
    if (m_size > m_left) {
        m_verdict = Verdict::TooLarge;
        return false;
    }
    m_left -= m_size;
    m_at = m_size == 0 ? At::Trailer : At::Data;
    return true;
}

} // namespace markaz::server

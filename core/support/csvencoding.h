// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/csvreader.h"

namespace markaz {

/// What the first bytes of a file say of its encoding; for CsvReader.
struct CsvMark
{
    CsvEncoding encoding = CsvEncoding::Utf8;
    qint64 bytes = 0;     ///< of the mark itself
    bool certain = false; ///< it is a mark, or zeros as only UTF-16 has them
};
CsvMark markOf(const QByteArray &start);

/// windows-1256 or windows-1252, by \p sample: bytes of a text that is no UTF-8.
CsvEncoding oneByteEncoding(const QByteArray &sample);

/// A stateful decoder; windows-1252 has none (fromWindows1252()).
QStringDecoder decoderFor(CsvEncoding encoding);
QString fromWindows1252(const QByteArray &bytes);

} // namespace markaz

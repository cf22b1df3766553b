// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/textqr.h"

#include <qrcodegen/qrcodegen.hpp>

namespace markaz::server {

QString textQr(const QString &text)
{
    constexpr int kQuiet = 4;
    try {
        const auto code = qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        const int end = code.getSize() + kQuiet;
        QString lines;
        for (int y = -kQuiet; y < end; y += 2) {
            for (int x = -kQuiet; x < end; ++x) {
                const bool upper = !code.getModule(x, y); // outside of the code is light
                const bool lower = y + 1 < end && !code.getModule(x, y + 1);
                lines += upper && lower ? QChar(0x2588) : upper ? QChar(0x2580) : lower ? QChar(0x2584) : QChar(u' ');
            }
            lines += QLatin1Char('\n');
        }
        lines.chop(1);
        return lines;
    } catch (const qrcodegen::data_too_long &) {
        return {};
    }
}

} // namespace markaz::server

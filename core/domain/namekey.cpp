// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/namekey.h"

namespace markaz {
namespace {

/// Arabic keyboards and windows-1256 have other letters for what Urdu writes with its own.
QChar urduLetter(QChar c)
{
    switch (c.unicode()) {
    case 0x0649: // alef maksura
    case 0x064A: // yeh
        return QChar(0x06CC);
    case 0x0643: // kaf
        return QChar(0x06A9);
    case 0x0647: // heh
        return QChar(0x06C1);
    default:
        return c;
    }
}

} // namespace

QString nameKey(const QString &name)
{
    QString key;
    // Taken apart, so that an accent, a madda or a hamza is a mark of its own; marks are no letters.
    const QString plain = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        if (c.isLetterOrNumber())
            key.append(urduLetter(c));
    }
    return key;
}

} // namespace markaz

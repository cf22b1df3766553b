// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace markaz {

/// Why something was refused: a sentence in English whose arguments stand apart, so that the screen can say it in its
/// own language. The text is the key of its translation, marked where it stands: QT_TRANSLATE_NOOP("standardfault",
/// ...).
struct Reason
{
    const char *text = nullptr; ///< null: the first argument is the whole sentence, in English
    QStringList arguments;

    QString english() const { return filled(text ? QString::fromUtf8(text) : QStringLiteral("%1")); }
    /// \p sentence with the arguments in the places of its %1 to %9; a "%1" inside of an argument stays as it is.
    QString filled(const QString &sentence) const
    {
        QString whole;
        for (qsizetype i = 0; i < sentence.size(); ++i) {
            const int place = sentence.at(i) == QLatin1Char('%') ? sentence.mid(i + 1, 1).toInt() : 0;
            if (place >= 1 && place <= arguments.size()) {
                whole += arguments.at(place - 1);
                ++i;
            } else {
                whole += sentence.at(i);
            }
        }
        return whole;
    }
};

} // namespace markaz

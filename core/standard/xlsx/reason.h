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
    QString filled(QString sentence) const
    {
        for (const QString &argument : arguments)
            sentence = sentence.arg(argument);
        return sentence;
    }
};

} // namespace markaz

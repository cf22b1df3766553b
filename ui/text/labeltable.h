// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

/// What the tables of labels.cpp and fieldlabels.cpp are made of.
namespace markaz::ui::labels {

struct Label
{
    const char *token;
    const char *words; ///< marked for translation in the context "labels"
};

template <size_t N>
QString find(const Label (&table)[N], const QString &token)
{
    for (const Label &label : table) {
        if (token == QLatin1String(label.token))
            return QCoreApplication::translate("labels", label.words);
    }
    const QString words = QString(token).replace(QLatin1Char('_'), QLatin1Char(' '));
    return words.left(1).toUpper() + words.mid(1);
}

} // namespace markaz::ui::labels

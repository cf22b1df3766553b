// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/standardwords.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace markaz::ui::standardwords {
namespace {

/// What core/standard says of a JSON path. It fills its sentences itself, so they are told apart by their form.
constexpr const char *kOfTheReader[] = {
    QT_TRANSLATE_NOOP("standardfault", "must not be empty"),
    QT_TRANSLATE_NOOP("standardfault", "is missing"),
    QT_TRANSLATE_NOOP("standardfault", "is there twice"),
    QT_TRANSLATE_NOOP("standardfault", "is not known here"),
    QT_TRANSLATE_NOOP("standardfault", "the weights add up to %1 instead of 100"),
    QT_TRANSLATE_NOOP("standardfault", "is not among the units"),
    QT_TRANSLATE_NOOP("standardfault", "is not among the sections"),
    QT_TRANSLATE_NOOP("standardfault", "must be one of the instruments, once"),
    QT_TRANSLATE_NOOP("standardfault", "must have %1 to %2 entries"),
    QT_TRANSLATE_NOOP("standardfault", "must have at most %1 characters"),
    QT_TRANSLATE_NOOP("standardfault", "must be a text"),
    QT_TRANSLATE_NOOP("standardfault", "must be a list"),
    QT_TRANSLATE_NOOP("standardfault", "must be an object"),
    QT_TRANSLATE_NOOP("standardfault", "must be true or false"),
    QT_TRANSLATE_NOOP("standardfault", "must be a whole number from %1 to %2"),
    QT_TRANSLATE_NOOP("standardfault", "must be a decimal number as text"),
    QT_TRANSLATE_NOOP("standardfault", "must be a token of lower-case letters, digits and underscores"),
    QT_TRANSLATE_NOOP("standardfault", "must be lower-case letters, digits and dashes"),
    QT_TRANSLATE_NOOP("standardfault", "must be one capital letter"),
    QT_TRANSLATE_NOOP("standardfault", "must be the section's letter, a dash and two digits"),
    QT_TRANSLATE_NOOP("standardfault", "must be at_least or at_most"),
    QT_TRANSLATE_NOOP("standardfault", "the first band earns the full 10000"),
    QT_TRANSLATE_NOOP("standardfault", "must be easier to reach than the band before it"),
    QT_TRANSLATE_NOOP("standardfault", "must be less than that of the band before it"),
    QT_TRANSLATE_NOOP("standardfault", "needs a single band in each tier"),
    QT_TRANSLATE_NOOP("standardfault", "must not be below least"),
    QT_TRANSLATE_NOOP("standardfault", "must be yes_no, choice, measurement, expiry_date or text"),
    QT_TRANSLATE_NOOP("standardfault", "belongs to a choice, and only to it"),
    QT_TRANSLATE_NOOP("standardfault", "belongs to a measurement, and only to it"),
    QT_TRANSLATE_NOOP("standardfault", "belongs to a critical item, and only to it"),
    QT_TRANSLATE_NOOP("standardfault", "must sum a measurement column that each row has"),
    QT_TRANSLATE_NOOP("standardfault", "must be worst or sum:<column>"),
    QT_TRANSLATE_NOOP("standardfault", "judges a column's sum: rows \"sum:<column>\" needs it, \"worst\" forbids it"),
    QT_TRANSLATE_NOOP("standardfault", "is no type of item"),
    QT_TRANSLATE_NOOP("standardfault", "nobody answers a calculated item"),
    QT_TRANSLATE_NOOP("standardfault", "has no items"),
    QT_TRANSLATE_NOOP("standardfault", "there is no item %1"),
    QT_TRANSLATE_NOOP("standardfault", "item %1 has no number %2 in each row"),
    QT_TRANSLATE_NOOP("standardfault", "item %1 gives no such value"),
    QT_TRANSLATE_NOOP("standardfault", "item %1 may be not applicable"),
    QT_TRANSLATE_NOOP("standardfault", "item %1 never has this value"),
    QT_TRANSLATE_NOOP("standardfault", "%1 and %2 read each other in a circle"),
    QT_TRANSLATE_NOOP("standardfault", "a building has no field %1"),
    QT_TRANSLATE_NOOP("standardfault", "must be a number"),
    QT_TRANSLATE_NOOP("standardfault", "is not a number"),
    QT_TRANSLATE_NOOP("standardfault", "not JSON: %1"),
    // Of a workbook that cannot be read, as an argument of that sentence.
    QT_TRANSLATE_NOOP("standardfault", "it is no XLSX workbook"),
    // NOLINTNEXTLINE(bugprone-suspicious-missing-comma): one sentence
    QT_TRANSLATE_NOOP("standardfault", "it is an old XLS workbook, or it is locked with a password; save it as XLSX "
                                       "without a password"),
    QT_TRANSLATE_NOOP("standardfault", "it is locked with a password"),
    QT_TRANSLATE_NOOP("standardfault", "its archive is damaged"),
    QT_TRANSLATE_NOOP("standardfault", "a part of it is missing"),
    QT_TRANSLATE_NOOP("standardfault", "a part of it is damaged"),
    QT_TRANSLATE_NOOP("standardfault", "a part of it unpacks to far more than it should"),
    QT_TRANSLATE_NOOP("standardfault", "a part of it is too large"),
    QT_TRANSLATE_NOOP("standardfault", "the file is larger than %1 MiB"),
    QT_TRANSLATE_NOOP("standardfault", "a sheet has more than %1 rows"),
    QT_TRANSLATE_NOOP("standardfault", "a sheet has more than %1 columns"),
    QT_TRANSLATE_NOOP("standardfault", "a cell has more than %1 characters"),
    QT_TRANSLATE_NOOP("standardfault", "it has more than %1 sheets"),
    QT_TRANSLATE_NOOP("standardfault", "its cells take more than %1 MiB"),
};

QString translated(const char *text)
{
    return QCoreApplication::translate("standardfault", text);
}

/// A text of the reader, and what a sentence that was filled from it looks like.
struct Form
{
    const char *text;
    QRegularExpression filled;
};

const QList<Form> &forms()
{
    static const QList<Form> made = [] {
        static const QRegularExpression mark(QStringLiteral("\\\\%[0-9]"));
        QList<Form> all;
        for (const char *text : kOfTheReader) {
            QString form = QRegularExpression::escape(QString::fromUtf8(text));
            form.replace(mark, QStringLiteral("(.+)"));
            all.append({text, QRegularExpression(QRegularExpression::anchoredPattern(form))});
        }
        return all;
    }();
    return made;
}

/// A sentence that was filled elsewhere, in the language in use; as it is where it is not known.
QString known(const QString &sentence)
{
    for (const Form &form : forms()) {
        if (const auto match = form.filled.match(sentence); match.hasMatch())
            return Reason{form.text, match.capturedTexts().mid(1)}.filled(translated(form.text));
    }
    return sentence;
}

} // namespace

QString reason(const Reason &reason)
{
    if (reason.text != nullptr) {
        Reason shown = reason;
        for (QString &argument : shown.arguments)
            argument = known(argument);
        return shown.filled(translated(reason.text));
    }
    return known(reason.english());
}

} // namespace markaz::ui::standardwords

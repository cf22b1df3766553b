// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/differencewords.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace markaz::ui::differencewords {
namespace {

struct Phrases
{
    Q_DECLARE_TR_FUNCTIONS(DifferenceWords)
};

struct Word
{
    const char *member;
    const char *text;
};

// What core/standard/itemreader.cpp reads, in the order in which a person asks.
constexpr Word kMembers[] = {
    {"type", QT_TRANSLATE_NOOP("DifferenceWords", "kind of answer")},
    {"text", QT_TRANSLATE_NOOP("DifferenceWords", "wording")},
    {"weight", QT_TRANSLATE_NOOP("DifferenceWords", "weight")},
    {"critical", QT_TRANSLATE_NOOP("DifferenceWords", "critical or not")},
    {"credit", QT_TRANSLATE_NOOP("DifferenceWords", "threshold and credit")},
    {"options", QT_TRANSLATE_NOOP("DifferenceWords", "choices")},
    {"repeat", QT_TRANSLATE_NOOP("DifferenceWords", "columns of its rows")},
    {"calculate", QT_TRANSLATE_NOOP("DifferenceWords", "calculation")},
    {"visible_when", QT_TRANSLATE_NOOP("DifferenceWords", "when it is asked")},
    {"evidence", QT_TRANSLATE_NOOP("DifferenceWords", "evidence")},
    {"not_applicable", QT_TRANSLATE_NOOP("DifferenceWords", "whether it may be left out")},
    {"partial_tolerated", QT_TRANSLATE_NOOP("DifferenceWords", "whether in part is enough")},
    {"unit", QT_TRANSLATE_NOOP("DifferenceWords", "unit")},
    {"instruments", QT_TRANSLATE_NOOP("DifferenceWords", "instruments")},
    {"number", QT_TRANSLATE_NOOP("DifferenceWords", "bounds of the number")},
    {"guidance", QT_TRANSLATE_NOOP("DifferenceWords", "guidance")},
    {"short", QT_TRANSLATE_NOOP("DifferenceWords", "short name")},
    {"section", QT_TRANSLATE_NOOP("DifferenceWords", "section")},
    {"basis", QT_TRANSLATE_NOOP("DifferenceWords", "source")},
};

} // namespace

QString of(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return Phrases::tr("New");
    case Kind::Dropped:
        return Phrases::tr("Dropped");
    case Kind::Changed:
        break;
    }
    return Phrases::tr("Changed");
}

QString changed(const Item &before, const Item &after, const QStringList &members)
{
    QStringList words;
    for (const Word &word : kMembers) {
        if (!members.contains(QLatin1String(word.member)))
            continue;
        if (qstrcmp(word.member, "weight") == 0)
            words.append(
                Phrases::tr("weight %1, was %2").arg(format::number(after.weight), format::number(before.weight)));
        else if (qstrcmp(word.member, "critical") == 0)
            words.append(after.critical ? Phrases::tr("critical now") : Phrases::tr("no longer critical"));
        else
            words.append(Phrases::tr(word.text));
    }
    return Phrases::tr("Differs: %1.").arg(words.join(Phrases::tr(", ")));
}

QString wordings(const QString &before, int older, const QString &after, int newer)
{
    return QStringLiteral("%1\n%2").arg(Phrases::tr("%1: “%2”").arg(version(older), before),
                                        Phrases::tr("%1: “%2”").arg(version(newer), after));
}

QString answerIsKept()
{
    return Phrases::tr("The answer is kept with the draft, and not scored.");
}

QString isAskedAgain()
{
    return Phrases::tr("It is asked again; the former answer is kept with the draft.");
}

QString note()
{
    return Phrases::tr("Note");
}

QString version(int version)
{
    return Phrases::tr("Version %1").arg(format::number(version));
}

QString counts(const StandardDifference &difference)
{
    QStringList parts;
    if (!difference.added.isEmpty())
        parts.append(Phrases::tr("%1 new").arg(format::number(difference.added.size())));
    if (!difference.dropped.isEmpty())
        parts.append(Phrases::tr("%1 dropped").arg(format::number(difference.dropped.size())));
    if (!difference.changed.isEmpty())
        parts.append(Phrases::tr("%1 changed").arg(format::number(difference.changed.size())));
    if (difference.marks)
        parts.append(Phrases::tr("other pass marks"));
    return parts.isEmpty() ? Phrases::tr("no item differs") : parts.join(Phrases::tr(", "));
}

} // namespace markaz::ui::differencewords

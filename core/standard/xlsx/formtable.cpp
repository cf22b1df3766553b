// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/xlsx/formtable.h"

#include "core/domain/decimal.h"

#include <QRegularExpression>

namespace markaz {
namespace {

constexpr qsizetype kHeadingWithin = 20; // rows; titles and remarks may stand above it

std::optional<FormLanguage> languageOf(const QString &name)
{
    const QString word = name.trimmed().toLower();
    if (word.startsWith(QLatin1String("english")) || word == QLatin1String("en") ||
        word.endsWith(QLatin1String("(en)")))
        return FormLanguage::English;
    if (word.startsWith(QLatin1String("urdu")) || word == QLatin1String("ur") || word.endsWith(QLatin1String("(ur)")) ||
        word.startsWith(QStringLiteral("اردو")))
        return FormLanguage::Urdu;
    return std::nullopt;
}

} // namespace

QString formWord(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s_-]+"));
    return text.trimmed().toLower().replace(between, QStringLiteral("_"));
}

QString columnName(const QString &column, FormLanguage language)
{
    return column + (language == FormLanguage::English ? QStringLiteral("::English") : QStringLiteral("::Urdu"));
}

FormTable::FormTable(const Sheet &sheet, const Headings &headings, FormLanguage plain, FormFaults &faults)
    : m_sheet(sheet)
    , m_faults(faults)
{
    findHeading(headings);
    if (m_heading >= 0)
        readHeading(headings, plain);
}

void FormTable::findHeading(const Headings &headings)
{
    for (qsizetype i = 0; i < qMin(kHeadingWithin, m_sheet.rows.size()); ++i) {
        for (const Cell &cell : m_sheet.rows.at(i).cells) {
            if (headings.key.contains(formWord(cell.text))) {
                m_heading = i;
                return;
            }
        }
    }
}

void FormTable::readHeading(const Headings &headings, FormLanguage plain)
{
    const SheetRow &row = m_sheet.rows.at(m_heading);
    for (int column = 0; column < row.cells.size(); ++column) {
        const QString heading = row.cells.at(column).text.trimmed();
        if (heading.isEmpty())
            continue;
        const qsizetype colon = heading.indexOf(QLatin1Char(':'));
        const QString base = formWord(colon < 0 ? heading : heading.left(colon));
        if (headings.translated.contains(base)) {
            QString tongue = colon < 0 ? QString() : heading.mid(colon + 1);
            tongue.remove(QLatin1Char(':'));
            const auto language = colon < 0 ? std::optional(plain) : languageOf(tongue);
            if (!language) {
                m_faults.note(
                    name(), row.number, heading,
                    {QT_TRANSLATE_NOOP("standardfault", "This language is left out: a standard has English and Urdu."),
                     {}});
                continue;
            }
            int &place = (colon < 0 ? m_fallback : m_translated)[base].byLanguage[size_t(*language)];
            if (place >= 0)
                m_faults.fail(name(), row.number, heading,
                              {QT_TRANSLATE_NOOP("standardfault", "This column is there twice."), {}});
            else
                place = column;
            continue;
        }
        const QString word = formWord(heading);
        if (!headings.known.contains(word) && !headings.key.contains(word)) {
            m_faults.note(name(), row.number, heading,
                          {QT_TRANSLATE_NOOP("standardfault", "This column means nothing here and is left out."), {}});
        } else if (m_columns.contains(word)) {
            m_faults.fail(name(), row.number, heading,
                          {QT_TRANSLATE_NOOP("standardfault", "This column is there twice."), {}});
        } else {
            m_columns.insert(word, column);
        }
    }
}

QString FormTable::textAt(const SheetRow &row, int column, const QString &name) const
{
    const Cell cell = row.cell(column);
    if (cell.fault != Cell::Fault::None && !m_faults.has(m_sheet.name, row.number, name)) {
        if (cell.fault == Cell::Fault::NotCalculated)
            fail(row, name,
                 {QT_TRANSLATE_NOOP(
                      "standardfault",
                      "The formula in this cell has no saved result. Open the workbook in a spreadsheet program, "
                      "save it and try again."),
                  {}});
        else
            fail(row, name,
                 {QT_TRANSLATE_NOOP("standardfault", "The formula in this cell ends in the error %1."),
                  {cell.text.left(20)}});
    }
    return cell.fault == Cell::Fault::None ? cell.text.trimmed() : QString();
}

QString FormTable::text(const SheetRow &row, const QString &column) const
{
    const int place = m_columns.value(column, -1);
    return place < 0 ? QString() : textAt(row, place, column);
}

QString FormTable::text(const SheetRow &row, const QString &column, FormLanguage language) const
{
    for (const auto *columns : {&m_translated, &m_fallback}) {
        const int place = columns->value(column).byLanguage[size_t(language)];
        QString found = place < 0 ? QString() : textAt(row, place, columnName(column, language));
        if (!found.isEmpty())
            return found;
    }
    return {};
}

bool FormTable::flag(const SheetRow &row, const QString &column, bool otherwise) const
{
    static const QStringList yes{QStringLiteral("yes"), QStringLiteral("true"), QStringLiteral("true()"),
                                 QStringLiteral("1"), QStringLiteral("y")};
    static const QStringList no{QStringLiteral("no"), QStringLiteral("false"), QStringLiteral("false()"),
                                QStringLiteral("0"), QStringLiteral("n")};
    const QString word = text(row, column).toLower();
    if (yes.contains(word))
        return true;
    if (no.contains(word))
        return false;
    if (!word.isEmpty())
        fail(row, column, {QT_TRANSLATE_NOOP("standardfault", "Write yes or no here, not \"%1\"."), {word.left(40)}});
    return otherwise;
}

std::optional<int> FormTable::basisPointsOf(const SheetRow &row, const QString &column, const QString &text,
                                            const Reason &shape) const
{
    QString number = text.trimmed();
    if (number.endsWith(QLatin1Char('%')))
        number = number.chopped(1).trimmed();
    const auto share = Decimal::parse(number);
    constexpr qint64 kUnitsOfOne = Decimal::kScale / 100; // a hundredth of a percent
    if (!share || share->units() % kUnitsOfOne != 0 || share->units() < 0 || share->units() > 100 * Decimal::kScale) {
        fail(row, column, shape);
        return std::nullopt;
    }
    if (share->units() > 0 && share->units() <= Decimal::kScale) {
        // 2026-11-28: a cell that is formatted as a percentage holds 0.75 and shows 75 %. One percent or less is never
        // meant, so it is refused rather than guessed.
        fail(row, column,
             {QT_TRANSLATE_NOOP(
                  "standardfault",
                  "This is %1 %. If 100 times as much is meant, format the cell as a number and write that."),
              {number.left(40)}});
        return std::nullopt;
    }
    return int(share->units() / kUnitsOfOne);
}

std::optional<int> FormTable::basisPoints(const SheetRow &row, const QString &column) const
{
    const QString share = text(row, column);
    if (share.isEmpty())
        return std::nullopt;
    return basisPointsOf(
        row, column, share,
        {QT_TRANSLATE_NOOP("standardfault", "Write a percentage from 0 to 100 here, not \"%1\"."), {share.left(40)}});
}

std::optional<int> FormTable::integer(const SheetRow &row, const QString &column) const
{
    const QString number = text(row, column);
    if (number.isEmpty())
        return std::nullopt;
    const auto parsed = Decimal::parse(number);
    if (!parsed || parsed->units() % Decimal::kScale != 0 || qAbs(parsed->units()) > 1'000'000 * Decimal::kScale) {
        fail(row, column,
             {QT_TRANSLATE_NOOP("standardfault", "Write a whole number here, not \"%1\"."), {number.left(40)}});
        return std::nullopt;
    }
    return int(parsed->units() / Decimal::kScale);
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/importwords.h"

#include "ui/text/format.h"
#include "ui/text/labels.h"

#include <QCoreApplication>

namespace markaz::ui::importwords {
namespace {

struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

QString other(const RowFault &fault)
{
    return fault.alikeLine > 0 ? ImportWords::tr("line %1 of this file").arg(fault.alikeLine)
                               : format::code(fault.value);
}

} // namespace

QString field(const QString &importField)
{
    if (importField == QLatin1String("position"))
        return ImportWords::tr("Position, latitude and longitude");
    if (importField == QLatin1String("covered_area_sqft"))
        return ImportWords::tr("Covered area, sq ft");
    if (importField == QLatin1String("accuracy_m"))
        return ImportWords::tr("Accuracy of the position, metres");
    if (importField == QLatin1String("centre"))
        return ImportWords::tr("Centre: its name or building code");
    if (importField == QLatin1String("seat_rate"))
        return ImportWords::tr("Seat rate, rupees");
    if (importField == QLatin1String("export_usd"))
        return ImportWords::tr("Export earnings told, US$");
    if (importField == QLatin1String("registered_freelancers"))
        return ImportWords::tr("Registered freelancers");
    const QString name = recordField(importField);
    return name.startsWith(QLatin1String("owner.")) ? ImportWords::tr("Owner: %1").arg(labels::field(name))
                                                    : labels::field(name);
}

QString reason(const RowFault &fault)
{
    const QString value = format::isolate(fault.value);
    switch (fault.reason) {
    case RowReason::Surplus:
        return ImportWords::tr("The row has more cells than the first row has names.");
    case RowReason::UnknownCity:
        return ImportWords::tr("“%1” is no city that Markaz knows.").arg(value);
    case RowReason::SeveralCities:
        return ImportWords::tr("Several cities are called “%1”. Add a column with the province.").arg(value);
    case RowReason::NoNumber:
        return ImportWords::tr("“%1” is no whole number.").arg(value);
    case RowReason::NoYesOrNo:
        return ImportWords::tr("“%1” is neither yes nor no.").arg(value);
    case RowReason::NoPosition:
        return ImportWords::tr("This is no position such as 32.4945, 74.5229.");
    case RowReason::NoDay:
        return ImportWords::tr("“%1” is no day such as 2022-04-14 or 14/04/2022.").arg(value);
    case RowReason::NoSuchWord:
        return ImportWords::tr("“%1” is none of the words that can be chosen here.").arg(value);
    case RowReason::SameName:
        return ImportWords::tr("It may be there already: %1 has the same name in the same city.").arg(other(fault));
    case RowReason::NearName:
        return ImportWords::tr("It may be there already: %1 has nearly the same name in the same city.")
            .arg(other(fault));
    case RowReason::SameAddress:
        return ImportWords::tr("It may be there already: %1 has the same address.").arg(other(fault));
    case RowReason::SamePlace:
        return ImportWords::tr("It may be there already: %1 stands within 25 metres.").arg(other(fault));
    case RowReason::NoFreeCode:
        return ImportWords::tr("%1 has no free building code left.").arg(value);
    case RowReason::UnknownCentre:
        return ImportWords::tr("No centre here is called “%1”, nor has its building this code.").arg(value);
    case RowReason::NoMonth:
        return ImportWords::tr("“%1” is no month such as 2026-10 or Oct 2026.").arg(value);
    case RowReason::NoAmount:
        return ImportWords::tr("“%1” is no amount such as 3,500 or 3500.50.").arg(value);
    case RowReason::SameMonth:
        return ImportWords::tr("This month of the centre stands in line %1 already.").arg(fault.alikeLine);
    case RowReason::SameCity:
        return ImportWords::tr("“%1” stands in line %2 already.").arg(value).arg(fault.alikeLine);
    case RowReason::TooMany:
        return ImportWords::tr("%1 is more than a city can have: at most 10 million.").arg(value);
    case RowReason::Refused:
        break;
    }
    if (fault.error.code == ErrorCode::NotAllowed && fault.field == QLatin1String("centre"))
        return ImportWords::tr("The centre lies outside your provinces.");
    if (fault.error.code == ErrorCode::NotAllowed)
        return ImportWords::tr("The city lies outside your provinces.");
    return sentences::of(fault.error).fact;
}

namespace {

QString nothingOf(Kind kind)
{
    switch (kind) {
    case Kind::Buildings:
        return ImportWords::tr("Nothing was registered.");
    case Kind::Months:
        return ImportWords::tr("Nothing was recorded.");
    case Kind::Demand:
        break;
    }
    return ImportWords::tr("Nothing was imported: the figures before still count.");
}

QString changedOf(Kind kind)
{
    switch (kind) {
    case Kind::Buildings:
        return ImportWords::tr("The file, or the buildings here, have changed since the rows were checked.");
    case Kind::Months:
        return ImportWords::tr("The file, or the months here, have changed since the rows were checked.");
    case Kind::Demand:
        break;
    }
    return ImportWords::tr("The file has changed since the rows were checked.");
}

} // namespace

Sentence whole(const Error &error, Kind kind, const QString &written)
{
    if (!written.isEmpty() && error.where == written)
        return sentences::ofWriting(error, written);
    const QString nothing = nothingOf(kind);
    switch (error.code) {
    case ErrorCode::Malformed:
        return {ImportWords::tr("Line %1 of the file cannot be read.").arg(error.where), nothing,
                ImportWords::tr("Look for a quotation mark too many there, or choose another encoding or separator.")};
    case ErrorCode::TooLarge:
        return {ImportWords::tr("The file is too large: at most 200,000 rows, 100 columns and 128 MiB."), nothing,
                ImportWords::tr("Split it into parts.")};
    case ErrorCode::WrongState:
        if (error.where == QLatin1String("cancelled"))
            return {ImportWords::tr("The import was cancelled."), nothing, {}};
        return {changedOf(kind), nothing, ImportWords::tr("Check the rows again.")};
    case ErrorCode::Incomplete:
        if (error.where == QLatin1String("file"))
            return {ImportWords::tr("The file has no rows."), nothing, ImportWords::tr("Choose another file.")};
        break;
    case ErrorCode::StorageBusy:
        return {ImportWords::tr("Something else is writing on this laptop just now."), nothing,
                ImportWords::tr("Try again in a moment.")};
    case ErrorCode::StorageFailed:
        return {ImportWords::tr("The file cannot be opened."), nothing,
                ImportWords::tr("See that it is still there and that you may use it.")};
    default:
        break;
    }
    Sentence sentence = sentences::of(error);
    sentence.safe = nothing;
    return sentence;
}

QString encoding(CsvEncoding encoding)
{
    switch (encoding) {
    case CsvEncoding::Windows1252:
        return ImportWords::tr("Windows-1252 (Western)");
    case CsvEncoding::Windows1256:
        return ImportWords::tr("Windows-1256 (Urdu, Arabic)");
    default:
        return nameOf(encoding);
    }
}

QString separator(QChar separator)
{
    switch (separator.unicode()) {
    case ';':
        return ImportWords::tr("Semicolon");
    case '\t':
        return ImportWords::tr("Tab");
    case '|':
        return ImportWords::tr("Vertical bar");
    default:
        return ImportWords::tr("Comma");
    }
}

} // namespace markaz::ui::importwords

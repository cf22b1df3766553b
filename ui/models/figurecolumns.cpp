// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/figurecolumns.h"

#include "ui/text/answerwords.h"
#include "ui/text/centrewords.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/loanwords.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace markaz::ui::figurecolumns {
namespace {

struct FigureColumns
{
    Q_DECLARE_TR_FUNCTIONS(FigureColumns)
};

QString answerOf(const FigureRow &row, const FigureAsked &asked, const Services &services)
{
    const Item *item = services.standards.item(asked.item); // of whichever version
    const QJsonObject answer = QJsonDocument::fromJson(row.answer.toUtf8()).object();
    if (answer.isEmpty())
        return {};
    return item == nullptr ? row.answer : answerWords(services.standards.newest(), *item, answer);
}

QString verdictWords(const QString &token)
{
    const auto verdict = parse<Verdict>(token);
    return verdict ? labels::of(*verdict) : token;
}

QString loanState(const QString &token)
{
    const auto state = parse<LoanState>(token);
    return state ? loanwords::state(*state) : token;
}

TableCell textOrNothing(const QString &text)
{
    return text.isEmpty() ? TableCell() : TableCell(text);
}

TableCell dayOrNothing(const QDate &day)
{
    return day.isValid() ? TableCell(day) : TableCell();
}

} // namespace

QList<Column> shown(const FigureAsked &asked)
{
    switch (asked.entity()) {
    case Entity::Inspection: {
        QList<Column> all{Column::Code, Column::Building, Column::City,    Column::VisitKind,
                          Column::Day,  Column::Score,    Column::Verdict, Column::State};
        if (asked.figure == FigureAsked::Figure::Failed)
            all.append(Column::Answer);
        return all;
    }
    case Entity::Certificate:
        return {Column::Code,  Column::Building, Column::City,   Column::Number,
                Column::Grade, Column::Seats,    Column::Issued, Column::Until};
    case Entity::OccupancyReport:
        return {Column::Code,  Column::Centre,      Column::City,       Column::Month, Column::Seats,
                Column::Taken, Column::Freelancers, Column::OtherStaff, Column::Rate};
    case Entity::Loan:
        return {Column::Code,   Column::Building, Column::City,      Column::Bank, Column::Principal,
                Column::Markup, Column::Tenor,    Column::LoanState, Column::Since};
    default:
        return {Column::Code, Column::Building, Column::City, Column::Province, Column::Tier, Column::Area};
    }
}

QList<Column> written(const FigureAsked &asked)
{
    QList<Column> all = shown(asked);
    for (const Column column : {Column::Building, Column::Province, Column::Tier}) {
        if (!all.contains(column))
            all.append(column);
    }
    return all;
}

QString key(Column column)
{
    switch (column) {
    case Column::Code:
        return QStringLiteral("code");
    case Column::Building:
        return QStringLiteral("building");
    case Column::City:
        return QStringLiteral("city");
    case Column::Province:
        return QStringLiteral("province");
    case Column::Tier:
        return QStringLiteral("tier");
    case Column::Area:
        return QStringLiteral("covered_area_sqft");
    case Column::VisitKind:
        return QStringLiteral("kind");
    case Column::Day:
        return QStringLiteral("taken_on");
    case Column::Score:
        return QStringLiteral("score");
    case Column::Verdict:
        return QStringLiteral("verdict");
    case Column::State:
        return QStringLiteral("state");
    case Column::Answer:
        return QStringLiteral("answer");
    case Column::Number:
        return QStringLiteral("number");
    case Column::Grade:
        return QStringLiteral("grade");
    case Column::Seats:
        return QStringLiteral("seats");
    case Column::Issued:
        return QStringLiteral("issued_on");
    case Column::Until:
        return QStringLiteral("valid_until");
    case Column::Centre:
        return QStringLiteral("centre");
    case Column::Month:
        return QStringLiteral("month");
    case Column::Taken:
        return QStringLiteral("seats_taken");
    case Column::Freelancers:
        return QStringLiteral("freelancers");
    case Column::OtherStaff:
        return QStringLiteral("other_staff");
    case Column::Rate:
        return QStringLiteral("seat_rate_pkr");
    case Column::Bank:
        return QStringLiteral("bank");
    case Column::Principal:
        return QStringLiteral("principal_pkr");
    case Column::Markup:
        return QStringLiteral("markup_percent");
    case Column::Tenor:
        return QStringLiteral("tenor_months");
    case Column::LoanState:
        return QStringLiteral("state");
    case Column::Since:
        return QStringLiteral("since");
    }
    return {};
}

QString title(Column column)
{
    switch (column) {
    case Column::Code:
        return FigureColumns::tr("Code");
    case Column::Building:
        return FigureColumns::tr("Building");
    case Column::City:
        return FigureColumns::tr("City");
    case Column::Province:
        return FigureColumns::tr("Province");
    case Column::Tier:
        return FigureColumns::tr("Tier");
    case Column::Area:
        return FigureColumns::tr("Covered area");
    case Column::VisitKind:
        return FigureColumns::tr("Visit");
    case Column::Day:
        return FigureColumns::tr("Handed in");
    case Column::Score:
        return FigureColumns::tr("Score");
    case Column::Verdict:
        return FigureColumns::tr("Verdict");
    case Column::State:
        return FigureColumns::tr("State");
    case Column::Answer:
        return FigureColumns::tr("Answer");
    case Column::Number:
        return FigureColumns::tr("Certificate");
    case Column::Grade:
        return FigureColumns::tr("Grade");
    case Column::Seats:
        return FigureColumns::tr("Seats");
    case Column::Issued:
        return FigureColumns::tr("Issued");
    case Column::Until:
        return FigureColumns::tr("Last day");
    case Column::Centre:
        return FigureColumns::tr("Centre");
    case Column::Month:
        return FigureColumns::tr("Month");
    case Column::Taken:
        return FigureColumns::tr("Taken");
    case Column::Freelancers:
        return FigureColumns::tr("Freelancers");
    case Column::OtherStaff:
        return FigureColumns::tr("Other staff");
    case Column::Rate:
        return FigureColumns::tr("Rate");
    case Column::Bank:
        return FigureColumns::tr("Bank");
    case Column::Principal:
        return FigureColumns::tr("Amount");
    case Column::Markup:
        return FigureColumns::tr("Mark-up");
    case Column::Tenor:
        return FigureColumns::tr("Tenor");
    case Column::LoanState:
        return FigureColumns::tr("State");
    case Column::Since:
        return FigureColumns::tr("Since");
    }
    return {};
}

bool isFigure(Column column)
{
    return column == Column::Area || column == Column::Score || column == Column::Seats || column == Column::Taken ||
           column == Column::Freelancers || column == Column::OtherStaff || column == Column::Rate ||
           column == Column::Principal || column == Column::Markup || column == Column::Tenor;
}

QString text(Column column, const FigureRow &row, const FigureAsked &asked, const Services &services)
{
    switch (column) {
    case Column::Code:
        return row.buildingCode;
    case Column::Building:
        return row.buildingName;
    case Column::City:
        return labels::cityName(row.cityId, row.city);
    case Column::Province:
        return labels::province(row.province);
    case Column::Tier:
        return labels::tier(row.tier);
    case Column::Area:
        return format::area(row.areaSqft);
    case Column::VisitKind:
        return labels::visitKind(row.kind);
    case Column::Day:
    case Column::Issued:
        return format::date(row.day);
    case Column::Score:
        return format::score(row.scoreBp);
    case Column::Verdict:
        return verdictWords(row.verdict);
    case Column::State:
        return labels::inspectionState(row.state);
    case Column::Answer:
        return answerOf(row, asked, services);
    case Column::Number:
        return format::code(row.number);
    case Column::Grade:
        return labels::grade(row.grade);
    case Column::Seats:
        return format::number(row.seats);
    case Column::Until:
        return format::date(row.until);
    case Column::Centre:
        return row.centreName;
    case Column::Month:
        return centrewords::month(row.month);
    case Column::Taken:
        return format::number(row.taken);
    case Column::Freelancers:
        return format::number(row.freelancers);
    case Column::OtherStaff:
        return format::number(row.otherStaff);
    case Column::Rate:
        return format::rupees(row.ratePaisa);
    case Column::Bank:
        return row.bank;
    case Column::Principal:
        return format::rupees(row.principalPaisa);
    case Column::Markup:
        return loanwords::rate(row.markupBp);
    case Column::Tenor:
        return loanwords::months(row.tenorMonths);
    case Column::LoanState:
        return loanState(row.state);
    case Column::Since:
        return format::date(row.day);
    }
    return {};
}

std::optional<ChipContent> chip(Column column, const FigureRow &row)
{
    if (column == Column::State)
        return chips::inspectionState(row.state);
    if (column == Column::LoanState) {
        const auto state = parse<LoanState>(row.state);
        return state ? std::optional(loanwords::chip(*state)) : std::nullopt;
    }
    if (column != Column::Verdict)
        return std::nullopt;
    const auto verdict = parse<Verdict>(row.verdict);
    return verdict ? std::optional(chips::verdict(*verdict)) : std::nullopt;
}

TableCell cell(Column column, const FigureRow &row, const FigureAsked &asked, const Services &services, bool tokens)
{
    switch (column) {
    case Column::Tier:
        return qint64(row.tier);
    case Column::Area:
        return qint64(row.areaSqft);
    case Column::Day:
    case Column::Issued:
    case Column::Since:
        return dayOrNothing(row.day);
    case Column::Until:
        return dayOrNothing(row.until);
    case Column::Score:
        return row.scoreBp / 100.0;
    case Column::Seats:
        return qint64(row.seats);
    case Column::Taken:
        return qint64(row.taken);
    case Column::Freelancers:
        return qint64(row.freelancers);
    case Column::OtherStaff:
        return qint64(row.otherStaff);
    case Column::Rate:
        return static_cast<double>(row.ratePaisa) / 100.0;
    case Column::Principal:
        return static_cast<double>(row.principalPaisa) / 100.0;
    case Column::Markup:
        return row.markupBp / 100.0;
    case Column::Tenor:
        return qint64(row.tenorMonths);
    case Column::LoanState:
        return textOrNothing(tokens ? row.state : loanState(row.state));
    case Column::City: // by its Latin name, as in every file of buildings
        return textOrNothing(row.city);
    case Column::Month:
        return textOrNothing(row.month);
    case Column::Number:
        return textOrNothing(row.number);
    case Column::Province:
        return textOrNothing(tokens ? row.province : labels::province(row.province));
    case Column::VisitKind:
        return textOrNothing(tokens ? row.kind : labels::visitKind(row.kind));
    case Column::Verdict:
        return textOrNothing(tokens ? row.verdict : verdictWords(row.verdict));
    case Column::State:
        return textOrNothing(tokens ? row.state : labels::inspectionState(row.state));
    case Column::Grade:
        return textOrNothing(tokens ? row.grade : labels::grade(row.grade));
    case Column::Answer:
        return textOrNothing(tokens ? row.answer : answerOf(row, asked, services));
    case Column::Code:
    case Column::Building:
    case Column::Centre:
    case Column::Bank:
        break;
    }
    return textOrNothing(text(column, row, asked, services));
}

} // namespace markaz::ui::figurecolumns

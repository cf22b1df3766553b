// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dashboard/dashboardcontent.h"

#include "core/domain/centre.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/text/loanwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace markaz::ui::dashboard {
namespace {

struct DashboardWords
{
    Q_DECLARE_TR_FUNCTIONS(DashboardWords)
};

QDate firstOfMonth(const QDate &day)
{
    return {day.year(), day.month(), 1};
}

QDate lastOfMonth(const QDate &first)
{
    return first.addMonths(1).addDays(-1);
}

/// Names that fit beside a row of bars.
QString shortProvince(const QString &code)
{
    if (code == QLatin1String("PK-KP"))
        return DashboardWords::tr("Khyber P.");
    if (code == QLatin1String("PK-JK"))
        return DashboardWords::tr("AJK");
    if (code == QLatin1String("PK-GB"))
        return DashboardWords::tr("Gilgit-B.");
    return labels::province(code);
}

} // namespace

Question question(const QString &periodId, const QStringList &provinces, const QList<int> &tiers,
                  const QList<int> &cities, const QDate &today)
{
    Question asked{{provinces, tiers, {}, {}, cities}, today};
    if (periodId == period::kYear) {
        asked.filter.from = firstOfMonth(today).addMonths(-11);
    } else if (periodId == period::kThisYear) {
        asked.filter.from = QDate(today.year(), 1, 1);
    } else if (periodId == period::kLastYear) {
        asked.filter.from = QDate(today.year() - 1, 1, 1);
        asked.filter.to = QDate(today.year() - 1, 12, 31);
    }
    return asked;
}

QStringList filterWords(const Question &question, const QString &periodWords, const Gazetteer &gazetteer)
{
    QStringList provinces;
    for (const QString &code : question.filter.provinces)
        provinces.append(labels::province(code));
    QStringList words{provinces.isEmpty() ? DashboardWords::tr("All of Pakistan") : format::list(provinces)};
    QStringList tiers;
    for (const int tier : question.filter.tiers)
        tiers.append(labels::tier(tier));
    QStringList cities;
    for (const int id : question.filter.cities) {
        if (const City *city = gazetteer.city(id))
            cities.append(labels::city(gazetteer, *city));
    }
    for (const QStringList &some : {tiers, cities}) {
        if (!some.isEmpty())
            words.append(format::list(some));
    }
    words.append(periodWords);
    return words;
}

QList<QDate> axisMonths(const Question &question, const ProgrammePolicy &policy)
{
    const QDate start = question.filter.from.isValid() ? question.filter.from : std::min(policy.start, question.today);
    QDate end = question.day();
    if (!question.filter.to.isValid() && quota(question, policy))
        end = std::max(end, policy.target().by);
    QList<QDate> months;
    if (!start.isValid() || !end.isValid()) // a day that is none is before every other: the months would not end
        return months;
    for (QDate month = firstOfMonth(start); month <= end; month = month.addMonths(1))
        months.append(month);
    return months;
}

QList<QDate> monthEnds(const Question &question, const ProgrammePolicy &policy)
{
    QList<QDate> days;
    const QList<QDate> months = axisMonths(question, policy);
    for (const QDate &month : months) {
        if (month <= question.day())
            days.append(std::min(lastOfMonth(month), question.day()));
    }
    return days;
}

std::optional<int> quota(const Question &question, const ProgrammePolicy &policy)
{
    return quotaLine(question, policy, policy.target().by);
}

std::optional<int> quotaLine(const Question &question, const ProgrammePolicy &policy, const QDate &day)
{
    if (!question.filter.tiers.isEmpty() || !question.filter.cities.isEmpty())
        return std::nullopt;
    if (question.filter.provinces.isEmpty())
        return policy.quotaLine(day);
    int sum = 0;
    for (const QString &province : question.filter.provinces)
        sum += policy.quotaLine(day, province);
    return sum;
}

KeyFigureContent certifiedFigure(const Question &question, const Answer &answer, const ProgrammePolicy &policy)
{
    const int certified = answer.figures.certified;
    KeyFigureContent content;
    content.figure = format::number(certified);
    const auto whole = quota(question, policy);
    if (!whole) {
        content.caption = DashboardWords::tr("Certified");
        content.unit = DashboardWords::tr("centres");
        content.note = DashboardWords::tr("No quota by tier or city");
        return content;
    }
    content.caption = DashboardWords::tr("Certified of the quota");
    content.unit = DashboardWords::tr("of %1 by %2").arg(format::number(*whole), format::month(policy.target().by));
    const int behind = *quotaLine(question, policy, question.day()) - certified;
    content.noteStatus = behind > 0 ? Status::Bad : Status::Ok;
    content.noteIcon = behind > 0 ? QStringLiteral("triangle") : QStringLiteral("check-disc");
    content.note = behind > 0   ? DashboardWords::tr("%1 behind the line").arg(format::number(behind))
                   : behind < 0 ? DashboardWords::tr("%1 ahead of the line").arg(format::number(-behind))
                                : DashboardWords::tr("On the line");
    return content;
}

KeyFigureContent pipelineFigure(const Answer &answer)
{
    const int waiting = answer.figures.waitingForReview;
    return {DashboardWords::tr("In the pipeline"),
            format::number(answer.inPipeline),
            answer.inPipeline == 1 ? DashboardWords::tr("building today") : DashboardWords::tr("buildings today"),
            waiting == 0   ? DashboardWords::tr("Nothing waits for review")
            : waiting == 1 ? DashboardWords::tr("1 waits for review")
                           : DashboardWords::tr("%1 wait for review").arg(format::number(waiting)),
            Status::Neutral,
            waiting == 0 ? QString() : QStringLiteral("eye")};
}

KeyFigureContent seatsFigure(const Answer &answer)
{
    const int centres = answer.figures.certified;
    KeyFigureContent content{DashboardWords::tr("Seats in centres"),
                             format::number(answer.figures.seats),
                             centres == 1 ? DashboardWords::tr("in 1 centre")
                                          : DashboardWords::tr("in %1 centres").arg(format::number(centres)),
                             {},
                             Status::Neutral,
                             {}};
    if (centres == 0)
        return content;
    const bool crowded = answer.figures.fireSafe < answer.figures.seats;
    content.note = DashboardWords::tr("%1 fire-safe").arg(format::number(answer.figures.fireSafe));
    content.noteStatus = crowded ? Status::Warn : Status::Ok;
    content.noteIcon = crowded ? QStringLiteral("triangle") : QStringLiteral("check-disc");
    return content;
}

namespace {

/// A figure of the newest month that was reported; \p caption has a place for it.
KeyFigureContent ofMonth(const Answer &answer, const QString &caption, const QString &withoutMonth)
{
    const Occupancy &occupancy = answer.figures.occupancy;
    if (occupancy.centres == 0)
        return {
            withoutMonth, QStringLiteral("–"), {}, DashboardWords::tr("No month was reported"), Status::Neutral, {}};
    return {caption.arg(format::month(occupancy.month)), {}, {}, {}, Status::Neutral, {}};
}

} // namespace

KeyFigureContent occupancyFigure(const Answer &answer)
{
    const Occupancy &occupancy = answer.figures.occupancy;
    KeyFigureContent content = ofMonth(answer, DashboardWords::tr("Occupancy, %1"), DashboardWords::tr("Occupancy"));
    if (occupancy.centres == 0)
        return content;
    content.figure = format::percent(centre::shareBp(occupancy.taken, occupancy.seats).value_or(0));
    content.unit = DashboardWords::tr("%1 taken").arg(format::number(occupancy.taken));
    // E-employment: who works there beside the freelancers.
    const auto share = centre::shareBp(occupancy.otherStaff, occupancy.freelancers + occupancy.otherStaff);
    content.note = share && occupancy.otherStaff > 0 ? DashboardWords::tr("%1 other staff").arg(format::percent(*share))
                   : occupancy.centres == 1
                       ? DashboardWords::tr("1 centre reported")
                       : DashboardWords::tr("%1 centres reported").arg(format::number(occupancy.centres));
    return content;
}

KeyFigureContent rateFigure(const Answer &answer, const ProgrammePolicy &policy)
{
    const Occupancy &occupancy = answer.figures.occupancy;
    KeyFigureContent content =
        ofMonth(answer, DashboardWords::tr("Average seat rate, %1"), DashboardWords::tr("Average seat rate"));
    if (occupancy.centres == 0)
        return content;
    const QString market = format::number(policy.marketRateLow.value / 100);
    const QString ceiling = format::number(answer.rateCeilingPaisa / 100);
    if (occupancy.taken == 0) {
        content.figure = QStringLiteral("–");
        content.note = DashboardWords::tr("No seat was taken");
        return content;
    }
    const bool over = occupancy.ratePaisa > answer.rateCeilingPaisa;
    content.figure = format::rupees(occupancy.ratePaisa);
    content.unit = DashboardWords::tr("a month");
    content.note = over ? DashboardWords::tr("Over %1; market %2+").arg(ceiling, market)
                        : DashboardWords::tr("Ceiling %1; market %2+").arg(ceiling, market);
    content.noteStatus = over ? Status::Bad : Status::Ok;
    content.noteIcon = over ? QStringLiteral("triangle") : QStringLiteral("check-disc");
    return content;
}

KeyFigureContent subsidyFigure(const Answer &answer)
{
    const SubsidyCommitted &subsidy = answer.subsidy;
    const InterestSplit &parts = subsidy.interest;
    KeyFigureContent content{DashboardWords::tr("Subsidy committed"),   QStringLiteral("–"), {},
                             DashboardWords::tr("No loan is approved"), Status::Neutral,     {}};
    if (subsidy.loans > 0) {
        content.figure = DashboardWords::tr("Rs %1", "on a card; its caption may say what they are")
                             .arg(format::shortAmount(parts.subsidy().value));
        content.unit = loanwords::loansCounted(subsidy.loans);
        const bool split = parts.ignite + parts.psdp > Paisa{};
        content.note = !split ? DashboardWords::tr("Ignite, PSDP: undecided")
                       : parts.undecided > Paisa{}
                           ? DashboardWords::tr("%1 of it undecided").arg(format::shortAmount(parts.undecided.value))
                           : DashboardWords::tr("Ignite %1, PSDP %2")
                                 .arg(format::shortAmount(parts.ignite.value), format::shortAmount(parts.psdp.value));
    }
    if (subsidy.unknown > 0) {
        content.note = subsidy.unknown == 1
                           ? DashboardWords::tr("1 loan's policy is missing")
                           : DashboardWords::tr("%1 loans' policies are missing").arg(format::number(subsidy.unknown));
        content.noteStatus = Status::Warn;
        content.noteIcon = QStringLiteral("triangle");
    }
    return content;
}

QList<LoanBar> loanBars(const Answer &answer)
{
    QList<LoanBar> bars;
    for (const LoanState state : allValues<LoanState>()) {
        LoanBar bar{state, 0, 0};
        for (const LoanGroup &group : answer.figures.loans) {
            if (group.state != state)
                continue;
            bar.loans += group.loans;
            bar.principalPaisa += group.loans * group.principalPaisa;
        }
        bars.append(bar);
    }
    return bars;
}

CertifiedContent certifiedMonths(const Question &question, const Answer &answer, const ProgrammePolicy &policy)
{
    CertifiedContent content;
    content.months = axisMonths(question, policy);
    for (const MonthCount &month : answer.months) {
        content.full.append(month.full);
        content.provisional.append(month.provisional);
    }
    if (!quota(question, policy))
        return content;
    for (const QDate &month : std::as_const(content.months))
        content.quota.append(*quotaLine(question, policy, lastOfMonth(month)));
    content.behind = *quotaLine(question, policy, question.day()) - answer.figures.certified;
    return content;
}

CertifiedContent endingMonths(const Answer &answer)
{
    CertifiedContent content;
    content.ending = true;
    for (const MonthCount &month : answer.figures.ending) {
        content.months.append(month.month);
        content.full.append(month.full);
        content.provisional.append(month.provisional);
    }
    return content;
}

QList<ProvinceRow> provinceRows(const Question &question, const Answer &answer, const ProgrammePolicy &policy)
{
    QList<ProvinceCount> counts = answer.figures.certifiedByProvince;
    std::stable_sort(counts.begin(), counts.end(), [&](const ProvinceCount &a, const ProvinceCount &b) {
        return policy.quota(a.province) > policy.quota(b.province);
    });
    QList<ProvinceRow> rows;
    const bool hasQuota = question.filter.tiers.isEmpty() && question.filter.cities.isEmpty();
    for (const ProvinceCount &count : std::as_const(counts))
        rows.append({count.province, shortProvince(count.province), labels::province(count.province), count.byTier,
                     hasQuota ? policy.quota(count.province) : -1});
    return rows;
}

QList<PassMark> passMarks(const Question &question, const Standard &standard)
{
    QList<PassMark> marks;
    for (int tier = 1; tier <= 3; ++tier) {
        if (question.filter.tiers.isEmpty() || question.filter.tiers.contains(tier))
            marks.append({tier, standard.tier(tier).passBp});
    }
    return marks;
}

QList<ItemShare> failingItems(const Answer &answer, const StandardCatalogue &standards)
{
    QList<ItemShare> items;
    for (const FailingItem &failing : answer.figures.failingMost) {
        const Item *item = standards.item(failing.code); // of whichever version
        QString text = item != nullptr ? item->shortText.in(isUrdu()) : QString();
        if (!text.isEmpty())
            text[0] = text.at(0).toUpper();
        items.append({failing.code, text, failing.failed, failing.inspections});
    }
    return items;
}

} // namespace markaz::ui::dashboard

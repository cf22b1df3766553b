// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/dashboarddata.h"

#include <QJsonDocument>

namespace markaz::bench {
namespace {

constexpr int kTemplates = 1'000; ///< different answer sheets; the others repeat them
constexpr int kDays = 3 * 365;
constexpr int kPage = 100;

QDate dayAt(int i, int count)
{
    return QDate(2023, 11, 25).addDays(static_cast<int>(static_cast<qint64>(i) * kDays / count));
}

QString momentAt(int i, int count)
{
    return toIso(QDateTime(dayAt(i, count), QTime(4 + i % 12, i % 60), Qt::UTC));
}

/// Writes records in pages, each in its transaction.
class Feed
{
public:
    explicit Feed(Cache &cache)
        : m_cache(cache)
    {
    }
    Result<void> put(Entity entity, const QString &id, const QJsonObject &fields)
    {
        if (!m_page) {
            auto begun = Transaction::begin(*m_cache.database);
            if (!begun)
                return begun.error();
            m_page.emplace(std::move(begun).value());
        }
        auto written =
            m_cache.records.putFromServer(entity, id, 1, QJsonDocument(fields).toJson(QJsonDocument::Compact));
        if (!written || ++m_count % kPage != 0)
            return written;
        return end();
    }
    Result<void> end()
    {
        if (!m_page)
            return {};
        auto committed = m_page->commit();
        m_page.reset();
        return committed;
    }

private:
    Cache &m_cache;
    std::optional<Transaction> m_page;
    qint64 m_count = 0;
};

Result<void> putInspections(Feed &feed, Workload &workload, const QList<Record> &buildings, int count)
{
    const QList<Record> models = workload.inspections(std::min(count, kTemplates), buildings, workload.nextId(), true);
    // Of fifteen visits eleven are accepted, two rejected, one returned, one waits.
    const QStringList states{QStringLiteral("rejected"), QStringLiteral("rejected"), QStringLiteral("returned"),
                             QStringLiteral("submitted")};
    for (int i = 0; i < count; ++i) {
        QJsonObject fields = models.at(i % models.size()).fields;
        fields.insert(QStringLiteral("building"), buildings.at(i % buildings.size()).id);
        fields.insert(QStringLiteral("started_at"), momentAt(i, count));
        fields.insert(QStringLiteral("finished_at"), momentAt(i, count));
        fields.insert(QStringLiteral("received_at"), momentAt(i, count));
        fields.insert(QStringLiteral("state"), states.value(i % 15, QStringLiteral("accepted")));
        if (auto put = feed.put(Entity::Inspection, workload.nextId(), fields); !put)
            return put;
    }
    return {};
}

Result<void> putCentre(Feed &feed, Workload &workload, const Record &building, int nth, const ProgrammeSize &size)
{
    const QDate from = dayAt(nth, size.centres);
    const QString certificate = workload.nextId();
    QJsonObject paper{{QStringLiteral("building"), building.id},
                      {QStringLiteral("inspection"), workload.nextId()},
                      {QStringLiteral("number"), QStringLiteral("MKZ-XX-%1").arg(nth)},
                      {QStringLiteral("grade"), nth % 4 ? QStringLiteral("full") : QStringLiteral("provisional")},
                      {QStringLiteral("seats"), 50 + nth % 150},
                      {QStringLiteral("valid_from"), from.toString(Qt::ISODate)},
                      {QStringLiteral("valid_until"), from.addYears(4).toString(Qt::ISODate)},
                      {QStringLiteral("issued_at"), momentAt(nth, size.centres)},
                      {QStringLiteral("state"), QStringLiteral("issued")}};
    const QString decided = toIso(QDateTime(from.addDays(90), QTime(6, 0), Qt::UTC));
    if (nth % 20 == 0) { // suspended and given back meanwhile
        paper.insert(QStringLiteral("state_at"), decided);
        for (const QString &kind : {QStringLiteral("suspend"), QStringLiteral("reinstate")}) {
            auto put = feed.put(Entity::Decision, workload.nextId(),
                                {{QStringLiteral("kind"), kind},
                                 {QStringLiteral("certificate"), certificate},
                                 {QStringLiteral("made_at"), decided}});
            if (!put)
                return put;
        }
    }
    if (auto put = feed.put(Entity::Certificate, certificate, paper); !put)
        return put;
    const QString centre = workload.nextId();
    auto put = feed.put(Entity::Centre, centre,
                        {{QStringLiteral("building"), building.id},
                         {QStringLiteral("name"), QStringLiteral("Sample centre %1").arg(nth)},
                         {QStringLiteral("seats"), 50 + nth % 150}});
    for (int month = 0; put && month < size.months; ++month)
        put = feed.put(Entity::OccupancyReport, workload.nextId(),
                       {{QStringLiteral("centre"), centre},
                        {QStringLiteral("month"), QDate(2026, 8 + month, 1).toString(QStringLiteral("yyyy-MM"))},
                        {QStringLiteral("seats"), 50 + nth % 150},
                        {QStringLiteral("seats_taken"), 20 + nth % 150},
                        {QStringLiteral("freelancers"), 20 + nth % 140},
                        {QStringLiteral("other_staff"), nth % 3},
                        {QStringLiteral("seat_rate_paisa"), 300'000 + nth}});
    if (!put)
        return put;
    static const QStringList states{QStringLiteral("applied"), QStringLiteral("approved"), QStringLiteral("paid_out"),
                                    QStringLiteral("paid_out")};
    return feed.put(Entity::Loan, workload.nextId(),
                    {{QStringLiteral("building"), building.id},
                     {QStringLiteral("bank"), QStringLiteral("Sample Bank")},
                     {QStringLiteral("state"), states.at(nth % states.size())},
                     {QStringLiteral("state_at"), momentAt(nth, size.centres)},
                     {QStringLiteral("policy_version"), 1},
                     {QStringLiteral("principal_paisa"), 500'000'000 + nth * 100'000}, // no two alike
                     {QStringLiteral("markup_bp"), 1'500},
                     {QStringLiteral("tenor_months"), 60},
                     {QStringLiteral("grace_months"), 6}});
}

} // namespace

Result<void> fillProgramme(Cache &cache, Workload &workload, const ProgrammeSize &size)
{
    const QList<Record> buildings = workload.placedBuildings(size.buildings);
    Feed feed(cache);
    for (const Record &building : buildings) {
        auto put = feed.put(Entity::Building, building.id, building.fields);
        if (put)
            put = feed.put(
                Entity::Assignment, workload.nextId(),
                {{QStringLiteral("building"), building.id}, {QStringLiteral("state"), QStringLiteral("done")}});
        if (!put)
            return put;
    }
    if (auto put = putInspections(feed, workload, buildings, size.inspections); !put)
        return put;
    for (int i = 0; i < size.centres; ++i) {
        if (auto put = putCentre(feed, workload, buildings.at(i), i, size); !put)
            return put;
    }
    return feed.end();
}

} // namespace markaz::bench

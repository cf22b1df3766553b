// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample/sampleworld.h"
#include "core/support/clock.h"
#include "core/support/programmeday.h"

namespace markaz::server::sample {
namespace {

constexpr int kDaysAgo = 7;

} // namespace

StoredRecord countFreelancers(const World &world, const Plan &plan, const Reference &reference, IdSource &ids)
{
    QJsonObject cities;
    for (const City &city : reference.gazetteer.cities()) {
        if (const qint64 registered = qint64(city.population) * kRegisteredPerMille / 1'000; registered > 0)
            cities.insert(QString::number(city.id), registered);
    }
    const QDateTime at = plan.now.addDays(-kDaysAgo);
    StoredRecord demand;
    demand.record = {Entity::Demand,
                     ids.next(),
                     1,
                     {{QStringLiteral("as_of"), programmeDay(at).toString(Qt::ISODate)},
                      {QStringLiteral("source"),
                       QStringLiteral("Sample data: %1 of every 1,000 inhabitants").arg(kRegisteredPerMille)},
                      {QStringLiteral("freelancers"), cities},
                      {QStringLiteral("author"), world.accountId(QStringLiteral("sample.administrator"))},
                      {QStringLiteral("made_at"), toIso(at)},
                      {QStringLiteral("sample"), true}}};
    return demand;
}

} // namespace markaz::server::sample

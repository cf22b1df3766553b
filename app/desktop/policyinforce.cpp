// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/policyinforce.h"

#include "core/support/programmeday.h"
#include "core/workflow/policies.h"

#include <QFile>

namespace markaz::desktop {
namespace {

QByteArray compiledIn(const char *name)
{
    QFile file(QStringLiteral(":/markaz/reference/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(); // an empty file is refused by its reader
}

} // namespace

QByteArray withTiers(const QByteArray &citiesCsv, const QMap<int, int> &tiers)
{
    if (tiers.isEmpty())
        return citiesCsv;
    QList<QByteArray> lines = citiesCsv.split('\n');
    for (QByteArray &line : lines) {
        const qsizetype last = line.lastIndexOf(','); // the tier is the last cell
        const auto tier = tiers.constFind(line.left(line.indexOf(',')).toInt());
        if (last >= 0 && tier != tiers.constEnd())
            line = line.left(last + 1) + QByteArray::number(*tier);
    }
    return lines.join('\n');
}

Result<PolicyInForce> policyInForceIn(const Workspace &workspace)
{
    auto body = policyInForce(workspace, programmeDay(workspace.clock.now()));
    if (!body)
        return body.error();
    auto gazetteer = Gazetteer::read(withTiers(compiledIn("cities.csv"), body->cityTiers), compiledIn("city-codes.csv"),
                                     compiledIn("provinces.geojson"));
    if (!gazetteer)
        return gazetteer.error();
    return PolicyInForce{std::move(gazetteer).value(), std::move(body->figures)};
}

} // namespace markaz::desktop

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre.h"

#include "core/domain/recordspec.h"

#include <QJsonArray>

#include <algorithm>

namespace markaz {
namespace centre {

const QStringList &amenities()
{
    static const QStringList all{QStringLiteral("internet"),     QStringLiteral("generator"),
                                 QStringLiteral("meeting_room"), QStringLiteral("training_room"),
                                 QStringLiteral("prayer_room"),  QStringLiteral("women_area"),
                                 QStringLiteral("child_care"),   QStringLiteral("canteen"),
                                 QStringLiteral("parking"),      QStringLiteral("level_access")};
    return all;
}

bool carries(CertificateStage stage)
{
    return stage == CertificateStage::Issued;
}

bool keepsAnothersWord(const QJsonObject &before, const QJsonObject &after)
{
    const auto same = [&](const QString &field) { return valueAt(before, field) == valueAt(after, field); };
    const QStringList person{QStringLiteral("contact_name"), QStringLiteral("contact_phone"),
                             QStringLiteral("contact_email")};
    const QString agreed = QStringLiteral("contact_agreed_at");
    return !after.value(agreed).toString().isEmpty() && same(agreed) &&
           !std::all_of(person.cbegin(), person.cend(), same);
}

Result<void> checkSeats(int seats, int certified)
{
    if (seats > certified)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("certified for %1 seats").arg(certified),
                         QStringLiteral("centre.seats"));
    return {};
}

std::optional<int> shareBp(qint64 part, qint64 whole)
{
    if (whole <= 0 || part < 0)
        return std::nullopt;
    return static_cast<int>((part * 20'000 + whole) / (2 * whole));
}

} // namespace centre

bool OpenDays::meets(const OpenDays &other) const
{
    const auto isBefore = [](const OpenDays &a, const OpenDays &b) {
        return a.until.isValid() && b.from.isValid() && a.until < b.from;
    };
    return !isBefore(*this, other) && !isBefore(other, *this);
}

bool OpenDays::exceeds(const OpenDays &before) const
{
    const bool earlier = before.from.isValid() && (!from.isValid() || from < before.from);
    const bool later = before.until.isValid() && (!until.isValid() || until > before.until);
    return earlier || later;
}

QStringList Centre::amenities() const
{
    QStringList all;
    const QJsonArray list = fields().value(QStringLiteral("amenities")).toArray();
    for (const auto &entry : list)
        all.append(entry.toString());
    return all;
}

std::optional<qint64> Centre::runningCostPaisa() const
{
    const QJsonValue value = fields().value(QStringLiteral("running_cost_paisa"));
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<qint64> OccupancyReport::exportUsdCents() const
{
    const QJsonValue value = valueAt(fields(), QStringLiteral("export_usd_cents"));
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

} // namespace markaz

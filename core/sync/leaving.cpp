// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/leaving.h"

#include "core/security/revocation.h"
#include "core/support/log.h"
#include "core/sync/statenames.h"
#include "core/sync/trustdata.h"

#include <QJsonDocument>

namespace markaz {
namespace {

QString textOf(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

/// Those that sign orders: of the set that the root signed, without those that were revoked; else what was known before
/// there were roots.
Result<KeySet> keysIn(SyncStateRepository &state)
{
    const auto set = TrustData(state).keys();
    if (!set)
        return set.error();
    if (*set)
        return (*set)->good();
    const auto text = state.value(state::kIssuerKeys);
    if (!text)
        return text.error();
    if (text->isEmpty())
        return KeySet();
    auto json = protocol::parseBody(text->toUtf8());
    return json ? KeySet::fromJson(*json) : Result<KeySet>(json.error());
}

} // namespace

Result<std::optional<DeviceRevocation>> Leaving::order() const
{
    const auto text = m_parts.state.value(state::kRevocation);
    if (!text)
        return text.error();
    if (text->isEmpty())
        return std::optional<DeviceRevocation>();
    auto json = protocol::parseBody(text->toUtf8());
    if (!json)
        return json.error();
    auto order = protocol::decode<DeviceRevocation>(*json);
    return order ? Result<std::optional<DeviceRevocation>>(*order) : order.error();
}

Result<bool> Leaving::isObeyed() const
{
    const auto standing = order();
    if (!standing)
        return standing.error();
    const auto obeyed = m_parts.state.value(state::kObeyed);
    if (!obeyed)
        return obeyed.error();
    return *standing && (*standing)->id == *obeyed;
}

Result<void> Leaving::learnKeys(const QByteArray &body)
{
    return TrustData(m_parts.state).learnKeys(body);
}

Result<void> Leaving::take(const DeviceRevocation &order)
{
    const auto device = m_parts.state.value(state::kDeviceId);
    if (!device)
        return device.error();
    const auto account = profileOwner(m_parts.state);
    if (!account)
        return account.error();
    if (device->isEmpty() || order.device != *device || !*account || order.account != (*account)->accountId)
        return makeError(ErrorCode::NotAllowed, QStringLiteral("the order is for another laptop or account"));
    const auto keys = keysIn(m_parts.state);
    if (!keys)
        return keys.error();
    if (auto signedByServer = verifyRevocation(*keys, order); !signedByServer)
        return signedByServer;
    qCWarning(lcSync) << "this laptop was revoked at" << order.at;
    return m_parts.state.set(state::kRevocation, textOf(protocol::encode(order)));
}

Result<PushBatch> Leaving::next(QSet<qint64> &tried, int most) const
{
    const auto history = m_parts.state.value(state::kHistory);
    if (!history)
        return history.error();
    const auto rows = m_parts.outbox.owed();
    if (!rows)
        return rows.error();
    PushBatch batch;
    for (const OutboxRow &row : *rows) {
        if (tried.contains(row.position))
            continue;
        const PushBatch::Added added = batch.add(row, most);
        if (added == PushBatch::Added::Full)
            break;
        if (added == PushBatch::Added::Never) // no server takes it
            tried.insert(row.position);
    }
    batch.request.batchId = m_parts.ids.next();
    batch.request.history = *history;
    return batch;
}

bool saysObeyed(const protocol::Problem &problem)
{
    return problem.code == protocol::code::kOrderObeyed ||
           (problem.code == protocol::code::kDeviceRevoked && problem.more.value(QStringLiteral("obeyed")).toBool());
}

std::optional<DeviceRevocation> orderIn(const protocol::Problem &problem)
{
    if (problem.code != protocol::code::kDeviceRevoked)
        return std::nullopt;
    const auto order = protocol::decode<DeviceRevocation>(problem.more.value(QStringLiteral("revocation")).toObject());
    return order ? std::optional<DeviceRevocation>(*order) : std::nullopt;
}

std::optional<DeviceRevocation> orderIn(const Result<ServerAnswer> &answer)
{
    return answer && answer->problem ? orderIn(*answer->problem) : std::nullopt;
}

} // namespace markaz

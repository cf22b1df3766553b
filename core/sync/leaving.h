// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/accounts.h"
#include "core/sync/pushside.h"

namespace markaz {

/// The laptop's side of a revocation: whether an order is for this laptop and account and truly the server's, and what
/// is handed in before the program destroys the data key. An order that was obeyed once stands in the cache, so that a
/// program that is killed goes on with it.
class Leaving
{
public:
    explicit Leaving(SyncParts &parts)
        : m_parts(parts)
    {
    }

    /// The order that stands; nothing when the laptop is in good standing.
    Result<std::optional<DeviceRevocation>> order() const;
    /// Whether the server has said of the order that stands that this laptop obeyed it: a copy of it has.
    Result<bool> isObeyed() const;
    /// TrustData::learnKeys.
    Result<void> learnKeys(const QByteArray &body);
    /// Keeps \p order as one to obey. NotAllowed when it is for another laptop or account, NotFound when its key is not
    /// known, Tampered when the signature does not hold.
    Result<void> take(const DeviceRevocation &order);
    /// The next changes that the server never settled for good, rejected ones too, which their author might have
    /// mended: at most \p most of them and a body's worth, without those in \p tried. They are not marked: whatever
    /// becomes of them, the records here go.
    Result<PushBatch> next(QSet<qint64> &tried, int most) const;

private:
    SyncParts &m_parts;
};

/// Whether a refusal says that this laptop, or the one that it is a copy of, has obeyed: nothing is heard from it any
/// more.
bool saysObeyed(const protocol::Problem &problem);
/// The order that came with a refusal, as its `revocation`; nothing when there is none.
std::optional<DeviceRevocation> orderIn(const protocol::Problem &problem);
std::optional<DeviceRevocation> orderIn(const Result<ServerAnswer> &answer);

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/certificatelifecycle.h"
#include "core/domain/month.h"
#include "core/support/programmeday.h"

#include <QList>

#include <algorithm>

namespace markaz {

/// A certificate as far as it bears on the months of a centre.
struct MonthCarrier
{
    CertificateStage stage = CertificateStage::None; ///< on the day on which it is asked
    QDate from;
    QDate until; ///< the last day; of a superseded one the day on which the next took its place, where that was earlier
    int seats = 0;

    /// Whether it has anything to say for a month: what is suspended or revoked was, or is, in doubt for all of them.
    /// 2026-11-30: also for those before that day. A certificate is ended for what was wrong when it was issued as well
    /// as for what became wrong, and the register does not tell which; its months count again when it is reinstated.
    bool isTrusted() const
    {
        return stage == CertificateStage::Issued || stage == CertificateStage::Expired ||
               stage == CertificateStage::Superseded;
    }
    bool covers(const Month &month) const { return from <= month.lastDay() && until >= month.firstDay(); }
    bool carries(const Month &month) const { return isTrusted() && covers(month); }
};

/// The one that a certificate at \p stage is; \p stateAt: toIso(), when it came to its state.
inline MonthCarrier makeCarrier(CertificateStage stage, const QDate &from, const QDate &until, const QString &stateAt,
                                int seats)
{
    MonthCarrier carrier{stage, from, until, seats};
    const QDate replaced = programmeDay(stateAt);
    if (stage == CertificateStage::Superseded && replaced.isValid())
        carrier.until = std::min(carrier.until, replaced);
    return carrier;
}

/// Whether a certificate of \p month was suspended or revoked, so that nothing is known of the month.
inline bool isDoubted(const Month &month, const QList<MonthCarrier> &certificates)
{
    return std::any_of(certificates.begin(), certificates.end(), [&month](const MonthCarrier &certificate) {
        return !certificate.isTrusted() && certificate.covers(month);
    });
}

/// The seats that were certified at the most in \p month, whatever the certificate of today says; 0: no certificate
/// carries the month.
inline int seatsCertifiedIn(const Month &month, const QList<MonthCarrier> &certificates)
{
    int seats = 0;
    for (const MonthCarrier &certificate : certificates) {
        if (certificate.carries(month))
            seats = std::max(seats, certificate.seats);
    }
    return seats;
}

} // namespace markaz

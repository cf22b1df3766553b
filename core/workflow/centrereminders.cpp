// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/centrereminders.h"

#include <algorithm>

namespace markaz {

QList<CentreReminder> centreReminders(const QList<CentreRow> &centres, const QDate &today)
{
    QList<CentreReminder> all;
    const QDate last = today.addDays(kReminderDays);
    for (const CentreRow &centre : centres) {
        if (centre.isClosed())
            continue;
        const CentreCertificate &certificate = centre.certificate;
        const CertificateStage stage = certificate.stage(today);
        if (!centre::carries(stage)) {
            all.append(
                {CentreMatter::Lapsed, centre, stage == CertificateStage::Expired ? certificate.validUntil : QDate()});
            continue;
        }
        if (centre.hasTooManySeats())
            all.append({CentreMatter::TooManySeats, centre, {}});
        if (certificate.validUntil <= last)
            all.append({CentreMatter::Expiring, centre, certificate.validUntil});
        if (certificate.surveillanceDue.isValid() && !certificate.surveillanceMade &&
            certificate.surveillanceDue <= last)
            all.append({CentreMatter::Surveillance, centre, certificate.surveillanceDue});
    }
    std::stable_sort(all.begin(), all.end(), [&today](const CentreReminder &a, const CentreReminder &b) {
        if (a.isOverdue(today) != b.isOverdue(today))
            return a.isOverdue(today);
        return a.day < b.day; // those without a day first
    });
    return all;
}

} // namespace markaz

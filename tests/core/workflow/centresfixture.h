// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/centres.h"
#include "core/workflow/occupancy.h"
#include "tests/core/workflow/workflowfixture.h"

namespace markaz::test {

/// It is 2026-11-24. The certificate is for 100 seats until 2028-05-31.
class CentresTest : public WorkflowFixture
{
protected:
    QString certified(int number = 1, const char *state = "issued", const char *until = "2028-05-31",
                      const QJsonObject &more = {})
    {
        QString home = building("LHE", number);
        m_certificate = certificate(home, m_ids.next(), "full", state, "2026-06-01", until, more);
        return home;
    }
    Centres centres() { return Centres(*m_workspace); }
    RecordOccupancy recording() { return RecordOccupancy(*m_workspace); }
    static CentreEntry entry()
    {
        CentreEntry entry;
        entry.name = QStringLiteral(" Iqbal Centre ");
        entry.seats = 60;
        entry.seatRatePaisa = 350'000;
        entry.openedOn = QDate(2026, 7, 1);
        entry.amenities = {QStringLiteral("parking"), QStringLiteral("internet")};
        entry.contactPhone = QStringLiteral("042-1234567");
        return entry;
    }
    static MonthEntry month(const char *text = "2026-10")
    {
        return {QLatin1String(text), 60, 45, 38, 30, 9, 350'000, 1, 0, std::nullopt};
    }
    QString opened(const QString &home)
    {
        const auto made = centres().open(m_chief, home, entry());
        EXPECT_TRUE(made.ok()) << qPrintable(made.ok() ? QString() : made.error().detail + made.error().where);
        return made.ok() ? made->id() : QString();
    }
    CentreTerms terms(const QString &id) { return recording().terms(m_chief, centre(id)).value(); }
    Centre centre(const QString &id) { return m_records->requireAs<Centre>(id).value(); }
    QList<CentreRow> rows(const QString &text = {})
    {
        const auto found = CentreRepository(*m_database).rows(QDate(2026, 11, 24));
        EXPECT_TRUE(found.ok()) << qPrintable(found.ok() ? QString() : found.error().detail);
        QList<CentreRow> rows = found.ok() ? *found : QList<CentreRow>();
        rows.removeIf([&text](const CentreRow &row) { return !row.holds(text); });
        return rows;
    }
    QString m_certificate;
};

} // namespace markaz::test

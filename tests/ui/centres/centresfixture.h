// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/deskfixture.h"

#include "core/domain/month.h"
#include "ui/desk.h"
#include "ui/models/centresmodel.h"
#include "ui/pages/centres/centrepage.h"
#include "ui/pages/centres/centrespage.h"
#include "ui/widgets/frame/mainframe.h"

#include <QSpinBox>
#include <QTableView>

namespace markaz::ui::test {

/// Certified buildings of Lahore, their centres and months. It is 2026-11-24.
class CentresFixture : public DeskFixture
{
protected:
    QString m_certificate; ///< the last one

    QString certified(int number, const QJsonObject &more = {}, const char *state = "issued")
    {
        QString home = building("LHE", number, {{QStringLiteral("name"), QStringLiteral("Sample hall")}});
        m_certificate = certificate(home, m_ids.next(), "full", state, "2026-01-20", "2028-01-19",
                                    with({{QStringLiteral("surveillance_due"), QStringLiteral("2027-06-01")}}, more));
        return home;
    }
    QString centre(const QString &home, const char *name, const QJsonObject &more = {})
    {
        return put(Entity::Centre, with({{QStringLiteral("building"), home},
                                         {QStringLiteral("name"), QString::fromUtf8(name)},
                                         {QStringLiteral("seats"), 70},
                                         {QStringLiteral("seat_rate_paisa"), 320'000},
                                         {QStringLiteral("opened_on"), QStringLiteral("2026-02-02")},
                                         {QStringLiteral("amenities"),
                                          QJsonArray{QStringLiteral("internet"), QStringLiteral("parking")}},
                                         {QStringLiteral("contact_name"), QStringLiteral("Sample Amna")},
                                         {QStringLiteral("contact_phone"), QStringLiteral("042-1234567")},
                                         {QStringLiteral("sample"), true}},
                                        more));
    }
    QString month(const QString &centreId, const char *text, int taken, int others)
    {
        return put(Entity::OccupancyReport, {{QStringLiteral("centre"), centreId},
                                             {QStringLiteral("month"), QLatin1String(text)},
                                             {QStringLiteral("seats"), 70},
                                             {QStringLiteral("seats_taken"), taken},
                                             {QStringLiteral("freelancers"), taken - others},
                                             {QStringLiteral("dg_skills"), (taken - others) / 2},
                                             {QStringLiteral("other_staff"), others},
                                             {QStringLiteral("seat_rate_paisa"), 320'000},
                                             {QStringLiteral("trainings"), 1},
                                             {QStringLiteral("events"), 0},
                                             {QStringLiteral("export_usd_cents"), 125'050},
                                             {QStringLiteral("author"), m_officer},
                                             {QStringLiteral("made_at"), QStringLiteral("2026-11-02T05:00:00.000Z")},
                                             {QStringLiteral("sample"), true}});
    }
};

/// The desk of one of them, on the centres.
class CentresDesk : public CentresFixture
{
protected:
    std::unique_ptr<MainFrame> m_frame;
    std::unique_ptr<Desk> m_desk;

    void open(const Actor &actor)
    {
        m_desk.reset();
        leave(m_frame);
        m_frame = std::make_unique<MainFrame>();
        m_frame->resize(1366, 690);
        m_desk = std::make_unique<Desk>(*m_frame, services(actor), QList<OtherAccount>{});
        present(*m_frame);
        m_frame->showPage(QStringLiteral("centres"));
        settle();
    }
    void TearDown() override
    {
        m_desk.reset();
        leave(m_frame);
    }
    CentresPage *page() { return static_cast<CentresPage *>(m_frame->page(QStringLiteral("centres"))); }
    CentrePage *detail() { return static_cast<CentrePage *>(m_frame->page(QStringLiteral("centre"))); }
    QTableView *table() { return part<QTableView>(*page(), "centresTable"); }
    QString cellAt(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    QStringList names()
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            all.append(cellAt(row, CentresModel::Name));
        return all;
    }
    void setNumber(const char *name, int value)
    {
        auto *field = part<QSpinBox>(*m_frame, name);
        field->setFocus();
        field->selectAll();
        type(field, QString::number(value));
        QTest::keyClick(field, Qt::Key_Tab);
    }
};

} // namespace markaz::ui::test

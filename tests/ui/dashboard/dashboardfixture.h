// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/storage/cachefixture.h"
#include "tests/ui/uitest.h"

#include "ui/pages/dashboard/dashboardpage.h"
#include "ui/services.h"
#include "ui/widgets/charts/citymap.h"
#include "ui/widgets/charts/funnelchart.h"
#include "ui/widgets/evidence/attachqueue.h"
#include "ui/widgets/filterchip.h"

#include <QFile>
#include <QGraphicsSimpleTextItem>
#include <QJsonDocument>
#include <QtCharts/QBarSet>
#include <QtCharts/QLineSeries>
#include <QtCharts/QStackedBarSeries>

namespace markaz::ui::test {

class QuietSync final : public SyncStatus
{
public:
    SyncSnapshot snapshot() const override { return {}; }
    void syncNow() override {}
};

/// A real cache with a few buildings whose figures are counted by hand, on 2026-11-24.
///
/// | building | city, tier | visit                             | certificate                     |
/// | LHE-0001 | Lahore 1   | 2026-02-10 eligible 86.0          | full, 2026-02-20, 120 seats     |
/// | LHE-0002 | Lahore 1   | 2026-08-05 provisional 74.0       | provisional, 2026-08-15, 80     |
/// | SKT-0001 | Sialkot 2  | 2025-06-01 eligible 79.0          | full, 2025-06-11, 60            |
/// | KHI-0001 | Karachi 1  | 2026-10-20 eligible 88.0          | full, 2026-11-03, 200           |
/// | KHI-0002 | Karachi 1  | 2026-09-01 refused 52.0           | fails C-02 and C-09             |
/// | KHI-0003 | Karachi 1  | 2026-11-20 provisional 73.0       | waits for review; fails C-09    |
/// | QTA-0001 | Quetta 1   | assigned                          |                                 |
/// | LHE-0003 | Lahore 1   |                                   |                                 |
class DashboardFixture : public markaz::test::CacheFixture
{
protected:
    ChangeNotifier m_notifier;
    QuietSync m_sync;
    ProgrammePolicy m_policy = builtinPolicy().value();
    Standard m_standard = builtinStandard().value();
    StandardCatalogue m_standards{m_standard};
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<AttachQueue> m_attaching;

    void SetUp() override
    {
        CacheFixture::SetUp();
        m_workspace =
            std::make_unique<Workspace>(Workspace{*m_database, *m_records, *m_outbox, m_clock, m_ids, m_notifier});
    }

    Services services(Role role = Role::Officer, const QStringList &provinces = {})
    {
        QStringList scope = provinces;
        if (scope.isEmpty()) {
            for (const Province &province : markaz::test::gazetteer().provinces())
                scope.append(province.code);
        }
        if (!m_attaching)
            m_attaching = std::make_unique<AttachQueue>(*m_workspace);
        return {*m_workspace,
                *m_attaching,
                markaz::test::gazetteer(),
                m_standards,
                m_policy,
                m_policy.programmeFacts(),
                m_sync,
                Actor{m_officer, QStringLiteral("sample"), QStringLiteral("Sample officer"), role, scope},
                true};
    }

    static QJsonObject scored(int totalBp, const char *verdict, const QStringList &failed = {},
                              const QStringList &met = {})
    {
        QJsonObject answers;
        for (const QString &code : failed)
            answers.insert(code, QJsonObject{{QStringLiteral("value"), QStringLiteral("no")}});
        for (const QString &code : met)
            answers.insert(code, QJsonObject{{QStringLiteral("value"), QStringLiteral("yes")}});
        return {{QStringLiteral("score"), QJsonObject{{QStringLiteral("total_bp"), totalBp},
                                                      {QStringLiteral("verdict"), QLatin1String(verdict)},
                                                      {QStringLiteral("complete"), true},
                                                      {QStringLiteral("failed"), QJsonArray::fromStringList(failed)}}},
                {QStringLiteral("answers"), answers}};
    }

    void certify(const QString &building, const QString &visit, const char *grade, const char *from, const char *until,
                 int seats)
    {
        certificate(building, visit, grade, "issued", from, until, {{QStringLiteral("seats"), seats}});
    }

    void fillKnown()
    {
        const QString c02 = QStringLiteral("C-02");
        const QString c09 = QStringLiteral("C-09");
        const QString lahore1 = building("LHE", 1);
        certify(lahore1,
                visited(lahore1, "accepted", "eligible", "2026-02-10", scored(8600, "eligible", {}, {c02, c09})),
                "full", "2026-02-20", "2028-02-20", 120);
        const QString lahore2 = building("LHE", 2);
        certify(lahore2, visited(lahore2, "accepted", "provisional", "2026-08-05", scored(7400, "provisional")),
                "provisional", "2026-08-15", "2027-02-15", 80);
        const QString sialkot = building("SKT", 1);
        certify(sialkot, visited(sialkot, "accepted", "eligible", "2025-06-01", scored(7900, "eligible")), "full",
                "2025-06-11", "2027-06-11", 60);
        const QString karachi1 = building("KHI", 1);
        certify(karachi1, visited(karachi1, "accepted", "eligible", "2026-10-20", scored(8800, "eligible")), "full",
                "2026-11-03", "2028-11-03", 200);
        visited(building("KHI", 2), "accepted", "refused", "2026-09-01", scored(5200, "refused", {c02, c09}));
        visited(building("KHI", 3), "submitted", "provisional", "2026-11-20", scored(7300, "provisional", {c09}));
        assignment(building("QTA", 1), "open");
        building("LHE", 3);
    }

    /// A centre in the building, where it has none yet, and a month of it.
    void reported(const char *prefix, int number, const char *month, int seats, int taken, int freelancers,
                  int otherStaff, int ratePaisa)
    {
        const QString code = BuildingCode::make(QLatin1String(prefix), number).value().toString();
        const QString building = cell(QStringLiteral("SELECT id FROM building WHERE code = ?"), {code}).toString();
        QString centre = cell(QStringLiteral("SELECT id FROM centre WHERE building = ?"), {building}).toString();
        if (centre.isEmpty())
            centre = put(Entity::Centre, {{QStringLiteral("building"), building},
                                          {QStringLiteral("name"), QStringLiteral("Sample centre ") + code},
                                          {QStringLiteral("seats"), seats},
                                          {QStringLiteral("seat_rate_paisa"), ratePaisa}});
        put(Entity::OccupancyReport, {{QStringLiteral("centre"), centre},
                                      {QStringLiteral("month"), QLatin1String(month)},
                                      {QStringLiteral("seats"), seats},
                                      {QStringLiteral("seats_taken"), taken},
                                      {QStringLiteral("freelancers"), freelancers},
                                      {QStringLiteral("dg_skills"), 0},
                                      {QStringLiteral("other_staff"), otherStaff},
                                      {QStringLiteral("seat_rate_paisa"), ratePaisa},
                                      {QStringLiteral("trainings"), 0},
                                      {QStringLiteral("events"), 0},
                                      {QStringLiteral("author"), m_officer},
                                      {QStringLiteral("made_at"), QStringLiteral("2026-11-20T08:00:00.000Z")}});
    }

    /// A loan for the building at 12 % a year; as it comes, interest-only for a month and repaid in the next: 1 % of it
    /// each month.
    void lent(const char *prefix, int number, const char *state, qint64 principalPaisa, int policyVersion = 1,
              int tenorMonths = 2)
    {
        const QString code = BuildingCode::make(QLatin1String(prefix), number).value().toString();
        QJsonObject fields{{QStringLiteral("building"),
                            cell(QStringLiteral("SELECT id FROM building WHERE code = ?"), {code}).toString()},
                           {QStringLiteral("owner"), m_officer},
                           {QStringLiteral("bank"), QStringLiteral("Sample Bank")},
                           {QStringLiteral("principal_paisa"), principalPaisa},
                           {QStringLiteral("policy_version"), policyVersion},
                           {QStringLiteral("spread_bp"), 200},
                           {QStringLiteral("kibor_bp"), 1'000},
                           {QStringLiteral("tenor_months"), tenorMonths},
                           {QStringLiteral("grace_months"), 1},
                           {QStringLiteral("state"), QLatin1String(state)},
                           {QStringLiteral("state_at"), QStringLiteral("2026-11-02T08:00:00.000Z")},
                           {QStringLiteral("state_by"), m_officer}};
        payOut(fields);
        put(Entity::Loan, fields);
    }
    /// The policy that is compiled in with another subsidy, as version 2.
    void publish(int shareBp, int igniteBp)
    {
        QFile text(QStringLiteral(":/markaz/policy/programme-1.json"));
        ASSERT_TRUE(text.open(QIODevice::ReadOnly));
        QJsonObject body = QJsonDocument::fromJson(text.readAll()).object();
        body.insert(QStringLiteral("version"), 2);
        body.insert(QStringLiteral("interest_subsidy"),
                    QJsonObject{{QStringLiteral("share_bp"), shareBp},
                                {QStringLiteral("ignite_bp"), igniteBp},
                                {QStringLiteral("source"), QStringLiteral("Sample")}});
        put(Entity::Policy, {{QStringLiteral("version"), 2}, {QStringLiteral("body"), body}});
    }

    static KeyFigureContent figure(const DashboardPage &page, const char *name)
    {
        return page.findChild<KeyFigure *>(QLatin1String(name))->content();
    }
    static void choose(const DashboardPage &page, const char *filter, const QStringList &ids)
    {
        auto *chip = page.findChild<FilterChip *>(QLatin1String(filter));
        chip->setChosen(ids);
        Q_EMIT chip->chosenChanged(ids);
        QCoreApplication::processEvents();
    }
    template <class Chart>
    static Chart *chart(const DashboardPage &page)
    {
        return page.findChild<Chart *>();
    }
    static QList<QBarSet *> sets(const ChartView &view)
    {
        for (QAbstractSeries *series : view.chart()->series()) {
            if (auto *bars = qobject_cast<QAbstractBarSeries *>(series))
                return bars->barSets();
        }
        return {};
    }
    static QList<qreal> values(const QBarSet *set)
    {
        QList<qreal> all;
        for (int i = 0; i < set->count(); ++i)
            all.append(set->at(i));
        return all;
    }
    static QList<QLineSeries *> lines(const ChartView &view)
    {
        QList<QLineSeries *> all;
        for (QAbstractSeries *series : view.chart()->series()) {
            if (auto *line = qobject_cast<QLineSeries *>(series))
                all.append(line);
        }
        return all;
    }
    static QList<QGraphicsSimpleTextItem *> texts(const ChartView &view)
    {
        QList<QGraphicsSimpleTextItem *> all;
        for (QGraphicsItem *item : view.scene()->items()) {
            if (auto *text = dynamic_cast<QGraphicsSimpleTextItem *>(item))
                all.append(text);
        }
        return all;
    }
    static QStringList words(const ChartView &view)
    {
        QStringList all;
        for (const QGraphicsSimpleTextItem *text : texts(view))
            all.append(text->text());
        return all;
    }
};

} // namespace markaz::ui::test

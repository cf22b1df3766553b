// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/figurecells.h"
#include "core/storage/figurecounts.h"
#include "tests/core/storage/dashboardhistory.h"

#include <QJsonDocument>

#include <array>
#include <vector>

namespace markaz::test {

/// Histories of a cache out of plain numbers, so that whatever numbers come make one and a shorter list of them makes a
/// shorter one: records come, change here, meet the server's word, are taken back, hidden, removed and come again.
class FigureHistory : public DashboardHistory
{
protected:
    using Step = std::array<unsigned char, 6>; ///< what, how it ends, and four numbers for the record

    static constexpr int kPool = 8; ///< records of a kind
    static inline const QList<Entity> kKinds{Entity::Building,   Entity::Inspection,      Entity::Certificate,
                                             Entity::Assignment, Entity::Decision,        Entity::Inspection,
                                             Entity::Centre,     Entity::OccupancyReport, Entity::Loan};

    static QString idOf(Entity entity, int n)
    {
        return QStringLiteral("01900000-0000-7000-8000-%1%2")
            .arg(static_cast<int>(entity), 4, 16, QLatin1Char('0'))
            .arg(n % kPool, 8, 16, QLatin1Char('0'));
    }
    static QString dayAt(int n) { return QDate(2026, 1, 1).addDays(n * 3 % 250).toString(Qt::ISODate); }
    /// Half of them where Pakistan's day is not that of UTC.
    static QString momentAt(int n)
    {
        return dayAt(n) + (n % 2 ? QStringLiteral("T20:30:00.000Z") : QStringLiteral("T08:30:00.000Z"));
    }
    template <class List>
    static QString pick(const List &list, int n)
    {
        return QLatin1String(*(list.begin() + n % static_cast<int>(list.size())));
    }

    QJsonObject buildingAt(const Step &step) const
    {
        static const QList<const char *> prefixes = placesOfAllTiers();
        QJsonObject fields = buildingFields(prefixes.at(step[3] % prefixes.size()), 1 + step[2] % kPool,
                                            {{QStringLiteral("name"), QStringLiteral("Sample %1").arg(step[5])},
                                             {QStringLiteral("covered_area_sqft"), 1000 + step[5] * 17}});
        if (step[4] % 4 == 0 && step[2] % kPool > 3) { // never in a chain
            fields.insert(QStringLiteral("merged_into"), idOf(Entity::Building, step[4] / 4 % 4));
            fields.insert(QStringLiteral("merge_reason"), QStringLiteral("The same house."));
        }
        return fields;
    }
    /// Two cities of each tier, of several provinces.
    static QList<const char *> placesOfAllTiers()
    {
        static const QList<QByteArray> names = [] {
            QList<QByteArray> found;
            QMap<int, QStringList> provinces;
            for (const City &city : gazetteer().cities()) {
                QStringList &of = provinces[city.tier];
                if (of.size() == 2 || of.contains(city.province))
                    continue;
                of.append(city.province);
                found.append(city.prefix.toLatin1());
            }
            return found;
        }();
        QList<const char *> prefixes;
        for (const QByteArray &name : names)
            prefixes.append(name.constData());
        return prefixes;
    }
    QJsonObject inspectionAt(const Step &step) const
    {
        const QString state = pick(
            std::initializer_list<const char *>{"draft", "submitted", "returned", "accepted", "rejected"}, step[3]);
        QJsonObject fields =
            inspectionFields(idOf(Entity::Building, step[4]), m_inspector, state.toLatin1().constData());
        static const QStringList codes{QStringLiteral("A-01"), QStringLiteral("C-02"), QStringLiteral("D-03")};
        QJsonObject answers;
        QJsonArray failed;
        for (int i = 0; i < codes.size(); ++i) {
            if ((step[5] >> i) & 1)
                answers.insert(codes.at(i), i == 2 ? QJsonObject{{QStringLiteral("rows"), QJsonArray()}}
                                                   : QJsonObject{{QStringLiteral("value"), QStringLiteral("no")}});
            else
                answers.insert(codes.at(i), QJsonObject{{QStringLiteral("na"), QStringLiteral("none here")}});
            if ((step[5] >> (i + 3)) & 1)
                failed.append(codes.at(i));
        }
        fields.insert(QStringLiteral("answers"), answers);
        if (state == QLatin1String("draft"))
            return fields;
        fields.insert(QStringLiteral("finished_at"), momentAt(step[5]));
        if (step[4] % 3 == 0)
            fields.insert(QStringLiteral("received_at"), momentAt(step[5] + 11));
        if (step[5] % 7 == 0) {
            fields.insert(QStringLiteral("visit_outcome"), QStringLiteral("no_entry"));
            return fields;
        }
        fields.insert(QStringLiteral("visit_outcome"), QStringLiteral("done"));
        fields.insert(
            QStringLiteral("score"),
            QJsonObject{{QStringLiteral("total_bp"), step[3] * 40},
                        {QStringLiteral("failed"), failed},
                        {QStringLiteral("verdict"),
                         pick(std::initializer_list<const char *>{"eligible", "provisional", "refused"}, step[5])}});
        return fields;
    }
    QJsonObject certificateAt(const Step &step) const
    {
        const QString state = pick(
            std::initializer_list<const char *>{"issued", "issued", "suspended", "revoked", "superseded"}, step[3]);
        QJsonObject fields{
            {QStringLiteral("building"), idOf(Entity::Building, step[4])},
            {QStringLiteral("inspection"), idOf(Entity::Inspection, step[4])},
            {QStringLiteral("grade"), step[5] % 2 ? QStringLiteral("full") : QStringLiteral("provisional")},
            {QStringLiteral("seats"), 10 + step[5]},
            {QStringLiteral("number"), QStringLiteral("MKZ-%1").arg(step[2])},
            {QStringLiteral("valid_from"), dayAt(step[5])},
            {QStringLiteral("valid_until"), QDate(2026, 3, 1).addDays(step[3] * 3).toString(Qt::ISODate)},
            {QStringLiteral("state"), state},
            {QStringLiteral("issued_at"), momentAt(step[5])}};
        if (state != QLatin1String("issued") || step[4] % 5 == 0)
            fields.insert(QStringLiteral("state_at"), momentAt(step[3]));
        return fields;
    }
    QJsonObject decisionAt(const Step &step) const
    {
        QJsonObject fields{
            {QStringLiteral("kind"),
             pick(std::initializer_list<const char *>{"suspend", "reinstate", "revoke", "allow_appeal", "appeal"},
                  step[3])},
            {QStringLiteral("certificate"), idOf(Entity::Certificate, step[4])},
            {QStringLiteral("made_at"), momentAt(step[5])}};
        if (step[3] % 2)
            fields.insert(QStringLiteral("received_at"), momentAt(step[5] + 5));
        return fields;
    }
    QJsonObject fieldsAt(Entity entity, const Step &step) const
    {
        switch (entity) {
        case Entity::Building:
            return buildingAt(step);
        case Entity::Inspection:
            return inspectionAt(step);
        case Entity::Certificate:
            return certificateAt(step);
        case Entity::Decision:
            return decisionAt(step);
        case Entity::Assignment:
            return {{QStringLiteral("building"), idOf(Entity::Building, step[4])},
                    {QStringLiteral("inspector"), m_inspector},
                    {QStringLiteral("state"),
                     pick(std::initializer_list<const char *>{"open", "done", "cancelled"}, step[3])}};
        case Entity::Centre:
            return {{QStringLiteral("building"), idOf(Entity::Building, step[4])},
                    {QStringLiteral("name"), QStringLiteral("Sample centre")},
                    {QStringLiteral("seats"), 100}};
        case Entity::Loan:
            return {{QStringLiteral("building"), idOf(Entity::Building, step[4])},
                    {QStringLiteral("state"),
                     pick(std::initializer_list<const char *>{"draft", "applied", "approved", "paid_out"}, step[3])},
                    {QStringLiteral("state_at"), momentAt(step[5])},
                    {QStringLiteral("policy_version"), 1},
                    {QStringLiteral("principal_paisa"), 100'000'000 + step[5] % 2},
                    {QStringLiteral("tenor_months"), 60},
                    {QStringLiteral("grace_months"), 6},
                    {step[5] % 3 ? QStringLiteral("markup_bp") : QStringLiteral("kibor_bp"), 1200 + step[5] % 4}};
        default:
            return {{QStringLiteral("centre"), idOf(Entity::Centre, step[4])},
                    {QStringLiteral("month"), dayAt(step[3]).left(7)},
                    {QStringLiteral("seats"), 100},
                    {QStringLiteral("seats_taken"), step[5] % 101},
                    {QStringLiteral("freelancers"), step[5] % 90},
                    {QStringLiteral("other_staff"), step[5] % 3},
                    {QStringLiteral("seat_rate_paisa"), 300'000 + step[5]}};
        }
    }

    /// Takes \p step; what meets a record that is not there does nothing.
    Result<void> take(const Step &step)
    {
        const Entity entity = kKinds.at(step[1] % kKinds.size());
        const QString id = idOf(entity, step[2]);
        const Record record{entity, id, ++m_rev, fieldsAt(entity, step)};
        const FieldChange state{QJsonValue::Null, record.fields.value(QStringLiteral("state"))};
        switch (step[0] % 12) {
        case 0: // made here, or changed here over what the server said
        case 1: {
            Record own = record;
            own.rev = 0;
            return m_records->putLocal(own);
        }
        case 2: // the server's word meets a change that waits here
            return m_records->putFromServer(record, {FieldChanges{{QStringLiteral("state"), state}}});
        case 3: // it meets a removal that waits here
            return m_records->putFromServer(record, {FieldChanges()});
        case 4: // what waited was taken, or refused and taken back
            return m_records->settle(entity, id, record.rev,
                                     step[3] % 2 ? FieldChanges{{QStringLiteral("state"), state}} : FieldChanges(), {});
        case 5:
            return m_records->hide(entity, id);
        case 6:
            return m_records->unhide(entity, id);
        case 7:
            return m_records->remove(entity, id);
        case 8: { // one answer
            const FieldChange answer{QJsonValue::Null, QJsonObject{{QStringLiteral("value"), QStringLiteral("yes")}}};
            auto answered = m_records->applyLocal(Entity::Inspection, idOf(Entity::Inspection, step[2]),
                                                  {{QStringLiteral("answers.C-02"), answer}});
            // What is left of one that was taken back may lack what a visit needs.
            return answered || answered.error().code == ErrorCode::NotFound ? answered : Result<void>();
        }
        case 9: // the scope loses a whole kind, as a pull from nothing begins
            return step[3] % 8 ? Result<void>() : forget(entity);
        default: // the feed: as text, as it comes
            return m_records->putFromServer(entity, id, record.rev,
                                            QJsonDocument(record.fields).toJson(QJsonDocument::Compact));
        }
    }
    Result<void> forget(Entity entity)
    {
        for (int n = 0; n < kPool; ++n) {
            if (auto removed = m_records->remove(entity, idOf(entity, n)); !removed)
                return removed;
        }
        return {};
    }
    void forgetAll()
    {
        auto transaction = Transaction::begin(*m_database);
        ASSERT_TRUE(transaction);
        for (const Entity entity : kKinds)
            ASSERT_TRUE(forget(entity));
        ASSERT_TRUE(transaction->commit());
    }

    /// The buildings and centres, none of them merged, that most steps need to count anywhere.
    void buildEverywhere()
    {
        auto transaction = Transaction::begin(*m_database);
        ASSERT_TRUE(transaction);
        for (int n = 0; n < kPool; ++n) {
            const auto number = static_cast<unsigned char>(n);
            for (const Entity entity : {Entity::Building, Entity::Centre}) {
                const Step step{0, 0, number, number, static_cast<unsigned char>(4 * n + 1), number};
                ASSERT_TRUE(m_records->putFromServer({entity, idOf(entity, n), ++m_rev, fieldsAt(entity, step)}, {}));
            }
        }
        ASSERT_TRUE(transaction->commit());
    }

    static QList<DashboardFilter> filtersOfAllKinds()
    {
        const QList<const char *> prefixes = placesOfAllTiers();
        const City &one = cityOf(prefixes.first());
        const City &two = cityOf(prefixes.last());
        return {{},
                {{}, {}, QDate(2026, 2, 1), QDate(2026, 4, 30)},
                {{}, {}, QDate(2026, 2, 17), QDate(2026, 5, 9)},
                {{one.province}, {1, 3}, QDate(2026, 3, 1), {}},
                {{}, {2, 3}, {}, QDate(2026, 3, 31)},
                {{}, {}, QDate(2026, 3, 5), QDate(2026, 3, 20)},
                {{}, {}, QDate(2026, 1, 1), {}, {one.id, two.id}},
                {{two.province}, {}, {}, QDate(2026, 7, 14), {two.id}}};
    }

    /// Every cell that is not 0, and every part, a line each.
    QStringList cells()
    {
        QStringList lines;
        for (const char *sql :
             {"SELECT 'count', figure, month, city, n FROM figure_count WHERE n <> 0",
              "SELECT 'reach', step, building, day, city, parts FROM figure_reach",
              "SELECT 'distinct', step, month, before, province, tier, n FROM figure_distinct WHERE n <> 0",
              "SELECT 'turn', day, province, tier, full, provisional FROM figure_turn WHERE full <> 0 OR provisional "
              "<> 0",
              "SELECT 'standing', building, since, until, city, grade, seats, valid_until, area FROM figure_standing",
              "SELECT 'part', entity, id, building, city, day, steps, waiting, grade, band, verdict, hex(answered), "
              "hex(failed) FROM figure_part",
              "SELECT 'report', centre, month, city, seats, taken, freelancers, other_staff, paid FROM figure_report",
              "SELECT 'reported', month, city, centres, mixed, seats, taken, freelancers, other_staff, paid "
              "FROM figure_reported WHERE centres <> 0 OR mixed <> 0 OR seats <> 0 OR taken <> 0 OR freelancers <> 0 "
              "OR other_staff <> 0 OR paid <> 0",
              "SELECT 'loan', id, city, state, policy_version, principal_paisa, markup_bp, tenor_months, grace_months "
              "FROM figure_loan",
              "SELECT 'due', entity, id FROM figure_due"})
            appendRows(QLatin1String(sql), lines);
        auto query = m_database->run(QStringLiteral("SELECT month, province, tier, counts FROM figure_scored"));
        EXPECT_TRUE(query);
        while (query && (*query)->next()) {
            FigureCounts counts;
            counts.addAll((*query)->value(3).toByteArray());
            if (counts.isEmpty())
                continue;
            QByteArray bytes = counts.toBytes();
            while (bytes.endsWith('\0'))
                bytes.chop(1);
            lines.append(QStringLiteral("scored|%1|%2|%3|%4")
                             .arg((*query)->value(0).toString(), (*query)->value(1).toString(),
                                  (*query)->value(2).toString(), QString::fromLatin1(bytes.toHex())));
        }
        lines.sort();
        return lines;
    }
    void appendRows(const QString &sql, QStringList &lines)
    {
        auto query = m_database->run(sql);
        ASSERT_TRUE(query) << qPrintable(query ? QString() : query.error().detail);
        while ((*query)->next()) {
            QStringList line;
            for (int i = 0; i < 14 && (*query)->value(i).isValid(); ++i)
                line.append((*query)->value(i).toString());
            lines.append(line.join(QLatin1Char('|')));
        }
    }
    /// The same, counted from the records alone; what is kept stays as it is.
    QStringList cellsCountedAnew()
    {
        auto transaction = Transaction::begin(*m_database);
        EXPECT_TRUE(transaction && countFiguresAnew(*m_database));
        return cells(); // and rolled back
    }

    qint64 m_rev = 0;
};

} // namespace markaz::test

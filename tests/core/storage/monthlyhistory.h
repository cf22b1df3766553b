// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/certificatelifecycle.h"
#include "core/storage/monthlyfigures.h"
#include "tests/core/storage/cachefixture.h"

#include <QRandomGenerator>

#include <algorithm>

namespace markaz::test {

inline const QStringList kThree{QStringLiteral("PK-PB"), QStringLiteral("PK-SD"), QStringLiteral("PK-KP")};

/// Random histories, and their recount by plain loops over the records as they were made.
class MonthlyHistory : public CacheFixture
{
protected:
    struct Kept
    {
        QString id;
        QJsonObject fields;
        QDate made;           ///< of a building: when it was registered, in Pakistan
        bool gone = false;    ///< removed here, rejected by the server, or still waiting for it
        bool removed = false; ///< of a building: here; of a visit or a review: the server has not taken it
        QString text(const char *name) const { return fields.value(QLatin1String(name)).toString(); }
    };
    QList<Kept> m_buildings, m_visits, m_reviews, m_certificates, m_decisions, m_findings;
    QRandomGenerator m_random;
    bool m_offline = true; ///< decisions were made long before the server took them

    template <class List>
    auto any(const List &list)
    {
        return *(list.begin() + m_random.bounded(static_cast<int>(list.size())));
    }
    QString token(std::initializer_list<const char *> list) { return QLatin1String(any(list)); }
    QDate someDay() { return QDate(2026, 7, 1).addDays(m_random.bounded(150)); }
    /// Often at Pakistan's midnight, where a month ends.
    QString someMoment(const QDate &day)
    {
        static const char *const times[] = {"18:59:59.999", "19:00:00.000", "00:00:00.000", "23:30:00.000"};
        return QStringLiteral("%1T%2Z").arg(day.toString(Qt::ISODate), QLatin1String(times[m_random.bounded(4)]));
    }
    static QDate dayOf(const QString &moment)
    {
        return QDateTime::fromString(moment, Qt::ISODateWithMs).addSecs(5 * 3600).date();
    }
    void run(const char *sql, const QVariantList &values)
    {
        const auto done = m_database->run(QLatin1String(sql), values);
        ASSERT_TRUE(done.ok()) << qPrintable(done.error().detail);
        (*done)->finish();
    }
    void reject(const char *entity, const QString &id)
    {
        run("INSERT INTO outbox (op_id, entity, record, kind, base_rev, schema, made_at, author, state, payload) "
            "VALUES (?, ?, ?, 'create', 0, 1, '2026-11-01T00:00:00.000Z', ?, 'dead', x'00')",
            {m_ids.next(), QLatin1String(entity), id, m_officer});
    }
    void keep(QList<Kept> &list, Entity entity, const QJsonObject &fields)
    {
        list.append({put(entity, fields), fields, {}, false, false});
    }
    /// Mostly the moment at which the server took the record, often in another month than the laptop's own.
    void receive(QJsonObject &fields)
    {
        if (m_random.bounded(4))
            fields.insert(QStringLiteral("received_at"), someMoment(someDay()));
    }
    /// The day by which it counts.
    static QDate taken(const Kept &kept, const char *made)
    {
        const QString received = kept.text("received_at");
        return dayOf(received.isEmpty() ? kept.text(made) : received);
    }

    void fill(quint32 seed)
    {
        m_random.seed(seed);
        auto transaction = Transaction::begin(*m_database);
        ASSERT_TRUE(transaction.ok());
        fillBuildings();
        fillVisits();
        fillCertificates();
        fillFindings();
        ASSERT_TRUE(transaction->commit().ok());
    }
    void fillBuildings()
    {
        const QDateTime now = m_clock.now();
        for (int i = 1; i <= 60; ++i) {
            const QString moment = someMoment(someDay());
            m_clock.set(QDateTime::fromString(moment, Qt::ISODateWithMs));
            QJsonObject more;
            if (i > 50)
                more = {{QStringLiteral("merged_into"), m_buildings[m_random.bounded(40)].id},
                        {QStringLiteral("merge_reason"), QStringLiteral("The same house.")}};
            receive(more);
            const QJsonObject fields =
                buildingFields(gazetteer().cities()[m_random.bounded(40)].prefix.toLatin1().constData(), i, more);
            m_buildings.append({put(Entity::Building, fields), fields, dayOf(moment), false, false});
            if (more.contains(QStringLiteral("received_at")))
                m_buildings.last().made = dayOf(more.value(QStringLiteral("received_at")).toString());
            if (i > 40 && i < 46) {
                run("UPDATE building SET deleted = 1 WHERE id = ?", {m_buildings.last().id});
                m_buildings.last().gone = m_buildings.last().removed = true;
            }
            if (i > 45 && i < 51) {
                reject("building", m_buildings.last().id);
                m_buildings.last().gone = true;
            }
        }
        m_clock.set(now);
    }
    void fillVisits()
    {
        for (int i = 0; i < 150; ++i) {
            const QString state = token({"draft", "submitted", "returned", "accepted", "rejected"});
            const QString at = someMoment(someDay());
            QJsonObject more{{QStringLiteral("started_at"), at},
                             {QStringLiteral("kind"), token({"initial", "surveillance", "surveillance"})}};
            if (state != QLatin1String("draft") || m_random.bounded(2)) {
                more.insert(QStringLiteral("finished_at"), at);
                more.insert(QStringLiteral("visit_outcome"), token({"done", "done", "done", "no_entry"}));
            }
            if (state != QLatin1String("draft"))
                receive(more);
            keep(m_visits, Entity::Inspection,
                 inspectionFields(any(m_buildings).id, m_inspector, state.toLatin1().constData(), more));
            if (m_random.bounded(8) == 0) {
                run("UPDATE inspection SET deleted = 1 WHERE id = ?", {m_visits.last().id});
                m_visits.last().gone = true;
            } else if (m_random.bounded(10) == 0) {
                reject("inspection", m_visits.last().id);
                m_visits.last().gone = true;
            } else if (state == QLatin1String("submitted") && !more.contains(QStringLiteral("received_at"))) {
                run("UPDATE inspection SET server = '{}' WHERE id = ?", {m_visits.last().id}); // its submit waits
                m_visits.last().gone = m_visits.last().removed = true;
            }
        }
        for (int i = 0; i < 80; ++i) {
            QJsonObject fields{{QStringLiteral("inspection"), any(m_visits).id},
                               {QStringLiteral("reviewer"), m_officer},
                               {QStringLiteral("decision"), token({"accept", "return", "reject"})},
                               {QStringLiteral("made_at"), someMoment(someDay())}};
            receive(fields);
            keep(m_reviews, Entity::Review, fields);
            if (m_random.bounded(6) == 0) {
                run("UPDATE review SET rev = 0 WHERE id = ?", {m_reviews.last().id});
                m_reviews.last().gone = m_reviews.last().removed = true;
            } else if (m_random.bounded(6) == 0) {
                reject("review", m_reviews.last().id);
                m_reviews.last().gone = true;
            }
        }
    }
    void fillCertificates()
    {
        for (int i = 0; i < 180; ++i) {
            const QDate from = someDay();
            QJsonObject more{{QStringLiteral("seats"), 10 + m_random.bounded(200)},
                             {QStringLiteral("issued_at"), someMoment(from)}};
            if (m_random.bounded(2))
                more.insert(QStringLiteral("surveillance_due"), someDay().toString(Qt::ISODate));
            const QDate until = from.addDays(m_random.bounded(200));
            const Kept &visit = any(m_visits);
            const QString id =
                certificate(visit.text("building"), visit.id, m_random.bounded(2) ? "full" : "provisional", "issued",
                            from.toString(Qt::ISODate).toLatin1().constData(),
                            until.toString(Qt::ISODate).toLatin1().constData(), more);
            QJsonObject fields = m_records->require(Entity::Certificate, id)->fields;
            live(id, from, until, fields);
            ASSERT_TRUE(m_records->putFromServer({Entity::Certificate, id, 2, fields}, {}).ok());
            m_certificates.append({id, fields, {}, false, false});
        }
    }
    /// What officers did to the certificate, as the table of its life allows it, each move on a later day.
    void live(const QString &id, const QDate &from, const QDate &until, QJsonObject &fields)
    {
        CertificateStage stage = CertificateStage::Issued;
        QDate day = from.addDays(1 + m_random.bounded(30));
        for (; day < QDate(2026, 11, 24) && m_random.bounded(6) > 0; day = day.addDays(1 + m_random.bounded(30))) {
            const QString at = someMoment(day);
            QList<CertificateAction> allowed;
            for (const CertificateAction action : certificateActions()) {
                if (certificateAfter(stage, action) &&
                    (action == CertificateAction::Expire) == (until < dayOf(at) && stage != CertificateStage::Revoked))
                    allowed.append(action);
            }
            if (allowed.isEmpty())
                break;
            const bool back = allowed.contains(CertificateAction::Reinstate) && m_random.bounded(3) == 0;
            const CertificateAction action = back ? CertificateAction::Reinstate : any(allowed);
            const auto after = certificateAfter(stage, action);
            const bool byRecord = action != CertificateAction::Expire && action != CertificateAction::Renew;
            if (byRecord && !decided(id, action, at))
                continue;
            if (*after != stage)
                fields.insert(QStringLiteral("state_at"), at);
            stage = *after;
        }
        fields.insert(QStringLiteral("state"), markaz::token(*storedState(stage)));
    }
    void keepDecision(const QString &id, CertificateAction action, const QString &at)
    {
        keep(m_decisions, Entity::Decision,
             {{QStringLiteral("kind"), decisionKind(action)},
              {QStringLiteral("certificate"), id},
              {QStringLiteral("officer"), m_officer},
              {QStringLiteral("made_at"), m_offline ? someMoment(QDate(2026, 7, 1)) : at},
              {QStringLiteral("received_at"), m_offline ? QJsonValue(at) : QJsonValue()}});
    }
    /// Whether the server took the decision.
    bool decided(const QString &id, CertificateAction action, const QString &at)
    {
        keepDecision(id, action, at);
        const int fate = m_random.bounded(8);
        if (fate == 0)
            reject("decision", m_decisions.last().id);
        if (fate < 2)
            run("UPDATE decision SET rev = 0 WHERE id = ?", {m_decisions.last().id});
        m_decisions.last().gone = fate < 2;
        return fate >= 2;
    }
    void fillFindings()
    {
        for (int i = 0; i < 160; ++i) {
            const Kept &visit = any(m_visits);
            QJsonObject fields{{QStringLiteral("inspection"), visit.id},
                               {QStringLiteral("building"), visit.text("building")},
                               {QStringLiteral("item"), QStringLiteral("C-02")},
                               {QStringLiteral("severity"), QStringLiteral("major")},
                               {QStringLiteral("description"), QStringLiteral("The exit is locked.")},
                               {QStringLiteral("due"), QStringLiteral("2026-12-01")},
                               {QStringLiteral("state"), token({"open", "fixed", "verified", "verified", "waived"})},
                               {QStringLiteral("author"), m_inspector},
                               {QStringLiteral("made_at"), someMoment(someDay())}};
            if (m_random.bounded(2))
                fields.insert(QStringLiteral("follow_up"), any(m_visits).id);
            keep(m_findings, Entity::Finding, fields);
            if (m_random.bounded(8) == 0) {
                reject("finding", m_findings.last().id);
                m_findings.last().gone = true;
            }
        }
    }

    const Kept &of(const QList<Kept> &list, const QString &id) const
    {
        return *std::find_if(list.begin(), list.end(), [&](const Kept &kept) { return kept.id == id; });
    }
    /// The building that everything of \p id belongs to.
    const Kept &whole(const QString &id) const
    {
        const Kept &building = of(m_buildings, id);
        const QString into = building.text("merged_into");
        return into.isEmpty() ? building : of(m_buildings, into);
    }
    /// None of what belongs to a removed one.
    QString provinceOf(const QString &building) const
    {
        if (whole(building).removed)
            return {};
        return gazetteer().city(whole(building).fields.value(QStringLiteral("city")).toInt())->province;
    }
    /// By building, its newest certificate in force at the end of \p day.
    QMap<QString, Kept> inForce(const QDate &day) const
    {
        QMap<QString, Kept> newest;
        for (const Kept &c : m_certificates) {
            const bool began = QDate::fromString(c.text("valid_from"), Qt::ISODate) <= day;
            const bool ended = QDate::fromString(c.text("valid_until"), Qt::ISODate) < day;
            const bool replaced = c.text("state") == QLatin1String("superseded") && dayOf(c.text("state_at")) <= day;
            bool struck = false;
            for (const Kept &d : m_decisions) { // in the order in which they were made
                if (d.gone || d.text("certificate") != c.id || taken(d, "made_at") > day)
                    continue;
                const QString kind = d.text("kind");
                struck = kind == QLatin1String("suspend") || kind == QLatin1String("revoke") ||
                         (struck && kind != QLatin1String("reinstate") && kind != QLatin1String("allow_appeal"));
            }
            if (!began || ended || replaced || struck)
                continue;
            Kept &best = newest[whole(c.text("building")).id];
            if (best.id.isEmpty() || best.text("issued_at") + best.id < c.text("issued_at") + c.id)
                best = c;
        }
        return newest;
    }
    bool wasSurveyed(const Kept &certificate, const QDate &day) const
    {
        return std::any_of(m_visits.begin(), m_visits.end(), [&](const Kept &v) {
            const bool returned = v.text("state") == QLatin1String("returned") && // and not only since that day
                                  std::none_of(m_reviews.begin(), m_reviews.end(), [&](const Kept &r) {
                                      return r.text("inspection") == v.id &&
                                             r.text("decision") == QLatin1String("return") &&
                                             (r.removed || taken(r, "made_at") > day);
                                  });
            const bool counts = v.text("state") != QLatin1String("draft") && !returned;
            return counts && !v.gone && v.text("kind") == QLatin1String("surveillance") &&
                   v.text("visit_outcome") == QLatin1String("done") &&
                   whole(v.text("building")).id == whole(certificate.text("building")).id &&
                   v.text("finished_at") >= certificate.text("issued_at") && taken(v, "finished_at") <= day;
        });
    }

    MonthlyCounts recount(const QString &province, const QDate &from, const QDate &to) const
    {
        MonthlyCounts n;
        const auto in = [&](const QDate &day) { return day.isValid() && day >= from && day <= to; };
        for (const Kept &b : m_buildings)
            n.buildingsAdded +=
                !b.gone && b.text("merged_into").isEmpty() && in(b.made) && provinceOf(b.id) == province ? 1 : 0;
        for (const Kept &v : m_visits) {
            if (v.gone || v.text("state") == QLatin1String("draft") || !in(taken(v, "finished_at")) ||
                provinceOf(v.text("building")) != province)
                continue;
            ++n.visits;
            n.notMade += v.text("visit_outcome") != QLatin1String("done") ? 1 : 0;
        }
        for (const Kept &r : m_reviews) {
            const Kept &visit = of(m_visits, r.text("inspection"));
            if (r.gone || (visit.gone && !visit.removed) || !in(taken(r, "made_at")) ||
                provinceOf(visit.text("building")) != province)
                continue;
            ++(r.text("decision") == QLatin1String("accept")   ? n.accepted
               : r.text("decision") == QLatin1String("return") ? n.returned
                                                               : n.rejected);
        }
        for (const Kept &c : m_certificates) {
            if (provinceOf(c.text("building")) != province)
                continue;
            const QString state = c.text("state");
            const QDate over = QDate::fromString(c.text("valid_until"), Qt::ISODate).addDays(1);
            if (in(dayOf(c.text("issued_at"))))
                ++(c.text("grade") == QLatin1String("full") ? n.issuedFull : n.issuedProvisional);
            const QDate changed = dayOf(c.text("state_at"));
            n.renewed += state == QLatin1String("superseded") && in(changed) ? 1 : 0;
            const bool lived =
                (state != QLatin1String("revoked") && state != QLatin1String("superseded")) || changed >= over;
            n.expired += in(over) && lived ? 1 : 0;
        }
        for (const Kept &d : m_decisions) {
            if (d.gone || !in(taken(d, "made_at")) ||
                provinceOf(of(m_certificates, d.text("certificate")).text("building")) != province)
                continue;
            const QString kind = d.text("kind");
            n.suspended += kind == QLatin1String("suspend") ? 1 : 0;
            n.reinstated += kind == QLatin1String("reinstate") ? 1 : 0;
            n.revoked += kind == QLatin1String("revoke") ? 1 : 0;
            n.appeals += kind == QLatin1String("appeal") ? 1 : 0;
            n.appealsAllowed += kind == QLatin1String("allow_appeal") ? 1 : 0;
            n.appealsDismissed += kind == QLatin1String("dismiss_appeal") ? 1 : 0;
        }
        for (const Kept &f : m_findings) {
            if (f.gone || provinceOf(f.text("building")) != province)
                continue;
            const auto handedIn = [](const Kept &v) { return !v.gone && v.text("state") != QLatin1String("draft"); };
            const Kept &raising = of(m_visits, f.text("inspection"));
            n.findingsOpened += in(taken(raising, "finished_at")) && handedIn(raising) ? 1 : 0;
            if (f.text("state") != QLatin1String("verified") || f.text("follow_up").isEmpty())
                continue;
            const Kept &visit = of(m_visits, f.text("follow_up"));
            n.findingsMended += handedIn(visit) && in(taken(visit, "finished_at")) ? 1 : 0;
        }
        const QMap<QString, Kept> certificates = inForce(to);
        for (const Kept &c : certificates) {
            if (provinceOf(c.text("building")) != province)
                continue;
            ++n.centres;
            n.seats += c.fields.value(QStringLiteral("seats")).toInt();
            const QDate due = QDate::fromString(c.text("surveillance_due"), Qt::ISODate);
            n.surveillanceDue += due.isValid() && due < to && !wasSurveyed(c, to) ? 1 : 0;
        }
        return n;
    }

    QMap<QString, MonthlyCounts> counts(const QStringList &provinces, const QDate &from, const QDate &to)
    {
        const auto counted = MonthlyFigures(*m_database).counts(provinces, from, to);
        EXPECT_TRUE(counted.ok()) << qPrintable(counted.ok() ? QString() : counted.error().detail);
        return counted.ok() ? *counted : QMap<QString, MonthlyCounts>();
    }
    static std::string told(const MonthlyCounts &n)
    {
        QStringList all;
        for (const qint64 value :
             {qint64(n.buildingsAdded), qint64(n.visits),         qint64(n.notMade),        qint64(n.accepted),
              qint64(n.returned),       qint64(n.rejected),       qint64(n.issuedFull),     qint64(n.issuedProvisional),
              qint64(n.renewed),        qint64(n.suspended),      qint64(n.reinstated),     qint64(n.revoked),
              qint64(n.expired),        qint64(n.appeals),        qint64(n.appealsAllowed), qint64(n.appealsDismissed),
              qint64(n.findingsOpened), qint64(n.findingsMended), qint64(n.centres),        n.seats,
              qint64(n.surveillanceDue)})
            all.append(QString::number(value));
        return all.join(QLatin1Char(' ')).toStdString();
    }
};

} // namespace markaz::test

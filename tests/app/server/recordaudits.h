// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/auditlog.h"
#include "app/server/store/recordaudit.h"
#include "tests/app/server/visits.h"

#include <QJsonDocument>

namespace markaz::server::test {

/// What tests of records against the audit have in common.
class RecordAudits : public Visits
{
protected:
    Store &store() { return *server.core().stores().ofThisThread().value(); }
    RecordReport report()
    {
        auto compared = compareRecords(store().database());
        EXPECT_TRUE(compared) << qPrintable(compared.error().detail);
        return compared ? *compared : RecordReport();
    }
    /// The findings in one line: "altered building 0190... 7".
    QString found()
    {
        QStringList words;
        for (const RecordFinding &finding : report().findings)
            words.append(QStringLiteral("%1 %2 %3 %4")
                             .arg(token(finding.kind), finding.entity, finding.id, QString::number(finding.n)));
        return words.join(QStringLiteral(", "));
    }
    void expectWhole(const char *of)
    {
        const RecordReport now = report();
        EXPECT_TRUE(now.findings.isEmpty()) << of << ": " << qPrintable(found());
        EXPECT_EQ(now.unhashed, 0) << of;
        EXPECT_EQ(now.records, server.value(QStringLiteral("SELECT count(*) FROM record")).toLongLong()) << of;
    }
    /// The newest entry about \p id: nothing else was written since.
    qint64 lastEntry() { return server.value(QStringLiteral("SELECT max(n) FROM audit")).toLongLong(); }
    void keep(const QString &sql)
    {
        const auto kept = store().database().runScript(sql + u';'); // PostgreSQL prepares none of these
        ASSERT_TRUE(kept) << qPrintable(kept.error().detail);
    }
    QString data(const char *field) const
    {
        return QLatin1String(GetParam()) == QLatin1String("sqlite")
                   ? QStringLiteral("json_set(data, '$.%1', 'Other')").arg(QLatin1String(field))
                   : QStringLiteral("jsonb_set(data, '{%1}', '\"Other\"')").arg(QLatin1String(field));
    }
    /// The chain as a release before the hashes wrote it.
    void makeOld()
    {
        QList<AuditEntry> all;
        ASSERT_TRUE(AuditLog(store().database()).each(0, [&all](const AuditEntry &entry) {
            all.append(entry);
            return true;
        }));
        QString previous;
        for (AuditEntry &entry : all) {
            QJsonObject event = QJsonDocument::fromJson(entry.event.toUtf8()).object();
            event.remove(kRecordsInEntry);
            event.remove(kFormOfEntry);
            entry.event = QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact));
            entry.hash = previous = chainedHash(previous, entry.event);
            ASSERT_TRUE(store().database().run(QStringLiteral("UPDATE audit SET event = ?, hash = ? WHERE n = ?"),
                                               {entry.event, entry.hash, entry.n}));
        }
    }
    bool sqlite() const { return QLatin1String(GetParam()) == QLatin1String("sqlite"); }
    Change rename(const QString &id, const QString &name)
    {
        const StoredRecord now = *server.stored(id);
        return patch(server.ids(), Entity::Building, id, now.record.rev,
                     one(QStringLiteral("name"), now.text("name"), name));
    }
    /// A record that nobody pushed, a copy of the building.
    QString insertCopy(const QString &changedAt)
    {
        QString id = server.ids().next();
        server.run(
            QStringLiteral("INSERT INTO record (id, entity, rev, seq, province, assignee, parent, ukey, deleted, "
                           "changed_at, data) SELECT '%1', entity, rev, 1000000, province, assignee, parent, "
                           "'SKT-9999', deleted, '%2', data FROM record WHERE id = '%3'")
                .arg(id, changedAt, building));
        return id;
    }
};

} // namespace markaz::server::test

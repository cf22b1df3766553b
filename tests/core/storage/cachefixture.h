// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/domain/records.h"
#include "core/security/columnsealer.h"
#include "core/storage/cache.h"
#include "core/storage/outboxrepository.h"
#include "core/storage/recordrepository.h"
#include "core/support/idsource.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::test {

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline const Gazetteer &gazetteer()
{
    static const Gazetteer read = Gazetteer::read(contentOf(QStringLiteral(":/markaz/reference/cities.csv")),
                                                  contentOf(QStringLiteral(":/markaz/reference/city-codes.csv")),
                                                  contentOf(QStringLiteral(":/markaz/reference/provinces.geojson")))
                                      .value();
    return read;
}

inline const City &cityOf(const char *prefix)
{
    return *gazetteer().cityOfPrefix(QLatin1String(prefix));
}

/// A real cache in a temporary folder, on 2026-11-24 at nine in the morning (UTC), with records made by hand.
class CacheFixture : public testing::Test
{
protected:
    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(QStringLiteral("profile/cache.sqlite"));
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC)};
    SeededIdSource m_ids{m_clock, 7};
    ColumnSealer m_sealer{SecretKey::random()};
    std::unique_ptr<Database> m_database;
    std::unique_ptr<RecordRepository> m_records;
    std::unique_ptr<OutboxRepository> m_outbox;

    void SetUp() override { reopen(); }

    void reopen()
    {
        m_outbox.reset();
        m_records.reset();
        m_database.reset();
        auto opened = openCache(m_path, gazetteer(), m_clock);
        ASSERT_TRUE(opened.ok()) << qPrintable(opened.error().detail);
        ASSERT_FALSE(opened->movedAside.has_value());
        m_database = std::move(opened->database);
        m_records = std::make_unique<RecordRepository>(*m_database, m_sealer);
        m_outbox = std::make_unique<OutboxRepository>(*m_database, m_sealer);
    }

    QVariant cell(const QString &sql, const QVariantList &values = {})
    {
        const auto found = m_database->row(sql, values);
        EXPECT_TRUE(found.ok()) << qPrintable(found.ok() ? QString() : found.error().detail);
        return found.ok() && found.value() ? found.value()->value(0) : QVariant();
    }

    /// Puts a record as the server's feed would, at revision 1; hands back its id.
    /// The money of a loan whose state says that there was some.
    void payOut(QJsonObject &loan)
    {
        const QString state = loan.value(QStringLiteral("state")).toString();
        if (state != QLatin1String("paid_out") && state != QLatin1String("claw_back") &&
            state != QLatin1String("closed"))
            return;
        loan.insert(QStringLiteral("payments"),
                    QJsonObject{{m_ids.next(),
                                 QJsonObject{{QStringLiteral("kind"), QStringLiteral("disbursement")},
                                             {QStringLiteral("paisa"), loan.value(QStringLiteral("principal_paisa"))},
                                             {QStringLiteral("on"), QStringLiteral("2026-08-24")},
                                             {QStringLiteral("by"), m_officer}}}});
    }
    QString put(Entity entity, const QJsonObject &fields, QString id = {})
    {
        if (id.isEmpty())
            id = m_ids.next();
        const auto checked = specOf(entity).check(fields);
        EXPECT_TRUE(checked.ok()) << qPrintable(checked.ok() ? QString() : checked.error().detail);
        const auto written = m_records->putFromServer({entity, id, 1, fields}, {});
        EXPECT_TRUE(written.ok()) << qPrintable(written.ok() ? QString() : written.error().detail);
        return id;
    }

    static QJsonObject with(QJsonObject fields, const QJsonObject &more)
    {
        for (auto it = more.begin(); it != more.end(); ++it)
            setValueAt(fields, it.key(), it.value());
        return fields;
    }

    QJsonObject buildingFields(const char *prefix, int number, const QJsonObject &more = {}) const
    {
        const QString code = BuildingCode::make(QLatin1String(prefix), number).value().toString();
        return with({{QStringLiteral("code"), code},
                     {QStringLiteral("name"), QStringLiteral("Sample building ") + code},
                     {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                     {QStringLiteral("city"), cityOf(prefix).id},
                     {QStringLiteral("covered_area_sqft"), 4000},
                     {QStringLiteral("storeys"), 2},
                     {QStringLiteral("sample"), true}},
                    more);
    }
    QString building(const char *prefix, int number, const QJsonObject &more = {})
    {
        return put(Entity::Building, buildingFields(prefix, number, more));
    }

    static QJsonObject inspectionFields(const QString &building, const QString &inspector, const char *state,
                                        const QJsonObject &more = {})
    {
        return with({{QStringLiteral("building"), building},
                     {QStringLiteral("inspector"), inspector},
                     {QStringLiteral("kind"), QStringLiteral("initial")},
                     {QStringLiteral("standard"), QStringLiteral("sample-standard")},
                     {QStringLiteral("standard_version"), 1},
                     {QStringLiteral("standard_hash"), QString(64, QLatin1Char('0'))},
                     {QStringLiteral("revision"), 1},
                     {QStringLiteral("started_at"), QStringLiteral("2026-11-20T09:00:00.000Z")},
                     {QStringLiteral("state"), QLatin1String(state)}},
                    more);
    }
    /// A visit that took place: scored, finished on \p day.
    QString visited(const QString &building, const char *state, const char *verdict, const char *day,
                    const QJsonObject &more = {})
    {
        const QString time = QLatin1String(day) + QStringLiteral("T10:00:00.000Z");
        const QJsonObject score{{QStringLiteral("total_bp"), 8000},
                                {QStringLiteral("verdict"), QLatin1String(verdict)},
                                {QStringLiteral("complete"), true},
                                {QStringLiteral("failed"), QJsonArray()}};
        return put(Entity::Inspection, inspectionFields(building, m_inspector, state,
                                                        with({{QStringLiteral("started_at"), time},
                                                              {QStringLiteral("finished_at"), time},
                                                              {QStringLiteral("visit_outcome"), QStringLiteral("done")},
                                                              {QStringLiteral("score"), score}},
                                                             more)));
    }
    QString assignment(const QString &building, const char *state, const QJsonObject &more = {})
    {
        return put(Entity::Assignment, with({{QStringLiteral("building"), building},
                                             {QStringLiteral("inspector"), m_inspector},
                                             {QStringLiteral("kind"), QStringLiteral("initial")},
                                             {QStringLiteral("due"), QStringLiteral("2026-12-01")},
                                             {QStringLiteral("state"), QLatin1String(state)}},
                                            more));
    }
    QString certificate(const QString &building, const QString &inspection, const char *grade, const char *state,
                        const char *from, const char *until, const QJsonObject &more = {})
    {
        return put(Entity::Certificate,
                   with({{QStringLiteral("building"), building},
                         {QStringLiteral("inspection"), inspection},
                         {QStringLiteral("issued_by"), m_officer},
                         {QStringLiteral("grade"), QLatin1String(grade)},
                         {QStringLiteral("seats"), 100},
                         {QStringLiteral("tier"), 1},
                         {QStringLiteral("score_bp"), 8000},
                         {QStringLiteral("number"), QStringLiteral("MKZ-PB-%1").arg(++m_numbers)},
                         {QStringLiteral("building_name"), QStringLiteral("Sample")},
                         {QStringLiteral("payload"), QStringLiteral("MKZ1:sample")},
                         {QStringLiteral("key_id"), QStringLiteral("sample")},
                         {QStringLiteral("valid_from"), QLatin1String(from)},
                         {QStringLiteral("valid_until"), QLatin1String(until)},
                         {QStringLiteral("state"), QLatin1String(state)},
                         {QStringLiteral("issued_at"), QLatin1String(from) + QStringLiteral("T12:00:00.000Z")}},
                        more));
    }

    const QString m_inspector = QStringLiteral("01900000-0000-7000-8000-0000000000a1");
    const QString m_officer = QStringLiteral("01900000-0000-7000-8000-0000000000b1");
    int m_numbers = 1000000;
};

} // namespace markaz::test

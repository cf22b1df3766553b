// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every earlier schema to the newest, stopped at each write of the file and, on PostgreSQL, behind each statement. A
// migration that is added later joins by itself: each schema is made from the first files, with a row or three in each
// table.
#include "app/server/store/store.h"
#include "core/storage/cache.h"
#include "core/storage/migrator.h"
#include "tests/faults/core/faultvfs.h"
#include "tests/faults/faultsize.h"
#include "tests/support/postgres.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlRecord>
#include <QTemporaryDir>

using namespace markaz;
using namespace markaz::test;

namespace {

constexpr int kRows = 3;

QStringList filesOf(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

QString textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not there", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

void write(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text.toUtf8()) < 0)
        qFatal("%s cannot be written", qPrintable(path));
}

/// A folder with the first \p count files of \p from.
void copyFirst(const QString &from, int count, const QString &to)
{
    QDir().mkpath(to);
    for (const QString &name : filesOf(from).mid(0, count))
        write(to + QLatin1Char('/') + name, textOf(from + QLatin1Char('/') + name));
}

template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return std::move(result).value();
}

struct Column
{
    QString name;
    QString type;
};

QList<QVariantList> rowsOf(Database &database, const QString &sql)
{
    QSqlQuery &query = *must(database.run(sql));
    QList<QVariantList> rows;
    while (query.next()) {
        QVariantList row;
        for (int i = 0; i < query.record().count(); ++i)
            row.append(query.value(i));
        rows.append(row);
    }
    query.finish();
    return rows;
}

QStringList tablesOf(Database &database)
{
    const bool sqlite = database.dialect() == Dialect::Sqlite;
    QStringList tables;
    for (const QVariantList &row :
         rowsOf(database,
                sqlite ? QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                                        "'sqlite_%' ORDER BY rowid")
                       : QStringLiteral("SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace "
                                        "= current_schema()::regnamespace AND relname <> 'schema_version' "
                                        "ORDER BY oid")))
        tables.append(row.first().toString());
    return tables;
}

/// Those that are written, not worked out.
QList<Column> columnsOf(Database &database, const QString &table)
{
    QList<Column> columns;
    if (database.dialect() == Dialect::Sqlite) {
        for (const QVariantList &row :
             rowsOf(database,
                    QStringLiteral("SELECT name, type FROM pragma_table_xinfo('%1') WHERE hidden = 0").arg(table)))
            columns.append({row.at(0).toString(), row.at(1).toString().toLower()});
        return columns;
    }
    for (const QVariantList &row :
         rowsOf(database,
                QStringLiteral("SELECT column_name::text, data_type::text FROM information_schema.columns WHERE "
                               "table_name = '%1' AND table_schema = current_schema() AND is_generated = 'NEVER' "
                               "ORDER BY ordinal_position")
                    .arg(table)))
        columns.append({row.at(0).toString(), row.at(1).toString()});
    return columns;
}

/// A value that the column takes: the same text in the n-th row of every table, so that references meet; the first of
/// the words that a CHECK lists.
QVariant valueFor(const QString &tableSql, const Column &column, int n)
{
    const QRegularExpression words(QStringLiteral("CHECK \\(%1 IN \\('([^']*)'").arg(column.name));
    const QRegularExpression range(QStringLiteral("CHECK \\(%1 BETWEEN (\\d+)").arg(column.name));
    if (const auto match = words.match(tableSql); match.hasMatch())
        return match.captured(1);
    if (const auto match = range.match(tableSql); match.hasMatch())
        return match.captured(1).toInt();
    if (column.type.contains(QLatin1String("int")))
        return n;
    if (column.type == QLatin1String("blob"))
        return QByteArray(n, 'b');
    static const QStringList json{QStringLiteral("data"), QStringLiteral("server")};
    if (json.contains(column.name) || column.type == QLatin1String("jsonb"))
        return QStringLiteral("{\"name\": \"k%1\"}").arg(n);
    return QStringLiteral("k%1").arg(n);
}

void fill(Database &database)
{
    const bool sqlite = database.dialect() == Dialect::Sqlite;
    const QStringList tables = tablesOf(database);
    for (const QString &table : tables) {
        const QString sql =
            sqlite ? rowsOf(database, QStringLiteral("SELECT sql FROM sqlite_schema WHERE name = '%1'").arg(table))
                         .first()
                         .first()
                         .toString()
                   : QString();
        QStringList names;
        QStringList marks;
        const QList<Column> columns = columnsOf(database, table);
        for (const Column &column : columns) {
            names.append(QLatin1Char('"') + column.name + QLatin1Char('"'));
            marks.append(QStringLiteral("?"));
        }
        for (int n = 1; n <= kRows; ++n) {
            QVariantList values;
            for (const Column &column : columns)
                values.append(valueFor(sql, column, n));
            must(database.run(QStringLiteral("INSERT INTO \"%1\" (%2) VALUES (%3) ON CONFLICT DO NOTHING")
                                  .arg(table, names.join(QLatin1Char(',')), marks.join(QLatin1Char(','))),
                              values));
        }
    }
}

/// Every value of every table, "table|column=value ...", in the columns that \p known had (empty: all there are).
using Known = QMap<QString, QList<Column>>;
QStringList contentOf(Database &database, Known &known)
{
    if (known.isEmpty()) {
        for (const QString &table : tablesOf(database))
            known.insert(table, columnsOf(database, table));
    }
    QStringList lines;
    for (auto it = known.begin(); it != known.end(); ++it) {
        QStringList names;
        for (const Column &column : it.value())
            names.append(QLatin1Char('"') + column.name + QLatin1Char('"'));
        for (const QVariantList &row :
             rowsOf(database, QStringLiteral("SELECT %1 FROM \"%2\"").arg(names.join(QLatin1Char(',')), it.key()))) {
            QString line = it.key();
            for (qsizetype i = 0; i < row.size(); ++i)
                line += QStringLiteral("|%1=%2").arg(names.at(i), row.at(i).toString());
            lines.append(line);
        }
    }
    lines.sort();
    return lines;
}

/// What stood before still stands; rows that a migration adds do not matter.
void expectNothingLost(const QStringList &before, Database &database, Known &known)
{
    const QStringList now = contentOf(database, known);
    for (const QString &line : before)
        EXPECT_TRUE(now.contains(line)) << "lost: " << qPrintable(line);
}

/// One kind of database with its migrations, on SQLite.
class Ladder
{
public:
    explicit Ladder(QString migrations)
        : m_migrations(std::move(migrations))
        , m_newest(static_cast<int>(filesOf(m_migrations).size()))
    {
        for (int version = 0; version < m_newest; ++version)
            make(version);
    }
    int newest() const { return m_newest; }

    /// Writes on the way from \p version to the newest.
    quint32 places(int version)
    {
        FaultVfs::count(put(version), DiskFault::IoError);
        auto database = must(Database::openSqlite(m_path));
        must(migrate(*database, m_migrations));
        database.reset();
        const quint32 places = FaultVfs::counted();
        FaultVfs::disarm();
        return places;
    }
    /// Killed at the \p place th.
    void killAt(int version, quint32 place)
    {
        FaultVfs::arm(put(version), DiskFault::IoError, place, FaultVfs::Lasts::FromThenOn);
        if (auto database = Database::openSqlite(m_path)) {
            const auto stopped = migrate(**database, m_migrations);
            // What is stopped behind the last commit is done: it is only put in its place later.
            EXPECT_TRUE(!stopped || *stopped == m_newest);
        }
        EXPECT_TRUE(FaultVfs::failed());
        FaultVfs::disarm();

        auto database = Database::openSqlite(m_path);
        ASSERT_TRUE(database) << qPrintable(database.error().detail);
        const auto migrated = migrate(**database, m_migrations);
        ASSERT_TRUE(migrated) << qPrintable(migrated.error().detail);
        EXPECT_EQ(*migrated, m_newest);
        EXPECT_TRUE(checkThoroughly(**database));
        EXPECT_TRUE(rowsOf(**database, QStringLiteral("PRAGMA foreign_key_check")).isEmpty());
        expectNothingLost(m_content.at(version), **database, m_known[version]);
    }

private:
    QString made(int version) const { return m_folder.filePath(QStringLiteral("v%1/db").arg(version)); }
    void make(int version)
    {
        const QString files = m_folder.filePath(QStringLiteral("sql%1").arg(version));
        copyFirst(m_migrations, version, files);
        auto database = must(Database::openSqlite(made(version)));
        if (version > 0) {
            must(migrate(*database, files));
            fill(*database);
        }
        EXPECT_TRUE(rowsOf(*database, QStringLiteral("PRAGMA foreign_key_check")).isEmpty());
        m_content.append(contentOf(*database, m_known[version]));
    }
    /// A fresh copy of the database at \p version; its path.
    QString put(int version)
    {
        const QString folder = m_folder.filePath(QStringLiteral("try"));
        QDir(folder).removeRecursively();
        QDir().mkpath(folder);
        m_path = folder + QStringLiteral("/db");
        QFile::copy(made(version), m_path);
        return m_path;
    }

    QTemporaryDir m_folder;
    QString m_migrations;
    int m_newest;
    QString m_path;
    QMap<int, Known> m_known;
    QList<QStringList> m_content;
};

void climb(const char *row, const QString &migrations)
{
    Ladder ladder(migrations);
    QList<quint32> places;
    quint32 all = 0;
    for (int version = 0; version < ladder.newest(); ++version) {
        places.append(ladder.places(version));
        all += places.last();
    }
    FaultRow(row, "places").run(all, 1, [&](quint32 place) {
        int version = 0;
        for (; place > places.at(version); ++version)
            place -= places.at(version);
        SCOPED_TRACE(testing::Message() << "from schema " << version << ", write " << place);
        ladder.killAt(version, place);
    });
}

} // namespace

TEST(SchemaCache, everySchemaStoppedAtEachWrite_comesToTheNewestWithAllItHad)
{
    initSqlResources();
    climb("schema-cache", QStringLiteral(":/markaz/sql/cache"));
}

TEST(SchemaServer, everySchemaStoppedAtEachWrite_comesToTheNewestWithAllItHad)
{
    server::initServerSql();
    climb("schema-server", QStringLiteral(":/markaz/sql/server-sqlite"));
}

TEST(SchemaPostgres, everySchemaStoppedBehindEachStatement_comesToTheNewestWithAllItHad)
{
    server::initServerSql();
    const QString migrations = QStringLiteral(":/markaz/sql/server-postgres");
    const QStringList names = filesOf(migrations);
    auto postgres = must(PostgresServer::start());
    const QTemporaryDir folder;
    struct Place
    {
        int version; ///< the schema that it starts from
        int file;    ///< the migration that is stopped
        int behind;  ///< this statement
    };
    QList<Place> places;
    for (int version = 0; version < names.size(); ++version) {
        for (int file = version; file < names.size(); ++file) {
            const qsizetype statements = splitSql(textOf(migrations + QLatin1Char('/') + names.at(file))).size();
            for (int behind = 0; behind <= statements; ++behind)
                places.append({version, file, behind});
        }
    }
    FaultRow("schema-postgres", "places").run(static_cast<quint32>(places.size()), 1, [&](quint32 n) {
        const Place place = places.at(n - 1);
        SCOPED_TRACE(testing::Message() << "from schema " << place.version << ", " << qPrintable(names.at(place.file))
                                        << " behind statement " << place.behind);
        const QString url = must(postgres->createDatabase(QStringLiteral("schema%1").arg(n)));
        auto database = must(Database::openPostgres(url));
        const QString before = folder.filePath(QStringLiteral("before%1").arg(place.version));
        copyFirst(migrations, place.version, before);
        if (place.version > 0) {
            must(migrate(*database, before));
            fill(*database);
        }
        Known known;
        const QStringList content = place.version > 0 ? contentOf(*database, known) : QStringList();

        const QString broken = folder.filePath(QStringLiteral("broken"));
        copyFirst(migrations, static_cast<int>(names.size()), broken);
        QStringList statements = splitSql(textOf(migrations + QLatin1Char('/') + names.at(place.file)));
        statements.insert(place.behind, QStringLiteral("SELECT pg_terminate_backend(pg_backend_pid())"));
        write(broken + QLatin1Char('/') + names.at(place.file),
              statements.join(QStringLiteral(";\\n")) + QLatin1Char(';'));
        EXPECT_FALSE(migrate(*database, broken));

        database = must(Database::openPostgres(url));
        const auto migrated = migrate(*database, migrations);
        ASSERT_TRUE(migrated) << qPrintable(migrated.error().detail);
        EXPECT_EQ(*migrated, names.size());
        if (place.version > 0)
            expectNothingLost(content, *database, known);
    });
}

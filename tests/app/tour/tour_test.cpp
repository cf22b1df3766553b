// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/columnsealer.h"
#include "core/security/wrappedkey.h"
#include "core/storage/contentstore.h"
#include "core/storage/database.h"
#include "tests/support/childprocess.h"
#include "tests/support/paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz {
namespace {

constexpr int kTourMs = 800'000; // the tour has limits of its own for each step; this one only ends a hung process

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<QByteArray> tour(const QStringList &arguments)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return test::runToEnd(test::desktopProgram(), arguments, {}, kTourMs);
}

qint64 one(Database &database, const QString &sql, const QVariantList &values = {})
{
    auto query = database.run(sql, values);
    return query && (*query)->next() ? (*query)->value(0).toLongLong() : -1;
}

/// The tour takes its minutes once; every test below looks at what it left.
class Tour : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_folder = new QTemporaryDir;
        ASSERT_TRUE(s_folder->isValid());
        const auto ran =
            tour({QStringLiteral("--tour"), at({}), QStringLiteral("--server-program"), test::serverProgram()});
        ASSERT_TRUE(ran.ok()) << ran.error().detail.toStdString();
        s_summary = QJsonDocument::fromJson(contentOf(at(QStringLiteral("summary.json")))).object();
    }
    static void TearDownTestSuite()
    {
        delete s_folder;
        s_folder = nullptr;
    }
    static QString at(const QString &name) { return s_folder->path() + QStringLiteral("/tour/") + name; }
    static QString text(const char *name) { return s_summary.value(QLatin1String(name)).toString(); }
    static int count(const char *when, const char *entity)
    {
        return s_summary.value(QLatin1String(when)).toObject().value(QLatin1String(entity)).toInt(-1);
    }

    static inline QTemporaryDir *s_folder = nullptr;
    static inline QJsonObject s_summary;
};

TEST_F(Tour, leaves_wholePicturesOfEachStep)
{
    const QStringList pictures = QDir(at({})).entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    QStringList names;
    for (const QString &name : pictures)
        names.append(name.section(QLatin1Char('-'), 1).chopped(4)); // NN-name.png
    // Of each page that the desk has.
    for (const char *page : {"my-work",
                             "buildings",
                             "register-building",
                             "import-buildings",
                             "inspections",
                             "inspection-done",
                             "review-before-submit",
                             "visit-not-possible",
                             "review",
                             "certificate",
                             "assignments",
                             "findings",
                             "appeals",
                             "appeal",
                             "centres",
                             "centre",
                             "loans",
                             "loan",
                             "scenario",
                             "next-centres",
                             "policy",
                             "import-months",
                             "dashboard-after",
                             "monthly-report",
                             "offline-changes-wait",
                             "verify",
                             "passphrase",
                             "password",
                             "accounts",
                             "standards",
                             "audit",
                             "policy-administrator",
                             "freelancers"})
        EXPECT_TRUE(names.contains(QLatin1String(page))) << page << " is not among " << names.join(u' ').toStdString();
    for (const QString &name : pictures) {
        const QImage picture(at(name));
        EXPECT_EQ(picture.size(), QSize(1366, 768)) << name.toStdString();
        EXPECT_FALSE(name.contains(QStringLiteral("stopped"))) << name.toStdString();
    }
}

TEST_F(Tour, countsGrowByTheOneBuildingInspectionAndCertificate)
{
    for (const char *entity : {"building", "owner", "inspection", "review", "decision", "certificate"}) {
        EXPECT_EQ(count("server_after", entity), count("server_before", entity) + 1) << entity;
        EXPECT_GT(count("server_before", entity), 0) << entity;
    }
    // The inspector's laptop: the new building is there, and what the officer and the server made came with the sync.
    for (const char *entity : {"building", "owner", "inspection", "certificate"})
        EXPECT_EQ(count("laptop_after", entity), count("laptop_before", entity) + 1) << entity;
    EXPECT_EQ(s_summary.value(QStringLiteral("certified_after")).toInt(),
              s_summary.value(QStringLiteral("certified_before")).toInt() + 1);
    EXPECT_GE(s_summary.value(QStringLiteral("waiting_offline")).toInt(), 98)
        << "a building, an owner, 97 items and more";
}

TEST_F(Tour, theServerKeepsTheSameInspectionThatTheLaptopSubmitted)
{
    auto server = Database::openSqlite(text("server_data") + QStringLiteral("/markaz.sqlite"));
    ASSERT_TRUE(server.ok()) << server.error().detail.toStdString();
    auto query = (*server)->run(QStringLiteral("SELECT data FROM record WHERE id = ? AND entity = 'inspection'"),
                                {text("inspection_id")});
    ASSERT_TRUE(query.ok() && (*query)->next());
    const QJsonObject data = QJsonDocument::fromJson((*query)->value(0).toString().toUtf8()).object();
    EXPECT_EQ(data.value(QStringLiteral("state")).toString().toStdString(), "accepted");
    EXPECT_EQ(data.value(QStringLiteral("score")).toObject().value(QStringLiteral("total_bp")).toInt(),
              s_summary.value(QStringLiteral("score_bp")).toInt());
    EXPECT_TRUE(data.value(QStringLiteral("sample")).toBool()) << "whatever the tour makes is marked as sample";
    EXPECT_GE(data.value(QStringLiteral("answers")).toObject().size(), 88);
}

TEST_F(Tour, theLaptopOwesTheServerNothing)
{
    auto laptop = Database::openSqlite(text("profile") + QStringLiteral("/accounts/sample.inspector/cache.db"));
    ASSERT_TRUE(laptop.ok()) << laptop.error().detail.toStdString();
    EXPECT_EQ(one(**laptop, QStringLiteral("SELECT count(*) FROM outbox WHERE state <> 'acknowledged'")), 0);
    EXPECT_GE(one(**laptop, QStringLiteral("SELECT count(*) FROM outbox WHERE state = 'acknowledged'")), 98);
    EXPECT_EQ(one(**laptop, QStringLiteral("SELECT count(*) FROM certificate WHERE number = ?"),
                  {text("certificate_number")}),
              1);
}

TEST_F(Tour, thePhotoIsOnBothLaptopsAndCameBeforeTheCertificate)
{
    const QByteArray photo = contentOf(at(QStringLiteral("sample-photo.jpg")));
    ASSERT_FALSE(photo.isEmpty());
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(photo, QCryptographicHash::Sha256).toHex());
    const QJsonArray accounts =
        QJsonDocument::fromJson(contentOf(at(QStringLiteral("server_data/sample-accounts.json"))))
            .object()
            .value(QStringLiteral("accounts"))
            .toArray();
    int held = 0;
    for (const auto &value : accounts) {
        const QString account = value.toObject().value(QStringLiteral("name")).toString();
        if (account != QLatin1String("sample.inspector") && account != QLatin1String("sample.officer"))
            continue;
        const QString folder = text("profile") + QStringLiteral("/accounts/") + account;
        const auto key = openWrappedKey(folder + QStringLiteral("/data.key"),
                                        value.toObject().value(QStringLiteral("password")).toString());
        ASSERT_TRUE(key.ok()) << qPrintable(account);
        const ColumnSealer sealer(key->data);
        const auto bytes = ContentStore(folder + QStringLiteral("/files"), sealer).read(hash, 0, photo.size() + 1);
        ASSERT_TRUE(bytes.ok()) << qPrintable(account);
        EXPECT_EQ(*bytes, photo) << qPrintable(account);
        ++held;
    }
    EXPECT_EQ(held, 2);
    auto laptop = Database::openSqlite(text("profile") + QStringLiteral("/accounts/sample.inspector/cache.db"));
    ASSERT_TRUE(laptop.ok()) << laptop.error().detail.toStdString();
    EXPECT_EQ(one(**laptop,
                  QStringLiteral("SELECT count(*) FROM evidence e, certificate c WHERE e.inspection = ? AND "
                                 "c.inspection = e.inspection AND e.received_at < c.issued_at"),
                  {text("inspection_id")}),
              1);
    EXPECT_EQ(one(**laptop, QStringLiteral("SELECT count(*) FROM file_queue WHERE state <> 'done'")), 0);
}

TEST_F(Tour, theCertificatesCodeIsReadBackFromThePdf)
{
    const auto page = test::runToEnd(QStringLiteral("pdftoppm"),
                                     {QStringLiteral("-r"), QStringLiteral("150"), QStringLiteral("-png"),
                                      at(QStringLiteral("certificate.pdf")), at(QStringLiteral("certificate-page"))});
    ASSERT_TRUE(page.ok()) << page.error().detail.toStdString();
    const auto read = test::runToEnd(QStringLiteral("zbarimg"), {QStringLiteral("--quiet"), QStringLiteral("--raw"),
                                                                 at(QStringLiteral("certificate-page-1.png"))});
    ASSERT_TRUE(read.ok()) << read.error().detail.toStdString();
    EXPECT_EQ(QString::fromUtf8(*read).trimmed().toStdString(), text("certificate_payload").toStdString());
    EXPECT_TRUE(text("certificate_payload").startsWith(QStringLiteral("MKZ1:")));
}

TEST_F(Tour, theVerifyPageNamesTheCertificate)
{
    const QByteArray page = contentOf(at(QStringLiteral("verify.html")));
    EXPECT_TRUE(page.contains(text("certificate_number").toUtf8()));
    EXPECT_TRUE(page.contains("Valid certificate"));
    EXPECT_TRUE(page.contains("SAMPLE"));
}

TEST(TourFailure, aServerThatCannotStart_endsTheTourWithItsReason)
{
    QTemporaryDir folder;
    const auto ran = tour({QStringLiteral("--tour"), folder.path() + QStringLiteral("/tour"),
                           QStringLiteral("--server-program"), QStringLiteral("/nowhere/markaz-server")});
    ASSERT_FALSE(ran.ok());
    EXPECT_TRUE(ran.error().detail.contains(QStringLiteral("/nowhere/markaz-server")))
        << ran.error().detail.toStdString();
}

TEST(TourFailure, aFolderWithOtherFiles_isLeftAlone)
{
    QTemporaryDir folder;
    QFile kept(folder.path() + QStringLiteral("/kept.txt"));
    ASSERT_TRUE(kept.open(QIODevice::WriteOnly) && kept.write("mine") == 4);
    kept.close();
    const auto ran =
        tour({QStringLiteral("--tour"), folder.path(), QStringLiteral("--server-program"), test::serverProgram()});
    ASSERT_FALSE(ran.ok());
    EXPECT_EQ(contentOf(kept.fileName()), "mine");
}

} // namespace
} // namespace markaz

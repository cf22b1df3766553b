// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every field that is to be sealed (RecordSpec), planted with a text of its own and looked for in every byte of the
// profile and in the log: as it is entered and still owed, as it comes from the server and is then changed, half typed
// in forms, and in a photo with its thumbnail.
#include "tests/app/desktop/desktopfixture.h"

#include "core/storage/cachebackups.h"
#include "core/workflow/evidence.h"
#include "tests/support/plantedtext.h"
#include "ui/pages/buildings/buildingform.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/widgets/evidence/thumbnails.h"

#include <QBuffer>
#include <QJsonArray>
#include <QPlainTextEdit>

namespace markaz::desktop {
namespace {

/// What no JPEG is without; nothing of the profile may be one.
const QByteArray kJpeg("\xff\xe0\x00\x10JFIF\x00\x01", 10);
const QString kCode = QStringLiteral("SKT-0042"); ///< of the buildings: in clear, on purpose

class SealedFields : public Desktop
{
protected:
    /// A text that is nowhere else, of the form that the field asks for.
    QString planted(Entity entity, const FieldSpec &field)
    {
        const QString count = QStringLiteral("%1").arg(++m_count, 3, 10, QLatin1Char('0'));
        for (const QString &text :
             {QStringLiteral("planted %1.%2 9137%3").arg(token(entity), field.name, count),
              QStringLiteral("35202-9137%1-7").arg(count), QStringLiteral("+92 321 9137%1").arg(count),
              QStringLiteral("planted.%1@example.pk").arg(count)}) {
            if (field.form == nullptr || field.form(text)) {
                m_planted.append(text);
                return text;
            }
        }
        ADD_FAILURE() << "no text has the form of " << qPrintable(field.name);
        return {};
    }
    QJsonValue sealedValue(Entity entity, const FieldSpec &field)
    {
        const QString text = planted(entity, field);
        switch (field.type) {
        case FieldType::Text:
            return text;
        case FieldType::Map:
            return QJsonObject{{QStringLiteral("C-02"), text}};
        case FieldType::Object:
            return QJsonObject{{QStringLiteral("notes"), QJsonObject{{QStringLiteral("server"), text}}}};
        default:
            ADD_FAILURE() << "nothing is planted in " << qPrintable(field.name);
            return {};
        }
    }
    /// The least that such a field may hold.
    QJsonValue leastValue(const FieldSpec &field)
    {
        if (field.name == QLatin1String("code"))
            return kCode;
        switch (field.type) {
        case FieldType::Text:
            return QString(static_cast<qsizetype>(field.min), QLatin1Char('a'));
        case FieldType::Integer:
            return field.min;
        case FieldType::Boolean:
            return false;
        case FieldType::Date:
            return QStringLiteral("2026-11-23");
        case FieldType::Instant:
            return QStringLiteral("2026-11-23T09:00:00.000Z");
        case FieldType::Token:
            return field.tokens.first();
        case FieldType::Reference:
            return m_ids.next();
        case FieldType::Map:
        case FieldType::Object:
            return QJsonObject();
        case FieldType::TextList:
            return QJsonArray();
        }
        return {};
    }
    /// A record that holds what it must, and something in every sealed field.
    QJsonObject fieldsOf(Entity entity)
    {
        QJsonObject fields;
        for (const FieldSpec &field : specOf(entity).fields) {
            if (field.sealed)
                fields.insert(field.name, sealedValue(entity, field));
            else if (field.required || field.min > 0)
                fields.insert(field.name, leastValue(field));
        }
        if (fields.contains(QStringLiteral("latitude_e6"))) // a position is whole
            fields.insert(QStringLiteral("longitude_e6"), 74'000'000);
        if (entity == Entity::Evidence) // of something
            fields.insert(QStringLiteral("inspection"), m_ids.next());
        if (entity == Entity::Loan) // fixed, or a spread over KIBOR
            fields.insert(QStringLiteral("markup_bp"), 1'500);
        return fields;
    }
    /// Entered here and owed; and another that came from the server and was changed over it.
    void plantIn(Workspace &workspace, const Actor &actor, Entity entity)
    {
        ChangeSet made(workspace, actor);
        const auto created = made.create(entity, fieldsOf(entity));
        ASSERT_TRUE(created.ok()) << qPrintable(token(entity) + created.error().detail);
        ASSERT_TRUE(made.commit().ok());
        const Record pulled{entity, m_ids.next(), 7, fieldsOf(entity)};
        ASSERT_TRUE(workspace.records.putFromServer(pulled, {}).ok());
        QJsonObject after = pulled.fields;
        for (const FieldSpec &field : specOf(entity).fields) {
            if (field.sealed && !field.frozen && !field.serverOnly)
                after.insert(field.name, sealedValue(entity, field));
        }
        ChangeSet changed(workspace, actor);
        const auto updated = changed.update(pulled, after);
        ASSERT_TRUE(updated.ok()) << qPrintable(token(entity) + updated.error().detail);
        ASSERT_TRUE(changed.commit().ok());
    }
    /// A photo that can be decoded, as a camera writes one that has something to say; outside of the profile.
    QString photo()
    {
        QImage image(640, 480, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        EXPECT_TRUE(image.save(&buffer, "JPG"));
        const QByteArray words = QByteArrayLiteral("planted in the photograph 9137");
        m_planted.append(QString::fromLatin1(words));
        bytes.insert(2, QByteArray("\xff\xfe\x00", 3) + static_cast<char>(words.size() + 2) + words);
        QString path = m_camera.filePath(QStringLiteral("planted owner face 9137.jpg"));
        m_planted.append(QStringLiteral("planted owner face 9137"));
        put(path, bytes);
        return path;
    }
    void expectNowhere(const char *when)
    {
        SCOPED_TRACE(when);
        EXPECT_FALSE(test::showing(m_dir.path(), kCode).isEmpty())
            << "a code is in clear: the search sees what there is";
        EXPECT_EQ(test::showing(m_dir.path(), QByteArrayList{kJpeg}), QStringList());
        for (const QString &text : std::as_const(m_planted)) {
            EXPECT_EQ(test::showing(m_dir.path(), text), QStringList()) << qPrintable(text);
            EXPECT_FALSE(m_logged.contains(text)) << "in the log: " << qPrintable(text);
        }
    }

    QTemporaryDir m_camera;
    Uuid7Source m_ids{m_clock};
    QStringList m_planted;
    test::KeptLog m_logged;
    int m_count = 0;
};

TEST_F(SealedFields, ofEveryKindOfRecord_withPhotosAndUnfinishedForms_areInNoFileAndInNoLog)
{
    knowAccount();
    const auto foundation = readFoundation();
    auto key = AccountLock(folder(), m_clock, kLight).open(m_passphrase);
    ASSERT_TRUE(key.ok() && foundation.ok());
    auto opened = AccountSession::open(folder(), std::move(key->data), QUrl(QStringLiteral("http://127.0.0.1:9")),
                                       foundation->gazetteer, m_clock);
    ASSERT_TRUE(opened.ok()) << qPrintable(opened.error().detail);
    std::unique_ptr<AccountSession> session = std::move(*opened);
    const auto account = session->account();
    ASSERT_TRUE(account.ok() && account->has_value());
    Workspace &workspace = session->workspace();

    int kinds = 0;
    for (const Entity entity : allValues<Entity>()) {
        const QList<FieldSpec> &fields = specOf(entity).fields;
        if (std::none_of(fields.begin(), fields.end(), [](const FieldSpec &field) { return field.sealed; }))
            continue;
        ++kinds;
        plantIn(workspace, **account, entity);
        ASSERT_FALSE(HasFatalFailure());
    }
    EXPECT_GE(kinds, 9) << "owners, buildings, inspections, evidence, reviews, conflicts, findings, centres, loans";
    for (const char *named : {"finding.description", "evidence.caption", "evidence.signer_name",
                              "inspection.visit_note", "inspection.visit_met", "review.comments", "loan.bank_reference",
                              "loan.notes", "loan.state_reason", "loan.history"})
        EXPECT_FALSE(m_planted.filter(QLatin1String(named)).isEmpty()) << named;

    const ContentStore store = contentStoreOf(workspace);
    auto file = checkFile(store, photo());
    ASSERT_TRUE(file.ok()) << qPrintable(file.error().detail);
    const QString sha256 = file->content.sha256();
    ASSERT_TRUE(file->content.keep().ok());
    EXPECT_FALSE(test::showing(m_camera.path(), QByteArrayList{kJpeg}).isEmpty()) << "and the search knows a picture";
    {
        ui::Thumbnails thumbnails(store);
        thumbnails.of(sha256, file->mediaType);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !thumbnails.of(sha256, file->mediaType).isNull(); }));
    }
    EXPECT_EQ(QDir(folder() + QStringLiteral("/thumbnails")).entryList(QDir::Files).size(), 1) << "one was made";

    // What the desk hands over of its forms (Desk::unfinished): the building's, findings', a review's.
    QJsonObject typed;
    for (const Entity entity : {Entity::Building, Entity::Owner, Entity::Finding, Entity::Review})
        typed.insert(token(entity), fieldsOf(entity));
    ASSERT_TRUE(session->keepUnfinished(typed).ok());
    expectNowhere("in use");

    FixedClock tomorrow(m_clock.now().addDays(1));
    session->finishCopies();
    const auto copy = CacheBackups(cachePath()).makeIfDue(tomorrow);
    ASSERT_TRUE(copy.ok() && copy->has_value()) << "a day's copy was made";
    session.reset();
    expectNowhere("closed, with a copy");
}

TEST_F(SealedFields, halfTyped_areInNoFileWhenTheProgramLocksItself)
{
    knowAccount();
    startUnlocked();
    Q_EMIT m_app->window()->findChild<ui::BuildingsPage *>()->newBuildingRequested();
    auto *form = m_app->window()->findChild<ui::BuildingForm *>();
    ASSERT_NE(form, nullptr);
    form->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("half typed"));
    int typed = 0;
    for (const auto &[entity, group] :
         {std::pair{Entity::Owner, QStringLiteral("owner.")}, {Entity::Building, QString()}}) {
        for (const FieldSpec &field : specOf(entity).fields) {
            if (!field.sealed || field.name == QLatin1String("merge_reason")) // of a sheet that a lock closes
                continue;
            const QString name = group + field.name;
            if (auto *lines = form->findChild<QPlainTextEdit *>(name))
                lines->setPlainText(planted(entity, field));
            else if (auto *one = form->findChild<QLineEdit *>(name))
                one->setText(planted(entity, field));
            else
                ADD_FAILURE() << "the form has no " << qPrintable(name);
            ++typed;
        }
    }
    EXPECT_GE(typed, 5);
    m_app->lock(ui::LockReason::Sleep);
    ASSERT_TRUE(atUnlock());
    auto database = Database::openSqlite(cachePath());
    ASSERT_TRUE(database.ok());
    EXPECT_FALSE(SyncStateRepository(**database).value(QStringLiteral("unfinished")).value().isEmpty()) << "it is kept";
    for (const QString &text : std::as_const(m_planted)) {
        EXPECT_EQ(test::showing(m_dir.path(), text), QStringList()) << qPrintable(text);
        EXPECT_FALSE(m_logged.contains(text)) << "in the log: " << qPrintable(text);
    }
    m_app.reset();
}

TEST_F(SealedFields, halfTypedReasonOfAMerge_isInNoFileWhenTheProgramLocksItself)
{
    knowAccount(Role::Officer);
    startUnlocked();
    QStringList ids;
    for (const char *code : {"LHE-0001", "LHE-0002"}) {
        ids.append(m_ids.next());
        const auto written = m_app->session()->workspace().records.putFromServer(
            {Entity::Building,
             ids.last(),
             1,
             {{QStringLiteral("code"), QLatin1String(code)},
              {QStringLiteral("name"), QStringLiteral("Sample mill")},
              {QStringLiteral("address"), QStringLiteral("1 Road")},
              {QStringLiteral("city"), 1172451}, // Lahore
              {QStringLiteral("covered_area_sqft"), 4000},
              {QStringLiteral("storeys"), 2}}},
            {});
        ASSERT_TRUE(written.ok()) << qPrintable(written.error().detail);
    }
    m_app->window()->findChild<ui::BuildingsPage *>()->showBuilding(ids.first());
    press("mergeBuilding");
    auto *reason = m_app->window()->findChild<QPlainTextEdit *>(QStringLiteral("mergeReason"));
    ASSERT_NE(reason, nullptr);
    const auto &fields = specOf(Entity::Building).fields;
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [](const FieldSpec &f) { return f.name == QLatin1String("merge_reason"); });
    ASSERT_TRUE(field != fields.end() && field->sealed);
    reason->setPlainText(planted(Entity::Building, *field));
    m_app->lock(ui::LockReason::Sleep);
    ASSERT_TRUE(atUnlock());
    for (const QString &text : std::as_const(m_planted)) {
        EXPECT_EQ(test::showing(m_dir.path(), text), QStringList()) << qPrintable(text);
        EXPECT_FALSE(m_logged.contains(text)) << "in the log: " << qPrintable(text);
    }
    m_app.reset();
}

} // namespace
} // namespace markaz::desktop

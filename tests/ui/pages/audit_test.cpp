// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The auditor's page: what it asks the server for, what it shows, and what it says without a server.
#include "tests/ui/support/auditserver.h"
#include "tests/ui/support/deskfixture.h"

#include "core/domain/auditaction.h"
#include "ui/pages/audit/auditpage.h"
#include "ui/text/auditwords.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/filterchip.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonDocument>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class AuditPageTest : public DeskFixture
{
protected:
    void TearDown() override { leave(m_page); }
    AuditPage &open()
    {
        Services all = services();
        all.administration = &m_server;
        m_page = std::make_unique<AuditPage>(all);
        m_page->resize(1366, 640);
        present(*m_page);
        return *m_page;
    }
    QTableView *table() { return part<QTableView>(*m_page, "auditTable"); }
    QString chain() { return part<QLabel>(*m_page, "auditChain")->text(); }
    QString lastAsked(const char *name)
    {
        return m_server.asked.last().queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    }

    AuditServer m_server;
    std::unique_ptr<AuditPage> m_page;
};

TEST_F(AuditPageTest, entries_comeAPageAtATimeAsTheTableAsks)
{
    open();
    EXPECT_EQ(m_server.asked.size(), 1);
    m_server.answer();
    QAbstractItemModel *model = table()->model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_GE(model->rowCount(), 100);
    EXPECT_EQ(model->index(0, AuditModel::Number).data().toString(), QStringLiteral("250"));
    EXPECT_EQ(model->index(0, AuditModel::Who).data().toString(), QStringLiteral("The server"));
    EXPECT_TRUE(model->index(0, AuditModel::Record).data().toString().contains(QStringLiteral("id-250")));
    while (m_server.answerOne() || model->canFetchMore({})) {
        if (model->canFetchMore({})) // else the table has asked by itself
            model->fetchMore({});
    }
    EXPECT_EQ(model->rowCount(), 250);
    EXPECT_EQ(model->index(249, AuditModel::Number).data().toString(), QStringLiteral("1"));
    EXPECT_TRUE(chain().contains(QStringLiteral("250 entries"))) << qPrintable(chain());
    EXPECT_TRUE(chain().contains(QStringLiteral("entry 243")));
    EXPECT_TRUE(chain().contains(QStringLiteral("No laptop contradicts it.")));
}

TEST_F(AuditPageTest, filters_goToTheServer)
{
    AuditPage &page = open();
    m_server.answer();
    fillIn(part<QLineEdit>(page, "auditWho"), QStringLiteral("a.khan"));
    m_server.answer();
    EXPECT_EQ(lastAsked("actor"), QStringLiteral("a.khan"));
    EXPECT_EQ(lastAsked("before"), QStringLiteral("0"));
    auto *what = part<FilterChip>(page, "auditWhat");
    what->setChosen({QStringLiteral("issue")});
    Q_EMIT what->chosenChanged(what->chosen());
    m_server.answer();
    EXPECT_EQ(lastAsked("action"), QStringLiteral("issue"));
    EXPECT_EQ(lastAsked("actor"), QStringLiteral("a.khan"));
    auto *kind = part<FilterChip>(page, "auditKind");
    kind->setChosen({QStringLiteral("certificate")});
    Q_EMIT kind->chosenChanged(kind->chosen());
    m_server.answer();
    EXPECT_EQ(lastAsked("entity"), QStringLiteral("certificate"));
    EXPECT_EQ(lastAsked("action"), QStringLiteral("issue")) << "one filter leaves the others";
    kind->clear();
    m_server.answer();
    EXPECT_EQ(lastAsked("entity"), QString());
    fillIn(part<DateField>(page, "auditFrom")->line(), QStringLiteral("2026-11-23"));
    fillIn(part<DateField>(page, "auditTo")->line(), QStringLiteral("2026-11-24"));
    EXPECT_EQ(lastAsked("from"), QStringLiteral("2026-11-22T19:00:00.000Z")) << "midnight in Karachi";
    EXPECT_EQ(lastAsked("to"), QStringLiteral("2026-11-24T19:00:00.000Z")) << "that day is in it";
    m_server.answer();
    // Enter on an entry narrows to its record.
    table()->setCurrentIndex(table()->model()->index(3, 0));
    QTest::keyClick(table(), Qt::Key_Return);
    EXPECT_EQ(lastAsked("id"), QStringLiteral("id-247"));
}

TEST_F(AuditPageTest, everythingThatTheServerTells_canBeChosenAndHasAWord)
{
    AuditPage &page = open();
    auto *what = part<FilterChip>(page, "auditWhat");
    for (const AuditAction action : auditActions()) {
        EXPECT_NE(auditwords::action(token(action)), token(action)) << qPrintable(token(action));
        what->setChosen({token(action)});
        EXPECT_EQ(what->chosen(), QStringList{token(action)}) << "no option of the filter";
    }
    auto *kind = part<FilterChip>(page, "auditKind");
    for (const QString &one : auditKinds()) {
        EXPECT_NE(auditwords::entity(one), one);
        kind->setChosen({one});
        EXPECT_EQ(kind->chosen(), QStringList{one});
    }
}

TEST_F(AuditPageTest, answerToAnOlderQuestion_isLetGo)
{
    AuditPage &page = open();
    fillIn(part<QLineEdit>(page, "auditWho"), QStringLiteral("a.khan"));
    ASSERT_EQ(m_server.asked.size(), 2);
    m_server.answerOne();
    EXPECT_EQ(table()->model()->rowCount(), 0);
    m_server.answerOne();
    EXPECT_GE(table()->model()->rowCount(), 100);
}

TEST_F(AuditPageTest, rareEntry_isLookedForFurther)
{
    m_server.rare = 12;
    open();
    m_server.answer();
    ASSERT_EQ(table()->model()->rowCount(), 1);
    EXPECT_EQ(table()->model()->index(0, AuditModel::Number).data().toString(), QStringLiteral("12"));
    EXPECT_EQ(m_server.asked.size(), 3);
}

TEST_F(AuditPageTest, withoutAConnection_itSaysSoAndLooksAgainWhenAsked)
{
    m_server.down = true;
    AuditPage &page = open();
    m_server.answer();
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("needs a connection"))) << qPrintable(wordsOf(page));
    EXPECT_FALSE(messagesOf(page).isEmpty());
    m_server.down = false;
    click(part<QPushButton>(page, "reloadAudit"));
    m_server.answer();
    EXPECT_TRUE(messagesOf(page).isEmpty());
    EXPECT_GE(table()->model()->rowCount(), 100);
}

TEST_F(AuditPageTest, changedChain_isShouted)
{
    m_server.contradictions = 2;
    AuditPage &page = open();
    m_server.answer();
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("The audit was changed. 2 checkpoints")))
        << qPrintable(messagesOf(page));
    EXPECT_FALSE(chain().contains(QStringLiteral("No laptop")));
}

TEST_F(AuditPageTest, laptopsAndAccounts_areCalledByTheirNames)
{
    const auto shown = [this](const QByteArray &event, AuditModel::Column column) {
        leave(m_page);
        m_server.event = QJsonDocument::fromJson(event).object();
        m_server.event->insert(QStringLiteral("at"), QStringLiteral("2026-11-24T06:00:00.000Z"));
        open();
        m_server.answer();
        return table()->model()->index(0, column).data().toString();
    };
    const QByteArray signIn = R"({"actor": "account-7", "device": "device-00d001", "action": "sign_in"})";
    EXPECT_EQ(shown(signIn, AuditModel::Who), QStringLiteral("a.khan"));
    EXPECT_EQ(shown(signIn, AuditModel::Record), QStringLiteral("Laptop field laptop (…00d001)"));
    EXPECT_EQ(shown(R"({"actor": "account-8", "device": "device-00d001", "action": "sign_in"})", AuditModel::Record),
              QStringLiteral("Laptop desk (…00d001)"))
        << "as it calls itself under the one who sat at it";
    EXPECT_EQ(shown(R"({"actor": "server", "action": "make_code", "id": "account-7"})", AuditModel::Record),
              QStringLiteral("a.khan"));
    EXPECT_EQ(shown(R"({"actor": "server", "action": "failed_sign_ins", "of": "address", "count": 42,
                        "with": "password", "address": "192.0.2.7"})",
                    AuditModel::Record),
              QStringLiteral("42 tries, from 192.0.2.7"));
    EXPECT_EQ(shown(R"({"actor": "server", "action": "sign_out", "device": "device-9"})", AuditModel::Record),
              QStringLiteral("device-9"))
        << "what nobody knows is shown as it is";
    EXPECT_EQ(shown(R"({"actor": "server", "action": "revoke_device", "id": "device-00d001", "account": "account-8"})",
                    AuditModel::Record),
              QStringLiteral("Laptop desk (…00d001)"));
    EXPECT_EQ(
        shown(R"({"actor": "server", "action": "revoke_device", "id": "device-00d001", "rev": 3})", AuditModel::Record),
        QStringLiteral("Laptop field laptop (…00d001)"));

    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("audit.csv"));
    m_page->exportTo(path);
    m_server.answer();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    EXPECT_EQ(lines.first().trimmed(), "n,at,actor,account,device,laptop,action,entity,id,about,rev,more,hash");
    EXPECT_TRUE(lines.at(1).contains(",server,,,,revoke_device,,device-00d001,field laptop,3,"))
        << lines.at(1).constData();
}

TEST_F(AuditPageTest, daysThatCannotBe_getAHintBesideThem)
{
    AuditPage &page = open();
    m_server.answer();
    const auto *hint = part<QLabel>(page, "auditDates");
    EXPECT_FALSE(hint->isVisible());
    const auto type = [&page](const char *field, const QString &day) {
        fillIn(part<DateField>(page, field)->line(), day);
    };
    type("auditFrom", QStringLiteral("14/3/2027"));
    type("auditTo", QStringLiteral("13/3/2027"));
    EXPECT_TRUE(hint->isVisible());
    EXPECT_TRUE(hint->text().contains(QStringLiteral("after the last one"))) << qPrintable(hint->text());
    type("auditTo", QStringLiteral("15/3/2027"));
    EXPECT_FALSE(hint->isVisible());
    type("auditFrom", QStringLiteral("the day before"));
    EXPECT_TRUE(hint->isVisible());
    EXPECT_TRUE(hint->text().contains(QStringLiteral("“the day before” cannot be read as a date")))
        << qPrintable(hint->text());
}

TEST_F(AuditPageTest, export_writesEveryEntryOrNothing)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("audit.csv"));
    m_server.action = QStringLiteral("=HYPERLINK");
    AuditPage &page = open();
    m_server.answer();
    page.exportTo(path);
    m_server.answer();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    EXPECT_EQ(lines.size(), 1 + 250 + 1) << "head, entries, and the end";
    EXPECT_TRUE(lines.at(1).startsWith("250,2026-11-24T06:00:00.000Z,server,,,,'=HYPERLINK,certificate,id-250,,,,"))
        << lines.at(1).constData();
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("250 entries are written")));
    m_server.down = true;
    page.exportTo(path);
    m_server.answer();
    EXPECT_EQ(QFile(path).size(), file.size()) << "what stood there is as it was";
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("was not written"))) << qPrintable(messagesOf(page));
    page.exportTo(folder.filePath(QStringLiteral("none/audit.csv")));
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("none/audit.csv could not be written.")))
        << qPrintable(messagesOf(page));
}

} // namespace
} // namespace markaz::ui

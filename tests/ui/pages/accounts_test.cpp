// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's page: what it asks the server for, what it shows, and what it says when the server will not.
#include "tests/support/qrscan.h"
#include "tests/ui/support/deskfixture.h"
#include "tests/ui/support/officeserver.h"

#include "ui/pages/accounts/accountspage.h"
#include "ui/text/format.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;
using namespace markaz::protocol;

class AccountsPageTest : public DeskFixture
{
protected:
    FakeOffice m_office;
    std::unique_ptr<AccountsPage> m_page;
    const QString m_khan = QStringLiteral("0190f000-0000-7000-8000-000000000001");
    Actor m_admin{QStringLiteral("0190f000-0000-7000-8000-000000000002"),
                  QStringLiteral("sample.administrator"),
                  QStringLiteral("Sample administrator"),
                  markaz::Role::Administrator,
                  {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")}};

    void SetUp() override
    {
        DeskFixture::SetUp();
        AccountEntry khan;
        khan.account = {m_khan,
                        QStringLiteral("a.khan"),
                        QStringLiteral("A. Khan"),
                        markaz::Role::Inspector,
                        {QStringLiteral("PK-PB")}};
        khan.hasPassword = true;
        khan.createdAt = QStringLiteral("2026-11-01T08:00:00.000Z");
        khan.lastContact = QStringLiteral("2026-11-24T07:00:00.000Z");
        AccountEntry own;
        own.account = m_admin;
        own.hasPassword = true;
        own.createdAt = khan.createdAt;
        m_office.accounts = {khan, own};
        m_office.devices = {{QStringLiteral("0190f000-0000-7000-8000-0000000000d1"), m_khan,
                             QStringLiteral("field laptop 7"), QStringLiteral("2026-11-02T08:00:00.000Z"),
                             QStringLiteral("2026-11-24T07:00:00.000Z")}};
        Services with = services(m_admin);
        with.administration = &m_office;
        m_page = std::make_unique<AccountsPage>(with);
        m_page->resize(1166, 640);
        present(*m_page);
        settle();
    }
    void TearDown() override { leave(m_page); }

    QTableView &table() { return *part<QTableView>(*m_page, "accountsTable"); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    void press(const char *name)
    {
        click(part<QPushButton>(*m_page, name));
        settle();
    }
    /// The server answers, and the page shows what it then shows.
    void settle()
    {
        m_office.answer();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    QString shown(const char *name) { return part<QLabel>(*m_page, name)->text(); }
    QString messages()
    {
        QString words;
        const auto bars = m_page->findChildren<MessageBar *>();
        for (const MessageBar *bar : bars) {
            if (bar->isVisibleTo(m_page.get()))
                words += bar->message().sentence.plain();
        }
        return words;
    }
};

TEST_F(AccountsPageTest, shows_whoThereIsAndTheLaptopsOfTheChosen)
{
    QAbstractItemModelTester tester(table().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(table().model()->rowCount(), 2);
    EXPECT_TRUE(cell(0, AccountsModel::Person).contains(QStringLiteral("A. Khan")));
    EXPECT_EQ(cell(0, AccountsModel::RoleColumn), QStringLiteral("Inspector"));
    EXPECT_EQ(cell(0, AccountsModel::Provinces), QStringLiteral("Punjab"));
    EXPECT_EQ(table().model()->index(0, AccountsModel::StateColumn).data(ChipRole).value<ChipContent>().word,
              QStringLiteral("Active"));
    EXPECT_TRUE(m_office.asked.contains(QStringLiteral("GET /api/v1/devices?account=") + m_khan));
    ASSERT_NE(buttonSaying(*m_page, QStringLiteral("Revoke this laptop")), nullptr);

    part<QLineEdit>(*m_page, "searchAccounts")->setText(QStringLiteral("sindh admin"));
    ASSERT_EQ(table().model()->rowCount(), 1);
    EXPECT_TRUE(cell(0, AccountsModel::Person).contains(QStringLiteral("Sample administrator")));
    part<QLineEdit>(*m_page, "searchAccounts")->setText(QStringLiteral("nobody"));
    EXPECT_EQ(table().model()->rowCount(), 0);
}

TEST_F(AccountsPageTest, namesAndRoles_haveRoomInTheNarrowestWindow)
{
    const QFontMetrics metrics(table().font());
    const auto room = [this](int column) { return table().columnWidth(column) - 20; };
    EXPECT_GE(room(AccountsModel::Person), metrics.horizontalAdvance(QStringLiteral("Muhammad Rahman (m.rahman)")));
    EXPECT_GE(room(AccountsModel::RoleColumn), metrics.horizontalAdvance(QStringLiteral("Regional officer")));
    EXPECT_GE(room(AccountsModel::Provinces), metrics.horizontalAdvance(QStringLiteral("All provinces")));
    m_office.accounts[0].account.provinces.clear();
    for (const Province &province : services().gazetteer.provinces())
        m_office.accounts[0].account.provinces.append(province.code);
    press("reloadAccounts");
    EXPECT_EQ(cell(0, AccountsModel::Provinces), QStringLiteral("All provinces"));
}

TEST_F(AccountsPageTest, aNameOfAnyLength_leavesEveryButtonInReach)
{
    m_office.accounts[0].account.displayName = QStringLiteral("Long Name ").repeated(12).trimmed();
    m_office.accounts[0].account.name = QString(60, QLatin1Char('c'));
    press("reloadAccounts");
    settle();
    auto *close = part<QPushButton>(*m_page, "closeAccount");
    EXPECT_LE(close->mapTo(m_page.get(), QPoint(close->width(), 0)).x(), m_page->width());
}

TEST_F(AccountsPageTest, aCode_isBroughtIntoSightWhole)
{
    m_page->resize(1166, 420);
    settle();
    press("makeCode");
    settle();
    auto *noted = part<QPushButton>(*m_page, "codeNoted"); // at its end, below the picture
    EXPECT_EQ(noted->visibleRegion().boundingRect(), noted->rect());
}

TEST_F(AccountsPageTest, newAccount_isAddedAndChosenAndGetsACode)
{
    press("addAccount");
    auto *save = part<QPushButton>(*m_page, "saveAccount");
    EXPECT_FALSE(save->isEnabled());
    part<QLineEdit>(*m_page, "accountName")->setText(QStringLiteral("s.bibi"));
    EXPECT_FALSE(save->isEnabled()) << "no province yet";
    QCoreApplication::processEvents();
    const QPoint before = save->mapTo(m_page.get(), QPoint());
    part<QLineEdit>(*m_page, "accountShownName")->setText(QStringLiteral("S. Bibi"));
    part<QComboBox>(*m_page, "accountRole")->setCurrentIndex(1);
    part<QCheckBox>(*m_page, "PK-SD")->setChecked(true);
    QCoreApplication::processEvents();
    EXPECT_EQ(save->mapTo(m_page.get(), QPoint()), before)
        << "what was missing goes, and the button stays in its place";
    press("saveAccount");
    EXPECT_EQ(m_office.lastBody.value(QStringLiteral("role")).toString(), QStringLiteral("officer"));
    EXPECT_EQ(m_office.lastBody.value(QStringLiteral("provinces")).toArray(), QJsonArray{QStringLiteral("PK-SD")});
    EXPECT_EQ(table().model()->rowCount(), 3);
    EXPECT_TRUE(messages().startsWith(QStringLiteral("S. Bibi (s.bibi) is added.")));
    EXPECT_TRUE(shown("accountFacts").contains(QStringLiteral("Regional officer")))
        << qPrintable(shown("accountFacts"));

    press("makeCode");
    auto *code = part<QLabel>(*m_page, "oneTimeCode");
    EXPECT_EQ(code->text(), QStringLiteral("7Q2M-XJ4K-0V9R-TB3C-HZ5N"));
    EXPECT_TRUE(code->isVisible());
    press("codeNoted");
    EXPECT_EQ(code->text(), QString()) << "it is nowhere any more";

    press("makeCode");
    table().selectRow(0);
    EXPECT_EQ(code->text(), QString()) << "another account was chosen";
    EXPECT_FALSE(code->isVisible());
}

TEST_F(AccountsPageTest, theCodesPicture_isReadAsTheEnrolmentThatTheLaptopTakes)
{
    SyncSnapshot connected;
    connected.server = QStringLiteral("https://markaz.sample.example:8443");
    m_sync.set(connected);
    table().selectRow(0);
    settle();
    auto *picture = part<QLabel>(*m_page, "codePicture");
    press("makeCode");
    ASSERT_TRUE(picture->isVisible());
    const QString read = markaz::test::scanned(picture->grab().toImage()); // as it stands on the screen
    const auto enrolment = readEnrolment(read);
    ASSERT_TRUE(enrolment.ok()) << qPrintable(read);
    EXPECT_EQ(enrolment->server, connected.server);
    EXPECT_EQ(enrolment->account, QStringLiteral("a.khan"));
    EXPECT_EQ(enrolment->code, shown("oneTimeCode"));
    press("codeNoted");
    EXPECT_TRUE(picture->pixmap(Qt::ReturnByValue).isNull()) << "it is nowhere any more";
}

TEST_F(AccountsPageTest, aRefusedName_isToldAndTheFormKeepsWhatWasTyped)
{
    press("addAccount");
    part<QLineEdit>(*m_page, "accountName")->setText(QStringLiteral("a.khan"));
    part<QCheckBox>(*m_page, "PK-PB")->setChecked(true);
    m_office.refused = makeError(ErrorCode::Refused, QStringLiteral("exists"), QStringLiteral("name"));
    press("saveAccount");
    EXPECT_TRUE(messages().contains(QStringLiteral("an account of this name already"))) << qPrintable(messages());
    EXPECT_EQ(part<QLineEdit>(*m_page, "accountName")->text(), QStringLiteral("a.khan"));
    EXPECT_TRUE(part<QPushButton>(*m_page, "saveAccount")->isEnabled());
    EXPECT_EQ(table().model()->rowCount(), 2);
}

TEST_F(AccountsPageTest, namesThatAreTooLong_areSaidAndNotCut)
{
    press("addAccount");
    auto *name = part<QLineEdit>(*m_page, "accountName");
    auto *shownName = part<QLineEdit>(*m_page, "accountShownName");
    name->setText(QString(61, QLatin1Char('a')));
    EXPECT_EQ(name->text().size(), 61);
    EXPECT_TRUE(shown("accountMissing").contains(QStringLiteral("has 61 characters: at most 60")))
        << qPrintable(shown("accountMissing"));
    EXPECT_FALSE(part<QPushButton>(*m_page, "saveAccount")->isEnabled());
    name->setText(QString(60, QLatin1Char('a')));
    shownName->setText(QString(121, QLatin1Char('b')));
    EXPECT_TRUE(shown("accountMissing").contains(QStringLiteral("has 121 characters: at most 120")));
    EXPECT_FALSE(part<QPushButton>(*m_page, "saveAccount")->isEnabled());
    shownName->setText(QString(120, QLatin1Char('b')));
    EXPECT_FALSE(shown("accountMissing").contains(QStringLiteral("characters")));
}

TEST_F(AccountsPageTest, change_sendsOnlyWhatDiffers)
{
    table().selectRow(0);
    press("editAccount");
    EXPECT_TRUE(part<QLineEdit>(*m_page, "accountName")->isReadOnly());
    part<QCheckBox>(*m_page, "PK-SD")->setChecked(true);
    press("saveAccount");
    EXPECT_EQ(m_office.lastBody, (QJsonObject{{QStringLiteral("provinces"),
                                               QJsonArray{QStringLiteral("PK-PB"), QStringLiteral("PK-SD")}}}));
    EXPECT_EQ(cell(0, AccountsModel::Provinces), QStringLiteral("PB, SD"));
    EXPECT_EQ(table().model()->index(0, AccountsModel::Provinces).data(Qt::ToolTipRole).toString(),
              format::plainToolTip(QStringLiteral("Punjab, Sindh")));
    const qsizetype asked = m_office.asked.size();
    press("editAccount");
    press("saveAccount");
    EXPECT_EQ(m_office.asked.size(), asked) << "nothing differs, nothing is asked";
}

TEST_F(AccountsPageTest, closing_isAskedTwiceAndNobodyClosesThemselves)
{
    table().selectRow(0);
    settle();
    const qsizetype asked = m_office.asked.size();
    press("closeAccount");
    EXPECT_EQ(m_office.asked.size(), asked);
    press("keepAccount");
    EXPECT_EQ(m_office.asked.size(), asked);
    press("closeAccount");
    press("closeAccount");
    EXPECT_FALSE(m_office.account(m_khan)->active);
    EXPECT_FALSE(part<QPushButton>(*m_page, "makeCode")->isEnabled());
    press("closeAccount"); // now "Open it again", at once
    EXPECT_TRUE(m_office.account(m_khan)->active);

    table().selectRow(1);
    settle();
    EXPECT_FALSE(part<QPushButton>(*m_page, "closeAccount")->isEnabled());
    press("editAccount");
    EXPECT_FALSE(part<QComboBox>(*m_page, "accountRole")->isEnabled());
    EXPECT_FALSE(part<QCheckBox>(*m_page, "PK-PB")->isEnabled());
}

TEST_F(AccountsPageTest, revoking_isAskedTwiceAndShown)
{
    table().selectRow(0);
    settle();
    click(buttonSaying(*m_page, QStringLiteral("Revoke this laptop")));
    settle();
    EXPECT_EQ(m_office.devices.first().state, DeviceState::Active);
    click(buttonSaying(*m_page, QStringLiteral("Revoke it now")));
    settle();
    EXPECT_EQ(m_office.devices.first().state, DeviceState::Revoked);
    EXPECT_EQ(buttonSaying(*m_page, QStringLiteral("Revoke this laptop")), nullptr);
    EXPECT_TRUE(messages().contains(QStringLiteral("revoked")));
}

TEST_F(AccountsPageTest, aRevokedLaptop_saysWhetherItWasHeardOfSince)
{
    DeviceEntry laptop = m_office.devices.first(); // heard of at 07:00
    laptop.state = DeviceState::Revoked;
    laptop.revokedAt = QStringLiteral("2026-11-24T08:00:00.000Z");
    EXPECT_EQ(deviceChip(laptop).word, QStringLiteral("Revoked, not heard of since"));
    laptop.revokedAt = QStringLiteral("2026-11-24T06:00:00.000Z");
    EXPECT_EQ(deviceChip(laptop).word, QStringLiteral("Revoked, not obeyed yet"));
}

TEST_F(AccountsPageTest, revokingWhatAnotherRevoked_isSaidToHaveChangedNothing)
{
    m_office.revokedMeanwhile = true;
    table().selectRow(0);
    settle();
    click(buttonSaying(*m_page, QStringLiteral("Revoke this laptop")));
    settle();
    click(buttonSaying(*m_page, QStringLiteral("Revoke it now")));
    settle();
    EXPECT_TRUE(messages().contains(QStringLiteral("revoked already, on 23 Nov 2026"))) << qPrintable(messages());
    EXPECT_FALSE(messages().contains(QStringLiteral("sessions have ended")));
}

TEST_F(AccountsPageTest, twoLaptopsOfOneName_areToldApart)
{
    DeviceEntry other = m_office.devices.first();
    other.id = QStringLiteral("0190f000-0000-7000-8000-0000000000e2");
    other.firstSeen = QStringLiteral("2026-11-20T08:00:00.000Z");
    m_office.devices.append(other);
    press("reloadAccounts");
    table().selectRow(1);
    settle();
    table().selectRow(0);
    settle();
    const QString words = wordsOf(*m_page);
    EXPECT_TRUE(words.contains(QStringLiteral("Id ends in …0000d1, set up 2 Nov 2026"))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("Id ends in …0000e2, set up 20 Nov 2026"))) << qPrintable(words);
}

TEST_F(AccountsPageTest, withoutAServer_saysSoAndLooksAgain)
{
    leave(m_page);
    m_office.down = true;
    Services with = services(m_admin);
    with.administration = &m_office;
    m_page = std::make_unique<AccountsPage>(with);
    present(*m_page);
    settle();
    EXPECT_FALSE(part<QPushButton>(*m_page, "addAccount")->isEnabled());
    ASSERT_NE(buttonSaying(*m_page, QStringLiteral("Look again")), nullptr);
    EXPECT_FALSE(messages().isEmpty());
    m_office.down = false;
    press("reloadAccounts");
    EXPECT_EQ(table().model()->rowCount(), 2);
    EXPECT_TRUE(messages().isEmpty());
}

} // namespace
} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the main job does not pass by: the other pages of an officer, and those of an administrator.
#include "app/desktop/tour/tourrun.h"
#include "ui/deskpages.h"
#include "ui/mainwindow.h"
#include "ui/pages/scenario/scenariopage.h"
#include "ui/widgets/frame/accountbutton.h"
#include "ui/widgets/programmetabs.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QTest>

namespace markaz::desktop {

Result<void> TourRun::chooseInMenu(const QString &action)
{
    // The menu runs its own loop when it is opened with the mouse, so its entry is triggered as the mouse would.
    auto *button = m_desktop->window()->findChild<ui::AccountButton *>();
    QAction *found =
        button == nullptr || button->menu() == nullptr ? nullptr : button->menu()->findChild<QAction *>(action);
    if (found == nullptr)
        return makeError(ErrorCode::NotFound, QStringLiteral("this is not in the menu of the account"), action);
    found->trigger();
    return {};
}

Result<void> TourRun::switchTo(const QString &account)
{
    return chooseInMenu(QStringLiteral("switch.") + account);
}

bool TourRun::hasRows(const char *table) const
{
    const auto *view = qobject_cast<QTableView *>(page(table));
    return view != nullptr && view->isVisible() && view->model()->rowCount() > 0;
}

Result<void> TourRun::openFirstRow(const char *table)
{
    auto *view = qobject_cast<QTableView *>(page(table));
    if (view == nullptr || view->model()->rowCount() == 0)
        return makeError(ErrorCode::NotFound, QStringLiteral("there is no row to open"), QLatin1String(table));
    view->setCurrentIndex(view->model()->index(0, 0));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    return {};
}

/// To another page of the programme, by the tabs of \p from.
Result<void> TourRun::turnTab(const char *from, const QString &id)
{
    const QWidget *shown = page(from);
    const auto *tabs = shown == nullptr ? nullptr : shown->findChild<ui::ProgrammeTabs *>();
    QWidget *button = tabs == nullptr ? nullptr : tabs->button(id);
    if (button == nullptr)
        return makeError(ErrorCode::NotFound, QStringLiteral("the programme has no such page"), id);
    return m_hand->click(button);
}

void TourRun::addPage(const QString &name, const QString &title, const char *table, const QString &picture)
{
    add(
        name, [this, title] { return m_hand->openPage(title); }, [this, table] { return hasRows(table); }, picture);
}

void TourRun::addShown(const QString &name, const QString &button, const char *shown, const QString &picture)
{
    add(
        name, [this, button] { return m_hand->click(button); },
        [this, shown] { return page(shown) != nullptr && page(shown)->isVisible(); }, picture);
}

void TourRun::planPages()
{
    addShown(QStringLiteral("The report for the ministry"), QStringLiteral("monthlyReport"), "monthlySheet",
             QStringLiteral("monthly-report"));
    add(QStringLiteral("It is left"), [this] { return m_hand->click(QStringLiteral("closeReport")); });
    addPage(QStringLiteral("Who is to go where"), QStringLiteral("Assignments"), "assignmentsTable",
            QStringLiteral("assignments"));
    addPage(QStringLiteral("What is to be mended"), QStringLiteral("Findings"), "findingsTable",
            QStringLiteral("findings"));
    addPage(QStringLiteral("Owners’ objections"), QStringLiteral("Appeals"), "appealsTable", QStringLiteral("appeals"));
    add(
        QStringLiteral("The certificate that one is about"), [this] { return openFirstRow("appealsTable"); },
        [this] { return page("certificatePage")->isVisible(); }, QStringLiteral("appeal"));
    addPage(QStringLiteral("The centres"), QStringLiteral("Centres"), "centresTable", QStringLiteral("centres"));
    add(
        QStringLiteral("One of them"), [this] { return openFirstRow("centresTable"); },
        [this] { return page("centrePage")->isVisible(); }, QStringLiteral("centre"));
    addPage(QStringLiteral("The loans of owners"), QStringLiteral("Programme"), "loansTable", QStringLiteral("loans"));
    add(
        QStringLiteral("One of the loans"), [this] { return openFirstRow("loansTable"); },
        [this] { return page("loanPage")->isVisible(); }, QStringLiteral("loan"));
    add(
        QStringLiteral("What the programme would cost"),
        [this]() -> Result<void> {
            if (auto opened = m_hand->openPage(QStringLiteral("Programme")); !opened)
                return opened;
            return turnTab("loansPage", ui::page::kScenario);
        },
        [this] {
            const auto *scenario = qobject_cast<ui::ScenarioPage *>(page("scenarioPage"));
            return scenario->isVisible() && !scenario->isWaiting();
        },
        QStringLiteral("scenario"));
    add(
        QStringLiteral("Where the next centres are needed"),
        [this] { return turnTab("scenarioPage", ui::page::kDemand); },
        [this] { return page("demandPage")->isVisible(); }, QStringLiteral("next-centres"));
    add(
        QStringLiteral("The policy of the programme"), [this] { return turnTab("demandPage", ui::page::kPolicy); },
        [this] { return page("policyPage")->isVisible(); }, QStringLiteral("policy"));
    add(
        QStringLiteral("Months from a file"),
        [this]() -> Result<void> {
            if (auto opened = m_hand->openPage(QStringLiteral("Centres")); !opened)
                return opened;
            return m_hand->click(QStringLiteral("importMonths"));
        },
        [this] { return page("monthImportPage")->isVisible(); }, QStringLiteral("import-months"));
    add(
        QStringLiteral("Buildings from a file"),
        [this]() -> Result<void> {
            if (auto opened = m_hand->openPage(QStringLiteral("Buildings")); !opened)
                return opened;
            return m_hand->click(QStringLiteral("importBuildings"));
        },
        [this] { return page("importPage")->isVisible(); }, QStringLiteral("import-buildings"));
    add(
        QStringLiteral("The passphrase of this laptop"),
        [this] { return chooseInMenu(QStringLiteral("changePassphrase")); },
        [this] { return page("passphrasePage")->isVisible(); }, QStringLiteral("passphrase"));
    add(
        QStringLiteral("The password of the account"),
        [this] { return chooseInMenu(QStringLiteral("changePassword")); },
        [this] { return page("passwordPage")->isVisible(); }, QStringLiteral("password"));
    add(
        QStringLiteral("The certificate is verified on the laptop"),
        [this]() -> Result<void> {
            const auto certificate = m_desktop->session()->workspace().records.requireAs<Certificate>(m_certificateId);
            if (!certificate)
                return certificate.error();
            if (auto opened = m_hand->openPage(QStringLiteral("Sync")); !opened)
                return opened;
            if (auto clicked = m_hand->click(QStringLiteral("verifyCertificate")); !clicked)
                return clicked;
            return m_hand->type(QStringLiteral("certificateCode"), certificate->payload());
        },
        [this] {
            const auto *word = qobject_cast<QLabel *>(page("verdictWord"));
            return word->isVisible() && word->text() == QLatin1String("Sample");
        },
        QStringLiteral("verify"));
}

void TourRun::planAdministrator()
{
    add(
        QStringLiteral("The administrator takes over: accounts and laptops"),
        [this] { return switchTo(QStringLiteral("sample.administrator")); },
        [this] { return m_desktop->session() != nullptr && hasRows("accountsTable") && synced(); },
        QStringLiteral("accounts"), 120);
    add(
        QStringLiteral("The standards"), [this] { return m_hand->openPage(QStringLiteral("Standards")); },
        [this] { return page("standardsPage")->isVisible(); }, QStringLiteral("standards"));
    add(
        QStringLiteral("The policy is his to change"), [this] { return m_hand->openPage(QStringLiteral("Programme")); },
        [this] { return page("policyPage")->isVisible(); }, QStringLiteral("policy-administrator"));
    add(
        QStringLiteral("Registered freelancers by city"), [this] { return turnTab("policyPage", ui::page::kDemand); },
        [this] { return page("demandPage")->isVisible(); }, QStringLiteral("freelancers"));
    addPage(QStringLiteral("The audit"), QStringLiteral("Audit"), "auditTable", QStringLiteral("audit"));
}

} // namespace markaz::desktop

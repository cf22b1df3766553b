// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The loans, one of them and its forms, in light, dark and Urdu.
#include "tests/ui/loans/loansfixture.h"
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/gallery.h"

#include <QScrollArea>
#include <QScrollBar>

namespace markaz::ui {
namespace {

using namespace test;

class LoansGallery : public LoansFixture, public testing::WithParamInterface<Look>
{
};

TEST_P(LoansGallery, loans_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    m_chief.displayName = QStringLiteral("Sample Officer");
    account(m_officer, "sample.officer", "Sample Officer", "officer");
    const auto moment = [this](const char *state, const char *at, const char *reason = "") {
        QJsonObject step{{QStringLiteral("state"), QLatin1String(state)},
                         {QStringLiteral("at"), QLatin1String(at)},
                         {QStringLiteral("by"), m_officer}};
        if (*reason != 0)
            step.insert(QStringLiteral("reason"), QLatin1String(reason));
        return step;
    };
    const QJsonObject steps{
        {QStringLiteral("steps"),
         QJsonArray{moment("draft", "2026-06-02T05:00:00.000Z"), moment("applied", "2026-06-09T07:30:00.000Z"),
                    moment("draft", "2026-06-16T06:10:00.000Z", "Sample reason: the deed is missing."),
                    moment("applied", "2026-06-22T05:40:00.000Z"), moment("approved", "2026-08-10T09:00:00.000Z"),
                    moment("paid_out", "2026-08-24T05:00:00.000Z")}}};
    const QString hall = home(1, "Sample Allama Iqbal hall");
    openCentre(hall);
    const QString id = loan(hall, "paid_out", {{QStringLiteral("history"), steps}});
    QJsonObject fields = fieldsOf(Entity::Loan, id);
    for (const char *day : {"2026-09-24", "2026-10-24", "2026-11-24"})
        setValueAt(fields, QStringLiteral("payments.") + m_ids.next(), payment("repayment", 11'437'500, day, 0));
    put(Entity::Loan, fields, id);
    loan(home(2, "Sample Canal Bank hall"), "applied", {{QStringLiteral("bank"), QStringLiteral("Sample Bank Two")}});
    loan(home(3, "Sample Charbagh mill"), "claw_back", {{QStringLiteral("clawback_paisa"), 34'312'500}});
    loan(home(4, "Sample Gulshan plaza"), "approved", {{QStringLiteral("principal_paisa"), 650'000'000}});
    loan(home(5, "Sample Mall Road hall"), "declined", {{QStringLiteral("state_reason"), QStringLiteral("No deed.")}});
    loan(home(6, "Sample Shadman hall"), "draft");
    const QString bare = home(7, "Sample Wahdat Road hall");
    MainWindow window;
    MainFrame *frame = window.frame();
    Desk desk(*frame, services(m_chief), {});
    window.resize(1366, 690);
    present(window);
    frame->showPage(QStringLiteral("loans"));
    checkPicture(window, QStringLiteral("loans"), name);
    Q_EMIT static_cast<LoansPage *>(frame->page(QStringLiteral("loans")))->loanRequested(id);
    auto *detail = static_cast<LoanPage *>(frame->page(QStringLiteral("loan")));
    settle();
    checkPicture(window, QStringLiteral("loan"), name);
    auto *bar = detail->findChild<QScrollArea *>()->verticalScrollBar();
    bar->setValue(part<QWidget>(*detail, "breakEven")->y() - 8);
    checkPicture(window, QStringLiteral("loan-break-even"), name);
    bar->setValue(bar->maximum());
    checkPicture(window, QStringLiteral("loan-below"), name);
    click(part<QPushButton>(*detail, "loanStep.close"));
    checkPicture(window, QStringLiteral("loan-step"), name);
    click(part<QPushButton>(window, "cancelStep"));
    settle();
    click(part<QPushButton>(*detail, "recordMoney"));
    checkPicture(window, QStringLiteral("loan-money"), name);
    click(part<QPushButton>(window, "cancelPayment"));
    settle();
    frame->showPage(QStringLiteral("buildings"));
    auto *buildings = static_cast<BuildingsPage *>(frame->page(QStringLiteral("buildings")));
    buildings->showBuilding(bare);
    settle();
    click(part<QPushButton>(*buildings, "recordLoan"));
    checkPicture(window, QStringLiteral("loan-form"), name);
    click(part<QPushButton>(window, "cancelLoan"));
}

INSTANTIATE_TEST_SUITE_P(Looks, LoansGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui

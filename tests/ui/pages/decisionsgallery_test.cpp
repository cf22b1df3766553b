// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The review and the certificate while they ask, and what was decided, in light, dark and Urdu.
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/gallery.h"

#include "ui/desk.h"
#include "ui/mainwindow.h"
#include "ui/widgets/frame/mainframe.h"

#include <QSpinBox>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class DecisionsGallery : public DeskFixture, public testing::WithParamInterface<Look>
{
protected:
    QString m_visit;

    /// A follow-up of a visit that was rejected.
    void SetUp() override
    {
        DeskFixture::SetUp();
        account(m_inspector, "sample.inspector", "Sample Inspector", "inspector");
        account(m_officer, "sample.officer", "Sample Officer", "officer");
        m_chief.displayName = QStringLiteral("Sample Officer");
        const QString house = visitedBuilding(13);
        auto before = perfect();
        for (const char *code : {"C-05", "G-02"})
            samples::makeFail(before, markaz::test::standard(), QLatin1String(code), 1);
        const QString first = draftWith(house, before);
        ASSERT_TRUE(submitting().run(m_me, first, QStringLiteral("done")).ok());
        ASSERT_TRUE(ReviewInspection(*m_workspace)
                        .run(m_chief, first, QStringLiteral("reject"),
                             QStringLiteral("The photographs show another house: two of them have its sign."),
                             {{QStringLiteral("C-05"), QStringLiteral("Which stairs are these?")}})
                        .ok());
        m_clock.advance(86'400'000);
        m_visit = draftWith(house, perfect(), {{QStringLiteral("kind"), QStringLiteral("follow_up")}});
        ASSERT_TRUE(submitting().run(m_me, m_visit, QStringLiteral("done")).ok());
    }
    void check(MainWindow &window, const QString &page) { checkPicture(window, page, std::get<0>(GetParam())); }
    void decision(const char *field, const QString &subject, const char *kind, const char *reason, const char *at)
    {
        put(Entity::Decision, {{QStringLiteral("kind"), QLatin1String(kind)},
                               {QLatin1String(field), subject},
                               {QStringLiteral("officer"), m_officer},
                               {QStringLiteral("reason"), QLatin1String(reason)},
                               {QStringLiteral("made_at"), QLatin1String(at)}});
    }
};

TEST_P(DecisionsGallery, whatIsAskedAndWhatWasDecided_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    MainWindow window;
    MainFrame *frame = window.frame();
    Desk desk(*frame, services(m_chief), {});
    window.resize(1366, 690);
    present(window);
    const auto press = [&](const char *button) { click(part<QPushButton>(window, button)); };
    const auto say = [&](const char *line, const char *words) {
        part<QLineEdit>(window, line)->setText(QLatin1String(words));
    };
    desk.openInspection(m_visit);
    press("rejectInspection");
    check(window, QStringLiteral("review-reason"));
    say("reviewReason", "Each answer has its photo, and the exits were walked twice.");
    press("rejectInspection");
    check(window, QStringLiteral("review-asked"));
    press("doNotReject");
    press("acceptInspection");
    press("acceptInspection");
    check(window, QStringLiteral("certificate-decision"));
    part<QSpinBox>(window, "certificateSeats")->setValue(101); // of 100
    say("issueReason", "The building meets the standard of its tier.");
    press("issueCertificate");
    check(window, QStringLiteral("certificate-seats"));
    decision("inspection", m_visit, "issue", "The building meets the standard of its tier.",
             "2026-11-25T10:00:00.000Z");
    const QString paper =
        certificate(fieldsOf(Entity::Inspection, m_visit).value(QStringLiteral("building")).toString(), m_visit, "full",
                    "issued", "2026-11-25", "2028-11-24",
                    {{QStringLiteral("building_name"), QStringLiteral("Sample building LHE-0013")},
                     {QStringLiteral("building_place"), QStringLiteral("1 Sample Road, Lahore")}});
    Q_EMIT m_notifier.manyChanged();
    check(window, QStringLiteral("certificate"));
    QJsonObject suspended = fieldsOf(Entity::Certificate, paper);
    suspended.insert(QStringLiteral("state"), QStringLiteral("suspended"));
    suspended.insert(QStringLiteral("state_reason"), QStringLiteral("The rear exit was found locked."));
    suspended.insert(QStringLiteral("state_by"), m_officer);
    suspended.insert(QStringLiteral("state_at"), QStringLiteral("2026-11-25T11:00:00.000Z"));
    put(Entity::Certificate, suspended, paper);
    decision("certificate", paper, "suspend", "The rear exit was found locked.", "2026-11-25T11:00:00.000Z");
    Q_EMIT m_notifier.manyChanged();
    say("decisionReason", "The papers of the owner were forged.");
    press("revokeCertificate");
    check(window, QStringLiteral("certificate-revoke"));
    frame->showPage(QStringLiteral("review"));
    check(window, QStringLiteral("review-decided"));
}

INSTANTIATE_TEST_SUITE_P(Themes, DecisionsGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui

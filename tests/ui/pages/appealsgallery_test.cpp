// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Open appeals, the certificate of one, and what the server did not take, in light, dark and Urdu.
#include "tests/ui/support/appealsfixture.h"
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/gallery.h"

#include "ui/desk.h"
#include "ui/pages/appeals/appealspage.h"
#include "ui/pages/sync/syncpage.h"
#include "ui/widgets/frame/mainframe.h"

namespace markaz::ui {
namespace {

using namespace test;

class AppealsGallery : public AppealsFixture, public testing::WithParamInterface<Look>
{
};

TEST_P(AppealsGallery, appeals_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    m_chief.displayName = QStringLiteral("Sample Officer");
    account(m_officer, "sample.officer", "Sample Officer", "officer");
    account(m_other, "sample.other", "Sample Nadia Qureshi", "officer");
    const QString first = paper(1, "suspended", m_other, "Sample Canal Bank House");
    appealOn(first, "18", "The exits were cleared the day after the visit; the owner asks that it be looked at again.");
    appealOn(paper(2, "revoked", m_officer, "Sample Mall Road Floor"), "19",
             "Two of the four findings were another building’s.");
    appealOn(paper(3, "suspended", m_other, "Sample Shadman Hall", "FSD"), "22", "The generator was away for repair.");
    const QString answered = paper(4, "suspended", m_other, "Sample Clock Tower Office");
    appealOn(answered, "12", "The extinguishers are new since October.");
    decide(answered, "dismiss_appeal");
    decide(paper(5, "revoked", m_other, "Sample Gulshan Mill"), "appeal");
    MainWindow window;
    Desk desk(*window.frame(), services(m_chief), {});
    window.resize(1366, 690);
    present(window);
    window.frame()->showPage(QStringLiteral("appeals"));
    auto *page = static_cast<AppealsPage *>(window.frame()->page(QStringLiteral("appeals")));
    checkPicture(window, QStringLiteral("appeals"), name);
    Q_EMIT page->certificateRequested(first);
    checkPicture(window, QStringLiteral("certificate-appeal"), name);
    decide(first, "allow_appeal");
    reject("not_allowed", "officer", "the appeal is against this officer's own decision");
    window.frame()->showPage(QStringLiteral("appeals"));
    checkPicture(window, QStringLiteral("appeals-rejected"), name);
    window.frame()->showPage(QStringLiteral("sync"));
    static_cast<SyncPage *>(window.frame()->page(QStringLiteral("sync")))->choose(QStringLiteral("rejected"));
    checkPicture(window, QStringLiteral("sync-rejected-decision"), name);
}

TEST_P(AppealsGallery, withoutAppeals_thePageSaysWhereTheyComeFrom)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    paper(1, "suspended", m_other);
    MainWindow window;
    Desk desk(*window.frame(), services(m_chief), {});
    window.resize(1366, 690);
    present(window);
    window.frame()->showPage(QStringLiteral("appeals"));
    checkPicture(window, QStringLiteral("appeals-none"), name);
}

INSTANTIATE_TEST_SUITE_P(Looks, AppealsGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificateshelf.h"
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/gallery.h"

#include "ui/desk.h"
#include "ui/pages/verify/verifypage.h"
#include "ui/widgets/frame/mainframe.h"

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;
using markaz::test::CertificateShelf;

class VerifyGallery : public DeskFixture, public testing::WithParamInterface<Look>
{
};

TEST_P(VerifyGallery, verdicts_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    const CertificateShelf shelf;
    MainWindow window;
    Desk desk(*window.frame(), services(m_chief), {});
    desk.setCertificateTrust([&shelf] { return Result<CertificateTrust>(shelf.trust()); });
    window.resize(1366, 690);
    present(window);
    window.frame()->showPage(QStringLiteral("verify"));
    checkPicture(window, QStringLiteral("verify"), name);
    auto *page = static_cast<VerifyPage *>(window.frame()->page(QStringLiteral("verify")));
    QString altered = shelf.code();
    altered[40] = altered[40] == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
    const std::pair<const char *, QString> pictures[] = {
        {"verify-valid", shelf.code()},      {"verify-provisional", shelf.provisional()},
        {"verify-suspended", shelf.code(2)}, {"verify-revoked", shelf.code(3)},
        {"verify-altered", altered},         {"verify-unknown", CertificateShelf::signedBy(shelf.stranger)}};
    for (const auto &[picture, code] : pictures) {
        QSignalSpy told(page, &VerifyPage::told);
        page->verify(code);
        ASSERT_TRUE(told.count() > 0 || told.wait());
        checkPicture(window, QLatin1String(picture), name);
    }
}

INSTANTIATE_TEST_SUITE_P(Themes, VerifyGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui

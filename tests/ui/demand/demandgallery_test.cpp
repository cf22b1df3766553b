// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The next centres: cities, ranked buildings, the administrator's freelancers and their import, in light, dark and
// Urdu.
#include "tests/ui/demand/demandfixture.h"
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/gallery.h"
#include "ui/pages/buildings/importpage.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/frame/accountbutton.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/topbar.h"

#include <QFile>

namespace markaz::ui {
namespace {

using namespace test;

class DemandGallery : public DemandFixture, public testing::WithParamInterface<Look>
{
protected:
    /// As the desk names it in the top bar.
    static void signIn(MainWindow &window, const char *name)
    {
        window.frame()->topBar()->account()->setAccount(QLatin1String(name), QStringLiteral("Sample"));
    }
    static PageSpec spec(const char *id)
    {
        return {QLatin1String(id),
                [] { return QStringLiteral("Programme"); },
                QStringLiteral("office-chart-line-forecast"),
                true,
                {}};
    }
};

TEST_P(DemandGallery, officersViews_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    world();
    MainWindow window;
    signIn(window, "Sample Officer");
    auto *page = new DemandPage(services(chief()));
    window.frame()->addPage(spec("demand"), page);
    window.resize(1366, 690);
    present(window);
    window.frame()->showPage(QStringLiteral("demand"));
    checkPicture(window, QStringLiteral("demand"), name);
    page->showView(QStringLiteral("buildings"));
    checkPicture(window, QStringLiteral("demand-ranking"), name);
}

TEST_P(DemandGallery, administratorsViews_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    account(m_admin.accountId, "sample.administrator", "Sample Administrator", "administrator");
    demand({{id("LHE"), 140'000}, {id("KHI"), 260'000}}, "2026-10-20T09:00:00.000Z", "An earlier sample count");
    world();
    MainWindow window;
    signIn(window, "Sample Administrator");
    window.frame()->addPage(spec("demand"), new DemandPage(services(m_admin)));
    auto *import = new ImportPage(services(m_admin), ImportMatter::ofDemand());
    window.frame()->addPage({QStringLiteral("demand-import"), {}, {}, false, QStringLiteral("demand")}, import);
    window.resize(1366, 690);
    present(window);
    window.frame()->showPage(QStringLiteral("demand"));
    checkPicture(window, QStringLiteral("demand-freelancers"), name);
    window.frame()->showPage(QStringLiteral("demand-import"));
    const auto settled = [import](const std::function<void()> &act) {
        QSignalSpy done(import, &ImportPage::settled);
        act();
        ASSERT_TRUE(done.count() > 0 || done.wait());
    };
    const QString path = m_dir.filePath(QStringLiteral("freelancers.csv"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("City,Province,Registered freelancers\nKarachi,Sindh,\"310,000\"\nLahore,Punjab,\"171,000\"\n"
               "Atlantis,Sindh,500\nKarachi,Sindh,12\nQuetta,Balochistan,-4\nPeshawar,Khyber Pakhtunkhwa,31500\n");
    file.close();
    settled([&] { import->takeFile(path); });
    fillIn(part<DateField>(*import, "importAsOf")->line(), QStringLiteral("20 Nov 2026"));
    fillIn(part<QLineEdit>(*import, "importSource"), QStringLiteral("Sample register"));
    checkPicture(window, QStringLiteral("demand-import"), name);
    settled([&] { click(part<QPushButton>(*import, "importNext")); });
    checkPicture(window, QStringLiteral("demand-import-checked"), name);
}

INSTANTIATE_TEST_SUITE_P(Looks, DemandGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui

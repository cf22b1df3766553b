// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The desk is killed while an inspection is answered on its page: the next start leads back to the item, and every
// answer that was given is there.
#include "tests/app/desktop/desktopfixture.h"
#include "tests/support/childprocess.h"

#include "core/workflow/inspections.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/work/workpage.h"
#include "ui/widgets/answers/itemrow.h"

#include <QPlainTextEdit>
#include <QProcess>

#include <csignal>
#include <cstdio>

namespace markaz::desktop {
namespace {

constexpr const char *kProfile = "MARKAZ_PROFILE_OF_THE_KILLED";
constexpr const char *kAnswered = "answered: ";

class Killed : public Desktop
{
protected:
    void answerUntilKilled(const QString &profile);
    ui::InspectionPage *page() { return m_app->window()->findChild<ui::InspectionPage *>(); }
    /// Opens a draft as My work does.
    void openDraft()
    {
        Workspace &workspace = m_app->session()->workspace();
        const QString building = workspace.ids.next();
        const auto written =
            workspace.records.putFromServer({Entity::Building,
                                             building,
                                             1,
                                             {{QStringLiteral("code"), QStringLiteral("LHE-0001")},
                                              {QStringLiteral("name"), QStringLiteral("Sample building")},
                                              {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                                              {QStringLiteral("city"), 1172451}, // Lahore
                                              {QStringLiteral("covered_area_sqft"), 4000},
                                              {QStringLiteral("storeys"), 2}}},
                                            {});
        ASSERT_TRUE(written.ok()) << qPrintable(written.error().detail);
        const StandardCatalogue standards{builtinStandard().value()};
        const auto draft = StartInspection(workspace, standards)
                               .run(**m_app->session()->account(), building, QStringLiteral("initial"));
        ASSERT_TRUE(draft.ok()) << qPrintable(draft.error().detail);
        Q_EMIT m_app->window()->findChild<ui::WorkPage *>()->inspectionRequested(draft->id());
        ASSERT_TRUE(QTest::qWaitFor([this] { return page()->isVisible(); }));
    }
    QString stored(const char *item)
    {
        return page()
            ->model()
            ->context()
            ->inspection.answers()
            .value(QLatin1String(item))
            .toObject()
            .value(QStringLiteral("value"))
            .toString();
    }
};

/// The program that is killed: answers, and says each when it is given.
void Killed::answerUntilKilled(const QString &profile)
{
    m_app = std::make_unique<DesktopApp>(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                                         DesktopOptions{profile,
                                                        QStringLiteral("http://127.0.0.1:9"),
                                                        {},
                                                        {},
                                                        kLight,
                                                        [this] { return std::make_unique<FakeKeyring>(m_vault); },
                                                        m_suspendWatch},
                                         m_clock);
    ASSERT_TRUE(m_app->start().ok());
    unlock();
    ASSERT_TRUE(QTest::qWaitFor([this] { return atDesk(); }));
    openDraft();
    page()->goToItem(QStringLiteral("C-02"));
    QTest::keyClick(page(), Qt::Key_Y);
    page()->goToItem(QStringLiteral("C-05"));
    ASSERT_TRUE(QTest::qWaitFor(
        [this] { return m_app->session()->unfinished()->value(QStringLiteral("item")) == QLatin1String("C-05"); }));
    for (int row = 0; row < page()->model()->rowCount(); ++row) {
        const QString item = page()->model()->item(row).code;
        page()->goToItem(item);
        QTest::keyClick(page(), row % 2 == 0 ? Qt::Key_N : Qt::Key_Y);
        if (const QString value = stored(qPrintable(item)); !value.isEmpty()) { // not every item is answered by a key
            std::printf("%s%s %s\n", kAnswered, qPrintable(item), qPrintable(value));
            std::fflush(stdout);
        }
        QCoreApplication::processEvents();
    }
    for (;;) // until the end
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

TEST_F(Killed, theNextStart_leadsBackToTheItemWithEveryAnswer)
{
    // The program to be killed is this very test, told where.
    if (const QString profile = qEnvironmentVariable(kProfile); !profile.isEmpty())
        return answerUntilKilled(profile);
    knowAccount();
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(kProfile), m_dir.path());
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    test::bindToUs(program, SIGKILL);
    program.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--gtest_filter=Killed.theNextStart_leadsBackToTheItemWithEveryAnswer")});
    QByteArray seen;
    const auto answers = test::waitForLine(program, "answered: C-05", 60'000, seen);
    ASSERT_TRUE(answers.ok()) << seen.constData();
    program.kill();
    ASSERT_TRUE(program.waitForFinished());
    EXPECT_EQ(program.exitStatus(), QProcess::CrashExit);

    startUnlocked();
    ASSERT_TRUE(QTest::qWaitFor([this] { return page() != nullptr && page()->isVisible(); })) << qPrintable(messages());
    QHash<QString, QString> given; // to the last line that it wrote
    seen += program.readAll();
    const QList<QByteArray> lines = seen.left(seen.lastIndexOf('\n')).split('\n');
    for (const QByteArray &line : lines) {
        if (!line.startsWith(kAnswered))
            continue;
        const QList<QByteArray> words = line.mid(static_cast<int>(qstrlen(kAnswered))).split(' ');
        given.insert(QString::fromLatin1(words.first()), QString::fromLatin1(words.last()));
    }
    EXPECT_GE(given.size(), 2) << seen.constData();
    for (auto answer = given.cbegin(); answer != given.cend(); ++answer)
        EXPECT_EQ(stored(qPrintable(answer.key())), answer.value()) << qPrintable(answer.key());
    EXPECT_TRUE(page()->currentItem() == QLatin1String("C-05") || given.contains(page()->currentItem()))
        << qPrintable(page()->currentItem());
    EXPECT_TRUE(movedAside().isEmpty());
}

} // namespace
} // namespace markaz::desktop

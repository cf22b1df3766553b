// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The desk is killed while an inspection is answered on its page: the next start leads back to the item, and every
// answer that was given is there. So it does to the form that was being filled in, and its words.
#include "tests/app/desktop/draftfixture.h"
#include "tests/support/childprocess.h"

#include "ui/pages/buildings/buildingform.h"
#include "ui/pages/inspection/submitpage.h"
#include "ui/pages/work/workpage.h"
#include "ui/widgets/answers/itemrow.h"

#include <QComboBox>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>

#include <csignal>
#include <cstdio>

namespace markaz::desktop {
namespace {

constexpr const char *kProfile = "MARKAZ_PROFILE_OF_THE_KILLED";
constexpr const char *kSaid = "killed: ";

class KilledProgram : public DraftDesktop
{
protected:
    /// The program that is to be killed, at its desk.
    void startKilled(const QString &profile)
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
    }
    [[noreturn]] static void goOnUntilKilled()
    {
        for (;;)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    /// Runs this very test as the program to be killed, on the profile of m_dir, and kills it when it says \p moment;
    /// what it wrote until then. Fails the test, and gives nothing, where it never says it.
    QByteArray killWhenItSays(const QByteArray &moment)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1String(kProfile), m_dir.path());
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        test::bindToUs(program, SIGKILL);
        const auto *self = testing::UnitTest::GetInstance()->current_test_info();
        program.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--gtest_filter=%1.%2")
                           .arg(QLatin1String(self->test_suite_name()), QLatin1String(self->name()))});
        QByteArray seen;
        const auto said = test::waitForLine(program, QByteArray(kSaid) + moment, 60'000, seen);
        EXPECT_TRUE(said.ok()) << seen.constData();
        program.kill();
        EXPECT_TRUE(program.waitForFinished());
        EXPECT_EQ(program.exitStatus(), QProcess::CrashExit);
        return said.ok() ? seen + program.readAll() : QByteArray();
    }
};

class Killed : public KilledProgram, public testing::WithParamInterface<const char *>
{
protected:
    void answerUntilKilled(const QString &profile);
    /// "to ITEM" before it goes there, "at ITEM" when it is there, "given ITEM ANSWER" when that is stored.
    static void say(const char *what, const QString &item, const QString &answer = {})
    {
        std::printf("%s%s %s %s\n", kSaid, what, qPrintable(item), qPrintable(answer));
        std::fflush(stdout);
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

/// The program that is killed: goes from item to item, answers, and says each step when it is done.
void Killed::answerUntilKilled(const QString &profile)
{
    startKilled(profile);
    openDraft();
    for (int row = 0; row < page()->model()->rowCount(); ++row) {
        const QString item = page()->model()->item(row).code;
        say("to", item);
        page()->goToItem(item);
        QCoreApplication::processEvents();          // as the program does between two events, and no longer
        const QString here = page()->currentItem(); // not every item can be gone to: a rule may hide it
        say("at", here);
        QTest::keyClick(page(), row % 2 == 0 ? Qt::Key_N : Qt::Key_Y);
        say("given", here, stored(qPrintable(here))); // nor is every one answered by a key
        QCoreApplication::processEvents();
    }
    goOnUntilKilled();
}

TEST_P(Killed, theNextStart_leadsBackToTheItemWithEveryAnswer)
{
    // The program to be killed is this very test, told where.
    if (const QString profile = qEnvironmentVariable(kProfile); !profile.isEmpty())
        return answerUntilKilled(profile);
    knowAccount();
    const QByteArray seen = killWhenItSays(GetParam());
    ASSERT_FALSE(seen.isEmpty());

    // What it did, to the last line that it wrote.
    QString at;      // where it was
    QString leaving; // where it went from there, if it was on the way
    QHash<QString, QString> given;
    QString answering; // where a key may have been pressed since
    const QList<QByteArray> lines = seen.left(seen.lastIndexOf('\n')).split('\n');
    for (const QByteArray &line : lines) {
        if (!line.startsWith(kSaid))
            continue;
        const QStringList words = QString::fromUtf8(line.mid(static_cast<int>(qstrlen(kSaid)))).split(QLatin1Char(' '));
        answering.clear();
        if (words.at(0) == QLatin1String("to")) {
            leaving = words.at(1);
        } else if (words.at(0) == QLatin1String("at")) {
            at = words.at(1);
            answering = at;
            leaving.clear();
        } else if (!words.at(2).isEmpty()) {
            given.insert(words.at(1), words.at(2));
        }
    }
    ASSERT_FALSE(at.isEmpty()) << seen.constData();

    startUnlocked();
    ASSERT_TRUE(QTest::qWaitFor([this] { return page() != nullptr && page()->isVisible(); })) << qPrintable(messages());
    EXPECT_TRUE(page()->currentItem() == at || (!leaving.isEmpty() && page()->currentItem() == leaving))
        << qPrintable(page()->currentItem()) << ", and it was at " << qPrintable(at) << " on the way to "
        << qPrintable(leaving);
    for (auto answer = given.cbegin(); answer != given.cend(); ++answer)
        EXPECT_EQ(stored(qPrintable(answer.key())), answer.value()) << qPrintable(answer.key());
    const QStringList kept = page()->model()->context()->inspection.answers().keys();
    for (const QString &code : kept)
        EXPECT_TRUE(given.contains(code) || code == answering) << qPrintable(code) << " was answered by nobody";
    EXPECT_TRUE(movedAside().isEmpty());
}

/// Where it is when it is killed: on the way, before an answer, behind one, at the first and further on.
INSTANTIATE_TEST_SUITE_P(Moments, Killed,
                         testing::Values("at A-02", "given A-02", "to C-02", "at C-05", "given C-05", "given E-01"));

/// Of the field of this name: a line, or the city, where half a name is no city yet.
class KilledInAForm : public KilledProgram, public testing::WithParamInterface<const char *>
{
protected:
    QJsonObject kept() { return *m_app->session()->unfinished(); }
    QJsonValue keptWords()
    {
        const QJsonValue words = kept()
                                     .value(QStringLiteral("form"))
                                     .toObject()
                                     .value(QStringLiteral("fields"))
                                     .toObject()
                                     .value(QLatin1String(GetParam()));
        return words.isObject() ? words.toObject().value(QStringLiteral("typed")) : words;
    }
    ui::BuildingForm *form() { return m_app->window()->findChild<ui::BuildingForm *>(); }
    QLineEdit *field()
    {
        auto *named = form()->findChild<QWidget *>(QLatin1String(GetParam()));
        auto *list = qobject_cast<QComboBox *>(named);
        return list != nullptr ? list->lineEdit() : qobject_cast<QLineEdit *>(named);
    }
    void typeUntilKilled(const QString &profile)
    {
        startKilled(profile);
        Q_EMIT m_app->window()->findChild<ui::WorkPage *>()->newBuildingRequested();
        ASSERT_TRUE(QTest::qWaitFor([this] { return form()->isVisible(); }));
        field()->setFocus();
        // The turn of the page is written down before a word is typed, and the keyboard stays in the field.
        ASSERT_TRUE(QTest::qWaitFor(
            [this] { return kept().value(QStringLiteral("page")).toString() == QLatin1String("building-form"); }));
        QTest::keyClicks(field(), kWords);
        const bool there = QTest::qWaitFor([this] { return keptWords() == kWords; }, 20'000);
        std::printf("%styped %s\n", kSaid, there ? "and kept" : "and not kept");
        std::fflush(stdout);
        goOnUntilKilled();
    }
    const QString kWords = QStringLiteral("Half a na");
};

TEST_P(KilledInAForm, theNextStart_leadsBackToTheFormWithItsWords)
{
    if (const QString profile = qEnvironmentVariable(kProfile); !profile.isEmpty())
        return typeUntilKilled(profile);
    knowAccount();
    EXPECT_TRUE(killWhenItSays("typed").contains("typed and kept"));
    startUnlocked();
    ASSERT_NE(form(), nullptr);
    ASSERT_TRUE(QTest::qWaitFor([this] { return form()->isVisible(); })) << qPrintable(messages());
    EXPECT_EQ(field()->text(), kWords);
}

INSTANTIATE_TEST_SUITE_P(Fields, KilledInAForm, testing::Values("name", "city"));

/// Killed while words are typed in a visit, without a pause. Of the place by this name.
class KilledAtWords : public KilledProgram, public testing::WithParamInterface<const char *>
{
protected:
    const QString kWords = QStringLiteral("Half a se");
    const QString kNumber = QStringLiteral("34");

    bool is(const char *place) { return qstrcmp(GetParam(), place) == 0; }
    ui::ItemRow *row(const char *code)
    {
        if (page()->currentItem() != QLatin1String(code)) // else the keyboard stays where it is
            page()->goToItem(QLatin1String(code));
        for (ui::ItemRow *row : page()->findChildren<ui::ItemRow *>()) {
            if (row->code() == QLatin1String(code) && !row->isHidden())
                return row;
        }
        qFatal("no row %s", code);
    }
    /// The field of the place, on the page that is shown.
    QWidget *field()
    {
        if (is("visit"))
            return m_app->window()->findChild<QPlainTextEdit *>(QStringLiteral("visitNote"));
        if (is("finding"))
            return page()->findChild<QPlainTextEdit *>(QStringLiteral("findingDescription"));
        if (is("number"))
            return row("C-03")->editor()->findChild<QLineEdit *>();
        if (is("note"))
            return row("C-02")->findChild<QPlainTextEdit *>();
        for (QLineEdit *line : row("C-16")->findChildren<QLineEdit *>()) {
            if (line->accessibleName().startsWith(QLatin1String("Why")))
                return line;
        }
        return nullptr;
    }
    QString words()
    {
        QWidget *shown = field();
        if (shown == nullptr || shown->isHidden())
            return {};
        const auto *line = qobject_cast<QLineEdit *>(shown);
        return line != nullptr ? line->text() : qobject_cast<QPlainTextEdit *>(shown)->toPlainText();
    }
    QString typed() { return is("number") ? kNumber : kWords; }
    /// Leads to the field, and types.
    void type()
    {
        openDraft();
        if (is("visit"))
            Q_EMIT m_app->window()->findChild<ui::SubmitPage *>()->notPossibleRequested(page()->inspectionId());
        if (is("finding")) {
            page()->goToItem(QStringLiteral("C-02"));
            QTest::keyClick(page(), Qt::Key_N);
            page()->findChild<QPushButton *>(QStringLiteral("raiseFinding"))->click();
        }
        if (is("reason")) {
            page()->goToItem(QStringLiteral("C-16"));
            QTest::keyClick(page(), Qt::Key_A);
        }
        field()->setFocus();
        QTest::keyClicks(field(), typed());
        if (is("finding"))
            Q_EMIT page()->backRequested(); // what was begun is looked at again later
    }
    bool isKept()
    {
        const QByteArray all = QJsonDocument(*m_app->session()->unfinished()).toJson();
        return all.contains((is("number") ? QByteArray("\"typed\": \"") : QByteArray("\"")) + typed().toUtf8());
    }
    void typeUntilKilled(const QString &profile)
    {
        startKilled(profile);
        type();
        QWidget *typing = is("finding") ? m_app->window() : field();
        for (const QDeadlineTimer end(20'000); !isKept() && !end.hasExpired();) {
            QTest::keyClick(typing, Qt::Key_Space);
            QTest::keyClick(typing, Qt::Key_Backspace);
            QCoreApplication::processEvents();
        }
        std::printf("%styped %s\n", kSaid, isKept() ? "and kept" : "and not kept");
        std::fflush(stdout);
        goOnUntilKilled();
    }
    void expectWords()
    {
        if (is("finding")) {
            EXPECT_FALSE(page()->isVisible());
            const QStringList drafts =
                m_app->session()->unfinished()->value(QStringLiteral("checklists")).toObject().keys();
            ASSERT_EQ(drafts.size(), 1);
            Q_EMIT m_app->window()->findChild<ui::WorkPage *>()->inspectionRequested(drafts.first());
            page()->goToItem(QStringLiteral("C-02"));
        }
        EXPECT_EQ(words().trimmed(), typed());
    }
};

TEST_P(KilledAtWords, theNextStart_hasThem)
{
    if (const QString profile = qEnvironmentVariable(kProfile); !profile.isEmpty())
        return typeUntilKilled(profile);
    knowAccount();
    EXPECT_TRUE(killWhenItSays("typed").contains("typed and kept"));
    startUnlocked();
    ASSERT_TRUE(atDesk());
    expectWords();
}

TEST_P(KilledAtWords, alsoBehindALock)
{
    knowAccount();
    startUnlocked();
    type();
    m_app->lock(ui::LockReason::Asked);
    ASSERT_TRUE(atUnlock());
    unlock();
    ASSERT_TRUE(atDesk());
    expectWords();
}

INSTANTIATE_TEST_SUITE_P(Places, KilledAtWords, testing::Values("note", "visit", "finding", "reason", "number"));

} // namespace
} // namespace markaz::desktop

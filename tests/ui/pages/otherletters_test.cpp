// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that stand for an action by their letter, under a layout that puts Urdu letters on them. What comes is what
// Qt makes of X11's events under the layouts for Pakistan (xkeyboard-config, symbols/pk): the letter as key and text,
// and the place of the key, which is the kernel's number and 8.
#include "tests/ui/support/deskfixture.h"

#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/work/visitlist.h"
#include "ui/pages/work/workpage.h"
#include "ui/widgets/answers/itemrow.h"
#include "ui/widgets/letterkey.h"
#include "ui/widgets/segmentedanswer.h"

#include <QFileDialog>
#include <QPlainTextEdit>

#include <gtest/gtest.h>

#include <array>
#include <ostream>

namespace markaz::ui {
namespace {

using namespace test;

/// One layout's letters on the keys that a QWERTY keyboard has as Y, N, A, M, P, F and O.
struct Layout
{
    const char *name;
    const char16_t *letters;
};

void PrintTo(const Layout &layout, std::ostream *out)
{
    *out << layout.name;
}

class OtherLetters : public DeskFixture, public testing::WithParamInterface<Layout>
{
protected:
    /// Presses the key that is \p latin elsewhere.
    static void press(QWidget *widget, char latin)
    {
        static const QByteArray kKeys("YNAMPFO");
        constexpr std::array<quint32, 7> kPlaces{21, 49, 30, 50, 25, 33, 24};
        const auto index = kKeys.indexOf(latin);
        ASSERT_TRUE(widget != nullptr && index >= 0);
        const QChar letter(GetParam().letters[index]);
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, letter.unicode(), Qt::NoModifier, kPlaces.at(index) + 8, 0x1000000 + letter.unicode(),
                            0, QString(letter));
            QApplication::sendEvent(widget, &event);
        }
    }
};

TEST_P(OtherLetters, answerAndLeadOnTheInspectionPage)
{
    QHash<QString, Answer> answers = perfect();
    answers.remove(QStringLiteral("I-02"));
    const QString id = draftWith(visitedBuilding(), answers);
    attachAll(id);
    auto page = std::make_unique<InspectionPage>(services());
    page->resize(1366, 640);
    present(*page);
    page->open(id);
    const auto at = [&page](const char *code) {
        page->goToItem(QLatin1String(code));
        settle();
        page->setFocus();
        return rowFor(*page, code);
    };
    at("C-02");
    press(page.get(), 'N');
    EXPECT_EQ(storedValue(id, "C-02"), QStringLiteral("no"));
    press(page.get(), 'Y');
    EXPECT_EQ(storedValue(id, "C-02"), QStringLiteral("yes"));
    press(page.get(), 'F');
    EXPECT_EQ(page->currentItem(), QStringLiteral("I-02"));

    ItemRow *row = at("C-02");
    press(page.get(), 'M');
    auto *note = row->findChild<QPlainTextEdit *>();
    ASSERT_TRUE(note != nullptr && note->hasFocus());
    press(note, 'N'); // in a text it is the letter
    EXPECT_EQ(note->toPlainText(), QString(QChar(GetParam().letters[1])));
    QTest::keyClick(note, Qt::Key_Escape);
    press(page.get(), 'P');
    auto *dialog = page->findChild<QFileDialog *>();
    ASSERT_NE(dialog, nullptr);
    dialog->reject();
    at("C-02");
    ASSERT_EQ(messagesOf(*page), QString());
    press(page.get(), 'A');
    EXPECT_TRUE(messagesOf(*page).contains(QStringLiteral("C-02 always applies"))) << qPrintable(messagesOf(*page));
    leave(page);
}

TEST_P(OtherLetters, answerInTheControlItself)
{
    SegmentedAnswer answer;
    answer.setNotApplicableAllowed(true);
    present(answer);
    answer.button(QStringLiteral("yes"))->setFocus();
    press(QApplication::focusWidget(), 'N');
    EXPECT_EQ(answer.answer(), QStringLiteral("no"));
    press(QApplication::focusWidget(), 'Y');
    EXPECT_EQ(answer.answer(), QStringLiteral("yes"));
    press(QApplication::focusWidget(), 'A');
    EXPECT_EQ(answer.answer(), QStringLiteral("na"));
    press(QApplication::focusWidget(), 'M'); // means nothing here
    EXPECT_EQ(answer.answer(), QStringLiteral("na"));
}

TEST_P(OtherLetters, reportAVisitThatCouldNotBeMade)
{
    const QString assigned = assignment(building("LHE", 1), "open");
    auto page = std::make_unique<WorkPage>(services());
    page->resize(1366, 640);
    present(*page);
    page->setFocus();
    QSignalSpy reports(page.get(), &WorkPage::notPossibleRequested);
    press(page->visits(), 'O');
    ASSERT_EQ(reports.count(), 1);
    EXPECT_EQ(reports.first().first().toString(), assigned);
    leave(page);
}

INSTANTIATE_TEST_SUITE_P(Layouts, OtherLetters,
                         testing::Values(Layout{"urd-phonetic and urd-crulp",
                                                u"\u06d2\u0646\u0627\u0645\u067e\u0641\u06c1"},
                                         Layout{"urd-nla", u"\u067e\u063a\u0645\u0639\u062d\u0646\u062c"}));

int keyOf(int key, quint32 place)
{
    return letterKey(QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier, place, 0, 0));
}

TEST(LetterKey, leavesWhatIsNoLetterOfAnotherScript)
{
    EXPECT_EQ(keyOf(Qt::Key_N, 30 + 8), Qt::Key_N) << "a Latin layout says itself which letter it is";
    EXPECT_EQ(keyOf(Qt::Key_Left, 30 + 8), Qt::Key_Left);
    EXPECT_EQ(keyOf(Qt::Key_unknown, 30 + 8), Qt::Key_unknown);
    EXPECT_EQ(keyOf(0x646, 0), 0x646) << "of a keyboard on the screen";
    EXPECT_EQ(keyOf(0x61b, 39 + 8), 0x61b) << "the key of the semicolon";
    EXPECT_EQ(keyOf(0x642, 16 + 8), Qt::Key_Q);
    EXPECT_EQ(keyOf(0x645, 50 + 8), Qt::Key_M);
}

} // namespace
} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers, chips, filters and the marks of focus, by real keys and clicks.
#include "tests/ui/uitest.h"

#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/keyfigure.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segmentedanswer.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/verdictbar.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <gtest/gtest.h>

#include <memory>

namespace markaz::ui {
namespace {

QColor solid(Status status)
{
    return Theme().status(status).solid;
}

TEST(QtWords, theFileDialogAndTheMenuOfAField_areUrduToo)
{
    test::ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    static const QRegularExpression latin(QStringLiteral("[A-Za-z]"));
    for (QFileDialog::AcceptMode mode : {QFileDialog::AcceptOpen, QFileDialog::AcceptSave}) {
        QFileDialog dialog(nullptr, QString::fromUtf8("عنوان"));
        dialog.setOption(QFileDialog::DontUseNativeDialog);
        dialog.setAcceptMode(mode);
        test::present(dialog);
        QStringList words;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            words.append(label->text());
        for (const QAbstractButton *button : dialog.findChildren<QAbstractButton *>())
            words.append(button->text() + button->toolTip());
        for (const QComboBox *choice : dialog.findChildren<QComboBox *>()) {
            if (choice->objectName() == QLatin1String("fileTypeCombo"))
                words.append(choice->itemText(0));
        }
        const auto *files = dialog.findChild<QTreeView *>();
        ASSERT_NE(files, nullptr);
        for (int column = 0; column < 4; ++column) {
            words.append(files->model()->headerData(column, Qt::Horizontal).toString());
            EXPECT_FALSE(words.last().isEmpty()) << column;
        }
        EXPECT_FALSE(words.join(QString()).contains(latin)) << qPrintable(words.join(QStringLiteral(" | ")));
    }
    QLineEdit line;
    QPlainTextEdit lines;
    for (QMenu *made : {line.createStandardContextMenu(), lines.createStandardContextMenu()}) {
        const std::unique_ptr<QMenu> menu(made);
        EXPECT_GE(menu->actions().size(), 6);
        for (const QAction *action : menu->actions()) {
            const QString words = action->text().section(QLatin1Char('\t'), 0, 0);
            EXPECT_FALSE(words.contains(latin)) << qPrintable(words);
            EXPECT_NE(words.isEmpty(), !action->isSeparator());
        }
    }
}

TEST(ElidedLabel, givesWay_andSaysAllOfIt)
{
    QWidget page;
    auto *row = new QHBoxLayout(&page);
    auto *label = new ElidedLabel(&page);
    label->setText(QStringLiteral("Follow-up of a building that has a long name"));
    row->addWidget(label);
    page.resize(700, 40);
    test::present(page);
    EXPECT_FALSE(label->isElided());
    const QImage whole = test::pictureOf(*label);
    page.resize(160, 40);
    QCoreApplication::processEvents();
    EXPECT_EQ(page.width(), 160) << "it does not hold the page open";
    EXPECT_TRUE(label->isElided());
    EXPECT_EQ(label->text(), QStringLiteral("Follow-up of a building that has a long name"));
    // The words begin as before, and what stands at their end is an ellipsis and not the words' own next letters.
    const QImage cut = test::pictureOf(*label);
    const QRect begin(0, 0, label->width() / 2, label->height());
    const QRect end(label->width() / 2, 0, label->width() - label->width() / 2, label->height());
    EXPECT_EQ(cut.copy(begin), whole.copy(begin));
    EXPECT_NE(cut.copy(end), whole.copy(end));
    EXPECT_GT(test::count(cut.copy(begin), Theme().colour(Colour::Text)), 0) << "and they are painted";
}

TEST(EnterPresses, theButtonThatHasTheKeyboard_onceAndNoOther)
{
    QWidget page;
    auto *row = new QHBoxLayout(&page);
    auto *line = new QLineEdit(&page);
    auto *ask = new QPushButton(QStringLiteral("Waive"), &page);
    auto *now = new QPushButton(QStringLiteral("Waive now"), &page);
    for (QWidget *part : {static_cast<QWidget *>(line), static_cast<QWidget *>(ask), static_cast<QWidget *>(now)})
        row->addWidget(part);
    QSignalSpy asked(ask, &QPushButton::clicked);
    QSignalSpy done(now, &QPushButton::clicked);
    QObject::connect(ask, &QPushButton::clicked, now, [now] { now->setFocus(); });
    test::present(page);
    ask->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_EQ(asked.size(), 1);
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
    QApplication::sendEvent(QApplication::focusWidget(), &held);
    EXPECT_EQ(done.size(), 0) << "held, it confirms nothing";
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter, Qt::KeypadModifier);
    EXPECT_EQ(done.size(), 1);
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_EQ(asked.size() + done.size(), 2) << "a line presses no button";
    now->setEnabled(false);
    QTest::keyClick(now, Qt::Key_Return);
    EXPECT_EQ(done.size(), 1);
}

TEST(SegmentedAnswer, keysAnswerAndEmitOnce)
{
    SegmentedAnswer answer;
    answer.setNotApplicableAllowed(true);
    QSignalSpy spy(&answer, &SegmentedAnswer::answered);
    test::present(answer);
    answer.button(QStringLiteral("yes"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N);
    ASSERT_EQ(spy.size(), 1);
    EXPECT_EQ(spy.at(0).at(0).toString(), QStringLiteral("no"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A);
    EXPECT_EQ(answer.answer(), QStringLiteral("na"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    EXPECT_EQ(answer.answer(), QStringLiteral("no"));
    EXPECT_EQ(spy.size(), 3);
}

TEST(SegmentedAnswer, clickAnswersAndSetAnswerIsSilent)
{
    SegmentedAnswer answer;
    QSignalSpy spy(&answer, &SegmentedAnswer::answered);
    test::present(answer);
    answer.setAnswer(QStringLiteral("no"));
    EXPECT_EQ(spy.size(), 0);
    QTest::mouseClick(answer.button(QStringLiteral("yes")), Qt::LeftButton);
    ASSERT_EQ(spy.size(), 1);
    EXPECT_EQ(answer.answer(), QStringLiteral("yes"));
    answer.setAnswer({});
    EXPECT_TRUE(answer.answer().isEmpty());
}

TEST(SegmentedAnswer, withoutNotApplicableTheKeyDoesNothing)
{
    SegmentedAnswer answer;
    QSignalSpy spy(&answer, &SegmentedAnswer::answered);
    test::present(answer);
    answer.button(QStringLiteral("yes"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A);
    EXPECT_EQ(spy.size(), 0);
    EXPECT_EQ(answer.button(QStringLiteral("na")), nullptr);
}

TEST(SegmentedAnswer, colourFollowsTheCreditAndNotTheWord)
{
    SegmentedAnswer answer;
    answer.resize(answer.sizeHint());
    answer.setAnswer(QStringLiteral("yes"));
    EXPECT_GT(test::count(test::pictureOf(answer), solid(Status::Ok)), 300);
    answer.setCredits(0, 10'000); // a reversed item
    EXPECT_GT(test::count(test::pictureOf(answer), solid(Status::Bad)), 300);
    EXPECT_EQ(test::count(test::pictureOf(answer), solid(Status::Ok)), 0);
    answer.setAnswer(QStringLiteral("no"));
    EXPECT_GT(test::count(test::pictureOf(answer), solid(Status::Ok)), 300);
}

TEST(SegmentedAnswer, choosingMovesNothing)
{
    SegmentedAnswer answer;
    const QSize before = answer.sizeHint();
    answer.setAnswer(QStringLiteral("no"));
    EXPECT_EQ(answer.sizeHint(), before);
    EXPECT_GE(answer.button(QStringLiteral("yes"))->sizeHint().width(), 60);
    EXPECT_EQ(answer.button(QStringLiteral("yes"))->sizeHint().height(), 32);
}

TEST(SegmentedControl, isOneStopOfTab)
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *control = new SegmentedControl;
    auto *after = new QLineEdit;
    layout->addWidget(control);
    layout->addWidget(after);
    control->setSegments(
        {{QStringLiteral("list"), QStringLiteral("List"), {}}, {QStringLiteral("map"), QStringLiteral("Map"), {}}});
    control->setCurrent(QStringLiteral("list"));
    test::present(window);
    control->button(QStringLiteral("list"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), after);
}

TEST(FilterChip, saysWhatIsChosen)
{
    FilterChip chip(QStringLiteral("Tier"));
    chip.setOptions({{QStringLiteral("1"), QStringLiteral("1")},
                     {QStringLiteral("2"), QStringLiteral("2")},
                     {QStringLiteral("3"), QStringLiteral("3")},
                     {QStringLiteral("4"), QStringLiteral("4")}});
    EXPECT_EQ(chip.summary(), QStringLiteral("All"));
    chip.setChosen({QStringLiteral("2"), QStringLiteral("1")});
    EXPECT_EQ(chip.summary(), QStringLiteral("1 and 2"));
    EXPECT_EQ(chip.chosen(), (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
    chip.setChosen({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("4")});
    EXPECT_EQ(chip.summary(), QStringLiteral("3 of 4"));
    EXPECT_EQ(chip.accessibleName(), QStringLiteral("Tier 3 of 4"));
    chip.setChosen({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")});
    EXPECT_TRUE(chip.chosen().isEmpty()); // all of them is no filter
}

TEST(FilterChip, severalAreChosenWithoutTheMenuClosing)
{
    FilterChip chip(QStringLiteral("Stage"));
    chip.setOptions({{QStringLiteral("a"), QStringLiteral("A")},
                     {QStringLiteral("b"), QStringLiteral("B")},
                     {QStringLiteral("c"), QStringLiteral("C")}});
    QSignalSpy spy(&chip, &FilterChip::chosenChanged);
    test::present(chip);
    QMenu *menu = chip.menu();
    menu->popup(chip.mapToGlobal(QPoint(0, 32)));
    const auto click = [menu](int action) {
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().at(action)).center());
    };
    click(2);
    click(3);
    EXPECT_TRUE(menu->isVisible());
    EXPECT_EQ(spy.size(), 2);
    EXPECT_EQ(chip.chosen(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    menu->close();
    chip.clear();
    EXPECT_EQ(spy.size(), 3);
    chip.clear();
    EXPECT_EQ(spy.size(), 3); // no change, no signal
}

TEST(FilterChip, ofALongListWhatIsTypedIsOffered)
{
    FilterChip chip(QStringLiteral("City"));
    QList<FilterOption> cities;
    for (int i = 1; i <= 60; ++i)
        cities.append({QString::number(i), QStringLiteral("Sample town %1").arg(i)});
    cities.append({QStringLiteral("q"), QStringLiteral("Qila Sample")});
    chip.setOptions(cities);
    QSignalSpy spy(&chip, &FilterChip::chosenChanged);
    test::present(chip);
    QMenu *menu = chip.menu();
    const auto words = [menu] {
        QStringList all;
        for (const QAction *action : menu->actions()) {
            if (action->data().isValid())
                all.append(action->text());
        }
        return all;
    };
    const auto open = [&] {
        menu->popup(chip.mapToGlobal(QPoint(0, 32)));
        ASSERT_TRUE(QTest::qWaitFor([menu] { return menu->isVisible(); }));
    };
    open();
    EXPECT_EQ(words().size(), FilterChip::kOffered);
    EXPECT_EQ(menu->actions().constLast()->text(), QStringLiteral("49 more: type a part of the name"));
    const int height = menu->height();
    // The click that opened the menu is let go where an option lies by now.
    QTest::mouseRelease(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().at(5)).center());
    EXPECT_EQ(chip.chosen(), QStringList());
    auto *finder = menu->findChild<QLineEdit *>(QStringLiteral("filterFinder"));
    ASSERT_NE(finder, nullptr);
    QTest::keyClicks(menu, QStringLiteral("qila"));
    EXPECT_EQ(finder->text(), QStringLiteral("qila"));
    EXPECT_EQ(words(), QStringList{QStringLiteral("Qila Sample")});
    EXPECT_EQ(menu->height(), height) << "it does not jump while one types";
    QTest::keyClick(finder, Qt::Key_Return);
    EXPECT_EQ(chip.chosen(), QStringList{QStringLiteral("q")});
    menu->close();

    open(); // what is chosen stands first, and may be let go
    EXPECT_EQ(words().constFirst(), QStringLiteral("Qila Sample"));
    QTest::keyClicks(finder, QStringLiteral("town 6"));
    EXPECT_EQ(words(), (QStringList{QStringLiteral("Qila Sample"), QStringLiteral("Sample town 6"),
                                    QStringLiteral("Sample town 60")}));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().constLast()).center());
    EXPECT_TRUE(menu->isVisible());
    EXPECT_EQ(chip.chosen(), (QStringList{QStringLiteral("60"), QStringLiteral("q")}));
    finder->setText(QStringLiteral("xyz"));
    EXPECT_EQ(menu->actions().constLast()->text(), QStringLiteral("No name has these letters"));
    EXPECT_EQ(spy.size(), 2);
    menu->close();
}

TEST(FocusRing, liesAroundTheControlAndFollowsTheKeyboard)
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(20);
    auto *first = new QPushButton(QStringLiteral("First"));
    auto *second = new QPushButton(QStringLiteral("Second"));
    layout->addWidget(first);
    layout->addWidget(second);
    test::present(window);
    first->setFocus();
    const QColor focus = Theme().colour(Colour::Focus);
    auto *ring = window.findChild<FocusRing *>();
    ASSERT_NE(ring, nullptr);
    EXPECT_EQ(ring->geometry(), first->geometry().adjusted(-4, -4, 4, 4));
    const QImage image = test::pictureOf(window);
    EXPECT_GT(test::count(image.copy(ring->geometry()), focus), 200);
    // Two pixels of ground stand between the control and its ring.
    EXPECT_EQ(image.pixelColor(first->geometry().center().x(), first->geometry().top() - 1),
              Theme().colour(Colour::Window));
    QTest::keyClick(first, Qt::Key_Tab);
    EXPECT_EQ(ring->geometry(), second->geometry().adjusted(-4, -4, 4, 4));
    second->setEnabled(false);
    second->hide();
    EXPECT_FALSE(ring->isVisible() && ring->geometry().intersects(second->geometry()));
}

TEST(VerdictBar, linkLeadsToTheItem)
{
    VerdictBar bar;
    VerdictContent content;
    content.status = Status::Bad;
    content.lead = QStringLiteral("Tier 2: 78.4 of 75 – but ");
    content.link = QStringLiteral("exits unlocked (C-02)");
    content.linkTarget = QStringLiteral("C-02");
    content.tail = QStringLiteral(" fails");
    content.scoreBp = 7840;
    content.passBp = 7500;
    content.floors = {{QStringLiteral("C"), 6420, false}};
    bar.setContent(content);
    bar.resize(1302, 64);
    test::present(bar);
    QSignalSpy spy(&bar, &VerdictBar::linkActivated);
    auto *sentence = bar.findChildren<QLabel *>().at(1);
    const int lead = QFontMetrics(sentence->font()).horizontalAdvance(content.lead);
    QTest::mouseClick(sentence, Qt::LeftButton, {}, QPoint(lead + 30, sentence->height() / 2));
    ASSERT_EQ(spy.size(), 1);
    EXPECT_EQ(spy.at(0).at(0).toString(), QStringLiteral("C-02"));
    EXPECT_EQ(bar.accessibleName(), QStringLiteral("Tier 2: 78.4 of 75 – but exits unlocked (C-02) fails"));
    EXPECT_EQ(test::pictureOf(bar).pixelColor(600, 0), Theme().status(Status::Bad).solid);
    bar.resize(700, 64);
    EXPECT_FALSE(bar.findChild<ScoreTrack *>()->isVisible());
}

TEST(KeyFigure, opensByMouseAndByKey)
{
    KeyFigure figure;
    figure.setContent({QStringLiteral("Certified"), QStringLiteral("96"), QStringLiteral("of 250"),
                       QStringLiteral("57 behind"), Status::Bad, QStringLiteral("triangle")});
    figure.resize(200, 90);
    QSignalSpy spy(&figure, &KeyFigure::activated);
    test::present(figure);
    figure.setFocus();
    QTest::keyClick(&figure, Qt::Key_Return);
    QTest::mouseClick(&figure, Qt::LeftButton);
    EXPECT_EQ(spy.size(), 2);
    EXPECT_EQ(figure.accessibleName(), QStringLiteral("Certified: 96 of 250. 57 behind"));
}

TEST(PageHeader, backIsOffered)
{
    PageHeader header(PageHeader::Kind::Docked);
    header.setTitle(QStringLiteral("Sample works"));
    QSignalSpy spy(&header, &PageHeader::backRequested);
    header.resize(800, 56);
    test::present(header);
    auto *back = header.findChild<QToolButton *>();
    EXPECT_EQ(back->accessibleName(), QStringLiteral("Back"));
    QTest::mouseClick(back, Qt::LeftButton);
    EXPECT_EQ(spy.size(), 1);
}

TEST(TableView, enterOpensTheRowAndTabLeaves)
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *table = new TableView;
    auto *after = new QLineEdit;
    layout->addWidget(table);
    layout->addWidget(after);
    QStandardItemModel model(3, 2);
    table->setModel(&model);
    QSignalSpy spy(table, &TableView::opened);
    test::present(window);
    table->setFocus();
    table->setCurrentIndex(model.index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    ASSERT_EQ(spy.size(), 1);
    EXPECT_EQ(spy.at(0).at(0).toModelIndex().row(), 1);
    QTest::keyClick(table, Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), after);
    EXPECT_EQ(table->rowHeight(0), 36);
}

TEST(TableView, aHundredThousandRowsCostNoLayout)
{
    QStandardItemModel model(100'000, 3);
    TableView table;
    table.setModel(&model);
    table.resize(600, 400);
    test::present(table);
    table.scrollToBottom();
    EXPECT_EQ(table.rowAt(table.viewport()->height() - 5), 99'999);
}

/// At the foot of a sheet the button stays where it is while the question appears above it.
TEST(AskTwice, aDoubleClick_asksAndAnswersNothing)
{
    QWidget sheet;
    auto *column = new QVBoxLayout(&sheet);
    auto *ask = new AskTwice(QStringLiteral("do"), QStringLiteral("leave"), &sheet);
    ask->setWords(QStringLiteral("Revoke"), QStringLiteral("Revoke it"), QStringLiteral("Nothing takes this back."));
    column->addStretch();
    column->addWidget(ask);
    sheet.resize(400, 300);
    QSignalSpy spy(ask, &AskTwice::confirmed);
    test::present(sheet);
    auto *button = ask->findChild<QPushButton *>(QStringLiteral("do"));
    // As the window system sends it: to a widget QTest would send the second press alone.
    QTest::mouseDClick(sheet.windowHandle(), Qt::LeftButton, {}, button->mapTo(&sheet, button->rect().center()));
    EXPECT_EQ(spy.size(), 0);
    EXPECT_EQ(button->text(), QStringLiteral("Revoke it"));
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(spy.size(), 1);
}

TEST(EmptyPage, offersWhatComesNext)
{
    EmptyPage page;
    page.setContent(QStringLiteral("view-task"), QStringLiteral("No visit is assigned to you."),
                    QStringLiteral("Register a building"));
    QSignalSpy spy(&page, &EmptyPage::activated);
    page.resize(400, 400);
    test::present(page);
    QTest::mouseClick(page.button(), Qt::LeftButton);
    EXPECT_EQ(spy.size(), 1);
}

} // namespace
} // namespace markaz::ui

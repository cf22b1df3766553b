// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "tests/ui/uitest.h"

#include <QLabel>
#include <QPushButton>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

TEST(MessageBar, saysFactThenSafeThenNextAndOffersOneWay)
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *area = new MessageArea;
    layout->addWidget(area);
    window.resize(900, 200);
    int done = 0;
    Message message = Message::of(makeError(ErrorCode::NetworkUnreachable, QStringLiteral("ECONNREFUSED")));
    message.action = QStringLiteral("Show what waits");
    area->post(QStringLiteral("net"), message, [&done] { ++done; });
    test::present(window);
    MessageBar *bar = area->bar(QStringLiteral("net"));
    ASSERT_NE(bar, nullptr);
    EXPECT_GE(bar->height(), 40);
    EXPECT_FALSE(bar->accessibleName().contains(QStringLiteral("ECONNREFUSED")));
    QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
    EXPECT_EQ(done, 1);
    EXPECT_GT(test::count(test::pictureOf(*bar), Theme().status(Status::Bad).ground), 1000);
    area->post(QStringLiteral("net"), message);
    EXPECT_EQ(area->bar(QStringLiteral("net")), bar) << "nobody is told twice";
    message.sentence.next = QStringLiteral("Look at the cable.");
    area->post(QStringLiteral("net"), message);
    EXPECT_NE(area->bar(QStringLiteral("net")), bar) << "news of one matter replaces the old";
    EXPECT_EQ(area->bar(QStringLiteral("net"))->message().sentence.next, QStringLiteral("Look at the cable."));
    QTest::mouseClick(area->bar(QStringLiteral("net"))->findChild<QToolButton *>(), Qt::LeftButton);
    EXPECT_EQ(area->bar(QStringLiteral("net")), nullptr);
    EXPECT_FALSE(area->isVisible());
}

TEST(MessageBar, aNameThatRunsTheOtherWay_doesNotTurnTheSentenceRound)
{
    MessageBar bar;
    bar.setMessage({Status::Ok, {QStringLiteral("عائشہ خان (a.khan) is added."), {}, {}}, {}, {}, true});
    const auto labels = bar.findChildren<QLabel *>();
    QTextDocument words;
    for (const QLabel *label : labels) {
        if (label->text().contains(QStringLiteral("is added")))
            words.setHtml(label->text());
    }
    ASSERT_FALSE(words.isEmpty());
    EXPECT_EQ(words.firstBlock().textDirection(), Qt::LeftToRight);
}

TEST(MessageArea, showsThreeAtMost_theWorstThenTheNewest_andCountsTheOthers)
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *area = new MessageArea;
    layout->addWidget(area);
    window.resize(900, 500);
    test::present(window);
    const auto post = [area](const char *key, Status status) {
        area->post(QLatin1String(key), {status, {QLatin1String(key), {}, {}}, {}, {}, true});
    };
    const auto shown = [area] {
        QStringList keys;
        for (const char *key : {"a", "b", "c", "d", "e"}) {
            const MessageBar *bar = area->bar(QLatin1String(key));
            if (bar != nullptr && bar->isVisible())
                keys.append(QLatin1String(key));
        }
        return keys.join(QLatin1Char(' '));
    };
    auto *more = area->findChild<QPushButton *>(QStringLiteral("moreMessages"));
    post("a", Status::Info);
    post("b", Status::Bad);
    post("c", Status::Ok);
    EXPECT_EQ(shown(), QStringLiteral("a b c"));
    EXPECT_FALSE(more->isVisible());
    post("d", Status::Info);
    EXPECT_EQ(shown(), QStringLiteral("b c d"));
    EXPECT_EQ(more->text(), QStringLiteral("Show 1 more message"));
    post("e", Status::Warn);
    EXPECT_EQ(shown(), QStringLiteral("b d e")) << "what went wrong is not pushed away by news";
    EXPECT_EQ(more->text(), QStringLiteral("Show 2 more messages"));
    QTest::mouseClick(more, Qt::LeftButton);
    EXPECT_EQ(shown(), QStringLiteral("a b c d e"));
    EXPECT_FALSE(more->isVisible());
    area->withdraw(QStringLiteral("b"));
    area->withdraw(QStringLiteral("e"));
    EXPECT_EQ(shown(), QStringLiteral("a c d"));
    post("e", Status::Info);
    EXPECT_EQ(shown(), QStringLiteral("c d e")) << "the wish was for those that there were";
    area->withdrawClosable();
    EXPECT_FALSE(area->isVisible());
}

TEST(MessageBar, growsInsteadOfCuttingItsWords)
{
    MessageBar bar;
    bar.setMessage(Message::of(makeError(ErrorCode::StorageCorrupt, {})));
    bar.resize(360, bar.heightForWidth(360) > 0 ? bar.heightForWidth(360) : bar.sizeHint().height());
    test::present(bar);
    const auto *text = bar.findChildren<QLabel *>().last();
    EXPECT_GE(bar.height(), text->heightForWidth(text->width()));
}

} // namespace
} // namespace markaz::ui

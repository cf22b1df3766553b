// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "tests/ui/uitest.h"

#include <QLabel>
#include <QPushButton>
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

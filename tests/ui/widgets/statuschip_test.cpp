// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statuschip.h"

#include "tests/ui/uitest.h"

#include <QPainter>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

TEST(StatusChip, showsItsStatusAndNamesItself)
{
    for (Status status : {Status::Ok, Status::Warn, Status::Bad, Status::Info, Status::Review, Status::Neutral}) {
        StatusChip chip({status, QStringLiteral("check-disc"), QStringLiteral("Word")});
        chip.resize(chip.sizeHint());
        const QImage image = test::pictureOf(chip);
        EXPECT_GT(test::count(image, Theme().status(status).ground), 200) << statusName(status).toStdString();
        EXPECT_GT(test::count(image, Theme().status(status).text), 10) << statusName(status).toStdString();
        EXPECT_EQ(chip.accessibleName(), QStringLiteral("Word"));
        EXPECT_EQ(chip.height(), 22);
    }
    test::ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    EXPECT_EQ(chipSize({Status::Ok, {}, QStringLiteral("x")}).height(), 28);
}

TEST(StatusChip, itsKeptPictureServesNoOtherSchemeAndNoOtherScale)
{
    const ChipContent content{Status::Ok, QStringLiteral("check-disc"), QStringLiteral("Word")};
    const auto painted = [&content](int times) {
        QImage image(chipSize(content) * times, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.scale(times, times);
        paintChip(painter, QRect(QPoint(), chipSize(content)), content, Qt::LeftToRight);
        return image;
    };
    const QImage once = painted(1);
    EXPECT_EQ(painted(1), once);
    const QColor light = Theme().status(Status::Ok).ground;
    EXPECT_GT(test::count(once, light), 200);
    // Four times as large: the icon's round line is drawn in steps of its own and not as blocks of 4 x 4.
    const QImage large = painted(4);
    EXPECT_GT(test::count(large, light), 16 * 200);
    EXPECT_NE(large, once.scaled(large.size()));

    test::ThemeGuard guard(ColourScheme::Dark, Language::English);
    const QImage dark = painted(1);
    EXPECT_EQ(test::count(dark, light), 0);
    EXPECT_GT(test::count(dark, Theme(ColourScheme::Dark, Language::English).status(Status::Ok).ground), 200);
}

} // namespace
} // namespace markaz::ui

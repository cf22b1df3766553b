// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/qrcode.h"
#include "tests/support/qrscan.h"

#include <gtest/gtest.h>

#include <QPainter>

namespace markaz {
namespace {

using test::scanned;

TEST(QrCode, whatIsPainted_isReadBack)
{
    for (const QString &text :
         {QStringLiteral("MKZ1:BB8%69 VD92EX0"), QStringLiteral("A"), QString(1500, QLatin1Char('7')),
          QStringLiteral("https://example.org/verify/PK-2026-000097")}) {
        const auto code = QrCode::of(text);
        ASSERT_TRUE(code);
        EXPECT_EQ(scanned(code->image(4)), text);
    }
}

TEST(QrCode, quietZone_isFourModulesOfWhite)
{
    const auto code = QrCode::of(QStringLiteral("MKZ1:BB8"));
    ASSERT_TRUE(code);
    const QImage image = code->image(3);
    ASSERT_EQ(image.width(), (code->modules() + 8) * 3);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const bool inside = x >= 12 && y >= 12 && x < image.width() - 12 && y < image.height() - 12;
            if (!inside) {
                ASSERT_EQ(image.pixelColor(x, y), QColor(Qt::white)) << x << " " << y;
            }
        }
    }
    EXPECT_EQ(image.pixelColor(12, 12), QColor(Qt::black)); // the finder's corner
}

TEST(QrCode, modules_meetWithoutSeams)
{
    const auto code = QrCode::of(QStringLiteral("MKZ1:BB8"));
    ASSERT_TRUE(code);
    QImage image(1000, 1000, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    code->paint(painter, QRectF(0.3, 0.7, 997.1, 999.9)); // modules at odd fractions of pixels
    painter.end();
    // Straight down the finder's left bar: seven modules of black and nothing lighter between.
    const qreal module = 997.1 / (code->modules() + 8);
    const int x = static_cast<int>(0.3 + 4.5 * module);
    const qreal top = 0.7 + (999.9 - 997.1) / 2 + 4 * module;
    for (int y = static_cast<int>(top) + 2; y < static_cast<int>(top + 7 * module) - 1; ++y)
        ASSERT_EQ(qGray(image.pixel(x, y)), 0) << y;
}

TEST(QrCode, alphanumericText_takesTheSmallerCode)
{
    const QString upper(300, QLatin1Char('A'));
    EXPECT_LT(QrCode::of(upper)->modules(), QrCode::of(upper.toLower())->modules());
}

TEST(QrCode, tooMuchOrNothing_isRefused)
{
    EXPECT_EQ(QrCode::of(QString(5000, QLatin1Char('A'))).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(QrCode::of(QString()).error().code, ErrorCode::InvalidValue);
}

} // namespace
} // namespace markaz

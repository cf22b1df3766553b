// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/codereader.h"

#include "core/reporting/qrcode.h"

#include <gtest/gtest.h>

#include <QPainter>
#include <QRandomGenerator>

namespace markaz {
namespace {

const QString kEnrolment =
    QStringLiteral("markaz-enrol:1?server=https%3A%2F%2Fmarkaz.example&account=a.khan&code=7Q2M-XJ4K-0V9R-TB3C-HZ5N");

QImage codeOf(const QString &text, int dots = 4)
{
    const auto code = QrCode::of(text);
    return code ? code->image(dots) : QImage();
}

/// A desk of grey with these pictures on it, each as \p turn lays it.
QImage photoOf(const QList<QImage> &codes, const QTransform &turn)
{
    QImage photo(1600, 1200, QImage::Format_RGB32);
    photo.fill(QColor(96, 92, 88));
    QPainter painter(&photo);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const QImage &code = codes.at(i);
        painter.setTransform(turn * QTransform::fromTranslate(520 + 700 * static_cast<double>(i), 560));
        painter.drawImage(QRectF(-260, -260, 520, 520), code);
    }
    painter.end();
    QRandomGenerator grain(7);
    for (int y = 0; y < photo.height(); ++y) {
        for (int x = 0; x < photo.width(); ++x) {
            const QColor dot = photo.pixelColor(x, y).darker(100 + static_cast<int>(grain.bounded(60U)));
            photo.setPixelColor(x, y, dot);
        }
    }
    return photo;
}

TEST(CodeReader, whatIsWritten_isReadBackAnyWayRound)
{
    for (const QString &text : {kEnrolment, QStringLiteral("MKZ1:BB8%69 VD92EX0"), QString(900, QLatin1Char('7')),
                                QStringLiteral("نام: مرکز")}) {
        const QImage code = codeOf(text);
        for (int degrees : {0, 90, 180, 270})
            EXPECT_EQ(codesIn(code.transformed(QTransform().rotate(degrees))), QStringList{text}) << degrees;
    }
}

TEST(CodeReader, lightOnDarkAndWithoutAGround_isReadToo)
{
    QImage inverted = codeOf(kEnrolment);
    inverted.invertPixels();
    EXPECT_EQ(codesIn(inverted), QStringList{kEnrolment}) << "as a dark terminal shows it";
    QImage clear = codeOf(kEnrolment).convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < clear.height(); ++y) {
        for (int x = 0; x < clear.width(); ++x) {
            if (qGray(clear.pixel(x, y)) > 127)
                clear.setPixel(x, y, 0);
        }
    }
    EXPECT_EQ(codesIn(clear), QStringList{kEnrolment});
}

TEST(CodeReader, aPhotoFromTheSide_isRead)
{
    QTransform turn;
    turn.rotate(17);
    turn.shear(0.12, -0.05);
    EXPECT_EQ(codesIn(photoOf({codeOf(kEnrolment)}, turn)), QStringList{kEnrolment});
}

TEST(CodeReader, severalCodes_areToldApartAndTheSameTextIsOne)
{
    const QImage one = codeOf(kEnrolment);
    const QImage other = codeOf(QStringLiteral("MKZ1:BB8%69 VD92EX0"));
    EXPECT_EQ(codesIn(photoOf({one, other}, {})).size(), 2);
    EXPECT_EQ(codesIn(photoOf({one, one}, {})), QStringList{kEnrolment});
}

TEST(CodeReader, whatHoldsNone_givesNothing)
{
    EXPECT_TRUE(codesIn({}).isEmpty());
    EXPECT_TRUE(codesIn(photoOf({}, {})).isEmpty());
    QImage torn = codeOf(kEnrolment, 8);
    QPainter painter(&torn);
    painter.fillRect(0, 0, torn.width(), torn.height() / 2, Qt::white);
    painter.end();
    EXPECT_TRUE(codesIn(torn).isEmpty());
    EXPECT_TRUE(codesIn(QImage(1, 1, QImage::Format_RGB32)).isEmpty());
}

} // namespace
} // namespace markaz

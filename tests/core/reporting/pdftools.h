// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStringList>

/// What poppler's programs say of a PDF.
namespace markaz {

/// What a program says on its standard output; a failure to run it fails the test.
inline QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    EXPECT_TRUE(process.waitForFinished(60'000)) << program.toStdString();
    EXPECT_EQ(process.exitCode(), 0) << program.toStdString() << ": " << process.readAllStandardError().toStdString();
    return process.readAllStandardOutput();
}

inline QString pdfInfo(const QString &pdf)
{
    return QString::fromUtf8(output(QStringLiteral("pdfinfo"), {pdf}));
}

/// Its words as they stand on the page; a form feed behind each page.
inline QString pdfWords(const QString &pdf)
{
    return QString::fromUtf8(
        output(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")}));
}

/// Those in the uppermost \p height (1/96 inch) of one page, \p page from 1.
inline QString pdfWordsAtTop(const QString &pdf, int page, int height)
{
    const QString number = QString::number(page);
    return QString::fromUtf8(
        output(QStringLiteral("pdftotext"),
               {QStringLiteral("-layout"), QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-f"), number,
                QStringLiteral("-l"), number, QStringLiteral("-x"), QStringLiteral("0"), QStringLiteral("-y"),
                QStringLiteral("0"), QStringLiteral("-W"), QStringLiteral("800"), QStringLiteral("-H"),
                QString::number(height), pdf, QStringLiteral("-")}));
}

/// Each font is in the file, whole or in part, with its text; and these are among them.
inline void expectEmbeddedFonts(const QString &pdf, const QStringList &families)
{
    const QString fonts = QString::fromUtf8(output(QStringLiteral("pdffonts"), {pdf}));
    for (const QString &family : families)
        EXPECT_TRUE(fonts.contains(family)) << fonts.toStdString();
    const QStringList lines = fonts.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines.mid(2))
        EXPECT_TRUE(line.contains(QRegularExpression(QStringLiteral("\\byes +(yes|no) +yes ")))) << line.toStdString();
}

/// One page as a picture, \p page from 1; beside the PDF.
inline QImage pdfPicture(const QString &pdf, int page, int dpi = 150)
{
    const QString base = pdf + QStringLiteral(".page");
    output(QStringLiteral("pdftoppm"),
           {QStringLiteral("-r"), QString::number(dpi), QStringLiteral("-png"), QStringLiteral("-singlefile"),
            QStringLiteral("-f"), QString::number(page), pdf, base});
    return QImage(base + QStringLiteral(".png"));
}

/// Dark pixels in \p area (1/96 inch) of an A4 page.
inline int inkIn(const QImage &page, const QRectF &area)
{
    const qreal scale = page.width() / 793.7;
    const QRect pixels = QRectF(area.topLeft() * scale, area.size() * scale).toRect();
    int dark = 0;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            dark += qGray(page.pixel(x, y)) < 128 ? 1 : 0;
    }
    return dark;
}

/// Pixels that are not white in the outer \p margin (1/96 inch) of an A4 page; a watermark is lighter.
inline int inkInTheMargins(const QImage &page, int margin)
{
    EXPECT_FALSE(page.isNull());
    const int edge = qRound(margin * page.width() / 793.7);
    int ink = 0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            const bool outside = x < edge || x >= page.width() - edge || y < edge / 2 || y >= page.height() - edge / 4;
            ink += outside && qGray(page.pixel(x, y)) < 200 ? 1 : 0;
        }
    }
    return ink;
}

} // namespace markaz

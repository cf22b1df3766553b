// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/codes/pdfpage.h"

#include <QProcess>
#include <QStandardPaths>

#include <cstring>

#include <sys/resource.h>

namespace markaz::ui {
namespace {

constexpr rlim_t kMemory = 1024UL * 1024 * 1024; ///< address space, bytes
constexpr int kNoSuchPage = 99;                  ///< what pdftoppm ends with

/// Between fork and exec: nothing but system calls.
void narrow()
{
    const auto limit = [](auto what, rlim_t most) {
        const rlimit both{most, most};
        ::setrlimit(what, &both);
    };
    limit(RLIMIT_AS, kMemory);
    limit(RLIMIT_CPU, kPdfSeconds);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0); // it writes to the pipe alone
}

/// The one picture in \p pgm: "P5", width, height, 255, then a byte for each pixel. Null for anything else.
QImage pictureIn(const QByteArray &pgm)
{
    const qsizetype end = pgm.indexOf("\n255\n");
    if (!pgm.startsWith("P5\n") || end < 0 || end > 40)
        return {};
    const QList<QByteArray> size = pgm.mid(3, end - 3).split(' ');
    const int width = size.value(0).toInt();
    const int height = size.value(1).toInt();
    const qsizetype begin = end + 5;
    if (width <= 0 || height <= 0 || width > kPdfPixels || height > kPdfPixels ||
        pgm.size() - begin != static_cast<qsizetype>(width) * height)
        return {};
    QImage picture(width, height, QImage::Format_Grayscale8);
    for (int y = 0; !picture.isNull() && y < height; ++y)
        std::memcpy(picture.scanLine(y), pgm.constData() + begin + static_cast<qsizetype>(y) * width,
                    static_cast<size_t>(width));
    return picture;
}

Error damaged(const QString &why)
{
    return makeError(ErrorCode::Malformed, why, QStringLiteral("code.damaged"));
}

} // namespace

Result<QImage> drawPdfPage(const QByteArray &pdf, int page)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pdftoppm"));
    if (program.isEmpty())
        return makeError(ErrorCode::NotFound, QStringLiteral("pdftoppm is not installed"), QStringLiteral("code.pdf"));
    QProcess process;
    const QString number = QString::number(page);
    process.setChildProcessModifier(&narrow);
    process.start(program,
                  {QStringLiteral("-q"), QStringLiteral("-gray"), QStringLiteral("-f"), number, QStringLiteral("-l"),
                   number, QStringLiteral("-scale-to"), QString::number(kPdfPixels), QStringLiteral("-")});
    if (!process.waitForStarted())
        return makeError(ErrorCode::NotFound, process.errorString(), QStringLiteral("code.pdf"));
    process.write(pdf);
    process.closeWriteChannel();
    if (!process.waitForFinished(kPdfSeconds * 1000)) {
        process.kill();
        process.waitForFinished();
        return damaged(QStringLiteral("it took too long"));
    }
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == kNoSuchPage && page > 1)
        return QImage();
    const QImage picture = pictureIn(process.readAllStandardOutput());
    if (picture.isNull())
        return damaged(QStringLiteral("it cannot be drawn"));
    return picture;
}

} // namespace markaz::ui

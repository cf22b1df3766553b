// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/codes/pdfpage.h"

#include <QBuffer>
#include <QImageReader>
#include <QProcess>
#include <QStandardPaths>

#include <csignal>

#include <sys/resource.h>

namespace markaz::ui {
namespace {

constexpr rlim_t kMemory = 1024UL * 1024 * 1024; ///< address space, bytes
constexpr int kNoSuchPage = 99;                  ///< what pdftoppm ends with
constexpr int kSlice = 100;                      ///< ms until a stop is heard

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
    limit(RLIMIT_FSIZE, 0);        // it writes to the pipe alone
    std::signal(SIGXFSZ, SIG_IGN); // and goes on where fontconfig cannot keep what it found
}

/// The one picture that pdftoppm wrote. Null for anything else, and for one that is larger than was asked for.
QImage pictureIn(QByteArray pgm)
{
    QBuffer buffer(&pgm);
    QImageReader reader(&buffer, "pgm");
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > kPdfPixels || size.height() > kPdfPixels)
        return {};
    return reader.read();
}

Error damaged(const QString &why)
{
    return makeError(ErrorCode::Malformed, why, QStringLiteral("code.damaged"));
}

} // namespace

Result<QImage> drawPdfPage(const QByteArray &pdf, int page, const QDeadlineTimer &deadline, const std::stop_token &stop)
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
    while (!process.waitForFinished(kSlice) && process.state() != QProcess::NotRunning) {
        if (!stop.stop_requested() && !deadline.hasExpired())
            continue;
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

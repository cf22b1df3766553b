// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/codes/certificatefile.h"

#include "core/workflow/verifycode.h"
#include "ui/widgets/codes/codepicture.h"
#include "ui/widgets/codes/pdfpage.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QImage>

namespace markaz::ui {
namespace {

/// The first page that has a code.
Result<QString> codeInPdf(const QByteArray &pdf, const std::stop_token &stop)
{
    auto found = Result<QString>(makeError(ErrorCode::NotFound, QString(), QStringLiteral("code.none")));
    const QDeadlineTimer deadline(kPdfSeconds * 1000);
    for (int page = 1; page <= kMostPdfPages; ++page) {
        const auto picture = drawPdfPage(pdf, page, deadline, stop);
        if (!picture)
            return picture.error();
        if (picture->isNull()) // behind the last one
            break;
        auto code = codeInPicture(*picture, kCertificatePrefix);
        if (code ? isCertificateCode(*code) : code.error().code != ErrorCode::NotFound)
            return code;
        if (code) // of something else; a later page may have ours
            found = std::move(code);
    }
    return found;
}

} // namespace

Result<QString> certificateCodeIn(const QString &path, const std::stop_token &stop)
{
    QFile file(path);
    if (auto opened = openPlainFile(file); !opened)
        return opened.error();
    return certificateCodeIn(file, stop);
}

Result<QString> certificateCodeIn(QIODevice &file, const std::stop_token &stop)
{
    const QByteArray head = file.peek(kMostCodeText);
    if (auto code = certificateCodeInText(head))
        return code;
    if (!head.startsWith("%PDF-"))
        return codeInPicture(file, kCertificatePrefix);
    if (file.size() > kMaxPdf)
        return makeError(ErrorCode::TooLarge, QStringLiteral("%1 bytes").arg(file.size()),
                         QStringLiteral("code.pdfsize"));
    return codeInPdf(file.read(kMaxPdf), stop);
}

Result<QString> certificateCodeInText(const QByteArray &text)
{
    const QByteArray words = text.trimmed();
    if (!words.startsWith(QByteArray(kCertificatePrefix.data(), kCertificatePrefix.size())))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no text of a code"), QStringLiteral("code.type"));
    return tidyCode(QString::fromLatin1(words));
}

Result<QString> certificateCodeIn(const QImage &picture)
{
    return codeInPicture(picture, kCertificatePrefix);
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/codes/codepicture.h"

#include "core/domain/evidence.h"
#include "core/domain/filehead.h"
#include "core/reporting/codereader.h"
#include "ui/widgets/evidence/picturedecoder.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace markaz::ui {
namespace {

/// Nine megapixels: the code of a certificate that fills a tenth of a photo's width still has four dots a module.
constexpr QSize kWithin{3500, 3500};

Error refusal(ErrorCode code, const char *where, const QString &why)
{
    return makeError(code, why, QLatin1String(where));
}

} // namespace

Result<void> openPlainFile(QFile &file)
{
    const QString path = file.fileName();
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return refusal(ErrorCode::InvalidValue, "code.nofile", QStringLiteral("no plain file"));
    // What has taken its place since is not waited for either.
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (handle < 0)
        return refusal(ErrorCode::NotFound, "code.unreadable", QString::fromLocal8Bit(std::strerror(errno)));
    struct stat what
    {
    };
    if (::fstat(handle, &what) != 0 || !S_ISREG(what.st_mode)) {
        ::close(handle);
        return refusal(ErrorCode::InvalidValue, "code.nofile", QStringLiteral("no plain file"));
    }
    if (!file.open(handle, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(handle);
        return refusal(ErrorCode::NotFound, "code.unreadable", file.errorString());
    }
    return {};
}

Result<QString> codeInPicture(QIODevice &file, const QString &beginning)
{
    if (file.size() > evidence::kMaxBytes)
        return refusal(ErrorCode::TooLarge, "code.size", QStringLiteral("%1 bytes").arg(file.size()));
    const auto head = readFileHead(file, FileEnd::Any);
    if (!head)
        return head.error().code == ErrorCode::Malformed
                   ? refusal(ErrorCode::Malformed, "code.damaged", head.error().detail)
                   : refusal(ErrorCode::InvalidValue, "code.type", head.error().detail);
    if (head->pixels() == 0) // a PDF
        return refusal(ErrorCode::InvalidValue, "code.type", head->mediaType);
    if (head->pixels() > evidence::kMaxPixels)
        return refusal(ErrorCode::TooLarge, "code.pixels", QStringLiteral("%1 pixels").arg(head->pixels()));
    const QImage picture = decodePicture(file, kWithin);
    if (picture.isNull())
        return refusal(ErrorCode::Malformed, "code.damaged", QStringLiteral("the picture cannot be decoded"));
    return codeInPicture(picture, beginning);
}

Result<QString> codeInPicture(const QImage &picture, const QString &beginning)
{
    QStringList texts = codesIn(picture);
    if (!beginning.isEmpty()) {
        QStringList ours = texts;
        ours.removeIf([&beginning](const QString &text) { return !text.startsWith(beginning); });
        if (!ours.isEmpty() || texts.size() > 1) // of several others none is what is looked for
            texts = ours;
    }
    if (texts.isEmpty())
        return refusal(ErrorCode::NotFound, "code.none", QStringLiteral("no QR code"));
    if (texts.size() > 1)
        return refusal(ErrorCode::Exists, "code.several", QStringLiteral("%1 QR codes").arg(texts.size()));
    return texts.first();
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/codes/codepicture.h"

#include "core/domain/evidence.h"
#include "core/domain/filehead.h"
#include "core/reporting/codereader.h"
#include "ui/widgets/evidence/picturedecoder.h"

#include <QIODevice>

namespace markaz::ui {
namespace {

/// Nine megapixels: the code of a certificate that fills a tenth of a photo's width still has four dots a module.
constexpr QSize kWithin{3500, 3500};

Error refusal(ErrorCode code, const char *where, const QString &why)
{
    return makeError(code, why, QLatin1String(where));
}

} // namespace

Result<QString> codeInPicture(QIODevice &file)
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
    return codeInPicture(picture);
}

Result<QString> codeInPicture(const QImage &picture)
{
    const QStringList texts = codesIn(picture);
    if (texts.isEmpty())
        return refusal(ErrorCode::NotFound, "code.none", QStringLiteral("no QR code"));
    if (texts.size() > 1)
        return refusal(ErrorCode::Exists, "code.several", QStringLiteral("%1 QR codes").arg(texts.size()));
    return texts.first();
}

} // namespace markaz::ui

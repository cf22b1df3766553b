// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QString>

#include <stop_token>

class QImage;
class QIODevice;

namespace markaz::ui {

inline constexpr qint64 kMostCodeText = 64 * 1024; ///< bytes; more than any code has

/// The code of a certificate ("MKZ1:...") in what somebody gave: a file with its text, a picture (JPEG, PNG), or a PDF,
/// of which the first kMostPdfPages are looked at. A picture with another QR code gives that one's text: the caller
/// says what it is. In any thread; up to
/// kPdfSeconds for a PDF, which \p stop ends sooner (Malformed, like what takes too long).
///
/// Errors, which ui/text/codewords.h puts into words: those of openPlainFile(), codeInPicture() and drawPdfPage().
Result<QString> certificateCodeIn(const QString &path, const std::stop_token &stop = {});
/// The same of bytes that are at hand; \p file is seekable.
Result<QString> certificateCodeIn(QIODevice &file, const std::stop_token &stop = {});
/// In words alone: InvalidValue (`where` = "code.type") when they do not begin with a code.
Result<QString> certificateCodeInText(const QByteArray &text);
/// In a picture that is decoded, such as a frame of the camera.
Result<QString> certificateCodeIn(const QImage &picture);

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QString>

class QImage;
class QIODevice;

namespace markaz::ui {

/// The one text of a QR code in a picture that came from anywhere: an enrolment, a certificate, or something else that
/// the caller is to look at. \p file is seekable. What it is and how large is known before a decoder sees a byte of it
/// (readFileHead, decodePicture). In any thread; a second or so for a large photo.
///
/// Errors, which ui/text/codewords.h puts into words: TooLarge with `where` = "code.pixels" (more than
/// evidence::kMaxPixels) or "code.size" (more than evidence::kMaxBytes); InvalidValue with "code.type" for what is no
/// JPEG or PNG; Malformed with "code.damaged"; NotFound with "code.none"; Exists with "code.several" for codes that say
/// different things.
Result<QString> codeInPicture(QIODevice &file);

/// The same of a picture that is decoded, such as a frame of the camera: no errors but the last two.
Result<QString> codeInPicture(const QImage &picture);

} // namespace markaz::ui

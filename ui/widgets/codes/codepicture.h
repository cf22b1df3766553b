// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QString>

class QFile;
class QImage;
class QIODevice;

namespace markaz::ui {

/// Opens \p file, which somebody named, to read it. What is no plain file is refused before it is opened: a FIFO would
/// hold the thread until somebody writes, a device has no end. InvalidValue with `where` = "code.nofile"; NotFound with
/// "code.unreadable". `detail` says why.
Result<void> openPlainFile(QFile &file);

/// The one text of a QR code in a picture that came from anywhere: an enrolment, a certificate, or something else that
/// the caller is to look at. \p file is seekable. What it is and how large is known before a decoder sees a byte of it
/// (readFileHead, decodePicture). In any thread; a second or so for a large photo.
///
/// Errors, which ui/text/codewords.h puts into words: TooLarge with `where` = "code.pixels" (more than
/// evidence::kMaxPixels) or "code.size" (more than evidence::kMaxBytes); InvalidValue with "code.type" for what is no
/// JPEG or PNG; Malformed with "code.damaged"; NotFound with "code.none"; Exists with "code.several" for codes that say
/// different things. \p beginning: of several codes, only those that begin with it
/// count; one alone is given whatever it is, so that the caller can say what.
Result<QString> codeInPicture(QIODevice &file, const QString &beginning = {});

/// The same of a picture that is decoded, such as a frame of the camera: no errors but the last two.
Result<QString> codeInPicture(const QImage &picture, const QString &beginning = {});

} // namespace markaz::ui

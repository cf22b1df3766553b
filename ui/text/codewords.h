// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/sentences.h"

namespace markaz::ui::codewords {

/// Why no code came of a picture or the camera (ui/widgets/codes).
Sentence failure(const Error &error);

/// The same where a certificate was to be verified.
Sentence certificateFailure(const Error &error);

/// The code was read, and is not the one that sets a laptop up: what it is instead, by the beginning of its text.
Sentence notAnEnrolment(const QString &text);

} // namespace markaz::ui::codewords

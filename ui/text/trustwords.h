// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/sentences.h"

#include <optional>

namespace markaz::ui {

/// Why the server is not trusted (ErrorCode::NotTrusted), or why a pin cannot be read; nothing for any other error.
std::optional<Sentence> trustSentence(const Error &error);

/// Of the certificate that was met and is not trusted: SHA-256, "AB:CD:..."; empty where none was shown. 2026-11-29: it
/// is the one thing of Error::detail that reaches the screen, for it is what a person can compare.
QString metFingerprint(const Error &error);

} // namespace markaz::ui

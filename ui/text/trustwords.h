// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/sentences.h"

#include <optional>

namespace markaz::ui {

/// Why the server is not trusted (ErrorCode::NotTrusted), or why a pin cannot be read; nothing for any other error.
std::optional<Sentence> trustSentence(const Error &error);

} // namespace markaz::ui

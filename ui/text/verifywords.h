// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/verifycode.h"
#include "ui/text/sentences.h"
#include "ui/widgets/status.h"

namespace markaz::ui::verifywords {

/// What stands over a verified certificate: colour, shape and word, each of which tells it apart by itself, and what it
/// means and asks for.
struct Outcome
{
    ChipContent chip;
    Sentence sentence;
};

Outcome of(const CheckedCode &checked);
/// A text or a QR code of something else.
Outcome notACertificate();
/// No code came of a file, a picture or the camera.
Outcome unreadable(const Error &error);
/// This laptop has no keys yet.
Outcome withoutKeys();

/// "Revocation data as of 14 Jul 2026, 14:05"; \p list nothing: that there is none, and what follows from it.
QString asOf(const std::optional<RevocationList> &list);

} // namespace markaz::ui::verifywords

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/contact.h"
#include "ui/text/sentences.h"

namespace markaz::ui {

/// Why most of a laptop's records are closed; nothing while they are open.
Sentence closedSentence(Reading reading);

} // namespace markaz::ui

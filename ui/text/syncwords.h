// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/syncstatus.h"
#include "ui/text/sentences.h"
#include "ui/widgets/frame/syncpill.h"

namespace markaz::ui {

/// The pill's one state, the first that holds of look.md's list. \p sampleLaptop: the data never leaves this laptop.
SyncPillContent pillContent(const SyncSnapshot &snapshot, bool sampleLaptop = false);

/// What the Sync page says of the present trouble; empty fact when there is none.
Sentence troubleSentence(const SyncSnapshot &snapshot);

/// What the Sync page says of the server's audit against what this laptop saw of it; empty fact when they agree.
Sentence auditSentence(const SyncSnapshot &snapshot);

/// What the sign-in page says of what the account that left has not sent yet; empty when that is nothing.
QString leftWaiting(const SyncSnapshot &snapshot);

/// What the engine does now, in a sentence.
QString engineWords(const SyncSnapshot &snapshot);

} // namespace markaz::ui

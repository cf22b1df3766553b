// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/sentences.h"

#include <chrono>

namespace markaz::ui {

/// What a person is told when the lock before an account's data does not open: a wrong passphrase, a damaged key.
/// Everything else is said as everywhere.
Sentence unlockSentence(const Error &error);

/// Why Markaz is locked, for the page that unlocks it.
enum class LockReason { Asked, Idle, Sleep };
/// \p idle: after how long, where that is the reason.
Sentence lockedSentence(LockReason reason, std::chrono::minutes idle = {});

/// "The next try is possible in 8 seconds."; empty for none.
QString waitWords(std::chrono::seconds wait);

/// What is still wrong with a new passphrase, typed twice; empty when it may be taken. \p again is not looked at while
/// it is empty. \p password: the account's, where it is known; a passphrase that is the same is none.
QString passphraseTrouble(const QString &passphrase, const QString &again, const QString &password = {});

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace markaz::desktop {

/// First thing in the program: no core dump, no other process of the same person reads its memory, and every file that
/// it makes is its owner's alone.
void protectProcess();

} // namespace markaz::desktop

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace markaz {

/// Registers the compiled-in data under ":/markaz/" (standards/, reference/, policy/, api/). Static libraries are not
/// registered by themselves; call once at the start of a program or test.
void initResources();

} // namespace markaz

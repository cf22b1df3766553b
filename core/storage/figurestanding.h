// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

namespace markaz {

/// Writes into figure_standing, of the buildings that are due as 'standing', from when to when a certificate was in
/// force, as certificateInForce() says it. A part of settleFigures().
Result<void> renewStanding(Database &database);

} // namespace markaz

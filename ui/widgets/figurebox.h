// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/status.h"

#include <optional>

class QFrame;

namespace markaz::ui {

/// A figure in a small frame: what it is of, the figure itself, large, and what goes with it. In the colour of \p
/// status where it is to be looked at; the note says why in words.
QFrame *figureBox(const QString &caption, const QString &figure, const QString &note,
                  std::optional<Status> status = std::nullopt);

} // namespace markaz::ui

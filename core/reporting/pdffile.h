// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QPageLayout>
#include <QString>

#include <functional>

class QPainter;
class QPdfWriter;

namespace markaz {

/// Writes a PDF of A4 pages without margins, its fonts embedded. \p paint gets a painter in units of 1/96 inch on the
/// first page, and the writer for further ones; what it refuses is handed on, and the file that was there stays. The
/// file appears whole or not at all. StorageFailed (`where` = the path) when it cannot be written. For this room's
/// sources.
Result<void> writePdf(const QString &path, const QString &title,
                      const std::function<Result<void>(QPainter &painter, QPdfWriter &writer)> &paint,
                      QPageLayout::Orientation orientation = QPageLayout::Portrait);

} // namespace markaz

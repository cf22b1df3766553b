// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QSizeF>
#include <QString>
#include <QStringList>

#include <functional>

class QPainter;

namespace markaz {

/// One page of A4 on its side that holds a drawing of the caller's, whole.
struct PagePdf
{
    bool urdu = false; ///< words from the right
    QString title;     ///< of the file too
    QStringList lines; ///< below it: what the drawing shows
    QSizeF size;       ///< of the drawing, in its own units; made smaller to fit, never larger
    std::function<void(QPainter &painter)> draw;
    QString foot;
    bool sample = false;
};

/// Writes \p page with its fonts embedded; lines and letters stay such. The file appears whole or not at all.
/// StorageFailed or StorageFull (`where` = the path) when it cannot be written. Needs a QGuiApplication, for the fonts.
Result<void> writePagePdf(const PagePdf &page, const QString &path);

} // namespace markaz

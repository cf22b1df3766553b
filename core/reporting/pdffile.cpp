// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/pdffile.h"

#include "core/support/wholefile.h"

#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace markaz {

Result<void> writePdf(const QString &path, const QString &title,
                      const std::function<Result<void>(QPainter &painter, QPdfWriter &writer)> &paint,
                      QPageLayout::Orientation orientation)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageOrientation(orientation);
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setResolution(1200);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Markaz"));
        QPainter painter(&writer);
        const qreal scale = writer.resolution() / 96.0;
        painter.scale(scale, scale);
        if (auto painted = paint(painter, writer); !painted) {
            painter.end();
            file.cancelWriting();
            return painted;
        }
    }
    return commitWhole(file);
}

} // namespace markaz

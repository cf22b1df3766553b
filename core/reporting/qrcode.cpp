// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/qrcode.h"

#include <QPainter>
#include <QPainterPath>

#include <qrcodegen/qrcodegen.hpp>

namespace markaz {

Result<QrCode> QrCode::of(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (text.isEmpty() || utf8.contains('\0')) // the library takes a C string
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no text for a QR code"), QStringLiteral("code"));
    try {
        const qrcodegen::QrCode made = qrcodegen::QrCode::encodeText(utf8.constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        QrCode code;
        code.m_modules = made.getSize();
        code.m_dark.reserve(qsizetype(code.m_modules) * code.m_modules);
        for (int y = 0; y < code.m_modules; ++y) {
            for (int x = 0; x < code.m_modules; ++x)
                code.m_dark.append(made.getModule(x, y));
        }
        return code;
    } catch (const qrcodegen::data_too_long &) {
        return makeError(ErrorCode::TooLarge, QStringLiteral("%1 bytes fit in no QR code").arg(utf8.size()),
                         QStringLiteral("code"));
    }
}

void QrCode::paint(QPainter &painter, const QRectF &area) const
{
    const qreal side = qMin(area.width(), area.height());
    const qreal module = side / (m_modules + 2 * kQuietZone);
    const QPointF corner(area.center().x() - side / 2, area.center().y() - side / 2);

    // One path of horizontal runs, filled once: modules filled one by one show hairlines between them.
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (int y = 0; y < m_modules; ++y) {
        for (int x = 0; x < m_modules; ++x) {
            const int start = x;
            while (x < m_modules && dark(x, y))
                ++x;
            if (x > start)
                path.addRect(start, y, x - start, 1);
        }
    }
    painter.save();
    painter.fillRect(QRectF(corner, QSizeF(side, side)), Qt::white);
    painter.translate(corner);
    painter.scale(module, module);
    painter.translate(kQuietZone, kQuietZone);
    painter.fillPath(path, Qt::black);
    painter.restore();
}

QImage QrCode::image(int pixelsPerModule) const
{
    const int side = (m_modules + 2 * kQuietZone) * qMax(1, pixelsPerModule);
    QImage image(side, side, QImage::Format_RGB32);
    QPainter painter(&image);
    paint(painter, QRectF(0, 0, side, side));
    return image;
}

} // namespace markaz

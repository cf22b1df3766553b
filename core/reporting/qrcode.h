// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QImage>
#include <QRectF>
#include <QString>

class QPainter;

namespace markaz {

/// A QR code (ISO/IEC 18004) of a text. Upper-case letters, digits and " $%*+-./:" pack tightly (alphanumeric mode).
class QrCode
{
public:
    static constexpr int kQuietZone = 4; ///< modules of white on every side, as the standard asks

    /// Error correction M, raised as far as the size allows. TooLarge when the text fits in no code.
    static Result<QrCode> of(const QString &text);

    int modules() const { return m_modules; } ///< on a side, without the quiet zone
    bool dark(int x, int y) const { return m_dark.at(static_cast<qsizetype>(y) * m_modules + x); }
    /// Fills the largest centred square of \p area, quiet zone included; modules meet without seams.
    void paint(QPainter &painter, const QRectF &area) const;
    /// At \p pixelsPerModule, quiet zone included, black on white.
    QImage image(int pixelsPerModule) const;

private:
    int m_modules = 0;
    QList<bool> m_dark;
};

} // namespace markaz

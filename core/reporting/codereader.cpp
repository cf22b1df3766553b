// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/codereader.h"

#include "core/support/log.h"

#include <QPainter>

#define ZX_USE_UTF8 1 // text() as it will stay
#include <ZXing/ReadBarcode.h>

#include <exception>

namespace markaz {
namespace {

/// On white where the picture lets something through: else a code without a ground would be black on black.
QImage greyOf(const QImage &picture)
{
    if (!picture.hasAlphaChannel())
        return picture.convertToFormat(QImage::Format_Grayscale8);
    QImage opaque(picture.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white);
    QPainter painter(&opaque);
    QImage whole = picture;
    whole.setDevicePixelRatio(1);
    painter.drawImage(0, 0, whole);
    painter.end();
    return opaque.convertToFormat(QImage::Format_Grayscale8);
}

QStringList read(const QImage &grey)
{
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    const ZXing::DecodeHints hints =
        ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode).setMaxNumberOfSymbols(kMostCodes);
    QStringList texts;
    for (const ZXing::Result &code : ZXing::ReadBarcodes(view, hints)) {
        const QString text = QString::fromStdString(code.text());
        if (code.isValid() && !text.isEmpty() && !texts.contains(text))
            texts.append(text);
    }
    return texts;
}

} // namespace

QStringList codesIn(const QImage &picture)
{
    if (picture.isNull())
        return {};
    QImage grey = greyOf(picture);
    if (grey.isNull()) // no memory for it
        return {};
    try {
        QStringList texts = read(grey);
        if (texts.isEmpty()) {
            grey.invertPixels();
            texts = read(grey);
        }
        return texts;
    } catch (const std::exception &error) { // it is not said to throw; what it reads comes from anywhere
        qCWarning(lcUi) << "the reader of QR codes:" << error.what();
        return {};
    }
}

} // namespace markaz

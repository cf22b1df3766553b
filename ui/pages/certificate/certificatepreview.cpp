// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/certificate/certificatepreview.h"

#include "core/support/log.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace markaz::ui {

CertificatePreview::CertificatePreview(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Preview of the certificate"));
    setMinimumSize(kCertificateWidth * 2 / 3, kCertificateHeight * 2 / 3);
}

void CertificatePreview::setDocument(const std::optional<CertificateDocument> &document)
{
    m_document = document;
    update();
}

QSize CertificatePreview::sizeHint() const
{
    return {kCertificateWidth, kCertificateHeight};
}

void CertificatePreview::paintEvent(QPaintEvent *)
{
    if (!m_document)
        return;
    const double scale = std::min(double(width()) / kCertificateWidth, double(height()) / kCertificateHeight);
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    painter.translate((width() - kCertificateWidth * scale) / 2, 0);
    painter.scale(scale, scale);
    painter.fillRect(0, 0, kCertificateWidth, kCertificateHeight, Qt::white); // paper, in the dark theme too
    if (auto painted = paintCertificate(painter, *m_document); !painted)
        qCWarning(lcUi) << "certificate preview:" << painted.error().detail;
}

} // namespace markaz::ui

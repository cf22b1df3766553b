// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporting/certificatepdf.h"

#include <QWidget>

#include <optional>

namespace markaz::ui {

/// The certificate as it will be printed, scaled to the width at hand.
class CertificatePreview final : public QWidget
{
    Q_OBJECT
public:
    explicit CertificatePreview(QWidget *parent = nullptr);
    void setDocument(const std::optional<CertificateDocument> &document);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<CertificateDocument> m_document;
};

} // namespace markaz::ui

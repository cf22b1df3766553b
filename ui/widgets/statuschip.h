// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/status.h"

#include <QWidget>

class QPainter;

namespace markaz::ui {

/// A status as icon, word and ground together, 22 px high (28 in Urdu).
class StatusChip : public QWidget
{
    Q_OBJECT
public:
    explicit StatusChip(QWidget *parent = nullptr);
    explicit StatusChip(const ChipContent &content, QWidget *parent = nullptr);
    void setContent(const ChipContent &content);
    const ChipContent &content() const { return m_content; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    ChipContent m_content;
};

/// The size that a chip needs in the theme in force, and its painting at the leading side of \p rect; for delegates.
QSize chipSize(const ChipContent &content);
void paintChip(QPainter &painter, const QRect &rect, const ChipContent &content, Qt::LayoutDirection direction);

} // namespace markaz::ui

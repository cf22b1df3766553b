// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QRectF>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QProxyStyle;

/// How MarkazStyle's controls are painted; one function for each. Nothing here keeps state.
namespace markaz::ui::stylepaint {

/// A rounded box whose border lies inside \p rect; an invalid colour leaves ground or border out.
void box(QPainter &painter, const QRectF &rect, const QColor &ground, const QColor &border, qreal radius = 6,
         qreal width = 1);
/// A ring of 2 px inside \p rect, for focus.
void ring(QPainter &painter, const QRectF &rect, qreal radius);

struct ButtonLook
{
    QColor ground, border, text;
};
/// The colours of a button by its property `role` and its state.
ButtonLook buttonLook(const QStyleOption &option, const QWidget *widget);

void pushButton(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget, const QProxyStyle &style);
void pushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget,
                     const QProxyStyle &style);
void toolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget,
                const QProxyStyle &style);
void input(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow, const QWidget *widget);
void spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down,
             const QWidget *widget);
void checkBox(QPainter &painter, const QStyleOption &option);
void radioButton(QPainter &painter, const QStyleOption &option);
void progressBar(QPainter &painter, const QStyleOptionProgressBar &option, const QWidget *widget);
void slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle, const QWidget *widget);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle);
void header(QPainter &painter, const QStyleOptionHeader &option, const QProxyStyle &style);
void tab(QPainter &painter, const QStyleOptionTab &option, const QProxyStyle &style);

/// The box of a key, \p size wide, at the middle of \p rect.
QSize keyHintSize(const QString &key);
void keyHint(QPainter &painter, const QRect &rect, const QString &key, const QColor &text, const QColor &border);

} // namespace markaz::ui::stylepaint

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

namespace markaz::ui {

struct KeyFigureContent
{
    QString caption; ///< "Certified of the quota"
    QString figure;  ///< "96"
    QString unit;    ///< "of 250 by Feb 2027"
    QString note;    ///< "57 behind the line"
    Status noteStatus = Status::Neutral;
    QString noteIcon; ///< empty: none
};

/// One figure on the dashboard; opens what stands behind it.
class KeyFigure : public QFrame
{
    Q_OBJECT
public:
    explicit KeyFigure(QWidget *parent = nullptr);
    void setContent(const KeyFigureContent &content);
    const KeyFigureContent &content() const { return m_content; }

Q_SIGNALS:
    void activated(); ///< by click, Enter or Space

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    KeyFigureContent m_content;
    QLabel *m_caption;
    QLabel *m_figure;
    QLabel *m_unit;
    QLabel *m_noteIcon;
    QLabel *m_note;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace markaz::ui {

/// The bar at the foot of a page that hands something in for good: what stands in the way, what submitting means, and
/// the button, which is ready when nothing stands in the way.
class SubmitFooter final : public QFrame
{
    Q_OBJECT
public:
    SubmitFooter(const QString &meaning, const QString &buttonWords, QWidget *parent = nullptr);
    QPushButton *button() const { return m_button; }
    /// "2 problems stand in the way", without a full stop; empty: nothing.
    void setInTheWay(const QString &words);

private:
    QString m_meaning;
    QLabel *m_icon;
    QLabel *m_words;
    QPushButton *m_button;
};

} // namespace markaz::ui

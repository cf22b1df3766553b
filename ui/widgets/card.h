// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/status.h"

#include <QFrame>

#include <optional>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace markaz::ui {

/// A card: base ground, 1 px line, radius 6. With a title it has a head of icon, title, note and what is put into
/// head(). A plain QFrame with the property card = true looks the same without one.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setNote(const QString &note); ///< in text2 beside the title
    void setTitleIcon(const QString &name, std::optional<Status> status = std::nullopt);
    void setHeadLine(bool line); ///< a line under the head, for cards of rows
    /// Trailing part of the head: chips, a link.
    QHBoxLayout *head() const { return m_head; }
    /// Where the content goes; margins 16, 12, 16, 12 unless changed.
    QVBoxLayout *body() const { return m_body; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showHead();
    QWidget *m_headWidget;
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_note;
    QString m_iconName;
    std::optional<Status> m_iconStatus;
    bool m_line = false;
};

} // namespace markaz::ui

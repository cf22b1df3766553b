// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/status.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace markaz::ui {

class StatusChip;

/// 56 px at the head of a page. Plain: title and sub line on the page's ground. Docked: base ground with a line below,
/// way back, code and title over the sub line; for pages opened from another.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Plain, Docked };
    explicit PageHeader(Kind kind = Kind::Plain, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setCode(const QString &code); ///< "SKT-0031" before the title
    void setSub(const QString &sub);
    void setSub(const QStringList &parts); ///< joined with a bullet
    void setChip(const std::optional<ChipContent> &chip);
    /// Puts a control beside the title of a plain header, after those already there.
    void addBeside(QWidget *control);
    /// Puts a control at the trailing side, after those already there.
    void addAction(QWidget *control);
    using QWidget::addAction;

Q_SIGNALS:
    void backRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    Kind m_kind;
    QHBoxLayout *m_beside;
    QHBoxLayout *m_actions;
    QToolButton *m_back;
    QLabel *m_code;
    QLabel *m_title;
    QLabel *m_sub;
    StatusChip *m_chip;
};

} // namespace markaz::ui

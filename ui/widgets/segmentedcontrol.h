// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/status.h"

#include <QToolButton>

#include <optional>

class QButtonGroup;
class QHBoxLayout;

namespace markaz::ui {

/// One of joined checkable buttons; draws itself by its place in the row.
class SegmentButton : public QToolButton
{
    Q_OBJECT
public:
    enum class Place { First, Middle, Last, Only };
    explicit SegmentButton(QWidget *parent = nullptr);
    void setPlace(Place place);
    /// The solid ground when checked; none: the tint of a chosen view.
    void setSolid(std::optional<Status> status);
    std::optional<Status> solid() const { return m_solid; }
    void setIconName(const QString &name);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Place m_place = Place::Only;
    std::optional<Status> m_solid;
    QString m_icon;
};

struct Segment
{
    QString id;
    QString text; ///< "&" before the accelerator, which is shown underlined
    QString icon;
};

/// A row of joined buttons of which one is chosen ("List | Map", "All 18 | Missing 7 | Problems 3"). Arrow keys move,
/// Tab enters and leaves as one.
class SegmentedControl : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget *parent = nullptr);
    /// Keeps the chosen id when it is still there.
    void setSegments(const QList<Segment> &segments);
    void setCurrent(const QString &id); ///< an empty or unknown id: none is chosen
    QString current() const;
    SegmentButton *button(const QString &id) const; ///< nullptr when there is none

Q_SIGNALS:
    /// By the person, not by setCurrent.
    void chosen(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step(int by);
    QHBoxLayout *m_layout;
    QButtonGroup *m_group;
    QList<Segment> m_segments;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <functional>

namespace markaz::ui {

/// Says when the keyboard moves, for as long as it lives. A widget that wants to know holds one as its last member:
/// ~QWidget moves the keyboard too, when the widget's members are gone and its connections are not cut yet.
class FocusWatch final : public QObject
{
public:
    explicit FocusWatch(std::function<void(QWidget *from, QWidget *to)> moved)
    {
        connect(qApp, &QApplication::focusChanged, this, std::move(moved));
    }
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>

class QWidget;

namespace markaz::ui {

/// What stands in a form's fields at this moment, right or wrong, by their names; and back into them. Knows lines,
/// longer texts, numbers, and lists by their entries' data; what is typed in a list and is none of its entries (yet) is
/// {"typed": TEXT}.
QJsonObject enteredIn(const QHash<QString, QWidget *> &fields);
void enterInto(const QHash<QString, QWidget *> &fields, const QJsonObject &entered);

} // namespace markaz::ui

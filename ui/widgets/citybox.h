// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"

#include <QComboBox>

namespace markaz::ui {

/// The cities of some provinces, to choose from or to type: in English or Urdu, with or without accents and spaces,
/// and any part of the name. Nothing that is not in the list is taken. A row's data is the city's id; the first row is
/// no city, 0.
class CityBox final : public QComboBox
{
    Q_OBJECT
public:
    CityBox(const Gazetteer &gazetteer, const QStringList &provinces, QWidget *parent);
    /// The rows of the cities that have this whole name, in either language.
    QList<int> rowsNamed(const QString &name) const;
};

} // namespace markaz::ui

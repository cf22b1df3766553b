// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/buildingrepository.h"

#include <QWidget>

class QLabel;

namespace markaz::ui {

/// The symbols of the stages with their words, what a circle means, and notes on what the map does not show.
class MapLegend final : public QWidget
{
    Q_OBJECT
public:
    /// \p words: of the stages, in the order of mapsymbols::stages().
    explicit MapLegend(const QStringList &words, QWidget *parent = nullptr);
    /// Sentences about what is missing on the map; empty: nothing is.
    void setNotes(const QString &notes);

private:
    QLabel *m_notes;
};

} // namespace markaz::ui

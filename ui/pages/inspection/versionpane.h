// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/differencemodel.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace markaz::ui {

class TableView;

/// Below the messages of an inspection: what a newer version of the standard changes for the draft, with the way to it;
/// or the answers that were kept from before a move.
class VersionPane final : public QFrame
{
    Q_OBJECT
public:
    explicit VersionPane(QWidget *parent = nullptr);
    void showMove(const DraftMove &move);
    void showKept(const Inspection &inspection, const StandardCatalogue &standards);

Q_SIGNALS:
    void moveRequested();

private:
    void open(const QString &title, const QString &words, const QList<DifferenceRow> &rows, bool kept);

    DifferenceModel m_model;
    QLabel *m_title;
    QLabel *m_words;
    TableView *m_table;
    QPushButton *m_move;
    QPushButton *m_close;
};

} // namespace markaz::ui

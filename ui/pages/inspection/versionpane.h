// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/differencemodel.h"
#include "ui/services.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace markaz::ui {

class TableView;

/// Below the messages of an inspection: what a newer version of the standard changes for the draft, with the way to it;
/// or what was kept from before a move: answers and notes in the table, files to be opened, and the ways to findings.
class VersionPane final : public QFrame
{
    Q_OBJECT
public:
    explicit VersionPane(const Services &services, QWidget *parent = nullptr);
    void showMove(const DraftMove &move);
    void showKept(const Inspection &inspection, const QList<KeptBeside> &beside);

Q_SIGNALS:
    void moveRequested();
    void findingRequested(const QString &id);
    void failed(const markaz::Error &error);

private:
    void addBeside(const Inspection &inspection, const KeptBeside &beside);
    void open(const QString &title, const QString &words, const QList<DifferenceRow> &rows, bool kept);

    Services m_services;
    DifferenceModel m_model;
    QLabel *m_title;
    QLabel *m_words;
    TableView *m_table;
    QLabel *m_wording; ///< of the row that is chosen, whole: the table cuts it
    QScrollArea *m_besideArea;
    QVBoxLayout *m_beside; ///< files and findings of items that no row shows
    QPushButton *m_move;
    QPushButton *m_close;
};

} // namespace markaz::ui

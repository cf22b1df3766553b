// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/inspectionrepository.h"
#include "ui/services.h"

#include <QWidget>

class QVBoxLayout;

namespace markaz::ui {

class Card;

/// What goes on beside the visits: returned inspections with the reviewer's words, of the whole and item by item;
/// drafts with their progress and what stands in their way; what was submitted.
class WorkSide final : public QWidget
{
    Q_OBJECT
public:
    explicit WorkSide(const Services &services, QWidget *parent = nullptr);
    void reload();

Q_SIGNALS:
    void inspectionRequested(const QString &inspectionId);
    void reopenRequested(const QString &returnedId);
    void failed(const markaz::Error &error);

private:
    QList<InspectionRow> rowsOf(Result<QList<InspectionRow>> rows);
    Card *card(const QString &title, const QString &iconName, const QString &note);
    void addReturned(const QList<InspectionRow> &rows);
    void addDrafts(const QList<InspectionRow> &rows);
    void addSubmitted(const QString &title, const QString &iconName, const QList<InspectionRow> &rows);
    QWidget *returnedEntry(const InspectionRow &row);
    QWidget *draftEntry(const InspectionRow &row);

    Services m_services;
    InspectionRepository m_repository;
    QVBoxLayout *m_column;
};

} // namespace markaz::ui

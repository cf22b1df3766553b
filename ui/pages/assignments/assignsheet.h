// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/assignments.h"
#include "ui/models/workloadmodel.h"
#include "ui/services.h"
#include "ui/widgets/sheet.h"

#include <QJsonObject>
#include <QStandardItemModel>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace markaz::ui {

class AskTwice;
class DateField;
class TableView;

/// An officer sends an inspector to the buildings of a selection, or changes who goes to one and by when: the
/// inspectors who may go, with what waits for each; the day, the kind, and words for the way. Buildings that cannot be
/// assigned so are named with their reasons, and can be left out; until then nothing is assigned.
class AssignSheet final : public Sheet
{
    Q_OBJECT
public:
    AssignSheet(const Services &services, const QStringList &buildingIds, QWidget *page);
    /// Changes the one that is there.
    AssignSheet(const Services &services, const Assignment &assignment, QWidget *page);

    /// What stands in the sheet that lies over \p window and is not saved; empty: there is none.
    static QJsonObject unfinishedIn(const QWidget &window);
    /// Puts that back into a sheet for the same buildings; an inspector who is gone is not chosen. Of a change only
    /// what was entered comes back, over what was on show then: the rest is as it is now, and is not written.
    void resume(const QJsonObject &unfinished);

Q_SIGNALS:
    /// It is written; \p buildings: how many.
    void done(const markaz::AssignmentEntry &entry, const QString &inspectorName, int buildings);

protected:
    void leave() override;

private:
    AssignSheet(const Services &services, const QStringList &buildingIds, std::optional<Assignment> assignment,
                QWidget *page);
    void build();
    QWidget *buildEntry();
    QWidget *buildRefusals();
    void readInspectors();
    void sayBuildings();
    void refresh();
    void refreshCancel();
    void leaveOut();
    void save();
    AssignmentEntry entry() const;
    QModelIndex chosen() const; ///< of the inspectors
    QString inspectorName() const;
    QString codeOf(const QString &buildingId) const;

    Services m_services;
    QStringList m_buildings;
    std::optional<Assignment> m_assignment;
    AssignmentEntry m_shown; ///< as the form was opened; behind a lock, what each entry was made over
    WorkloadModel m_inspectors;
    QStandardItemModel m_refused;
    QStringList m_inTheWay;
    TableView *m_table = nullptr;
    QLabel *m_none = nullptr;
    QComboBox *m_kind = nullptr;
    DateField *m_due = nullptr;
    QPlainTextEdit *m_instructions = nullptr;
    QWidget *m_refusals = nullptr;
    QLabel *m_refusedTitle = nullptr;
    AskTwice *m_cancel = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace markaz::ui

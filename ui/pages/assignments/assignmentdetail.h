// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "ui/services.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace markaz::ui {

class AssignSheet;
class StatusChip;

/// One assignment: who goes where and by when, whether the visit was begun, and what the account may change.
class AssignmentDetail final : public QFrame
{
    Q_OBJECT
public:
    explicit AssignmentDetail(const Services &services, QWidget *parent = nullptr);
    void showAssignment(const QString &id);
    /// Opens the sheet again in which the one on show was being changed (AssignSheet::unfinishedIn).
    Result<void> resumeChange(const QJsonObject &unfinished);

Q_SIGNALS:
    void closed();
    void buildingRequested(const QString &buildingId);
    void failed(const markaz::Error &error);
    void saved(); ///< it was changed or cancelled

private:
    void build();
    QWidget *buildActions();
    QWidget *buildReason();
    void fill(const Assignment &assignment);
    Result<AssignSheet *> openChange();
    void cancel();

    Services m_services;
    QString m_id;
    QString m_buildingId;
    QLabel *m_code;
    StatusChip *m_state;
    QLabel *m_building;
    QWidget *m_words;
    QVBoxLayout *m_rows;
    QPushButton *m_change;
    QPushButton *m_cancel;
    QPushButton *m_open;
    QWidget *m_reasonBox;
    QLineEdit *m_reason;
};

} // namespace markaz::ui

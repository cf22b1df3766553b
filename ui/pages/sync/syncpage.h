// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/cachecopies.h"
#include "ui/models/outboxmodel.h"
#include "ui/services.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace markaz::ui {

class EmptyPage;
class MessageArea;
class PageHeader;
class SegmentedControl;
class TableView;

/// What waits on this laptop, what was rejected and why, what was settled; the last contact; sync now.
class SyncPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SyncPage(const Services &services, QWidget *parent = nullptr);
    void reload();

Q_SIGNALS:
    void signInRequested();
    void restoreRequested(const markaz::CacheBackup &backup);

protected:
    void showEvent(QShowEvent *event) override;

private:
    OutboxModel *current();
    void refresh();
    void choose(const QString &id);

    Services m_services;
    OutboxModel m_waiting;
    OutboxModel m_rejected;
    OutboxModel m_history;
    QString m_shown;
    PageHeader *m_header;
    MessageArea *m_messages;
    SegmentedControl *m_tabs;
    QPushButton *m_sync;
    TableView *m_table;
    EmptyPage *m_empty;
    QStackedWidget *m_stack;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/cachecopies.h"
#include "ui/models/outboxmodel.h"
#include "ui/services.h"
#include "ui/widgets/listpage.h"

#include <QVariantMap>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace markaz::ui {

class CacheCopiesCard;
class ConflictPane;
class EmptyPage;
class RejectedPane;
class SegmentedControl;
class TableView;

/// What waits on this laptop, conflicts to decide, what was rejected and why, what was settled; what the engine does
/// now, its last errors and its last contact.
///
/// 2026-11-29: the design lists "verify a certificate by file, camera or pasted code" with this page. It has a page of
/// its own (ui/pages/verify), to which a button leads from here: beside what waits there is no room for an answer that
/// nobody can mistake.
class SyncPage final : public ListPage
{
    Q_OBJECT
public:
    explicit SyncPage(const Services &services, QWidget *parent = nullptr);
    void reload();
    /// "waiting", "conflicts", "rejected" or "history".
    void choose(const QString &tab);
    /// The tab and what was chosen of an undecided conflict; for a page that takes this one's place.
    QVariantMap place() const;
    void returnTo(const QVariantMap &place);
    /// Writes all that this laptop owes and gave up to \p path, and says so.
    void exportTo(const QString &path);

Q_SIGNALS:
    void signInRequested();
    void verifyRequested(); ///< of a certificate
    void restoreRequested(const markaz::CacheBackup &backup);
    void recordRequested(markaz::Entity entity, const QString &id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void refresh();
    void refreshTabs();
    void noteTrouble();
    void noteAgain();
    void chooseExportPath();

    Services m_services;
    OutboxModel m_waiting;
    OutboxModel m_history;
    QString m_shown;
    SyncSnapshot::Trouble m_lastTrouble = SyncSnapshot::Trouble::None;
    QStringList m_errors; ///< the last ones, newest first, each with its time
    QPushButton *m_export;
    QPushButton *m_sync;
    SegmentedControl *m_tabs;
    QLabel *m_now;
    TableView *m_table;
    ConflictPane *m_conflicts;
    RejectedPane *m_rejected;
    EmptyPage *m_empty;
    QStackedWidget *m_stack;
    CacheCopiesCard *m_copies;
    QLabel *m_errorsLabel;
};

} // namespace markaz::ui

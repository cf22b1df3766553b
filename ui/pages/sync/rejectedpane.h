// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/rejections.h"
#include "ui/pages/sync/splitpane.h"
#include "ui/text/changewords.h"

namespace markaz::ui {

class FieldEditor;

/// The changes that the server rejected: why, what was wanted, what waits behind each; mended in place and sent again,
/// or given up after a question.
class RejectedPane final : public SplitPane
{
    Q_OBJECT
public:
    explicit RejectedPane(const Services &services, QWidget *parent = nullptr);
    /// Reads the rejected changes anew. What is half typed stays while its change is still there.
    void reload();
    /// Writes the export to \p path; once it is written, asks whether the shown change is given up.
    void keepCopyTo(const QString &path);
    int count() const { return static_cast<int>(m_rows.size()); }

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void settled(); ///< a change was sent again or given up
    /// The record's own page; a rejected submit has been taken back before.
    void recordRequested(markaz::Entity entity, const QString &id);

private:
    const OutboxRow *current() const;
    void show(const QString &id);
    void showFields(const OutboxRow &row, QVBoxLayout *body);
    void showWaiting(const OutboxRow &row);
    void sendAgain();
    void askToGiveUp();
    void takeBack();
    void chooseCopyPath();
    void say(const Error &error);
    bool hasPage(Entity entity) const;

    Services m_services;
    ChangeWords m_words;
    RejectedChanges m_useCase;
    QList<OutboxRow> m_rows;
    QString m_shown;      ///< op_id
    QString m_shownState; ///< what was shown of it, besides the editors
    QList<FieldEditor *> m_editors;
    QHash<QString, FieldEditor *> m_byPath;
    bool m_touched = false;
    QPushButton *m_giveUp;
    QPushButton *m_takeBack;
    QPushButton *m_send;
    QPushButton *m_keepCopy; ///< of what no edit can mend
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/conflicts.h"
#include "ui/pages/sync/splitpane.h"
#include "ui/text/changewords.h"

#include <QVariantMap>

namespace markaz::ui {

class ChoiceCard;
class FieldEditor;

/// The open conflicts, decided field by field: what was written, what the server has, or another value.
class ConflictPane final : public SplitPane
{
    Q_OBJECT
public:
    explicit ConflictPane(const Services &services, QWidget *parent = nullptr);
    /// Reads the conflicts anew. What is half decided stays while its conflict is still open and the same.
    void reload();
    /// What is chosen of the conflict that is shown and not settled yet, values that were typed among it.
    QVariantMap choices() const;
    void takeChoices(const QVariantMap &choices);
    int count() const { return static_cast<int>(m_views.size()); }

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void settled(); ///< one was decided
    void recordRequested(markaz::Entity entity, const QString &id);

private:
    struct Choice
    {
        ConflictField field;
        ChoiceCard *mine = nullptr;
        ChoiceCard *theirs = nullptr;
        ChoiceCard *other = nullptr; ///< where another value can be typed
        FieldEditor *editor = nullptr;
    };
    const ConflictView *current() const;
    void show(const QString &id);
    void showColumns(const ConflictView &view, QVBoxLayout *body);
    void showChoice(const ConflictView &view, const ConflictField &field, QVBoxLayout *body);
    void takeAll(ChoiceCard *Choice::*side);
    void refreshFooter();
    void settle();
    QString authorOf(const ConflictView &view) const;

    Services m_services;
    ChangeWords m_words;
    ResolveConflict m_useCase;
    QList<ConflictView> m_views;
    QList<Choice> m_choices;
    QString m_shown;
    QString m_shownState; ///< the values that the cards show
    QLabel *m_left;
    QPushButton *m_allMine;
    QPushButton *m_allTheirs;
    QPushButton *m_settle;
};

} // namespace markaz::ui

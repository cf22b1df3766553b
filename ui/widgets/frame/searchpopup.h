// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/searchmodel.h"
#include "ui/widgets/focuswatch.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;
class QTimer;

namespace markaz::ui {

/// What is found while a person types into the search field, below it. The keyboard stays in the field: arrows choose,
/// Enter opens, Escape closes and gives the keyboard back to what had it.
class SearchPopup final : public QFrame
{
    Q_OBJECT
public:
    /// \p field: in the same window; the popup shows itself when something is typed there.
    explicit SearchPopup(QLineEdit *field);
    void setFound(const QList<SearchHit> &hits, const QList<SearchCommand> &commands);
    SearchModel *model() { return &m_model; }
    QListView *view() const { return m_view; }

Q_SIGNALS:
    /// Something else was typed, a moment ago.
    void asked(const QString &text);
    void recordChosen(markaz::Entity entity, const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void open();
    void step(int by);
    void take(const QModelIndex &index);
    void place();

    QLineEdit *m_field;
    QPointer<QWidget> m_cameFrom; ///< what had the keyboard before the field
    QTimer *m_pause;
    SearchModel m_model;
    QListView *m_view;
    QLabel *m_nothing;
    FocusWatch m_focusWatch;
};

} // namespace markaz::ui

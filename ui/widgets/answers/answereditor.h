// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"
#include "core/support/result.h"

#include <QJsonObject>
#include <QWidget>

class QLineEdit;

namespace markaz::ui {

struct Services;

/// The control that takes the answer of one item. It shows what it is given and never keeps an answer of its own: what
/// the person enters is emitted, saved by the model and shown again.
class AnswerEditor : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// \p answer: JSON of an Answer, empty for none. \p creditBp colours what was chosen; \p computed is the text of a
    /// calculated value.
    virtual void show(const QJsonObject &answer, int creditBp, const QString &computed) = 0;
    /// Y and N on the current row; editors that know no yes and no ignore it.
    virtual void giveYesNo(bool yes) { Q_UNUSED(yes) }
    /// A wide editor stands under the item's text instead of beside it (repeat rows).
    virtual bool isWide() const { return false; }
    /// What stands typed in the field and was not given yet, as it was typed: half of a number is another.
    QString halfTyped() const;
    /// The same in the field again, as if it had just been typed; behind show().
    void takeUp(const QString &halfTyped);

Q_SIGNALS:
    void answerGiven(const QJsonObject &answer); ///< empty: taken back
    void notApplicableChosen();                  ///< the row asks for the reason
    void failed(const markaz::Error &error);     ///< nothing is given, and why
    void halfTypedChanged();

protected:
    /// \p line gives its answer when it is left. To be called before the editor itself listens for that.
    void watchHalfTyped(QLineEdit *line);
    /// Whether somebody types in the line, or was interrupted: what is shown anew takes nothing of it away.
    bool isHalfTyped() const;

private:
    QLineEdit *m_line = nullptr; ///< null: every answer is given at once
    bool m_typing = false;       ///< since the line was left last
};

/// The editor for \p item of \p standard. \p urdu: language of the options' labels. \p services: where given, a
/// position comes from a photo or a receiver, too; else it is typed.
AnswerEditor *makeAnswerEditor(const Item &item, const Standard &standard, bool urdu, QWidget *parent,
                               const Services *services = nullptr);

} // namespace markaz::ui

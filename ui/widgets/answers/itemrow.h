// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/score.h"
#include "ui/widgets/answers/answereditor.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTimer;
class QToolButton;

namespace markaz::ui {

class StatusChip;

/// What a row shows of its item.
struct ItemRowState
{
    QJsonObject answer;
    QString note;
    ItemScore::Status status = ItemScore::Status::Missing;
    int creditBp = 0;
    QString computed;
    bool editable = true;
    QDate carried;        ///< of the visit that gave the answer, when it was carried over
    bool changed = false; ///< since the reviewer returned it
    QString asked;        ///< what the reviewer wrote of it then
    QString lacking;      ///< what files are asked for and not there
};

/// One item of the checklist: code, text, the answer's control in place, status; the current row also shows its note
/// and what else may be said of the item (not applicable, not inspected, clear), each with the reason it needs.
class ItemRow final : public QFrame
{
    Q_OBJECT
public:
    /// \p standard and \p services: as of makeAnswerEditor().
    ItemRow(const Item &item, const Standard &standard, bool urdu, QWidget *parent, const Services *services = nullptr);

    const QString &code() const { return m_code; }
    AnswerEditor *editor() const { return m_editor; }
    void setState(const ItemRowState &state);
    /// What is shown below the note while the row is the current one: the files of the item. The row takes it.
    void setStrip(QWidget *strip);
    bool hasStrip() const { return m_strip != nullptr; }
    QWidget *strip() const { return m_strip; }
    void setStripShown(bool shown);
    void setCurrent(bool current);
    bool isCurrent() const { return m_current; }
    void focusNote();
    void giveYesNo(bool yes);
    /// Opens the field for the reason; \p notInspected: of "not inspected" instead of "not applicable".
    void askReason(bool notInspected);
    bool asksReason() const { return !m_reasonBox->isHidden(); }
    void giveReasonUp(); ///< nothing changes
    bool mayBeNotApplicable() const { return m_naAllowed && !m_calculated; }
    /// What is typed at the item and not saved yet: the `reason`, with `not_inspected` (bool) for what, what is `typed`
    /// in the answer's field, and the `note`; with them the `answer` and the note (`note_seen`) that they were typed
    /// over. Empty: nothing.
    QJsonObject halfTyped() const;
    /// The same again, as soon as the row has a state; a note is saved then. Nothing of an answer that was given since.
    void takeUp(const QJsonObject &halfTyped);

Q_SIGNALS:
    void answerGiven(const QString &code, const QJsonObject &answer);
    void noteGiven(const QString &code, const QString &note);
    void activated(const QString &code); ///< clicked
    void halfTypedChanged(const QString &code, const QJsonObject &halfTyped);
    void failed(const markaz::Error &error);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const Item &item, const Standard &standard, bool urdu, const Services *services);
    void showReason(bool notInspected);
    void giveReason();
    void leaveReason();
    void tellHalfTyped();
    void takeUpWaiting();
    void takeUpNote(const QString &note, const QString &seen);
    void giveNote();
    void refreshDetail();

    QString m_code;
    bool m_naAllowed;
    bool m_calculated;
    bool m_current = false;
    bool m_askNotInspected = false;
    bool m_reasonTyped = false; ///< stands in its line also while the row is not the current one
    bool m_noteTakenUp = false; ///< and not given yet
    bool m_known = false;       ///< m_state was set
    QJsonObject m_waiting;      ///< to be taken up
    ItemRowState m_state;
    AnswerEditor *m_editor = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_reasonShown = nullptr;
    QLabel *m_asked = nullptr;
    QLabel *m_lacking = nullptr;
    StatusChip *m_chip = nullptr;
    QWidget *m_detail = nullptr;
    QWidget *m_reasonBox = nullptr;
    QLabel *m_reasonLabel = nullptr;
    QLineEdit *m_reason = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QTimer *m_pause = nullptr; ///< runs while a note is typed that is not saved yet
    QToolButton *m_na = nullptr;
    QToolButton *m_notInspected = nullptr;
    QToolButton *m_clear = nullptr;
    QWidget *m_strip = nullptr;
    bool m_stripShown = true;
};

} // namespace markaz::ui

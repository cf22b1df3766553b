// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/inspections.h"
#include "ui/services.h"
#include "ui/widgets/focuswatch.h"

#include <QHash>
#include <QUndoStack>
#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace markaz::ui {

class DateField;
class EvidencePane;
class MessageArea;
class PageHeader;
class SubmitFooter;

/// The short form of a visit that could not be made: why, what was found, who was met, from when it may work, photos.
/// What is typed is kept in the draft as each field is left and in each pause of the typing, and until then among what
/// is unfinished.
class VisitPage final : public QWidget
{
    Q_OBJECT
public:
    explicit VisitPage(const Services &services, QWidget *parent = nullptr);

    /// \p begun: the draft was made to open this page, and goes again when the page is left, by whichever way, with
    /// nothing entered. A file that is still under way is something: the page waits for it, or, where another is shown
    /// over it, the draft does.
    void open(const QString &inspectionId, bool begun);
    QString inspectionId() const { return m_inspectionId; }
    /// Of visits that were not submitted, by inspection: what was chosen (`choice`), which no record has before, and
    /// the words that are not kept in the draft yet (`note`, `met`), with those that they are typed over (`seen`). A
    /// mere string is the choice, as programs before 2026-11-30 have it.
    QJsonObject unfinished() const;
    void resume(const QJsonObject &unfinished);

Q_SIGNALS:
    void backRequested();
    void submitted(const QString &inspectionId);
    void unfinishedChanged();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *buildOutcomes();
    QWidget *buildReport();
    QString outcome() const;
    VisitReport report() const;
    QJsonObject typed() const; ///< of the visit that is shown
    void takeUp(const QJsonObject &words);
    bool keep();   ///< false when it could not be written; says why
    bool settle(); ///< false when it could not be written; says why
    void leave();
    bool discard(const QString &id);
    void filesMoved(const QString &inspectionId);
    void refreshFooter();
    void submit();
    void refuse(const Error &error);

    Services m_services;
    QString m_inspectionId;
    bool m_begun = false;
    bool m_leaving = false; ///< when the last file is there
    QSet<QString> m_left;   ///< begun drafts that were left with files under way
    QUndoStack m_undo;      ///< of removed files
    QHash<QString, QString>
        m_chosen;       ///< inspection -> the choice that was made, which no record has before it is submitted
    VisitReport m_kept; ///< what the draft has
    QHash<QString, QJsonObject> m_typed; ///< inspection -> the words that wait until it is opened
    PageHeader *m_header;
    MessageArea *m_messages;
    QButtonGroup *m_outcomes;
    QPlainTextEdit *m_note;
    QLineEdit *m_met;
    DateField *m_next;
    EvidencePane *m_files;
    QCheckBox *m_word;
    SubmitFooter *m_footer;
    FocusWatch m_focusWatch;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/findings.h"
#include "ui/services.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace markaz::ui {

class Card;
class MessageArea;
class PageHeader;
class SignatureCard;
class SubmitFooter;
class StatusChip;

/// Review before submitting: the problems by section with a link to each, the score by section, the files, the
/// signatures, the findings that this visit may verify, the inspector's word. Submitting works offline; the inspection
/// is then fixed.
class SubmitPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SubmitPage(const Services &services, QWidget *parent = nullptr);
    /// \p begun are the items of findings that were begun and not raised, and the ids of findings whose change was
    /// begun and not saved.
    void open(const QString &inspectionId, const QStringList &begun = {});

Q_SIGNALS:
    void backRequested();
    void goToItem(const QString &code);
    void submitted(const QString &inspectionId);
    void notPossibleRequested(const QString &inspectionId); ///< the visit could not be made: the short form

private:
    void build();
    void refresh();
    void addBegun();
    void fillProblems();
    void fillScore();
    void fillFiles();
    void fillFindings();
    void refreshFooter();
    void submit();

    Services m_services;
    SubmitInspection m_useCase;
    MoveFinding m_findings;
    QString m_inspectionId;
    QStringList m_begun;
    const Standard *m_standard = nullptr; ///< the inspection's version
    QList<Problem> m_problems;

    PageHeader *m_header;
    MessageArea *m_messages;
    Card *m_problemsCard;
    QVBoxLayout *m_problemRows;
    Card *m_scoreCard;
    QVBoxLayout *m_scoreRows;
    QLabel *m_files;
    QLabel *m_filesMissing; ///< of those that are asked for
    QPushButton *m_fileList;
    SignatureCard *m_inspectorSigns;
    SignatureCard *m_ownerSigns;
    QLabel *m_findingsTitle;
    QVBoxLayout *m_findingRows;
    QHash<QString, QCheckBox *> m_verified; ///< by the finding's id
    QCheckBox *m_word;
    SubmitFooter *m_footer;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/findings.h"
#include "ui/services.h"

#include <QFrame>
#include <QJsonObject>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace markaz::ui {

class AskTwice;
class EvidencePane;
class FindingForm;
class StatusChip;

/// One finding: what was found, who is to mend it and by when, the photos of its item, and what the account may do.
class FindingDetail final : public QFrame
{
    Q_OBJECT
public:
    explicit FindingDetail(const Services &services, QWidget *parent = nullptr);
    /// What is being typed stays while it is the same finding and can still be changed.
    void showFinding(const QString &id);
    /// What is typed and not saved, by finding: its `change` (see FindingForm::typed()) and its `reason` to be waived.
    QJsonObject typed() const;
    void resume(const QJsonObject &typed);

Q_SIGNALS:
    void closed();
    void inspectionRequested(const QString &inspectionId);
    void failed(const markaz::Error &error);
    void moved(); ///< something was saved

private:
    void build();
    QWidget *buildActions();
    void fillWords(const Finding &finding);
    void fillPhotos(const Finding &finding);
    void fillActions(const Finding &finding);
    QJsonObject typedNow() const;
    void keepTyped();
    void takeUp();
    void take(FindingStep step, const QString &reason = {});
    void beginEdit();
    void save();
    QString accountName(const QString &id) const;

    Services m_services;
    SubmitInspection m_scores;
    MoveFinding m_moves;
    QString m_id;
    QString m_inspectionId;
    QJsonObject m_typed; ///< by finding; of the one that is shown its fields say it

    QLabel *m_code;
    StatusChip *m_severity;
    StatusChip *m_state;
    QLabel *m_building;
    QLabel *m_item;
    QWidget *m_words;
    QVBoxLayout *m_rows;
    FindingForm *m_form;
    QLabel *m_photosTitle;
    EvidencePane *m_photos;
    QLabel *m_laterTitle;
    EvidencePane *m_later; ///< of the visit that verified it
    QLabel *m_noPhotos;
    QWidget *m_actions;
    QPushButton *m_edit;
    QPushButton *m_fix;
    QPushButton *m_reopen;
    QPushButton *m_restore;
    QPushButton *m_waive;
    QWidget *m_reasonBox;
    QLineEdit *m_reason;
    AskTwice *m_verify;
    QPushButton *m_open;
};

} // namespace markaz::ui

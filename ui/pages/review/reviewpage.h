// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/inspectionsmodel.h"
#include "ui/models/reviewmodel.h"

#include <QWidget>

#include <memory>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QPushButton;

namespace markaz::ui {

class AskTwice;
class EvidencePane;
class LargePhoto;
class MessageArea;
class PageHeader;
class SegmentedControl;
class SignaturesButton;
class StatusChip;
class TableView;
class VerdictBar;

/// The officer's desk: what waits, oldest first | the inspection beside the previous one | the chosen item with the
/// inspector's note and the officer's comment. Accept, return or reject.
class ReviewPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewPage(const Services &services, QWidget *parent = nullptr);
    /// Opens the inspection; empty: the oldest that waits.
    void open(const QString &inspectionId);
    QString inspectionId() const { return m_inspectionId; }
    /// Comments and reason of a decision that was not made yet; empty when there are none. resume() opens its
    /// inspection with them.
    QJsonObject unfinished();
    void resume(const QJsonObject &unfinished);

Q_SIGNALS:
    void backRequested();
    void accepted(const QString &inspectionId);
    void certificateRequested(const QString &inspectionId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *buildQueue();
    QWidget *buildTable();
    QWidget *buildItem();
    QWidget *buildFacts(QWidget *pane);
    QWidget *buildFooter();
    QWidget *buildReason(QWidget *footer);
    void refresh();
    void refreshFooter();
    void refreshFiles();
    void showPhotos();
    QString subTitle() const;
    QString summary() const;
    void showOnly(const QString &id);
    void showFirst();
    void showItem(const QString &code);
    void keepComment();
    QString wordsBefore(const QString &code) const;
    bool waits() const; ///< for a review, whoever's
    // reviewdecision.cpp
    void refreshBefore();
    void refreshSeparation();
    void refreshAsking();
    void makeRoom();
    void decide(const QString &decision);
    void sayReasonIsMissing(const QString &decision);
    void followSync();

    // Of the page's messages, so that news of one matter replaces the old.
    static inline const QString kErrorKey = QStringLiteral("error");
    static inline const QString kDecidedKey = QStringLiteral("decided");
    static inline const QString kOvertakenKey = QStringLiteral("overtaken");

    Services m_services;
    InspectionsModel m_queue;
    QString m_inspectionId;
    QString m_item;
    QJsonObject m_comments;
    QJsonObject m_askedBefore; ///< item code -> what was asked for as the previous one was decided
    QString m_separated;       ///< why this account may not decide; empty: it may
    bool m_deciding = false;
    std::unique_ptr<ReviewModel> m_model;

    PageHeader *m_header;
    MessageArea *m_messages;
    QLabel *m_waiting;
    QListView *m_queueView;
    SegmentedControl *m_show;
    QLabel *m_summary;
    TableView *m_table;
    QWidget *m_itemPane;
    QLabel *m_itemTitle;
    QLabel *m_itemText;
    StatusChip *m_answer;
    QLabel *m_before;
    QLabel *m_note;
    EvidencePane *m_files;
    LargePhoto *m_photo;
    QLabel *m_filesBeforeTitle;
    EvidencePane *m_filesBefore; ///< of the previous inspection
    QPushButton *m_report;
    QLabel *m_fileWords;
    QPushButton *m_fileList;
    QLabel *m_lacking;
    SignaturesButton *m_signatures;
    QLabel *m_commentTitle;
    QPlainTextEdit *m_comment;
    QLabel *m_commentHint;
    QLineEdit *m_reason;
    QLabel *m_duty;
    QLabel *m_decided; ///< what was decided, where it waits no more
    QLabel *m_missing; ///< at the reason: that it is
    QWidget *m_reasonBox;
    QHBoxLayout *m_footer;
    AskTwice *m_reject;
    QPushButton *m_return;
    AskTwice *m_accept;
    QPushButton *m_toCertificate;
    QLabel *m_decisionBefore; ///< what was decided about the previous one
    VerdictBar *m_verdict;
};

} // namespace markaz::ui

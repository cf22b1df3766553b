// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/reviewpage.h"

#include "core/support/programmeday.h"
#include "ui/text/answerwords.h"
#include "ui/text/filewords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/text/verdictwords.h"
#include "ui/widgets/evidence/evidencepane.h"
#include "ui/widgets/evidence/largephoto.h"
#include "ui/widgets/evidence/signaturesbutton.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/verdictbar.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

namespace markaz::ui {
void ReviewPage::open(const QString &inspectionId)
{
    keepComment();
    m_messages->withdraw(kErrorKey);
    m_messages->withdraw(kDecidedKey);
    m_messages->withdraw(kOvertakenKey);
    const QString before = m_inspectionId;
    m_inspectionId = inspectionId;
    if (m_inspectionId.isEmpty() && m_queue.rowCount() > 0)
        m_inspectionId = m_queue.at(0).id;
    if (m_inspectionId != before) { // coming back to the same one finds the comments that were not sent yet
        m_comments = {};
        m_reason->clear();
    }
    m_item.clear();
    m_table->setModel(nullptr);
    m_model.reset();
    if (m_inspectionId.isEmpty()) {
        refresh();
        return;
    }
    m_model = std::make_unique<ReviewModel>(m_services, m_inspectionId);
    if (!m_model->context()) {
        m_messages->post(kErrorKey, Message::of(m_model->loadError()));
        m_model.reset();
        refresh();
        return;
    }
    m_model->setComments(m_comments);
    m_table->setModel(m_model.get());
    m_table->setWidths({64, 0, 130, 190, 84, 84});
    m_table->setColumnHidden(ReviewModel::PreviousColumn, !m_model->hasPrevious());
    m_table->setColumnHidden(ReviewModel::ChangeColumn, !m_model->hasPrevious());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showItem(current.data(ReviewModel::CodeRole).toString()); });
    m_show->setSegments(
        {{QStringLiteral("differences"),
          tr("Differences %1").arg(m_model->countOf(ReviewModel::Show::Differences)),
          {}},
         {QStringLiteral("failing"), tr("Short %1").arg(m_model->countOf(ReviewModel::Show::Failing)), {}},
         {QStringLiteral("all"), tr("All %1").arg(m_model->countOf(ReviewModel::Show::All)), {}}});
    m_show->button(QStringLiteral("differences"))->setEnabled(m_model->hasPrevious());
    // The first of the three that shows anything.
    if (m_model->hasPrevious() && m_model->countOf(ReviewModel::Show::Differences) > 0)
        m_show->setCurrent(QStringLiteral("differences"));
    else if (m_model->countOf(ReviewModel::Show::Failing) > 0)
        showOnly(QStringLiteral("failing"));
    else
        showOnly(QStringLiteral("all"));
    const int row = m_queue.rowOf(m_inspectionId);
    if (row >= 0)
        m_queueView->setCurrentIndex(m_queue.index(row, 0));
    else
        m_queueView->setCurrentIndex({});
    refresh();
    showFirst();
}

void ReviewPage::showOnly(const QString &id)
{
    m_show->setCurrent(id);
    m_model->setShow(id == QLatin1String("differences") ? ReviewModel::Show::Differences
                     : id == QLatin1String("failing")   ? ReviewModel::Show::Failing
                                                        : ReviewModel::Show::All);
}

/// The first of the items that are listed; where none is, none is spoken of.
void ReviewPage::showFirst()
{
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    else
        showItem({});
}

void ReviewPage::refresh()
{
    m_waiting->setText(tr("Waiting %1").arg(m_queue.rowCount()));
    const bool shown = m_model != nullptr;
    for (QWidget *widget :
         {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_show), static_cast<QWidget *>(m_verdict)})
        widget->setVisible(shown);
    if (!shown) {
        m_header->setCode({});
        m_report->hide();
        m_header->setTitle(tr("Review"));
        m_header->setSub(tr("No inspection waits for review. New ones appear here after a sync."));
        m_header->setChip(std::nullopt);
        m_summary->clear();
        refreshFiles();
        refreshBefore();
        showItem({});
        refreshFooter();
        return;
    }
    const InspectionContext &context = *m_model->context();
    m_header->setCode(context.building.code().toString());
    m_header->setTitle(context.building.name());
    m_header->setChip(chips::inspectionState(context.inspection.state()));
    m_report->show();
    m_header->setSub(subTitle());
    m_summary->setText(summary());
    const bool done = context.inspection.visitOutcome() == QLatin1String("done");
    m_verdict->setContent(verdictContent(m_model->standard(), m_model->score(), context.scoring.tier));
    m_verdict->setVisible(done);
    refreshFiles();
    refreshBefore();
    refreshFooter();
}

QString ReviewPage::subTitle() const
{
    const auto nameOf = [this](const Inspection &inspection) {
        auto inspector = m_services.workspace.records.requireAs<Account>(inspection.inspectorId());
        return inspector ? inspector->displayName() : tr("an inspector of another province");
    };
    const InspectionContext &context = *m_model->context();
    const QString kind = labels::visitOfRevision(context.inspection.kind(), context.inspection.revision());
    const QString when = format::dateTime(context.inspection.isDraft() ? context.inspection.startedAt()
                                                                       : context.inspection.finishedAt());
    QString words = tr("%1 of %2 by %3, %4")
                        .arg(kind, when, nameOf(context.inspection), labels::tier(context.scoring.tier).toLower());
    if (!m_model->hasPrevious())
        return words;
    const Inspection &previous = m_model->previousContext()->inspection;
    const QString day = format::date(programmeDay(previous.finishedAt()));
    return previous.state() == QLatin1String("rejected")
               ? tr("%1; beside the rejected one of %2 by %3").arg(words, day, nameOf(previous))
               : tr("%1; beside the one of %2 by %3").arg(words, day, nameOf(previous));
}

QString ReviewPage::summary() const
{
    const Inspection &inspection = m_model->context()->inspection;
    if (inspection.isDraft())
        return tr("Nothing was submitted yet: the inspector is still at work on it.");
    if (inspection.visitOutcome() != QLatin1String("done"))
        return tr("The visit ended as “%1”: nothing was scored.").arg(labels::visitOutcome(inspection.visitOutcome()));
    if (!m_model->hasPrevious())
        return tr("First inspection of this building");
    return tr("Previous %1, this one %2: %3 better, %4 worse")
        .arg(format::score(m_model->previousScore().totalBp), format::score(m_model->score().totalBp),
             format::number(m_model->changed(true)), format::number(m_model->changed(false)));
}

/// The chosen item's photos, large; below them those of the last time. A revision has the earlier ones among its own.
void ReviewPage::showPhotos()
{
    m_files->setVisible(m_files->model()->rowCount() != 1); // one is shown large already
    const bool before = m_model && m_model->hasPrevious() && m_model->context()->inspection.revision() <= 1 &&
                        !m_filesBefore->isEmpty();
    m_filesBefore->setVisible(before);
    m_filesBeforeTitle->setVisible(before);
}

void ReviewPage::refreshFiles()
{
    m_fileWords->clear();
    m_fileList->hide();
    m_signatures->setInspection(m_model ? m_inspectionId : QString());
    if (!m_model)
        return;
    const auto count = EvidenceList(m_services.workspace).countOf(m_inspectionId);
    if (!count) {
        m_messages->post(QStringLiteral("files"), Message::of(count.error()));
        return;
    }
    m_fileWords->setText(evidenceWords(*count));
    m_fileList->setVisible(count->all > 0);
    const int lacking = m_model->context()->inspection.visitOutcome() == QLatin1String("done") ? m_model->lacking() : 0;
    if (lacking > 0) {
        const QString words = lacking == 1 ? tr("1 item lacks a file that is asked for")
                                           : tr("%1 items lack a file that is asked for").arg(lacking);
        m_fileWords->setText(m_fileWords->text().isEmpty() ? words
                                                           : QStringLiteral("%1 · %2").arg(m_fileWords->text(), words));
    }
    m_fileWords->setVisible(!m_fileWords->text().isEmpty());
}

void ReviewPage::showItem(const QString &code)
{
    keepComment();
    m_item = code;
    const Item *item = m_model == nullptr ? nullptr : m_model->standard().item(code);
    const bool shown = item != nullptr;
    m_itemPane->setVisible(shown);
    if (!shown)
        return;
    m_files->showItem(m_inspectionId, code, false);
    if (m_model->hasPrevious()) {
        const Inspection &previous = m_model->previousContext()->inspection;
        m_filesBefore->showItem(previous.id(), code, false);
        m_filesBeforeTitle->setText(tr("Photos of %1").arg(format::date(programmeDay(previous.finishedAt()))));
    }
    showPhotos();
    const ItemScore scored = m_model->score().items.value(code);
    m_itemTitle->setText(item->critical ? tr("%1, critical, weight %2").arg(format::code(code)).arg(item->weight)
                                        : tr("%1, weight %2").arg(format::code(code)).arg(item->weight));
    m_itemText->setText(item->text.in(isUrdu()));
    ChipContent chip = chips::item(scored.status, scored.creditBp);
    const QString words = m_model->answerOf(code);
    if (!words.isEmpty())
        chip.word = words;
    m_answer->setContent(chip);
    m_before->setText(wordsBefore(code));
    m_before->setVisible(m_model->hasPrevious());
    m_lacking->setText(lackingWords(m_model->lacking(code)));
    m_lacking->setVisible(!m_lacking->text().isEmpty());
    const QString note = m_model->noteOf(code);
    m_note->setText(
        note.isEmpty()
            ? tr("The inspector left no note.").toHtmlEscaped()
            : QStringLiteral("<b>%1</b> %2").arg(tr("Inspector’s note.").toHtmlEscaped(), note.toHtmlEscaped()));
    m_comment->setPlainText(m_comments.value(code).toString());
    const bool waiting = m_model->context()->inspection.state() == QLatin1String("submitted");
    m_comment->setReadOnly(!waiting);
    for (QWidget *widget : {static_cast<QWidget *>(m_commentTitle), static_cast<QWidget *>(m_comment),
                            static_cast<QWidget *>(m_commentHint)})
        widget->setVisible(waiting || !m_comment->toPlainText().isEmpty());
    m_comment->setAccessibleName(tr("Your comment on %1").arg(code));
}

/// What was answered, noted and asked for the last time.
QString ReviewPage::wordsBefore(const QString &code) const
{
    if (!m_model->hasPrevious())
        return {};
    const QString note = m_model->previousNoteOf(code);
    QString words = note.isEmpty() ? tr("Last time: %1").arg(m_model->previousAnswerOf(code))
                                   : tr("Last time: %1. %2").arg(m_model->previousAnswerOf(code), format::words(note));
    if (const QString asked = m_askedBefore.value(code).toString(); !asked.isEmpty())
        words += QLatin1Char('\n') + tr("The reviewer asked then: “%1”").arg(format::words(asked));
    return words;
}

void ReviewPage::keepComment()
{
    if (m_item.isEmpty() || !m_model)
        return;
    const QString words = m_comment->toPlainText().trimmed();
    if (words == m_comments.value(m_item).toString())
        return; // nothing was typed: what is asked meanwhile stays asked
    if (words.isEmpty())
        m_comments.remove(m_item);
    else
        m_comments.insert(m_item, words);
    m_model->setComments(m_comments);
    refreshAsking();
}

QJsonObject ReviewPage::unfinished()
{
    keepComment();
    const QString reason = m_reason->text();
    const bool open = m_model && m_model->context()->inspection.state() == QLatin1String("submitted");
    if (!open || (m_comments.isEmpty() && reason.isEmpty()))
        return {};
    return {{QStringLiteral("inspection"), m_inspectionId},
            {QStringLiteral("comments"), m_comments},
            {QStringLiteral("reason"), reason}};
}

void ReviewPage::resume(const QJsonObject &unfinished)
{
    open(unfinished.value(QStringLiteral("inspection")).toString());
    if (!m_model)
        return;
    m_comments = unfinished.value(QStringLiteral("comments")).toObject();
    m_model->setComments(m_comments);
    m_comment->setPlainText(m_comments.value(m_item).toString());
    m_reason->setText(unfinished.value(QStringLiteral("reason")).toString());
    refreshFooter();
}

void ReviewPage::showEvent(QShowEvent *event)
{
    m_queue.setActive(true);
    QWidget::showEvent(event);
}

void ReviewPage::hideEvent(QHideEvent *event)
{
    m_queue.setActive(false);
    QWidget::hideEvent(event);
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspection/inspectionpage.h"

#include "ui/pages/inspection/guidancepane.h"
#include "ui/pages/inspection/versionpane.h"
#include "ui/text/changewords.h"
#include "ui/text/citylabels.h"
#include "ui/text/filewords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/text/verdictwords.h"
#include "ui/widgets/afterpress.h"
#include "ui/widgets/answers/itemrow.h"
#include "ui/widgets/evidence/evidencepane.h"
#include "ui/widgets/evidence/signaturesbutton.h"
#include "ui/widgets/letterkey.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/sectionlist.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/verdictbar.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

const QString kRefusedKey = QStringLiteral("refused");
const QString kOtherDraftKey = QStringLiteral("other draft");
const QString kLostKey = QStringLiteral("lost");

} // namespace

void InspectionPage::open(const QString &inspectionId)
{
    if (m_model && m_inspectionId == inspectionId && m_model->reload()) {
        m_messages->withdraw(kRefusedKey);
        return;
    }
    dropRows();
    m_version->hide();
    m_sectionList->setModel(nullptr);
    m_sections.reset();
    m_inspectionId = inspectionId;
    m_model = std::make_unique<ChecklistModel>(m_services, inspectionId);
    m_messages->withdraw(kRefusedKey);
    m_messages->withdraw(kLostKey);
    m_messages->withdraw(kOtherDraftKey);
    m_otherDraft.clear();
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    if (!m_model->context()) {
        m_other->hide();
        m_messages->post(kRefusedKey, Message::of(m_model->loadError()));
        return;
    }
    m_sections = std::make_unique<SectionsModel>(*m_model);
    m_sectionList->setModel(m_sections.get());
    // The press on a control leaves another, which may give its answer then: what that moves waits for the release.
    connect(m_model.get(), &ChecklistModel::scoreChanged, this,
            [this] { m_afterPress->run(QStringLiteral("refresh"), [this] { refresh(); }); });
    connect(m_model.get(), &ChecklistModel::saved, this,
            [this] { m_afterPress->run(QStringLiteral("saved"), [this] { m_messages->withdraw(kRefusedKey); }); });
    connect(m_model.get(), &ChecklistModel::refused, this, [this](const Error &error) {
        m_afterPress->run(kRefusedKey, [this, error] {
            refuse(error);
            refresh(); // every control shows what is stored again
        });
    });
    connect(m_model.get(), &ChecklistModel::standardChanged, this, &InspectionPage::beginAnew);
    QUndoStack *stack = m_model->undoStack();
    connect(stack, &QUndoStack::canUndoChanged, m_undo, &QToolButton::setEnabled);
    connect(stack, &QUndoStack::canRedoChanged, m_redo, &QToolButton::setEnabled);
    goOn();
}

void InspectionPage::refuse(const Error &error)
{
    m_messages->post(kRefusedKey, Message::of(error));
}

void InspectionPage::goToItem(const QString &code)
{
    const Item *item = m_model && m_model->context() ? m_model->standard().item(code) : nullptr;
    if (item == nullptr)
        return;
    if (item->section != m_section) {
        showSection(item->section);
        refresh();
    }
    if (rowOf(code) == nullptr) {
        leaveRow();
        m_show = Show::All;
        refreshFilter();
        fillRows();
    }
    makeCurrent(code, true);
}

void InspectionPage::showSection(const QString &code)
{
    leaveRow();
    m_section = code;
    for (int row = 0; row < m_sections->rowCount(); ++row) {
        if (m_sections->codeAt(row) == code && m_sectionList->currentIndex().row() != row)
            m_sectionList->setCurrentIndex(m_sections->index(row));
    }
    fillRows();
    m_scroll->ensureVisible(0, 0);
}

/// Whether a change of it has not been taken by the server yet.
bool InspectionPage::isOwed() const
{
    const auto owed = m_services.workspace.outbox.owedOf(Entity::Inspection, m_inspectionId);
    return owed && !owed->isEmpty();
}

/// Nothing is attached any more to what is submitted.
void InspectionPage::showFiles(ItemRow *row)
{
    auto *files = static_cast<EvidencePane *>(row->strip());
    files->showItem(m_inspectionId, row->code(), m_model->editable());
    row->setStripShown(m_model->editable() || !files->isEmpty());
}

void InspectionPage::refresh()
{
    if (!m_model || !m_model->context())
        return;
    // A rule may have shown or hidden an item of this section; then its row comes or goes, else all are repainted.
    if (m_show == Show::All || m_show == Show::ToDo) {
        QStringList shouldBe;
        for (int i = 0; i < m_model->rowCount(); ++i) {
            if (wanted(i))
                shouldBe.append(m_model->item(i).code);
        }
        QStringList are;
        for (const ItemRow *row : std::as_const(m_rows))
            are.append(row->code());
        if (are != shouldBe)
            inPlace([this] { fillRows(); });
    }
    for (ItemRow *row : std::as_const(m_rows))
        refreshRow(row);

    const ScoreResult &score = m_model->score();
    const InspectionContext &context = *m_model->context();
    m_verdict->setContent(verdictContent(m_model->standard(), score, context.scoring.tier));
    int answered = 0;
    int total = 0;
    for (const SectionScore &section : score.sections) {
        answered += section.answered;
        total += section.total;
    }
    m_answered->setText(tr("%1 of %2 answered").arg(answered).arg(total));
    const Section *section = m_model->standard().section(m_section);
    const SectionScore *scored = score.section(m_section);
    if (section != nullptr && scored != nullptr) {
        m_sectionTitle->setText(QStringLiteral("%1  %2").arg(section->code, section->title.in(isUrdu())));
        m_sectionScore->setText(
            scored->floorBp > 0
                ? tr("Section score %1, floor %2").arg(format::score(scored->scoreBp), format::score(scored->floorBp))
                : tr("Section score %1").arg(format::score(scored->scoreBp)));
    }
    refreshFilter();
    refreshGuidance();
    refreshHead();
}

void InspectionPage::refreshHead()
{
    if (!m_model || !m_model->context())
        return;
    const InspectionContext &context = *m_model->context();
    const City *city = m_services.gazetteer.city(context.building.cityId());
    m_header->setCode(context.building.code().toString());
    m_header->setTitle(context.building.name());
    QStringList sub{labels::visitOfRevision(context.inspection.kind(), context.inspection.revision()),
                    QStringLiteral("%1, %2").arg(labels::tier(context.scoring.tier),
                                                 city == nullptr ? QString() : labels::cityName(*city))};
    const auto files = EvidenceList(m_services.workspace).countOf(m_inspectionId);
    if (files && files->all > 0)
        sub.append(evidenceWords(*files));
    sub.append(tr("Standard version %1").arg(context.inspection.standardVersion()));
    sub.append(tr("Started %1").arg(format::dateTime(context.inspection.startedAt()))); // the first that may be cut
    m_header->setSub(sub);
    if (context.inspection.isDraft())
        m_header->setChip(std::nullopt);
    else
        m_header->setChip(chips::inspectionState(context.inspection.state(), isOwed()));
    if (m_model->lost()) {
        m_messages->post(kLostKey, {Status::Bad,
                                    {ChangeWords(m_services).reason(*m_model->lost()),
                                     tr("What was entered here is kept on this laptop, and cannot be sent."),
                                     tr("Open Sync, then “Rejected”, to keep a copy of it and give it up.")},
                                    {},
                                    {},
                                    false});
    } else {
        m_messages->withdraw(kLostKey);
    }
    refreshVersion();
    sayOfOtherDrafts();
    const bool editable = m_model->editable();
    m_saved->setText(m_model->savedAt().isValid()
                         ? tr("Saved on this laptop %1").arg(format::time(m_model->savedAt()))
                         : (editable ? tr("Each answer is saved as you give it") : tr("Read only")));
    m_signatures->setInspection(editable ? QString() : m_inspectionId); // of a draft they stand where it is submitted
    m_other->setVisible(m_model->otherRevision().has_value());
    m_other->setText(m_model->isRevision() ? tr("See what was returned") : tr("See the new revision"));
    m_review->setVisible(editable);
    m_save->setVisible(!editable);
    m_undo->setVisible(editable);
    m_redo->setVisible(editable);
}

void InspectionPage::sayAlwaysApplicable()
{
    m_messages->post(QStringLiteral("applicable"),
                     {Status::Info,
                      {tr("%1 always applies: the standard does not let it be left out.").arg(format::code(m_current)),
                       {},
                       tr("Answer it, or say why it was not inspected.")},
                      {},
                      {},
                      true});
}

/// What is dropped beside the strips belongs to the current item.
void InspectionPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_model && m_model->editable() && rowOf(m_current) != nullptr && EvidencePane::canAttach(*event->mimeData()))
        event->acceptProposedAction();
}

void InspectionPage::dropEvent(QDropEvent *event)
{
    ItemRow *row = m_model ? rowOf(m_current) : nullptr;
    if (row != nullptr && filesOf(row)->attachFrom(*event->mimeData()))
        event->acceptProposedAction();
}

void InspectionPage::keyPressEvent(QKeyEvent *event)
{
    ItemRow *row = m_model ? rowOf(m_current) : nullptr;
    if (row != nullptr && event->matches(QKeySequence::Paste)) {
        filesOf(row)->paste();
        return;
    }
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (row == nullptr || !plain) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (letterKey(*event)) {
    case Qt::Key_Y:
        row->giveYesNo(true);
        break;
    case Qt::Key_N:
        row->giveYesNo(false);
        break;
    case Qt::Key_A:
        if (m_model->editable() && !row->mayBeNotApplicable())
            sayAlwaysApplicable();
        row->askReason(false);
        break;
    case Qt::Key_Escape: // out of a note or an answer's field, back to the keys of the page
        row->giveReasonUp();
        setFocus(Qt::OtherFocusReason);
        break;
    case Qt::Key_M:
        row->focusNote();
        break;
    case Qt::Key_P:
        filesOf(row)->chooseFiles();
        break;
    case Qt::Key_F:
        nextProblem();
        break;
    case Qt::Key_Up:
        step(-1);
        break;
    case Qt::Key_Down:
        step(1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!row->asksReason()) // its line hands the key on
            row->editor()->setFocus(Qt::OtherFocusReason);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace markaz::ui

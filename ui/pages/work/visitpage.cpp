// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/work/visitpage.h"

#include "core/support/programmeday.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/answers/typingpause.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/evidence/evidencepane.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/submitfooter.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

namespace markaz::ui {
namespace {

const QString kRefusedKey = QStringLiteral("refused");
const QString kLeavingKey = QStringLiteral("leaving");
const QString kRemovedKey = QStringLiteral("removed");
constexpr int kLongestNote = 2000; ///< as the record takes it

// The members of what is unfinished.
const QString kChoice = QStringLiteral("choice");
const QString kNote = QStringLiteral("note");
const QString kMet = QStringLiteral("met");
const QString kSeen = QStringLiteral("seen");

struct Ending
{
    const char *token;
    QString meaning;
};

QList<Ending> endings()
{
    return {{"no_entry", VisitPage::tr("The gate or the doors were locked, or somebody refused the way in")},
            {"owner_absent", VisitPage::tr("Nobody was there who could open the rooms and show the papers")},
            {"wrong_address", VisitPage::tr("The building is not where the record says, or is another one")},
            {"unsafe", VisitPage::tr("Cracks, wires, water, fumes or people made it dangerous to go in")},
            {"not_ready", VisitPage::tr("Building works go on, and most items cannot be judged yet")}};
}

} // namespace

VisitPage::VisitPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_focusWatch([this](QWidget *left, QWidget *) {
        if (left != nullptr && isVisible() && isAncestorOf(left))
            keep();
    })
{
    setObjectName(QStringLiteral("visitPage"));
    build();
    connect(&m_services.attaching, &AttachQueue::changed, this, &VisitPage::filesMoved);
}

void VisitPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(PageHeader::Kind::Docked, this);
    auto *cancel = new QPushButton(tr("Back"), this);
    cancel->setObjectName(QStringLiteral("leaveVisit"));
    cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    m_header->addAction(cancel);
    connect(cancel, &QPushButton::clicked, this, &VisitPage::leave);
    connect(m_header, &PageHeader::backRequested, this, &VisitPage::leave);
    column->addWidget(m_header);
    m_messages = new MessageArea(this);
    m_messages->setContentsMargins(16, 12, 16, 0);
    column->addWidget(m_messages);

    auto *cards = new QWidget(this);
    auto *row = new QHBoxLayout(cards);
    row->setContentsMargins(16, 16, 16, 16);
    row->setSpacing(16);
    row->addWidget(buildOutcomes(), 1);
    row->addWidget(buildReport(), 1);
    column->addWidget(scrolling(cards, this), 1);

    m_footer =
        new SubmitFooter(tr("No item needs an answer and nothing is scored. Submitting works offline; the visit is "
                            "then fixed and waits on this laptop until it is sent."),
                         tr("Submit the visit"), this);
    m_footer->button()->setObjectName(QStringLiteral("submitVisit"));
    connect(m_footer->button(), &QPushButton::clicked, this, &VisitPage::submit);
    column->addWidget(m_footer);
}

QWidget *VisitPage::buildOutcomes()
{
    auto *card = new Card(this);
    card->setTitle(tr("What happened"));
    card->setHeadLine(true);
    card->body()->setSpacing(8);
    m_outcomes = new QButtonGroup(this);
    for (const Ending &ending : endings()) {
        auto *choice = new ChoiceCard(card);
        choice->setObjectName(QStringLiteral("outcome.") + QLatin1String(ending.token));
        choice->setContent(labels::visitOutcome(QLatin1String(ending.token)), ending.meaning);
        m_outcomes->addButton(choice);
        card->body()->addWidget(choice);
    }
    connect(m_outcomes, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *choice, bool chosen) {
        if (chosen && !m_inspectionId.isEmpty()) {
            m_chosen.insert(m_inspectionId, choice->objectName());
            Q_EMIT unfinishedChanged();
        }
        refreshFooter();
    });
    card->body()->addStretch();
    return card;
}

QWidget *VisitPage::buildReport()
{
    auto *card = new Card(this);
    card->setTitle(tr("What you found"));
    card->setHeadLine(true);
    card->body()->setSpacing(8);
    m_note = new QPlainTextEdit(card);
    m_note->setObjectName(QStringLiteral("visitNote"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(72);
    limitText(m_note, kLongestNote);
    m_note->setPlaceholderText(tr("What you saw, where, and who said so"));
    saveInPause(m_note, [this] { keep(); });
    connect(m_note, &QPlainTextEdit::textChanged, this, &VisitPage::refreshFooter);
    m_met = new QLineEdit(card);
    m_met->setObjectName(QStringLiteral("visitMet"));
    m_met->setMaxLength(200);
    saveInPause(m_met, [this] { keep(); });
    m_next = new DateField(card);
    m_next->setObjectName(QStringLiteral("nextVisit"));
    connect(m_next->line(), &QLineEdit::textChanged, this, &VisitPage::refreshFooter);
    connect(m_next, &DateField::edited, this, &VisitPage::keep);
    card->body()->addWidget(labelled(tr("In your words"), m_note, true));
    auto *line = new QHBoxLayout;
    line->setSpacing(16);
    line->addWidget(labelled(tr("Whom you met"), m_met), 3);
    line->addWidget(labelled(tr("Next visit possible from"), m_next), 2);
    card->body()->addLayout(line);
    card->body()->addSpacing(4);
    auto *hint = plainLabel(tr("A photo of the place as you found it lets the officer decide what comes next."), card);
    hint->setWordWrap(true);
    card->body()->addWidget(hint);
    m_files = new EvidencePane(m_services, card);
    connect(m_files, &EvidencePane::failed, this, &VisitPage::refuse);
    connect(m_files, &EvidencePane::refused, this, [this](const Sentence &reasons) {
        m_messages->post(kRefusedKey, {Status::Bad, reasons, {}, {}, true});
    });
    connect(m_files, &EvidencePane::attached, this, [this] { m_messages->withdraw(kRefusedKey); });
    m_files->setUndoStack(&m_undo);
    connect(m_files, &EvidencePane::removed, this, [this] {
        m_messages->post(kRemovedKey,
                         {Status::Info, {tr("The file was removed."), {}, {}}, tr("Put it back"), {}, true},
                         [this] { m_undo.undo(); });
    });
    connect(&m_undo, &QUndoStack::indexChanged, this, [this] {
        if (!m_undo.canUndo())
            m_messages->withdraw(kRemovedKey);
    });
    card->body()->addWidget(m_files);
    card->body()->addSpacing(8);
    m_word = new QCheckBox(tr("I went there myself."), card);
    m_word->setObjectName(QStringLiteral("wentThere"));
    connect(m_word, &QCheckBox::toggled, this, &VisitPage::refreshFooter);
    card->body()->addWidget(m_word);
    card->body()->addStretch();
    return card;
}

void VisitPage::open(const QString &inspectionId, bool begun)
{
    m_inspectionId.clear(); // what stands in the fields is of no visit until this one was read
    m_note->clear();
    m_met->clear();
    m_next->setDate({});
    m_undo.clear();
    m_leaving = false;
    for (const QString &key : {kRefusedKey, kLeavingKey, kRemovedKey})
        m_messages->withdraw(key);
    m_outcomes->setExclusive(false); // or the last choice could not be taken back
    for (QAbstractButton *choice : m_outcomes->buttons())
        choice->setChecked(false);
    m_outcomes->setExclusive(true);
    m_word->setChecked(false);
    const auto inspection = m_services.workspace.records.requireAs<Inspection>(inspectionId);
    const auto building = inspection ? m_services.workspace.records.requireAs<Building>(inspection->buildingId())
                                     : Result<Building>(inspection.error());
    if (!building)
        return refuse(building.error());
    const City *city = m_services.gazetteer.city(building->cityId());
    m_header->setCode(building->code().toString());
    m_header->setTitle(tr("The visit could not be made"));
    m_header->setSub(QStringList{format::words(building->name()), labels::visitKind(inspection->kind()),
                                 QStringLiteral("%1, %2").arg(format::words(building->address()),
                                                              city == nullptr ? QString() : labels::cityName(*city))});
    m_note->setPlainText(inspection->visitNote());
    m_met->setText(inspection->visitMet());
    m_next->setDate(inspection->nextVisit());
    m_kept = report();
    m_inspectionId = inspectionId;
    m_begun = m_left.remove(inspectionId) || begun;
    if (auto *chosen = findChild<QAbstractButton *>(m_chosen.value(inspectionId)); chosen != nullptr)
        chosen->setChecked(true);
    m_files->showItem(inspectionId, {}, inspection->isDraft());
    if (const QJsonObject words = m_typed.take(inspectionId); !words.isEmpty() && inspection->isDraft())
        takeUp(words);
    refreshFooter();
    if (!m_outcomes->buttons().isEmpty())
        setFocusProxy(m_outcomes->buttons().first());
}

QString VisitPage::outcome() const
{
    const QAbstractButton *chosen = m_outcomes->checkedButton();
    return chosen == nullptr ? QString() : chosen->objectName().section(QLatin1Char('.'), 1);
}

VisitReport VisitPage::report() const
{
    return {m_note->toPlainText(), m_met->text(), m_next->date()};
}

QJsonObject VisitPage::unfinished() const
{
    QHash<QString, QJsonObject> visits = m_typed;
    if (!m_inspectionId.isEmpty())
        visits.insert(m_inspectionId, typed());
    for (auto it = m_chosen.cbegin(); it != m_chosen.cend(); ++it)
        visits[it.key()].insert(kChoice, it.value());
    QJsonObject all;
    for (auto it = visits.cbegin(); it != visits.cend(); ++it) {
        const auto visit = it->isEmpty() ? Result<Inspection>(makeError(ErrorCode::NotFound, it.key()))
                                         : m_services.workspace.records.requireAs<Inspection>(it.key());
        if (visit && visit->isDraft())
            all.insert(it.key(), it.value());
    }
    return all;
}

QJsonObject VisitPage::typed() const
{
    const VisitReport now = report();
    QJsonObject words;
    if (now.note != m_kept.note)
        words.insert(kNote, now.note);
    if (now.met != m_kept.met)
        words.insert(kMet, now.met);
    if (!words.isEmpty())
        words.insert(kSeen, QJsonObject{{kNote, m_kept.note}, {kMet, m_kept.met}});
    return words;
}

/// What the draft has got since stays, unless it has the words already; they come behind it.
void VisitPage::takeUp(const QJsonObject &words)
{
    const QJsonObject seen = words.value(kSeen).toObject();
    const auto over = [&](const QString &name, const QString &kept) {
        QString typed = words.value(name).toString();
        if (!words.contains(name))
            return kept;
        if (kept.trimmed() == seen.value(name).toString().trimmed())
            return typed;
        return kept.contains(typed.trimmed()) ? kept : kept + QLatin1Char('\n') + typed;
    };
    m_note->setPlainText(over(kNote, m_kept.note));
    m_met->setText(over(kMet, m_kept.met));
    keep();
}

void VisitPage::resume(const QJsonObject &unfinished)
{
    for (auto it = unfinished.begin(); it != unfinished.end(); ++it) {
        const QJsonObject of = it.value().isString() ? QJsonObject{{kChoice, it.value()}} : it.value().toObject();
        if (of.contains(kChoice))
            m_chosen.insert(it.key(), of.value(kChoice).toString());
        if (of.contains(kSeen))
            m_typed.insert(it.key(), of);
    }
}

bool VisitPage::keep()
{
    if (m_inspectionId.isEmpty())
        return true;
    const auto kept = RecordVisitReport(m_services.workspace).run(m_services.actor, m_inspectionId, report());
    if (!kept)
        refuse(kept.error());
    else
        m_kept = report();
    return kept.ok();
}

void VisitPage::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        settle();
    QWidget::hideEvent(event);
}

/// Keeps what was typed, or takes off again a draft that was made for this page and has nothing in it.
bool VisitPage::settle()
{
    if (!keep())
        return false;
    const QString id = std::exchange(m_inspectionId, QString());
    if (!m_begun || id.isEmpty())
        return true;
    if (m_services.attaching.pending(id) > 0) {
        m_left.insert(id);
        return true;
    }
    if (discard(id))
        return true;
    m_inspectionId = id;
    return false;
}

/// False when it could not be written; says why.
bool VisitPage::discard(const QString &id)
{
    const auto gone = DiscardDraft(m_services.workspace).run(m_services.actor, id);
    if (gone || gone.error().where == QLatin1String("answers")) // something was entered: it stays as a draft
        return true;
    refuse(gone.error());
    return false;
}

void VisitPage::leave()
{
    m_leaving = !m_inspectionId.isEmpty() && m_services.attaching.pending(m_inspectionId) > 0;
    if (m_leaving) {
        m_messages->post(kLeavingKey, {Status::Info,
                                       {tr("A file is still being checked."), tr("It is added to this visit."),
                                        tr("The page closes by itself when it is.")},
                                       {},
                                       {},
                                       false});
        return;
    }
    m_messages->withdraw(kLeavingKey);
    if (settle())
        Q_EMIT backRequested();
}

void VisitPage::filesMoved(const QString &inspectionId)
{
    refreshFooter();
    if (m_services.attaching.pending(inspectionId) > 0)
        return;
    if (m_left.remove(inspectionId)) {
        discard(inspectionId);
    } else if (m_leaving && inspectionId == m_inspectionId) {
        m_leaving = false;
        m_messages->withdraw(kLeavingKey);
        if (m_messages->bar(kRefusedKey) == nullptr) // or the person is told why, and stays
            leave();
    }
}

void VisitPage::refreshFooter()
{
    QString missing;
    if (outcome().isEmpty())
        missing = tr("Choose what happened");
    else if (m_note->toPlainText().trimmed().isEmpty())
        missing = tr("Say what you found");
    else if (!m_next->text().trimmed().isEmpty() && !m_next->date().isValid())
        missing = tr("The day of the next visit cannot be read: write it as 14 Jul 2027, or leave it empty");
    else if (m_next->date().isValid() && m_next->date() < programmeDay(m_services.workspace.clock.now()))
        missing = tr("The day of the next visit lies in the past");
    else if (!m_word->isChecked())
        missing = tr("Confirm that you went there yourself");
    else if (m_services.attaching.pending(m_inspectionId) > 0)
        missing = tr("A file is still being checked");
    m_footer->setInTheWay(missing);
}

void VisitPage::submit()
{
    const auto done =
        SubmitInspection(m_services.workspace, m_services.standards, m_services.gazetteer, m_services.programme)
            .run(m_services.actor, m_inspectionId, outcome(), report());
    if (!done)
        return refuse(done.error());
    Q_EMIT submitted(std::exchange(m_inspectionId, QString()));
}

void VisitPage::refuse(const Error &error)
{
    m_messages->post(kRefusedKey, Message::of(error));
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answers/itemrow.h"

#include "ui/text/format.h"
#include "ui/widgets/afterpress.h"
#include "ui/widgets/answers/typingpause.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace markaz::ui {
namespace {

constexpr int kCodeWidth = 60;
constexpr int kChipWidth = 116;
constexpr int kNoteHeight = 48;
constexpr int kLongestNote = 4000; ///< characters, as the record takes it

// The members of what is half typed at an item.
const QString kReason = QStringLiteral("reason");
const QString kOfNotInspected = QStringLiteral("not_inspected");
const QString kTyped = QStringLiteral("typed");
const QString kAnswer = QStringLiteral("answer");
const QString kNote = QStringLiteral("note");
const QString kNoteSeen = QStringLiteral("note_seen");

QToolButton *wordButton(const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setProperty("role", QStringLiteral("link"));
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
}

} // namespace

ItemRow::ItemRow(const Item &item, const Standard &standard, bool urdu, QWidget *parent, const Services *services)
    : QFrame(parent)
    , m_code(item.code)
    , m_naAllowed(item.notApplicableAllowed)
    , m_calculated(item.type == ItemType::Calculated)
{
    build(item, standard, urdu, services);
}

void ItemRow::build(const Item &item, const Standard &standard, bool urdu, const Services *services)
{
    const Theme theme = currentTheme();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 7, 20, 7);
    column->setSpacing(6);

    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    auto *codeColumn = new QVBoxLayout;
    codeColumn->setSpacing(0);
    auto *code = plainLabel(format::code(item.code), this);
    code->setFont(theme.font(Type::Code));
    codeColumn->addStretch();
    codeColumn->addWidget(code);
    if (item.critical) {
        auto *critical = plainLabel(tr("Critical"), this);
        critical->setFont(theme.font(Type::CaptionStrong));
        QPalette red = critical->palette();
        red.setColor(QPalette::WindowText, theme.status(Status::Bad).text);
        critical->setPalette(red);
        codeColumn->addWidget(critical);
    }
    codeColumn->addStretch();
    auto *codeBox = new QWidget(this);
    codeBox->setLayout(codeColumn);
    codeColumn->setContentsMargins(0, 0, 0, 0);
    codeBox->setFixedWidth(kCodeWidth);
    head->addWidget(codeBox, 0, Qt::AlignTop);
    codeBox->setMinimumHeight(34);

    auto *textColumn = new QVBoxLayout;
    textColumn->setSpacing(2);
    m_text = plainLabel(item.text.in(urdu), this);
    m_text->setWordWrap(true);
    m_text->setFont(theme.font(Type::ItemText));
    m_text->setMinimumHeight(34);
    m_text->setAlignment(Qt::AlignVCenter | Qt::AlignLeading);
    textColumn->addWidget(m_text);
    m_reasonShown = plainLabel(this);
    m_reasonShown->setWordWrap(true);
    m_reasonShown->setFont(theme.font(Type::Caption));
    m_reasonShown->hide();
    textColumn->addWidget(m_reasonShown);
    const auto warning = [&](const char *name) {
        auto *label = plainLabel(this);
        label->setObjectName(QLatin1String(name));
        label->setWordWrap(true);
        label->setFont(theme.font(Type::Caption));
        QPalette warn = label->palette();
        warn.setColor(QPalette::WindowText, theme.status(Status::Warn).text);
        label->setPalette(warn);
        label->hide();
        textColumn->addWidget(label);
        return label;
    };
    m_asked = warning("reviewersWords");
    m_lacking = warning("filesAskedFor");
    head->addLayout(textColumn, 1);

    m_editor = makeAnswerEditor(item, standard, urdu, this, services);
    if (!m_editor->isWide())
        head->addWidget(m_editor, 0, Qt::AlignTop);
    m_chip = new StatusChip(this);
    auto *chipBox = new QHBoxLayout;
    chipBox->addStretch();
    chipBox->addWidget(m_chip);
    auto *chipHolder = new QWidget(this);
    chipHolder->setLayout(chipBox);
    chipBox->setContentsMargins(0, 0, 0, 0);
    chipHolder->setFixedWidth(kChipWidth);
    chipHolder->setMinimumHeight(34);
    head->addWidget(chipHolder, 0, Qt::AlignTop);
    column->addLayout(head);

    if (m_editor->isWide()) {
        auto *wide = new QHBoxLayout;
        wide->setContentsMargins(kCodeWidth + 12, 0, 0, 4);
        wide->addWidget(m_editor);
        column->addLayout(wide);
    }

    m_reasonBox = new QWidget(this);
    auto *reasonRow = new QHBoxLayout(m_reasonBox);
    reasonRow->setContentsMargins(kCodeWidth + 12, 0, 0, 0);
    m_reasonLabel = plainLabel(m_reasonBox);
    m_reason = new QLineEdit(m_reasonBox);
    m_reason->setMaxLength(500);
    auto *save = new QPushButton(tr("Save reason"), m_reasonBox);
    reasonRow->addWidget(m_reasonLabel);
    reasonRow->addWidget(m_reason, 1);
    reasonRow->addWidget(save);
    m_reasonBox->hide();
    column->addWidget(m_reasonBox);
    connect(save, &QPushButton::clicked, this, &ItemRow::giveReason);
    connect(m_reason, &QLineEdit::returnPressed, this, &ItemRow::giveReason);
    connect(m_reason, &QLineEdit::textEdited, this, [this] {
        m_reasonTyped = true;
        tellHalfTyped();
    });

    m_detail = new QWidget(this);
    auto *detail = new QHBoxLayout(m_detail);
    detail->setContentsMargins(kCodeWidth + 12, 0, 0, 4);
    detail->setSpacing(8);
    auto *noteLabel = plainLabel(tr("Note"), m_detail);
    noteLabel->setFont(theme.font(Type::Caption));
    detail->addWidget(noteLabel, 0, Qt::AlignTop);
    detail->addWidget(new KeyHint(QStringLiteral("M"), m_detail), 0, Qt::AlignTop);
    m_note = new QPlainTextEdit(m_detail);
    m_note->setFixedHeight(kNoteHeight);
    m_note->setTabChangesFocus(true);
    limitText(m_note, kLongestNote);
    m_note->setAccessibleName(tr("Note on %1").arg(item.code));
    m_note->setPlaceholderText(tr("What you saw, where, and who said so"));
    detail->addWidget(m_note, 1);
    auto *more = new QVBoxLayout;
    more->setSpacing(0);
    m_na = wordButton(tr("Not applicable"), m_detail);
    m_notInspected = wordButton(tr("Not inspected"), m_detail);
    m_clear = wordButton(tr("Clear the answer"), m_detail);
    more->addWidget(m_na);
    more->addWidget(m_notInspected);
    more->addWidget(m_clear);
    more->addStretch();
    detail->addLayout(more);
    m_detail->hide();
    column->addWidget(m_detail);

    connect(m_na, &QToolButton::clicked, this, [this] { askReason(false); });
    connect(m_notInspected, &QToolButton::clicked, this, [this] { askReason(true); });
    connect(m_clear, &QToolButton::clicked, this, [this] { Q_EMIT answerGiven(m_code, {}); });
    connect(m_editor, &AnswerEditor::failed, this, &ItemRow::failed);
    connect(m_editor, &AnswerEditor::notApplicableChosen, this, [this] { askReason(false); });
    connect(m_editor, &AnswerEditor::answerGiven, this, [this](const QJsonObject &answer) {
        if (!AfterPress::isHeld()) // given by the press on another control, it goes with the row
            leaveReason();
        Q_EMIT answerGiven(m_code, answer);
    });
    connect(m_editor, &AnswerEditor::halfTypedChanged, this, &ItemRow::tellHalfTyped);
    m_note->installEventFilter(this);
    m_pause = saveInPause(m_note, [this] { giveNote(); });
    connect(m_note, &QPlainTextEdit::textChanged, this, &ItemRow::tellHalfTyped);
}

void ItemRow::setState(const ItemRowState &state)
{
    const ItemRowState before = std::exchange(m_state, state);
    const QString &former = before.note;
    m_editor->show(state.answer, state.creditBp, state.computed);
    m_editor->setEnabled(state.editable || m_calculated);
    m_chip->setContent(chips::item(state.status, state.creditBp));
    const QString na = state.answer.value(QStringLiteral("na")).toString();
    const QString notInspected = state.answer.value(QStringLiteral("not_inspected")).toString();
    QStringList said;
    if (!na.isEmpty())
        said.append(tr("Not applicable: %1").arg(na));
    else if (!notInspected.isEmpty())
        said.append(tr("Not inspected: %1").arg(notInspected));
    if (state.carried.isValid())
        said.append(tr("Carried over from %1").arg(format::date(state.carried)));
    if (state.changed)
        said.append(tr("Changed since it was returned"));
    m_reasonShown->setText(said.join(QStringLiteral(" · ")));
    m_reasonShown->setVisible(!m_reasonShown->text().isEmpty());
    m_asked->setText(tr("The reviewer: “%1”").arg(format::words(state.asked)));
    m_asked->setVisible(!state.asked.isEmpty());
    m_lacking->setText(state.lacking);
    m_lacking->setVisible(!state.lacking.isEmpty());
    // While it is being typed it is the person's; but undo changes what was typed and saved, and is to be seen.
    const bool undone = state.note != former && m_note->toPlainText().trimmed() == former;
    if (((!m_note->hasFocus() && !m_noteTakenUp) || undone) && m_note->toPlainText() != state.note)
        m_note->setPlainText(state.note);
    m_known = true;
    takeUpWaiting();
    if (before.answer != state.answer || before.note != state.note)
        tellHalfTyped(); // over something else now, or saved
    refreshDetail();
}

void ItemRow::setStrip(QWidget *strip)
{
    m_strip = strip;
    auto *holder = new QHBoxLayout;
    holder->setContentsMargins(kCodeWidth + 12, 0, 0, 4);
    holder->addWidget(strip);
    static_cast<QVBoxLayout *>(layout())->addLayout(holder);
    refreshDetail();
}

void ItemRow::setStripShown(bool shown)
{
    m_stripShown = shown;
    refreshDetail();
}

void ItemRow::refreshDetail()
{
    if (m_strip != nullptr)
        m_strip->setVisible(m_current && m_stripShown);
    const bool answered = !m_state.answer.isEmpty();
    m_note->setReadOnly(!m_state.editable);
    m_na->setVisible(m_state.editable && m_naAllowed && !m_calculated);
    m_notInspected->setVisible(m_state.editable && !m_calculated);
    m_clear->setVisible(m_state.editable && answered);
    m_detail->setVisible(m_current && (m_state.editable || !m_state.note.isEmpty()));
}

void ItemRow::setCurrent(bool current)
{
    if (m_current == current)
        return;
    if (!current) {
        giveNote();
        m_reasonBox->hide();
    }
    m_current = current;
    if (current && m_reasonTyped && m_state.editable)
        m_reasonBox->show();
    m_text->setFont(currentTheme().font(current ? Type::ItemTextCurrent : Type::ItemText));
    refreshDetail();
    update();
}

void ItemRow::focusNote()
{
    m_note->setFocus(Qt::ShortcutFocusReason);
}

void ItemRow::giveYesNo(bool yes)
{
    if (m_state.editable)
        m_editor->giveYesNo(yes);
}

void ItemRow::askReason(bool notInspected)
{
    if (!m_state.editable || m_calculated || (!notInspected && !m_naAllowed))
        return;
    showReason(notInspected);
    if (!m_reasonTyped) // else the words go along, whatever they are asked for
        m_reason->setText(
            m_state.answer.value(notInspected ? QStringLiteral("not_inspected") : QStringLiteral("na")).toString());
    m_reasonBox->show();
    m_reason->setFocus(Qt::OtherFocusReason);
    m_editor->show(m_state.answer, m_state.creditBp, m_state.computed); // nothing is chosen before the reason is given
}

void ItemRow::showReason(bool notInspected)
{
    m_askNotInspected = notInspected;
    m_reasonLabel->setText(notInspected ? tr("Why was it not inspected?") : tr("Why is it not applicable?"));
    m_reason->setAccessibleName(m_reasonLabel->text());
}

void ItemRow::giveReason()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        m_reason->setPlaceholderText(tr("A reason is needed, in a few words"));
        return;
    }
    leaveReason();
    Q_EMIT answerGiven(
        m_code, QJsonObject{{m_askNotInspected ? QStringLiteral("not_inspected") : QStringLiteral("na"), reason}});
}

void ItemRow::giveReasonUp()
{
    leaveReason();
}

void ItemRow::leaveReason()
{
    m_reasonBox->hide();
    if (std::exchange(m_reasonTyped, false))
        tellHalfTyped();
}

QJsonObject ItemRow::halfTyped() const
{
    QJsonObject all;
    if (m_reasonTyped && !m_reason->text().trimmed().isEmpty())
        all = {{kReason, m_reason->text()}, {kOfNotInspected, m_askNotInspected}};
    if (const QString typed = m_editor->halfTyped(); !typed.isEmpty())
        all.insert(kTyped, typed);
    if (!all.isEmpty())
        all.insert(kAnswer, m_state.answer);
    if (m_state.editable && m_note->toPlainText().trimmed() != m_state.note) {
        all.insert(kNote, m_note->toPlainText());
        all.insert(kNoteSeen, m_state.note);
    }
    return all;
}

void ItemRow::tellHalfTyped()
{
    Q_EMIT halfTypedChanged(m_code, halfTyped());
}

void ItemRow::takeUp(const QJsonObject &halfTyped)
{
    m_waiting = halfTyped;
    if (m_known)
        takeUpWaiting();
}

void ItemRow::takeUpWaiting()
{
    const QJsonObject words = std::exchange(m_waiting, {});
    if (words.isEmpty() || !m_state.editable)
        return;
    if (words.contains(kNote))
        takeUpNote(words.value(kNote).toString(), words.value(kNoteSeen).toString());
    if (words.value(kAnswer).toObject() != m_state.answer)
        return; // one was given since
    if (const QString reason = words.value(kReason).toString(); !reason.isEmpty()) {
        showReason(words.value(kOfNotInspected).toBool());
        m_reason->setText(reason);
        m_reasonTyped = true;
        m_reasonBox->setVisible(m_current);
    }
    if (const QString typed = words.value(kTyped).toString(); !typed.isEmpty())
        m_editor->takeUp(typed);
}

/// A note that was saved since has the words already, or they come behind it.
void ItemRow::takeUpNote(const QString &note, const QString &seen)
{
    if (m_state.note == seen)
        m_note->setPlainText(note);
    else if (!m_state.note.contains(note.trimmed()))
        m_note->setPlainText(m_state.note + QLatin1Char('\n') + note);
    else
        return;
    m_noteTakenUp = true;
    QMetaObject::invokeMethod(this, &ItemRow::giveNote, Qt::QueuedConnection); // when all rows are there
}

void ItemRow::giveNote()
{
    m_pause->stop();
    m_noteTakenUp = false;
    const QString note = m_note->toPlainText().trimmed();
    if (m_state.editable && note != m_state.note)
        Q_EMIT noteGiven(m_code, note);
}

void ItemRow::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // the release is what selects the row
}

void ItemRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (rect().contains(event->position().toPoint()))
        Q_EMIT activated(m_code);
}

bool ItemRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::FocusOut)
        giveNote();
    return QFrame::eventFilter(watched, event);
}

void ItemRow::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(m_current ? Colour::Alt : Colour::Base));
    if (m_current) {
        painter.setPen(QPen(theme.colour(Colour::Accent), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    } else {
        painter.setPen(theme.colour(Colour::Line));
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    }
}

} // namespace markaz::ui

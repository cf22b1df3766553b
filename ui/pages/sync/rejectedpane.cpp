// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/rejectedpane.h"

#include "core/workflow/outboxexport.h"
#include "ui/pages/sync/fieldeditor.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/savedialog.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

const QString kRefusal = QStringLiteral("refusal");
const QString kBehind = QStringLiteral("behind");
const QString kError = QStringLiteral("error");

QJsonObject wanted(const Change &change, const QStringList &paths)
{
    QJsonObject values;
    for (const QString &path : paths)
        values.insert(path, change.fields.value(path).after);
    return values;
}

QJsonObject before(const Change &change, const QStringList &paths)
{
    QJsonObject values;
    for (const QString &path : paths)
        values.insert(path, change.fields.value(path).before);
    return values;
}

} // namespace

RejectedPane::RejectedPane(const Services &services, QWidget *parent)
    : SplitPane(parent)
    , m_services(services)
    , m_words(m_services)
    , m_useCase(services.workspace)
{
    setObjectName(QStringLiteral("rejectedPane"));
    list()->setObjectName(QStringLiteral("rejectedList"));
    setHint(tr("Nothing is lost: each change stays here until you send it again or give it up."));
    m_giveUp = new QPushButton(tr("Give up"), this);
    m_giveUp->setObjectName(QStringLiteral("giveUp"));
    m_giveUp->setProperty("role", QStringLiteral("danger"));
    m_takeBack = new QPushButton(tr("Take it back and open it"), this);
    m_takeBack->setObjectName(QStringLiteral("takeBack"));
    m_send = new QPushButton(tr("Send again"), this);
    m_send->setObjectName(QStringLiteral("sendAgain"));
    m_send->setProperty("role", QStringLiteral("primary"));
    footer()->addWidget(m_giveUp);
    footer()->addStretch();
    footer()->addWidget(m_takeBack);
    footer()->addWidget(m_send);
    m_keepCopy = new QPushButton(tr("Keep a copy and give up"), this);
    m_keepCopy->setObjectName(QStringLiteral("keepCopy"));
    m_keepCopy->setProperty("role", QStringLiteral("primary"));
    m_keepCopy->setToolTip(
        tr("Everything that waits, was rejected or given up, as a file for support. It holds what you "
           "entered in clear."));
    footer()->addWidget(m_keepCopy);
    connect(m_keepCopy, &QPushButton::clicked, this, &RejectedPane::chooseCopyPath);
    connect(m_giveUp, &QPushButton::clicked, this, &RejectedPane::askToGiveUp);
    connect(m_takeBack, &QPushButton::clicked, this, &RejectedPane::takeBack);
    connect(m_send, &QPushButton::clicked, this, &RejectedPane::sendAgain);
    connect(list(), &EntryList::chosen, this, &RejectedPane::show);
    connect(this, &SplitPane::openRequested, this, [this] {
        if (const OutboxRow *row = current())
            Q_EMIT recordRequested(row->change.entity, row->change.id);
    });
}

void RejectedPane::reload()
{
    auto rows = m_services.workspace.outbox.list(OutboxState::Dead);
    if (!rows) {
        Q_EMIT failed(rows.error());
        return; // what was shown stays
    }
    m_rows = std::move(rows).value();
    QList<Entry> entries;
    for (const OutboxRow &row : std::as_const(m_rows)) {
        const Change &change = row.change;
        const QString code = m_words.code(change.entity, change.id);
        entries.append({change.opId,
                        code.isEmpty() ? labels::of(change.entity) : code,
                        format::time(row.settledAt),
                        m_words.name(change.entity, change.id),
                        {Status::Bad, QStringLiteral("octagon-cross"),
                         QStringLiteral("%1: %2").arg(labels::of(change.entity), m_words.what({change}))}});
    }
    setListTitle(tr("Rejected"), m_rows.size() == 1 ? tr("1 change") : tr("%1 changes").arg(m_rows.size()));
    list()->setEntries(entries);
}

const OutboxRow *RejectedPane::current() const
{
    const QString id = list()->currentId();
    for (const OutboxRow &row : m_rows) {
        if (row.change.opId == id)
            return &row;
    }
    return nullptr;
}

bool RejectedPane::hasPage(Entity entity) const
{
    return entity == Entity::Building || entity == Entity::Inspection || entity == Entity::Review ||
           entity == Entity::Finding || entity == Entity::Centre || entity == Entity::OccupancyReport ||
           entity == Entity::Loan || (entity == Entity::Decision && m_services.actor.role == Role::Officer);
}

void RejectedPane::show(const QString &id)
{
    const OutboxRow *row = current();
    if (row == nullptr) {
        m_shown.clear();
        return;
    }
    const auto behind = m_services.workspace.outbox.owedOf(row->change.entity, row->change.id);
    if (!behind)
        return say(behind.error());
    const QString state = QStringLiteral("%1 %2 %3").arg(row->code, row->field).arg(behind->size());
    if (m_shown == id && (m_touched || m_shownState == state))
        return; // half typed words outlive a sync
    m_shown = id;
    m_shownState = state;
    m_touched = false;
    const Change &change = row->change;
    setHead(m_words.code(change.entity, change.id), m_words.name(change.entity, change.id),
            tr("%1: %2. Made %3, rejected %4.")
                .arg(labels::of(change.entity), m_words.what({change}), format::dateTime(change.madeAt),
                     format::dateTime(row->settledAt)),
            hasPage(change.entity) ? tr("Open the record") : QString());
    const bool submit = change.kind == ChangeKind::Submit;
    const bool lost = ChangeWords::isBeyondMending(*row);
    m_takeBack->setVisible(submit && !lost);
    m_send->setVisible(!lost);
    m_keepCopy->setVisible(lost);
    messages()->withdraw(kError);
    QVBoxLayout *body = freshBody();
    Message refusal;
    refusal.status = Status::Bad;
    refusal.closable = false;
    refusal.sentence = {m_words.reason(*row), tr("What you entered is kept on this laptop."),
                        lost     ? tr("No edit can mend this. Keep a copy if it is still needed, then give it up.")
                        : submit ? tr("Take it back to mend the inspection, then submit it again.")
                                 : tr("Mend it and send it again, or give it up.")};
    messages()->post(kRefusal, refusal);
    showWaiting(*row);
    showFields(*row, body);
    if (!row->message.isEmpty()) {
        auto *words = plainLabel(
            tr("The server’s words, for support: %1 (%2)").arg(format::isolate(row->message), format::code(row->code)));
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->setProperty("type", QStringLiteral("secondary"));
        body->addWidget(words);
    }
    body->addStretch();
}

void RejectedPane::showWaiting(const OutboxRow &row)
{
    // What the give-up question says too: they stay, or they go with it.
    const auto going = m_useCase.wouldGiveUp(row.position);
    if (!going)
        return say(going.error());
    bool goesAlong = false;
    for (const OutboxRow &other : *going)
        goesAlong = goesAlong || (other.position != row.position && other.change.id == row.change.id);
    const bool lost = ChangeWords::isBeyondMending(row);
    const auto owed = m_services.workspace.outbox.owedOf(row.change.entity, row.change.id);
    QList<Change> behind;
    if (owed) {
        for (const OutboxRow &other : *owed) {
            if (other.position > row.position && other.state != OutboxState::Dead)
                behind.append(other.change);
        }
    }
    if (behind.isEmpty()) {
        messages()->withdraw(kBehind);
        return;
    }
    messages()->post(
        kBehind,
        {Status::Warn,
         {behind.size() == 1
              ? tr("1 later change of this record waits behind it: %1.").arg(m_words.what(behind))
              : tr("%1 later changes of this record wait behind it: %2.").arg(behind.size()).arg(m_words.what(behind)),
          tr("Nothing of it is sent before this one is settled."),
          goesAlong
              ? (lost ? tr("When this one is given up, that goes with it.")
                      : tr("It goes on when this one is sent again; when this one is given up, that goes with it."))
          : lost ? tr("It goes on as soon as this one is given up.")
                 : tr("It goes on as soon as this one is sent again or given up.")},
         {},
         QStringLiteral("half-disc"),
         false});
}

void RejectedPane::showFields(const OutboxRow &row, QVBoxLayout *body)
{
    m_editors.clear();
    m_byPath.clear();
    const Change &change = row.change;
    if (change.kind == ChangeKind::Submit)
        return;
    const bool lost = ChangeWords::isBeyondMending(row);
    QStringList paths = change.fields.keys();
    const bool known = specOf(change.entity).find(row.field) != nullptr;
    if (lost && known)
        paths.removeAll(row.field);               // it is told above, in words
    else if (known && !paths.contains(row.field)) // the refusal may name a field that was not touched
        paths.prepend(row.field);
    else if (known)
        paths.move(paths.indexOf(row.field), 0);
    FieldEditor *wrong = nullptr;
    for (const auto &[key, members] : fieldKeys(change.entity, paths)) {
        if (key == QLatin1String("sample") || (key == QLatin1String("answers") && members.size() == 1))
            continue;
        const bool named = members.contains(row.field);
        if (!named && (key == QLatin1String("author") || key == QLatin1String("made_at")))
            continue; // the program's own, and told in the head
        const QString name = m_words.field(change.entity, key);
        FieldEditor *editor =
            lost ? nullptr : FieldEditor::make(m_services, change.entity, change.id, key, members, name, this);
        if (editor == nullptr && !lost && change.kind == ChangeKind::Create && !named)
            continue; // of a new record only what can be mended
        auto *title = plainLabel(name);
        title->setProperty("type", QStringLiteral("section-title"));
        title->setWordWrap(true);
        body->addWidget(title);
        if (change.kind == ChangeKind::Patch) {
            auto *was = plainLabel(tr("was %1").arg(m_words.values(change.entity, key, before(change, members))));
            was->setWordWrap(true);
            was->setProperty("tone", QStringLiteral("muted"));
            body->addWidget(was);
        }
        if (editor == nullptr) {
            auto *value = plainLabel(m_words.values(change.entity, key, wanted(change, members)));
            value->setWordWrap(true);
            body->addWidget(value);
            continue;
        }
        editor->setValues(wanted(change, members));
        editor->setMaximumWidth(560);
        connect(editor, &FieldEditor::edited, this, [this] { m_touched = true; });
        body->addWidget(editor);
        m_editors.append(editor);
        for (const QString &path : members)
            m_byPath.insert(path, editor);
        if (named)
            wrong = editor;
    }
    if (wrong != nullptr)
        wrong->setInvalid(true);
}

void RejectedPane::sendAgain()
{
    const OutboxRow *row = current();
    if (row == nullptr)
        return;
    messages()->withdraw(kError);
    QMap<QString, QJsonValue> mended;
    for (const FieldEditor *editor : std::as_const(m_editors)) {
        const auto values = editor->values();
        if (!values)
            return say(values.error());
        for (auto it = values->begin(); it != values->end(); ++it) {
            if (it.value() != row->change.fields.value(it.key()).after)
                mended.insert(it.key(), it.value());
        }
    }
    if (auto sent = m_useCase.sendAgain(m_services.actor, row->position, mended); !sent)
        return say(sent.error());
    m_shown.clear();
    m_services.sync.syncNow();
    Q_EMIT settled();
}

void RejectedPane::askToGiveUp()
{
    const OutboxRow *row = current();
    if (row == nullptr)
        return;
    const auto going = m_useCase.wouldGiveUp(row->position);
    if (!going)
        return say(going.error());
    const auto others = going->size() - 1;
    const QString along = others == 0   ? QString()
                          : others == 1 ? tr("1 other change goes with it, because it needs this one.")
                                        : tr("%1 other changes go with it, because they need this one.").arg(others);
    const bool gone = row->change.kind == ChangeKind::Create;
    const QString question = gone ? tr("Give this up? The record leaves this laptop; the server never had it.")
                                  : tr("Give this up? The record goes back to what the server last said.");
    ask(QStringList{question, along, tr("It stays in the history and in the export.")}
            .filter(QRegularExpression(QStringLiteral(".")))
            .join(QLatin1Char(' ')),
        tr("Yes, give it up"), tr("No, keep it"), [this, position = row->position] {
            if (auto given = m_useCase.giveUp(m_services.actor, position); !given)
                return say(given.error());
            m_shown.clear();
            m_services.sync.syncNow();
            Q_EMIT settled();
        });
}

void RejectedPane::chooseCopyPath()
{
    askWhereToSave(this, tr("Keep a copy"), tr("JSON files (*.json)"), QStringLiteral("markaz-changes.json"),
                   [this](const QString &path) { keepCopyTo(path); })
        ->setObjectName(QStringLiteral("keepCopyDialog"));
}

void RejectedPane::keepCopyTo(const QString &path)
{
    messages()->withdraw(kError);
    if (const auto written = ExportOutbox(m_services.workspace).run(m_services.actor, path); !written) {
        Message message = Message::ofWriting(written.error(), path);
        message.sentence.safe = tr("Nothing was given up.");
        messages()->post(kError, message);
        return;
    }
    messages()->post(kError, {Status::Ok,
                              {tr("A copy is written to %1.").arg(format::isolate(path)),
                               tr("The file holds what you entered in clear."),
                               {}},
                              {},
                              {},
                              true});
    askToGiveUp();
}

void RejectedPane::takeBack()
{
    const OutboxRow *row = current();
    if (row == nullptr)
        return;
    const QString id = row->change.id;
    // Nothing that was entered goes: the answers are changes of their own, only the submission is taken back.
    if (auto given = m_useCase.giveUp(m_services.actor, row->position); !given)
        return say(given.error());
    m_shown.clear();
    Q_EMIT settled();
    Q_EMIT recordRequested(Entity::Inspection, id);
}

void RejectedPane::say(const Error &error)
{
    messages()->post(kError, Message::of(error));
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setInvalid(false);
    if (FieldEditor *editor = m_byPath.value(error.where))
        editor->setInvalid(true);
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/conflictpane.h"

#include "ui/pages/sync/fieldeditor.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

const QString kError = QStringLiteral("error");
constexpr int kEditorMost = 200; ///< px, in a third of the pane
const QString kOnlyServers = QStringLiteral("only-servers");

/// What the cards show, so that a sync that changes nothing of it takes no choice away.
QString stateOf(const ConflictView &view)
{
    QJsonObject all{{QStringLiteral("may"), view.mayChange}, {QStringLiteral("may-remove"), view.mayRemove}};
    for (const ConflictField &field : view.fields)
        all.insert(field.key, QJsonObject{{QStringLiteral("s"), field.server}, {QStringLiteral("c"), field.client}});
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

/// What stands already where another value is typed: of a contact, which is entered whole, what is not in conflict. But
/// never the word that it may be published: that is said anew.
QJsonObject besideIt(const ConflictView &view, const ConflictField &field)
{
    QJsonObject values;
    if (field.key != QLatin1String("contact") || !view.record)
        return values;
    for (const char *name : {"contact_name", "contact_phone", "contact_email"}) {
        if (const QString path = QLatin1String(name); !field.paths.contains(path))
            values.insert(path, valueAt(view.record->fields, path));
    }
    return values;
}

} // namespace

ConflictPane::ConflictPane(const Services &services, QWidget *parent)
    : SplitPane(parent)
    , m_services(services)
    , m_words(m_services)
    , m_useCase(services.workspace)
{
    setObjectName(QStringLiteral("conflictPane"));
    list()->setObjectName(QStringLiteral("conflictList"));
    setHint(tr("Both values are kept until you choose. The server’s value stays in force meanwhile. Nothing is lost."));
    m_left = plainLabel(this);
    m_left->setObjectName(QStringLiteral("toDecide"));
    m_allMine = new QPushButton(tr("Take all that was written"), this);
    m_allMine->setObjectName(QStringLiteral("takeMine"));
    m_allTheirs = new QPushButton(tr("Take all the server’s"), this);
    m_allTheirs->setObjectName(QStringLiteral("takeTheirs"));
    m_settle = new QPushButton(tr("Settle the conflict"), this);
    m_settle->setObjectName(QStringLiteral("settleConflict"));
    m_settle->setProperty("role", QStringLiteral("primary"));
    footer()->addWidget(m_left, 1);
    footer()->addWidget(m_allMine);
    footer()->addWidget(m_allTheirs);
    footer()->addWidget(m_settle);
    connect(m_allMine, &QPushButton::clicked, this, [this] { takeAll(&Choice::mine); });
    connect(m_allTheirs, &QPushButton::clicked, this, [this] { takeAll(&Choice::theirs); });
    connect(m_settle, &QPushButton::clicked, this, &ConflictPane::settle);
    connect(list(), &EntryList::chosen, this, &ConflictPane::show);
    connect(this, &SplitPane::openRequested, this, [this] {
        if (const ConflictView *view = current())
            Q_EMIT recordRequested(view->conflict.of(), view->conflict.recordId());
    });
}

void ConflictPane::reload()
{
    const auto ids = m_useCase.open(m_services.actor);
    if (!ids) {
        Q_EMIT failed(ids.error());
        return; // what was shown stays
    }
    QList<ConflictView> views;
    QList<Entry> entries;
    qsizetype fields = 0;
    for (const QString &id : *ids) {
        auto view = m_useCase.view(m_services.actor, id);
        if (!view) {
            Q_EMIT failed(view.error());
            continue; // it cannot be read; the others can
        }
        const ConflictRecord &conflict = view->conflict;
        const QString code = m_words.code(conflict.of(), conflict.recordId());
        const qsizetype n = view->fields.size();
        fields += n;
        entries.append({id,
                        code.isEmpty() ? labels::of(conflict.of()) : code,
                        format::time(conflict.fields().value(QStringLiteral("made_at")).toString()),
                        m_words.name(conflict.of(), conflict.recordId()),
                        {Status::Bad, QStringLiteral("conflict"), n == 1 ? tr("1 field") : tr("%1 fields").arg(n)}});
        views.append(std::move(view).value());
    }
    m_views = std::move(views);
    setListTitle(tr("Conflicts"), fields == 1 ? tr("1 field") : tr("%1 fields").arg(fields));
    list()->setEntries(entries);
}

const ConflictView *ConflictPane::current() const
{
    const QString id = list()->currentId();
    for (const ConflictView &view : m_views) {
        if (view.conflict.id() == id)
            return &view;
    }
    return nullptr;
}

QString ConflictPane::authorOf(const ConflictView &view) const
{
    const auto author = m_services.workspace.records.find(Entity::Account, view.conflict.authorId());
    if (view.conflict.authorId() == m_services.actor.accountId)
        return m_services.actor.displayName;
    return author && author->has_value() ? (*author)->fields.value(QStringLiteral("display_name")).toString()
                                         : tr("another account");
}

void ConflictPane::show(const QString &id)
{
    const ConflictView *view = current();
    if (view == nullptr) {
        m_shown.clear();
        m_choices.clear();
        return;
    }
    const QString state = stateOf(*view);
    if (m_shown == id && m_shownState == state)
        return;
    m_shown = id;
    m_shownState = state;
    const ConflictRecord &conflict = view->conflict;
    const bool hasPage = view->record && (conflict.of() == Entity::Building || conflict.of() == Entity::Inspection);
    setHead(m_words.code(conflict.of(), conflict.recordId()), m_words.name(conflict.of(), conflict.recordId()),
            tr("%1, found %2")
                .arg(labels::of(conflict.of()),
                     format::dateTime(conflict.fields().value(QStringLiteral("made_at")).toString())),
            hasPage ? tr("Open the record") : QString());
    messages()->withdraw(kError);
    if (view->mayChange) {
        messages()->withdraw(kOnlyServers);
    } else {
        messages()->post(kOnlyServers, {Status::Info,
                                        {view->record ? tr("This record can no longer be changed by you.")
                                                      : tr("This record is no longer on this laptop."),
                                         tr("What was written stays in the conflict’s record."),
                                         tr("You can settle the conflict with what the server has.")},
                                        {},
                                        {},
                                        false});
    }
    QVBoxLayout *body = freshBody();
    m_choices.clear();
    showColumns(*view, body);
    for (const ConflictField &field : view->fields)
        showChoice(*view, field, body);
    body->addStretch();
    refreshFooter();
}

void ConflictPane::showColumns(const ConflictView &view, QVBoxLayout *body)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    const bool own = view.conflict.authorId() == m_services.actor.accountId;
    for (const QString &words : {own ? tr("What you wrote") : tr("What %1 wrote").arg(authorOf(view)),
                                 tr("What the server has"), tr("Neither")}) {
        auto *head = plainLabel(words, row);
        head->setProperty("type", QStringLiteral("section-title"));
        head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        line->addWidget(head, 1);
    }
    body->addWidget(row);
}

void ConflictPane::showChoice(const ConflictView &view, const ConflictField &field, QVBoxLayout *body)
{
    const Entity entity = view.conflict.of();
    const QString name = m_words.field(entity, field.key);
    const bool deleted = field.key == kDeletedPath;
    auto *head = new QWidget;
    auto *words =
        new QBoxLayout(entity == Entity::Inspection ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, head);
    words->setContentsMargins(0, 4, 0, 0);
    words->setSpacing(entity == Entity::Inspection ? 0 : 8);
    auto *title = plainLabel(name, head);
    title->setProperty("type", QStringLiteral("section-title"));
    title->setWordWrap(entity == Entity::Inspection); // the text of an item may be long
    words->addWidget(title);
    if (!deleted) {
        auto *was = plainLabel(tr("was %1").arg(m_words.values(entity, field.key, field.base)), head);
        was->setWordWrap(true);
        was->setProperty("tone", QStringLiteral("muted"));
        words->addWidget(was, 1);
    }
    body->addWidget(head);
    auto *row = new QWidget;
    auto *cards = new QHBoxLayout(row);
    cards->setContentsMargins(0, 0, 0, 8);
    cards->setSpacing(12);
    auto *group = new QButtonGroup(row);
    const auto card = [&](const char *side) {
        auto *made = new ChoiceCard(row);
        made->setObjectName(QStringLiteral("%1.%2").arg(QLatin1String(side), field.key));
        group->addButton(made);
        cards->addWidget(made, 1);
        connect(made, &ChoiceCard::toggled, this, &ConflictPane::refreshFooter);
        return made;
    };
    Choice choice;
    choice.field = field;
    choice.mine = card("mine");
    choice.mine->setContent(m_words.values(entity, field.key, field.client), authorOf(view));
    choice.mine->setAccessibleName(tr("%1: %2, written by %3").arg(name, choice.mine->value(), authorOf(view)));
    choice.theirs = card("theirs");
    choice.theirs->setContent(m_words.values(entity, field.key, field.server), tr("in force"));
    choice.theirs->setAccessibleName(tr("%1: %2, as the server has it").arg(name, choice.theirs->value()));
    // What removes a record is asked of the right; what keeps it needs none.
    const auto removes = [&](const QJsonObject &side) { return side.value(kDeletedPath).toBool(); };
    choice.mine->setEnabled(deleted ? view.mayRemove || !removes(field.client) : view.mayChange);
    choice.theirs->setEnabled(!deleted || view.mayRemove || !removes(field.server));
    if (!deleted)
        choice.editor =
            FieldEditor::make(m_services, entity, view.conflict.recordId(), field.key, field.paths, name, row);
    // What needs more room than a card has is entered on the record's own page.
    const bool fits = choice.editor != nullptr && choice.editor->minimumSizeHint().width() <= kEditorMost;
    if (fits && view.mayChange) {
        choice.other = card("other");
        choice.other->setAccessibleName(tr("%1: another value").arg(name));
        choice.editor->setValues(besideIt(view, field));
        choice.other->setEditor(choice.editor);
        connect(choice.editor, &FieldEditor::edited, choice.other, [other = choice.other] { other->setChecked(true); });
        connect(choice.editor, &FieldEditor::edited, this, &ConflictPane::refreshFooter);
    } else {
        delete choice.editor;
        choice.editor = nullptr;
        cards->addStretch(1);
    }
    body->addWidget(row);
    m_choices.append(choice);
}

QVariantMap ConflictPane::choices() const
{
    QVariantMap taken;
    for (const Choice &choice : m_choices) {
        if (choice.mine->isChecked())
            taken.insert(choice.field.key, QStringLiteral("mine"));
        if (choice.theirs->isChecked())
            taken.insert(choice.field.key, QStringLiteral("theirs"));
        if (choice.other == nullptr || !choice.other->isChecked())
            continue;
        if (const auto values = choice.editor->values(); values)
            taken.insert(choice.field.key, values->toVariantMap());
    }
    return {{QStringLiteral("conflict"), m_shown}, {QStringLiteral("taken"), taken}};
}

void ConflictPane::takeChoices(const QVariantMap &choices)
{
    const QVariantMap taken = choices.value(QStringLiteral("taken")).toMap();
    if (taken.isEmpty())
        return;
    list()->choose(choices.value(QStringLiteral("conflict")).toString());
    if (m_shown != choices.value(QStringLiteral("conflict")).toString())
        return; // settled meanwhile
    for (const Choice &choice : std::as_const(m_choices)) {
        const QVariant side = taken.value(choice.field.key);
        if (side.toString() == QLatin1String("mine") && choice.mine->isEnabled())
            choice.mine->setChecked(true);
        else if (side.toString() == QLatin1String("theirs") && choice.theirs->isEnabled())
            choice.theirs->setChecked(true);
        else if (side.typeId() == QMetaType::QVariantMap && choice.other != nullptr) {
            choice.editor->setValues(QJsonObject::fromVariantMap(side.toMap()));
            choice.other->setChecked(true);
        }
    }
    refreshFooter();
}

void ConflictPane::takeAll(ChoiceCard *Choice::*side)
{
    for (const Choice &choice : std::as_const(m_choices)) {
        if ((choice.*side)->isEnabled())
            (choice.*side)->setChecked(true);
    }
}

void ConflictPane::refreshFooter()
{
    qsizetype open = 0;
    bool mine = false;
    for (const Choice &choice : std::as_const(m_choices)) {
        const bool decided = choice.mine->isChecked() || choice.theirs->isChecked() ||
                             (choice.other != nullptr && choice.other->isChecked());
        open += decided ? 0 : 1;
        mine = mine || choice.mine->isEnabled();
    }
    m_left->setText(open == 0 ? tr("Everything is decided")
                              : tr("%1 of %2 fields to decide").arg(open).arg(m_choices.size()));
    m_allMine->setEnabled(mine);
    m_settle->setEnabled(open == 0 && !m_choices.isEmpty());
}

void ConflictPane::settle()
{
    QHash<QString, ConflictChoice> choices;
    for (const Choice &choice : std::as_const(m_choices)) {
        ConflictChoice taken;
        if (choice.mine->isChecked())
            taken.take = ConflictChoice::Take::Client;
        if (choice.other != nullptr && choice.other->isChecked()) {
            const auto values = choice.editor->values();
            if (!values) {
                choice.editor->setInvalid(true);
                messages()->post(kError, Message::of(values.error()));
                return;
            }
            taken = {ConflictChoice::Take::Other, *values};
        }
        choices.insert(choice.field.key, taken);
    }
    if (auto done = m_useCase.run(m_services.actor, m_shown, choices); !done) {
        messages()->post(kError, Message::of(done.error()));
        for (const Choice &choice : std::as_const(m_choices)) {
            if (choice.editor != nullptr)
                choice.editor->setInvalid(choice.other->isChecked() && choice.field.paths.contains(done.error().where));
        }
        return;
    }
    m_services.sync.syncNow();
    Q_EMIT settled();
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/mergesheet.h"

#include "core/workflow/mergebuildings.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/card.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace markaz::ui {
namespace {

constexpr int kWidth = 720; ///< where there is room
constexpr int kListHeight = 216;
constexpr int kReasonHeight = 64;
constexpr int kMostReason = 1000; // as the record's merge_reason has it
constexpr int kMostFound = 20;
const QString kErrorKey = QStringLiteral("error");

QLabel *wrapped(QWidget *parent)
{
    auto *label = plainLabel(parent);
    label->setWordWrap(true);
    return label;
}

/// "18 m away, name 92 % alike": what there is to compare.
QString comparison(const LikeBuilding &like)
{
    const QString name = MergeSheet::tr("name %1 alike")
                             .arg(format::percent(static_cast<int>(std::lround(like.nameLikeness * 100)) * 100));
    if (!like.metres)
        return QStringLiteral("%1, %2").arg(MergeSheet::tr("distance not known"), name);
    return QStringLiteral("%1, %2").arg(MergeSheet::tr("%1 away").arg(format::distance(*like.metres)), name);
}

Entry entryOf(const LikeBuilding &like)
{
    return {like.row.id,
            like.row.code,
            like.row.city,
            QStringLiteral("%1, %2").arg(format::words(like.row.name), format::words(like.row.address)),
            {Status::Info, QStringLiteral("building"), comparison(like)}};
}

} // namespace

MergeSheet::MergeSheet(const Services &services, const QString &buildingId, QWidget *page)
    : Overlay(page)
    , m_services(services)
    , m_id(buildingId)
{
    setObjectName(QStringLiteral("mergeSheet"));
    const auto building = m_services.workspace.records.requireAs<Building>(m_id);
    if (!building) { // gone meanwhile
        deleteLater();
        return;
    }
    m_takesBack = !MergeBuildings::intoOf(*building).isEmpty();
    build(*building);
    if (m_takesBack)
        say(*building, MergeBuildings::intoOf(*building));
    else
        search();
    refresh();
    show();
    raise();
    (m_takesBack ? static_cast<QWidget *>(m_reason) : m_search)->setFocus(Qt::OtherFocusReason);
}

void MergeSheet::build(const Building &building)
{
    auto *card = new Card(this);
    const QString title = (m_takesBack ? tr("Take the merge of %1 back") : tr("Merge %1 into another building"))
                              .arg(format::code(building.code().toString()));
    card->setTitle(title);
    setAccessibleName(title);
    card->setNote(QStringLiteral("%1, %2").arg(format::words(building.name()), format::words(building.address())));
    card->setHeadLine(true);
    card->setMaximumWidth(kWidth);
    card->body()->setSpacing(8);
    m_messages = new MessageArea(card);
    card->body()->addWidget(m_messages);
    if (!m_takesBack)
        card->body()->addWidget(buildChoice());
    m_what = wrapped(card);
    m_what->setObjectName(QStringLiteral("mergeWhat"));
    card->body()->addWidget(m_what);
    card->body()->addWidget(buildReason(m_takesBack));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    auto *cancel = new QPushButton(tr("Cancel"), card);
    cancel->setObjectName(QStringLiteral("cancelMerge"));
    m_save = new QPushButton(m_takesBack ? tr("Take the merge back") : tr("Merge"), card);
    m_save->setObjectName(QStringLiteral("saveMerge"));
    m_save->setProperty("role", QStringLiteral("primary"));
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_save);
    card->body()->addLayout(foot);
    auto *column = new QVBoxLayout(this);
    column->addStretch(1);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(card, kWidth);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addStretch(1);
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
    connect(m_save, &QPushButton::clicked, this, &MergeSheet::save);
}

QWidget *MergeSheet::buildChoice()
{
    auto *choice = new QWidget(this);
    auto *column = new QVBoxLayout(choice);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_search = new QLineEdit(choice);
    m_search->setObjectName(QStringLiteral("mergeSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Search for another one: code, name, address, owner"));
    m_search->setAccessibleName(tr("Search for another building"));
    m_list = new EntryList(choice);
    m_list->setObjectName(QStringLiteral("mergeList"));
    m_list->setAccessibleName(tr("Buildings that this one may be once more"));
    m_list->setFixedHeight(kListHeight);
    m_none = wrapped(choice);
    column->addWidget(m_search);
    column->addWidget(m_list);
    column->addWidget(m_none);
    connect(m_search, &QLineEdit::textChanged, this, &MergeSheet::search);
    connect(m_list, &EntryList::chosen, this, &MergeSheet::chosen);
    return choice;
}

QWidget *MergeSheet::buildReason(bool takesBack)
{
    m_reason = new QPlainTextEdit(this);
    m_reason->setObjectName(QStringLiteral("mergeReason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(kReasonHeight);
    m_reason->setPlaceholderText(takesBack ? tr("Why they are two buildings after all")
                                           : tr("How you know that they are one building"));
    limitText(m_reason, kMostReason);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &MergeSheet::refresh);
    return labelled(tr("Reason (kept in the audit log: name no persons)"), m_reason, true);
}

/// Those that are like it, or those that hold what is typed.
void MergeSheet::search()
{
    const BuildingRepository buildings(m_services.workspace.database);
    const QString typed = m_search->text().trimmed();
    QList<Entry> entries;
    if (typed.isEmpty()) {
        const auto like = buildings.likeBuildings(m_id);
        if (!like) {
            m_messages->post(kErrorKey, Message::of(like.error()));
            return;
        }
        for (const LikeBuilding &other : *like)
            entries.append(entryOf(other));
    } else {
        BuildingFilter filter;
        filter.text = typed;
        auto found = buildings.ids(filter, BuildingSort::Code, false);
        if (!found) {
            m_messages->post(kErrorKey, Message::of(found.error()));
            return;
        }
        found->removeAll(m_id);
        for (const QString &id : found->mid(0, kMostFound)) {
            if (const auto other = buildings.beside(m_id, id))
                entries.append(entryOf(*other));
        }
    }
    m_none->setText(!entries.isEmpty() ? QString()
                    : typed.isEmpty()
                        ? tr("No other building is near it or has a name like it. Search for the other one.")
                        : tr("No other building matches."));
    m_none->setVisible(entries.isEmpty());
    m_list->setVisible(!entries.isEmpty());
    m_list->setEntries(entries);
    chosen(m_list->currentId());
}

void MergeSheet::chosen(const QString &id)
{
    m_into = id;
    m_possible = false;
    m_what->clear();
    m_messages->withdraw(kErrorKey);
    if (!id.isEmpty()) {
        const auto possible =
            MergeBuildings(m_services.workspace, m_services.gazetteer).check(m_services.actor, m_id, id);
        const auto building = m_services.workspace.records.requireAs<Building>(m_id);
        m_possible = possible.ok() && building.ok();
        if (m_possible)
            say(*building, id);
        else
            m_messages->post(kErrorKey, Message::of(possible ? building.error() : possible.error()));
    }
    refresh();
}

/// What will happen, in plain words.
void MergeSheet::say(const Building &building, const QString &otherId)
{
    const auto other = m_services.workspace.records.requireAs<Building>(otherId);
    const QString mine = format::code(building.code().toString());
    const QString its = other ? format::code(other->code().toString()) : QString();
    if (m_takesBack) {
        m_what->setText(tr("%1 stands for itself again: lists and figures count it, and work can begin on it. Its own "
                           "inspections, findings and certificates are shown with it and no longer with %2.")
                            .arg(mine, its));
        return;
    }
    QString words = tr("%2 stays; %1 leaves the lists, the map and the figures, and nothing new begins on it. Its "
                       "inspections, findings and certificates keep their places and are shown with %2. Nothing is "
                       "removed: search for %1 finds it, and the merge can be taken back.")
                        .arg(mine, its);
    const auto earlier = BuildingRepository(m_services.workspace.database).mergedInto(m_id);
    if (earlier && !earlier->isEmpty())
        words +=
            QLatin1Char(' ') + tr("What was merged into %1 before goes along to %2, and stays there when this merge "
                                  "is taken back.")
                                   .arg(mine, its);
    m_what->setText(words);
}

void MergeSheet::refresh()
{
    m_save->setEnabled((m_takesBack || m_possible) && !m_reason->toPlainText().trimmed().isEmpty());
}

void MergeSheet::save()
{
    MergeBuildings merge(m_services.workspace, m_services.gazetteer);
    const QString reason = m_reason->toPlainText();
    const auto saved = m_takesBack ? merge.takeBack(m_services.actor, m_id, reason)
                                   : merge.run(m_services.actor, m_id, m_into, reason);
    if (!saved) {
        m_messages->post(kErrorKey, Message::of(saved.error()));
        return;
    }
    Q_EMIT done();
    close();
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/mergesheet.h"

#include "core/workflow/mergebuildings.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/widgets/asktwice.h"
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

Entry entryOf(const LikeBuilding &like)
{
    return {like.row.id,
            like.row.code,
            labels::cityName(like.row.cityId, like.row.city),
            QStringLiteral("%1, %2").arg(format::words(like.row.name), format::words(like.row.address)),
            {Status::Info, QStringLiteral("building"), comparison(like)}};
}

} // namespace

QString comparison(const LikeBuilding &like)
{
    const QString name = MergeSheet::tr("name %1 alike")
                             .arg(format::percent(static_cast<int>(std::lround(like.nameLikeness * 100)) * 100));
    if (!like.metres)
        return QStringLiteral("%1, %2").arg(MergeSheet::tr("distance not known"), name);
    return QStringLiteral("%1, %2").arg(MergeSheet::tr("%1 away").arg(format::distance(*like.metres)), name);
}

MergeSheet::MergeSheet(const Services &services, const QString &buildingId, QWidget *page)
    : Sheet(Room::Middle, page)
    , m_services(services)
    , m_id(buildingId)
{
    setObjectName(QStringLiteral("mergeSheet"));
    const auto building = m_services.workspace.records.requireAs<Building>(m_id);
    if (!building) { // gone meanwhile: there is nothing to do but to say so
        setTitle(tr("Merge into another building"));
        messages()->post(kErrorKey, Message::of(building.error()));
        auto *close = new QPushButton(tr("Close"), this);
        foot()->addStretch();
        foot()->addWidget(close);
        connect(close, &QPushButton::clicked, this, &QWidget::close);
        present(close);
        return;
    }
    m_takesBack = !MergeBuildings::intoOf(*building).isEmpty();
    build(*building);
    if (!m_takesBack)
        search();
    else if (auto said = say(*building, MergeBuildings::intoOf(*building)); !said)
        messages()->post(kErrorKey, Message::of(said.error()));
    refresh();
    present(m_takesBack ? static_cast<QWidget *>(m_reason) : m_search);
}

void MergeSheet::build(const Building &building)
{
    setTitle((m_takesBack ? tr("Take the merge of %1 back") : tr("Merge %1 into another building"))
                 .arg(format::code(building.code().toString())));
    card()->setNote(QStringLiteral("%1, %2").arg(format::words(building.name()), format::words(building.address())));
    if (!m_takesBack)
        body()->addWidget(buildChoice());
    m_what = wrapped(this);
    m_what->setObjectName(QStringLiteral("mergeWhat"));
    body()->addWidget(m_what);
    body()->addWidget(buildReason(m_takesBack));
    m_cancel = new AskTwice(QStringLiteral("cancelMerge"), QStringLiteral("keepMerging"), this);
    m_cancel->setStaying(tr("Go on typing"));
    m_save = new QPushButton(m_takesBack ? tr("Take the merge back") : tr("Merge"), this);
    m_save->setObjectName(QStringLiteral("saveMerge"));
    m_save->setProperty("role", QStringLiteral("primary"));
    foot()->addStretch();
    foot()->addWidget(m_cancel);
    foot()->addWidget(m_save);
    connect(m_cancel, &AskTwice::confirmed, this, &QWidget::close);
    connect(m_save, &QPushButton::clicked, this, &MergeSheet::save);
}

void MergeSheet::leave()
{
    m_cancel->press();
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
    return labelled(tr("Reason (name no persons)"), m_reason, true);
}

/// Those that are like it, or those that hold what is typed: the first of \p all.
Result<QList<LikeBuilding>> MergeSheet::found(const QString &typed, qsizetype *all) const
{
    const BuildingRepository buildings(m_services.workspace.database);
    if (typed.isEmpty()) {
        auto like = buildings.likeBuildings(m_id);
        *all = like ? like->size() : 0;
        return like;
    }
    BuildingFilter filter;
    filter.text = typed;
    auto ids = buildings.ids(filter, BuildingSort::Code, false);
    if (!ids)
        return ids.error();
    ids->removeAll(m_id);
    *all = ids->size();
    QList<LikeBuilding> others;
    for (const QString &id : ids->mid(0, kMostFound)) {
        auto other = buildings.beside(m_id, id);
        if (!other)
            return other.error();
        others.append(std::move(other).value());
    }
    return others;
}

void MergeSheet::search()
{
    const QString typed = m_search->text().trimmed();
    qsizetype all = 0;
    const auto others = found(typed, &all);
    QList<Entry> entries;
    if (others) {
        for (const LikeBuilding &other : *others)
            entries.append(entryOf(other));
    }
    m_none->setText(!others                ? QString()
                    : all > entries.size() ? tr("The first %1 of %2 buildings. Type more of what you look for.")
                                                 .arg(format::number(entries.size()), format::number(all))
                    : !entries.isEmpty() ? QString()
                    : typed.isEmpty()
                        ? tr("No other building is near it or has a name like it. Search for the other one.")
                        : tr("No other building matches."));
    m_none->setVisible(!m_none->text().isEmpty());
    m_list->setVisible(!entries.isEmpty());
    m_list->setEntries(entries);
    chosen(m_list->currentId());
    if (!others)
        messages()->post(kErrorKey, Message::of(others.error()));
}

void MergeSheet::chosen(const QString &id)
{
    m_into = id;
    m_possible = false;
    m_what->clear();
    messages()->withdraw(kErrorKey);
    if (!id.isEmpty()) {
        const auto possible =
            MergeBuildings(m_services.workspace, m_services.gazetteer).check(m_services.actor, m_id, id);
        const auto building = m_services.workspace.records.requireAs<Building>(m_id);
        const auto said = !possible ? possible : building ? say(*building, id) : Result<void>(building.error());
        m_possible = said.ok();
        if (!said)
            messages()->post(kErrorKey, Message::of(said.error()));
    }
    refresh();
}

/// What will happen, in plain words.
Result<void> MergeSheet::say(const Building &building, const QString &otherId)
{
    const auto other = m_services.workspace.records.requireAs<Building>(otherId);
    const QString mine = format::code(building.code().toString());
    if (!other)
        return other.error();
    const QString its = format::code(other->code().toString());
    if (m_takesBack) {
        m_what->setText(tr("%1 stands for itself again: lists and figures count it, and work can begin on it. Its own "
                           "inspections, findings and certificates are shown with it and no longer with %2.")
                            .arg(mine, its));
        return {};
    }
    QString words = tr("%2 stays; %1 leaves the lists, the map and the figures, and nothing new begins on it. Its "
                       "inspections, findings and certificates keep their places and are shown with %2. Nothing is "
                       "removed: search for %1 finds it, and the merge can be taken back.")
                        .arg(mine, its);
    const auto earlier = BuildingRepository(m_services.workspace.database).mergedInto(m_id);
    if (!earlier)
        return earlier.error();
    if (!earlier->isEmpty())
        words +=
            QLatin1Char(' ') + tr("What was merged into %1 before goes along to %2, and stays there when this merge "
                                  "is taken back.")
                                   .arg(mine, its);
    m_what->setText(words);
    return {};
}

void MergeSheet::refresh()
{
    const bool typed = !m_reason->toPlainText().trimmed().isEmpty();
    m_save->setEnabled((m_takesBack || m_possible) && typed);
    if (typed)
        m_cancel->setWords(tr("Cancel"), tr("Throw the reason away"), tr("What you have written is not saved."));
    else
        m_cancel->setWords(tr("Cancel"));
}

void MergeSheet::save()
{
    MergeBuildings merge(m_services.workspace, m_services.gazetteer);
    const QString reason = m_reason->toPlainText();
    const auto saved = m_takesBack ? merge.takeBack(m_services.actor, m_id, reason)
                                   : merge.run(m_services.actor, m_id, m_into, reason);
    if (!saved) {
        messages()->post(kErrorKey, Message::of(saved.error()));
        return;
    }
    Q_EMIT done();
    close();
}

} // namespace markaz::ui

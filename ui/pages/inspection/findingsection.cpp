// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspection/findingsection.h"

#include "core/domain/recordspec.h"
#include "core/storage/findingrepository.h"
#include "core/support/programmeday.h"
#include "ui/pages/findings/findingform.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace markaz::ui {
namespace {

bool isWorthAFinding(ItemScore::Status status)
{
    return status == ItemScore::Status::Fails || status == ItemScore::Status::Partial;
}

} // namespace

FindingSection::FindingSection(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("findingSection"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_heading = plainLabel(tr("Finding"), this);
    m_heading->setFont(currentTheme().font(Type::SectionTitle));
    column->addWidget(m_heading);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(8);
    column->addLayout(m_rows);
    m_none = plainLabel(tr("None."), this);
    column->addWidget(m_none);
    m_raise = new QPushButton(tr("Raise a finding"), this);
    m_raise->setObjectName(QStringLiteral("raiseFinding"));
    m_raise->setToolTip(tr("Says what is to be mended, by whom and by when"));
    column->addWidget(m_raise, 0, Qt::AlignLeading);
    m_form = new FindingForm(this);
    m_form->hide();
    column->addWidget(m_form);
    connect(m_raise, &QPushButton::clicked, this, [this] {
        beginNew();
        refresh();
        m_form->setFocus(Qt::OtherFocusReason);
    });
    connect(m_form, &FindingForm::saveRequested, this, &FindingSection::save);
    connect(m_form, &FindingForm::cancelled, this, [this] {
        forget(typedKey());
        m_form->hide();
        refresh();
    });
}

QString FindingSection::typedKey() const
{
    return m_edited.isEmpty() ? m_item->code : m_edited;
}

void FindingSection::showItem(const Inspection &visit, const Item &item, ItemScore::Status status, bool editable)
{
    const bool otherVisit = !m_visit || m_visit->id() != visit.id();
    const bool other = m_item == nullptr || m_item->code != item.code || otherVisit;
    if (other)
        keepTyped();
    m_visit = visit;
    m_item = &item;
    m_status = status;
    m_editable = editable;
    if (other || !editable)
        m_form->hide();
    if (other && editable)
        takeUp();
    refresh();
}

/// What was being typed at this item stands in the form again: the change of a finding, else a new one.
void FindingSection::takeUp()
{
    const QJsonObject typed = m_typed.value(m_visit->id());
    for (const QString &key : typed.keys()) {
        const auto finding = isRecordId(key) ? m_services.workspace.records.requireAs<Finding>(key)
                                             : Result<Finding>(makeError(ErrorCode::NotFound, key));
        if (finding && finding->inspectionId() == m_visit->id() && finding->item() == m_item->code &&
            isUnsettled(finding->state()))
            return edit(*finding);
    }
    if (typed.contains(m_item->code)) // also where the item was mended meanwhile: what is typed is in sight
        beginNew();
}

void FindingSection::beginNew()
{
    m_edited.clear();
    fill(RaiseFinding(m_services.workspace, m_services.standards)
             .proposal(*m_item, m_status == ItemScore::Status::Partial),
         tr("Raise it"));
    m_form->show();
}

/// The form with what it begins with, or as it was left.
void FindingSection::fill(const FindingEntry &seen, const QString &saveWords)
{
    const QJsonObject typed = m_typed.value(m_visit->id()).value(typedKey()).toObject();
    if (typed.isEmpty())
        m_form->begin(seen, saveWords);
    else
        m_form->takeUp(typed, saveWords);
}

void FindingSection::keepTyped()
{
    if (m_item == nullptr || m_form->isHidden())
        return;
    if (m_form->isTouched())
        m_typed[m_visit->id()].insert(typedKey(), m_form->typed());
    else
        forget(typedKey());
}

void FindingSection::forget(const QString &key)
{
    m_typed[m_visit->id()].remove(key);
}

QJsonObject FindingSection::unfinished() const
{
    if (!m_visit)
        return {};
    QJsonObject all = m_typed.value(m_visit->id());
    if (m_item != nullptr && !m_form->isHidden() && m_form->isTouched())
        all.insert(typedKey(), m_form->typed());
    return all;
}

QHash<QString, QJsonObject> FindingSection::typed() const
{
    QHash<QString, QJsonObject> all = m_typed;
    if (m_visit)
        all.insert(m_visit->id(), unfinished());
    all.removeIf([](const std::pair<const QString &, QJsonObject &> &of) { return of.second.isEmpty(); });
    return all;
}

void FindingSection::resume(const QString &visit, const QJsonObject &typed)
{
    for (auto it = typed.begin(); it != typed.end(); ++it)
        m_typed[visit].insert(it.key(), it.value());
    if (m_visit && m_visit->id() == visit && m_item != nullptr && m_form->isHidden() && m_editable) {
        takeUp();
        refresh();
    }
}

void FindingSection::refresh()
{
    clear(m_rows);
    if (!m_visit || m_item == nullptr)
        return;
    const auto ids =
        FindingRepository(m_services.workspace.database).ofItem(m_visit->buildingId(), m_item->code, m_visit->id());
    if (!ids) {
        Q_EMIT failed(ids.error());
        return;
    }
    bool own = false;
    for (const QString &id : *ids) {
        const auto finding = m_services.workspace.records.requireAs<Finding>(id);
        if (!finding) {
            Q_EMIT failed(finding.error());
            continue;
        }
        own = own || (finding->inspectionId() == m_visit->id() && isUnsettled(finding->state()));
        m_rows->addWidget(makeRow(*finding));
    }
    const bool mayRaise = m_editable && !own && isWorthAFinding(m_status);
    m_none->setVisible(ids->isEmpty() && !mayRaise);
    m_raise->setVisible(mayRaise && m_form->isHidden());
}

QWidget *FindingSection::makeRow(const Finding &finding)
{
    const QDate today = programmeDay(m_services.workspace.clock.now());
    auto *row = new QFrame(this);
    row->setProperty("card", true);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    const bool overdue = finding.state() == FindingState::Open && finding.due() < today;
    head->addWidget(new StatusChip(chips::severity(finding.severity()), row));
    head->addWidget(new StatusChip(chips::finding(finding.state(), overdue), row));
    head->addStretch();
    column->addLayout(head);
    auto *words = plainLabel(finding.description(), row);
    words->setWordWrap(true);
    column->addWidget(words);
    const QString due = format::date(finding.due());
    auto *who =
        plainLabel(finding.responsible().isEmpty() ? tr("due %1").arg(due)
                                                   : tr("%1, due %2").arg(format::words(finding.responsible()), due),
                   row);
    who->setWordWrap(true);
    who->setFont(currentTheme().font(Type::Caption));
    column->addWidget(who);
    if (finding.inspectionId() != m_visit->id()) {
        auto *from =
            plainLabel(tr("raised on %1, by an earlier visit").arg(format::date(programmeDay(finding.madeAt()))), row);
        from->setWordWrap(true);
        from->setFont(currentTheme().font(Type::Caption));
        column->addWidget(from);
    } else if (m_editable && isUnsettled(finding.state())) {
        auto *change = new QPushButton(tr("Change"), row);
        change->setObjectName(QStringLiteral("changeFinding"));
        change->setProperty("role", QStringLiteral("link"));
        auto *links = new QHBoxLayout;
        links->setSpacing(16);
        links->addWidget(change);
        connect(change, &QPushButton::clicked, this, [this, finding] { edit(finding); });
        if (mayTakeBack(m_services.workspace, m_services.actor, finding)) {
            auto *takeBack = new QPushButton(tr("Take back"), row);
            takeBack->setObjectName(QStringLiteral("takeBackFinding"));
            takeBack->setProperty("role", QStringLiteral("link"));
            takeBack->setToolTip(tr("The finding goes; undo (Ctrl+Z) brings it back"));
            links->addWidget(takeBack);
            connect(takeBack, &QPushButton::clicked, this, [this, finding] { Q_EMIT takeBackRequested(finding); });
        }
        links->addStretch();
        column->addLayout(links);
    }
    return row;
}

void FindingSection::edit(const Finding &finding)
{
    keepTyped();
    m_edited = finding.id();
    fill({finding.severity(), finding.description(), finding.responsible(), finding.due()}, tr("Save"));
    m_form->show();
    refresh();
}

void FindingSection::save()
{
    if (m_edited.isEmpty()) {
        Q_EMIT raiseRequested(m_item->code, m_form->entry());
        return;
    }
    const auto finding = m_services.workspace.records.requireAs<Finding>(m_edited);
    if (finding)
        Q_EMIT changeRequested(*finding, m_form->entry(), m_form->begun());
    else
        refuse(finding.error());
}

void FindingSection::gone(const QString &findingId)
{
    forget(findingId);
    if (m_edited == findingId) {
        m_edited.clear();
        m_form->hide();
    }
    refresh();
}

void FindingSection::refuse(const Error &error)
{
    m_form->refuse(error);
}

void FindingSection::done()
{
    forget(typedKey());
    m_form->hide();
    refresh();
}

} // namespace markaz::ui

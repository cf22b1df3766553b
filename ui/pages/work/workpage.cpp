// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/work/workpage.h"

#include "core/domain/records.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <tuple>

namespace markaz::ui {
namespace {

QVBoxLayout *scrollingColumn(QScrollArea *&scroll, QWidget *parent)
{
    auto *body = new QWidget(parent);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    scroll = scrolling(body, parent);
    return column;
}

QLabel *twoLines(const QString &strong, const QString &below, QWidget *parent)
{
    auto *label =
        richLabel(QStringLiteral("<b>%1</b><br>%2").arg(strong.toHtmlEscaped(), below.toHtmlEscaped()), parent);
    label->setWordWrap(true);
    return label;
}

QString codeAndName(const InspectionRow &row)
{
    return QStringLiteral("%1  %2").arg(format::code(row.buildingCode), format::words(row.buildingName));
}

} // namespace

WorkPage::WorkPage(const Services &services, QWidget *parent)
    : ListPage(tr("My work"), parent)
    , m_services(services)
    , m_repository(services.workspace.database)
{
    setObjectName(QStringLiteral("workPage"));
    auto *add = new QPushButton(tr("Register a building"), this);
    add->setIcon(icon(QStringLiteral("list-add")));
    header()->addAction(add);
    connect(add, &QPushButton::clicked, this, &WorkPage::newBuildingRequested);
    auto *panes = new QHBoxLayout;
    panes->setSpacing(16);
    QScrollArea *left = nullptr;
    QScrollArea *right = nullptr;
    m_visits = scrollingColumn(left, this);
    m_side = scrollingColumn(right, this);
    right->setFixedWidth(384);
    panes->addWidget(left, 1);
    panes->addWidget(right);
    body()->addLayout(panes, 1);

    ChangeNotifier &notifier = services.workspace.notifier;
    connect(&notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (isVisible() && (entity == Entity::Inspection || entity == Entity::Assignment || entity == Entity::Review))
            reload();
    });
    connect(&notifier, &ChangeNotifier::manyChanged, this, &WorkPage::reload);
    connect(&services.sync, &SyncStatus::runFinished, this, [this] { // a submission may have left this laptop
        if (isVisible())
            reload();
    });
    reload();
}

void WorkPage::showEvent(QShowEvent *event)
{
    reload();
    ListPage::showEvent(event);
}

void WorkPage::reload()
{
    const QDate today = m_services.workspace.clock.now().toLocalTime().date();
    header()->setSub(format::longDate(today));
    const auto visits = m_repository.openAssignments(m_services.actor.accountId);
    if (!visits) {
        messages()->post(QStringLiteral("load"), Message::of(visits.error()));
        return;
    }
    messages()->withdraw(QStringLiteral("load"));
    fillVisits(*visits);
    fillSide();
}

void WorkPage::fillVisits(const QList<AssignmentRow> &rows)
{
    clear(m_visits);
    const QDate today = m_services.workspace.clock.now().toLocalTime().date();
    struct Group
    {
        QString title;
        QString icon;
        std::optional<Status> status;
        QList<AssignmentRow> rows;
    };
    Group groups[] = {{tr("Overdue"), QStringLiteral("triangle"), Status::Bad, {}},
                      {tr("Today"), QStringLiteral("clock"), Status::Info, {}},
                      {tr("This week"), QStringLiteral("view-calendar"), std::nullopt, {}},
                      {tr("Later"), QStringLiteral("view-calendar"), std::nullopt, {}}};
    for (const AssignmentRow &row : rows) {
        if (row.due < today)
            groups[0].rows.append(row);
        else if (row.due == today)
            groups[1].rows.append(row);
        else
            groups[row.due <= today.addDays(7) ? 2 : 3].rows.append(row);
    }
    const int due = static_cast<int>(groups[0].rows.size() + groups[1].rows.size());
    if (due != m_due) {
        m_due = due;
        Q_EMIT dueChanged(due);
    }
    if (rows.isEmpty()) {
        auto *empty = new EmptyPage;
        empty->setContent(QStringLiteral("view-task"),
                          tr("No visit is assigned to you. Ask your officer, or register a building."),
                          tr("Register a building"));
        connect(empty, &EmptyPage::activated, this, &WorkPage::newBuildingRequested);
        m_visits->addWidget(empty);
    }
    for (const Group &group : groups) {
        if (group.rows.isEmpty())
            continue;
        auto *card = new Card;
        card->setTitle(group.title);
        card->setTitleIcon(group.icon, group.status);
        card->setNote(group.rows.size() == 1 ? tr("1 visit") : tr("%1 visits").arg(group.rows.size()));
        card->setHeadLine(true);
        card->body()->setSpacing(0);
        card->body()->setContentsMargins(16, 4, 16, 4);
        for (const AssignmentRow &row : group.rows)
            card->body()->addWidget(visitRow(row, today));
        m_visits->addWidget(card);
    }
    m_visits->addStretch();
}

QWidget *WorkPage::visitRow(const AssignmentRow &row, const QDate &today)
{
    auto *entry = new QWidget;
    entry->setMinimumHeight(52);
    auto *line = new QHBoxLayout(entry);
    line->setContentsMargins(0, 4, 0, 4);
    line->setSpacing(12);
    auto *code = plainLabel(format::code(row.buildingCode), entry);
    code->setFont(currentTheme().font(Type::Code));
    code->setFixedWidth(72);
    line->addWidget(code);
    line->addWidget(twoLines(row.buildingName,
                             QStringLiteral("%1, %2").arg(format::words(row.city), labels::tier(row.tier).toLower()),
                             entry),
                    1);
    line->addWidget(new StatusChip({Status::Neutral, {}, labels::visitKind(row.kind)}, entry));
    const qint64 late = row.due.daysTo(today);
    auto *when =
        plainLabel(late > 1 ? tr("%1 days late").arg(late)
                            : (late == 1 ? tr("1 day late") : (late == 0 ? tr("Today") : format::shortDate(row.due))),
                   entry);
    when->setFixedWidth(96);
    when->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    if (late > 0) {
        QPalette palette = when->palette();
        palette.setColor(QPalette::WindowText, currentTheme().status(Status::Bad).text);
        when->setPalette(palette);
    }
    line->addWidget(when);
    auto *start = new QPushButton(row.draftId.isEmpty() ? tr("Start") : tr("Continue"), entry);
    start->setAccessibleName(QStringLiteral("%1 %2").arg(start->text(), row.buildingName));
    start->setFixedWidth(88);
    line->addWidget(start);
    connect(start, &QPushButton::clicked, this, [this, row] {
        if (row.draftId.isEmpty())
            Q_EMIT startRequested(row.id);
        else
            Q_EMIT inspectionRequested(row.draftId);
    });
    return entry;
}

void WorkPage::fillSide()
{
    clear(m_side);
    const auto rowsOf = [this](Result<QList<InspectionRow>> rows) {
        if (!rows)
            messages()->post(QStringLiteral("load"), Message::of(rows.error()));
        return rows ? std::move(rows).value() : QList<InspectionRow>();
    };
    const auto list = [&](const char *state) {
        return rowsOf(m_repository.list({QLatin1String(state)}, m_services.actor.accountId, 50));
    };
    // What was taken up again stands with the drafts, or with what is submitted.
    const QList<InspectionRow> returned = rowsOf(m_repository.toTakeUpAgain(m_services.actor.accountId, 50));
    const QList<InspectionRow> drafts = list("draft");
    QList<InspectionRow> sent = list("submitted");
    QList<InspectionRow> unsent;
    for (const InspectionRow &row : std::as_const(sent)) {
        if (row.owed)
            unsent.append(row);
    }
    sent.removeIf([](const InspectionRow &row) { return row.owed; });

    const auto card = [this](const QString &title, const QString &iconName, const QString &note) {
        auto *made = new Card;
        made->setTitle(title);
        made->setTitleIcon(iconName);
        made->setNote(note);
        made->setHeadLine(true);
        m_side->addWidget(made);
        return made;
    };
    if (!returned.isEmpty()) {
        Card *box = card(tr("Returned to you"), QStringLiteral("edit-undo"), QString::number(returned.size()));
        for (const InspectionRow &row : returned) {
            box->body()->addWidget(twoLines(
                codeAndName(row), tr("%1, revision %2").arg(labels::visitKind(row.kind)).arg(row.revision), box));
            const auto reviews = m_repository.reviewsOf(row.id);
            if (reviews && !reviews->isEmpty()) {
                const auto review = m_services.workspace.records.requireAs<Review>(reviews->last());
                if (review && !review->reason().isEmpty()) {
                    auto *words = plainLabel(QStringLiteral("“%1”").arg(format::words(review->reason())), box);
                    words->setWordWrap(true);
                    words->setProperty("quote", true);
                    alignLeading(words);
                    box->body()->addWidget(words);
                }
            }
            auto *open = new QPushButton(tr("Open revision %1").arg(row.revision + 1), box);
            connect(open, &QPushButton::clicked, this, [this, id = row.id] { Q_EMIT reopenRequested(id); });
            box->body()->addWidget(open, 0, Qt::AlignTrailing);
        }
    }
    if (!drafts.isEmpty()) {
        Card *box = card(tr("Drafts"), QStringLiteral("document-edit"), tr("%1 on this laptop").arg(drafts.size()));
        const int total = static_cast<int>(m_services.standard.items().size());
        for (const InspectionRow &row : drafts) {
            auto *entry = new QWidget(box);
            auto *column = new QVBoxLayout(entry);
            column->setContentsMargins(0, 4, 0, 8);
            auto *head = new QHBoxLayout;
            head->addWidget(twoLines(codeAndName(row),
                                     tr("started %1").arg(format::date(row.startedAt.toLocalTime().date())), entry),
                            1);
            auto *go = new QPushButton(tr("Continue"), entry);
            go->setAccessibleName(tr("Continue %1").arg(format::words(row.buildingName)));
            head->addWidget(go);
            column->addLayout(head);
            auto *bar = new QProgressBar(entry);
            bar->setRange(0, total);
            bar->setValue(row.answered);
            bar->setTextVisible(false);
            auto *foot = new QHBoxLayout;
            foot->addWidget(bar, 1);
            foot->addWidget(plainLabel(tr("%1 of %2").arg(row.answered).arg(total), entry));
            column->addLayout(foot);
            connect(go, &QPushButton::clicked, this, [this, id = row.id] { Q_EMIT inspectionRequested(id); });
            box->body()->addWidget(entry);
        }
    }
    for (const auto &[title, iconName, rows] :
         {std::tuple{tr("Submitted, not sent yet"), QStringLiteral("clock"), unsent},
          std::tuple{tr("Submitted, waiting for review"), QStringLiteral("eye"), sent}}) {
        if (rows.isEmpty())
            continue;
        Card *box = card(title, iconName, QString::number(rows.size()));
        box->body()->setSpacing(4);
        for (const InspectionRow &row : rows) {
            auto *open = new QPushButton(codeAndName(row), box);
            open->setProperty("role", QStringLiteral("link"));
            connect(open, &QPushButton::clicked, this, [this, id = row.id] { Q_EMIT inspectionRequested(id); });
            box->body()->addWidget(open, 0, Qt::AlignLeading);
        }
    }
    m_side->addStretch();
}

} // namespace markaz::ui

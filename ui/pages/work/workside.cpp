// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/work/workside.h"

#include "core/workflow/inspections.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/widgets/card.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace markaz::ui {
namespace {

constexpr int kListed = 50;    ///< of each kind
constexpr int kMostWords = 4;  ///< comments that are shown of one review
constexpr int kMostPlaces = 3; ///< sections that are named of one draft

QString codeAndName(const InspectionRow &row)
{
    return QStringLiteral("%1  %2").arg(format::code(row.buildingCode), format::words(row.buildingName));
}

QLabel *heading(const InspectionRow &row, const QString &below, QWidget *parent)
{
    auto *label = richLabel(
        QStringLiteral("<b>%1</b><br>%2").arg(codeAndName(row).toHtmlEscaped(), below.toHtmlEscaped()), parent);
    label->setWordWrap(true);
    return label;
}

QLabel *secondary(const QString &words, QWidget *parent)
{
    auto *label = plainLabel(words, parent);
    label->setProperty("type", QStringLiteral("secondary"));
    label->setWordWrap(true);
    return label;
}

QLabel *quoted(const QString &words, QWidget *parent)
{
    auto *label = plainLabel(words, parent);
    label->setWordWrap(true);
    label->setProperty("quote", true);
    alignLeading(label);
    return label;
}

/// When the newest of its answers was given; empty while there is none.
QString lastSaved(const Inspection &draft)
{
    QString newest;
    const QJsonObject answers = draft.answers();
    for (auto it = answers.begin(); it != answers.end(); ++it)
        newest = std::max(newest, it.value().toObject().value(QStringLiteral("at")).toString());
    return newest;
}

/// "3 problems in C Fire, 1 in E Connectivity", or what is left to do where nothing fails.
QString standingWords(const Standard &standard, const ScoreResult &score)
{
    QStringList places;
    int shown = 0;
    int rest = 0;
    for (const SectionScore &section : score.sections) {
        if (section.failing == 0)
            continue;
        const Section *found = standard.section(section.code);
        if (++shown > kMostPlaces)
            rest += section.failing;
        else
            places.append(WorkSide::tr("%1 in %2 %3", "problems in a section")
                              .arg(section.failing)
                              .arg(section.code, found == nullptr ? QString() : found->title.in(isUrdu())));
    }
    if (rest > 0)
        places.append(WorkSide::tr("%1 elsewhere", "problems").arg(rest));
    if (!places.isEmpty())
        return WorkSide::tr("Problems: %1").arg(places.join(WorkSide::tr(", ")));
    if (score.missing.isEmpty())
        return WorkSide::tr("Every item is answered, no problem so far");
    return score.missing.size() == 1 ? WorkSide::tr("1 item left, no problem so far")
                                     : WorkSide::tr("%1 items left, no problem so far").arg(score.missing.size());
}

} // namespace

WorkSide::WorkSide(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_repository(services.workspace.database)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
}

QList<InspectionRow> WorkSide::rowsOf(Result<QList<InspectionRow>> rows)
{
    if (!rows)
        Q_EMIT failed(rows.error());
    return rows ? std::move(rows).value() : QList<InspectionRow>();
}

void WorkSide::reload()
{
    clear(m_column);
    const auto list = [this](const char *state) {
        return rowsOf(m_repository.list({QLatin1String(state)}, m_services.actor.accountId, kListed));
    };
    // What was taken up again stands with the drafts, or with what is submitted.
    addReturned(rowsOf(m_repository.toTakeUpAgain(m_services.actor.accountId, kListed)));
    addDrafts(list("draft"));
    QList<InspectionRow> sent = list("submitted");
    QList<InspectionRow> unsent;
    std::copy_if(sent.cbegin(), sent.cend(), std::back_inserter(unsent),
                 [](const InspectionRow &row) { return row.owed; });
    sent.removeIf([](const InspectionRow &row) { return row.owed; });
    addSubmitted(tr("Submitted, not sent yet"), QStringLiteral("clock"), unsent);
    addSubmitted(tr("Submitted, waiting for review"), QStringLiteral("eye"), sent);
    m_column->addStretch();
}

Card *WorkSide::card(const QString &title, const QString &iconName, const QString &note)
{
    auto *made = new Card;
    made->setTitle(title);
    made->setTitleIcon(iconName);
    made->setNote(note);
    made->setHeadLine(true);
    m_column->addWidget(made);
    return made;
}

void WorkSide::addReturned(const QList<InspectionRow> &rows)
{
    if (rows.isEmpty())
        return;
    Card *box = card(tr("Returned to you"), QStringLiteral("edit-undo"), QString::number(rows.size()));
    for (const InspectionRow &row : rows)
        box->body()->addWidget(returnedEntry(row));
}

QWidget *WorkSide::returnedEntry(const InspectionRow &row)
{
    auto *entry = new QWidget;
    auto *column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(heading(row, labels::visitOfRevision(row.kind, row.revision), entry));
    QString who;
    if (const auto reviews = m_repository.reviewsOf(row.id); !reviews) {
        Q_EMIT failed(reviews.error());
    } else if (!reviews->isEmpty()) {
        const auto review = m_services.workspace.records.requireAs<Review>(reviews->last());
        if (!review) {
            Q_EMIT failed(review.error());
        } else {
            if (!review->reason().isEmpty())
                column->addWidget(quoted(QStringLiteral("“%1”").arg(format::words(review->reason())), entry));
            const QJsonObject comments = review->comments();
            int shown = 0;
            for (auto it = comments.begin(); it != comments.end() && shown < kMostWords; ++it, ++shown)
                column->addWidget(
                    quoted(QStringLiteral("%1  “%2”").arg(format::code(it.key()), format::words(it.value().toString())),
                           entry));
            if (comments.size() > shown)
                column->addWidget(secondary(tr("and %1 more, in the revision").arg(comments.size() - shown), entry));
            const auto reviewer = m_services.workspace.records.find(Entity::Account, review->reviewerId());
            const QString made = format::shortDate(
                QDateTime::fromString(review->fields().value(QStringLiteral("made_at")).toString(), Qt::ISODateWithMs)
                    .toLocalTime()
                    .date());
            const QString name = reviewer && reviewer.value()
                                     ? reviewer.value()->fields.value(QStringLiteral("display_name")).toString()
                                     : QString();
            who = format::list({name, made});
        }
    }
    auto *foot = new QHBoxLayout;
    foot->addWidget(secondary(who, entry), 1);
    auto *open = new QPushButton(tr("Open revision %1").arg(row.revision + 1), entry);
    open->setAccessibleName(tr("Open revision %1 of %2").arg(row.revision + 1).arg(row.buildingName));
    connect(open, &QPushButton::clicked, this, [this, id = row.id] { Q_EMIT reopenRequested(id); });
    foot->addWidget(open);
    column->addLayout(foot);
    return entry;
}

void WorkSide::addDrafts(const QList<InspectionRow> &rows)
{
    if (rows.isEmpty())
        return;
    Card *box = card(tr("Drafts"), QStringLiteral("document-edit"), tr("%1 on this laptop").arg(rows.size()));
    for (const InspectionRow &row : rows)
        box->body()->addWidget(draftEntry(row));
}

QWidget *WorkSide::draftEntry(const InspectionRow &row)
{
    auto *entry = new QWidget;
    auto *column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(6);
    const auto draft = m_services.workspace.records.requireAs<Inspection>(row.id);
    const QString saved = draft ? lastSaved(*draft) : QString();
    auto *head = new QHBoxLayout;
    head->addWidget(heading(row,
                            saved.isEmpty() ? tr("started %1").arg(format::date(row.startedAt.toLocalTime().date()))
                                            : tr("saved %1").arg(format::dateTime(saved)),
                            entry),
                    1);
    auto *go = new QPushButton(tr("Continue"), entry);
    go->setAccessibleName(tr("Continue %1").arg(row.buildingName));
    connect(go, &QPushButton::clicked, this, [this, id = row.id] { Q_EMIT inspectionRequested(id); });
    head->addWidget(go, 0, Qt::AlignTop);
    column->addLayout(head);

    const auto score =
        SubmitInspection(m_services.workspace, m_services.standards, m_services.gazetteer, m_services.programme)
            .scoreOf(row.id);
    if (!score) { // of a version that is not known here, or its building is not here: the page says it when it opens
        column->addWidget(secondary(tr("%1 answers").arg(row.answered), entry));
        return entry;
    }
    const int total = std::accumulate(score->sections.cbegin(), score->sections.cend(), 0,
                                      [](int sum, const SectionScore &section) { return sum + section.total; });
    const int answered = std::accumulate(score->sections.cbegin(), score->sections.cend(), 0,
                                         [](int sum, const SectionScore &section) { return sum + section.answered; });
    auto *bar = new QProgressBar(entry);
    bar->setRange(0, total);
    bar->setValue(answered);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Answered in %1").arg(row.buildingName));
    auto *progress = new QHBoxLayout;
    progress->addWidget(bar, 1);
    progress->addWidget(plainLabel(tr("%1 of %2").arg(answered).arg(total), entry));
    column->addLayout(progress);
    auto *standing = secondary(standingWords(versionOf(m_services, *draft), *score), entry);
    if (!score->failed.isEmpty()) {
        QPalette palette = standing->palette();
        palette.setColor(QPalette::WindowText, currentTheme().status(Status::Bad).text);
        standing->setPalette(palette);
        standing->setProperty("type", QVariant());
    }
    column->addWidget(standing);
    return entry;
}

void WorkSide::addSubmitted(const QString &title, const QString &iconName, const QList<InspectionRow> &rows)
{
    if (rows.isEmpty())
        return;
    Card *box = card(title, iconName, QString::number(rows.size()));
    box->body()->setSpacing(4);
    for (const InspectionRow &row : rows) {
        auto *line = new QHBoxLayout;
        auto *open = new QPushButton(codeAndName(row), box);
        open->setProperty("role", QStringLiteral("link"));
        connect(open, &QPushButton::clicked, this, [this, id = row.id] { Q_EMIT inspectionRequested(id); });
        line->addWidget(open);
        line->addStretch();
        auto *when = secondary(format::shortDate(row.finishedAt.toLocalTime().date()), box);
        when->setWordWrap(false);
        line->addWidget(when);
        box->body()->addLayout(line);
    }
}

} // namespace markaz::ui

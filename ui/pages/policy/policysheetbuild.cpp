// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The form's widgets and their connections; what they do stands in policysheet.cpp.
#include "core/domain/centre.h"
#include "core/support/programmeday.h"
#include "ui/pages/policy/budgetrows.h"
#include "ui/pages/policy/citytiers.h"
#include "ui/pages/policy/policysheet.h"
#include "ui/text/labels.h"
#include "ui/text/policywords.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/moneyfield.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/wheelguard.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kNotGiven = -1;

QLayout *inARow(const QList<QWidget *> &parts)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    for (QWidget *part : parts)
        row->addWidget(part, 1);
    return row;
}

} // namespace

void PolicySheet::build()
{
    m_stack = new QStackedWidget(this);
    m_form = scrolling(buildForm(), this);
    m_stack->addWidget(m_form);
    m_stack->addWidget(buildReview());
    body()->addWidget(m_stack, 1);
    buildFoot();
}

NumberField *PolicySheet::number(const QString &path, int most)
{
    auto *field = new NumberField(most, this);
    field->setObjectName(path);
    field->setMinimum(kNotGiven);
    connect(field, &QSpinBox::valueChanged, this, &PolicySheet::refresh);
    m_fields.insert(path, field);
    return field;
}

MoneyField *PolicySheet::money(const QString &path, qint64 most)
{
    auto *field = new MoneyField(most, this);
    field->setObjectName(path);
    connect(field, &QLineEdit::textChanged, this, &PolicySheet::refresh);
    m_fields.insert(path, field);
    return field;
}

DateField *PolicySheet::day(const QString &path)
{
    auto *field = new DateField(this);
    field->setObjectName(path);
    connect(field->line(), &QLineEdit::textChanged, this, &PolicySheet::refresh);
    m_fields.insert(path, field->line());
    return field;
}

/// The field under its label, and what is wrong with it below.
QWidget *PolicySheet::place(const QString &path, const QString &label, QWidget *field, bool needed)
{
    QWidget *box = labelled(label, field, needed);
    auto *refusal = refusalLabel(box);
    refusal->setObjectName(path + QStringLiteral(".refusal"));
    auto *column = static_cast<QVBoxLayout *>(box->layout());
    column->insertWidget(column->count() - 1, refusal); // before the stretch
    m_refusals.insert(path, refusal);
    return box;
}

/// A card of what was decided together: its figures are put into its body, and its source follows when they are there.
Card *PolicySheet::section(const QString &key, const QString &title)
{
    auto *card = new Card(this);
    card->setTitle(title);
    auto *source = new QLineEdit(card);
    const QString path = key + QStringLiteral(".source");
    source->setObjectName(path);
    source->setMaxLength(policy::kMostSource);
    source->setMinimumHeight(32);
    connect(source, &QLineEdit::textChanged, this, &PolicySheet::refresh);
    m_fields.insert(path, source);
    card->body()->addWidget(place(path, tr("Where it was decided"), source));
    return card;
}

QWidget *PolicySheet::buildForm()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(12);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(12);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *half : {left, right}) {
        half->setSpacing(12);
        halves->addLayout(half, 1);
    }
    const auto put = [this](QVBoxLayout *half, const char *key, const QString &title, const QList<QWidget *> &parts) {
        Card *card = section(QLatin1String(key), title);
        card->body()->insertLayout(0, inARow(parts));
        half->addWidget(card);
        return card;
    };
    const auto rupees = [this](const char *path, const QString &label, qint64 most) {
        return place(QLatin1String(path), label, money(QLatin1String(path), most));
    };
    put(left, "in_force_from", tr("When it comes into force"),
        {place(QStringLiteral("in_force_from.value"), tr("From"), day(QStringLiteral("in_force_from.value")))});
    Card *target = section(m_target, tr("Targets and quotas"));
    buildTarget(target);
    left->addWidget(target);
    put(left, "programme_start", tr("Start of the programme"),
        {place(QStringLiteral("programme_start.value"), tr("Day on which the quota line begins"),
               day(QStringLiteral("programme_start.value")))});
    put(right, "seat_rate", tr("Seat in a centre, a month"),
        {rupees("seat_rate.floor_paisa", tr("Lowest, Rs"), centre::kMostRatePaisa),
         rupees("seat_rate.ceiling_paisa", tr("Ceiling, Rs"), centre::kMostRatePaisa)});
    put(right, "market_seat_rate", tr("Seat on the market, a month"),
        {rupees("market_seat_rate.low_paisa", tr("From, Rs"), centre::kMostRatePaisa),
         rupees("market_seat_rate.high_paisa", tr("To, Rs"), centre::kMostRatePaisa)});
    put(right, "loan", tr("Loan of an owner"), {rupees("loan.cap_paisa", tr("At most, Rs"), loan::kMostPrincipal)});
    Card *subsidy = section(QStringLiteral("interest_subsidy"), tr("Subsidy of the mark-up"));
    buildSubsidy(subsidy);
    right->addWidget(subsidy);
    const QString area = QStringLiteral("larger_city_minimum.area_sqft");
    const QString seats = QStringLiteral("larger_city_minimum.seats");
    put(right, "larger_city_minimum", tr("Centres in the larger cities"),
        {place(area, tr("Area at least, sq ft"), number(area, policy::kMostSqft)),
         place(seats, tr("Seats at least"), number(seats, centre::kMostSeats))});
    const QString share = QStringLiteral("e_employment.least_share_bp");
    const QString staff = QStringLiteral("e_employment.least_staff");
    Card *rule = put(left, "e_employment", tr("When a centre is an e-employment centre"),
                     {place(share, tr("Other staff of all members, at least %"), money(share, loan::kMostBp), false),
                      place(staff, tr("Other staff at least"), number(staff, centre::kMostSeats), false)});
    rule->setNote(tr("Both empty: undecided"));
    left->addStretch();
    right->addStretch();
    column->addLayout(halves);

    auto *budgets = new Card(this);
    budgets->setTitle(tr("Budgets for the subsidy"));
    budgets->setNote(tr("by fiscal year, July to June"));
    m_budgets = new BudgetRows(FiscalYear::of(programmeDay(m_services.workspace.clock.now())), budgets);
    budgets->body()->addWidget(m_budgets);
    connect(m_budgets, &BudgetRows::changed, this, &PolicySheet::refresh);
    column->addWidget(budgets);

    Card *tiers = section(QStringLiteral("city_tiers"), tr("Tiers of cities"));
    tiers->setNote(tr("only those that differ from the list of cities"));
    m_tiers = new CityTiers(m_services.gazetteer, tiers);
    tiers->body()->insertWidget(0, m_tiers);
    connect(m_tiers, &CityTiers::changed, this, &PolicySheet::refresh);
    column->addWidget(tiers);
    return content;
}

void PolicySheet::buildTarget(Card *card)
{
    const QString centres = m_target + QStringLiteral(".centres");
    const QString by = m_target + QStringLiteral(".by");
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->addWidget(place(centres, tr("Centres aimed at"), number(centres, policy::kMostCentres)), 0, 0);
    grid->addWidget(place(by, tr("By"), day(by)), 0, 1, 1, 2);
    int cell = 3;
    for (const Province &province : m_services.gazetteer.provinces()) {
        const QString path = m_target + QStringLiteral(".by_province.") + province.code;
        grid->addWidget(place(path, labels::province(province.code), number(path, policy::kMostCentres)), cell / 3,
                        cell % 3);
        ++cell;
    }
    m_sum = plainLabel(card);
    m_sum->setObjectName(QStringLiteral("quotaSum"));
    m_sum->setWordWrap(true);
    m_sum->setProperty("tone", QStringLiteral("muted"));
    auto *wrong = refusalLabel(card);
    wrong->setObjectName(m_target + QStringLiteral(".by_province.refusal"));
    m_refusals.insert(m_target + QStringLiteral(".by_province"), wrong);
    const int row = (cell + 2) / 3;
    grid->addWidget(m_sum, row, 0, 1, 3);
    grid->addWidget(wrong, row + 1, 0, 1, 3);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    card->body()->insertLayout(0, grid);
}

void PolicySheet::buildSubsidy(Card *card)
{
    const QString share = QStringLiteral("interest_subsidy.share_bp");
    const QString ignite = QStringLiteral("interest_subsidy.ignite_bp");
    m_split = new QComboBox(this);
    m_split->setObjectName(QStringLiteral("interest_subsidy.split"));
    m_split->addItem(policywords::undecided(), false);
    m_split->addItem(tr("Decided"), true);
    m_split->setMinimumHeight(32);
    WheelGuard::protect(m_split);
    m_fields.insert(QStringLiteral("interest_subsidy.split"), m_split);
    QWidget *shareBox = place(share, tr("Subsidised, %"), money(share, loan::kMostBp));
    m_ignite = money(ignite, loan::kMostBp);
    m_psdp = new MoneyField(loan::kMostBp, this);
    m_psdp->setObjectName(QStringLiteral("interest_subsidy.psdp_bp"));
    card->body()->insertLayout(
        0, inARow({shareBox, labelled(tr("Its split"), m_split, true), place(ignite, tr("Ignite, %"), m_ignite),
                   labelled(tr("PSDP, %"), m_psdp, true)}));
    connect(m_split, &QComboBox::currentIndexChanged, this, [this] {
        fillSplit();
        refresh();
    });
    connect(m_ignite, &QLineEdit::textChanged, this, [this] { split(m_ignite, m_psdp); });
    connect(m_psdp, &QLineEdit::textChanged, this, [this] { split(m_psdp, m_ignite); });
}

QWidget *PolicySheet::buildReview()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_changesTable = new TableView(content);
    m_changesTable->setObjectName(QStringLiteral("policyReview"));
    m_changesTable->setAccessibleName(tr("What the new version changes"));
    m_changesTable->setModel(&m_changes);
    m_changesTable->setWidths({320, 200, 200, 0});
    column->addWidget(m_changesTable, 1);
    m_publish = new AskTwice(QStringLiteral("publishPolicy"), QStringLiteral("keepUnpublished"), content);
    m_publish->setRole(QStringLiteral("primary"));
    column->addWidget(m_publish);
    connect(m_publish, &AskTwice::confirmed, this, &PolicySheet::publish);
    return content;
}

void PolicySheet::buildFoot()
{
    m_cancel = new AskTwice(QStringLiteral("cancelPolicy"), QStringLiteral("keepPolicyForm"), this);
    m_cancel->setStaying(tr("Go on typing"));
    m_back = new QPushButton(tr("Back to the form"), this);
    m_back->setObjectName(QStringLiteral("backToPolicyForm"));
    m_review = new QPushButton(tr("See what changes"), this);
    m_review->setObjectName(QStringLiteral("reviewPolicy"));
    m_review->setProperty("role", QStringLiteral("primary"));
    foot()->addStretch();
    foot()->addWidget(m_cancel);
    foot()->addWidget(m_back);
    foot()->addWidget(m_review);
    m_back->hide();
    connect(m_cancel, &AskTwice::confirmed, this, &QWidget::close);
    connect(m_back, &QPushButton::clicked, this, &PolicySheet::backToForm);
    connect(m_review, &QPushButton::clicked, this, &PolicySheet::review);
}

} // namespace markaz::ui

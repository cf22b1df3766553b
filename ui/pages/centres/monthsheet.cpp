// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centres/monthsheet.h"

#include "core/support/programmeday.h"
#include "ui/models/centresmodel.h"
#include "ui/text/centrewords.h"
#include "ui/text/format.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/enteredfields.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/moneyfield.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wheelguard.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace markaz::ui {
namespace {

constexpr int kMostEvents = 10'000;
constexpr int kMostPeople = 1'000'000;
const QString kError = QStringLiteral("error");
constexpr int kNotGiven = -1; ///< of a count that has no nought of its own
const QString kMonth = QStringLiteral("month");
const QString kEntered = QStringLiteral("entered");
const QString kShown = QStringLiteral("shown");

QJsonObject toJson(const MonthEntry &entry)
{
    return {{kMonth, entry.month},
            {QStringLiteral("seats"), entry.seats},
            {QStringLiteral("taken"), entry.seatsTaken},
            {QStringLiteral("freelancers"), entry.freelancers},
            {QStringLiteral("dg_skills"), entry.dgSkills},
            {QStringLiteral("other_staff"), entry.otherStaff},
            {QStringLiteral("rate"), entry.seatRatePaisa},
            {QStringLiteral("trainings"), entry.trainings},
            {QStringLiteral("events"), entry.events},
            {QStringLiteral("exports"), entry.exportUsdCents ? QJsonValue(*entry.exportUsdCents) : QJsonValue()}};
}

MonthEntry entryIn(const QJsonObject &kept)
{
    const auto number = [&kept](const char *key) { return kept.value(QLatin1String(key)).toInt(kNotGiven); };
    const QJsonValue exports = kept.value(QStringLiteral("exports"));
    return {kept.value(kMonth).toString(),
            number("seats"),
            number("taken"),
            number("freelancers"),
            number("dg_skills"),
            number("other_staff"),
            kept.value(QStringLiteral("rate")).toInteger(-1),
            number("trainings"),
            number("events"),
            exports.isDouble() ? std::optional(exports.toInteger()) : std::nullopt};
}

} // namespace

MonthSheet::MonthSheet(const Services &services, const Centre &centre, const std::optional<OccupancyReport> &report,
                       QWidget *page)
    : Sheet(Room::Middle, page)
    , m_services(services)
    , m_centre(centre)
    , m_report(report)
{
    build();
    if (report) {
        setTitle(tr("Correct %1").arg(centrewords::month(report->month().toString())));
        fill(entryOf(*report));
    } else {
        setTitle(tr("Record a month"));
        const RecordOccupancy recording(m_services.workspace);
        auto terms = recording.terms(m_services.actor, centre);
        MonthEntry entry;
        if (!terms) {
            messages()->post(kError, Message::of(terms.error()));
        } else {
            m_terms = std::move(terms).value();
            entry = recording.proposal(*m_terms);
            readMonths(*m_terms, entry.month);
        }
        m_proposedSeats = entry.seats;
        for (int *count : {&entry.seatsTaken, &entry.freelancers, &entry.dgSkills, &entry.otherStaff})
            *count = kNotGiven; // whoever saves says each of them, nought too
        fill(entry);
    }
    card()->setNote(centre.name());
    m_shown = entry();
    refresh();
    present(m_report ? static_cast<QWidget *>(m_taken) : m_month);
}

void MonthSheet::build()
{
    if (const auto ceiling = CentresModel::ceilingOf(m_services); ceiling)
        m_ceiling = *ceiling;
    else
        messages()->post(kError, Message::of(ceiling.error()));
    setObjectName(QStringLiteral("monthSheet"));
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    const auto count = [this](const char *name, int least, int most) {
        auto *field = new QSpinBox(this);
        field->setObjectName(QLatin1String(name));
        field->setRange(least, most);
        field->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
        field->setMinimumHeight(32);
        WheelGuard::protect(field);
        connect(field, &QSpinBox::valueChanged, this, &MonthSheet::refresh);
        return field;
    };
    const auto needed = [this](const char *name, int most) {
        auto *field = new NumberField(most, this);
        field->setObjectName(QLatin1String(name));
        field->setMinimum(kNotGiven);
        connect(field, &QSpinBox::valueChanged, this, &MonthSheet::refresh);
        return field;
    };
    const auto money = [this](const char *name, qint64 most) {
        auto *field = new MoneyField(most, this);
        field->setObjectName(QLatin1String(name));
        connect(field, &QLineEdit::textChanged, this, &MonthSheet::refresh);
        return field;
    };
    m_month = new QComboBox(this);
    m_month->setObjectName(QStringLiteral("monthMonth"));
    WheelGuard::protect(m_month);
    connect(m_month, &QComboBox::currentIndexChanged, this, &MonthSheet::monthChosen);
    auto *month = labelled(tr("Month"), m_month, true);
    month->setVisible(!m_report); // it stays what it is
    m_seats = count("monthSeats", 1, centre::kMostSeats);
    m_taken = needed("monthTaken", centre::kMostSeats);
    m_rate = money("monthRate", centre::kMostRatePaisa);
    m_freelancers = needed("monthFreelancers", kMostPeople);
    m_dgSkills = needed("monthDgSkills", kMostPeople);
    m_otherStaff = needed("monthOtherStaff", kMostPeople);
    m_trainings = count("monthTrainings", 0, kMostEvents);
    m_events = count("monthEvents", 0, kMostEvents);
    m_exports = money("monthExports", centre::kMostExportCents);
    form->addWidget(month, 0, 0, 1, 3);
    form->addWidget(labelled(tr("Seats"), m_seats, true), 1, 0);
    form->addWidget(labelled(tr("Seats taken"), m_taken, true), 1, 1);
    form->addWidget(labelled(tr("Seat rate charged, Rs"), m_rate, true), 1, 2);
    form->addWidget(labelled(tr("Freelancers"), m_freelancers, true), 2, 0);
    form->addWidget(labelled(tr("Of them DG Skills"), m_dgSkills, true), 2, 1);
    form->addWidget(labelled(tr("Accountants and other staff"), m_otherStaff, true), 2, 2);
    form->addWidget(labelled(tr("Trainings"), m_trainings, true), 3, 0);
    form->addWidget(labelled(tr("Community events"), m_events, true), 3, 1);
    form->addWidget(labelled(tr("Export earnings told, US$"), m_exports), 3, 2);
    m_hint = plainLabel(this);
    m_hint->setObjectName(QStringLiteral("monthHint"));
    m_hint->setWordWrap(true);
    m_hint->setProperty("tone", QStringLiteral("muted"));
    form->addWidget(m_hint, 4, 0, 1, 3);
    for (int column = 0; column < 3; ++column)
        form->setColumnStretch(column, 1);
    body()->addLayout(form);

    m_cancel = new AskTwice(QStringLiteral("cancelMonth"), QStringLiteral("keepMonth"), this);
    m_cancel->setStaying(tr("Go on typing"));
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("saveMonth"));
    m_save->setProperty("role", QStringLiteral("primary"));
    foot()->addStretch();
    foot()->addWidget(m_cancel);
    foot()->addWidget(m_save);
    connect(m_cancel, &AskTwice::confirmed, this, &QWidget::close);
    connect(m_save, &QPushButton::clicked, this, &MonthSheet::save);
}

/// The months that may be reported and were not, back from the running one.
void MonthSheet::readMonths(const CentreTerms &terms, const QString &proposed)
{
    const QString running = Month::of(programmeDay(m_services.workspace.clock.now())).toString();
    const QStringList months = RecordOccupancy(m_services.workspace).open(terms);
    if (months.isEmpty())
        messages()->post(kError,
                         {Status::Info,
                          {tr("No month is left to record."),
                           tr("Each month of the last three years in which this centre was open with a "
                              "certificate in force was reported."),
                           tr("Correct one in the table of the centre, or come back when the next month runs.")},
                          {},
                          {},
                          false});
    for (const QString &month : months)
        m_month->addItem(
            month == running ? tr("%1, which runs").arg(centrewords::month(month)) : centrewords::month(month), month);
    m_month->setCurrentIndex(m_month->findData(proposed));
}

/// The seats follow the month, whose certificate may have been for others, until somebody says how many there were.
void MonthSheet::monthChosen()
{
    if (m_save == nullptr) // still being built
        return;
    const auto month = Month::parse(m_month->currentData().toString());
    if (m_terms && month) {
        const int before = std::exchange(m_proposedSeats, m_terms->seatsIn(*month));
        if (m_seats->value() == before)
            m_seats->setValue(m_proposedSeats);
    }
    refresh();
}

void MonthSheet::fill(const MonthEntry &entry)
{
    m_seats->setValue(entry.seats);
    m_taken->setValue(entry.seatsTaken);
    m_rate->setHundredths(entry.seatRatePaisa);
    m_freelancers->setValue(entry.freelancers);
    m_dgSkills->setValue(entry.dgSkills);
    m_otherStaff->setValue(entry.otherStaff);
    m_trainings->setValue(entry.trainings);
    m_events->setValue(entry.events);
    m_exports->setHundredths(entry.exportUsdCents);
}

MonthEntry MonthSheet::entry() const
{
    MonthEntry entry;
    entry.month = m_report ? m_report->month().toString() : m_month->currentData().toString();
    entry.seats = m_seats->value();
    entry.seatsTaken = m_taken->value();
    entry.seatRatePaisa = m_rate->hundredths().value_or(-1);
    entry.freelancers = m_freelancers->value();
    entry.dgSkills = m_dgSkills->value();
    entry.otherStaff = m_otherStaff->value();
    entry.trainings = m_trainings->value();
    entry.events = m_events->value();
    entry.exportUsdCents = m_exports->hundredths();
    return entry;
}

/// All but the month.
QHash<QString, QWidget *> MonthSheet::fields() const
{
    return {{QStringLiteral("seats"), m_seats},
            {QStringLiteral("taken"), m_taken},
            {QStringLiteral("freelancers"), m_freelancers},
            {QStringLiteral("dg_skills"), m_dgSkills},
            {QStringLiteral("other_staff"), m_otherStaff},
            {QStringLiteral("rate"), m_rate},
            {QStringLiteral("trainings"), m_trainings},
            {QStringLiteral("events"), m_events},
            {QStringLiteral("exports"), m_exports}};
}

/// What is not as it was shown, as it stands in its field: it may be half typed.
QJsonObject MonthSheet::entered() const
{
    QJsonObject all;
    const QJsonObject now = toJson(entry());
    const QJsonObject shown = toJson(m_shown);
    const QJsonObject texts = enteredIn(fields());
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        const bool odd = (it.key() == QLatin1String("rate") && m_rate->isOdd()) ||
                         (it.key() == QLatin1String("exports") && m_exports->isOdd());
        if (odd || now.value(it.key()) != shown.value(it.key()))
            all.insert(it.key(), it.value());
    }
    return all;
}

/// Says at once what cannot be, and what is allowed but unusual.
void MonthSheet::refresh()
{
    if (m_save == nullptr) // still being built
        return;
    const MonthEntry entry = this->entry();
    QStringList words;
    const bool missing = std::min({entry.seatsTaken, entry.freelancers, entry.dgSkills, entry.otherStaff}) == kNotGiven;
    if (missing)
        words.append(tr("Where there is nobody, enter 0."));
    if (entry.seatsTaken > entry.seats)
        words.append(tr("More seats are taken than there are."));
    if (entry.dgSkills > entry.freelancers)
        words.append(tr("Those of DG Skills are counted among the freelancers."));
    const bool unreadable = m_exports->isOdd() || entry.seatRatePaisa < 0;
    if (unreadable)
        words.append(tr("An amount cannot be read: digits, and at most two behind the point."));
    if (entry.seatRatePaisa > m_ceiling)
        words.append(tr("The rate is above the programme's ceiling of %1; it is saved all the same, and marked.")
                         .arg(format::rupees(m_ceiling)));
    if (words.isEmpty() || (missing && words.size() == 1))
        words.append(tr("What members tell of their export earnings is voluntary: leave it empty where nobody did."));
    m_hint->setText(words.join(QLatin1Char(' ')));
    const bool touched = entry.month != m_shown.month || !entered().isEmpty();
    m_cancel->setWords(tr("Cancel"), tr("Throw it away"), touched ? tr("What you entered is not saved.") : QString());
    m_save->setEnabled(!entry.month.isEmpty() && !missing && entry.seatsTaken <= entry.seats &&
                       entry.dgSkills <= entry.freelancers && !unreadable);
}

void MonthSheet::save()
{
    RecordOccupancy recording(m_services.workspace);
    const auto done = m_report ? recording.edit(m_services.actor, m_report->id(), entry(), m_shown)
                               : recording.run(m_services.actor, m_centre.id(), entry());
    if (!done)
        return messages()->post(kError, Message::of(done.error()));
    const QString id = done->id();
    close();
    Q_EMIT saved(id);
}

QJsonObject MonthSheet::unfinishedIn(const QWidget &window)
{
    const auto *sheet = window.findChild<const MonthSheet *>();
    if (sheet == nullptr || !sheet->isVisible())
        return {};
    QJsonObject all{{QStringLiteral("centre"), sheet->m_centre.id()}};
    if (sheet->m_report) {
        all.insert(QStringLiteral("report"), sheet->m_report->id());
        all.insert(kShown, toJson(sheet->m_shown));
        all.insert(kEntered, sheet->entered());
    } else { // whole: what is proposed of another month, or on another day, is not what stood here
        all.insert(kMonth, sheet->m_month->currentData().toString());
        all.insert(kEntered, enteredIn(sheet->fields()));
    }
    return all;
}

void MonthSheet::resume(const QJsonObject &unfinished)
{
    const QJsonObject entered = unfinished.value(kEntered).toObject();
    if (m_report) {
        const QJsonObject over = unfinished.value(kShown).toObject();
        QJsonObject shown = toJson(m_shown);
        for (auto it = entered.begin(); it != entered.end(); ++it)
            shown.insert(it.key(), over.value(it.key()));
        m_shown = entryIn(shown);
    } else {
        chooseAgain(unfinished.value(kMonth).toString());
    }
    enterInto(fields(), entered);
    refresh();
}

/// What was entered of a month that may not be reported any more is for its officer to place, and is not another's.
void MonthSheet::chooseAgain(const QString &kept)
{
    m_month->setCurrentIndex(m_month->findData(kept));
    const auto month = Month::parse(kept);
    if (m_month->currentIndex() >= 0 || !month || !m_terms)
        return;
    const auto certified = m_terms->certifiedIn(*month);
    messages()->post(kError, Message::of(certified ? makeError(ErrorCode::Exists, QStringLiteral("it was reported"),
                                                               QStringLiteral("month.reported"))
                                                   : certified.error()));
}

void MonthSheet::leave()
{
    refresh();
    m_cancel->press();
}

} // namespace markaz::ui

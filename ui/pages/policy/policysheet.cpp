// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/policy/policysheet.h"

#include "ui/pages/policy/budgetrows.h"
#include "ui/pages/policy/citytiers.h"
#include "ui/text/format.h"
#include "ui/text/policywords.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/enteredfields.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/moneyfield.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kWhole = 10'000; ///< basis points
const QString kError = QStringLiteral("error");
const QString kEntered = QStringLiteral("entered");
const QString kBudgets = QStringLiteral("budgets");
const QString kTiers = QStringLiteral("tiers");
const QString kSource = QStringLiteral(".source");

/// The target in force: the last that has a day (ProgrammePolicy::target()).
QString targetPath(const ProgrammePolicy &policy)
{
    qsizetype place = policy.targets.size() - 1;
    while (place > 0 && !policy.targets.at(place).by.isValid())
        --place;
    return QStringLiteral("targets[%1]").arg(place);
}

} // namespace

PolicySheet::PolicySheet(const Services &services, QWidget *page)
    : Sheet(Room::Whole, page)
    , m_services(services)
{
    setObjectName(QStringLiteral("policySheet"));
    const auto versions = policyVersions(m_services.workspace);
    const auto proposal = PublishPolicy(m_services.workspace, m_services.gazetteer).proposal();
    if (versions)
        m_before = versions->first().body;
    m_proposal = proposal ? *proposal : m_before;
    m_target = targetPath(m_proposal.figures);
    m_filling = true;
    build();
    setTitle(tr("%1 of the policy").arg(policywords::version(m_proposal.figures.version)));
    card()->setNote(tr("made from version %1").arg(format::number(m_before.figures.version)));
    fill();
    m_shown = texts();
    m_filling = false;
    refresh();
    if (!proposal) { // nothing can follow a version that this program cannot read
        messages()->post(kError, Message::of(proposal.error()));
        m_review->setEnabled(false);
    }
    present(m_fields.value(QStringLiteral("in_force_from.source")));
}

void PolicySheet::fill()
{
    const ProgrammePolicy &policy = m_proposal.figures;
    const auto number = [this](const QString &path, int value) {
        static_cast<NumberField *>(m_fields.value(path))->setValue(value);
    };
    const auto money = [this](const QString &path, std::optional<qint64> value) {
        static_cast<MoneyField *>(m_fields.value(path))->setHundredths(value);
    };
    const auto line = [this](const QString &path, const QString &text) {
        auto *field = static_cast<QLineEdit *>(m_fields.value(path));
        field->setText(text);
        field->setCursorPosition(0);
    };
    line(QStringLiteral("in_force_from.value"), format::date(m_proposal.from));
    line(QStringLiteral("programme_start.value"), format::date(policy.start));
    const CentreTarget &target = policy.target();
    number(m_target + QStringLiteral(".centres"), target.centres);
    line(m_target + QStringLiteral(".by"), format::date(target.by));
    for (const Province &province : m_services.gazetteer.provinces())
        number(m_target + QStringLiteral(".by_province.") + province.code, target.byProvince.value(province.code, 0));
    money(QStringLiteral("seat_rate.floor_paisa"), policy.seatRateFloor.value);
    money(QStringLiteral("seat_rate.ceiling_paisa"), policy.seatRateCeiling.value);
    money(QStringLiteral("market_seat_rate.low_paisa"), policy.marketRateLow.value);
    money(QStringLiteral("market_seat_rate.high_paisa"), policy.marketRateHigh.value);
    money(QStringLiteral("loan.cap_paisa"), policy.loanCap.value);
    money(QStringLiteral("interest_subsidy.share_bp"), policy.subsidyShareBp);
    m_split->setCurrentIndex(m_split->findData(policy.igniteShareBp.has_value()));
    m_ignite->setHundredths(policy.igniteShareBp);
    fillSplit();
    number(QStringLiteral("larger_city_minimum.area_sqft"), policy.largerCityMinSqft);
    number(QStringLiteral("larger_city_minimum.seats"), policy.largerCityMinSeats);
    const EEmploymentRule rule = m_proposal.eEmployment.value_or(EEmploymentRule());
    money(QStringLiteral("e_employment.least_share_bp"), rule.leastShareBp);
    number(QStringLiteral("e_employment.least_staff"), rule.leastStaff.value_or(-1));
    m_budgets->setBudgets(m_proposal);
    m_tiers->setTiers(m_proposal.cityTiers);
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        if (it.key().endsWith(kSource))
            line(it.key(), policy.sources.value(it.key().chopped(kSource.size())));
    }
}

/// Where it is undecided there is nothing to enter.
void PolicySheet::fillSplit()
{
    const bool decided = m_split->currentData().toBool();
    for (MoneyField *part : {m_ignite, m_psdp}) {
        part->setEnabled(decided);
        if (!decided)
            part->clear();
    }
}

/// The two parts are the whole, whichever of them is typed.
void PolicySheet::split(MoneyField *from, MoneyField *to)
{
    const QSignalBlocker quiet(to);
    const auto part = from->hundredths();
    to->setHundredths(part ? std::optional(kWhole - *part) : std::nullopt);
    refresh();
}

qint64 PolicySheet::amount(const QString &path) const
{
    return static_cast<MoneyField *>(m_fields.value(path))->hundredths().value_or(-1);
}

int PolicySheet::count(const QString &path) const
{
    return static_cast<NumberField *>(m_fields.value(path))->value();
}

QDate PolicySheet::dayIn(const QString &path) const
{
    return parseDate(static_cast<QLineEdit *>(m_fields.value(path))->text());
}

void PolicySheet::typedTarget(PolicyBody &body) const
{
    const qsizetype place = m_target.mid(8).chopped(1).toInt(); // "targets[1]"
    CentreTarget &target = body.figures.targets[place];
    target.centres = count(m_target + QStringLiteral(".centres"));
    target.by = dayIn(m_target + QStringLiteral(".by"));
    target.byProvince.clear();
    for (const Province &province : m_services.gazetteer.provinces()) {
        const int quota = count(m_target + QStringLiteral(".by_province.") + province.code);
        // A province that has none and had none stays unnamed.
        if (quota != 0 || m_proposal.figures.target().byProvince.contains(province.code))
            target.byProvince.insert(province.code, quota);
    }
}

/// What is typed; what cannot be read is out of its range, where policyFaults() names it.
PolicyBody PolicySheet::typed() const
{
    PolicyBody body = m_proposal;
    ProgrammePolicy &policy = body.figures;
    body.from = dayIn(QStringLiteral("in_force_from.value"));
    policy.start = dayIn(QStringLiteral("programme_start.value"));
    typedTarget(body);
    policy.seatRateFloor = Paisa{amount(QStringLiteral("seat_rate.floor_paisa"))};
    policy.seatRateCeiling = Paisa{amount(QStringLiteral("seat_rate.ceiling_paisa"))};
    policy.marketRateLow = Paisa{amount(QStringLiteral("market_seat_rate.low_paisa"))};
    policy.marketRateHigh = Paisa{amount(QStringLiteral("market_seat_rate.high_paisa"))};
    policy.loanCap = Paisa{amount(QStringLiteral("loan.cap_paisa"))};
    policy.subsidyShareBp = static_cast<int>(amount(QStringLiteral("interest_subsidy.share_bp")));
    policy.igniteShareBp = m_split->currentData().toBool()
                               ? std::optional(static_cast<int>(m_ignite->hundredths().value_or(-1)))
                               : std::nullopt;
    policy.largerCityMinSqft = count(QStringLiteral("larger_city_minimum.area_sqft"));
    policy.largerCityMinSeats = count(QStringLiteral("larger_city_minimum.seats"));
    EEmploymentRule rule;
    const auto *share = static_cast<MoneyField *>(m_fields.value(QStringLiteral("e_employment.least_share_bp")));
    if (!share->isEmpty())
        rule.leastShareBp = static_cast<int>(share->hundredths().value_or(-1));
    if (const int staff = count(QStringLiteral("e_employment.least_staff")); staff >= 0)
        rule.leastStaff = staff;
    body.eEmployment = rule.leastShareBp || rule.leastStaff ? std::optional(rule) : std::nullopt;
    body.cityTiers = m_tiers->tiers();
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        if (it.key().endsWith(kSource))
            policy.sources.insert(it.key().chopped(kSource.size()),
                                  static_cast<QLineEdit *>(it.value())->text().trimmed());
    }
    m_budgets->into(body);
    if (!body.eEmployment)
        policy.sources.remove(QStringLiteral("e_employment"));
    if (body.cityTiers.isEmpty())
        policy.sources.remove(QStringLiteral("city_tiers"));
    return body;
}

/// What is wrong, in words, by the path of its field.
QHash<QString, QString> PolicySheet::faults(const PolicyBody &body) const
{
    QHash<QString, QString> words;
    const auto found = PublishPolicy(m_services.workspace, m_services.gazetteer).faults(body);
    if (!found)
        return {{QString(), sentences::of(found.error()).plain()}};
    for (const FigureFault &fault : *found) {
        // Without a day the target in force is none: the field of its day says it.
        const QString path = fault.where == QLatin1String("targets") ? m_target + QStringLiteral(".by") : fault.where;
        const auto *line = qobject_cast<QLineEdit *>(m_fields.value(path));
        const bool unread = fault.reason == FigureFault::Reason::Missing && line != nullptr && !line->text().isEmpty();
        if (!words.contains(path))
            words.insert(path,
                         policywords::fault(unread ? FigureFault{FigureFault::Reason::NoDay, {}, 0, 0, {}} : fault));
    }
    return words;
}

QWidget *PolicySheet::fieldOf(const QString &path) const
{
    if (path.startsWith(kBudgets)) {
        const int row = path.section(QLatin1Char('['), 1).section(QLatin1Char(']'), 0, 0).toInt();
        return m_budgets->field(row, path.section(QLatin1Char('.'), -1));
    }
    if (QWidget *field = m_fields.value(path))
        return field;
    return path.startsWith(QLatin1String("city_tiers"))
               ? m_tiers->field()
               : m_fields.value(m_target + QStringLiteral(".centres")); // the quotas together
}

/// Says at each field what is wrong with it. Where something was decided is asked of what was changed, and of the rest
/// when the person means to be done.
void PolicySheet::refresh()
{
    if (m_filling || m_review == nullptr)
        return;
    const PolicyBody body = typed();
    const QHash<QString, QString> wrong = faults(body);
    const QStringList anew = notSourcedAnew(m_before, body);
    for (auto it = m_refusals.cbegin(); it != m_refusals.cend(); ++it) {
        QString words = wrong.value(it.key());
        const bool source = it.key().endsWith(kSource);
        if (source && !m_asked && !anew.contains(it.key().chopped(kSource.size())))
            words.clear();
        it.value()->setText(words);
        it.value()->setVisible(!words.isEmpty());
    }
    m_budgets->clearFaults();
    for (int row = 0; row < m_budgets->count(); ++row) {
        for (const char *name : {"fiscal_year", "ignite_paisa", "psdp_paisa", "source"}) {
            const QString path = QStringLiteral("budgets[%1].%2").arg(row).arg(QLatin1String(name));
            const bool later = QLatin1String(name) == QLatin1String("source") && !m_asked &&
                               !anew.contains(path.chopped(kSource.size()));
            if (wrong.contains(path) && !later)
                m_budgets->showFault(row, wrong.value(path));
        }
    }
    qint64 sum = 0;
    for (const Province &province : m_services.gazetteer.provinces())
        sum += std::max(count(m_target + QStringLiteral(".by_province.") + province.code), 0);
    m_sum->setText(tr("The quotas add up to %1.").arg(format::number(sum)));
    m_sum->setVisible(!wrong.contains(m_target + QStringLiteral(".by_province"))); // which says it
    m_cancel->setWords(tr("Cancel"), tr("Throw it away"),
                       entered().isEmpty() ? QString() : tr("What you entered is not published."));
}

void PolicySheet::review()
{
    m_asked = true;
    refresh();
    const PolicyBody body = typed();
    const QHash<QString, QString> wrong = faults(body);
    if (!wrong.isEmpty()) {
        QStringList paths = wrong.keys();
        std::sort(paths.begin(), paths.end(), [this](const QString &a, const QString &b) { // as they stand in the form
            const auto top = [this](const QString &path) {
                return fieldOf(path)->mapTo(m_form->widget(), QPoint(0, 0)).y();
            };
            return std::pair(top(a), a) < std::pair(top(b), b);
        });
        QWidget *first = fieldOf(paths.first());
        first->setFocus(Qt::OtherFocusReason);
        m_form->ensureWidgetVisible(first, 24, 96);
        const bool one = wrong.size() == 1;
        return messages()->post(kError, {Status::Bad,
                                         {one ? tr("One field is not right yet.")
                                              : tr("%1 fields are not right yet.").arg(format::number(wrong.size())),
                                          tr("Nothing was published."), tr("Each says below it what it needs.")},
                                         {},
                                         {},
                                         true});
    }
    const auto fits = PublishPolicy(m_services.workspace, m_services.gazetteer).check(m_services.actor, body);
    if (!fits)
        return messages()->post(kError, Message::of(fits.error()));
    messages()->withdraw(kError);
    const QList<PolicyRow> rows = policyRows(m_before, body, m_services.gazetteer);
    m_changes.setRows(rows);
    m_publish->setWords(
        tr("Publish version %1").arg(format::number(body.figures.version)), tr("Publish it for good"),
        tr("Figures that change: %1. In force from %2. Every laptop fetches it, and nothing takes it back: what was "
           "computed under an older version stays as it is.")
            .arg(format::number(rows.size()), format::date(body.from)));
    m_stack->setCurrentIndex(1);
    m_back->show();
    m_cancel->hide(); // the way out leads over the form, whose question it is
    m_review->hide();
    m_changesTable->setFocus(Qt::OtherFocusReason);
}

void PolicySheet::backToForm()
{
    m_stack->setCurrentIndex(0);
    m_back->hide();
    m_cancel->show();
    m_review->show();
    m_review->setFocus(Qt::OtherFocusReason);
}

void PolicySheet::publish()
{
    const PolicyBody body = typed();
    const auto done = PublishPolicy(m_services.workspace, m_services.gazetteer).run(m_services.actor, body);
    if (!done) {
        backToForm();
        return messages()->post(kError, Message::of(done.error()));
    }
    close();
    Q_EMIT published(body.figures.version);
}

QJsonObject PolicySheet::texts() const
{
    QJsonObject all = enteredIn(m_fields);
    all.insert(kBudgets, m_budgets->entered());
    all.insert(kTiers, m_tiers->entered());
    return all;
}

/// What is not as it was shown, as it stands in its field: it may be half typed.
QJsonObject PolicySheet::entered() const
{
    QJsonObject all;
    const QJsonObject now = texts();
    for (auto it = now.begin(); it != now.end(); ++it) {
        if (it.value() != m_shown.value(it.key()))
            all.insert(it.key(), it.value());
    }
    return all;
}

QJsonObject PolicySheet::unfinishedIn(const QWidget &window)
{
    const auto *sheet = window.findChild<const PolicySheet *>();
    if (sheet == nullptr || !sheet->isVisible())
        return {};
    return {{kEntered, sheet->entered()}};
}

void PolicySheet::resume(const QJsonObject &unfinished)
{
    const QJsonObject entered = unfinished.value(kEntered).toObject();
    m_filling = true;
    enterInto(m_fields, entered);
    if (entered.contains(kBudgets))
        m_budgets->enter(entered.value(kBudgets).toArray());
    if (entered.contains(kTiers))
        m_tiers->enter(entered.value(kTiers).toObject());
    fillSplit();
    m_filling = false;
    refresh();
}

void PolicySheet::leave()
{
    if (m_stack->currentIndex() == 1)
        return backToForm();
    refresh();
    m_cancel->press();
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/importmonths.h"

#include "core/domain/namekey.h"
#include "core/finance/moneytext.h"
#include "core/security/permissions.h"
#include "core/support/programmeday.h"
#include "core/support/urdumonths.h"
#include "core/workflow/rowcells.h"

#include <QLocale>
#include <QRegularExpression>

#include <limits>
#include <memory>

namespace markaz {

/// One reading of the file.
struct ImportMonths::Pass
{
    const Told *told = nullptr; ///< nullptr: nobody is
    bool writes = false;        ///< in the open transaction
    qint64 recorded = 0;
    QHash<QString, int> seen = {};                                   ///< centre|month -> the line where it stood first
    QHash<QString, std::shared_ptr<const CentreTerms>> centres = {}; ///< by what the file calls them; none: nothing is
    std::optional<QHash<QString, QStringList>> named = {}; ///< ids by the key of the name; read when a name asks for it
    QJsonObject fields = {};                               ///< of the row at hand, when it is good
};

namespace {

constexpr int kShown = 60; ///< characters of a bad value

/// One row on its way into a month.
class Reading : public RowCells
{
public:
    using RowCells::RowCells;

    void refuse(RowReason reason, const char *field, const QString &detail)
    {
        if (!m_fault)
            m_fault = fault(reason, field, detail);
    }
    std::optional<int> number(const char *field)
    {
        const QString given = text(field);
        if (given.isEmpty())
            return std::nullopt;
        const auto value = wholeNumberIn(given);
        if (!value || *value < std::numeric_limits<int>::min() || *value > std::numeric_limits<int>::max()) {
            refuse(RowReason::NoNumber, field, QStringLiteral("\"%1\" is no whole number").arg(given.left(40)));
            return std::nullopt;
        }
        return static_cast<int>(*value);
    }
    /// What has no nought of its own: a count that nobody gave is not none.
    int needed(const char *field)
    {
        if (text(field).isEmpty() && !m_fault)
            m_fault = missing(field);
        return number(field).value_or(0);
    }
    std::optional<qint64> amount(const char *field, qint64 most)
    {
        const QString given = text(field);
        if (given.isEmpty())
            return std::nullopt;
        auto value = parseMoney(given, most);
        if (!value)
            refuse(RowReason::NoAmount, field, QStringLiteral("\"%1\" is no amount").arg(given.left(40)));
        return value;
    }
    const std::optional<RowFault> &firstFault() const { return m_fault; }

private:
    std::optional<RowFault> m_fault; ///< the first one
};

} // namespace

const ColumnNames &monthColumns()
{
    static const ColumnNames all(
        {{"centre", "centre name|center|center name|name|name of centre|building|building code|code|سینٹر|سینٹر کا نام|"
                    "عمارت کا کوڈ|کوڈ"},
         {"month", "reporting month|period|month of report|مہینہ|ماہ"},
         {"seats_taken", "taken|occupied|occupied seats|seats occupied|بھری نشستیں|لی گئی نشستیں"},
         {"freelancers", "freelancer|number of freelancers|فری لانسر|فری لانسرز"},
         {"dg_skills", "dg skills|dgskills|digiskills|of them dg skills|ڈیجی سکلز"},
         {"other_staff", "other staff|accountants|accountants and other staff|staff|دیگر عملہ|عملہ"},
         {"seats", "seats available|total seats|number of seats|نشستیں|کل نشستیں"},
         {"seat_rate", "rate|seat rate|seat rate rs|seat rate pkr|seat rate rupees|نشست کا کرایہ|کرایہ"},
         {"trainings", "training|number of trainings|تربیتی نشستیں|تربیت"},
         {"events", "community events|event|تقریبات|تقریب"},
         {"export_usd", "export earnings|exports|export earnings usd|exports usd|export usd|برآمدی آمدنی|برآمدات"}},
        6);
    return all;
}

namespace {

/// 1 to 12 by its English name, long or short, or its Urdu one; 0: it is none.
int monthNamed(const QString &name)
{
    static const QHash<QString, int> all = [] {
        QHash<QString, int> names;
        for (int month = 1; month <= 12; ++month) {
            for (const QString &word :
                 {QLocale::c().monthName(month, QLocale::LongFormat),
                  QLocale::c().monthName(month, QLocale::ShortFormat), urduMonths().at(month - 1)})
                names.insert(nameKey(word), month);
        }
        names.insert(nameKey(QStringLiteral("Sept")), 9);
        return names;
    }();
    return all.value(nameKey(name));
}

} // namespace

Result<Month> monthIn(const QString &text)
{
    const QString plain = latinDigits(text.trimmed());
    static const QRegularExpression numbers(QStringLiteral("\\A([0-9]{1,2})\\s*[/.-]\\s*([0-9]{4})\\z"));
    if (const auto match = numbers.match(plain); match.hasMatch())
        return Month::parse(
            QStringLiteral("%1-%2").arg(match.captured(2)).arg(match.captured(1).toInt(), 2, 10, QLatin1Char('0')));
    static const QRegularExpression yearFirst(QStringLiteral("\\A([0-9]{4})\\s*[/.]\\s*([0-9]{1,2})\\z"));
    if (const auto match = yearFirst.match(plain); match.hasMatch())
        return Month::parse(
            QStringLiteral("%1-%2").arg(match.captured(1)).arg(match.captured(2).toInt(), 2, 10, QLatin1Char('0')));
    // A spreadsheet keeps a month as its first day, and shows it as "Oct-26".
    static const QRegularExpression words(QStringLiteral("\\A(\\p{L}{3,9})\\.?[\\s,،'-]*([0-9]{4}|[0-9]{2})\\z"));
    if (const auto match = words.match(plain); match.hasMatch()) {
        const int month = monthNamed(match.captured(1));
        const QString year = match.captured(2);
        if (month > 0)
            return Month::parse(QStringLiteral("%1-%2")
                                    .arg(year.size() == 2 ? QStringLiteral("20") + year : year)
                                    .arg(month, 2, 10, QLatin1Char('0')));
    }
    for (const char *form :
         {"yyyy-MM-dd", "yyyy/M/d", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"}) { // day before month, as here
        if (const QDate day = QDate::fromString(plain, QLatin1String(form)); day.isValid() && day.day() == 1)
            return Month::parse(day.toString(QStringLiteral("yyyy-MM")));
    }
    return Month::parse(plain);
}

std::variant<MonthRow, RowFault> MonthRowReader::read(const CsvRow &row) const
{
    Reading reading(row, m_fields);
    if (auto surplus = reading.surplus())
        return *surplus;
    MonthRow month;
    month.line = row.line;
    month.centre = reading.text("centre");
    if (month.centre.isEmpty())
        return reading.missing("centre");
    const auto named = monthIn(reading.text("month"));
    if (!named)
        reading.refuse(RowReason::NoMonth, "month", QStringLiteral("no month as in 2026-10"));
    else
        month.month = named->toString();
    month.seatsTaken = reading.needed("seats_taken");
    month.freelancers = reading.needed("freelancers");
    month.dgSkills = reading.needed("dg_skills");
    month.otherStaff = reading.needed("other_staff");
    month.trainings = reading.number("trainings").value_or(0);
    month.events = reading.number("events").value_or(0);
    month.seats = reading.number("seats");
    month.seatRatePaisa = reading.amount("seat_rate", centre::kMostRatePaisa);
    month.exportUsdCents = reading.amount("export_usd", centre::kMostExportCents);
    if (reading.firstFault())
        return *reading.firstFault();
    return month;
}

Result<ImportCount> ImportMonths::check(const Actor &actor, const ImportFile &file, const Told &told)
{
    Pass pass{&told};
    return go(actor, file, pass);
}

Result<qint64> ImportMonths::run(const Actor &actor, const ImportFile &file, const ImportCount &checked, bool)
{
    auto transaction = Transaction::begin(m_workspace.database);
    if (!transaction)
        return transaction.error();
    Pass pass{nullptr, true};
    const auto count = go(actor, file, pass);
    if (!count)
        return count.error();
    if (*count != checked)
        return makeError(ErrorCode::WrongState, QStringLiteral("the file or the records are others since the check"),
                         QStringLiteral("file"));
    if (m_progress.cancelled)
        return importCancelled();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return pass.recorded;
}

Result<ImportCount> ImportMonths::go(const Actor &actor, const ImportFile &file, Pass &pass)
{
    if (!roleGrants(actor.role, Action::RecordOccupancy))
        return makeError(ErrorCode::NotAllowed, QStringLiteral("records no months"), QStringLiteral("role"));
    if (auto usable = monthColumns().check(file.fields); !usable)
        return usable.error();
    const MonthRowReader rows(file.fields);
    return readRows(
        file, m_progress, [] { return Result<void>(); },
        [&](const CsvRow &row, ImportCount &count) -> Result<void> {
            const auto read = rows.read(row);
            std::optional<RowFault> fault;
            if (const auto *unreadable = std::get_if<RowFault>(&read)) {
                fault = *unreadable;
            } else {
                auto found = faultOf(actor, std::get<MonthRow>(read), pass);
                if (!found)
                    return found.error();
                fault = std::move(found).value();
            }
            ++(fault ? count.refused : count.good);
            if (fault && pass.told != nullptr)
                return (*pass.told)(*fault, row);
            if (fault || !pass.writes)
                return {};
            ++pass.recorded;
            const auto made = createInTransaction(m_workspace, actor, Entity::OccupancyReport, pass.fields);
            return made ? Result<void>() : Result<void>(made.error());
        });
}

/// The centre with the code or the name \p typed, also where one of them has Urdu digits and the other has not.
Result<std::optional<QString>> ImportMonths::idOf(const QString &typed, Pass &pass) const
{
    const CentreRepository centres(m_workspace.database);
    auto id = centres.named(latinDigits(typed));
    if (!id || *id)
        return id;
    const auto keyOf = [](const QString &name) { return nameKey(latinDigits(name)); };
    if (!pass.named) {
        const auto rows = centres.rows(programmeDay(m_workspace.clock.now()));
        if (!rows)
            return rows.error();
        pass.named.emplace();
        QHash<QString, QStringList> closed; // meant where no open one is called so
        for (const CentreRow &row : *rows)
            (row.isClosed() ? closed : *pass.named)[keyOf(row.name)].append(row.id);
        for (auto it = closed.cbegin(); it != closed.cend(); ++it) {
            if (!pass.named->contains(it.key()))
                pass.named->insert(it.key(), it.value());
        }
    }
    const QStringList ids = pass.named->value(keyOf(typed));
    return ids.size() == 1 ? std::optional<QString>(ids.first()) : std::nullopt;
}

/// Everything that RecordOccupancy would refuse, and what stands in the file twice.
Result<std::optional<RowFault>> ImportMonths::faultOf(const Actor &actor, const MonthRow &row, Pass &pass)
{
    const auto refused = [&row](RowReason reason, const QString &field, const QString &value, Error error) {
        return std::optional<RowFault>(RowFault{row.line, reason, field, value.left(kShown), std::move(error)});
    };
    const RecordOccupancy recording(m_workspace);
    if (!pass.centres.contains(row.centre)) {
        const auto id = idOf(row.centre, pass);
        if (!id)
            return id.error();
        std::shared_ptr<const CentreTerms> terms;
        if (*id) {
            const auto found = m_workspace.records.requireAs<Centre>(**id);
            if (!found)
                return found.error();
            auto read = recording.terms(actor, *found);
            if (!read)
                return read.error();
            terms = std::make_shared<const CentreTerms>(std::move(read).value());
        }
        pass.centres.insert(row.centre, terms);
    }
    const std::shared_ptr<const CentreTerms> terms = pass.centres.value(row.centre);
    if (!terms)
        return refused(
            RowReason::UnknownCentre, QStringLiteral("centre"), row.centre,
            makeError(ErrorCode::InvalidValue, QStringLiteral("no centre is called so"), QStringLiteral("centre")));
    const Centre &centre = terms->centre;
    const QString key = centre.id() + QLatin1Char('|') + row.month;
    if (const auto twin = pass.seen.constFind(key); twin != pass.seen.constEnd()) {
        auto fault = refused(RowReason::SameMonth, QStringLiteral("month"), row.month,
                             makeError(ErrorCode::InvalidValue, QStringLiteral("the file has this month twice"),
                                       QStringLiteral("month")));
        fault->alikeLine = *twin;
        return fault;
    }
    const auto month = Month::parse(row.month); // it was read as one
    MonthEntry entry{row.month,
                     row.seats.value_or(month ? terms->seatsIn(*month) : centre.seats()),
                     row.seatsTaken,
                     row.freelancers,
                     row.dgSkills,
                     row.otherStaff,
                     row.seatRatePaisa.value_or(centre.seatRatePaisa()),
                     row.trainings,
                     row.events,
                     row.exportUsdCents};
    if (auto checked = recording.check(actor, *terms, entry); !checked) {
        const Error &error = checked.error();
        if (!isAboutTheRow(error) && error.code != ErrorCode::WrongState && error.code != ErrorCode::Exists)
            return error;
        const QString where = error.where.startsWith(QLatin1String("month."))    ? QStringLiteral("month")
                              : error.where == QLatin1String("centre.seats")     ? QStringLiteral("seats")
                              : monthColumns().fields().contains(error.where)    ? error.where
                              : error.where == QLatin1String("seat_rate_paisa")  ? QStringLiteral("seat_rate")
                              : error.where == QLatin1String("export_usd_cents") ? QStringLiteral("export_usd")
                                                                                 : QStringLiteral("centre");
        return refused(RowReason::Refused, where, row.month, error);
    }
    pass.seen.insert(key, row.line);
    pass.fields = recording.fieldsOf(actor, centre, entry);
    return std::optional<RowFault>();
}

} // namespace markaz

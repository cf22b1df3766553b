// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/financecommand.h"

#include "app/desktop/consolecommand.h"
#include "app/desktop/financelines.h"
#include "core/domain/centre.h"
#include "core/domain/decimal.h"
#include "core/finance/financejson.h"
#include "core/finance/moneytext.h"
#include "core/finance/scenariofile.h"
#include "ui/text/financewords.h"

#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

namespace markaz::desktop {
namespace {

constexpr qint64 kMostBytes = 64 * 1024 * 1024;

struct FinanceCommand
{
    Q_DECLARE_TR_FUNCTIONS(FinanceCommand)
};

QString exits()
{
    return FinanceCommand::tr("Exit status:\n"
                              "  0  computed\n"
                              "  1  FILE cannot be read\n"
                              "  2  wrong options, or one that is out of its range\n"
                              "  3  FILE is no scenario: the sentence names the figure that is wrong");
}

QString aboutSchedule()
{
    return FinanceCommand::tr(
               "Computes a loan month by month: interest, principal and balance, and who pays what of the interest. "
               "Equal monthly instalments on the declining balance, interest alone in the grace months, rounded to "
               "the paisa; the last instalment takes the rounding. With --seats and --seat-rate also what the centre "
               "has to earn.\n\n"
               "Standard output: a line for each month, amounts in rupees; with --json an object, amounts in paisa.\n\n"
               "%1\n\n"
               "Examples:\n"
               "  markaz finance schedule --principal 10,000,000 --rate 22.5 --tenor 60 --grace 6 --subsidy 100 \\\n"
               "      --ignite-share 60 --json\n"
               "  markaz finance schedule --principal 10,000,000 --rate 0 --tenor 24 --seats 100 --seat-rate 3,500")
        .arg(exits());
}

QString aboutScenario()
{
    return FinanceCommand::
        tr("Computes what the loans in FILE cost Ignite and the PSDP by fiscal year (July to June), how many owners "
           "are above break-even in each tier, and what a seat and a freelancer cost; where FILE names ranges for "
           "KIBOR and occupancy, also the bands between which the cost may lie. The same file gives the same "
           "figures on every computer.\n\n"
           "FILE holds JSON, amounts in paisa, shares and rates in basis points; “-” reads it from standard input. "
           "core/finance/README.md says what may stand in it.\n\n"
           "Standard output: names and values, amounts in rupees; with --json an object, amounts in paisa.\n\n"
           "%1\n\n"
           "Examples:\n"
           "  markaz finance scenario programme.json --json")
            .arg(exits());
}

int ends(FinanceExit how, const QString &sentence)
{
    sayError(sentence);
    return static_cast<int>(how);
}

void printJson(const QJsonObject &json)
{
    QTextStream(stdout) << QString::fromUtf8(QJsonDocument(json).toJson());
}

/// "22.5" or "22.5 %" in basis points, from 0 to 100 %.
std::optional<int> percent(QString text)
{
    text = text.trimmed();
    if (text.endsWith(QLatin1Char('%')))
        text = text.chopped(1).trimmed();
    const auto number = Decimal::parse(text);
    constexpr qint64 perPoint = Decimal::kScale / 100;
    if (!number || number->units() < 0 || number->units() % perPoint != 0 || number->units() / perPoint > loan::kMostBp)
        return std::nullopt;
    return static_cast<int>(number->units() / perPoint);
}

std::optional<int> wholeNumber(const QString &text, int least, int most)
{
    bool number = false;
    const int value = text.toInt(&number);
    return number && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

/// What the options of `schedule` say.
struct AskedLoan
{
    LoanTerms terms;
    QDate paidOut;
    SubsidyTerms subsidy;
    std::optional<CentreEconomics> centre;
};

/// Reads the options one by one; the first that is wrong has its sentence.
class LoanOptions
{
public:
    explicit LoanOptions(ConsoleCommand &command)
        : m_command(command)
    {
        for (const QCommandLineOption *each : {&m_principal, &m_rate, &m_tenor, &m_grace, &m_subsidy, &m_ignite,
                                               &m_paidOut, &m_seats, &m_seatRate, &m_running, &m_occupancy})
            command.parser().addOption(*each);
    }

    /// Nothing, and what sentence() says, when something is wrong.
    std::optional<AskedLoan> read()
    {
        AskedLoan asked;
        asked.terms.principal = money(m_principal, 1, loan::kMostPrincipal, Needed::Yes);
        asked.terms.markupBp = share(m_rate, Needed::Yes).value_or(0);
        asked.terms.tenorMonths = number(m_tenor, 1, loan::kMostTenor, Needed::Yes);
        asked.terms.graceMonths = number(m_grace, 0, loan::kMostTenor);
        if (asked.terms.graceMonths >= asked.terms.tenorMonths)
            fail(FinanceCommand::tr("--grace has to be less than --tenor: the grace is a part of the tenor."));
        asked.subsidy = {{}, share(m_subsidy).value_or(0), share(m_ignite)};
        if (m_command.isSet(m_paidOut)) {
            asked.paidOut = QDate::fromString(m_command.value(m_paidOut), Qt::ISODate);
            if (m_command.value(m_paidOut).size() != 10 || !loan::mayBePaidOut(asked.paidOut))
                fail(FinanceCommand::tr("--paid-out takes a day such as 2026-11-30, in the years 2000 to 2099."));
        }
        if (m_command.isSet(m_seats) != m_command.isSet(m_seatRate))
            fail(FinanceCommand::tr("--seats and --seat-rate go together."));
        if (!m_command.isSet(m_seats) && (m_command.isSet(m_running) || m_command.isSet(m_occupancy)))
            fail(FinanceCommand::tr("--running-cost and --occupancy go with --seats and --seat-rate."));
        if (m_command.isSet(m_seats))
            asked.centre =
                CentreEconomics{number(m_seats, 1, centre::kMostSeats),
                                money(m_seatRate, 0, centre::kMostRatePaisa),
                                money(m_running, 0, kMostRunningCost),
                                m_command.isSet(m_occupancy) ? share(m_occupancy).value_or(0) : loan::kMostBp,
                                {}};
        return m_sentence.isEmpty() ? std::optional(asked) : std::nullopt;
    }
    const QString &sentence() const { return m_sentence; }

private:
    enum class Needed { No, Yes };

    void fail(const QString &sentence)
    {
        if (m_sentence.isEmpty())
            m_sentence = sentence;
    }
    bool isThere(const QCommandLineOption &option, Needed needed)
    {
        if (!m_command.isSet(option) && needed == Needed::Yes)
            fail(FinanceCommand::tr("--%1 is missing.").arg(option.names().first()));
        return m_command.isSet(option);
    }
    Paisa money(const QCommandLineOption &option, qint64 least, qint64 most, Needed needed = Needed::No)
    {
        if (!isThere(option, needed))
            return {};
        const auto paisa = parseMoney(m_command.value(option), most);
        if (!paisa || *paisa < least)
            fail(FinanceCommand::tr("--%1 takes an amount in rupees from %2 to %3, such as 10,000,000 or 3500.50.")
                     .arg(option.names().first(), rupeeText(Paisa{least}), rupeeText(Paisa{most})));
        return Paisa{paisa.value_or(least)};
    }
    std::optional<int> share(const QCommandLineOption &option, Needed needed = Needed::No)
    {
        if (!isThere(option, needed))
            return std::nullopt;
        const auto points = percent(m_command.value(option));
        if (!points)
            fail(FinanceCommand::tr("--%1 takes a percentage from 0 to 100 with at most two places, such as 22.5.")
                     .arg(option.names().first()));
        return points.value_or(0);
    }
    int number(const QCommandLineOption &option, int least, int most, Needed needed = Needed::No)
    {
        if (!isThere(option, needed))
            return least;
        const auto value = wholeNumber(m_command.value(option), least, most);
        if (!value)
            fail(FinanceCommand::tr("--%1 takes a whole number from %2 to %3.")
                     .arg(option.names().first())
                     .arg(least)
                     .arg(most));
        return value.value_or(least);
    }

    ConsoleCommand &m_command;
    QString m_sentence;
    QCommandLineOption m_principal{QStringLiteral("principal"), FinanceCommand::tr("What is lent."),
                                   QStringLiteral("RUPEES")};
    QCommandLineOption m_rate{QStringLiteral("rate"), FinanceCommand::tr("The mark-up a year."),
                              QStringLiteral("PERCENT")};
    QCommandLineOption m_tenor{QStringLiteral("tenor"),
                               FinanceCommand::tr("The whole life of the loan, grace included."),
                               QStringLiteral("MONTHS")};
    QCommandLineOption m_grace{QStringLiteral("grace"),
                               FinanceCommand::tr("Interest alone is paid in them. Default: 0."),
                               QStringLiteral("MONTHS")};
    QCommandLineOption m_subsidy{QStringLiteral("subsidy"),
                                 FinanceCommand::tr("The subsidised share of the interest. Default: 0."),
                                 QStringLiteral("PERCENT")};
    QCommandLineOption m_ignite{QStringLiteral("ignite-share"),
                                FinanceCommand::tr("Ignite's share of the subsidy; the rest is the PSDP's. Without it "
                                                   "the split is undecided."),
                                QStringLiteral("PERCENT")};
    QCommandLineOption m_paidOut{QStringLiteral("paid-out"),
                                 FinanceCommand::tr("When the loan is paid out, such as 2026-11-30: adds the days on "
                                                    "which instalments fall due, and the fiscal years."),
                                 QStringLiteral("DAY")};
    QCommandLineOption m_seats{QStringLiteral("seats"), FinanceCommand::tr("Seats of the centre, for its break-even."),
                               QStringLiteral("NUMBER")};
    QCommandLineOption m_seatRate{QStringLiteral("seat-rate"), FinanceCommand::tr("What a seat brings a month."),
                                  QStringLiteral("RUPEES")};
    QCommandLineOption m_running{QStringLiteral("running-cost"),
                                 FinanceCommand::tr("What the centre costs a month. Default: 0."),
                                 QStringLiteral("RUPEES")};
    QCommandLineOption m_occupancy{QStringLiteral("occupancy"),
                                   FinanceCommand::tr("The share of the seats that is taken. Default: 100."),
                                   QStringLiteral("PERCENT")};
};

QCommandLineOption jsonOption()
{
    return {QStringLiteral("json"), FinanceCommand::tr("Print JSON, amounts in paisa.")};
}

int runSchedule(int argc, char *argv[])
{
    ConsoleCommand command(argc, argv, "finance schedule", aboutSchedule(), ConsoleCommand::Draws::Nothing,
                           ConsoleCommand::Reads::Arguments);
    LoanOptions options(command);
    const QCommandLineOption json = jsonOption();
    command.parser().addOption(json);
    if (const auto status = command.parse())
        return *status;
    const auto asked = options.read();
    if (!asked)
        return command.wrongUse(options.sentence());
    const auto schedule = scheduleLoan(asked->terms, asked->paidOut, {asked->subsidy});
    if (!schedule) // the options were checked: what is left has no words of its own
        return command.wrongUse(QStringLiteral("%1: %2").arg(schedule.error().where, schedule.error().detail));
    std::optional<BreakEven> centre;
    if (asked->centre) {
        const auto found = breakEven(*schedule, *asked->centre);
        if (!found)
            return command.wrongUse(QStringLiteral("%1: %2").arg(found.error().where, found.error().detail));
        centre = *found;
    }
    if (command.isSet(json))
        printJson(toJson(asked->terms, asked->paidOut, *schedule, centre));
    else
        QTextStream(stdout) << scheduleLines(*schedule, centre).join(QLatin1Char('\n')) << '\n';
    return static_cast<int>(FinanceExit::Computed);
}

/// The bytes of \p name. Nothing, and \p sentence says why, when it cannot be read.
std::optional<QByteArray> bytesOf(const QString &name, QString &sentence)
{
    QFile file(name);
    const bool open =
        name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        sentence = FinanceCommand::tr("%1 cannot be read: %2").arg(name, file.errorString());
        return std::nullopt;
    }
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (file.error() != QFileDevice::NoError) {
        sentence = FinanceCommand::tr("%1 cannot be read: %2").arg(name, file.errorString());
        return std::nullopt;
    }
    if (bytes.size() > kMostBytes) {
        sentence = FinanceCommand::tr("%1 is larger than %2 MiB.").arg(name).arg(kMostBytes / 1024 / 1024);
        return std::nullopt;
    }
    return bytes;
}

int runScenario(int argc, char *argv[])
{
    ConsoleCommand command(argc, argv, "finance scenario", aboutScenario(), ConsoleCommand::Draws::Nothing,
                           ConsoleCommand::Reads::Arguments);
    const QCommandLineOption json = jsonOption();
    command.parser().addOption(json);
    command.parser().addPositionalArgument(QStringLiteral("file"), FinanceCommand::tr("The scenario."),
                                           QStringLiteral("FILE"));
    if (const auto status = command.parse(ConsoleCommand::Takes::Names))
        return *status;
    const QStringList names = command.parser().positionalArguments();
    if (names.size() != 1)
        return command.wrongUse(FinanceCommand::tr("Name one file."));
    QString sentence;
    const auto bytes = bytesOf(names.first(), sentence);
    if (!bytes)
        return ends(FinanceExit::Failed, sentence);
    const auto read = readScenario(*bytes);
    if (const auto *fault = std::get_if<FigureFault>(&read))
        return ends(FinanceExit::Refused, FinanceCommand::tr("%1 Nothing was computed; mend it in %2.")
                                              .arg(ui::financewords::reason(*fault), names.first()));
    const Scenario &scenario = std::get<Scenario>(read);
    auto run = ScenarioRun::open(scenario);
    if (!run)
        return ends(FinanceExit::Refused, QStringLiteral("%1: %2").arg(run.error().where, run.error().detail));
    QList<BreakEven> centres;
    for (const ScenarioLoan &loan : scenario.loans) {
        auto centre = breakEvenOf(scenario, loan);
        if (!centre)
            return ends(FinanceExit::Refused,
                        QStringLiteral("%1: %2").arg(centre.error().where, centre.error().detail));
        centre->months.clear(); // of thousands of loans they would fill the memory, and nobody prints them
        centres.append(*centre);
    }
    std::optional<ScenarioBands> bands;
    if (scenario.uncertainty)
        bands = tryOut(*run).value();
    const ScenarioResult result = run->result();
    if (command.isSet(json))
        printJson(toJson(scenario, result, centres, bands));
    else
        QTextStream(stdout) << scenarioLines(scenario, result, centres, bands).join(QLatin1Char('\n')) << '\n';
    return static_cast<int>(FinanceExit::Computed);
}

} // namespace

int runFinance(int argc, char *argv[])
{
    const QByteArray which = argc > 2 ? argv[2] : "";
    if (which == "schedule")
        return runSchedule(argc - 1, argv + 1);
    if (which == "scenario")
        return runScenario(argc - 1, argv + 1);
    const QString usage = FinanceCommand::tr("Usage: markaz finance schedule|scenario [options]\n\n"
                                             "  schedule  a loan month by month, and who pays what of it\n"
                                             "  scenario  what the loans in a file cost, by fiscal year\n\n"
                                             "See markaz finance schedule --help and markaz finance scenario --help.");
    if (which == "--help" || which == "-h") {
        QTextStream(stdout) << usage << '\n';
        return static_cast<int>(FinanceExit::Computed);
    }
    return ends(FinanceExit::Usage, usage);
}

} // namespace markaz::desktop

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/scenarioworkbook.h"

#include "core/reporting/formulabook.h"

#include <algorithm>

namespace markaz {
namespace {

using Row = QList<BookCell>;

BookCell rupees(Paisa amount)
{
    return amount.value % 100 == 0 ? BookCell(amount.value / 100) : BookCell(static_cast<double>(amount.value) / 100);
}

BookFormula formula(QString text, qint64 row, qint64 before = 0, qint64 loan = 0)
{
    // {r}: this row, {b}: the one before it, {l}: the loan's row on Loans
    return {text.replace(QLatin1String("{r}"), QString::number(row))
                .replace(QLatin1String("{b}"), QString::number(before))
                .replace(QLatin1String("{l}"), QString::number(loan))};
}

constexpr qint64 kFirstSubsidy = 4; ///< row of Inputs

Result<void> writeInputs(FormulaBook &book, const Scenario &scenario)
{
    QList<Row> rows{{QStringLiteral("KIBOR, basis points a year"), qint64(scenario.kiborBp)},
                    {QStringLiteral("Subsidy by the day on which an instalment falls due; 0 = from ever")},
                    {QStringLiteral("from"), QStringLiteral("share of the interest, bp"),
                     QStringLiteral("Ignite's part of the subsidy, bp, or undecided")}};
    for (const SubsidyTerms &each : scenario.subsidy)
        rows.append(
            {each.from.isValid() ? BookCell(each.from) : BookCell(qint64(0)), qint64(each.shareBp),
             each.igniteShareBp ? BookCell(qint64(*each.igniteShareBp)) : BookCell(QStringLiteral("undecided"))});
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (auto done = book.add(rows.at(i), i == 2 ? FormulaBook::Look::Head : FormulaBook::Look::Plain); !done)
            return done;
    }
    return {};
}

Result<void> writeLoans(FormulaBook &book, const Scenario &scenario)
{
    const Row head{QStringLiteral("name"),
                   QStringLiteral("tier"),
                   QStringLiteral("loans alike"),
                   QStringLiteral("principal, Rs"),
                   QStringLiteral("fixed mark-up, bp"),
                   QStringLiteral("spread over KIBOR, bp"),
                   QStringLiteral("mark-up a year, bp"),
                   QStringLiteral("tenor, months"),
                   QStringLiteral("grace, months"),
                   QStringLiteral("paid out"),
                   QStringLiteral("seats"),
                   QStringLiteral("seat rate a month, Rs"),
                   QStringLiteral("running cost a month, Rs"),
                   QStringLiteral("occupancy, bp"),
                   QStringLiteral("freelancers"),
                   QStringLiteral("principal, paisa"),
                   QStringLiteral("annuity, whole paisa"),
                   QStringLiteral("instalment, paisa"),
                   QStringLiteral("dearest month of the owner, paisa"),
                   QStringLiteral("occupancy needed, bp"),
                   QStringLiteral("above break-even"),
                   QStringLiteral("rows of Schedule")};
    if (auto done = book.add(head, FormulaBook::Look::Head); !done)
        return done;
    qint64 first = 2; // of Schedule
    qint64 row = 2;
    for (const ScenarioLoan &loan : scenario.loans) {
        const qint64 last = first + loan.terms.tenorMonths - 1;
        const auto of = [&](const char *text) { return formula(QLatin1String(text), row); };
        const Row cells{
            loan.name,
            qint64(loan.tier),
            qint64(loan.count),
            rupees(loan.terms.principal),
            loan.floats ? BookCell() : BookCell(qint64(loan.terms.markupBp)),
            loan.floats ? BookCell(qint64(loan.spreadBp)) : BookCell(),
            of("IF(ISNUMBER(F{r}),Inputs!$B$1+F{r},E{r})"),
            qint64(loan.terms.tenorMonths),
            qint64(loan.terms.graceMonths),
            loan.paidOut,
            qint64(loan.centre.seats),
            rupees(loan.centre.seatRate),
            rupees(loan.centre.runningCost),
            qint64(loan.centre.occupancyBp),
            loan.freelancers ? BookCell(qint64(*loan.freelancers)) : BookCell(of("ROUND(K{r}*N{r}/10000,0)")),
            of("ROUND(D{r}*100,0)"),
            of("IF(G{r}=0,INT(P{r}/(H{r}-I{r})),INT(P{r}*G{r}/120000/(1-(1+G{r}/120000)^(I{r}-H{r}))))"),
            BookFormula{QStringLiteral("IF(Schedule!Q%1<=0,Q%2,IF(Schedule!R%1<=0,Q%2+1,Q%2+2))").arg(last).arg(row)},
            BookFormula{QStringLiteral("MAX(Schedule!P%1:P%2)").arg(first).arg(last)},
            of("IF(K{r}*L{r}=0,IF(S{r}+M{r}=0,0,\"never\"),"
               "ROUNDUP((S{r}+ROUND(M{r}*100,0))*10000/(K{r}*ROUND(L{r}*100,0)),0))"),
            of("IF(ISNUMBER(T{r}),IF(T{r}<=N{r},1,0),0)"),
            BookFormula{QStringLiteral("IF(H%1=%2,\"%2\",\"export again: made for %2 months\")")
                            .arg(row)
                            .arg(loan.terms.tenorMonths)}};
        if (auto done = book.add(cells); !done)
            return done;
        first = last + 1;
        ++row;
    }
    return {};
}

Result<void> writeSchedule(FormulaBook &book, const Scenario &scenario)
{
    const Row head{QStringLiteral("loan"),
                   QStringLiteral("month"),
                   QStringLiteral("due"),
                   QStringLiteral("fiscal year from July of"),
                   QStringLiteral("owed before"),
                   QStringLiteral("interest"),
                   QStringLiteral("principal"),
                   QStringLiteral("instalment"),
                   QStringLiteral("owed after"),
                   QStringLiteral("subsidised, bp"),
                   QStringLiteral("subsidy"),
                   QStringLiteral("Ignite's part, bp"),
                   QStringLiteral("Ignite"),
                   QStringLiteral("PSDP"),
                   QStringLiteral("undecided"),
                   QStringLiteral("owner pays"),
                   QStringLiteral("trial of the annuity"),
                   QStringLiteral("trial of one paisa more"),
                   QStringLiteral("loans alike"),
                   QStringLiteral("Ignite, all"),
                   QStringLiteral("PSDP, all"),
                   QStringLiteral("undecided, all"),
                   QStringLiteral("owners' interest, all")};
    if (auto done = book.add(head, FormulaBook::Look::Head); !done)
        return done;
    const qint64 lastSubsidy = kFirstSubsidy + scenario.subsidy.size() - 1;
    const auto lookUp = [&](const char *column) {
        return QStringLiteral("IFERROR(LOOKUP(C{r},Inputs!$A$%1:$A$%2,Inputs!$%3$%1:$%3$%2),0)")
            .arg(kFirstSubsidy)
            .arg(lastSubsidy)
            .arg(QLatin1String(column));
    };
    const QString share = lookUp("B");
    const QString ignite = lookUp("C");
    qint64 row = 2;
    qint64 loanRow = 2;
    for (const ScenarioLoan &loan : scenario.loans) {
        for (int month = 1; month <= loan.terms.tenorMonths; ++month) {
            const auto of = [&](const QString &text) { return formula(text, row, row - 1, loanRow); };
            const auto plain = [&](const char *text) { return of(QLatin1String(text)); };
            const auto trial = [&](char column, const char *more) {
                const QString own = QChar::fromLatin1(column) + QStringLiteral("{b}");
                const QString before = month == 1 ? QStringLiteral("Loans!$P${l}") : own;
                return of(QStringLiteral("IF(B{r}<=Loans!$I${l},%1,IF(B{r}>Loans!$H${l},%1,%1+ROUND(%1*Loans!$G${l}/"
                                         "120000,0)-(Loans!$Q${l}%2)))")
                              .arg(before, QLatin1String(more)));
            };
            const Row cells{qint64(loanRow - 1),
                            qint64(month),
                            plain("EDATE(Loans!$J${l},B{r})"),
                            plain("YEAR(C{r})-IF(MONTH(C{r})<7,1,0)"),
                            month == 1 ? plain("Loans!$P${l}") : plain("I{b}"),
                            plain("ROUND(E{r}*Loans!$G${l}/120000,0)"),
                            plain("IF(B{r}<=Loans!$I${l},0,IF(B{r}>=Loans!$H${l},E{r},MIN(E{r},Loans!$R${l}-F{r})))"),
                            plain("F{r}+G{r}"),
                            plain("E{r}-G{r}"),
                            of(share),
                            plain("ROUND(F{r}*J{r}/10000,0)"),
                            of(ignite),
                            plain("IF(ISNUMBER(L{r}),ROUND(K{r}*L{r}/10000,0),0)"),
                            plain("IF(ISNUMBER(L{r}),K{r}-M{r},0)"),
                            plain("K{r}-M{r}-N{r}"),
                            plain("H{r}-K{r}"),
                            trial('Q', ""),
                            trial('R', "+1"),
                            plain("Loans!$C${l}"),
                            plain("M{r}*S{r}"),
                            plain("N{r}*S{r}"),
                            plain("O{r}*S{r}"),
                            plain("(F{r}-K{r})*S{r}")};
            if (auto done = book.add(cells); !done)
                return done;
            ++row;
        }
        ++loanRow;
    }
    return {};
}

Result<void> writeSummary(FormulaBook &book, const Scenario &scenario, const ScenarioResult &result, qint64 rows)
{
    const qint64 loans = scenario.loans.size() + 1; // the last row of Loans
    const qint64 last = rows + 1;                   // of Schedule
    const auto sum = [&](const char *column) {
        return BookFormula{QStringLiteral("SUM(Schedule!%1$2:%1$%2)/100").arg(QLatin1String(column)).arg(last)};
    };
    const auto times = [&](const char *column) {
        return BookFormula{
            QStringLiteral("SUMPRODUCT(Loans!C$2:C$%1,Loans!%2$2:%2$%1)").arg(loans).arg(QLatin1String(column))};
    };
    QList<Row> lines{
        {scenario.name},
        {QStringLiteral("Cost of the whole programme, Rs"), BookFormula{QStringLiteral("B3+B4+B5")}},
        {QStringLiteral("Ignite, Rs"), sum("T")},
        {QStringLiteral("PSDP, Rs"), sum("U")},
        {QStringLiteral("Undecided, Rs"), sum("V")},
        {QStringLiteral("Owners' interest, Rs"), sum("W")},
        {QStringLiteral("Owners"), BookFormula{QStringLiteral("SUM(Loans!C$2:C$%1)").arg(loans)}},
        {QStringLiteral("Seats"), times("K")},
        {QStringLiteral("Freelancers"), times("O")},
        {QStringLiteral("Cost for each seat, Rs"), BookFormula{QStringLiteral("IF(B8=0,\"\",ROUND(B2*100/B8,0)/100)")}},
        {QStringLiteral("Cost for each freelancer, Rs"),
         BookFormula{QStringLiteral("IF(B9=0,\"\",ROUND(B2*100/B9,0)/100)")}}};
    for (int tier = 1; tier <= 3; ++tier)
        lines.append(
            {QStringLiteral("Owners above break-even, tier %1").arg(tier),
             BookFormula{
                 QStringLiteral("SUMPRODUCT((Loans!B$2:B$%1=%2)*Loans!C$2:C$%1*Loans!U$2:U$%1)").arg(loans).arg(tier)},
             QStringLiteral("of"),
             BookFormula{QStringLiteral("SUMIF(Loans!B$2:B$%1,%2,Loans!C$2:C$%1)").arg(loans).arg(tier)}});
    lines.append({QStringLiteral("fiscal year"), QStringLiteral("from July of"), QStringLiteral("Ignite, Rs"),
                  QStringLiteral("PSDP, Rs"), QStringLiteral("undecided, Rs"), QStringLiteral("cost, Rs"),
                  QStringLiteral("budget of Ignite, Rs"), QStringLiteral("budget of the PSDP, Rs"),
                  QStringLiteral("left, Rs")});
    const qsizetype head = lines.size() - 1;
    for (const CostYear &year : result.years) {
        const qint64 row = lines.size() + 1;
        const auto part = [&](const char *column) {
            return BookFormula{QStringLiteral("SUMIF(Schedule!D$2:D$%1,B%2,Schedule!%3$2:%3$%1)/100")
                                   .arg(last)
                                   .arg(row)
                                   .arg(QLatin1String(column))};
        };
        lines.append({year.year.toString(), qint64(year.year.begins), part("T"), part("U"), part("V"),
                      formula(QStringLiteral("C{r}+D{r}+E{r}"), row),
                      year.budget ? rupees(year.budget->ignite) : BookCell(),
                      year.budget ? rupees(year.budget->psdp) : BookCell(),
                      formula(QStringLiteral("IF(COUNT(G{r}:H{r})=0,\"\",G{r}+H{r}-F{r})"), row)});
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool bold = i == 0 || i == head;
        if (auto done = book.add(lines.at(i), bold ? FormulaBook::Look::Head : FormulaBook::Look::Plain); !done)
            return done;
    }
    return {};
}

} // namespace

Result<void> writeScenarioWorkbook(const Scenario &scenario, const QString &path)
{
    qint64 rows = 0;
    for (const ScenarioLoan &loan : scenario.loans)
        rows += loan.terms.tenorMonths;
    if (rows > kMostScheduleRows)
        return makeError(ErrorCode::TooLarge, QStringLiteral("%1 months").arg(rows), QStringLiteral("loans"));
    auto run = ScenarioRun::open(scenario);
    if (!run)
        return run.error();
    auto book = FormulaBook::create(path, {QStringLiteral("Summary"), QStringLiteral("Inputs"), QStringLiteral("Loans"),
                                           QStringLiteral("Schedule")});
    if (!book)
        return book.error();
    FormulaBook &to = **book;
    const auto sheet = [&to](auto write) {
        auto begun = to.beginSheet();
        return begun ? write() : begun;
    };
    if (auto done = sheet([&] { return writeSummary(to, scenario, run->result(), rows); }); !done)
        return done;
    if (auto done = sheet([&] { return writeInputs(to, scenario); }); !done)
        return done;
    if (auto done = sheet([&] { return writeLoans(to, scenario); }); !done)
        return done;
    if (auto done = sheet([&] { return writeSchedule(to, scenario); }); !done)
        return done;
    return to.finish();
}

} // namespace markaz

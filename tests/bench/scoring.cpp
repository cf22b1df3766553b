// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/score.h"
#include "tests/bench/figures.h"
#include "tests/bench/workload.h"
#include "tests/support/perfectanswers.h"

#include <benchmark/benchmark.h>

namespace markaz::bench {
namespace {

/// Keeps each repetition's processor time in microseconds. Nothing stands beside scoring to divide by, so the time that
/// other programs took of the machine must not count.
class Keeper : public benchmark::BenchmarkReporter
{
public:
    bool ReportContext(const Context &) override { return true; }
    void ReportRuns(const std::vector<Run> &runs) override
    {
        for (const Run &run : runs) {
            if (run.run_type == Run::RT_Iteration && !run.error_occurred)
                m_times[QString::fromStdString(run.run_name.function_name)].append(run.GetAdjustedCPUTime());
        }
    }
    QList<double> of(const char *name) const { return m_times.value(QLatin1String(name)); }

private:
    QHash<QString, QList<double>> m_times;
};

} // namespace

Result<Outcome> scoring(const Options &options)
{
    auto carried = Carried::read();
    if (!carried)
        return carried.error();
    const Standard &standard = carried->standard;
    const QHash<QString, Answer> answers = samples::perfectAnswers(standard, 1);
    const ScoringContext context = samples::context(1);
    const QJsonObject field = samples::answersField(answers);
    if (score(standard, answers, context).totalBp != 10'000)
        return makeError(ErrorCode::Internal, QStringLiteral("the perfect set does not score in full"));

    const double seconds = options.small ? 0.02 : 0.2;
    const auto add = [&](const char *name, auto work) {
        benchmark::RegisterBenchmark(name,
                                     [work](benchmark::State &state) {
                                         for (auto _ : state)
                                             work();
                                     })
            ->Repetitions(options.repetitions())
            ->MinTime(seconds)
            ->Unit(benchmark::kMicrosecond);
    };
    add("score", [&] { benchmark::DoNotOptimize(score(standard, answers, context)); });
    add("parsed", [&] {
        const auto parsed = answersOf(field);
        benchmark::DoNotOptimize(score(standard, *parsed, context));
    });
    Keeper keeper;
    benchmark::RunSpecifiedBenchmarks(&keeper);
    benchmark::ClearRegisteredBenchmarks();

    return Outcome{
        QStringLiteral("scoring"),
        QStringLiteral("Scoring one inspection of %1 items, processor time").arg(standard.items().size()),
        {},
        {Figure{QStringLiteral("score()"), QStringLiteral("us"), keeper.of("score"), Bound{Bound::Kind::AtMost, 100},
                Bound{Bound::Kind::AtMost, 20}},
         Figure{QStringLiteral("answersOf() and score()"), QStringLiteral("us"), keeper.of("parsed"), {}, {}}},
        {QStringLiteral("%1 answers, every section, calculated and repeat items among them").arg(answers.size())}};
}

} // namespace markaz::bench

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"
#include "tests/bench/figures.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

#include <cstdio>

using namespace markaz;
using namespace markaz::bench;

namespace {

struct Named
{
    const char *name;
    Benchmark run;
};

constexpr Named kAll[] = {{"answer-commit", answerCommit},
                          {"scoring", scoring},
                          {"scenario", scenario},
                          {"push", push},
                          {"pull", pull},
                          {"list", buildingList},
                          {"map", map},
                          {"open-inspection", openInspection},
                          {"import", importing},
                          {"export", exporting},
                          {"dashboard", dashboard},
                          {"failing-items", failingItems}};

} // namespace

/// Runs the benchmarks, writes the report and prints it. 0 when every "must" holds, 1 when one is missed, 2 when a
/// benchmark could not run or the command line is wrong.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    initResources();
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures Markaz against its references, in the same run"));
    parser.addHelpOption();
    const QCommandLineOption small(QStringLiteral("small"), QStringLiteral("A tenth of the work, to see that it runs"));
    const QCommandLineOption only(QStringLiteral("only"),
                                  QStringLiteral("One benchmark: answer-commit, scoring, scenario, push, pull, list, "
                                                 "map, open-inspection, import, export, dashboard, "
                                                 "failing-items; may be repeated"),
                                  QStringLiteral("name"));
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("Where the report goes"),
                                 QStringLiteral("folder"), QStringLiteral("build/bench"));
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("Of the workload"), QStringLiteral("number"),
                                  QStringLiteral("7"));
    parser.addOptions({small, only, out, seed});
    parser.process(app);

    Options options;
    options.small = parser.isSet(small);
    bool number = false;
    options.seed = parser.value(seed).toUShort(&number);
    const QStringList wanted = parser.values(only);
    const QString folder = QDir(parser.value(out)).absolutePath();
    options.workFolder = folder + QStringLiteral("/work");
    if (!number || !parser.positionalArguments().isEmpty() || !QDir().mkpath(options.workFolder)) {
        std::fputs(qPrintable(parser.helpText()), stderr);
        return 2;
    }

    QList<Outcome> outcomes;
    bool failed = false;
    qsizetype known = 0;
    for (const Named &each : kAll) {
        if (!wanted.isEmpty() && !wanted.contains(QLatin1String(each.name)))
            continue;
        ++known;
        std::fprintf(stderr, "%s ...\n", each.name);
        auto outcome = each.run(options);
        if (!outcome) {
            std::fprintf(stderr, "%s could not run: %s %s\n", each.name, qPrintable(outcome.error().detail),
                         qPrintable(outcome.error().where));
            failed = true;
            continue;
        }
        outcomes.append(*outcome);
    }
    if (!wanted.isEmpty() && known != wanted.size()) {
        std::fputs("a benchmark of that name is not known; see --help\n", stderr);
        return 2;
    }
    const auto report = writeReport(folder, options, outcomes);
    if (!report) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(report.error().where), qPrintable(report.error().detail));
        return 2;
    }
    std::fputs(qPrintable(*report), stdout);
    if (failed)
        return 2;
    for (const Outcome &outcome : std::as_const(outcomes)) {
        for (const Figure &figure : outcome.figures) {
            if (figure.missed(figure.must))
                return 1;
        }
    }
    return 0;
}

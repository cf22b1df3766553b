// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline.h"

#include "app/desktop/consolecommand.h"
#include "app/desktop/desktopapp.h"
#include "app/desktop/financecommand.h"
#include "app/desktop/headlesssync.h"
#include "app/desktop/reportcommand.h"
#include "app/desktop/tour/tour.h"
#include "app/desktop/verifycommand.h"
#include "ui/text/sentences.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>

#include <algorithm>
#include <memory>

namespace markaz::desktop {
namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

int usage(const QString &sentence)
{
    QTextStream(stderr) << sentence << "\nSee markaz --help.\n";
    return 2;
}

int failed(const Error &error)
{
    QTextStream(stderr) << ui::sentences::of(error).plain() << "\n(" << token(error.code) << ": " << error.detail << ' '
                        << error.where << ")\n";
    return 1;
}

bool asksForWords(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        return QByteArrayList{"-h", "--help", "--help-all", "-v", "--version"}.contains(argument);
    });
}

} // namespace

int runDesktop(int argc, char *argv[])
{
    if (argc > 1 && QByteArray(argv[1]) == "sync")
        return runHeadlessSync(argc, argv);
    if (argc > 1 && QByteArray(argv[1]) == "verify")
        return runVerify(argc, argv);
    if (argc > 1 && QByteArray(argv[1]) == "report")
        return runReport(argc, argv);
    if (argc > 1 && QByteArray(argv[1]) == "finance")
        return runFinance(argc, argv);
    nameProgram();
    // Words alone need no display, and a QApplication without one ends the program before it has said anything.
    std::unique_ptr<QCoreApplication> words;
    std::unique_ptr<QApplication> window;
    if (asksForWords(argc, argv)) {
        words = std::make_unique<QCoreApplication>(argc, argv);
    } else {
        window = std::make_unique<QApplication>(argc, argv);
        QApplication::setApplicationDisplayName(QStringLiteral("Markaz"));
    }

    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLine::tr(
        "Markaz audits idle buildings and certifies the freelancing centres that they become.\n\n"
        "Without options it asks for the passphrase of the last account of this computer, or opens the sign-in "
        "page.\n"
        "“markaz sync” sends and fetches without a window; see markaz sync --help.\n"
        "“markaz verify” says whether a certificate is genuine and holds; see markaz verify --help.\n"
        "“markaz report” writes the ministry's monthly report; see markaz report --help.\n"
        "“markaz finance” computes loans, subsidies and scenarios; see markaz finance --help.\n\n"
        "Examples:\n"
        "  markaz\n"
        "  markaz --server https://markaz.example.gov.pk\n"
        "  markaz --server http://127.0.0.1:8480 --sample build/sample/server/sample-accounts.json \\\n"
        "      --profile build/sample/profile\n"
        "  markaz --tour build/tour\n"
        "  markaz sync < passphrase.txt\n"
        "  markaz verify certificate.jpg\n"
        "  markaz report --month 2026-10 --out october.pdf < passphrase.txt\n"
        "  markaz finance scenario programme.json --json"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"),
                                     CommandLine::tr("Folder of this person's records and settings. Default: the "
                                                     "desktop's place for application data."),
                                     QStringLiteral("DIR"));
    const QCommandLineOption server(QStringLiteral("server"),
                                    CommandLine::tr("Address of the server; https, or http to this computer."),
                                    QStringLiteral("URL"));
    const QCommandLineOption sample(QStringLiteral("sample"),
                                    CommandLine::tr("Work with sample data: sign in with the accounts in FILE, which "
                                                    "markaz-server sample writes, and switch between them from the "
                                                    "account menu."),
                                    QStringLiteral("FILE"));
    const QCommandLineOption account(QStringLiteral("account"),
                                     CommandLine::tr("The sample account to begin with. Default: the first inspector."),
                                     QStringLiteral("NAME"));
    const QCommandLineOption tour(QStringLiteral("tour"),
                                  CommandLine::tr("Do the main job by itself, from an idle building to a certified "
                                                  "centre, against a server that it starts, and leave pictures, the "
                                                  "certificate and summary.json in DIR, which is emptied first. Ends "
                                                  "with 1 when a step does not do what it says."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption serverProgram(QStringLiteral("server-program"),
                                           CommandLine::tr("The markaz-server that the tour starts. Default: the one "
                                                           "beside this program or in its build folder."),
                                           QStringLiteral("FILE"));
    parser.addOptions({profile, server, sample, account, tour, serverProgram});
    if (!parser.parse(QCoreApplication::arguments()))
        return usage(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp(0);
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    if (!window)
        return usage(CommandLine::tr("Ask for help or the version by itself."));
    if (!parser.positionalArguments().isEmpty())
        return usage(CommandLine::tr("“%1” is not an option of markaz.").arg(parser.positionalArguments().first()));
    if (parser.isSet(sample) && !parser.isSet(server))
        return usage(CommandLine::tr("--sample needs --server: the address of the server that has the sample data."));

    const SystemClock clock;
    if (parser.isSet(tour))
        return runTour(*window, {parser.value(tour), parser.value(serverProgram)}, clock);

    DesktopApp desktop(
        *window, {parser.value(profile), parser.value(server), parser.value(sample), parser.value(account)}, clock);
    if (auto started = desktop.start(); !started)
        return failed(started.error());
    return QApplication::exec();
}

} // namespace markaz::desktop

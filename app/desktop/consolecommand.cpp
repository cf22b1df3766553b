// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/consolecommand.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTextStream>

namespace markaz::desktop {
namespace {

struct ConsoleWords
{
    Q_DECLARE_TR_FUNCTIONS(ConsoleWords)
};

/// "markaz sync" in the place of the two: QCommandLineParser names the program by the first.
std::vector<char *> joined(int argc, char *argv[], QByteArray &called)
{
    std::vector<char *> arguments{called.data()};
    arguments.insert(arguments.end(), argv + 2, argv + argc);
    arguments.push_back(nullptr);
    return arguments;
}

std::unique_ptr<QCoreApplication> application(int &argc, char *argv[], ConsoleCommand::Draws draws)
{
    if (draws == ConsoleCommand::Draws::Nothing)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("markaz"));
    QCoreApplication::setOrganizationName(QStringLiteral("markaz"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MARKAZ_VERSION));
}

void sayError(const QString &sentence)
{
    QTextStream(stderr) << sentence << '\n';
}

ConsoleCommand::ConsoleCommand(int argc, char *argv[], const char *name, const QString &about, Draws draws, Reads reads)
    : m_called(QByteArray("markaz ") + name)
    , m_arguments(joined(argc, argv, m_called))
    , m_count(argc - 1)
    , m_app(application(m_count, m_arguments.data(), draws))
    , m_profile(QStringLiteral("profile"),
                ConsoleWords::tr("Folder of this person's records and settings. Default: the desktop's place for "
                                 "application data."),
                QStringLiteral("DIR"))
{
    nameProgram();
    m_parser.setApplicationDescription(about);
    m_parser.addHelpOption();
    if (reads == Reads::Profile)
        m_parser.addOption(m_profile);
}

std::optional<int> ConsoleCommand::parse(Takes takes)
{
    if (!m_parser.parse(QCoreApplication::arguments()))
        return wrongUse(m_parser.errorText());
    if (m_parser.isSet(QStringLiteral("help"))) {
        QTextStream(stdout) << m_parser.helpText();
        return 0;
    }
    if (const QStringList names = m_parser.positionalArguments(); takes == Takes::Options && !names.isEmpty())
        return wrongUse(ConsoleWords::tr("“%1” is not an option of %2.")
                            .arg(names.join(QLatin1Char(' ')), QString::fromLatin1(m_called)));
    return std::nullopt;
}

QString ConsoleCommand::profile() const
{
    return m_parser.isSet(m_profile) ? m_parser.value(m_profile)
                                     : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

std::optional<Profile> ConsoleCommand::openProfile() const
{
    auto opened = Profile::open(profile());
    if (opened)
        return std::move(*opened);
    sayError(ConsoleWords::tr("%1 cannot be used as the folder of a profile. Nothing was changed; choose another with "
                              "--profile.")
                 .arg(opened.error().where));
    return std::nullopt;
}

int ConsoleCommand::wrongUse(const QString &sentence) const
{
    sayError(sentence + QLatin1Char('\n') + ConsoleWords::tr("See %1 --help.").arg(QString::fromLatin1(m_called)));
    return kUsage;
}

} // namespace markaz::desktop

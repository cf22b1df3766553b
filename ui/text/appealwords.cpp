// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/appealwords.h"

#include "ui/text/format.h"
#include "ui/text/labels.h"

#include <QCoreApplication>

namespace markaz::ui::appealwords {
namespace {

constexpr qsizetype kNamed = 3;

struct AppealPhrases
{
    Q_DECLARE_TR_FUNCTIONS(AppealPhrases)
};

} // namespace

ChipContent turn(const OpenAppeal &appeal)
{
    if (appeal.row.owed)
        return {Status::Info, QStringLiteral("clock"), AppealPhrases::tr("The appeal is not sent yet")};
    if (appeal.row.answered)
        return {Status::Info, QStringLiteral("clock"), AppealPhrases::tr("Your decision is not sent yet")};
    if (appeal.decides)
        return {Status::Warn, QStringLiteral("person"), AppealPhrases::tr("You")};
    return {Status::Neutral, QStringLiteral("person"),
            appeal.own ? AppealPhrases::tr("Another officer, not you") : AppealPhrases::tr("An officer")};
}

std::optional<Sentence> refused(const QList<std::pair<QString, QString>> &decisions)
{
    if (decisions.isEmpty())
        return std::nullopt;
    QStringList names;
    for (const auto &[kind, code] : decisions.mid(0, kNamed))
        names.append(format::list({labels::decisionKind(kind), format::code(code)}));
    if (decisions.size() > kNamed)
        names.append(AppealPhrases::tr("and %1 more").arg(format::number(decisions.size() - kNamed)));
    const QString why = AppealPhrases::tr("The page Sync says why.");
    if (decisions.size() == 1)
        return Sentence{
            AppealPhrases::tr("The server did not take a decision about a certificate: %1.").arg(names.first()),
            AppealPhrases::tr("It is kept on this laptop and changes nothing."), why};
    return Sentence{AppealPhrases::tr("The server did not take %1 decisions about certificates: %2.")
                        .arg(format::number(decisions.size()), names.join(AppealPhrases::tr("; "))),
                    AppealPhrases::tr("They are kept on this laptop and change nothing."), why};
}

} // namespace markaz::ui::appealwords

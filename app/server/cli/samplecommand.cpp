// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/samplecommand.h"

#include "core/support/ownfiles.h"

#include "app/server/sample/samplewriter.h"
#include "app/server/store/issuer.h"
#include "app/server/store/policies.h"
#include "core/security/password.h"
#include "core/security/tokenhash.h"
#include "core/support/wholefile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace markaz::server {
namespace {

std::optional<int> countOf(const QCommandLineParser &parser, const char *name, int most)
{
    bool number = false;
    const int count = parser.value(QLatin1String(name)).toInt(&number);
    if (number && count >= 0 && count <= most)
        return count;
    fail(QStringLiteral("--%1 takes a whole number from 0 to %2.").arg(QLatin1String(name)).arg(most), kWrongUsage);
    return std::nullopt;
}

/// Gives every account a random password; the list of them, for the file.
Result<QJsonArray> givePasswords(sample::World &world)
{
    QJsonArray list;
    for (sample::SampleAccount &entry : world.accounts) {
        const QString password = randomToken().left(20);
        auto hash = hashPassword(password);
        if (!hash)
            return hash.error();
        entry.account.passwordHash = *hash;
        list.append(QJsonObject{{QStringLiteral("name"), entry.account.name},
                                {QStringLiteral("display_name"), entry.account.displayName},
                                {QStringLiteral("role"), token(entry.account.role)},
                                {QStringLiteral("provinces"), QJsonArray::fromStringList(entry.account.provinces)},
                                {QStringLiteral("password"), password}});
    }
    return list;
}

} // namespace

QString SampleCommand::examples() const
{
    return QStringLiteral(
        "  markaz-server sample --data demo --seed 7 --buildings 500 --inspections 2000\n\n"
        "The same seed on the same day gives the same records. The passwords are new each time and stand in\n"
        "DIR/sample-accounts.json, which only you can read.");
}

void SampleCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addOptions(
        {{QStringLiteral("seed"), QStringLiteral("Number that the records grow from. Default: 7."), QStringLiteral("N"),
          QStringLiteral("7")},
         {QStringLiteral("buildings"), QStringLiteral("How many buildings. Default: 500."), QStringLiteral("N"),
          QStringLiteral("500")},
         {QStringLiteral("inspections"), QStringLiteral("How many inspections. Default: 2000."), QStringLiteral("N"),
          QStringLiteral("2000")},
         {QStringLiteral("today"), QStringLiteral("The day that due dates are laid around. Default: today."),
          QStringLiteral("YYYY-MM-DD")}});
}

int SampleCommand::run(const QCommandLineParser &parser)
{
    const auto buildings = countOf(parser, "buildings", 100'000);
    const auto inspections = buildings ? countOf(parser, "inspections", 1'000'000) : std::nullopt;
    if (!buildings || !inspections)
        return kWrongUsage;
    bool number = false;
    sample::Plan plan;
    plan.seed = parser.value(QStringLiteral("seed")).toULongLong(&number);
    if (!number)
        return fail(QStringLiteral("--seed takes a whole number."), kWrongUsage);
    if (*buildings == 0 && *inspections > 0)
        return fail(QStringLiteral("Inspections need buildings: --buildings must be at least 1."), kWrongUsage);
    plan.buildings = *buildings;
    plan.inspections = *inspections;
    const SystemClock system;
    QDate today = system.now().date();
    if (parser.isSet(QStringLiteral("today"))) {
        today = QDate::fromString(parser.value(QStringLiteral("today")), Qt::ISODate);
        if (!today.isValid())
            return fail(QStringLiteral("--today takes a day such as 2026-11-24."), kWrongUsage);
    }
    plan.now = QDateTime(today, QTime(4, 0), Qt::UTC); // nine in the morning in Pakistan
    const auto location = storeOf(parser, StoreUse::MayBegin);
    if (!location)
        return kWrongUsage;

    auto reference = Reference::load();
    if (!reference)
        return fail(sentenceOf(reference.error()));
    auto store = Store::prepare(*location, system);
    if (!store)
        return fail(sentenceOf(store.error()));
    const FixedClock before(plan.now.addDays(-500)); // the key is older than what it signs
    auto key = loadOrCreateIssuer((*store)->database(), location->dataFolder, before);
    if (!key)
        return fail(sentenceOf(key.error()));
    if (auto published = publishPolicy((*store)->database(), reference->policy, before); !published)
        return fail(sentenceOf(published.error()));

    FixedClock clock(plan.now);
    SeededIdSource ids(clock, plan.seed);
    sample::World world;
    sample::settle(world, plan, *reference, clock, ids);
    sample::liveThrough(world, plan, *reference, clock, ids);
    auto passwords = givePasswords(world);
    if (!passwords)
        return fail(sentenceOf(passwords.error()));

    QSaveFile file(location->dataFolder + QStringLiteral("/sample-accounts.json"));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnFile))
        return fail(
            QStringLiteral("%1 cannot be written. Nothing was added. (%2)").arg(file.fileName(), file.errorString()));
    file.write(QJsonDocument(QJsonObject{{QStringLiteral("accounts"), *passwords}}).toJson());
    auto written = sample::write(**store, world, plan, *reference, *key, ids, clock);
    if (!written) {
        file.cancelWriting();
        if (written.error().code == ErrorCode::Exists)
            return fail(QStringLiteral(
                "This store holds records already; sample fills an empty one only. Nothing was changed."));
        return fail(sentenceOf(written.error()));
    }
    if (!commitWhole(file))
        return fail(QStringLiteral("The records were added, but %1 could not be written: the passwords are lost. Start "
                                   "again with an empty folder.")
                        .arg(file.fileName()));
    say(QStringLiteral("Added %1 accounts, %2 buildings, %3 inspections, %4 certificates, %5 centres and %6 loans, all "
                       "marked as sample.")
            .arg(written->accounts)
            .arg(written->buildings)
            .arg(written->inspections)
            .arg(written->certificates)
            .arg(written->centres)
            .arg(written->loans));
    say(QStringLiteral("Names and passwords: %1").arg(file.fileName()));
    return kDone;
}

} // namespace markaz::server

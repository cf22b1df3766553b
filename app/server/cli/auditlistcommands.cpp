// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/auditlistcommands.h"

#include "app/server/store/accounts.h"
#include "app/server/store/auditnames.h"
#include "core/domain/auditaction.h"
#include "core/support/csvwriter.h"
#include "core/support/ownfiles.h"
#include "core/support/wholefile.h"

#include <QHash>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

void declareFilters(QCommandLineParser &parser)
{
    parser.addOptions(
        {{QStringLiteral("actor"), QStringLiteral("Only what this account did: its name, its id, or server."),
          QStringLiteral("NAME")},
         {QStringLiteral("action"), QStringLiteral("Only this action, such as sign_in or issue."),
          QStringLiteral("WORD")},
         {QStringLiteral("entity"), QStringLiteral("Only about this kind of record, such as certificate, or file."),
          QStringLiteral("KIND")},
         {QStringLiteral("id"), QStringLiteral("Only about this record or file."), QStringLiteral("ID")},
         {QStringLiteral("from"), QStringLiteral("Not before this time: 2026-11-24 or 2026-11-24T06:00:00.000Z, UTC."),
          QStringLiteral("TIME")},
         {QStringLiteral("to"), QStringLiteral("Before this time."), QStringLiteral("TIME")},
         {QStringLiteral("after"), QStringLiteral("Only entries behind this number."), QStringLiteral("N"),
          QStringLiteral("0")}});
}

Error noSuch(const char *option, const QString &said, QStringList there)
{
    there.sort();
    return makeError(ErrorCode::InvalidValue, QStringLiteral("--%1: there is no %1 \"%2\". There are: %3")
                                                  .arg(QLatin1String(option), said, there.join(QStringLiteral(", "))));
}

QStringList actionTokens()
{
    QStringList tokens;
    for (const AuditAction action : auditActions())
        tokens.append(token(action));
    return tokens;
}

Result<QString> timeOf(const QString &text)
{
    if (text.isEmpty())
        return QString();
    auto time = fromIso(text.size() == 10 ? text + QStringLiteral("T00:00:00.000Z") : text);
    if (!time)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("\"%1\" is no time").arg(text));
    return toIso(*time);
}

struct Reading
{
    AuditFilter filter;
    qint64 after = 0;
};

Result<Reading> readingOf(const QCommandLineParser &parser, Database &database)
{
    const auto value = [&parser](const char *name) { return parser.value(QLatin1String(name)); };
    auto from = timeOf(value("from"));
    auto to = timeOf(value("to"));
    if (!from || !to)
        return from ? to.error() : from.error();
    if (const QString action = value("action"); !action.isEmpty() && !auditActionOf(action))
        return noSuch("action", action, actionTokens());
    if (const QString entity = value("entity"); !entity.isEmpty() && !auditKinds().contains(entity))
        return noSuch("entity", entity, auditKinds());
    bool isNumber = false;
    const qint64 after = value("after").toLongLong(&isNumber);
    if (!isNumber || after < 0)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("--after takes a number from 0 on"));
    QString actor = value("actor");
    if (!actor.isEmpty() && actor != QLatin1String("server")) {
        auto meant = Accounts(database).meant(actor);
        if (!meant)
            return meant.error().code == ErrorCode::NotFound
                       ? makeError(ErrorCode::InvalidValue, QStringLiteral("--actor: ") + meant.error().detail)
                       : meant.error();
        actor = *meant;
    }
    return Reading{{actor, value("action"), value("entity"), value("id"), *from, *to}, after};
}

Result<qint64> eachOf(Database &database, const Reading &reading,
                      const std::function<void(const AuditItem &, const AuditNames &)> &take)
{
    qint64 count = 0;
    qint64 after = reading.after;
    for (bool more = true; more;) {
        auto page = AuditTrail(database).page(reading.filter, AuditTrail::Order::OldestFirst, after,
                                              AuditTrail::kMaxLimit, std::nullopt);
        if (!page)
            return page.error();
        auto names = auditNames(database, page->entries);
        if (!names)
            return names.error();
        for (const AuditItem &item : std::as_const(page->entries))
            take(item, *names);
        count += page->entries.size();
        after = page->next;
        more = page->more;
    }
    return count;
}

/// What has no column of its own, as JSON; empty when there is nothing.
QString rest(const AuditEvent &event)
{
    AuditEvent others = event;
    for (const char *name : {"at", "actor", "device", "action", "entity", "id", "rev"})
        others.remove(QLatin1String(name));
    return others.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(others).toJson(QJsonDocument::Compact));
}

QString word(const AuditEvent &event, const char *name)
{
    return event.value(QLatin1String(name)).toVariant().toString();
}

/// What an entry of failed sign-ins tells: it is about no record.
QString triesOf(const AuditEvent &event)
{
    if (word(event, "action") != QLatin1String("failed_sign_ins"))
        return {};
    return QStringLiteral("%1 tries (%2), the last with a wrong %3, from %4")
        .arg(word(event, "count"), word(event, "of"), word(event, "with"), word(event, "address"));
}

/// Opens the store, reads the filters and hands both to \p work.
int withStore(const QCommandLineParser &parser, const std::function<int(Database &, const Reading &)> &work)
{
    const auto location = storeOf(parser);
    if (!location)
        return kWrongUsage;
    const SystemClock clock;
    auto store = Store::prepare(*location, clock);
    if (!store)
        return fail(sentenceOf(store.error()));
    auto reading = readingOf(parser, (*store)->database());
    if (!reading) {
        const bool wrong = reading.error().code == ErrorCode::InvalidValue;
        return wrong ? fail(reading.error().detail + QLatin1Char('.'), kWrongUsage) : fail(sentenceOf(reading.error()));
    }
    return work((*store)->database(), *reading);
}

} // namespace

QString AuditListCommand::examples() const
{
    return QStringLiteral("  markaz-server audit list --data /var/lib/markaz --actor a.khan --from 2026-11-01\n"
                          "  markaz-server audit list --data /var/lib/markaz --entity certificate --action issue");
}

void AuditListCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    declareFilters(parser);
}

int AuditListCommand::run(const QCommandLineParser &parser)
{
    return withStore(parser, [](Database &database, const Reading &reading) {
        auto count = eachOf(database, reading, [](const AuditItem &item, const AuditNames &names) {
            const QString actor = word(item.event, "actor");
            const QString device = word(item.event, "device");
            const QString known = names.laptop(item.event);
            const QString laptop = known.isEmpty() ? device : known;
            say(QStringLiteral("%1  %2  %3%4  %5  %6 %7 %8")
                    .arg(item.n, 6)
                    .arg(word(item.event, "at"), names.accounts.value(actor, actor),
                         laptop.isEmpty() ? QString() : QStringLiteral(" on ") + laptop, word(item.event, "action"),
                         word(item.event, "entity"), word(item.event, "id"),
                         names.about(item.event) + triesOf(item.event))
                    .trimmed());
        });
        if (!count)
            return fail(sentenceOf(count.error()));
        say(*count == 1 ? QStringLiteral("1 entry.") : QStringLiteral("%1 entries.").arg(*count));
        return kDone;
    });
}

QString AuditExportCommand::examples() const
{
    return QStringLiteral("  markaz-server audit export november.csv --data /var/lib/markaz --from 2026-11-01 --to "
                          "2026-12-01\n\n"
                          "A file that is there is replaced once the new one is whole. A cell that a spreadsheet would "
                          "take for a formula\n"
                          "begins with an apostrophe.");
}

void AuditExportCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    declareFilters(parser);
}

int AuditExportCommand::run(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().size() != 1)
        return fail(QStringLiteral("Name one file: markaz-server audit export FILE.csv --data DIR"), kWrongUsage);
    const QString path = parser.positionalArguments().first();
    return withStore(parser, [&path](Database &database, const Reading &reading) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnFile))
            return fail(
                QStringLiteral("%1 cannot be written: %2. Nothing was exported.").arg(path, file.errorString()));
        file.write(
            csvRow({QStringLiteral("n"), QStringLiteral("at"), QStringLiteral("actor"), QStringLiteral("account"),
                    QStringLiteral("device"), QStringLiteral("laptop"), QStringLiteral("action"),
                    QStringLiteral("entity"), QStringLiteral("id"), QStringLiteral("about"), QStringLiteral("rev"),
                    QStringLiteral("more"), QStringLiteral("hash")}));
        auto count = eachOf(database, reading, [&](const AuditItem &item, const AuditNames &names) {
            const AuditEvent &event = item.event;
            const QString actor = word(event, "actor");
            file.write(csvRow({QString::number(item.n), word(event, "at"), actor, names.accounts.value(actor),
                               word(event, "device"), names.laptop(event), word(event, "action"), word(event, "entity"),
                               word(event, "id"), names.about(event), word(event, "rev"), rest(event), item.hash}));
        });
        if (!count)
            return fail(sentenceOf(count.error()));
        if (auto whole = commitWhole(file); !whole)
            return fail(
                QStringLiteral("%1 cannot be written: %2. Nothing was exported.").arg(path, whole.error().detail));
        say(QStringLiteral("Exported %1 entries to %2.").arg(*count).arg(path));
        return kDone;
    });
}

} // namespace markaz::server

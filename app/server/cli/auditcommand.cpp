// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/auditcommand.h"

#include "app/server/store/checkpoints.h"
#include "app/server/store/issuer.h"
#include "core/protocol/checkpoints.h"

#include <QFile>
#include <QJsonDocument>

namespace markaz::server {
namespace {

using Kind = AuditFinding::Kind;
using Source = AuditFinding::Source;

QString rangeOf(const AuditFinding &finding)
{
    return finding.first == finding.last ? QStringLiteral("Entry %1").arg(finding.first)
                                         : QStringLiteral("Entries %1 to %2").arg(finding.first).arg(finding.last);
}

QString sourceOf(Source source)
{
    switch (source) {
    case Source::Chain:
        break;
    case Source::Checkpoint:
        return QStringLiteral("a checkpoint of the database");
    case Source::Witness:
        return QStringLiteral("a witness that was given");
    case Source::Laptop:
        return QStringLiteral("a witness that a laptop handed in");
    case Source::Pin:
        return QStringLiteral("DATA/trusted-keys.json");
    }
    return QStringLiteral("the chain");
}

QString sentenceOf(const AuditFinding &finding)
{
    const QString range = rangeOf(finding);
    const bool one = finding.first == finding.last;
    switch (finding.kind) {
    case Kind::Altered:
        return range + QStringLiteral(" was altered, or the one before it was removed and the rest numbered anew.");
    case Kind::Removed:
        return range + (one ? QStringLiteral(" was removed.") : QStringLiteral(" were removed."));
    case Kind::Inserted:
        return range + (one ? QStringLiteral(" was inserted.") : QStringLiteral(" were inserted."));
    case Kind::Reordered:
        return range + QStringLiteral(" was reordered: another one belongs there.");
    case Kind::TailCut:
        return QStringLiteral("The tail was cut: %1 %2 missing, as %3 shows.")
            .arg(one ? QStringLiteral("entry %1").arg(finding.first)
                     : QStringLiteral("entries %1 to at least %2").arg(finding.first).arg(finding.last),
                 one ? QStringLiteral("is") : QStringLiteral("are"), sourceOf(finding.source));
    case Kind::Rewritten:
        return range +
               (one ? QStringLiteral(" was altered")
                    : QStringLiteral(" were altered, removed, added to or reordered")) +
               QStringLiteral(" and the chain hashed anew, as %1 shows.").arg(sourceOf(finding.source));
    case Kind::BadSignature:
        return QStringLiteral("The signature of entry %1 does not hold (key %2, %3).")
            .arg(QString::number(finding.first), finding.detail, sourceOf(finding.source));
    case Kind::UnknownKey:
        return QStringLiteral("Entry %1 is signed with a key that this store has not: %2 (%3).")
            .arg(QString::number(finding.first), finding.detail, sourceOf(finding.source));
    case Kind::KeyReplaced:
        return finding.first == 0
                   ? QStringLiteral("The database has another public key %1 than the data folder.").arg(finding.detail)
                   : QStringLiteral("The database has another public key %1 than the set that the root signed.")
                         .arg(finding.detail);
    case Kind::KeysUntrusted:
        if (finding.source == Source::Pin)
            return QStringLiteral("The set of keys that this data folder has seen cannot be read: %1. Put back the one "
                                  "of the newest backup.")
                .arg(finding.detail);
        return QStringLiteral("The set of keys in the database is not to be believed: %1. \"keys take "
                              "DATA/trusted-keys.json\" puts back what this data folder knows.")
            .arg(finding.detail);
    case Kind::KeysDiffer:
        return finding.first == 0
                   ? QStringLiteral("No entry tells of the set of keys %1 in the database.").arg(finding.detail)
                   : QStringLiteral("The set of keys %1 in the database is not the one that entry %2 tells of.")
                         .arg(finding.detail)
                         .arg(finding.first);
    case Kind::TakenDiffers:
        if (finding.first == 0)
            return QStringLiteral("No entry tells of the list of %1 that is said to be taken after a restore.")
                .arg(finding.detail);
        return QStringLiteral("The list of revoked certificates that entry %1 tells of, taken after a restore, is %2. "
                              "\"keys take FILE\" with the same file puts it back.")
            .arg(QString::number(finding.first),
                 finding.detail.isEmpty() ? QStringLiteral("gone from the database")
                                          : QStringLiteral("another one in the database (%1)").arg(finding.detail));
    case Kind::NotAwaiting:
        return QStringLiteral("Entry %1 tells of a restore and none that anything was taken after it, and the store "
                              "waits no more: somebody wrote to the database. Run \"keys take\" with what laptops "
                              "hold.")
            .arg(finding.first);
    case Kind::Unvouched:
        return QStringLiteral("Entry %1 says that a backup was restored, and the key of the data folder has not signed "
                              "that: it excuses nothing.")
            .arg(finding.first);
    }
    return {};
}

QString sentenceOf(const RecordFinding &finding)
{
    const QString record = QStringLiteral("The record %1 %2").arg(finding.entity, finding.id);
    switch (finding.kind) {
    case RecordFinding::Kind::Altered:
        return record +
               QStringLiteral(" was altered in the database: entry %1 tells of another content.").arg(finding.n);
    case RecordFinding::Kind::Removed:
        return record + QStringLiteral(" was removed from the database: entry %1 tells of it, and none that it went.")
                            .arg(finding.n);
    case RecordFinding::Kind::Inserted:
        return record +
               (finding.n == 0
                    ? QStringLiteral(" was inserted into the database: no entry tells of it.")
                    : QStringLiteral(" was inserted into the database: entry %1 tells that it went.").arg(finding.n));
    case RecordFinding::Kind::OldEntry:
        return QStringLiteral("Entry %1 is one of an older release and stands behind entries that hold hashes: it "
                              "vouches for no record. A server of that release wrote to this database, or somebody "
                              "added it.")
            .arg(finding.n);
    case RecordFinding::Kind::Account:
        return QStringLiteral("The account %1 is not in the database what its record says: %2.")
            .arg(finding.id, finding.fields.join(QStringLiteral(", ")));
    }
    return {};
}

Result<QList<Checkpoint>> readWitnessFiles(const QStringList &paths, const QString &instance)
{
    QList<Checkpoint> all;
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return makeError(ErrorCode::NotFound, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()),
                             path);
        auto witnesses = protocol::readWitnesses(file.read(protocol::kMaxBody + 1));
        if (!witnesses)
            return makeError(ErrorCode::Malformed,
                             QStringLiteral("%1 is no file of witnesses: %2").arg(path, witnesses.error().detail),
                             path);
        if (witnesses->instance != instance)
            return makeError(ErrorCode::InvalidValue,
                             QStringLiteral("%1 is of another server: %2").arg(path, witnesses->instance), path);
        all += witnesses->checkpoints;
    }
    return all;
}

Result<std::optional<SigningKey>> keyOf(const StoreLocation &location)
{
    auto key = ownIssuer(location.dataFolder);
    if (!key && key.error().code == ErrorCode::NotFound)
        return std::optional<SigningKey>();
    return key ? Result<std::optional<SigningKey>>(std::optional(std::move(*key)))
               : Result<std::optional<SigningKey>>(key.error());
}

struct Checked
{
    AuditReport audit;
    RecordReport records;
};

/// In one snapshot: what is written in between would vouch for records without having been checked.
Result<Checked> checkAll(Store &store, const PublicKey *own, const QList<PublicKey> &former,
                         const QList<Checkpoint> &witnesses)
{
    auto snapshot = Snapshot::begin(store.database());
    if (!snapshot)
        return snapshot.error();
    auto audit = AuditCheck(store, own, former).run(witnesses);
    if (!audit)
        return audit.error();
    auto records = compareRecords(*snapshot);
    if (!records)
        return records.error();
    return Checked{*audit, *records};
}

} // namespace

QStringList linesOf(const AuditReport &report, const RecordReport &records)
{
    QStringList lines;
    for (const AuditFinding &finding : report.findings)
        lines.append(sentenceOf(finding));
    for (const RecordFinding &finding : records.findings)
        lines.append(sentenceOf(finding));
    for (const Checkpoint &checkpoint : report.beforeRestores)
        lines.append(QStringLiteral("Entry %1, signed %2, was lost when a backup was restored after it.")
                         .arg(checkpoint.n)
                         .arg(checkpoint.at));
    if (report.checkpoints.isEmpty()) {
        lines.append(QStringLiteral("No checkpoint holds: nothing but the chain itself speaks for it."));
    } else {
        const Checkpoint &newest = report.checkpoints.last();
        lines.append(QStringLiteral("Checkpoints that hold: %1, the newest at entry %2 of %3, signed with %4.")
                         .arg(report.checkpoints.size())
                         .arg(newest.n)
                         .arg(newest.at, newest.keyId));
    }
    if (!report.witnesses.isEmpty())
        lines.append(QStringLiteral("Witnesses that hold: %1, the newest at entry %2.")
                         .arg(report.witnesses.size())
                         .arg(report.witnesses.last().n));
    if (report.findings.isEmpty())
        lines.append(QStringLiteral("The audit chain holds: %1 entries.").arg(report.entries));
    if (records.findings.isEmpty())
        lines.append(QStringLiteral("The records are what the audit tells of them: %1 compared.")
                         .arg(records.records - records.unhashed));
    if (records.unhashed > 0)
        lines.append(QStringLiteral("Without a hash in the audit, and not compared: %1 records that an older release "
                                    "wrote. Each gets one when it is next changed.")
                         .arg(records.unhashed));
    return lines;
}

QJsonObject jsonOf(const AuditReport &report, const RecordReport &records)
{
    const auto list = [](const QList<Checkpoint> &checkpoints) {
        QJsonArray array;
        for (const Checkpoint &checkpoint : checkpoints)
            array.append(protocol::encode(checkpoint));
        return array;
    };
    QJsonArray findings;
    for (const AuditFinding &finding : report.findings)
        findings.append(QJsonObject{{QStringLiteral("kind"), token(finding.kind)},
                                    {QStringLiteral("first"), finding.first},
                                    {QStringLiteral("last"), finding.last},
                                    {QStringLiteral("source"), token(finding.source)},
                                    {QStringLiteral("sentence"), sentenceOf(finding)}});
    QJsonArray recordFindings;
    for (const RecordFinding &finding : records.findings)
        recordFindings.append(QJsonObject{{QStringLiteral("kind"), token(finding.kind)},
                                          {QStringLiteral("entity"), finding.entity},
                                          {QStringLiteral("id"), finding.id},
                                          {QStringLiteral("entry"), finding.n},
                                          {QStringLiteral("fields"), QJsonArray::fromStringList(finding.fields)},
                                          {QStringLiteral("sentence"), sentenceOf(finding)}});
    return {{QStringLiteral("holds"), report.findings.isEmpty() && records.findings.isEmpty()},
            {QStringLiteral("entries"), report.entries},
            {QStringLiteral("checkpoints"), list(report.checkpoints)},
            {QStringLiteral("witnesses"), list(report.witnesses)},
            {QStringLiteral("before_restores"), list(report.beforeRestores)},
            {QStringLiteral("findings"), findings},
            {QStringLiteral("records"), records.records},
            {QStringLiteral("records_without_hash"), records.unhashed},
            {QStringLiteral("record_findings"), recordFindings}};
}

QString VerifyAuditCommand::examples() const
{
    return QStringLiteral(
        "  markaz-server verify-audit --data /var/lib/markaz\n"
        "  markaz-server verify-audit --data /var/lib/markaz --witness laptop-7.json\n"
        "  markaz-server verify-audit --data /var/lib/markaz --checkpoint\n\n"
        "A file of witnesses is what \"markaz sync --witness FILE\" writes on a laptop. The exit code "
        "is 1 when anything\n"
        "does not hold. Entries after the newest checkpoint and witness are checked against each other "
        "only.\n\n"
        "Each record is compared with the hash in the newest entry that tells of it: one that was altered, removed "
        "or\n"
        "inserted in the database itself is named by its kind, its id and that entry. A server that runs goes on "
        "meanwhile.\n"
        "Needs about a hundred bytes for each record in the folder for temporary files. What an older release wrote "
        "has no\n"
        "hash yet and is counted. An account's name, role, provinces and whether it is open are compared with its "
        "record;\n"
        "passwords, one-time codes, laptops and their revocations, sessions, files, the ledger, departures, digests, "
        "the\n"
        "quarantine and public keys that the root has not signed yet are not compared. The set of keys is compared "
        "with the\n"
        "newest entry about one and with DATA/trusted-keys.json.");
}

void VerifyAuditCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addOptions(
        {{QStringLiteral("witness"), QStringLiteral("What a laptop kept of the chain. May be given more than once."),
          QStringLiteral("FILE")},
         {QStringLiteral("checkpoint"), QStringLiteral("Signs the end of the chain, once all of it holds.")},
         {QStringLiteral("json"), QStringLiteral("The report as one JSON object.")}});
}

int VerifyAuditCommand::run(const QCommandLineParser &parser)
{
    const auto location = storeOf(parser);
    if (!location)
        return kWrongUsage;
    const SystemClock clock;
    auto store = Store::prepare(*location, clock);
    if (!store)
        return fail(server::sentenceOf(store.error()));
    auto witnesses = readWitnessFiles(parser.values(QStringLiteral("witness")), (*store)->instanceId());
    if (!witnesses)
        return fail(witnesses.error().detail);
    auto key = keyOf(*location);
    if (!key)
        return fail(server::sentenceOf(key.error()));
    auto former = formerKeys(location->dataFolder);
    if (!former)
        return fail(server::sentenceOf(former.error()));
    auto checked = checkAll(**store, *key ? &(*key)->publicKey() : nullptr, *former, *witnesses);
    if (!checked)
        return fail(server::sentenceOf(checked.error()));
    AuditReport *const report = &checked->audit;
    const RecordReport *const records = &checked->records;
    const bool holds = report->findings.isEmpty() && records->findings.isEmpty();
    if (holds && parser.isSet(QStringLiteral("checkpoint"))) {
        auto signing = loadOrCreateIssuer((*store)->database(), location->dataFolder, clock);
        if (!signing)
            return fail(server::sentenceOf(signing.error()));
        auto made = Checkpoints(**store, *signing, clock, *former).make({});
        if (!made)
            return fail(server::sentenceOf(made.error()));
        if (*made)
            report->checkpoints.append(**made);
    }
    if (parser.isSet(QStringLiteral("json"))) {
        say(QString::fromUtf8(QJsonDocument(jsonOf(*report, *records)).toJson(QJsonDocument::Indented)).trimmed());
        return holds ? kDone : kFailed;
    }
    const QStringList lines = linesOf(*report, *records);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i < report->findings.size() + records->findings.size())
            fail(lines.at(i));
        else
            say(lines.at(i));
    }
    return holds ? kDone : kFailed;
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/decisionwords.h"

#include "core/support/programmeday.h"
#include "core/workflow/reviews.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"

#include <QCoreApplication>

namespace markaz::ui {
namespace {

struct DecisionPhrases
{
    Q_DECLARE_TR_FUNCTIONS(DecisionPhrases)
};

bool is(const QString &token, const char *other)
{
    return token == QLatin1String(other);
}

/// What has become of an inspection; \p revision: 1 of a first one.
QString ofInspection(const QString &what, int revision)
{
    const QString number = format::number(revision);
    if (is(what, "accept"))
        return revision > 1 ? DecisionPhrases::tr("Revision %1 accepted").arg(number)
                            : DecisionPhrases::tr("Inspection accepted");
    if (is(what, "return"))
        return revision > 1 ? DecisionPhrases::tr("Revision %1 returned").arg(number)
                            : DecisionPhrases::tr("Inspection returned");
    return revision > 1 ? DecisionPhrases::tr("Revision %1 rejected").arg(number)
                        : DecisionPhrases::tr("Inspection rejected");
}

QString ofCertificate(const QString &what)
{
    if (is(what, "issue"))
        return DecisionPhrases::tr("Certificate issued");
    if (is(what, "renew"))
        return DecisionPhrases::tr("Certificate issued as a renewal");
    if (is(what, "suspend"))
        return DecisionPhrases::tr("Suspended");
    if (is(what, "reinstate"))
        return DecisionPhrases::tr("Reinstated");
    if (is(what, "in_force"))
        return DecisionPhrases::tr("In force again");
    if (is(what, "revoke"))
        return DecisionPhrases::tr("Revoked");
    if (is(what, "appeal"))
        return DecisionPhrases::tr("Appeal recorded");
    if (is(what, "allow_appeal"))
        return DecisionPhrases::tr("Appeal allowed");
    if (is(what, "dismiss_appeal"))
        return DecisionPhrases::tr("Appeal dismissed");
    if (is(what, "expire"))
        return DecisionPhrases::tr("Expired");
    if (is(what, "superseded"))
        return DecisionPhrases::tr("Replaced by its renewal");
    return labels::decisionKind(what); // a newer program's
}

QString rejectedReview(const OutboxRow &row)
{
    if (is(row.code, "not_allowed") && is(row.field, "inspection"))
        return DecisionPhrases::tr(
            "You carried out this inspection or an earlier part of it, so another officer reviews "
            "it. The server keeps the change for that officer.");
    if (is(row.code, "wrong_state"))
        return DecisionPhrases::tr("The inspection does not wait for a review any more: another officer decided about "
                                   "it first, and that decision stands.");
    if (is(row.code, "invalid") && is(row.field, "reason"))
        return DecisionPhrases::tr("The server takes no review without its reason. Write it and send this again.");
    return {};
}

QString invalidDecision(const QString &field, bool renewal)
{
    if (is(field, "reason"))
        return DecisionPhrases::tr("The server takes no decision without its reason. Write it and send this again.");
    if (is(field, "seats"))
        return DecisionPhrases::tr(
            "The building has fewer seats than that on the server. Enter no more than it has and "
            "send this again.");
    if (is(field, "grade"))
        return DecisionPhrases::tr(
            "The verdict of the inspection carries no certificate of this grade. Choose the other "
            "grade and send this again.");
    if (is(field, "inspection") && renewal)
        return DecisionPhrases::tr(
            "This inspection cannot renew the certificate: it is not complete, it is refused, its "
            "building was removed, or the certificate rests on a later visit.");
    if (is(field, "inspection"))
        return DecisionPhrases::tr("This inspection carries no certificate on the server: it is not complete, it is "
                                   "refused, or its building was removed.");
    if (is(field, "certificate"))
        return DecisionPhrases::tr("The server does not have the certificate that this is about.");
    return {};
}

QString decisionThatCameLate(const QString &kind)
{
    if (is(kind, "issue"))
        return DecisionPhrases::tr("The inspection is not accepted on the server: its acceptance was not taken, or "
                                   "another officer decided otherwise about it.");
    if (is(kind, "renew"))
        return DecisionPhrases::tr("There is nothing to renew on the server: the certificate was suspended or revoked "
                                   "meanwhile, or it ended, or the inspection is not accepted.");
    if (is(kind, "appeal"))
        return DecisionPhrases::tr("There is nothing to appeal against on the server: the certificate is neither "
                                   "suspended nor revoked any more.");
    if (is(kind, "allow_appeal") || is(kind, "dismiss_appeal"))
        return DecisionPhrases::tr("No appeal is open on the server: another officer decided about it first, or the "
                                   "certificate is in force again.");
    return DecisionPhrases::tr(
        "The certificate is in another state by now: another officer decided about it first, or it "
        "ended. Open it again to see where it stands.");
}

QString existingOf(const QString &kind, const QString &field)
{
    if (is(kind, "appeal"))
        return DecisionPhrases::tr("An appeal is open on the server already; it is decided first.");
    if (is(field, "certificate"))
        return DecisionPhrases::tr(
            "The building was certified anew meanwhile, so this certificate does not come back.");
    return DecisionPhrases::tr(
        "The server has a certificate of this inspection or of its building already. Look at that "
        "one; a later visit renews it.");
}

QString rejectedDecision(const OutboxRow &row)
{
    const QString kind = row.change.fields.value(QStringLiteral("kind")).after.toString();
    if (is(row.code, "not_allowed") && is(row.field, "inspection"))
        return DecisionPhrases::tr(
            "You carried out this inspection or an earlier part of it, so another officer decides "
            "about the certificate. The server keeps the change for that officer.");
    if (is(row.code, "not_allowed") && is(row.field, "officer"))
        return DecisionPhrases::tr("The appeal is against your own decision, so another officer decides about it.");
    if (is(row.code, "wrong_state"))
        return decisionThatCameLate(kind);
    if (is(row.code, "exists"))
        return existingOf(kind, row.field);
    return is(row.code, "invalid") ? invalidDecision(row.field, is(kind, "renew")) : QString();
}

} // namespace

std::optional<Sentence> decisionSentence(const Error &error)
{
    if (error.code != ErrorCode::NotAllowed || error.where != QLatin1String("separation"))
        return std::nullopt;
    return Sentence{DecisionPhrases::tr("You took part in what this is about, so another officer decides about it."),
                    DecisionPhrases::tr("Nothing was changed."),
                    {}};
}

namespace decisionwords {

QString what(const DecisionEntry &entry)
{
    return entry.of == DecisionEntry::Of::Inspection ? ofInspection(entry.what, entry.revision)
                                                     : ofCertificate(entry.what);
}

QString who(const Services &services, const DecisionEntry &entry)
{
    if (entry.by.isEmpty())
        return is(entry.what, "expire") ? DecisionPhrases::tr("by itself") : QString();
    const auto account = services.workspace.records.find(Entity::Account, entry.by);
    const QString name =
        account && *account ? (*account)->fields.value(QStringLiteral("display_name")).toString() : QString();
    return name.isEmpty() ? DecisionPhrases::tr("an officer whose name is not on this laptop") : format::words(name);
}

QString when(const DecisionEntry &entry)
{
    return is(entry.what, "expire") && entry.of == DecisionEntry::Of::Certificate ? format::date(programmeDay(entry.at))
                                                                                  : format::programmeDateTime(entry.at);
}

QString why(const DecisionEntry &entry)
{
    if (!entry.why.isEmpty())
        return DecisionPhrases::tr("“%1”").arg(format::words(entry.why));
    if (entry.whyElsewhere)
        return DecisionPhrases::tr("The reason is not on this laptop.");
    return entry.by.isEmpty() || !entry.comments.isEmpty() ? QString() : DecisionPhrases::tr("No reason was recorded.");
}

QString comments(const DecisionEntry &entry)
{
    QStringList lines;
    for (auto it = entry.comments.begin(); it != entry.comments.end(); ++it)
        lines.append(DecisionPhrases::tr("%1  “%2”").arg(format::code(it.key()), format::words(it->toString())));
    return lines.join(QLatin1Char('\n'));
}

QString line(const Services &services, const DecisionEntry &entry)
{
    const QString name = who(services, entry);
    const QString decided = name.isEmpty() ? format::list({what(entry), when(entry)})
                            : entry.by.isEmpty()
                                ? format::list({what(entry), name, when(entry)})
                                : DecisionPhrases::tr("%1 by %2, %3").arg(what(entry), name, when(entry));
    const QString reason = why(entry);
    return reason.isEmpty() ? decided : DecisionPhrases::tr("%1: %2").arg(decided, reason);
}

QString rejection(const OutboxRow &row)
{
    if (row.change.entity == Entity::Review)
        return rejectedReview(row);
    return row.change.entity == Entity::Decision ? rejectedDecision(row) : QString();
}

QString ownPart(const Inspection &inspection, const OwnPart &part)
{
    const Inspection &own = part.visit;
    if (own.id() == inspection.id())
        return DecisionPhrases::tr("You carried out this inspection, so another officer decides about it.");
    if (part.revision)
        return DecisionPhrases::tr(
                   "You carried out revision %1 of this inspection, so another officer decides about it.")
            .arg(format::number(own.revision()));
    return DecisionPhrases::tr("You carried out the visit of %1, which this one continues, so another officer decides "
                               "about it.")
        .arg(format::date(programmeDay(own.finishedAt())));
}

} // namespace decisionwords
} // namespace markaz::ui

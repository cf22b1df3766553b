// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status.h"

#include "ui/text/labels.h"

namespace markaz::ui {

QString statusName(Status status)
{
    switch (status) {
    case Status::Ok:
        return QStringLiteral("ok");
    case Status::Warn:
        return QStringLiteral("warn");
    case Status::Bad:
        return QStringLiteral("bad");
    case Status::Info:
        return QStringLiteral("info");
    case Status::Review:
        return QStringLiteral("review");
    case Status::Neutral:
        break;
    }
    return QStringLiteral("neutral");
}

namespace chips {
namespace {

struct Look
{
    const char *token;
    Status status;
    const char *icon;
};

template <size_t N>
ChipContent find(const Look (&looks)[N], const QString &token, const QString &word)
{
    for (const Look &look : looks) {
        if (token == QLatin1String(look.token))
            return {look.status, QLatin1String(look.icon), word};
    }
    return {Status::Neutral, QStringLiteral("ring"), word};
}

} // namespace

ChipContent stage(const QString &token)
{
    static const Look looks[] = {
        {"identified", Status::Neutral, "ring"}, {"not_known", Status::Neutral, "ring"},
        {"assigned", Status::Info, "person"},    {"inspected", Status::Info, "half-disc"},
        {"under_review", Status::Review, "eye"}, {"certified", Status::Ok, "ribbon"},
        {"provisional", Status::Warn, "ribbon"}, {"refused", Status::Bad, "octagon-cross"},
        {"lapsed", Status::Warn, "clock"},
    };
    return find(looks, token, labels::stage(token));
}

ChipContent inspectionState(const QString &token, bool owed)
{
    if (owed && token == QLatin1String("submitted")) // nobody can review what has not left this laptop
        return {Status::Info, QStringLiteral("clock"), labels::notSentYet()};
    static const Look looks[] = {
        {"draft", Status::Neutral, "document-edit"}, {"submitted", Status::Review, "eye"},
        {"returned", Status::Warn, "edit-undo"},     {"accepted", Status::Ok, "check-disc"},
        {"rejected", Status::Bad, "octagon-cross"},
    };
    return find(looks, token, labels::inspectionState(token));
}

ChipContent assignmentState(const QString &token)
{
    static const Look looks[] = {
        {"open", Status::Info, "person"},
        {"done", Status::Ok, "check-disc"},
        {"cancelled", Status::Neutral, "minus-ring"},
    };
    return find(looks, token, labels::assignmentState(token));
}

ChipContent certificate(CertificateState state, const QString &grade)
{
    const bool provisional = grade == QLatin1String("provisional");
    switch (state) {
    case CertificateState::Issued:
        return provisional ? ChipContent{Status::Warn, QStringLiteral("ribbon"), labels::stage(grade)}
                           : ChipContent{Status::Ok, QStringLiteral("ribbon"), labels::of(state)};
    case CertificateState::Suspended:
        return {Status::Warn, QStringLiteral("triangle"), labels::of(state)};
    case CertificateState::Revoked:
        return {Status::Bad, QStringLiteral("octagon-cross"), labels::of(state)};
    case CertificateState::Expired:
        return {Status::Warn, QStringLiteral("clock"), labels::of(state)};
    case CertificateState::Superseded:
        break;
    }
    return {Status::Neutral, QStringLiteral("minus-ring"), labels::of(state)};
}

ChipContent verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Eligible:
        return {Status::Ok, QStringLiteral("check-disc"), labels::of(verdict)};
    case Verdict::Provisional:
        return {Status::Warn, QStringLiteral("half-disc"), labels::of(verdict)};
    case Verdict::Refused:
        break;
    }
    return {Status::Bad, QStringLiteral("octagon-cross"), labels::of(verdict)};
}

ChipContent item(ItemScore::Status status, int creditBp)
{
    const QString word = labels::of(status, creditBp);
    switch (status) {
    case ItemScore::Status::Met:
        return {Status::Ok, QStringLiteral("check-disc"), word};
    case ItemScore::Status::Partial:
        return {Status::Warn, QStringLiteral("half-disc"), word};
    case ItemScore::Status::Fails:
        return {Status::Bad, QStringLiteral("octagon-cross"), word};
    case ItemScore::Status::NotInspected:
        return {Status::Warn, QStringLiteral("triangle"), word};
    case ItemScore::Status::NotApplicable:
    case ItemScore::Status::Hidden:
        return {Status::Neutral, QStringLiteral("minus-ring"), word};
    case ItemScore::Status::Missing:
        break;
    }
    return {Status::Neutral, QStringLiteral("dashed-ring"), word};
}

ChipContent severity(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return {Status::Bad, QStringLiteral("octagon-cross"), labels::of(severity)};
    case Severity::Major:
        return {Status::Warn, QStringLiteral("triangle"), labels::of(severity)};
    case Severity::Minor:
        break;
    }
    return {Status::Neutral, QStringLiteral("dashed-ring"), labels::of(severity)};
}

ChipContent finding(FindingState state, bool overdue)
{
    switch (state) {
    case FindingState::Open:
        return overdue ? ChipContent{Status::Bad, QStringLiteral("clock"), labels::overdue()}
                       : ChipContent{Status::Warn, QStringLiteral("ring"), labels::of(state)};
    case FindingState::Fixed:
        return {Status::Info, QStringLiteral("half-disc"), labels::of(state)};
    case FindingState::Verified:
        return {Status::Ok, QStringLiteral("check-disc"), labels::of(state)};
    case FindingState::Waived:
        break;
    }
    return {Status::Neutral, QStringLiteral("minus-ring"), labels::of(state)};
}

} // namespace chips
} // namespace markaz::ui

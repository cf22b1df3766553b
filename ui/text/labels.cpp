// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/labels.h"

#include "ui/text/format.h"
#include "ui/text/labeltable.h"

#include <QCoreApplication>
#include <QHash>

namespace markaz::ui::labels {
QString of(Role role)
{
    static const Label table[] = {
        {"inspector", QT_TRANSLATE_NOOP("labels", "Inspector")},
        {"officer", QT_TRANSLATE_NOOP("labels", "Regional officer")},
        {"administrator", QT_TRANSLATE_NOOP("labels", "Administrator")},
        {"auditor", QT_TRANSLATE_NOOP("labels", "Auditor")},
    };
    return find(table, token(role));
}

QString of(Entity entity)
{
    static const Label table[] = {
        {"owner", QT_TRANSLATE_NOOP("labels", "Owner")},
        {"building", QT_TRANSLATE_NOOP("labels", "Building")},
        {"assignment", QT_TRANSLATE_NOOP("labels", "Assignment")},
        {"inspection", QT_TRANSLATE_NOOP("labels", "Inspection")},
        {"evidence", QT_TRANSLATE_NOOP("labels", "File of an inspection")},
        {"review", QT_TRANSLATE_NOOP("labels", "Review")},
        {"decision", QT_TRANSLATE_NOOP("labels", "Decision")},
        {"certificate", QT_TRANSLATE_NOOP("labels", "Certificate")},
        {"policy", QT_TRANSLATE_NOOP("labels", "Programme policy")},
        {"account", QT_TRANSLATE_NOOP("labels", "Account")},
        {"conflict", QT_TRANSLATE_NOOP("labels", "Conflict")},
        {"finding", QT_TRANSLATE_NOOP("labels", "Finding")},
        {"standard", QT_TRANSLATE_NOOP("labels", "Version of the standard")},
        {"centre", QT_TRANSLATE_NOOP("labels", "Centre")},
        {"occupancy_report", QT_TRANSLATE_NOOP("labels", "Month of a centre")},
        {"loan", QT_TRANSLATE_NOOP("labels", "Loan")},
    };
    return find(table, token(entity));
}

QString of(Severity severity)
{
    static const Label table[] = {
        {"critical", QT_TRANSLATE_NOOP("labels", "Critical")},
        {"major", QT_TRANSLATE_NOOP("labels", "Major")},
        {"minor", QT_TRANSLATE_NOOP("labels", "Minor")},
    };
    return find(table, token(severity));
}

QString of(FindingState state)
{
    static const Label table[] = {
        {"open", QT_TRANSLATE_NOOP("labels", "Open")},
        {"fixed", QT_TRANSLATE_NOOP("labels", "Fixed")},
        {"verified", QT_TRANSLATE_NOOP("labels", "Verified")},
        {"waived", QT_TRANSLATE_NOOP("labels", "Waived")},
    };
    return find(table, token(state));
}

QString of(FindingStep step)
{
    static const Label table[] = {
        {"fix", QT_TRANSLATE_NOOP("labels", "Mark as fixed")},
        {"reopen", QT_TRANSLATE_NOOP("labels", "Not fixed after all")},
        {"verify", QT_TRANSLATE_NOOP("labels", "Verify")},
        {"waive", QT_TRANSLATE_NOOP("labels", "Waive")},
        {"restore", QT_TRANSLATE_NOOP("labels", "Take the waiver back")},
    };
    return find(table, token(step));
}

QString overdue()
{
    return QCoreApplication::translate("labels", "Overdue");
}

QString of(Verdict verdict)
{
    static const Label table[] = {{"eligible", QT_TRANSLATE_NOOP("labels", "Eligible")},
                                  {"provisional", QT_TRANSLATE_NOOP("labels", "Provisional")},
                                  {"refused", QT_TRANSLATE_NOOP("labels", "Refused")}};
    return find(table, token(verdict));
}

QString of(CertificateState state)
{
    static const Label table[] = {{"issued", QT_TRANSLATE_NOOP("labels", "Certified")},
                                  {"suspended", QT_TRANSLATE_NOOP("labels", "Suspended")},
                                  {"revoked", QT_TRANSLATE_NOOP("labels", "Revoked")},
                                  {"expired", QT_TRANSLATE_NOOP("labels", "Expired")},
                                  {"superseded", QT_TRANSLATE_NOOP("labels", "Replaced")}};
    return find(table, token(state));
}

QString of(Outcome outcome)
{
    static const Label table[] = {
        {"applied", QT_TRANSLATE_NOOP("labels", "Sent")},
        {"merged", QT_TRANSLATE_NOOP("labels", "Sent and merged")},
        {"duplicate", QT_TRANSLATE_NOOP("labels", "Sent before")},
        {"conflict", QT_TRANSLATE_NOOP("labels", "In conflict")},
        {"held", QT_TRANSLATE_NOOP("labels", "Waits for another record")},
        {"rejected", QT_TRANSLATE_NOOP("labels", "Rejected")},
        {"retry", QT_TRANSLATE_NOOP("labels", "Will be sent again")},
    };
    return find(table, token(outcome));
}

QString of(ItemScore::Status status, int creditBp)
{
    const char *words = QT_TRANSLATE_NOOP("labels", "Missing");
    switch (status) {
    case ItemScore::Status::Met:
        words = QT_TRANSLATE_NOOP("labels", "Met");
        break;
    case ItemScore::Status::Partial:
        return format::percent(creditBp);
    case ItemScore::Status::Fails:
        words = QT_TRANSLATE_NOOP("labels", "Fails");
        break;
    case ItemScore::Status::Missing:
        break;
    case ItemScore::Status::NotApplicable:
        return notApplicable();
    case ItemScore::Status::NotInspected:
        words = QT_TRANSLATE_NOOP("labels", "Not inspected");
        break;
    case ItemScore::Status::Hidden:
        words = QT_TRANSLATE_NOOP("labels", "Hidden");
        break;
    }
    return QCoreApplication::translate("labels", words);
}

QString stage(const QString &token)
{
    static const Label table[] = {
        {"identified", QT_TRANSLATE_NOOP("labels", "Identified")},
        {"not_known", QT_TRANSLATE_NOOP("labels", "Not known here")},
        {"assigned", QT_TRANSLATE_NOOP("labels", "Assigned")},
        {"inspected", QT_TRANSLATE_NOOP("labels", "Inspected")},
        {"under_review", QT_TRANSLATE_NOOP("labels", "Under review")},
        {"certified", QT_TRANSLATE_NOOP("labels", "Certified")},
        {"provisional", QT_TRANSLATE_NOOP("labels", "Provisional")},
        {"refused", QT_TRANSLATE_NOOP("labels", "Refused")},
        {"lapsed", QT_TRANSLATE_NOOP("labels", "Lapsed")},
    };
    return find(table, token);
}

// 2026-11-24: the server could tell everybody the stage of each building, but then each visit would change the
// building's record, and an edit of it that waits on some laptop would meet a revision that changed nothing of what it
// shows. So the inspector is told what is true: it is not known here. All other stages stand for something that this
// laptop holds. 2026-11-28: a building that was registered on this very laptop is new, and so identified.
QString stageSeenBy(Role role, const QString &token, bool registeredHere)
{
    return role == Role::Inspector && !registeredHere && token == QLatin1String("identified")
               ? QStringLiteral("not_known")
               : token;
}

QString tenure(const QString &token)
{
    static const Label table[] = {
        {"freehold", QT_TRANSLATE_NOOP("labels", "Freehold")},
        {"leasehold", QT_TRANSLATE_NOOP("labels", "Leasehold")},
        {"government", QT_TRANSLATE_NOOP("labels", "Government land")},
        {"waqf", QT_TRANSLATE_NOOP("labels", "Waqf")},
    };
    return find(table, token);
}

QString condition(const QString &token)
{
    static const Label table[] = {
        {"good", QT_TRANSLATE_NOOP("labels", "Good")},
        {"fair", QT_TRANSLATE_NOOP("labels", "Fair")},
        {"poor", QT_TRANSLATE_NOOP("labels", "Poor")},
        {"dangerous", QT_TRANSLATE_NOOP("labels", "Dangerous")},
    };
    return find(table, token);
}

QString ownerKind(const QString &token)
{
    static const Label table[] = {
        {"individual", QT_TRANSLATE_NOOP("labels", "Individual")},
        {"company", QT_TRANSLATE_NOOP("labels", "Company")},
        {"government", QT_TRANSLATE_NOOP("labels", "Government")},
        {"trust", QT_TRANSLATE_NOOP("labels", "Trust")},
    };
    return find(table, token);
}

QString visitKind(const QString &token)
{
    static const Label table[] = {
        {"initial", QT_TRANSLATE_NOOP("labels", "Initial")},
        {"follow_up", QT_TRANSLATE_NOOP("labels", "Follow-up")},
        {"surveillance", QT_TRANSLATE_NOOP("labels", "Surveillance")},
        {"complaint", QT_TRANSLATE_NOOP("labels", "Complaint")},
    };
    return find(table, token);
}

QString visitOfRevision(const QString &kind, int revision)
{
    return revision > 1 ? QCoreApplication::translate("labels", "%1, revision %2").arg(visitKind(kind)).arg(revision)
                        : visitKind(kind);
}

QString visitOutcome(const QString &token)
{
    static const Label table[] = {
        {"done", QT_TRANSLATE_NOOP("labels", "Visit done")},
        {"no_entry", QT_TRANSLATE_NOOP("labels", "No entry")},
        {"owner_absent", QT_TRANSLATE_NOOP("labels", "Owner absent")},
        {"wrong_address", QT_TRANSLATE_NOOP("labels", "Wrong address")},
        {"unsafe", QT_TRANSLATE_NOOP("labels", "Unsafe to enter")},
        {"not_ready", QT_TRANSLATE_NOOP("labels", "Not ready")},
    };
    return find(table, token);
}

QString notSentYet()
{
    return QCoreApplication::translate("labels", "Not sent yet");
}

QString inspectionState(const QString &token)
{
    static const Label table[] = {
        {"draft", QT_TRANSLATE_NOOP("labels", "Draft")},
        {"submitted", QT_TRANSLATE_NOOP("labels", "Under review")},
        {"returned", QT_TRANSLATE_NOOP("labels", "Returned")},
        {"accepted", QT_TRANSLATE_NOOP("labels", "Accepted")},
        {"rejected", QT_TRANSLATE_NOOP("labels", "Rejected")},
    };
    return find(table, token);
}

QString assignmentState(const QString &token)
{
    static const Label table[] = {
        {"open", QT_TRANSLATE_NOOP("labels", "Open")},
        {"done", QT_TRANSLATE_NOOP("labels", "Done")},
        {"cancelled", QT_TRANSLATE_NOOP("labels", "Cancelled")},
    };
    return find(table, token);
}

QString evidenceKind(const QString &token)
{
    static const Label table[] = {
        {"photo", QT_TRANSLATE_NOOP("labels", "Photo")},
        {"document", QT_TRANSLATE_NOOP("labels", "Document")},
        {"signature", QT_TRANSLATE_NOOP("labels", "Signature")},
    };
    return find(table, token);
}

QString signer(const QString &token)
{
    static const Label table[] = {
        {"inspector", QT_TRANSLATE_NOOP("labels", "Inspector")},
        {"owner", QT_TRANSLATE_NOOP("labels", "Owner or representative")},
    };
    return find(table, token);
}

QString reviewDecision(const QString &token)
{
    static const Label table[] = {{"accept", QT_TRANSLATE_NOOP("labels", "Accept")},
                                  {"return", QT_TRANSLATE_NOOP("labels", "Return")},
                                  {"reject", QT_TRANSLATE_NOOP("labels", "Reject")}};
    return find(table, token);
}

QString decisionKind(const QString &token)
{
    static const Label table[] = {
        {"issue", QT_TRANSLATE_NOOP("labels", "Issue")},
        {"suspend", QT_TRANSLATE_NOOP("labels", "Suspend")},
        {"reinstate", QT_TRANSLATE_NOOP("labels", "Reinstate")},
        {"revoke", QT_TRANSLATE_NOOP("labels", "Revoke")},
        {"renew", QT_TRANSLATE_NOOP("labels", "Renew")},
        {"appeal", QT_TRANSLATE_NOOP("labels", "Appeal")},
        {"allow_appeal", QT_TRANSLATE_NOOP("labels", "Allow the appeal")},
        {"dismiss_appeal", QT_TRANSLATE_NOOP("labels", "Dismiss the appeal")},
    };
    return find(table, token);
}

QString grade(const QString &token)
{
    static const Label table[] = {
        {"full", QT_TRANSLATE_NOOP("labels", "Full")},
        {"provisional", QT_TRANSLATE_NOOP("labels", "Provisional")},
    };
    return find(table, token);
}

QString positionSource(const QString &token)
{
    static const Label table[] = {
        {"gps", QT_TRANSLATE_NOOP("labels", "GPS")},
        {"map", QT_TRANSLATE_NOOP("labels", "From the map")},
        {"typed", QT_TRANSLATE_NOOP("labels", "Typed")},
        {"photo", QT_TRANSLATE_NOOP("labels", "From a photo")},
    };
    return find(table, token);
}

QString instrument(const QString &token)
{
    static const Label table[] = {
        {"tape", QT_TRANSLATE_NOOP("labels", "Tape")},
        {"laser", QT_TRANSLATE_NOOP("labels", "Laser meter")},
        {"laser_meter", QT_TRANSLATE_NOOP("labels", "Laser meter")},
        {"crack_gauge", QT_TRANSLATE_NOOP("labels", "Crack gauge")},
        {"lux_meter", QT_TRANSLATE_NOOP("labels", "Lux meter")},
        {"earth_tester", QT_TRANSLATE_NOOP("labels", "Earth tester")},
        {"multimeter", QT_TRANSLATE_NOOP("labels", "Multimeter")},
        {"thermometer", QT_TRANSLATE_NOOP("labels", "Thermometer")},
        {"sound_meter", QT_TRANSLATE_NOOP("labels", "Sound meter")},
        {"speed_test", QT_TRANSLATE_NOOP("labels", "Speed test")},
        {"stopwatch", QT_TRANSLATE_NOOP("labels", "Stopwatch")},
        {"plan", QT_TRANSLATE_NOOP("labels", "Approved plan")},
        {"document", QT_TRANSLATE_NOOP("labels", "Document")},
        {"count", QT_TRANSLATE_NOOP("labels", "Counted")},
        {"counted", QT_TRANSLATE_NOOP("labels", "Counted")},
    };
    return find(table, token);
}

QString repeatKind(const QString &token)
{
    static const Label table[] = {
        {"exit", QT_TRANSLATE_NOOP("labels", "Exit")},
        {"extinguisher", QT_TRANSLATE_NOOP("labels", "Extinguisher")},
        {"speed_test", QT_TRANSLATE_NOOP("labels", "Speed test")},
        {"room", QT_TRANSLATE_NOOP("labels", "Room")},
    };
    return find(table, token);
}

QString province(const QString &iso)
{
    static const Label table[] = {
        {"PK-PB", QT_TRANSLATE_NOOP("labels", "Punjab")},
        {"PK-SD", QT_TRANSLATE_NOOP("labels", "Sindh")},
        {"PK-KP", QT_TRANSLATE_NOOP("labels", "Khyber Pakhtunkhwa")},
        {"PK-BA", QT_TRANSLATE_NOOP("labels", "Balochistan")},
        {"PK-IS", QT_TRANSLATE_NOOP("labels", "Islamabad")},
        {"PK-JK", QT_TRANSLATE_NOOP("labels", "Azad Jammu and Kashmir")},
        {"PK-GB", QT_TRANSLATE_NOOP("labels", "Gilgit-Baltistan")},
    };
    return find(table, iso); // a code without words is shown as it is written
}

QString tier(int tier)
{
    return QCoreApplication::translate("labels", "Tier %1").arg(format::isolate(QString::number(tier)));
}

QString yes()
{
    return QCoreApplication::translate("labels", "Yes");
}
QString no()
{
    return QCoreApplication::translate("labels", "No");
}
QString notApplicable()
{
    return QCoreApplication::translate("labels", "N/A", "not applicable");
}

} // namespace markaz::ui::labels

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uitest.h"

#include "core/domain/recordspec.h"
#include "core/sync/httptransport.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/sentences.h"
#include "ui/text/syncwords.h"

#include <QScopeGuard>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

QString say(const char *text)
{
    return QString::fromUtf8(text);
}
QString isolated(const char *text)
{
    return QChar(0x2066) + QString::fromUtf8(text) + QChar(0x2069);
}

TEST(Format, numbersAreGroupedInThousands)
{
    EXPECT_EQ(format::number(0), say("0"));
    EXPECT_EQ(format::number(999), say("999"));
    EXPECT_EQ(format::number(4962), say("4,962"));
    EXPECT_EQ(format::number(-1234567), say("-1,234,567"));
}

TEST(Format, scoresAreRoundedHalfUpToOnePlace)
{
    EXPECT_EQ(format::score(7840), say("78.4"));
    EXPECT_EQ(format::score(7845), say("78.5"));
    EXPECT_EQ(format::score(7844), say("78.4"));
    EXPECT_EQ(format::score(10'000), say("100.0"));
    EXPECT_EQ(format::score(0), say("0.0"));
    EXPECT_EQ(format::percent(5000), say("50 %"));
    EXPECT_EQ(format::percent(6140), say("61.4 %"));
}

TEST(Format, moneyIsWholeRupees)
{
    EXPECT_EQ(format::rupees(342'000), say("Rs 3,420"));
    EXPECT_EQ(format::rupees(342'049), say("Rs 3,420"));
    EXPECT_EQ(format::rupees(342'050), say("Rs 3,421"));
    EXPECT_EQ(format::rupees(-150), say("Rs -2"));
}

TEST(Format, datesAndTimesAreThoseOfTheLaptopsZone)
{
    const QDate day(2026, 7, 14);
    EXPECT_EQ(format::date(day), say("14 Jul 2026"));
    EXPECT_EQ(format::shortDate(day), say("14 Jul"));
    EXPECT_EQ(format::longDate(day), say("Tuesday 14 July 2026"));
    EXPECT_EQ(format::month(QDate(2022, 4, 1)), say("Apr 2022"));
    EXPECT_EQ(format::longDate(QDate(2026, 5, 1)), say("Friday 1 May 2026"));
    EXPECT_EQ(format::date({}), QString());
    // Asia/Karachi is five hours ahead of UTC: late in the evening it is the next day there.
    EXPECT_EQ(format::dateTime(say("2026-07-14T20:30:00.000Z")), say("15 Jul 2026, 01:30"));
    EXPECT_EQ(format::time(say("2026-07-14T09:05:00.000Z")), say("14:05"));
    EXPECT_EQ(format::time(say("yesterday")), QString());
}

TEST(Format, aPapersTimesArePakistansWhateverTheLaptopsZone)
{
    qputenv("TZ", "Europe/London");
    const auto back = qScopeGuard([] { qputenv("TZ", "Asia/Karachi"); });
    const QDateTime evening(QDate(2026, 7, 14), QTime(20, 30), Qt::UTC);
    EXPECT_EQ(format::dateTime(evening), say("14 Jul 2026, 21:30"));
    EXPECT_EQ(format::programmeDateTime(evening), say("15 Jul 2026, 01:30"));
    EXPECT_EQ(format::programmeDateTime({}), QString());
}

TEST(Format, sizesAreReadable)
{
    EXPECT_EQ(format::bytes(65'536), say("64 KiB"));
    EXPECT_EQ(format::bytes(2'400'000), say("2.3 MiB"));
    EXPECT_EQ(format::bytes(512), say("512 B"));
    EXPECT_EQ(format::area(3150), say("3,150 sq ft"));
    EXPECT_EQ(format::seats(1), say("1 seat"));
}

TEST(Format, codesAndNumbersAreIsolatedInUrduOnly)
{
    EXPECT_EQ(format::code(say("SKT-0031")), say("SKT-0031"));
    test::ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    EXPECT_EQ(format::code(say("SKT-0031")), isolated("SKT-0031"));
    EXPECT_EQ(format::number(4962), isolated("4,962"));
    EXPECT_EQ(format::date(QDate(2026, 7, 14)), isolated("14") + say(" جولائی ") + isolated("2026"));
    EXPECT_EQ(format::code({}), QString());
}

// Whatever recordspec.cpp lets into a token field has words of its own in both languages.
TEST(Labels, everyTokenOfEveryRecordHasWords)
{
    using Table = QString (*)(const QString &);
    struct Row
    {
        Entity entity;
        const char *field;
        Table label;
    };
    const Row rows[] = {
        {Entity::Owner, "kind", labels::ownerKind},
        {Entity::Building, "tenure", labels::tenure},
        {Entity::Building, "condition", labels::condition},
        {Entity::Building, "position_source", labels::positionSource},
        {Entity::Assignment, "kind", labels::visitKind},
        {Entity::Assignment, "state", labels::assignmentState},
        {Entity::Inspection, "state", labels::inspectionState},
        {Entity::Inspection, "visit_outcome", labels::visitOutcome},
        {Entity::Evidence, "kind", labels::evidenceKind},
        {Entity::Evidence, "position_source", labels::positionSource},
        {Entity::Evidence, "signer", labels::signer},
        {Entity::Review, "decision", labels::reviewDecision},
        {Entity::Decision, "kind", labels::decisionKind},
        {Entity::Decision, "grade", labels::grade},
    };
    for (Language language : {Language::English, Language::Urdu}) {
        test::ThemeGuard guard(ColourScheme::Light, language);
        for (const Row &row : rows) {
            const FieldSpec *field = specOf(row.entity).find(QString::fromLatin1(row.field));
            ASSERT_NE(field, nullptr) << row.field;
            for (const QString &token : field->tokens) {
                const QString words = row.label(token);
                EXPECT_FALSE(words.isEmpty()) << token.toStdString();
                EXPECT_FALSE(words.contains(QLatin1Char('_'))) << token.toStdString();
                if (language == Language::Urdu) {
                    EXPECT_EQ(words.at(0).script(), QChar::Script_Arabic) << token.toStdString();
                }
            }
        }
        for (Role role : allValues<Role>())
            EXPECT_FALSE(labels::of(role).isEmpty());
        for (Entity entity : allValues<Entity>())
            EXPECT_FALSE(labels::of(entity).isEmpty());
        for (Outcome outcome : allValues<Outcome>())
            EXPECT_FALSE(labels::of(outcome).isEmpty());
    }
}

TEST(Labels, everyFieldAPersonEntersHasWords)
{
    test::ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    for (Entity entity : {Entity::Owner, Entity::Building, Entity::Assignment}) {
        for (const FieldSpec &field : specOf(entity).fields) {
            if (field.name != QLatin1String("sample")) {
                EXPECT_EQ(labels::field(field.name).at(0).script(), QChar::Script_Arabic) << field.name.toStdString();
            }
        }
    }
    EXPECT_EQ(labels::field(say("answers.C-02")), isolated("C-02"));
}

TEST(Labels, stage_isNotSaidOfWhatAnInspectorCannotKnow)
{
    EXPECT_EQ(labels::stage(labels::stageSeenBy(Role::Inspector, say("identified"))), say("Not known here"));
    EXPECT_EQ(labels::stage(labels::stageSeenBy(Role::Officer, say("identified"))), say("Identified"));
    EXPECT_EQ(labels::stage(labels::stageSeenBy(Role::Inspector, say("identified"), true)), say("Identified"));
    EXPECT_EQ(labels::stage(labels::stageSeenBy(Role::Inspector, say("refused"))), say("Refused"));
}

TEST(Labels, unknownTokensShowTheirOwnLetters)
{
    EXPECT_EQ(labels::tenure(say("shared_title")), say("Shared title"));
    EXPECT_EQ(labels::province(say("PK-XX")), say("PK-XX"));
    EXPECT_EQ(labels::province(say("PK-PB")), say("Punjab"));
    EXPECT_EQ(labels::of(ItemScore::Status::Partial, 5000), say("50 %"));
}

TEST(Sentences, everyErrorHasItsFactAndItsNextStepInBothLanguages)
{
    for (Language language : {Language::English, Language::Urdu}) {
        test::ThemeGuard guard(ColourScheme::Light, language);
        QStringList facts;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const Sentence s = sentences::of(makeError(static_cast<ErrorCode>(code), say("SQLITE_FULL at 0x12")));
            EXPECT_FALSE(s.fact.isEmpty()) << code;
            EXPECT_FALSE(s.safe.isEmpty()) << code;
            EXPECT_FALSE(s.next.isEmpty()) << code;
            EXPECT_FALSE(s.plain().contains(say("SQLITE"))) << "the detail is for logs";
            EXPECT_FALSE(facts.contains(s.fact)) << s.fact.toStdString();
            facts.append(s.fact);
            const QChar stop = language == Language::Urdu ? QChar(0x06D4) : QLatin1Char('.');
            for (const QString &part : {s.fact, s.safe, s.next})
                EXPECT_TRUE(part.endsWith(stop)) << part.toStdString();
        }
    }
}

TEST(Sentences, ofAServerThatIsNotTrusted_sayWhatIsSafeAndWhatToDoInBothLanguages)
{
    for (Language language : {Language::English, Language::Urdu}) {
        test::ThemeGuard guard(ColourScheme::Light, language);
        QStringList facts;
        // The transport's own words: a new name there, which the sentences do not know, would be the general one.
        for (const char *why : {nottrusted::kNotYetValid, nottrusted::kExpired, nottrusted::kName, nottrusted::kIssuer,
                                nottrusted::kPin, nottrusted::kProtocol, nottrusted::kOther}) {
            const Sentence s = sentences::of(makeError(ErrorCode::NotTrusted, say("x509"), QLatin1String(why)));
            EXPECT_FALSE(facts.contains(s.fact)) << s.fact.toStdString();
            facts.append(s.fact);
            EXPECT_FALSE(s.next.isEmpty());
            EXPECT_TRUE(s.safe.contains(language == Language::Urdu ? say("محفوظ") : say("saved on this laptop")));
            const bool ofTime = why == nottrusted::kNotYetValid || why == nottrusted::kExpired;
            const QString clock = language == Language::Urdu ? say("تاریخ اور وقت") : say("date and time");
            EXPECT_EQ(s.next.contains(clock), ofTime) << "a wrong clock is the first thing to look at";
        }
        const Sentence pin = sentences::of(makeError(ErrorCode::InvalidValue, say("x"), say("pin")));
        EXPECT_TRUE(pin.next.contains(say("sha256//"))) << pin.next.toStdString();
    }
}

TEST(Sentences, ofACertificateThatWasMet_showItsFingerprintAndNothingElseOfTheDetail)
{
    const QString hex = QStringList(32, say("3C")).join(QLatin1Char(':'));
    for (Language language : {Language::English, Language::Urdu}) {
        test::ThemeGuard guard(ColourScheme::Light, language);
        const auto of = [](const QString &detail) {
            return sentences::of(makeError(ErrorCode::NotTrusted, detail, QLatin1String(nottrusted::kPin))).plain();
        };
        const QString words = of(say("x509 says no; SHA-256 ") + hex);
        EXPECT_TRUE(words.contains(QStringList(16, say("3C3C")).join(QLatin1Char(' ')))) << words.toStdString();
        EXPECT_FALSE(words.contains(say("x509"))) << words.toStdString();
        for (const QString &none : {say("x509"), say("SHA-256 ") + hex.chopped(1), say("SHA-256 ") + hex + say(" x")})
            EXPECT_EQ(of(none), of({})) << none.toStdString();
        SyncSnapshot s;
        s.trouble = SyncSnapshot::Trouble::NotTrusted;
        s.reason = QLatin1String(nottrusted::kPin);
        s.detail = say("SHA-256 ") + hex;
        EXPECT_TRUE(troubleSentence(s).next.contains(say("3C3C 3C3C")));
    }
}

TEST(Sentences, nameTheFieldAndNeverAFile)
{
    const Sentence s = sentences::of(makeError(ErrorCode::InvalidValue, say("x"), say("covered_area_sqft")));
    EXPECT_EQ(s.fact, say("The value of “Covered area” cannot be right."));
    EXPECT_EQ(sentences::of(makeError(ErrorCode::InvalidValue, say("x"), say("/home/someone/x.db"))).fact,
              say("A value cannot be right."));
}

TEST(Sentences, ofWriting_nameTheFileAndTellAFullDiskApart)
{
    const QString path = say("/media/stick/markaz.csv");
    const Sentence full = sentences::ofWriting(makeError(ErrorCode::StorageFull, say("SQLITE_FULL"), path), path);
    const Sentence closed = sentences::ofWriting(makeError(ErrorCode::StorageFailed, say("EACCES"), path), path);
    EXPECT_TRUE(full.fact.startsWith(say("The disk is full")));
    EXPECT_TRUE(full.next.contains(say("Free some space")));
    EXPECT_TRUE(closed.fact.endsWith(say("could not be written.")));
    EXPECT_FALSE(closed.plain().contains(say("full"))) << qPrintable(closed.plain());
    for (const Sentence &sentence : {full, closed}) {
        EXPECT_TRUE(sentence.fact.contains(path));
        EXPECT_FALSE(sentence.safe.isEmpty());
        EXPECT_FALSE(sentence.plain().contains(say("SQLITE")));
    }
}

TEST(Sentences, ofWriting_blameTheFileForNothingElse)
{
    const QString path = say("/media/stick/markaz.csv");
    for (const Error &error : {makeError(ErrorCode::StorageFailed, say("disk I/O error"), say("cache.sqlite")),
                               makeError(ErrorCode::StorageFull, say("SQLITE_FULL"), QString()),
                               makeError(ErrorCode::NotAllowed, say("x"), path)}) {
        EXPECT_EQ(sentences::ofWriting(error, path).plain(), sentences::of(error).plain());
        EXPECT_EQ(sentences::ofWriting(error, {}).plain(), sentences::of(error).plain());
    }
}

TEST(Sentences, ofWriting_keepThePathWholeInUrdu)
{
    test::ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    const QString path = say("/media/stick/markaz.csv");
    const QString fact = sentences::ofWriting(makeError(ErrorCode::StorageFailed, say("EACCES"), path), path).fact;
    // U+2066 to U+2069: else the slash at its end changes sides among words from right to left.
    EXPECT_TRUE(fact.contains(QChar(0x2066) + path + QChar(0x2069)));
}

TEST(Sentences, ofAnOwnersFields_sayTheForm)
{
    const auto mending = [](const char *field) {
        return sentences::of(makeError(ErrorCode::InvalidValue, say("x"), QLatin1String(field)));
    };
    EXPECT_EQ(mending("owner.phone").fact, say("The value of “Phone” cannot be right."));
    EXPECT_TRUE(mending("owner.phone").next.contains(say("+92")));
    EXPECT_TRUE(mending("owner.cnic_ntn").next.contains(say("13 digits")));
    EXPECT_TRUE(mending("email").next.contains(say("@")));
}

TEST(Sentences, ofADamagedFile_sayWhetherItWasMoved)
{
    const Sentence left = sentences::of(makeError(ErrorCode::StorageCorrupt, say("x"), say("not_moved_aside")));
    EXPECT_TRUE(left.fact.contains(say("could not be moved")));
    EXPECT_TRUE(left.safe.contains(say("left as it is")));
    EXPECT_NE(sentences::of(makeError(ErrorCode::StorageCorrupt, say("x"), say("copy"))).fact, left.fact);
    const Sentence met = sentences::of(makeError(ErrorCode::StorageCorrupt, say("x"), say("/profile/cache.db")));
    EXPECT_FALSE(met.plain().contains(say("set aside"))) << "while the file is in use nobody moves it";
    EXPECT_TRUE(met.safe.contains(say("not deleted")));
}

TEST(Sentences, ofABusyServer_askToWaitAndBlameNoChange)
{
    const Sentence busy = sentences::of(makeError(ErrorCode::Refused, say("busy"), say("too many failed sign-ins")));
    EXPECT_FALSE(busy.fact.contains(say("change")));
    EXPECT_TRUE(busy.next.contains(say("Wait")));
    EXPECT_EQ(sentences::of(makeError(ErrorCode::Refused, say("busy"), say("1"))).next,
              say("The next try is possible in 1 second."));
    EXPECT_TRUE(sentences::of(makeError(ErrorCode::Refused, say("score_mismatch"))).fact.contains(say("change")));
}

TEST(LanguageSwitch, changesDirectionWordsAndFontWithoutARestart)
{
    auto &app = *qobject_cast<QApplication *>(QCoreApplication::instance());
    LanguageSwitch languages(app);
    QSignalSpy changed(&languages, &LanguageSwitch::changed);
    languages.set(Language::Urdu);
    EXPECT_EQ(QApplication::layoutDirection(), Qt::RightToLeft);
    EXPECT_EQ(labels::of(Role::Inspector), say("انسپکٹر"));
    EXPECT_TRUE(isUrdu());
    languages.set(Language::Urdu);
    EXPECT_EQ(changed.size(), 1);
    languages.set(Language::English);
    EXPECT_EQ(QApplication::layoutDirection(), Qt::LeftToRight);
    EXPECT_EQ(labels::of(Role::Inspector), say("Inspector"));
    EXPECT_EQ(changed.size(), 2);
}

TEST(SyncWords, whatAnAccountLeavesBehind)
{
    SyncSnapshot s;
    EXPECT_EQ(leftWaiting(s), QString());
    s.waiting = 1;
    EXPECT_EQ(leftWaiting(s), QStringLiteral("1 change waits on this laptop for this account."));
    s.waiting = 12;
    s.files.waitingUp = 3;
    EXPECT_EQ(leftWaiting(s), QStringLiteral("12 changes wait on this laptop for this account. 3 files wait on this "
                                             "laptop for this account."));
    const test::ThemeGuard urdu(ColourScheme::Light, Language::Urdu);
    EXPECT_TRUE(leftWaiting(s).contains(QStringLiteral("لیپ ٹاپ"))) << qPrintable(leftWaiting(s));
    EXPECT_FALSE(leftWaiting(s).contains(QStringLiteral("laptop")));
}

} // namespace
} // namespace markaz::ui

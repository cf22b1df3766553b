// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/accounts.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <QJsonDocument>

using namespace markaz;
using namespace markaz::protocol;

namespace {

const QString kId = QStringLiteral("01900000-0000-7000-8000-00000000c001");
const QString kDevice = QStringLiteral("01900000-0000-7000-8000-00000000d001");
const QString kAt = QStringLiteral("2026-11-28T09:00:00.000Z");
const QString kText =
    QStringLiteral("markaz-enrol:1?server=https%3A%2F%2Fmarkaz.example&account=a.khan&code=7Q2M-XJ4K-0V9R-TB3C-HZ5N");

DeviceRevocation order()
{
    return {kId, kDevice, kId, kAt, QStringLiteral("2026-A"), QByteArray(64, '\x5A')};
}

/// Decoding what was encoded and encoding it again gives the same JSON.
template <class T>
void survives(const T &value)
{
    const QJsonObject json = encode(value);
    const auto back = decode<T>(json);
    ASSERT_TRUE(back) << qPrintable(back.error().detail);
    EXPECT_EQ(encode(*back), json);
}

template <class T>
QString refusedAt(QJsonObject json, const char *member, const QJsonValue &value)
{
    if (value.isUndefined())
        json.remove(QLatin1String(member));
    else
        json.insert(QLatin1String(member), value);
    const auto read = decode<T>(json);
    EXPECT_FALSE(read) << member;
    return read ? QString() : read.error().where;
}

} // namespace

TEST(AccountMessages, everyOne_survivesTheWire)
{
    survives(EnrolRequest{QStringLiteral("a.khan"), QStringLiteral("7q2m"), QStringLiteral("pass"), kDevice,
                          QStringLiteral("Laptop")});
    survives(PasswordRequest{QStringLiteral("one"), QStringLiteral("two")});
    AccountEntry entry{{kId,
                        QStringLiteral("a.khan"),
                        QStringLiteral("A. Khan"),
                        Role::Officer,
                        {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")}},
                       false,
                       Enrolment::Open,
                       true,
                       kAt,
                       kAt,
                       kAt};
    survives(entry);
    entry.lastContact.clear();
    entry.codeExpiresAt.clear();
    survives(AccountList{{entry, entry}});
    survives(AccountList{});
    survives(AccountRequest{QStringLiteral("a.khan"), {}, Role::Auditor, {QStringLiteral("PK-PB")}});
    survives(CodeReply{QStringLiteral("7Q2M-XJ4K-0V9R-TB3C-HZ5N"), kAt});
    DeviceEntry device{kDevice, kId, QStringLiteral("Laptop"), kAt, kAt, DeviceState::Wiped, kAt, kAt};
    survives(device);
    survives(DeviceList{{device, DeviceEntry{kDevice, kId, {}, kAt, kAt}}});
    survives(order());
    SessionReply reply{QStringLiteral("a"), 900, QStringLiteral("r"), entry.account, QStringLiteral("s"), order()};
    const auto back = decode<SessionReply>(encode(reply));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->revocation, order());
    reply.revocation.reset();
    EXPECT_FALSE(encode(reply).contains(QStringLiteral("revocation")));
    EXPECT_FALSE(decode<SessionReply>(encode(reply))->revocation);
}

TEST(AccountMessages, aChange_namesWhatItChangesAndNothingElse)
{
    AccountChange change;
    change.active = false;
    EXPECT_EQ(encode(change), (QJsonObject{{QStringLiteral("active"), false}}));
    change.role = Role::Officer;
    change.provinces = QStringList{QStringLiteral("PK-PB")};
    change.displayName = QStringLiteral("A. Khan");
    survives(change);
    const auto one = decode<AccountChange>({{QStringLiteral("role"), QStringLiteral("officer")}});
    ASSERT_TRUE(one);
    EXPECT_EQ(one->role, Role::Officer);
    EXPECT_FALSE(one->active || one->provinces || one->displayName);
    EXPECT_FALSE(decode<AccountChange>({})) << "nothing to change";
    EXPECT_FALSE(decode<AccountChange>({{QStringLiteral("name"), QStringLiteral("b.khan")}})) << "a name stays";
}

TEST(AccountMessages, whatIsWrong_isNamed)
{
    const QJsonObject enrol =
        encode(EnrolRequest{QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("p"), kDevice, {}});
    EXPECT_EQ(refusedAt<EnrolRequest>(enrol, "code", QJsonValue::Undefined), QStringLiteral("code"));
    EXPECT_EQ(refusedAt<EnrolRequest>(enrol, "code", 7), QStringLiteral("code"));
    EXPECT_EQ(refusedAt<EnrolRequest>(enrol, "device", QJsonValue::Undefined), QStringLiteral("device"));
    const QJsonObject change{{QStringLiteral("active"), true}};
    EXPECT_EQ(refusedAt<AccountChange>(change, "active", QStringLiteral("yes")), QStringLiteral("active"));
    EXPECT_EQ(refusedAt<AccountChange>(change, "active", QJsonValue::Null), QStringLiteral("active"));
    EXPECT_EQ(refusedAt<AccountChange>(change, "role", QStringLiteral("king")), QStringLiteral("role"));
    EXPECT_EQ(refusedAt<AccountChange>(change, "display_name", QString()), QStringLiteral("display_name"));
    EXPECT_EQ(refusedAt<AccountChange>(change, "provinces", QStringLiteral("PK-PB")), QStringLiteral("provinces"));
    EXPECT_EQ(refusedAt<AccountList>({}, "accounts", QJsonArray{QJsonObject()}), QStringLiteral("accounts[0].id"));
    const QJsonObject device = encode(DeviceEntry{kDevice, kId, {}, kAt, kAt});
    EXPECT_EQ(refusedAt<DeviceEntry>(device, "state", QStringLiteral("lost")), QStringLiteral("state"));
    EXPECT_EQ(refusedAt<DeviceEntry>(device, "id", QStringLiteral("7")), QStringLiteral("id"));
    const QJsonObject revocation = encode(order());
    for (const char *member : {"id", "device", "account", "at", "kid", "signature"})
        EXPECT_EQ(refusedAt<DeviceRevocation>(revocation, member, QJsonValue::Undefined), QLatin1String(member));
    for (const char *signature :
         {"AAAA", "*", "WlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWh"})
        EXPECT_EQ(refusedAt<DeviceRevocation>(revocation, "signature", QLatin1String(signature)),
                  QStringLiteral("signature"))
            << signature;
}

TEST(EnrolmentText, isWrittenAndReadInOneSpelling)
{
    const EnrolmentText enrolment{QStringLiteral("https://markaz.example"), QStringLiteral("a.khan"),
                                  QStringLiteral("7Q2M-XJ4K-0V9R-TB3C-HZ5N")};
    EXPECT_EQ(writeEnrolment(enrolment).value(), kText);
    EXPECT_EQ(readEnrolment(kText).value(), enrolment);
    const EnrolmentText other{QStringLiteral("http://127.0.0.1:8480/markaz"), QStringLiteral("b_k-2"),
                              QStringLiteral("0000-0000-0000-0000-0000")};
    EXPECT_EQ(readEnrolment(writeEnrolment(other).value()).value(), other);
}

TEST(EnrolmentText, everyOtherText_isRefused)
{
    const auto with = [](const char *from, const char *to) {
        return QString(kText).replace(QLatin1String(from), QLatin1String(to));
    };
    const QStringList wrong{QString(),
                            QStringLiteral("https://markaz.example"),
                            with("markaz-enrol", "Markaz-enrol"),
                            with(":1?", ":2?"),
                            with("&account=a.khan", ""),
                            with("server=", "code="),
                            with("%3A", "%3a"),
                            with("%3A%2F%2F", "://"),
                            with("https", "ftp"),
                            with("markaz.example", "user%40markaz.example"),
                            with("markaz.example", "markaz.example%3Fa%3Db"),
                            with("markaz.example", ""),
                            with("a.khan", "A.Khan"),
                            with("a.khan", "%61.khan"),
                            with("-HZ5N", "-HZ5U"),
                            with("7Q2M-", "7q2m-"),
                            with("7Q2M-", "7Q2M"),
                            kText + QStringLiteral("&code=0000-0000-0000-0000-0000"),
                            kText + QStringLiteral("\n"),
                            QStringLiteral(" ") + kText,
                            QString(2000, QLatin1Char('x'))};
    for (const QString &text : wrong)
        EXPECT_FALSE(readEnrolment(text)) << qPrintable(text);
    EXPECT_EQ(writeEnrolment({QStringLiteral("markaz.example"), QStringLiteral("a.khan"),
                              QStringLiteral("0000-0000-0000-0000-0000")})
                  .error()
                  .where,
              QStringLiteral("server"));
}

RC_GTEST_PROP(EnrolmentText, anyOneCharacterChanged_isRefusedOrAnotherText, ())
{
    QString text = kText;
    const qsizetype at = *rc::gen::inRange<qsizetype>(0, text.size());
    text[at] = QChar(*rc::gen::inRange(32, 127));
    const auto read = readEnrolment(text);
    if (read)
        RC_ASSERT(writeEnrolment(*read).value() == text);
}

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/contactforms.h"

#include "core/domain/change.h"

#include <gtest/gtest.h>

using namespace markaz;

namespace {

void expect(Result<void> (*form)(const QString &), const QStringList &good, const QStringList &bad)
{
    for (const QString &text : good)
        EXPECT_TRUE(form(text)) << qPrintable(text);
    for (const QString &text : bad)
        EXPECT_FALSE(form(text)) << qPrintable(text);
}

} // namespace

TEST(ContactForms, cnicOrNtn_hasItsDigits)
{
    expect(checkCnicOrNtn,
           {QStringLiteral("00000-1234567-0"), QStringLiteral("0000012345670"), QStringLiteral("00000-12345670"),
            QStringLiteral("0000000-1"), QStringLiteral("00000001")},
           {QStringLiteral("00000-123456-0"), QStringLiteral("00000-1234567-00"), QStringLiteral("0000-01234567-0"),
            QStringLiteral("0000000"), QStringLiteral("000000000"), QStringLiteral("none"),
            QStringLiteral("00000 1234567 0"), QStringLiteral("٠٠٠٠٠-١٢٣٤٥٦٧-٠"), QStringLiteral("00000-1234567-0\n")});
}

TEST(ContactForms, phone_isANumberInPakistan)
{
    expect(checkPhone,
           {QStringLiteral("0300-0000000"), QStringLiteral("03000000000"), QStringLiteral("+92 300 0000000"),
            QStringLiteral("+923000000000"), QStringLiteral("0092 300 0000000"), QStringLiteral("(042) 00000000"),
            QStringLiteral("+92-42-000 000 00"), QStringLiteral("+92 (42) 00000000"), QStringLiteral("0992-000000"),
            QStringLiteral("0800-00000"), QStringLiteral("021-111-000-000")},
           {QStringLiteral("300-0000000"), QStringLiteral("+1 202 555 0100"), QStringLiteral("+91 98000 00000"),
            QStringLiteral("0300-00"), QStringLiteral("0300-0000000-0000"),
            QStringLiteral("0300 0000000 / 0301 0000000"), QStringLiteral("ask the guard"),
            QStringLiteral("0300--0000000"), QStringLiteral("0300-0000000-"), QStringLiteral("owner@sample.invalid")});
}

TEST(ContactForms, email_hasOneAtAndADomain)
{
    expect(checkEmail,
           {QStringLiteral("owner@sample.invalid"), QStringLiteral("a.b+c@x.y.invalid"),
            QStringLiteral("مالک@نمونہ.invalid")},
           {QStringLiteral("owner"), QStringLiteral("owner@sample"), QStringLiteral("a@b@c.invalid"),
            QStringLiteral("a b@c.invalid"), QStringLiteral("@c.invalid"), QStringLiteral("a@.invalid"),
            QStringLiteral("a@c.invalid."), QStringLiteral("0300-0000000")});
}

TEST(ContactForms, whatIsEntered_isAskedAndWhatStandsIsNot)
{
    const RecordSpec &spec = specOf(Entity::Owner);
    for (const char *field : {"cnic_ntn", "phone", "email"}) {
        const QString name = QLatin1String(field);
        const auto entered = checkForms(spec, {{name, {QJsonValue::Null, QStringLiteral("later")}}});
        ASSERT_FALSE(entered) << field;
        EXPECT_EQ(entered.error().code, ErrorCode::InvalidValue);
        EXPECT_EQ(entered.error().where, name);
        EXPECT_TRUE(checkForms(spec, {{name, {QStringLiteral("later"), QString()}}})) << "what is empty has no form";
        EXPECT_TRUE(checkForms(spec, {{name, {QStringLiteral("later"), QJsonValue::Null}}}));
        EXPECT_TRUE(spec.check({{QStringLiteral("name"), QStringLiteral("Sample owner")},
                                {QStringLiteral("kind"), QStringLiteral("individual")},
                                {QStringLiteral("province"), QStringLiteral("PK-PB")},
                                {name, QStringLiteral("later")}}))
            << "a record from before there was a form";
    }
    EXPECT_TRUE(checkForms(spec, {{QStringLiteral("name"), {QJsonValue::Null, QStringLiteral("later")}}}));
}

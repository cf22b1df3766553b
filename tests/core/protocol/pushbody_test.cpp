// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/pushbody.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <QJsonDocument>

using namespace markaz;
using namespace markaz::protocol;

namespace {

const QByteArray kId = "01900000-0000-7000-8000-000000000001";

/// The body of a push whose only change makes an inspection of \p fields, as text.
QByteArray bodyWith(const QByteArray &fields, const QByteArray &more = {})
{
    return "{\"batch_id\":\"" + kId + "\",\"changes\":[{\"op_id\":\"" + kId + "\",\"id\":\"" + kId +
           "\",\"entity\":\"inspection\",\"kind\":\"create\",\"fields\":" + fields + more + "}]}";
}

/// The same body by the other way: with an escape in it, it is read into trees.
QByteArray byTrees(QByteArray body)
{
    return body.insert(body.indexOf('{') + 1, "\"aside\":\"\\u0061\",");
}

bool same(const PushedChange &a, const PushedChange &b)
{
    if (a.opId != b.opId || a.change.ok() != b.change.ok())
        return false;
    if (!a.change)
        return a.change.error().code == b.change.error().code && a.change.error().where == b.change.error().where &&
               a.change.error().detail == b.change.error().detail;
    const Change whole = a.draft ? wholeOf(*a.change, *a.draft) : *a.change;
    const bool hashed = !a.draft || a.draft->hash == bodyHash(*b.change);
    const bool kept =
        !a.draft || a.draft->fields == QJsonDocument(applied({}, whole.fields)).toJson(QJsonDocument::Compact);
    return hashed && kept && !b.draft && encode(whole) == encode(*b.change) && whole.fields == b.change->fields;
}

/// Whether both ways say the same about \p body.
bool agree(const QByteArray &body)
{
    const auto read = readPushBody(body);
    const auto trees = readPushBody(byTrees(body));
    if (!read || !trees)
        return read.ok() == trees.ok() && read.error().code == trees.error().code;
    if (read->batchId != trees->batchId || read->history != trees->history ||
        read->changes.size() != trees->changes.size())
        return false;
    return std::equal(read->changes.begin(), read->changes.end(), trees->changes.begin(), same);
}

bool isDraft(const QByteArray &body)
{
    const auto read = readPushBody(body);
    return read && read->changes.size() == 1 && read->changes.first().draft.has_value();
}

QByteArray step(const QByteArray &value)
{
    return "{\"new\":" + value + ",\"old\":null}";
}

/// A value as JSON text, also such as our own laptops would not write.
QByteArray anyValue(int depth = 0)
{
    switch (*rc::gen::inRange(0, depth < 3 ? 8 : 6)) {
    case 0:
        return *rc::gen::element<QByteArray>("null", "true", "false");
    case 1:
        return *rc::gen::element<QByteArray>("9007199254740992", "-9007199254740993", "9223372036854775808", "1.5",
                                             "1.0", "-0", "-0.0", "1e3", "123456789012345678901");
    case 2:
        return QByteArray::number(*rc::gen::arbitrary<int>());
    case 6: {
        QByteArrayList entries;
        for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
            entries.append(anyValue(depth + 1));
        return '[' + entries.join(',') + ']';
    }
    case 7: {
        QByteArrayList members;
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
            members.append('"' + *rc::gen::element<QByteArray>("a", "b", "c", "\xc3\xa9", "\\\"", "") +
                           "\":" + anyValue(depth + 1));
        return '{' + members.join(',') + '}';
    }
    default:
        return *rc::gen::element<QByteArray>("\"yes\"", "\"\"", "\"a \\\" \\\\ \\/ \\n\\t\\b\\f\\r b\"",
                                             "\"\xd9\x85\xd8\xb1\xda\xa9\xd8\xb2\"", "\"\xf0\x9f\x98\x80\"", "\"\x7f\"",
                                             "\"\xef\xbb\xbf"
                                             "a\"",
                                             "\"\xef\xbb\xbf\\n\"");
    }
}

QByteArray anyStep()
{
    switch (*rc::gen::inRange(0, 12)) {
    case 0:
        return "{\"old\":" + anyValue() + ",\"new\":" + anyValue() + '}';
    case 1:
        return "{\"new\":" + anyValue() + '}';
    case 2:
        return "{\"new\":" + anyValue() + ",\"new\":" + anyValue() + '}';
    case 3:
        return "{\"new\":1,\"other\":" + anyValue() + '}';
    case 4:
        return anyValue();
    default:
        return step(anyValue());
    }
}

QByteArray anyFields()
{
    std::map<QByteArray, QByteArray> steps;
    for (int i = *rc::gen::inRange(0, 8); i > 0; --i)
        steps[*rc::gen::element<QByteArray>("answers.A-01", "answers.A-02", "answers.", "answers", "answers.a.b",
                                            "answers.\xc3\xa9", "notes.A-01", "notes.B-01", "building", "state",
                                            "revision", "sample", "state_reason", "unknown", "unknown.a", ".a", "",
                                            "a-b", "score")] = anyStep();
    QByteArrayList list;
    for (const auto &[path, change] : steps)
        list.append('"' + path + "\":" + change);
    if (*rc::gen::inRange(0, 5) == 0)
        std::reverse(list.begin(), list.end());
    if (*rc::gen::inRange(0, 8) == 0 && !list.isEmpty())
        list.append(list.first());
    return '{' + list.join(',') + '}';
}

} // namespace

TEST(PushBody, newInspection_isADraftOfItsText)
{
    const QByteArray fields = "{\"answers.A-01\":" + step(R"({"note":"a \"b\"","value":"yes"})") +
                              ",\"answers.A-02\":" + step(R"({"value":3})") + ",\"finished_at\":" + step("null") +
                              ",\"state\":" + step("\"draft\"") + '}';
    const auto read = readPushBody(bodyWith(fields));
    ASSERT_TRUE(read);
    ASSERT_TRUE(read->changes.first().draft);
    EXPECT_EQ(read->changes.first().draft->fields,
              R"({"answers":{"A-01":{"note":"a \"b\"","value":"yes"},"A-02":{"value":3}},"state":"draft"})");
    EXPECT_EQ(read->changes.first().change->fields.keys(),
              (QStringList{QStringLiteral("finished_at"), QStringLiteral("state")}));
    EXPECT_TRUE(agree(bodyWith(fields)));
}

TEST(PushBody, onlyWhatIsPlain_isADraft)
{
    ASSERT_TRUE(isDraft(bodyWith("{\"answers.A-01\":" + step("1") + '}')));
    for (const QByteArray &fields :
         {QByteArray("{\"answers.A-01\":{\"new\":1,\"old\":2}}"), QByteArray("{\"answers.A-01\":{\"old\":null}}"),
          "{\"answers.A-01\":" + step("1.5") + '}', "{\"answers.A-01\":" + step("9007199254740994") + '}',
          "{\"answers.A-01\":" + step("null") + '}', "{\"answers\":" + step("{}") + '}',
          "{\"other\":" + step("1") + '}', "{\"state.a\":" + step("1") + '}', "{\".a\":" + step("1") + '}',
          "{\"answers.A-01\":" + step("{\"b\":1,\"a\":2}") + '}',
          "{\"answers.A-01\":" + step("{\"a\":1,\"a\":2}") + '}',
          "{\"answers.A-02\":" + step("1") + ",\"answers.A-01\":" + step("1") + '}',
          "{\"answers.A-01\":" + step("1") + ",\"answers.A-01\":" + step("2") + '}', QByteArray("[]")}) {
        EXPECT_FALSE(isDraft(bodyWith(fields))) << fields.constData();
        EXPECT_TRUE(agree(bodyWith(fields))) << fields.constData();
    }
    const QByteArray fields = "{\"answers.A-01\":" + step("1") + '}';
    EXPECT_FALSE(isDraft(bodyWith(fields, ",\"kind\":\"patch\""))) << "the last of two counts, as it does for Qt";
    EXPECT_TRUE(agree(bodyWith(fields, ",\"kind\":\"patch\"")));
    EXPECT_FALSE(isDraft(bodyWith(fields, ",\"entity\":\"building\"")));
    EXPECT_TRUE(agree(bodyWith(fields, ",\"entity\":\"building\"")));
}

TEST(PushBody, depth_isCountedAlikeBothWays)
{
    // The value of the field lies in the step, the fields, the change, the list and the body.
    const auto nested = [](int depth, const QByteArray &leaf) {
        return bodyWith("{\"answers.A-01\":" + step(QByteArray(depth - 5, '[') + leaf + QByteArray(depth - 5, ']')) +
                        '}');
    };
    for (const QByteArray &leaf : {QByteArray(), QByteArray("1")}) {
        for (int depth = kMaxDepth - 2; depth <= kMaxDepth + 2; ++depth) {
            EXPECT_EQ(readPushBody(nested(depth, leaf)).ok(), depth <= kMaxDepth) << depth << leaf.constData();
            EXPECT_TRUE(agree(nested(depth, leaf))) << depth << leaf.constData();
        }
    }
    EXPECT_EQ(readPushBody(nested(kMaxDepth + 1, "1")).error().code, ErrorCode::TooLarge);
}

TEST(PushBody, textsThatCannotBeStored_refuseTheirChangeAlone)
{
    for (const char *text : {"\"\\u0000\"", "\"\\ud800\"", "{\"\\udc00\":1}"}) {
        QByteArray body = bodyWith("{\"answers.A-01\":" + step(text) + '}');
        body.replace("}]}", "},{\"op_id\":\"" + kId + "\",\"id\":\"" + kId +
                                "\",\"entity\":\"building\",\"kind\":\"create\",\"fields\":{}}]}");
        const auto read = readPushBody(body);
        ASSERT_TRUE(read) << text;
        EXPECT_FALSE(read->changes.at(0).change) << text;
        EXPECT_TRUE(read->changes.at(1).change) << text;
    }
}

TEST(PushBody, frameIsAskedFirst)
{
    const auto code = [](const QByteArray &body) { return readPushBody(body).error().code; };
    EXPECT_EQ(code("{}"), ErrorCode::Malformed);
    EXPECT_EQ(code("[]"), ErrorCode::Malformed);
    EXPECT_EQ(code("{\"changes\":[]}"), ErrorCode::Malformed);
    EXPECT_EQ(code("{\"batch_id\":\"" + kId + "\"}"), ErrorCode::Malformed);
    EXPECT_EQ(code("{\"batch_id\":\"" + kId + "\",\"changes\":[" + QByteArray("1,").repeated(kMaxChanges) + "1]}"),
              ErrorCode::TooLarge);
    EXPECT_EQ(code(bodyWith("{}") + QByteArray(kMaxBody, ' ')), ErrorCode::TooLarge);
    const auto nameless = readPushBody("{\"batch_id\":\"" + kId + "\",\"changes\":[1,{}]}");
    ASSERT_TRUE(nameless);
    EXPECT_TRUE(nameless->changes.at(0).opId.isEmpty());
    EXPECT_TRUE(nameless->changes.at(1).opId.isEmpty());
}

RC_GTEST_PROP(PushBody, bothWays_sayTheSame, ())
{
    const QByteArray body =
        bodyWith(anyFields(), *rc::gen::element<QByteArray>("", "", ",\"base_rev\":7", ",\"schema\":0",
                                                            ",\"made_at\":\"t\"", ",\"id\":\"x\""));
    RC_CLASSIFY(isDraft(body), "draft");
    RC_LOG() << body.constData();
    RC_ASSERT(agree(body));
}

RC_GTEST_PROP(PushBody, mutatedBytes_areJudgedAlikeBothWays, ())
{
    QByteArray body = bodyWith(anyFields());
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
        const auto at = *rc::gen::inRange<qsizetype>(1, body.size());
        switch (*rc::gen::inRange(0, 3)) {
        case 0:
            body[at] = *rc::gen::arbitrary<char>();
            break;
        case 1:
            body.insert(at, *rc::gen::elementOf(std::string("{}[]\",:\\0-.e")));
            break;
        default:
            body.remove(at, 1);
        }
    }
    RC_LOG() << body.constData();
    RC_ASSERT(agree(body));
}

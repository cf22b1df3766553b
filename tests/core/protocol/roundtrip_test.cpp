// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/messages.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <QJsonDocument>

using namespace markaz;
using namespace markaz::protocol;

namespace {

QString anyText()
{
    // Any Unicode scalar but surrogates: a lone one has no UTF-8 form.
    const auto points = *rc::gen::container<std::vector<char32_t>>(
        rc::gen::suchThat(rc::gen::inRange<char32_t>(1, 0x2FFFF), [](char32_t c) { return c < 0xD800 || c > 0xDFFF; }));
    return QString::fromUcs4(points.data(), static_cast<qsizetype>(points.size()));
}

QString anyId()
{
    const auto hex = *rc::gen::container<std::string>(32, rc::gen::elementOf(std::string("0123456789abcdef")));
    const QString all = QString::fromStdString(hex);
    return all.left(8) + QLatin1Char('-') + all.mid(8, 4) + QLatin1Char('-') + all.mid(12, 4) + QLatin1Char('-') +
           all.mid(16, 4) + QLatin1Char('-') + all.mid(20);
}

template <class E>
E any()
{
    return allValues<E>().at(*rc::gen::inRange<qsizetype>(0, allValues<E>().size()));
}

qint64 anyRev()
{
    return *rc::gen::inRange<qint64>(0, 9007199254740992LL);
}

QString word()
{
    return QString::fromStdString(*rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'z'))));
}

QJsonValue anyValue(int depth = 0)
{
    switch (*rc::gen::inRange(0, depth < 3 ? 6 : 4)) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return *rc::gen::arbitrary<bool>();
    case 2:
        return static_cast<qint64>(*rc::gen::inRange<qint64>(-9007199254740992LL, 9007199254740992LL));
    case 3:
        return anyText();
    case 4: {
        QJsonArray array;
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
            array.append(anyValue(depth + 1));
        return array;
    }
    default: {
        QJsonObject object;
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
            object.insert(word(), anyValue(depth + 1)); // QJsonObject compares names beyond the BMP by their history
        return object;
    }
    }
}

Change anyChange()
{
    Change change;
    change.opId = anyId();
    change.entity = any<Entity>();
    change.id = anyId();
    change.kind = any<ChangeKind>();
    change.baseRev = anyRev();
    change.schema = *rc::gen::inRange(1, 1000);
    change.madeAt = anyText();
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i)
        change.fields.insert(word() + (*rc::gen::arbitrary<bool>() ? QStringLiteral(".C-02") : QString()),
                             {anyValue(), anyValue()});
    return change;
}

QStringList words()
{
    QStringList list;
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        list.append(word());
    return list;
}

/// Through the bytes of the wire and back; the JSON of what came out is the JSON of what went in.
template <class T>
void travels(const T &value)
{
    const QJsonObject json = encode(value);
    const auto parsed = parseBody(QJsonDocument(json).toJson(QJsonDocument::Compact));
    RC_ASSERT(parsed.ok());
    const auto back = decode<T>(*parsed);
    RC_ASSERT(back.ok());
    RC_ASSERT(encode(*back) == json);
}

} // namespace

RC_GTEST_PROP(RoundTrip, change_comesBackWhole, ())
{
    const Change change = anyChange();
    travels(change);
    const Change back = decode<Change>(encode(change)).value();
    RC_ASSERT(back.fields == change.fields);
    RC_ASSERT(back.baseRev == change.baseRev);
    RC_ASSERT(back.madeAt == change.madeAt);
    RC_ASSERT(bodyHash(back) == bodyHash(change));
}

RC_GTEST_PROP(RoundTrip, push_comesBackWhole, ())
{
    PushRequest push{anyId(), anyText(), {}};
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i)
        push.changes.append(anyChange());
    travels(push);
}

RC_GTEST_PROP(RoundTrip, pushReply_comesBackWhole, ())
{
    PushReply reply;
    reply.serverTime = anyText();
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i)
        reply.results.append({anyId(), any<Outcome>(), anyRev(), words(), words(), word(), anyText(), anyText()});
    travels(reply);
}

RC_GTEST_PROP(RoundTrip, pullReply_comesBackWhole, ())
{
    PullReply page;
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
        FeedItem item;
        item.seq = anyRev();
        item.kind = *rc::gen::element(FeedKind::Put, FeedKind::Delete, FeedKind::Leave);
        item.entity = any<Entity>();
        item.id = anyId();
        item.rev = anyRev();
        if (item.kind == FeedKind::Put)
            item.data = QJsonDocument(QJsonObject{{word(), anyValue()}}).toJson(QJsonDocument::Compact);
        page.changes.append(item);
    }
    page.cursor = word();
    page.more = *rc::gen::arbitrary<bool>();
    page.history = word();
    page.scopeVersion = anyText();
    page.digest.insert(word(), word());
    page.serverTime = anyText();
    const auto back = readPullReply(write(page));
    RC_ASSERT(back.ok());
    RC_ASSERT(back->changes.size() == page.changes.size());
    for (qsizetype i = 0; i < page.changes.size(); ++i) {
        const FeedItem &sent = page.changes.at(i);
        const FeedItem &came = back->changes.at(i);
        RC_ASSERT(came.kind == sent.kind);
        RC_ASSERT(came.entity == sent.entity);
        RC_ASSERT(came.id == sent.id);
        RC_ASSERT(came.seq == sent.seq);
        RC_ASSERT(came.rev == sent.rev);
        RC_ASSERT(came.fields() == sent.fields());
    }
    RC_ASSERT(back->cursor == page.cursor);
    RC_ASSERT(back->more == page.more);
    RC_ASSERT(back->history == page.history);
    RC_ASSERT(back->scopeVersion == page.scopeVersion);
    RC_ASSERT(back->digest == page.digest);
    RC_ASSERT(back->serverTime == page.serverTime);
}

RC_GTEST_PROP(RoundTrip, session_comesBackWhole, ())
{
    const Role role = any<Role>();
    travels(Actor{word(), word(), word() + anyText(), role, words()});
    travels(SessionRequest{word(), word() + anyText(), anyId(), anyText()});
    travels(SessionReply{word(), *rc::gen::inRange(0, 100'000), word(), Actor{word(), word(), word(), role, words()},
                         anyText()});
    travels(Health{word(), anyText(), word(), *rc::gen::inRange(1, 9), *rc::gen::inRange(1, 9)});
    travels(Problem{*rc::gen::inRange(400, 600), word(), anyText(), anyText(), {{QStringLiteral("x"), anyValue()}}});
}

RC_GTEST_PROP(Mutation, anyBytes_giveAValueOrAnError, ())
{
    PushRequest push{anyId(), anyText(), {anyChange(), anyChange()}};
    QByteArray bytes = QJsonDocument(encode(push)).toJson(QJsonDocument::Compact);
    for (int i = *rc::gen::inRange(1, 8); i > 0; --i) {
        const auto at = *rc::gen::inRange<qsizetype>(0, bytes.size());
        switch (*rc::gen::inRange(0, 4)) {
        case 0:
            bytes[at] = *rc::gen::arbitrary<char>();
            break;
        case 1:
            bytes.truncate(std::max<qsizetype>(at, 1));
            break;
        case 2:
            bytes.insert(at, *rc::gen::elementOf(std::string("{}[]\",:\\0-.e")));
            break;
        default:
            bytes.insert(at, bytes.mid(at / 2, 40));
        }
    }
    const auto parsed = parseBody(bytes);
    if (!parsed) {
        RC_ASSERT(!parsed.error().detail.isEmpty());
        return;
    }
    // Whatever parses is tried as every message: each says yes or names what is wrong, none crashes.
    const auto honest = [](const auto &result) {
        const bool said = result.ok() || !result.error().detail.isEmpty(); // RC_ASSERT itself would evaluate both
        RC_ASSERT(said);
    };
    honest(decode<PushRequest>(*parsed));
    honest(decode<PushReply>(*parsed));
    honest(readPullReply(bytes));
    honest(decode<SessionReply>(*parsed));
    honest(decode<SessionRequest>(*parsed));
    honest(decode<Health>(*parsed));
    honest(decode<Problem>(*parsed));
    honest(decode<Change>(*parsed));
}

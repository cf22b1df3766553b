// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/catalogue.h"

#include "core/standard/difference.h"
#include "tests/support/standardjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace markaz {
namespace {

using samples::builtinAs;
using samples::parsed;
using samples::successor;

Standard first()
{
    return builtinStandard().value();
}

/// "exists hash", or "fine".
QString verdict(const QJsonObject &json, const StandardCatalogue &published)
{
    const auto allowed = mayPublish(parsed(json), json, published);
    return allowed ? QStringLiteral("fine") : token(allowed.error().code) + QLatin1Char(' ') + allowed.error().where;
}

TEST(StandardCatalogue, versions_areFoundByHash_andTheHighestIsTheNewest)
{
    StandardCatalogue catalogue(first());
    const Standard *builtin = &catalogue.builtin();
    EXPECT_EQ(&catalogue.newest(), builtin);
    const Standard three = parsed(successor(3));
    const Standard two = parsed(builtinAs(2));
    catalogue.add(three);
    catalogue.add(two); // whatever order the feed brings them in
    catalogue.add(two);
    EXPECT_EQ(catalogue.versions().size(), 3);
    EXPECT_EQ(catalogue.versions().at(1)->version(), 2);
    EXPECT_EQ(catalogue.newest().hash(), three.hash());
    EXPECT_EQ(catalogue.find(first().hash()), builtin) << "who holds a version holds it for good";
    EXPECT_EQ(catalogue.find(two.hash())->version(), 2);
    EXPECT_EQ(catalogue.find(QString(64, QLatin1Char('0'))), nullptr);
    // I-03 is gone from version 3, J-05 came with it.
    EXPECT_NE(catalogue.item(QStringLiteral("I-03")), nullptr);
    EXPECT_EQ(catalogue.item(QStringLiteral("H-05"))->type, ItemType::Text) << "as the newest says it";
    EXPECT_EQ(catalogue.item(QStringLiteral("Z-01")), nullptr);
    EXPECT_TRUE(catalogue.hadItem(three.hash(), QStringLiteral("I-03")));
    EXPECT_TRUE(catalogue.hadItem(three.hash(), QStringLiteral("J-05")));
    EXPECT_FALSE(catalogue.hadItem(two.hash(), QStringLiteral("J-05"))) << "it came later";
    EXPECT_FALSE(catalogue.hadItem(three.hash(), QStringLiteral("Z-01")));
}

TEST(StandardCatalogue, mayPublish_takesOnlyWhatIsNewAndHigher)
{
    StandardCatalogue published(first());
    EXPECT_EQ(verdict(builtinAs(1), published), QStringLiteral("exists hash"));
    EXPECT_EQ(verdict(successor(1), published), QStringLiteral("exists version"));
    EXPECT_EQ(verdict(successor(3), published), QStringLiteral("fine")) << "a number may be left out";
    published.add(parsed(successor(3)));
    EXPECT_EQ(verdict(successor(2), published), QStringLiteral("wrong_state version"));
    EXPECT_EQ(verdict(builtinAs(3), published), QStringLiteral("exists version"));
    EXPECT_EQ(verdict(successor(3), published), QStringLiteral("exists hash"));
    EXPECT_EQ(verdict(builtinAs(4), published), QStringLiteral("fine"));
    QJsonObject other = successor(4);
    other.insert(QStringLiteral("id"), QStringLiteral("library-standard"));
    EXPECT_EQ(verdict(other, published), QStringLiteral("invalid_value id"));
}

TEST(StandardCatalogue, mayPublish_takesOnlyWhatCanTravel)
{
    const StandardCatalogue published(first());
    const Standard standard = parsed(successor());
    QJsonObject wide = successor();
    wide.insert(QStringLiteral("more"), QString(900 * 1024, QLatin1Char('x')));
    EXPECT_EQ(mayPublish(standard, wide, published).error().code, ErrorCode::TooLarge);
    QJsonValue nested = true;
    for (int i = 0; i < 24; ++i)
        nested = QJsonArray{nested};
    QJsonObject deep = successor();
    deep.insert(QStringLiteral("more"), nested);
    EXPECT_EQ(mayPublish(standard, deep, published).error().code, ErrorCode::TooLarge);
    deep.insert(QStringLiteral("more"), nested.toArray().first());
    EXPECT_TRUE(mayPublish(standard, deep, published));
}

TEST(StandardCatalogue, publication_isReadBackAndHeldToItsNames)
{
    const QJsonObject body = successor();
    const Standard standard = parsed(body);
    const QJsonObject fields = publication(standard, body);
    EXPECT_EQ(publishedStandard(fields)->hash(), standard.hash());
    const QList<std::pair<const char *, QJsonValue>> wrong{
        {"standard", QStringLiteral("other")}, {"version", 3}, {"hash", QString(64, QLatin1Char('0'))}};
    for (const auto &[name, value] : wrong) {
        QJsonObject bent = fields;
        bent.insert(QLatin1String(name), value);
        EXPECT_EQ(publishedStandard(bent).error().where, QLatin1String(name));
    }
    QJsonObject bent = fields;
    QJsonObject unsound = body;
    unsound.insert(QStringLiteral("version"), 0);
    bent.insert(QStringLiteral("body"), unsound);
    EXPECT_EQ(publishedStandard(bent).error().where, QStringLiteral("body.version"));
}

TEST(StandardDifference, tellsWhatWasAddedDroppedAndChanged)
{
    QJsonObject newer = successor();
    QJsonObject tiers = newer.value(QStringLiteral("tiers")).toObject();
    EXPECT_FALSE(differenceBetween(first(), parsed(newer)).marks);
    QJsonObject tier = tiers.value(QStringLiteral("2")).toObject();
    tier.insert(QStringLiteral("pass_bp"), 7600);
    tiers.insert(QStringLiteral("2"), tier);
    newer.insert(QStringLiteral("tiers"), tiers);
    const StandardDifference difference = differenceBetween(first(), parsed(newer));
    EXPECT_EQ(difference.added, QStringList{QStringLiteral("J-05")});
    EXPECT_EQ(difference.dropped, QStringList{QStringLiteral("I-03")});
    EXPECT_TRUE(difference.marks);
    QStringList changed;
    for (const ItemDifference &item : difference.changed)
        changed.append(item.code + QLatin1Char(' ') + item.members.join(QLatin1Char(',')));
    EXPECT_EQ(changed, (QStringList{QStringLiteral("H-04 weight"), QStringLiteral("H-05 credit,type"),
                                    QStringLiteral("H-06 weight")}));
    EXPECT_TRUE(differenceBetween(first(), parsed(builtinAs(2))).isEmpty());
}

} // namespace
} // namespace markaz

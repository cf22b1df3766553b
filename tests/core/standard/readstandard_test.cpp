// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/standard/everytype.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

#include <functional>

#include <gtest/gtest.h>

using namespace markaz;
using samples::json;

namespace {

QString operator""_s(const char *text, size_t size)
{
    return QString::fromUtf8(text, qsizetype(size));
}

const QJsonObject &everyType()
{
    static const QJsonObject whole = samples::everyType();
    return whole;
}

/// Calls \p visit with the path of every value below \p value and the value.
void walk(const QJsonValue &value, const QString &path,
          const std::function<void(const QString &, const QJsonValue &)> &visit)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString inner = path.isEmpty() ? it.key() : path + u'.' + it.key();
            visit(inner, it.value());
            walk(it.value(), inner, visit);
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString inner = QStringLiteral("%1[%2]").arg(path).arg(i);
            visit(inner, array.at(i));
            walk(array.at(i), inner, visit);
        }
    }
}

/// \p root with the value at \p path replaced; Undefined removes it.
QJsonValue changed(const QJsonValue &root, const QString &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    if (path.startsWith(u'[')) {
        const qsizetype close = path.indexOf(u']');
        const qsizetype index = path.mid(1, close - 1).toLongLong();
        QString rest = path.mid(close + 1);
        if (rest.startsWith(u'.'))
            rest.remove(0, 1);
        QJsonArray array = root.toArray();
        const QJsonValue inner = changed(array.at(index), rest, value);
        if (inner.isUndefined())
            array.removeAt(index);
        else if (index == array.size())
            array.append(inner);
        else
            array.replace(index, inner);
        return array;
    }
    qsizetype end = 0;
    while (end < path.size() && path.at(end) != u'.' && path.at(end) != u'[')
        ++end;
    QString rest = path.mid(end);
    if (rest.startsWith(u'.'))
        rest.remove(0, 1);
    QJsonObject object = root.toObject();
    const QJsonValue inner = changed(object.value(path.left(end)), rest, value);
    if (inner.isUndefined())
        object.remove(path.left(end));
    else
        object.insert(path.left(end), inner);
    return object;
}

Result<Standard> readWith(const char *path, const QJsonValue &value)
{
    return readStandard(QJsonDocument(changed(everyType(), QLatin1String(path), value).toObject()).toJson());
}

/// What is wrong, as "path: reason"; empty when the standard is fine.
QString fault(const char *path, const QJsonValue &value)
{
    const auto read = readWith(path, value);
    return read ? QString() : read.error().where;
}

} // namespace

TEST(ReadStandard, everyType_isReadWhole)
{
    const auto read = readStandard(QJsonDocument(everyType()).toJson());
    ASSERT_TRUE(read.ok()) << read.error().where.toStdString() << ": " << read.error().detail.toStdString();
    const Standard &standard = *read;
    EXPECT_EQ(standard.id(), "sample"_s);
    EXPECT_EQ(standard.items().size(), 13);
    EXPECT_EQ(standard.section("C"_s)->items.size(), 7);
    EXPECT_EQ(standard.section("X"_s), nullptr);
    EXPECT_EQ(standard.item("X-01"_s), nullptr);
    EXPECT_EQ(standard.tier(2).floorBp.value("B"_s), 6000);
    EXPECT_EQ(standard.instrumentLabel("tape"_s).en, "Tape"_s);
    EXPECT_EQ(standard.unitLabel("furlong"_s).ur, "furlong"_s);
    const Item &measured = *standard.item("B-01"_s);
    EXPECT_EQ(measured.bands->byTier[0].size(), 3);
    EXPECT_EQ(measured.bands->threshold(3)->toString(), "3"_s);
    EXPECT_EQ(measured.photosNeeded, 1);
    EXPECT_TRUE(measured.readByOthers);
    EXPECT_FALSE(standard.item("C-02"_s)->readByOthers);
    EXPECT_EQ(standard.item("C-01"_s)->sumField, "seats"_s);
    EXPECT_EQ(standard.item("A-01"_s)->noCreditBp, 10'000);
    EXPECT_EQ(int(standard.item("A-03"_s)->visibleWhen->parts.size()), 3);
    EXPECT_EQ(standard.item("B-03"_s)->bands->programmeLimit, "figure"_s);
}

TEST(ReadStandard, hash_isThatOfTheContentNotOfItsLayout)
{
    const QJsonObject standard = everyType();
    const QString compact = readStandard(QJsonDocument(standard).toJson(QJsonDocument::Compact))->hash();
    EXPECT_EQ(readStandard(QJsonDocument(standard).toJson(QJsonDocument::Indented))->hash(), compact);
    QByteArray reordered = QJsonDocument(standard).toJson(QJsonDocument::Compact); // the first key last
    const QByteArray head = "{\"$schema\":\"standard.schema.json\",";
    ASSERT_TRUE(reordered.startsWith(head));
    reordered = "{" + reordered.mid(head.size());
    reordered.chop(1);
    reordered += ",\"$schema\":\"standard.schema.json\"}";
    EXPECT_EQ(readStandard(reordered)->hash(), compact);
    EXPECT_EQ(compact.size(), 64);
    const QByteArray canonical = QJsonDocument(standard).toJson(QJsonDocument::Compact);
    EXPECT_EQ(compact, QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex()));
    EXPECT_NE(readWith("items[0].text.en", "another"_s)->hash(), compact);
}

TEST(ReadStandard, faults_nameTheirPath)
{
    EXPECT_EQ(fault("items[3].credit.bands.1[0].at", 3), "items[3].credit.bands.1[0].at"_s)
        << "a number that is no text";
    EXPECT_EQ(fault("items[3].credit.bands.1[1].at", "2.5"_s), "items[3].credit.bands.1[1].at"_s)
        << "harder than the full band";
    EXPECT_EQ(fault("items[3].credit.bands.1[1].at", "3"_s), "items[3].credit.bands.1[1].at"_s)
        << "as hard as the full band";
    EXPECT_EQ(fault("items[3].credit.bands.2[2].credit_bp", 5000), "items[3].credit.bands.2[2].credit_bp"_s)
        << "not falling";
    EXPECT_EQ(fault("items[3].credit.bands.2[0].credit_bp", 9000), "items[3].credit.bands.2[0].credit_bp"_s)
        << "not full";
    EXPECT_EQ(fault("items[6].credit.bands.3[1].at", "11"_s), "items[6].credit.bands.3[1].at"_s)
        << "at_least must fall";
    EXPECT_EQ(fault("items[6].credit.bands.3[1].at", "10"_s), "items[6].credit.bands.3[1].at"_s)
        << "as hard as the full band";
    EXPECT_EQ(fault("items[3].unit", "cubit"_s), "items[3].unit"_s);
    EXPECT_EQ(fault("items[3].instruments[0]", "ruler"_s), "items[3].instruments[0]"_s);
    EXPECT_EQ(fault("items[3].instruments", QJsonArray{"tape"_s, "tape"_s}), "items[3].instruments[1]"_s);
    EXPECT_EQ(fault("items[3].number.most", "-1"_s), "items[3].number.most"_s);
    EXPECT_EQ(fault("items[0].weight", 11), "items"_s) << "101 in all";
    EXPECT_EQ(fault("items[0].weight", -1), "items[0].weight"_s);
    EXPECT_EQ(fault("items[0].code", "A-02"_s), "items[1].code"_s) << "there twice";
    EXPECT_EQ(fault("items[0].code", "B-09"_s), "items[0].code"_s) << "of another section";
    for (const QString &code : {"A-1"_s, "A-001"_s, "A01"_s, "A-0x"_s, "a-01"_s, "A-01\n"_s})
        EXPECT_EQ(fault("items[0].code", code), "items[0].code"_s) << code.toStdString();
    EXPECT_EQ(fault("items[0].section", "Z"_s), "items[0].code"_s);
    EXPECT_EQ(fault("items[0].text.ur", "  "_s), "items[0].text.ur"_s);
    EXPECT_EQ(fault("items[0].guidance", json("{'en': 'only English'}")), "items[0].guidance.ur"_s);
    EXPECT_EQ(fault("items[0].type", "maybe"_s), "items[0].type"_s);
    EXPECT_EQ(fault("items[0].critcal", true), "items[0].critcal"_s) << "misspelt";
    EXPECT_EQ(fault("items[1].options[1].token", "both"_s), "items[1].options[1].token"_s);
    EXPECT_EQ(fault("items[1].critical", false), "items[1].partial_tolerated"_s);
    EXPECT_EQ(fault("items[4].not_applicable", true), "items[4].not_applicable"_s);
    EXPECT_EQ(fault("items[3].not_applicable", true), "items[4].calculate.ratio[0].difference[0].product[0].item"_s)
        << "B-02 would be missing for ever";
    EXPECT_EQ(fault("sections[1].code", "A"_s), "sections[1].code"_s);
    EXPECT_EQ(fault("sections[3]", json("{'code': 'D', 'title': {'en': 'D', 'ur': 'D'}}")), "sections[3]"_s)
        << "has no items";
    EXPECT_EQ(fault("tiers.1.floors_bp.Q", 5000), "tiers.1.floors_bp.Q"_s);
    EXPECT_EQ(fault("tiers.3.pass_bp", 10001), "tiers.3.pass_bp"_s);
    EXPECT_EQ(fault("tiers.2.provisional_margin_bp", 7001), "tiers.2.provisional_margin_bp"_s)
        << "beyond the pass mark";
    EXPECT_EQ(fault("items[6].repeat.rows", "sum:area"_s), "items[6].repeat.rows"_s);
    EXPECT_EQ(fault("items[6].repeat.rows", "worst"_s), "items[6].credit"_s) << "bands for a sum that nobody makes";
    EXPECT_EQ(fault("items[7].repeat.rows", "sum:level"_s), "items[7].credit"_s) << "a sum that nothing judges";
    EXPECT_EQ(fault("items[6].repeat.fields[1].name", "name"_s), "items[6].repeat.fields[1].name"_s);
    EXPECT_EQ(fault("items[5].credit.bands.1",
                    QJsonArray{json("{'at': '4000', 'credit_bp': 10000}"), json("{'at': '5000', 'credit_bp': 5000}")}),
              "items[5].credit.limit_from"_s);
}

TEST(ReadStandard, rulesAndCalculations_readWhatIsThere)
{
    const char *equals = "items[2].visible_when.all[0].any[0].equals";
    EXPECT_EQ(fault(equals, QJsonArray{json("{'item': 'A-09'}"), "both"_s}),
              "items[2].visible_when.all[0].any[0].equals[0].item"_s);
    EXPECT_EQ(fault(equals, QJsonArray{json("{'item': 'A-02'}"), "three"_s}),
              "items[2].visible_when.all[0].any[0].equals[0].item"_s)
        << "A-02 has no such option";
    EXPECT_EQ(fault(equals, QJsonArray{json("{'item': 'A-01'}"), "yes"_s}), QString());
    EXPECT_EQ(fault(equals, QJsonArray{json("{'item': 'A-01'}"), "maybe"_s}),
              "items[2].visible_when.all[0].any[0].equals[0].item"_s);
    EXPECT_EQ(fault(equals, QJsonArray{json("{'item': 'C-01'}"), "x"_s}),
              "items[2].visible_when.all[0].any[0].equals[0].item"_s)
        << "rows are no value";
    EXPECT_EQ(fault(equals, QJsonArray{json("{'building': 'colour'}"), "x"_s}),
              "items[2].visible_when.all[0].any[0].equals[0].building"_s);
    EXPECT_EQ(fault("items[2].visible_when", json("{'some': []}")), "items[2].visible_when"_s);
    EXPECT_EQ(fault("items[2].visible_when", json("{'at_least': [{'tier': true}, 'high']}")),
              "items[2].visible_when.at_least[1]"_s);
    EXPECT_EQ(fault("items[2].visible_when", json("{'at_least': [{'item': 'A-02'}, 3]}")),
              "items[2].visible_when.at_least[0].item"_s)
        << "a choice has no order";

    const char *calculate = "items[5].calculate";
    EXPECT_EQ(fault(calculate, json("{'sum': [{'item': 'Z-01'}]}")), "items[5].calculate.sum[0].item"_s);
    EXPECT_EQ(fault(calculate, json("{'sum': [{'item': 'A-01'}]}")), "items[5].calculate.sum[0].item"_s)
        << "yes is no number";
    EXPECT_EQ(fault(calculate, json("{'sum': [{'rows': 'C-01', 'field': 'name'}]}")),
              "items[5].calculate.sum[0].rows"_s);
    EXPECT_EQ(fault(calculate, json("{'sum': [{'rows': 'B-01', 'field': 'seats'}]}")),
              "items[5].calculate.sum[0].rows"_s);
    EXPECT_EQ(fault(calculate, json("{'ratio': [{'rows': 'C-01', 'field': 'seats'}, {'constant': '1'}]}")),
              "items[5].calculate.ratio[0]"_s);
    EXPECT_EQ(fault(calculate, json("{'ratio': [{'constant': '1'}]}")), "items[5].calculate.ratio"_s);
    EXPECT_EQ(fault(calculate, json("{'sum': [{'building': 'name'}]}")), "items[5].calculate.sum[0].building"_s);
    EXPECT_EQ(fault(calculate, json("{'power': [{'constant': '1'}]}")), "items[5].calculate"_s);
}

TEST(ReadStandard, circles_areFoundWhereTheyAreMade)
{
    EXPECT_EQ(fault("items[5].calculate", json("{'sum': [{'item': 'B-03'}]}")), "items[5].calculate.sum[0].item"_s)
        << "itself";
    const char *first = "items[3].visible_when"; // B-01, which B-02 reads, which B-03 reads
    EXPECT_EQ(fault(first, json("{'at_least': [{'item': 'B-03'}, 1]}")), "items[3].visible_when.at_least[0].item"_s);
}

TEST(ReadStandard, aMemberRemoved_neverCrashesAndIsMissedWhereItIsNeeded)
{
    const QStringList optional{
        "$schema"_s,      "not_applicable"_s, "evidence"_s,   "photos"_s, "document"_s, "partial_tolerated"_s,
        "visible_when"_s, "unit"_s,           "credit"_s,     "least"_s,  "most"_s,     "decimals"_s,
        "required"_s,     "distinct"_s,       "limit_from"_s, "B"_s /* a floor */};
    int removed = 0;
    int refused = 0;
    walk(everyType(), {}, [&](const QString &path, const QJsonValue &) {
        if (path.endsWith(u']'))
            return;
        ++removed;
        const QString key = path.mid(path.lastIndexOf(u'.') + 1);
        const auto read =
            readStandard(QJsonDocument(changed(everyType(), path, QJsonValue::Undefined).toObject()).toJson());
        refused += read ? 0 : 1;
        EXPECT_TRUE(read.ok() || !read.error().where.isEmpty()) << path.toStdString();
        EXPECT_TRUE(!read.ok() || optional.contains(key)) << path.toStdString() << " was not missed";
    });
    EXPECT_GT(removed, 300);
    EXPECT_GT(refused, 250);
}

TEST(ReadStandard, aValueOfAnotherType_isRefused)
{
    const QList<QJsonValue> wrong{QJsonValue::Null, true, 1e300, "x"_s, QJsonArray{1, "a"_s}, json("{'x': 1}")};
    int tried = 0;
    walk(everyType(), {}, [&](const QString &path, const QJsonValue &old) {
        for (const QJsonValue &value : wrong) {
            const bool constant = path.contains("visible_when"_s) && path.endsWith(u']') && !old.isObject();
            if (value.type() == old.type() || path == "$schema"_s || constant)
                continue;
            ++tried;
            const auto read = readStandard(
                QJsonDocument(changed(everyType(), path, value).toObject()).toJson(QJsonDocument::Compact));
            EXPECT_FALSE(read.ok()) << path.toStdString() << " as "
                                    << QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).toStdString();
            EXPECT_TRUE(read.ok() || !read.error().where.isEmpty()) << path.toStdString();
        }
    });
    EXPECT_GT(tried, 2500);
}

TEST(ReadStandard, garbage_isAnErrorAndNothingElse)
{
    for (const char *text : {"", "{", "[]", "null", "7", "\"x\"", "{}", "<html></html>", "{\"items\": 1}", "\xff\xfe"})
        EXPECT_FALSE(readStandard(text).ok()) << text;
    EXPECT_EQ(readStandard("<html>").error().code, ErrorCode::Malformed);
    const QByteArray whole = QJsonDocument(everyType()).toJson();
    for (qsizetype cut = 0; cut < whole.size() - 2; cut += 41)
        EXPECT_FALSE(readStandard(whole.left(cut)).ok()) << cut;
    for (qsizetype at = 0; at < whole.size(); at += 37) {
        for (char byte : {'\0', '"', '}', '9', '\xc3'}) {
            QByteArray broken = whole;
            broken[at] = byte;
            const auto read = readStandard(broken); // some flips change only a letter of a text
            EXPECT_TRUE(read.ok() || read.error().code == ErrorCode::Malformed ||
                        read.error().code == ErrorCode::InvalidValue);
        }
    }
    QByteArray deep(3000, '[');
    EXPECT_FALSE(readStandard("{\"items\":" + deep).ok());
    QByteArray nested = "{\"tier\":true}";
    for (int i = 0; i < 400; ++i)
        nested = "{\"not\":" + nested + "}";
    QByteArray rule = QJsonDocument(changed(everyType(), "items[2].visible_when"_s, "HERE"_s).toObject()).toJson();
    EXPECT_FALSE(readStandard(rule.replace("\"HERE\"", nested)).ok());
}

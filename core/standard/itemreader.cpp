// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/itemreader.h"

#include "core/standard/rulereader.h"

#include <QRegularExpression>

#include <algorithm>

namespace markaz {
namespace {

/// Members that every item may have; a type adds its own.
const QStringList kRequired{QStringLiteral("code"),   QStringLiteral("section"),  QStringLiteral("type"),
                            QStringLiteral("text"),   QStringLiteral("guidance"), QStringLiteral("short"),
                            QStringLiteral("weight"), QStringLiteral("critical"), QStringLiteral("basis")};
const QStringList kOptional{QStringLiteral("evidence"), QStringLiteral("not_applicable"),
                            QStringLiteral("visible_when"), QStringLiteral("unit"),
                            QStringLiteral("partial_tolerated")};

struct TypeMembers
{
    QStringList required;
    QStringList optional;
};

TypeMembers membersOf(ItemType type)
{
    switch (type) {
    case ItemType::Choice:
        return {{QStringLiteral("options")}, {}};
    case ItemType::Measurement:
        return {{QStringLiteral("instruments"), QStringLiteral("number")}, {QStringLiteral("credit")}};
    case ItemType::Calculated:
        return {{QStringLiteral("calculate"), QStringLiteral("credit")}, {}};
    case ItemType::Repeat:
        return {{QStringLiteral("repeat")}, {QStringLiteral("credit")}};
    case ItemType::YesNo:
    case ItemType::Position:
        return {{}, {QStringLiteral("credit")}};
    default:
        return {};
    }
}

QString readUnit(const JsonNode &node, const Vocabulary &vocabulary)
{
    QString unit = node.text(40);
    if (!vocabulary.units.contains(unit))
        node.fail(QStringLiteral("is not among the units"));
    return unit;
}

void readEvidence(const JsonNode &node, Item &item)
{
    node.expect({}, {QStringLiteral("photos"), QStringLiteral("document")});
    if (node.has("photos"))
        item.photosNeeded = int(node.member("photos").integer(0, 20));
    if (node.has("document"))
        item.documentNeeded = node.member("document").boolean();
}

void readYesNoCredit(const JsonNode &node, Item &item)
{
    node.expect({QStringLiteral("yes_bp"), QStringLiteral("no_bp")});
    item.yesCreditBp = int(node.member("yes_bp").integer(0, 10'000));
    item.noCreditBp = int(node.member("no_bp").integer(0, 10'000));
}

RepeatField readField(const JsonNode &node, const Vocabulary &vocabulary)
{
    RepeatField field;
    node.expect({QStringLiteral("name"), QStringLiteral("label"), QStringLiteral("type")},
                {QStringLiteral("unit"), QStringLiteral("options"), QStringLiteral("credit"), QStringLiteral("number"),
                 QStringLiteral("required"), QStringLiteral("distinct")});
    field.name = node.member("name").token();
    field.label = readLocalText(node.member("label"));
    const auto type = itemTypeOf(node.member("type").text(20));
    static const QList<ItemType> allowed{ItemType::YesNo, ItemType::Choice, ItemType::Measurement, ItemType::ExpiryDate,
                                         ItemType::Text};
    if (!type || !allowed.contains(*type))
        node.member("type").fail(QStringLiteral("must be yes_no, choice, measurement, expiry_date or text"));
    field.type = type.value_or(ItemType::Text);
    if ((field.type == ItemType::Choice) != node.has("options"))
        node.member("options").fail(QStringLiteral("belongs to a choice, and only to it"));
    if ((field.type == ItemType::Measurement) != node.has("number"))
        node.member("number").fail(QStringLiteral("belongs to a measurement, and only to it"));
    if (node.has("credit") && field.type != ItemType::Measurement)
        node.member("credit").fail(QStringLiteral("belongs to a measurement, and only to it"));
    if (node.has("options"))
        field.options = readOptions(node.member("options"));
    if (node.has("number"))
        field.number = readNumberForm(node.member("number"));
    if (node.has("credit"))
        field.bands = readBands(node.member("credit"));
    if (node.has("unit"))
        field.unit = readUnit(node.member("unit"), vocabulary);
    if (node.has("required"))
        field.required = node.member("required").boolean();
    if (node.has("distinct"))
        field.distinct = node.member("distinct").boolean();
    return field;
}

void readRepeat(const JsonNode &node, const Vocabulary &vocabulary, Item &item)
{
    node.expect({QStringLiteral("kind"), QStringLiteral("min_rows"), QStringLiteral("rows"), QStringLiteral("fields")});
    item.repeatKind = node.member("kind").token();
    item.minRows = int(node.member("min_rows").integer(1, 50));
    QSet<QString> names;
    const QList<JsonNode> fields = node.member("fields").list(1, 12);
    for (const JsonNode &entry : fields) {
        const RepeatField field = readField(entry, vocabulary);
        if (names.contains(field.name))
            entry.member("name").fail(QStringLiteral("is there twice"));
        names.insert(field.name);
        item.repeatFields.append(field);
    }
    const JsonNode rows = node.member("rows");
    const QString rule = rows.text(70);
    if (rule.startsWith(QLatin1String("sum:"))) {
        item.sumField = rule.mid(4);
        const bool known = std::any_of(item.repeatFields.begin(), item.repeatFields.end(), [&](const RepeatField &f) {
            return f.name == item.sumField && f.type == ItemType::Measurement && f.required;
        });
        if (!known)
            rows.fail(QStringLiteral("must sum a measurement column that each row has"));
    } else if (rule != QLatin1String("worst")) {
        rows.fail(QStringLiteral("must be worst or sum:<column>"));
    }
}

void readTypeMembers(const JsonNode &node, const Vocabulary &vocabulary, Item &item)
{
    if (node.has("options"))
        item.options = readOptions(node.member("options"));
    if (node.has("instruments")) {
        const QList<JsonNode> nodes = node.member("instruments").list(1, 10);
        for (const JsonNode &entry : nodes) {
            const QString instrument = entry.token();
            if (!vocabulary.instruments.contains(instrument) || item.instruments.contains(instrument))
                entry.fail(QStringLiteral("must be one of the instruments, once"));
            item.instruments.append(instrument);
        }
    }
    if (node.has("number"))
        item.number = readNumberForm(node.member("number"));
    if (node.has("calculate"))
        item.calculation = readCalculation(node.member("calculate"));
    if (node.has("repeat"))
        readRepeat(node.member("repeat"), vocabulary, item);
    if (item.type == ItemType::YesNo && node.has("credit"))
        readYesNoCredit(node.member("credit"), item);
    else if (node.has("credit"))
        item.bands = readBands(node.member("credit"));
    if (item.type == ItemType::Repeat && item.sumField.isEmpty() == node.has("credit"))
        node.member("credit").fail(
            QStringLiteral("judges a column's sum: rows \"sum:<column>\" needs it, \"worst\" forbids it"));
}

} // namespace

std::optional<ItemType> itemTypeOf(const QString &text)
{
    static const QHash<QString, ItemType> types = [] {
        QHash<QString, ItemType> all;
        for (int i = 0; i <= int(ItemType::Repeat); ++i)
            all.insert(token(ItemType(i)), ItemType(i));
        return all;
    }();
    const auto found = types.constFind(text);
    return found == types.cend() ? std::nullopt : std::optional<ItemType>(found.value());
}

Item readItem(const JsonNode &node, const Vocabulary &vocabulary)
{
    static const QRegularExpression codeForm(QStringLiteral("\\A[A-Z]-[0-9]{2}\\z"));
    Item item;
    item.source = node.value().toObject();
    const JsonNode typeNode = node.member("type");
    const auto type = itemTypeOf(typeNode.value().toString());
    const TypeMembers members = type ? membersOf(*type) : TypeMembers();
    if (node.has("type") && !type)
        typeNode.fail(QStringLiteral("is no type of item"));
    node.expect(kRequired + members.required, kOptional + members.optional);
    item.type = type.value_or(ItemType::Text);

    item.code = node.member("code").text(10);
    node.log().reader = item.code;
    item.section = node.member("section").text(10);
    if (!codeForm.match(item.code).hasMatch() || item.code.left(1) != item.section)
        node.member("code").fail(QStringLiteral("must be the section's letter, a dash and two digits"));
    if (!vocabulary.sections.contains(item.section))
        node.member("section").fail(QStringLiteral("is not among the sections"));

    item.text = readLocalText(node.member("text"));
    item.guidance = readLocalText(node.member("guidance"));
    item.shortText = readLocalText(node.member("short"));
    item.weight = int(node.member("weight").integer(0, 100));
    item.critical = node.member("critical").boolean();
    item.basis = node.member("basis").text(200);
    if (node.has("partial_tolerated"))
        item.partialTolerated = node.member("partial_tolerated").boolean();
    if (item.partialTolerated && !item.critical)
        node.member("partial_tolerated").fail(QStringLiteral("belongs to a critical item, and only to it"));
    if (node.has("evidence"))
        readEvidence(node.member("evidence"), item);
    if (node.has("not_applicable"))
        item.notApplicableAllowed = node.member("not_applicable").boolean();
    if (node.has("unit"))
        item.unit = readUnit(node.member("unit"), vocabulary);
    if (node.has("visible_when"))
        item.visibleWhen = readRule(node.member("visible_when"));
    if (type)
        readTypeMembers(node, vocabulary, item);
    if (item.type == ItemType::Calculated && item.notApplicableAllowed)
        node.member("not_applicable").fail(QStringLiteral("nobody answers a calculated item"));
    return item;
}

} // namespace markaz

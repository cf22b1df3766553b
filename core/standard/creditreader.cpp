// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/itemreader.h"

namespace markaz {
namespace {

QList<Band> readTierBands(const JsonNode &node, BandTable::Direction direction)
{
    QList<Band> bands;
    const QList<JsonNode> nodes = node.list(1, 10);
    for (const JsonNode &entry : nodes) {
        entry.expect({QStringLiteral("at"), QStringLiteral("credit_bp")});
        const Band band{entry.member("at").decimal(), int(entry.member("credit_bp").integer(1, 10'000))};
        if (bands.isEmpty() && band.creditBp != 10'000)
            entry.member("credit_bp").fail(QStringLiteral("the first band earns the full 10000"));
        if (!bands.isEmpty()) {
            const Band &better = bands.last();
            const bool easier =
                direction == BandTable::Direction::AtLeast ? band.limit < better.limit : band.limit > better.limit;
            if (!easier)
                entry.member("at").fail(QStringLiteral("must be easier to reach than the band before it"));
            if (band.creditBp >= better.creditBp)
                entry.member("credit_bp").fail(QStringLiteral("must be less than that of the band before it"));
        }
        bands.append(band);
    }
    return bands;
}

} // namespace

LocalText readLocalText(const JsonNode &node)
{
    node.expect({QStringLiteral("en"), QStringLiteral("ur")});
    return {node.member("en").text(), node.member("ur").text()};
}

QList<Option> readOptions(const JsonNode &node)
{
    QList<Option> options;
    QSet<QString> tokens;
    const QList<JsonNode> nodes = node.list(2, 30);
    for (const JsonNode &entry : nodes) {
        entry.expect({QStringLiteral("token"), QStringLiteral("label"), QStringLiteral("credit_bp")});
        const Option option{entry.member("token").token(), readLocalText(entry.member("label")),
                            int(entry.member("credit_bp").integer(0, 10'000))};
        if (tokens.contains(option.token))
            entry.member("token").fail(QStringLiteral("is there twice"));
        tokens.insert(option.token);
        options.append(option);
    }
    return options;
}

BandTable readBands(const JsonNode &node)
{
    BandTable table;
    node.expect({QStringLiteral("direction"), QStringLiteral("bands")}, {QStringLiteral("limit_from")});
    const JsonNode direction = node.member("direction");
    if (direction.value() == QJsonValue(QStringLiteral("at_most")))
        table.direction = BandTable::Direction::AtMost;
    else if (direction.value() != QJsonValue(QStringLiteral("at_least")))
        direction.fail(QStringLiteral("must be at_least or at_most"));

    const JsonNode bands = node.member("bands");
    bands.expect({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")});
    for (size_t tier = 1; tier <= 3; ++tier)
        table.byTier[tier - 1] = readTierBands(bands.member(QString::number(tier)), table.direction);

    if (node.has("limit_from")) {
        const JsonNode from = node.member("limit_from");
        from.expect({QStringLiteral("programme")});
        table.programmeLimit = from.member("programme").token();
        for (const QList<Band> &tierBands : table.byTier) { // a moved threshold could overtake a second band
            if (tierBands.size() > 1)
                from.fail(QStringLiteral("needs a single band in each tier"));
        }
    }
    return table;
}

NumberForm readNumberForm(const JsonNode &node)
{
    NumberForm form;
    node.expect({}, {QStringLiteral("least"), QStringLiteral("most"), QStringLiteral("decimals")});
    if (node.has("least"))
        form.least = node.member("least").decimal();
    if (node.has("most"))
        form.most = node.member("most").decimal();
    if (node.has("decimals"))
        form.decimals = int(node.member("decimals").integer(0, 4));
    if (form.least && form.most && *form.least > *form.most)
        node.member("most").fail(QStringLiteral("must not be below least"));
    return form;
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/standardreader.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace markaz {

Result<Standard> StandardReader::read()
{
    readHead();
    readSections();
    readItems();
    readTiers();
    if (m_log.sound()) // a whole can only be judged when its parts are sound
        checkMentions();
    if (m_log.sound())
        orderItems();
    if (!m_log.sound())
        return m_log.faults().first();
    const QByteArray canonical = QJsonDocument(m_root.value().toObject()).toJson(QJsonDocument::Compact); // keys sorted
    m_standard.m_hash = QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex());
    return m_standard;
}

void StandardReader::readHead()
{
    static const QRegularExpression idForm(QStringLiteral("\\A[a-z][a-z0-9-]{0,59}\\z"));
    m_root.expect({QStringLiteral("id"), QStringLiteral("version"), QStringLiteral("title"),
                   QStringLiteral("instruments"), QStringLiteral("units"), QStringLiteral("sections"),
                   QStringLiteral("tiers"), QStringLiteral("items")},
                  {QStringLiteral("$schema")});
    m_standard.m_id = m_root.member("id").text(60);
    if (!idForm.match(m_standard.m_id).hasMatch())
        m_root.member("id").fail(QStringLiteral("must be lower-case letters, digits and dashes"));
    m_standard.m_version = int(m_root.member("version").integer(1, 10'000));
    m_standard.m_title = readLocalText(m_root.member("title"));
    m_vocabulary.instruments = readLabels("instruments", m_standard.m_instruments);
    m_vocabulary.units = readLabels("units", m_standard.m_units);
}

QSet<QString> StandardReader::readLabels(const char *name, QHash<QString, LocalText> &labels)
{
    const JsonNode node = m_root.member(name);
    node.expect({}, node.keys()); // an object with any members
    const QStringList keys = node.keys();
    for (const QString &key : keys)
        labels.insert(key, readLocalText(node.member(key)));
    return {keys.begin(), keys.end()};
}

void StandardReader::readSections()
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Z]\\z"));
    const QList<JsonNode> nodes = m_root.member("sections").list(1, 26);
    for (const JsonNode &node : nodes) {
        node.expect({QStringLiteral("code"), QStringLiteral("title")});
        const Section section{node.member("code").text(10), readLocalText(node.member("title")), {}};
        if (!form.match(section.code).hasMatch())
            node.member("code").fail(QStringLiteral("must be one capital letter"));
        if (m_vocabulary.sections.contains(section.code))
            node.member("code").fail(QStringLiteral("is there twice"));
        m_vocabulary.sections.insert(section.code);
        m_standard.m_sections.append(section);
    }
}

void StandardReader::readItems()
{
    const JsonNode list = m_root.member("items");
    const QList<JsonNode> nodes = list.list(1, 1000);
    int weights = 0;
    for (const JsonNode &node : nodes) {
        const Item item = readItem(node, m_vocabulary);
        if (m_standard.m_byCode.find(item.code) >= 0)
            node.member("code").fail(QStringLiteral("is there twice"));
        m_standard.m_byCode.insert(item.code, m_standard.m_items.size());
        m_standard.m_items.append(item);
        weights += item.weight;
        for (Section &section : m_standard.m_sections) {
            if (section.code == item.section)
                section.items.append(item.code);
        }
    }
    if (weights != 100 && !m_log.hasAt("weight"))
        list.fail(QStringLiteral("the weights add up to %1 instead of 100").arg(weights));
    for (qsizetype i = 0; i < m_standard.m_sections.size(); ++i) {
        if (m_standard.m_sections.at(i).items.isEmpty())
            m_log.fail(QStringLiteral("sections[%1]").arg(i), QStringLiteral("has no items"));
    }
}

void StandardReader::readTiers()
{
    const JsonNode tiers = m_root.member("tiers");
    tiers.expect({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")});
    for (int tier = 1; tier <= 3; ++tier) {
        const JsonNode node = tiers.member(QString::number(tier));
        node.expect({QStringLiteral("pass_bp"), QStringLiteral("floors_bp"), QStringLiteral("provisional_margin_bp")});
        TierRule &rule = m_standard.m_tiers[size_t(tier - 1)];
        rule.passBp = int(node.member("pass_bp").integer(1, 10'000));
        const int most = node.has("pass_bp") ? rule.passBp : 10'000;
        rule.provisionalMarginBp = int(node.member("provisional_margin_bp").integer(0, most));
        const JsonNode floors = node.member("floors_bp");
        floors.expect({}, floors.keys());
        const QStringList codes = floors.keys();
        for (const QString &code : codes) {
            if (!m_vocabulary.sections.contains(code))
                floors.member(code).fail(QStringLiteral("is not among the sections"));
            rule.floorBp.insert(code, int(floors.member(code).integer(1, 10'000)));
        }
    }
}

StandardJudgement judgeStandard(const QJsonObject &json)
{
    StandardReader reader(json);
    auto standard = reader.read();
    StandardJudgement judged{{}, json, reader.log().faults(), reader.log().more()};
    if (standard)
        judged.standard = std::move(*standard);
    return judged;
}

StandardJudgement judgeStandard(const QByteArray &json)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError) {
        return {{},
                {},
                {makeError(ErrorCode::Malformed, QStringLiteral("not JSON: %1").arg(fault.errorString()),
                           QStringLiteral("byte %1").arg(fault.offset))},
                false};
    }
    if (!document.isObject()) {
        return {{},
                {},
                {makeError(ErrorCode::InvalidValue, QStringLiteral("must be an object"), QStringLiteral("standard"))},
                false};
    }
    return judgeStandard(document.object());
}

Result<Standard> readStandard(const QByteArray &json)
{
    StandardJudgement judged = judgeStandard(json);
    if (!judged.standard)
        return judged.faults.first();
    return std::move(*judged.standard);
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standardjson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace markaz::samples {
namespace {

QJsonObject local(const QString &text)
{
    return {{QStringLiteral("en"), text}, {QStringLiteral("ur"), QStringLiteral("نمونہ ") + text}};
}

QJsonObject merged(QJsonObject base, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        base.insert(it.key(), it.value());
    return base;
}

} // namespace

QJsonObject json(const char *text)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(text).replace('\'', '"'));
    if (!document.isObject())
        qFatal("not JSON: %s", text);
    return document.object();
}

QJsonObject item(const char *code, const char *type, int weight, const QJsonObject &more)
{
    const QString name = QLatin1String(code);
    return merged({{QStringLiteral("code"), name},
                   {QStringLiteral("section"), name.left(1)},
                   {QStringLiteral("type"), QLatin1String(type)},
                   {QStringLiteral("text"), local(name)},
                   {QStringLiteral("guidance"), local(QStringLiteral("guidance of ") + name)},
                   {QStringLiteral("short"), local(QStringLiteral("short of ") + name)},
                   {QStringLiteral("weight"), weight},
                   {QStringLiteral("critical"), false},
                   {QStringLiteral("basis"), QStringLiteral("proposal")}},
                  more);
}

QJsonObject criticalItem(const char *code, const char *type, int weight, const QJsonObject &more)
{
    return merged(item(code, type, weight, more), {{QStringLiteral("critical"), true}});
}

QJsonObject bands(const char *direction, std::initializer_list<std::pair<const char *, int>> list)
{
    QJsonArray tier;
    for (const auto &[at, credit] : list)
        tier.append(QJsonObject{{QStringLiteral("at"), QLatin1String(at)}, {QStringLiteral("credit_bp"), credit}});
    return {{QStringLiteral("direction"), QLatin1String(direction)},
            {QStringLiteral("bands"),
             QJsonObject{{QStringLiteral("1"), tier}, {QStringLiteral("2"), tier}, {QStringLiteral("3"), tier}}}};
}

QJsonObject standardOf(const QJsonArray &items, const QJsonObject &floors)
{
    QJsonArray sections;
    QStringList codes;
    for (const auto &entry : items) {
        const QString section = entry.toObject().value(QStringLiteral("section")).toString();
        if (codes.contains(section))
            continue;
        codes.append(section);
        sections.append(QJsonObject{{QStringLiteral("code"), section}, {QStringLiteral("title"), local(section)}});
    }
    const QJsonObject tier{{QStringLiteral("pass_bp"), 7000},
                           {QStringLiteral("floors_bp"), floors},
                           {QStringLiteral("provisional_margin_bp"), 1000}};
    return {{QStringLiteral("id"), QStringLiteral("sample")},
            {QStringLiteral("version"), 1},
            {QStringLiteral("title"), local(QStringLiteral("Sample"))},
            {QStringLiteral("instruments"), QJsonObject{{QStringLiteral("tape"), local(QStringLiteral("Tape"))}}},
            {QStringLiteral("units"), QJsonObject{{QStringLiteral("in"), local(QStringLiteral("in"))}}},
            {QStringLiteral("sections"), sections},
            {QStringLiteral("tiers"),
             QJsonObject{{QStringLiteral("1"), tier}, {QStringLiteral("2"), tier}, {QStringLiteral("3"), tier}}},
            {QStringLiteral("items"), items}};
}

QJsonObject builtinAs(int version)
{
    QFile file(QStringLiteral(":/markaz/standards/freelancing-centre-facility-1.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the built-in standard is missing");
    QJsonObject standard = QJsonDocument::fromJson(file.readAll()).object();
    standard.insert(QStringLiteral("version"), version);
    return standard;
}

QJsonObject builtinWith(int version, const QString &code, const QJsonObject &fields)
{
    QJsonObject standard = builtinAs(version);
    QJsonArray items = standard.value(QStringLiteral("items")).toArray();
    for (auto item : items) {
        QJsonObject mended = item.toObject();
        if (mended.value(QStringLiteral("code")).toString() != code)
            continue;
        for (auto it = fields.begin(); it != fields.end(); ++it)
            mended.insert(it.key(), it.value());
        item = mended;
    }
    standard.insert(QStringLiteral("items"), items);
    return standard;
}

QJsonObject successor(int version)
{
    QJsonObject standard = builtinAs(version);
    QJsonArray items;
    const QJsonArray old = standard.value(QStringLiteral("items")).toArray();
    for (const auto &entry : old) {
        QJsonObject changed = entry.toObject();
        const QString code = changed.value(QStringLiteral("code")).toString();
        if (code == QLatin1String("I-03"))
            continue;
        if (code == QLatin1String("H-05")) {
            changed.insert(QStringLiteral("type"), QStringLiteral("text"));
            changed.remove(QStringLiteral("credit"));
        }
        if (code == QLatin1String("H-04"))
            changed.insert(QStringLiteral("weight"), 2);
        if (code == QLatin1String("H-06"))
            changed.insert(QStringLiteral("weight"), 0);
        items.append(changed);
    }
    items.append(item("J-05", "yes_no", 1));
    standard.insert(QStringLiteral("items"), items);
    return standard;
}

Standard parsed(const QJsonObject &standard)
{
    auto read = readStandard(QJsonDocument(standard).toJson());
    if (!read)
        qFatal("%s: %s", qPrintable(read.error().where), qPrintable(read.error().detail));
    return std::move(read).value();
}

} // namespace markaz::samples

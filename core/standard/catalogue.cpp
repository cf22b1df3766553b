// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace markaz {
namespace {

// A version goes to the server in one change and to the laptops on one page of the feed: 1 MiB, 32 deep, all that goes
// around it included.
constexpr qsizetype kMostBytes = 900 * 1024;
constexpr int kMostDepth = 24;

QByteArray canonical(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact); // keys sorted
}

bool isDeeper(const QJsonValue &value, int depth)
{
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        return depth == 0 ||
               std::any_of(list.begin(), list.end(), [&](const QJsonValue &v) { return isDeeper(v, depth - 1); });
    }
    if (!value.isObject())
        return false;
    const QJsonObject object = value.toObject();
    return depth == 0 ||
           std::any_of(object.begin(), object.end(), [&](const QJsonValue &v) { return isDeeper(v, depth - 1); });
}

} // namespace

StandardCatalogue::StandardCatalogue(Standard builtin)
{
    m_versions.push_back(std::make_unique<const Standard>(std::move(builtin)));
    m_builtin = m_versions.front().get();
}

const Standard *StandardCatalogue::find(const QString &hash) const
{
    for (const auto &version : m_versions) {
        if (version->hash() == hash)
            return version.get();
    }
    return nullptr;
}

const Item *StandardCatalogue::item(const QString &code) const
{
    for (auto version = m_versions.rbegin(); version != m_versions.rend(); ++version) {
        if (const Item *found = (*version)->item(code); found != nullptr)
            return found;
    }
    return nullptr;
}

bool StandardCatalogue::hadItem(const QString &hash, const QString &code) const
{
    const Standard *last = find(hash);
    return last != nullptr && std::any_of(m_versions.begin(), m_versions.end(), [&](const auto &version) {
               return version->version() <= last->version() && version->item(code) != nullptr;
           });
}

QList<const Standard *> StandardCatalogue::versions() const
{
    QList<const Standard *> all;
    for (const auto &version : m_versions)
        all.append(version.get());
    return all;
}

void StandardCatalogue::add(const Standard &standard)
{
    if (find(standard.hash()) != nullptr)
        return;
    const auto behind = std::find_if(m_versions.begin(), m_versions.end(), [&standard](const auto &version) {
        return version->version() > standard.version();
    });
    m_versions.insert(behind, std::make_unique<const Standard>(standard));
}

Result<void> mayPublish(const Standard &standard, const QJsonObject &json, const StandardCatalogue &published)
{
    const QString version = QString::number(standard.version());
    if (published.find(standard.hash()) != nullptr)
        return makeError(ErrorCode::Exists, QStringLiteral("this very standard is published"), QStringLiteral("hash"));
    if (standard.id() != published.newest().id())
        return makeError(ErrorCode::InvalidValue,
                         QStringLiteral("it is called %1, and the standard that is published is called %2")
                             .arg(standard.id(), published.newest().id()),
                         QStringLiteral("id"));
    const QList<const Standard *> all = published.versions();
    if (std::any_of(all.begin(), all.end(), [&](const Standard *one) { return one->version() == standard.version(); }))
        return makeError(ErrorCode::Exists, QStringLiteral("version %1 is published with another content").arg(version),
                         QStringLiteral("version"));
    if (standard.version() < published.newest().version())
        return makeError(
            ErrorCode::WrongState,
            QStringLiteral("version %1 is older than version %2").arg(version).arg(published.newest().version()),
            QStringLiteral("version"));
    if (canonical(json).size() > kMostBytes)
        return makeError(ErrorCode::TooLarge, QStringLiteral("more than %1 KiB of JSON").arg(kMostBytes / 1024));
    if (isDeeper(json, kMostDepth))
        return makeError(ErrorCode::TooLarge, QStringLiteral("nested more than %1 deep").arg(kMostDepth));
    return {};
}

QJsonObject publication(const Standard &standard, const QJsonObject &json)
{
    return {{QStringLiteral("standard"), standard.id()},
            {QStringLiteral("version"), standard.version()},
            {QStringLiteral("hash"), standard.hash()},
            {QStringLiteral("body"), json}};
}

Result<Standard> publishedStandard(const QJsonObject &fields)
{
    auto standard = readStandard(canonical(fields.value(QStringLiteral("body")).toObject()));
    if (!standard)
        return makeError(standard.error().code, standard.error().detail,
                         QStringLiteral("body.") + standard.error().where);
    const QJsonObject own = publication(*standard, {});
    for (const char *name : {"standard", "version", "hash"}) {
        if (fields.value(QLatin1String(name)) != own.value(QLatin1String(name)))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("not that of its body"), QLatin1String(name));
    }
    return standard;
}

} // namespace markaz

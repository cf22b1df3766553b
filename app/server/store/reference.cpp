// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/reference.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace markaz::server {
namespace {

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::NotFound, QStringLiteral("the compiled-in file is missing"), path);
    return file.readAll();
}

} // namespace

const Standard *Reference::standardOf(const QString &hash) const
{
    const auto it =
        std::find_if(standards.begin(), standards.end(), [&](const Standard &s) { return s.hash() == hash; });
    return it == standards.end() ? nullptr : &*it;
}

Result<Reference> Reference::load()
{
    Reference reference;
    const QString folder = QStringLiteral(":/markaz/reference/");
    auto cities = bytesOf(folder + QStringLiteral("cities.csv"));
    auto codes = bytesOf(folder + QStringLiteral("city-codes.csv"));
    auto provinces = bytesOf(folder + QStringLiteral("provinces.geojson"));
    for (const auto *read : {&cities, &codes, &provinces}) {
        if (!*read)
            return read->error();
    }
    auto gazetteer = Gazetteer::read(*cities, *codes, *provinces);
    if (!gazetteer)
        return gazetteer.error();
    reference.gazetteer = std::move(*gazetteer);

    const QDir standards(QStringLiteral(":/markaz/standards"));
    const QStringList files = standards.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        if (name.contains(QLatin1String("schema")))
            continue;
        auto bytes = bytesOf(standards.filePath(name));
        if (!bytes)
            return bytes.error();
        auto standard = readStandard(*bytes);
        if (!standard)
            return makeError(standard.error().code, standard.error().detail,
                             name + QLatin1String(": ") + standard.error().where);
        reference.standards.append(std::move(*standard));
    }
    if (reference.standards.isEmpty())
        return makeError(ErrorCode::NotFound, QStringLiteral("no standard is compiled in"), standards.path());

    reference.published = std::make_shared<PublishedStandards>(reference.standards.first());

    auto policy = builtinPolicy();
    if (!policy)
        return policy.error();
    reference.policy = std::move(*policy);
    return reference;
}

} // namespace markaz::server

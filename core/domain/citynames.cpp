// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/citynames.h"

#include "core/domain/namekey.h"

#include <QFile>

#include <algorithm>

namespace markaz {

Result<CityNames> readCityNames(const QByteArray &csv)
{
    CityNames all;
    const QList<QByteArray> lines = csv.trimmed().split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> cells = lines[i].trimmed().split(',');
        bool idOk = false;
        const int id = cells[0].toInt(&idOk);
        const QStringList names = QString::fromUtf8(cells.value(1)).split(QLatin1Char('|'));
        if (cells.size() != 2 || !idOk || all.contains(id) ||
            std::any_of(names.begin(), names.end(), [](const QString &name) { return nameKey(name).isEmpty(); }))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("this line cannot be read"),
                             QStringLiteral("city-names-urdu.csv:%1").arg(i + 1));
        all.insert(id, names);
    }
    return all;
}

const CityNames &builtinCityNames()
{
    static const CityNames names = [] {
        QFile file(QStringLiteral(":/markaz/reference/city-names-urdu.csv"));
        const auto read = readCityNames(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        return read ? *read : CityNames(); // a test reads every line
    }();
    return names;
}

QList<int> citiesCalled(const QString &typed)
{
    const QString key = nameKey(typed);
    QList<int> ids;
    const CityNames &all = builtinCityNames();
    for (auto it = all.cbegin(); it != all.cend() && !key.isEmpty(); ++it) {
        if (std::any_of(it->cbegin(), it->cend(), [&key](const QString &name) { return nameKey(name).contains(key); }))
            ids.append(it.key());
    }
    return ids;
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/citybox.h"

#include "core/domain/citynames.h"
#include "core/domain/namekey.h"
#include "ui/text/citylabels.h"
#include "ui/text/labels.h"
#include "ui/widgets/wheelguard.h"

#include <QCompleter>
#include <QLineEdit>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kKeysRole = Qt::UserRole + 1; ///< nameKey of each of its names, parted by spaces, which no key has

/// Compares keys, and puts the city as it is written in the list into the field.
class CityCompleter final : public QCompleter
{
public:
    explicit CityCompleter(QComboBox *box)
        : QCompleter(box->model(), box)
    {
        setCompletionMode(PopupCompletion);
        setFilterMode(Qt::MatchContains);
        setCompletionRole(kKeysRole);
    }
    QStringList splitPath(const QString &typed) const override { return {nameKey(typed)}; }
    QString pathFromIndex(const QModelIndex &index) const override { return index.data(Qt::DisplayRole).toString(); }
};

} // namespace

CityBox::CityBox(const Gazetteer &gazetteer, const QStringList &provinces, QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    WheelGuard::protect(this);
    addItem(QString(), 0); // a hint and no text: what is typed after a click must not stand behind it
    lineEdit()->setPlaceholderText(tr("Choose a city"));
    QList<City> cities;
    std::copy_if(gazetteer.cities().begin(), gazetteer.cities().end(), std::back_inserter(cities),
                 [&provinces](const City &city) { return provinces.contains(city.province); });
    std::sort(cities.begin(), cities.end(), [](const City &a, const City &b) { return a.name < b.name; });
    if (const QList<int> order = labels::citiesInOrder(gazetteer); !order.isEmpty()) {
        QHash<int, qsizetype> places;
        for (qsizetype i = 0; i < order.size(); ++i)
            places.insert(order.at(i), i);
        std::sort(cities.begin(), cities.end(),
                  [&places](const City &a, const City &b) { return places.value(a.id) < places.value(b.id); });
    }
    for (const City &city : std::as_const(cities)) {
        QStringList keys{nameKey(city.name)};
        for (const QString &name : builtinCityNames().value(city.id))
            keys.append(nameKey(name));
        addItem(labels::city(gazetteer, city), city.id);
        setItemData(count() - 1, keys.join(QLatin1Char(' ')), kKeysRole);
    }
    setCompleter(new CityCompleter(this));
}

QList<int> CityBox::rowsNamed(const QString &name) const
{
    const QString key = nameKey(name);
    QList<int> rows;
    for (int row = 0; row < count() && !key.isEmpty(); ++row) {
        if (itemData(row, kKeysRole).toString().split(QLatin1Char(' ')).contains(key))
            rows.append(row);
    }
    return rows;
}

} // namespace markaz::ui

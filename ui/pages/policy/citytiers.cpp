// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/policy/citytiers.h"

#include "ui/text/labels.h"
#include "ui/widgets/citybox.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/wheelguard.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kTableHeight = 140;

QStringList provincesOf(const Gazetteer &gazetteer)
{
    QStringList codes;
    for (const Province &province : gazetteer.provinces())
        codes.append(province.code);
    return codes;
}

} // namespace

CityTiers::CityTiers(const Gazetteer &gazetteer, QWidget *parent)
    : QWidget(parent)
    , m_gazetteer(gazetteer)
    , m_city(new CityBox(gazetteer, provincesOf(gazetteer), this))
    , m_tier(new QComboBox(this))
    , m_set(new QPushButton(tr("Set its tier"), this))
    , m_out(new QPushButton(tr("Take it out"), this))
    , m_table(new TableView(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    m_city->setObjectName(QStringLiteral("tierCity"));
    m_tier->setObjectName(QStringLiteral("tierOfCity"));
    for (int tier = 1; tier <= 3; ++tier)
        m_tier->addItem(labels::tier(tier), tier);
    WheelGuard::protect(m_tier);
    m_set->setObjectName(QStringLiteral("setTier"));
    m_out->setObjectName(QStringLiteral("takeTierOut"));
    line->addWidget(labelled(tr("City"), m_city), 3);
    line->addWidget(labelled(tr("Tier under this policy"), m_tier), 2);
    line->addWidget(m_set, 0, Qt::AlignBottom);
    line->addWidget(m_out, 0, Qt::AlignBottom);
    line->addStretch(1);
    column->addLayout(line);
    m_table->setObjectName(QStringLiteral("tiersTable"));
    m_table->setAccessibleName(tr("Cities with another tier"));
    m_table->setModel(&m_model);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFixedHeight(kTableHeight);
    column->addWidget(m_table);
    connect(m_set, &QPushButton::clicked, this, &CityTiers::take);
    connect(m_out, &QPushButton::clicked, this, &CityTiers::takeOut);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_out->setEnabled(m_table->selectionModel()->hasSelection()); });
    connect(m_city, &QComboBox::currentIndexChanged, this,
            [this] { m_set->setEnabled(m_city->currentData().toInt() != 0); });
    m_set->setEnabled(false);
    fill();
}

void CityTiers::setTiers(const QMap<int, int> &tiers)
{
    m_tiers = tiers;
    fill();
    Q_EMIT changed();
}

void CityTiers::take()
{
    const int id = m_city->currentData().toInt();
    if (m_gazetteer.city(id) == nullptr)
        return;
    m_tiers.insert(id, m_tier->currentData().toInt());
    m_city->setCurrentIndex(0);
    m_city->setFocus(Qt::OtherFocusReason);
    fill();
    Q_EMIT changed();
}

void CityTiers::takeOut()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        m_tiers.remove(row.data(Qt::UserRole).toInt());
    fill();
    Q_EMIT changed();
}

void CityTiers::fill()
{
    m_model.clear();
    m_model.setHorizontalHeaderLabels({tr("City"), tr("Province"), tr("Tier today"), tr("Tier under this policy")});
    m_table->setWidths({240, 200, 160, 0});
    for (auto it = m_tiers.cbegin(); it != m_tiers.cend(); ++it) {
        const City *city = m_gazetteer.city(it.key());
        auto *name = new QStandardItem(city == nullptr ? QString::number(it.key()) : labels::city(m_gazetteer, *city));
        name->setData(it.key(), Qt::UserRole);
        m_model.appendRow({name, new QStandardItem(city == nullptr ? QString() : labels::province(city->province)),
                           new QStandardItem(city == nullptr ? QString() : labels::tier(city->tier)),
                           new QStandardItem(labels::tier(it.value()))});
    }
    m_table->setVisible(!m_tiers.isEmpty());
    m_out->setVisible(!m_tiers.isEmpty());
    m_out->setEnabled(false);
}

QJsonObject CityTiers::entered() const
{
    QJsonObject tiers;
    for (auto it = m_tiers.cbegin(); it != m_tiers.cend(); ++it)
        tiers.insert(QString::number(it.key()), it.value());
    return tiers;
}

void CityTiers::enter(const QJsonObject &tiers)
{
    QMap<int, int> all;
    for (auto it = tiers.begin(); it != tiers.end(); ++it)
        all.insert(it.key().toInt(), it.value().toInt());
    setTiers(all);
}

QWidget *CityTiers::field() const
{
    return m_city;
}

} // namespace markaz::ui

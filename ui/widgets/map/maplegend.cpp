// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/map/maplegend.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/map/mapsymbols.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

/// A stage's symbol, or a circle with a ring of shares.
class Symbol final : public QWidget
{
public:
    explicit Symbol(std::optional<Stage> stage, QWidget *parent)
        : QWidget(parent)
        , m_stage(stage)
    {
        setFixedSize(22, 22);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF middle = QRectF(rect()).center();
        if (m_stage) {
            mapsymbols::paintStage(painter, middle, *m_stage, 8);
            return;
        }
        MapCluster cluster;
        cluster.count = 3;
        for (const Stage stage : {Stage::Assigned, Stage::Inspected, Stage::Certified})
            cluster.kinds[static_cast<size_t>(stage)] = 1;
        mapsymbols::paintRing(painter, middle, cluster, 5);
    }

private:
    std::optional<Stage> m_stage;
};

QWidget *entry(std::optional<Stage> stage, const QString &words, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new Symbol(stage, box));
    auto *label = plainLabel(words, box);
    label->setFont(currentTheme().font(Type::Chip));
    row->addWidget(label);
    return box;
}

} // namespace

MapLegend::MapLegend(const QStringList &words, QWidget *parent)
    : QWidget(parent)
    , m_notes(plainLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    auto *entries = new QWidget(this);
    auto *flow = new FlowLayout(entries, 16, 4);
    flow->setContentsMargins(0, 0, 0, 0);
    for (qsizetype i = 0; i < words.size(); ++i)
        flow->addWidget(entry(mapsymbols::stages().value(i), words.at(i), entries));
    flow->addWidget(entry(std::nullopt, tr("Several, with the shares of their stages"), entries));
    column->addWidget(entries);
    m_notes->setFont(currentTheme().font(Type::Chip));
    m_notes->setProperty("tone", QStringLiteral("muted"));
    m_notes->setWordWrap(true);
    m_notes->hide();
    column->addWidget(m_notes);
}

void MapLegend::setNotes(const QString &notes)
{
    m_notes->setText(notes);
    m_notes->setVisible(!notes.isEmpty());
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factrow.h"

#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace markaz::ui {
namespace {

constexpr int kLabelWidth = 116;

} // namespace

QWidget *factRow(const QString &label, const QString &value)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 4, 0, 4);
    auto *name = plainLabel(label, row);
    name->setProperty("tone", QStringLiteral("muted"));
    name->setFixedWidth(kLabelWidth);
    name->setWordWrap(true);
    name->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *text = plainLabel(value.isEmpty() ? QStringLiteral("–") : value, row);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    alignLeading(text);
    line->addWidget(name);
    line->addWidget(text, 1);
    return row;
}

} // namespace markaz::ui

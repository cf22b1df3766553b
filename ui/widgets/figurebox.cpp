// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figurebox.h"

#include "ui/text/format.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace markaz::ui {

QFrame *figureBox(const QString &caption, const QString &figure, const QString &note, std::optional<Status> status)
{
    auto *frame = new QFrame;
    frame->setProperty("card", true);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(2);
    const auto add = [&](const QString &words, Type type) {
        auto *label = plainLabel(words, frame);
        label->setFont(currentTheme().font(type));
        column->addWidget(label);
        return label;
    };
    add(caption, Type::CaptionStrong);
    QLabel *number = add(figure, Type::PageTitle);
    if (status) {
        QPalette palette = number->palette();
        palette.setColor(QPalette::WindowText, currentTheme().status(*status).text);
        number->setPalette(palette);
    }
    add(note, Type::Caption);
    frame->setAccessibleName(format::list({caption, figure, note}));
    return frame;
}

} // namespace markaz::ui

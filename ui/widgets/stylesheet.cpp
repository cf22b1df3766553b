// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

namespace markaz::ui {
namespace {

// What a style sheet says best: grounds, borders and type by dynamic property. Buttons, inputs and views are
// MarkazStyle's. %name% is a colour token, %name.px% a type role's size; every rule names a property, so that nothing
// cascades by chance.
const char *const kSheet = R"(
QFrame[card="true"] { background: %base%; border: 1px solid %line%; border-radius: 6px; }
QFrame[card="inner"] { background: %alt%; border: 1px solid %line%; border-radius: 6px; }
QFrame[card="chosen"] { background: %tint%; border: 2px solid %accent%; border-radius: 6px; }
QFrame[bar="top"] { background: %base%; border: none; border-bottom: 1px solid %line%; }
QFrame[bar="bottom"] { background: %base%; border: none; border-top: 1px solid %line%; }
QFrame[pane="base"] { background: %base%; border: none; }
QFrame[pane="window"] { background: %window%; border: none; }
QFrame[line="true"] { background: %line%; border: none; }
QLabel[type="page-title"] { font-size: %page-title.px%; font-weight: 600; }
QLabel[type="card-title"] { font-size: %card-title.px%; font-weight: 600; }
QLabel[type="section-title"] { font-size: %section-title.px%; font-weight: 600; }
QLabel[type="item"] { font-size: %item.px%; }
QLabel[type="secondary"] { font-size: %chip.px%; color: %text2%; }
QLabel[type="caption"] { font-size: %caption.px%; color: %text2%; }
QLabel[type="caption-strong"] { font-size: %caption.px%; font-weight: 600; color: %text2%; }
QLabel[type="code"] { font-size: 12px; font-weight: 600; }
QLabel[type="key-figure"] { font-size: 24px; font-weight: 700; }
QLabel[type="score"] { font-size: 28px; font-weight: 700; }
QLabel[type="note"] { font-size: %chip.px%; }
QLabel[type="tag"] { font-size: %caption.px%; font-weight: 700; }
QLabel[type="hint"] { color: %text3%; }
QLabel[tone="muted"] { color: %text2%; }
QLabel[quote="true"] { border: none; border-%lead%: 3px solid %warn%; padding: 2px 0 2px 12px; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QSpinBox[invalid="true"], QPlainTextEdit[invalid="true"] {
    border: 2px solid %bad%; border-radius: 6px; padding: 4px 7px; background: %base%; }
QScrollArea[clear="true"], QScrollArea[clear="true"] > QWidget > QWidget[clear="true"] { background: transparent; border: none; }
)";

} // namespace

QString Theme::styleSheet() const
{
    QString sheet = QString::fromLatin1(kSheet);
    for (Status s : {Status::Ok, Status::Warn, Status::Bad, Status::Info, Status::Review, Status::Neutral}) {
        const StatusColours c = status(s);
        // tone = status: the words alone in its colour; status = status: a tag on its ground.
        sheet +=
            QStringLiteral("QLabel[tone=\"%1\"] { color: %2; }\n"
                           "QLabel[status=\"%1\"] { color: %2; background: %3; border: 1px solid %4;"
                           " border-radius: 4px; padding: 1px 7px; }\n"
                           "QFrame[message=\"%1\"] { background: %3; border: 1px solid %4; border-radius: 6px; }\n")
                .arg(statusName(s), c.text.name(), c.ground.name(), c.border.name());
    }
    // From right to left Qt mirrors a style sheet's padding, and not its borders.
    sheet.replace(QLatin1String("%lead%"),
                  language() == Language::Urdu ? QStringLiteral("right") : QStringLiteral("left"));
    sheet.replace(QLatin1String("%warn%"), status(Status::Warn).solid.name());
    sheet.replace(QLatin1String("%bad%"), status(Status::Bad).solid.name());
    const std::pair<const char *, Colour> colours[] = {
        {"%base%", Colour::Base},     {"%window%", Colour::Window}, {"%alt%", Colour::Alt},
        {"%line%", Colour::Line},     {"%text2%", Colour::Text2},   {"%text3%", Colour::Text3},
        {"%accent%", Colour::Accent}, {"%tint%", Colour::Tint},
    };
    for (const auto &[name, token] : colours)
        sheet.replace(QLatin1String(name), colour(token).name());
    const std::pair<const char *, Type> types[] = {
        {"%page-title.px%", Type::PageTitle},
        {"%card-title.px%", Type::CardTitle},
        {"%section-title.px%", Type::SectionTitle},
        {"%item.px%", Type::ItemText},
        {"%chip.px%", Type::Chip},
        {"%caption.px%", Type::Caption},
    };
    for (const auto &[name, type] : types)
        sheet.replace(QLatin1String(name), QStringLiteral("%1px").arg(font(type).pixelSize()));
    return sheet;
}

} // namespace markaz::ui

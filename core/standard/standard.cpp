// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/standard.h"

#include <QFile>

namespace markaz {

QString token(ItemType type)
{
    switch (type) {
    case ItemType::YesNo:
        return QStringLiteral("yes_no");
    case ItemType::Choice:
        return QStringLiteral("choice");
    case ItemType::Measurement:
        return QStringLiteral("measurement");
    case ItemType::ExpiryDate:
        return QStringLiteral("expiry_date");
    case ItemType::Text:
        return QStringLiteral("text");
    case ItemType::Photo:
        return QStringLiteral("photo");
    case ItemType::Document:
        return QStringLiteral("document");
    case ItemType::Signature:
        return QStringLiteral("signature");
    case ItemType::Position:
        return QStringLiteral("position");
    case ItemType::Calculated:
        return QStringLiteral("calculated");
    case ItemType::Repeat:
        return QStringLiteral("repeat");
    }
    return {};
}

const Item *Standard::item(const QString &code) const
{
    const qsizetype place = m_byCode.find(code);
    return place < 0 ? nullptr : &m_items.at(place);
}

const Section *Standard::section(const QString &code) const
{
    for (const Section &section : m_sections) {
        if (section.code == code)
            return &section;
    }
    return nullptr;
}

LocalText Standard::instrumentLabel(const QString &token) const
{
    return m_instruments.value(token, LocalText{token, token});
}

LocalText Standard::unitLabel(const QString &token) const
{
    return m_units.value(token, LocalText{token, token});
}

Result<Standard> builtinStandard()
{
    QFile file(QStringLiteral(":/markaz/standards/freelancing-centre-facility-1.json"));
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::NotFound, QStringLiteral("the standard is not in the program"), file.fileName());
    return readStandard(file.readAll());
}

} // namespace markaz

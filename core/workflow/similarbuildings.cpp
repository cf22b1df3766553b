// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/similarbuildings.h"

namespace markaz {
namespace {

constexpr double kSamePlaceM = 25.0;
constexpr qint64 kCellE6 = 1000; ///< about 110 m: neighbours are in the same cell or the next

/// Files in Windows-1256 have no Urdu yeh and write the Arabic one; some keyboards give an Arabic kaf too.
QChar urdu(QChar c)
{
    if (c == QChar(0x64A) || c == QChar(0x649))
        return QChar(0x6CC);
    return c == QChar(0x643) ? QChar(0x6A9) : c;
}

QString keyOf(const QJsonObject &building, const char *field)
{
    QString key = QString::number(building.value(QStringLiteral("city")).toInteger()) + QLatin1Char('|');
    const QString text = building.value(QLatin1String(field)).toString().toCaseFolded();
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            key.append(urdu(c));
    }
    return key;
}

constexpr qsizetype kShortest = 4;

/// The name without what people spell in more than one way: vowels, doubled letters, accents and the plural's s of a
/// word. Digits stay as they are: "Block 1" is not "Block 11". Empty when too little is left to tell buildings apart.
QString soundOf(const QJsonObject &building)
{
    const QString name =
        building.value(QStringLiteral("name")).toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString sound;
    QString word;
    const auto endWord = [&sound, &word] {
        if (word.size() > 2 && word.endsWith(QLatin1Char('s')))
            word.chop(1);
        sound += word;
        word.clear();
    };
    for (const QChar letter : name) {
        const QChar c = urdu(letter);
        if (c.isMark() || QStringView(u"aeiouy").contains(c))
            continue;
        if (!c.isLetterOrNumber())
            endWord();
        else if (c.isDigit() || !word.endsWith(c))
            word += c;
    }
    endWord();
    if (sound.size() < kShortest)
        return {};
    return QString::number(building.value(QStringLiteral("city")).toInteger()) + QLatin1Char('|') + sound;
}

QString cellOf(qint64 latitude, qint64 longitude)
{
    return QStringLiteral("%1:%2").arg(latitude).arg(longitude);
}

RowFault alike(int line, RowReason how, const SimilarBuildings::Called &called)
{
    QString other = called.code;
    if (called.line > 0)
        other = other.isEmpty() ? QStringLiteral("line %1").arg(called.line)
                                : QStringLiteral("%1 (line %2)").arg(other).arg(called.line);
    QString detail = QStringLiteral("this looks like a building that is there: ") + other;
    if (how == RowReason::SameName)
        detail += QStringLiteral(" has the same name in the same city");
    else if (how == RowReason::NearName)
        detail += QStringLiteral(" has nearly the same name in the same city");
    else if (how == RowReason::SameAddress)
        detail += QStringLiteral(" has the same address");
    else
        detail += QStringLiteral(" stands within %1 m").arg(static_cast<int>(kSamePlaceM));
    return {line, how, {}, called.code, makeError(ErrorCode::InvalidValue, detail), called.line};
}

} // namespace

void SimilarBuildings::add(const QJsonObject &building, const Called &called)
{
    m_byName.insert(keyOf(building, "name"), called);
    if (const QString sound = soundOf(building); !sound.isEmpty())
        m_bySound.insert(sound, called);
    m_byAddress.insert(keyOf(building, "address"), called);
    if (const auto position = Position::fromFields(building))
        m_byCell[cellOf(position->latitudeE6() / kCellE6, position->longitudeE6() / kCellE6)].append(
            {*position, called});
}

std::optional<RowFault> SimilarBuildings::like(const QJsonObject &building, int line) const
{
    if (const auto known = m_byName.constFind(keyOf(building, "name")); known != m_byName.constEnd())
        return alike(line, RowReason::SameName, *known);
    if (const auto known = m_bySound.constFind(soundOf(building)); known != m_bySound.constEnd())
        return alike(line, RowReason::NearName, *known);
    if (const auto known = m_byAddress.constFind(keyOf(building, "address")); known != m_byAddress.constEnd())
        return alike(line, RowReason::SameAddress, *known);
    const auto position = Position::fromFields(building);
    for (qint64 north = -1; position && north <= 1; ++north) {
        for (qint64 east = -1; east <= 1; ++east) {
            const QList<Place> places = m_byCell.value(
                cellOf(position->latitudeE6() / kCellE6 + north, position->longitudeE6() / kCellE6 + east));
            for (const Place &place : places) {
                if (place.position.distanceM(*position) <= kSamePlaceM)
                    return alike(line, RowReason::SamePlace, place.called);
            }
        }
    }
    return {};
}

} // namespace markaz

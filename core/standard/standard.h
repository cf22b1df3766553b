// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/answer.h"
#include "core/standard/codeindex.h"
#include "core/standard/rule.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <array>
#include <memory>
#include <optional>

namespace markaz {

/// A text of the standard in both its languages.
struct LocalText
{
    QString en;
    QString ur;
    const QString &in(bool urdu) const { return urdu ? ur : en; }
};

enum class ItemType {
    YesNo,
    Choice,
    Measurement,
    ExpiryDate,
    Text,
    Photo,
    Document,
    Signature,
    Position,
    Calculated,
    Repeat
};
QString token(ItemType type);

/// One option of a choice, one band of a measurement, with the credit it earns in basis points (0-10,000).
struct Option
{
    QString token;
    LocalText label;
    int creditBp = 0;
};
struct Band
{
    Decimal limit; ///< the value that reaches this band, in the item's unit
    int creditBp = 0;
};

/// How a number earns credit: the best band that the value reaches; none reached = 0. The first band of a tier is the
/// full one and its limit is the threshold shown to the inspector.
struct BandTable
{
    enum class Direction { AtLeast, AtMost };
    Direction direction = Direction::AtLeast;
    std::array<QList<Band>, 3> byTier; ///< [tier - 1], best first
    /// A figure of the policy that replaces the threshold when the policy in force has it; empty for nearly all.
    QString programmeLimit;
    int creditFor(int tier, Decimal value, const QJsonObject &programme = {}) const;
    std::optional<Decimal> threshold(int tier, const QJsonObject &programme = {}) const;
};

/// What a measured number may look like; catches a slip of the pen or of the unit, it earns no credit.
struct NumberForm
{
    std::optional<Decimal> least;
    std::optional<Decimal> most;
    int decimals = 4; ///< places after the point; 0 = a count
    Result<Decimal> parse(const QString &text) const;
};

/// A column of a repeat item's rows.
struct RepeatField
{
    QString name;
    LocalText label;
    ItemType type = ItemType::Text; ///< YesNo, Choice, Measurement, ExpiryDate or Text
    QString unit;
    QList<Option> options;
    std::optional<BandTable> bands;
    NumberForm number;
    bool required = true;
    bool distinct = false; ///< no two rows may have the same value
};

struct Item
{
    QString code;    ///< "C-02"
    QString section; ///< "C"
    ItemType type = ItemType::YesNo;
    LocalText text;
    LocalText guidance;
    LocalText shortText; ///< a few words for the verdict sentence: "exits unlocked"
    QString unit;
    QStringList instruments; ///< tokens of the instruments a measurement may be taken with
    int weight = 0;
    bool critical = false;
    /// A critical item that is met in part fails, with no credit, unless the standard says here that it is tolerated.
    bool partialTolerated = false;
    bool notApplicableAllowed = false;
    int photosNeeded = 0;
    bool documentNeeded = false;
    std::shared_ptr<const Rule> visibleWhen; ///< null: always
    int yesCreditBp = 10'000;                ///< yes_no; reversed items swap the two
    int noCreditBp = 0;
    QList<Option> options;
    std::optional<BandTable> bands;
    NumberForm number; ///< of a measurement
    std::shared_ptr<const Calculation> calculation;
    QString repeatKind; ///< exit, extinguisher, speed_test, room
    QList<RepeatField> repeatFields;
    int minRows = 0;
    QString sumField;          ///< repeat: `bands` judge this column's sum; empty: the worst row's credit counts
    QString basis;             ///< public source of the threshold, or "proposal"
    bool readByOthers = false; ///< another item's rule or calculation reads this one
    QJsonObject source;        ///< the item as the file says it, to compare versions with

    /// Whether \p answer has the form that this item takes; InvalidValue or Incomplete with `where` = part of it.
    Result<void> checkAnswer(const Answer &answer) const;
};

struct Section
{
    QString code;
    LocalText title;
    QStringList items; ///< codes in order
};

struct TierRule
{
    int passBp = 0;
    QHash<QString, int> floorBp; ///< by section code
    int provisionalMarginBp = 1000;
    friend bool operator==(const TierRule &, const TierRule &) = default;
};

/// A published standard; never changed after. Read by readStandard, which checks it whole.
class Standard
{
public:
    const QString &id() const { return m_id; }
    int version() const { return m_version; }
    /// SHA-256 (hex, lower case) of the standard's canonical JSON: keys sorted, no white space.
    const QString &hash() const { return m_hash; }
    const LocalText &title() const { return m_title; }
    const QList<Section> &sections() const { return m_sections; }
    const QList<Item> &items() const { return m_items; }
    const Item *item(const QString &code) const;         ///< nullptr when there is none
    const CodeIndex &byCode() const { return m_byCode; } ///< places in items()
    const Section *section(const QString &code) const;
    const TierRule &tier(int tier) const { return m_tiers[static_cast<size_t>(tier - 1)]; } ///< 1 to 3
    /// Positions in items(), each after all that its rule and its calculation read.
    const QList<qsizetype> &evaluationOrder() const { return m_order; }
    /// Label of an instrument's or a unit's token; both languages hold the token itself when there is none.
    LocalText instrumentLabel(const QString &token) const;
    LocalText unitLabel(const QString &token) const;

private:
    friend class StandardReader;
    QString m_id;
    int m_version = 0;
    QString m_hash;
    LocalText m_title;
    QList<Section> m_sections;
    QList<Item> m_items;
    CodeIndex m_byCode;
    std::array<TierRule, 3> m_tiers;
    QList<qsizetype> m_order;
    QHash<QString, LocalText> m_instruments;
    QHash<QString, LocalText> m_units;
};

/// Reads and checks a standard file (resources/standards/*.json; its JSON Schema lies beside it). The error's `where`
/// is the JSON path of what is wrong: "items[12].credit.bands.1[0].at".
Result<Standard> readStandard(const QByteArray &json);

/// The standard that the program carries in itself; markaz::initResources() must have been called.
Result<Standard> builtinStandard();

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/importrow.h"

#include "core/domain/namekey.h"
#include "core/domain/position.h"
#include "core/workflow/citylookup.h"
#include "core/workflow/rowcells.h"

#include <QDate>

#include <algorithm>
#include <array>

namespace markaz {

QString latinDigits(QString text)
{
    for (QChar &c : text) {
        if (c.isDigit() && c.unicode() > 0x7F)
            c = QLatin1Char(static_cast<char>('0' + c.digitValue()));
    }
    return text;
}

std::optional<qint64> wholeNumberIn(const QString &text)
{
    QString plain = latinDigits(text);
    for (const QChar separator : {QChar(QLatin1Char(',')), QChar(u'\u00A0'), QChar(QLatin1Char(' ')), QChar(u'\u066C'),
                                  QChar(u'\u2009'), QChar(u'\u202F')}) {
        const QStringList groups = plain.split(separator);
        const bool thousands =
            std::all_of(groups.begin() + 1, groups.end(), [](const QString &group) { return group.size() == 3; });
        if (groups.size() > 1 && thousands && groups.first().size() <= 3)
            plain.remove(separator);
    }
    if (plain.endsWith(QLatin1String(".0")) || plain.endsWith(QLatin1String(".00")))
        plain = plain.left(plain.indexOf(QLatin1Char('.'))); // how some programs write whole numbers
    bool whole = false;
    const qint64 number = plain.toLongLong(&whole);
    return whole ? std::optional<qint64>(number) : std::nullopt;
}

namespace {

/// Words for a token beside the token itself: English and Urdu, parted by "|".
struct Word
{
    const char *field;
    const char *token;
    const char *names;
};

constexpr std::array kWords{
    Word{"tenure", "freehold", "owned|ملکیتی"},
    Word{"tenure", "leasehold", "lease|leased|پٹے پر|لیز"},
    Word{"tenure", "government", "govt|حکومت|سرکاری"},
    Word{"tenure", "waqf", "auqaf|وقف|اوقاف"},
    Word{"condition", "good", "اچھی"},
    Word{"condition", "fair", "مناسب"},
    Word{"condition", "poor", "bad|خراب"},
    Word{"condition", "dangerous", "خطرناک"},
    Word{"owner_kind", "individual", "person|private|فرد"},
    Word{"owner_kind", "company", "firm|کمپنی"},
    Word{"owner_kind", "government", "govt|حکومت|سرکاری"},
    Word{"owner_kind", "trust", "ٹرسٹ"},
    Word{"flag", "yes", "y|true|1|ہاں|جی ہاں|جی"},
    Word{"flag", "no", "n|false|0|نہیں|جی نہیں"},
};

/// The token that \p text means; empty when it is none of the field's.
QString tokenOf(const QString &field, const QString &text)
{
    const QString key = nameKey(text);
    for (const auto &[of, token, names] : kWords) {
        if (field != QLatin1String(of))
            continue;
        if (key == nameKey(QLatin1String(token)))
            return QLatin1String(token);
        const QStringList called = QString::fromUtf8(names).split(QLatin1Char('|'));
        for (const QString &name : called) {
            if (key == nameKey(name))
                return QLatin1String(token);
        }
    }
    return {};
}

QDate dayOf(const QString &text)
{
    const QString plain = latinDigits(text);
    for (const char *form : {"yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy/M/d"}) {
        if (const QDate day = QDate::fromString(plain, QLatin1String(form)); day.isValid())
            return day;
    }
    return {};
}

/// One row on its way into a building.
class Reading : public RowCells
{
public:
    using RowCells::RowCells;

    const std::optional<RowFault> &firstFault() const { return m_fault; }

    void number(QJsonObject &fields, const char *field)
    {
        const QString given = text(field);
        if (given.isEmpty() || m_fault)
            return;
        const auto value = wholeNumberIn(given);
        if (!value) {
            m_fault =
                fault(RowReason::NoNumber, field, QStringLiteral("\"%1\" is no whole number").arg(given.left(40)));
            return;
        }
        fields.insert(QLatin1String(field), *value);
    }

    void flag(QJsonObject &fields, const char *field)
    {
        const QString given = text(field);
        if (given.isEmpty() || m_fault)
            return;
        const QString token = tokenOf(QStringLiteral("flag"), given);
        if (token.isEmpty()) {
            m_fault = fault(RowReason::NoYesOrNo, field, QStringLiteral("must be yes or no"));
            return;
        }
        fields.insert(QLatin1String(field), token == QLatin1String("yes"));
    }

    void word(QJsonObject &fields, const char *field, const char *name)
    {
        const QString given = text(field);
        if (given.isEmpty() || m_fault)
            return;
        const QString token = tokenOf(QLatin1String(field), given);
        if (token.isEmpty()) {
            m_fault = fault(RowReason::NoSuchWord, field, QStringLiteral("\"%1\" is not one of its words").arg(given));
            return;
        }
        fields.insert(QLatin1String(name), token);
    }

    void day(QJsonObject &fields, const char *field)
    {
        const QString given = text(field);
        if (given.isEmpty() || m_fault)
            return;
        const QDate date = dayOf(given);
        if (!date.isValid()) {
            m_fault = fault(RowReason::NoDay, field, QStringLiteral("not a day as in 2022-04-14 or 14/04/2022"));
            return;
        }
        fields.insert(QLatin1String(field), date.toString(Qt::ISODate));
    }

    void words(QJsonObject &fields, const char *field, const char *name)
    {
        if (const QString given = text(field); !given.isEmpty())
            fields.insert(QLatin1String(name), given);
    }

    void position(QJsonObject &fields)
    {
        if (m_fault)
            return;
        QString given = text("position");
        const char *where = "position";
        if (given.isEmpty() && (!text("latitude").isEmpty() || !text("longitude").isEmpty())) {
            given = text("latitude") + QStringLiteral(", ") + text("longitude");
            where = "latitude";
        }
        if (given.isEmpty())
            return;
        const auto position = Position::parse(latinDigits(given));
        if (!position) {
            m_fault = fault(RowReason::NoPosition, where, QStringLiteral("not a position as in 32.4945 and 74.5229"));
            return;
        }
        fields.insert(QStringLiteral("latitude_e6"), position->latitudeE6());
        fields.insert(QStringLiteral("longitude_e6"), position->longitudeE6());
        fields.insert(QStringLiteral("position_source"), QStringLiteral("typed"));
        number(fields, "accuracy_m");
    }

private:
    std::optional<RowFault> m_fault; ///< the first one
};

} // namespace

ImportRowReader::ImportRowReader(const QStringList &fields, const Gazetteer &gazetteer)
    : m_fields(fields)
    , m_cities(std::make_shared<const CityLookup>(gazetteer))
{
}

std::variant<ImportRow, RowFault> ImportRowReader::read(const CsvRow &row) const
{
    Reading reading(row, m_fields);
    if (auto surplus = reading.surplus())
        return *surplus;
    ImportRow result;
    result.line = row.line;

    const QString name = reading.text("city");
    if (name.isEmpty())
        return reading.missing("city");
    const auto city = m_cities->find(name, reading.text("province"));
    if (const auto *missed = std::get_if<CityLookup::Missed>(&city))
        return reading.fault(missed->reason, "city", missed->detail);
    result.city = std::get<const City *>(city);

    result.code = reading.text("code");
    QJsonObject &fields = result.building;
    fields.insert(QStringLiteral("city"), result.city->id);
    for (const char *field : {"name", "address", "notes"})
        reading.words(fields, field, field);
    for (const char *field : {"covered_area_sqft", "storeys", "planned_seats", "year_built"})
        reading.number(fields, field);
    reading.day(fields, "idle_since");
    for (const char *field : {"tenure", "condition"})
        reading.word(fields, field, field);
    for (const char *field : {"level_entrance", "has_generator"})
        reading.flag(fields, field);
    reading.position(fields);

    for (const char *field : {"name", "cnic_ntn", "phone", "email", "postal_address"})
        reading.words(result.owner, qPrintable(QStringLiteral("owner_") + QLatin1String(field)), field);
    if (!result.owner.isEmpty()) {
        result.owner.insert(QStringLiteral("kind"), QStringLiteral("individual"));
        reading.word(result.owner, "owner_kind", "kind");
    }
    if (reading.firstFault())
        return *reading.firstFault();
    return result;
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/importrow.h"

#include "core/domain/citynames.h"
#include "core/domain/namekey.h"
#include "core/domain/position.h"
#include "core/support/csvwriter.h"

#include <QDate>
#include <QSet>

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

constexpr int kShown = 60; ///< characters of a bad value

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
class Reading
{
public:
    Reading(const CsvRow &row, const QStringList &fields)
        : m_row(row)
        , m_fields(fields)
    {
    }

    QString text(const char *field) const
    {
        const qsizetype at = m_fields.indexOf(QLatin1String(field));
        return at >= 0 && at < m_row.cells.size() ? formulaKept(m_row.cells.at(at).trimmed()) : QString();
    }

    RowFault fault(RowReason reason, const char *field, const QString &detail) const
    {
        return {m_row.line, reason, QLatin1String(field), text(field).left(kShown),
                makeError(ErrorCode::InvalidValue, detail, QLatin1String(field))};
    }

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

    const std::optional<RowFault> &fault() const { return m_fault; }

private:
    const CsvRow &m_row;
    const QStringList &m_fields;
    std::optional<RowFault> m_fault; ///< the first one
};

/// ISO 3166-2 of a province that is named so or by its code; nothing fits: as it was given.
QString provinceOf(const Gazetteer &gazetteer, const QString &text)
{
    for (const Province &province : gazetteer.provinces()) {
        const QString key = nameKey(text);
        if (key == nameKey(province.code) || key == nameKey(province.nameEn) || key == nameKey(province.nameUr))
            return province.code;
    }
    return text;
}

} // namespace

ImportRowReader::ImportRowReader(const QStringList &fields, const Gazetteer &gazetteer)
    : m_fields(fields)
    , m_gazetteer(gazetteer)
{
    for (const City &city : gazetteer.cities()) {
        QSet<QString> keys{nameKey(city.name)};
        for (const QString &name : builtinCityNames().value(city.id))
            keys.insert(nameKey(name));
        for (const QString &key : std::as_const(keys))
            m_cities[key].append(&city);
    }
}

std::variant<ImportRow, RowFault> ImportRowReader::read(const CsvRow &row) const
{
    Reading reading(row, m_fields);
    for (qsizetype i = m_fields.size(); i < row.cells.size(); ++i) {
        if (!row.cells.at(i).trimmed().isEmpty())
            return reading.fault(RowReason::Surplus, "",
                                 QStringLiteral("the row has more cells than the first line has names"));
    }
    ImportRow result;
    result.line = row.line;

    const QString name = reading.text("city");
    const QString province = reading.text("province");
    bool isNumber = false;
    const int number = latinDigits(name).toInt(&isNumber);
    if (name.isEmpty())
        return RowFault{row.line,
                        RowReason::Refused,
                        QStringLiteral("city"),
                        {},
                        makeError(ErrorCode::Incomplete, QStringLiteral("city is missing"), QStringLiteral("city"))};
    if (isNumber) {
        result.city = m_gazetteer.city(number);
        if (result.city == nullptr)
            return reading.fault(RowReason::UnknownCity, "city",
                                 QStringLiteral("no city has the number %1").arg(number));
    } else {
        const QString in = province.isEmpty() ? QString() : provinceOf(m_gazetteer, province);
        QList<const City *> found;
        const QList<const City *> named = m_cities.value(nameKey(name));
        std::copy_if(named.begin(), named.end(), std::back_inserter(found),
                     [&in](const City *city) { return in.isEmpty() || city->province == in; });
        if (const City *prefixed = m_gazetteer.cityOfPrefix(name.toUpper());
            found.isEmpty() && prefixed != nullptr && (in.isEmpty() || prefixed->province == in))
            found.append(prefixed);
        if (found.isEmpty())
            return reading.fault(
                RowReason::UnknownCity, "city",
                QStringLiteral("no city \"%1\"%2")
                    .arg(name.left(kShown), province.isEmpty() ? QString() : QStringLiteral(" in ") + province));
        if (found.size() > 1)
            return reading.fault(
                RowReason::SeveralCities, "city",
                QStringLiteral("several cities have this name; add the column province or use the GeoNames number"));
        result.city = found.first();
    }

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
    if (reading.fault())
        return *reading.fault();
    return result;
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/importfields.h"

#include "core/domain/namekey.h"

namespace markaz {
namespace {

/// How people call a field at the head of a column, apart from its own name: English and Urdu, parted by "|".
struct Names
{
    const char *field;
    const char *names;
};

constexpr Names kNames[] = {
    {"name", "building|building name|name of building|property|property name|title|نام|عمارت|عمارت کا نام"},
    {"address", "building address|street|street address|location address|پتہ|عمارت کا پتہ"},
    {"city", "town|city name|city or town|شہر|شہر کا نام"},
    {"covered_area_sqft", "covered area|area|area sq ft|covered area sq ft|area in sq ft|square feet|sq ft|floor area|"
                          "رقبہ|کورڈ ایریا|رقبہ، مربع فٹ|رقبہ مربع فٹ"},
    {"storeys", "stories|storey|floors|number of floors|no of floors|number of storeys|منزلیں|منزل|منزلوں کی تعداد"},
    {"province", "region|state|صوبہ"},
    {"code", "building code|کوڈ|عمارت کا کوڈ"},
    {"tenure", "ownership type|type of ownership|ملکیت کی نوعیت"},
    {"planned_seats", "seats|number of seats|نشستیں|مجوزہ نشستیں"},
    {"year_built", "built|year of construction|construction year|built in|تعمیر کا سال|سال تعمیر"},
    {"idle_since", "idle|idle from|vacant since|empty since|کب سے خالی|خالی"},
    {"condition", "state of building|building condition|حالت|عمارت کی حالت"},
    {"level_entrance", "step free entrance|ramp|ہموار داخلہ"},
    {"has_generator", "generator|generator on the site|جنریٹر|جگہ پر جنریٹر"},
    {"position", "coordinates|gps|gps coordinates|position latitude and longitude|lat long|lat lng|latitude longitude|"
                 "مقام|مقام، عرض بلد اور طول بلد"},
    {"latitude", "lat|y|عرض بلد"},
    {"longitude", "lon|long|lng|x|طول بلد"},
    {"accuracy_m", "accuracy|gps accuracy|درستی"},
    {"notes", "note|remarks|comments|remark|نوٹس|نوٹ"},
    {"owner_name", "owner|name of owner|landlord|مالک|مالک کا نام"},
    {"owner_kind", "owner type|type of owner|kind of owner|مالک کی قسم"},
    {"owner_cnic_ntn", "cnic|ntn|cnic or ntn|owner cnic|شناختی کارڈ|شناختی کارڈ یا این ٹی این"},
    {"owner_phone", "phone|mobile|contact|contact number|phone number|telephone|فون|موبائل|رابطہ نمبر"},
    {"owner_email", "email|e mail|email address|ای میل"},
    {"owner_postal_address", "postal address|owner address|mailing address|ڈاک کا پتہ|مالک کا پتہ"},
};

const QHash<QString, QString> &fieldsByKey()
{
    static const QHash<QString, QString> all = [] {
        QHash<QString, QString> fields;
        for (const auto &[field, names] : kNames) {
            fields.insert(nameKey(QLatin1String(field)), QLatin1String(field));
            const QStringList called = QString::fromUtf8(names).split(QLatin1Char('|'));
            for (const QString &name : called)
                fields.insert(nameKey(name), QLatin1String(field));
        }
        return fields;
    }();
    return all;
}

} // namespace

const QStringList &importFields()
{
    static const QStringList all = [] {
        QStringList fields;
        for (const Names &entry : kNames)
            fields.append(QLatin1String(entry.field));
        return fields;
    }();
    return all;
}

QStringList neededImportFields()
{
    return importFields().mid(0, 5);
}

QString recordField(const QString &importField)
{
    if (importField.startsWith(QLatin1String("owner_")))
        return QStringLiteral("owner.") + importField.mid(6);
    if (importField == QLatin1String("position") || importField == QLatin1String("latitude"))
        return QStringLiteral("latitude_e6");
    if (importField == QLatin1String("longitude"))
        return QStringLiteral("longitude_e6");
    return importField;
}

QStringList guessImportFields(const QStringList &names, const QHash<QString, QString> &remembered)
{
    QStringList fields;
    for (const QString &name : names) {
        const QString key = nameKey(name);
        const auto kept = remembered.constFind(key);
        QString field = kept != remembered.constEnd() ? *kept : fieldsByKey().value(key);
        if (fields.contains(field) || !importFields().contains(field))
            field.clear();
        fields.append(field);
    }
    return fields;
}

Result<void> checkImportFields(const QStringList &fields)
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString &field = fields.at(i);
        if (field.isEmpty())
            continue;
        if (!importFields().contains(field))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("there is no field \"%1\"").arg(field.left(60)),
                             field);
        if (fields.indexOf(field) != i)
            return makeError(ErrorCode::InvalidValue, QStringLiteral("two columns are \"%1\"").arg(field), field);
    }
    const QStringList needed = neededImportFields();
    for (const QString &field : needed) {
        if (!fields.contains(field))
            return makeError(ErrorCode::Incomplete, QStringLiteral("no column is \"%1\"").arg(field), field);
    }
    return {};
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/importfields.h"

#include "core/workflow/columnnames.h"

namespace markaz {
namespace {

const QList<ColumnNames::Field> kNames{
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

const ColumnNames &columns()
{
    static const ColumnNames all(kNames, 5);
    return all;
}

} // namespace

const QStringList &importFields()
{
    return columns().fields();
}

QStringList neededImportFields()
{
    return columns().needed();
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
    return columns().guess(names, remembered);
}

Result<void> checkImportFields(const QStringList &fields)
{
    return columns().check(fields);
}

} // namespace markaz

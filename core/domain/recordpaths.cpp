// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What recordspec.h says of paths and ids.
#include "core/domain/recordspec.h"

namespace markaz {

QJsonValue valueAt(const QJsonObject &fields, const QString &path)
{
    const qsizetype dot = path.indexOf(QLatin1Char('.'));
    const QStringView view(path);
    const QJsonValue value =
        dot < 0 ? fields.value(path) : fields.value(view.left(dot)).toObject().value(view.mid(dot + 1));
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

void setValueAt(QJsonObject &fields, const QString &path, const QJsonValue &value)
{
    const bool remove = value.isNull() || value.isUndefined();
    const qsizetype dot = path.indexOf(QLatin1Char('.'));
    if (dot < 0) {
        if (remove)
            fields.remove(path);
        else
            fields.insert(path, value);
        return;
    }
    // Taken out, so that nobody shares it and a map of 100 members is not copied for each that is set.
    const QStringView view(path);
    QJsonObject map = fields.take(view.left(dot)).toObject();
    if (remove)
        map.remove(view.mid(dot + 1));
    else
        map.insert(view.mid(dot + 1), value);
    if (!map.isEmpty())
        fields.insert(view.left(dot), map);
}

bool isRecordId(const QString &text)
{
    // By hand: a batch of 100 changes asks this some 500 times.
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool digit = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
        if (dash ? c != u'-' : !digit)
            return false;
    }
    return true;
}

} // namespace markaz

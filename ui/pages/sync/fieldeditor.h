// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

#include <functional>

namespace markaz::ui {

class ChangeWords;

/// Takes the value of one field of a record, or of a group that moves as one, in place. It follows the field's
/// description: what the form of the record's own page knows beyond that, it does not.
class FieldEditor final : public QWidget
{
    Q_OBJECT
public:
    /// nullptr for what is not entered in place: links to other records, scores, codes, the city of a building.
    static FieldEditor *make(const Services &services, Entity entity, const QString &id, const QString &key,
                             const QStringList &paths, const QString &name, QWidget *parent);

    void setValues(const QJsonObject &byPath);
    /// What stands in it, by path; Null where it is empty. InvalidValue with `where` = the path when it cannot be read.
    Result<QJsonObject> values() const { return m_values(); }
    void setInvalid(bool invalid); ///< marks it and takes the keyboard

Q_SIGNALS:
    void edited(); ///< by the person

private:
    explicit FieldEditor(QWidget *parent);
    void makeText(const FieldSpec &spec);
    void makeLongText(const FieldSpec &spec);
    void makeNumber(const FieldSpec &spec);
    void makeMoney(const FieldSpec &spec);
    void makeTokens(const FieldSpec &spec, const ChangeWords &words, Entity entity);
    void makeDate(const FieldSpec &spec);
    void makeChoice(const FieldSpec &spec, const QList<std::pair<QString, QVariant>> &options);
    void makeAgreement(const Services &services, const FieldSpec &spec);
    void makePosition();
    void makeGroup(const Services &services, Entity entity, const QString &id, const QStringList &paths);
    void makeAnswer(const Services &services, const Standard &standard, const Item &item, const QString &path);
    void take(QWidget *input);

    QWidget *m_input = nullptr;
    std::function<void(const QJsonObject &)> m_show;
    std::function<Result<QJsonObject>()> m_values;
};

} // namespace markaz::ui

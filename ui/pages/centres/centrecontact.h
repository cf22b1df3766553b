// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/centres.h"
#include "ui/services.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace markaz::ui {

/// Whom to call at a centre, and whether that stands on the public list. Both are one thing: who agreed to be published
/// has agreed for oneself, and whoever enters another contact says so anew.
///
/// Of JSON the members are "contact_name", "contact_phone", "contact_email" and "contact_agreed_at"
/// (CentreEntry::contactAgreedAt), all of them texts.
class CentreContact final : public QWidget
{
    Q_OBJECT
public:
    explicit CentreContact(const Services &services, QWidget *parent = nullptr);

    /// What is on show, and what it is compared with from now on.
    void setEntry(const CentreEntry &entry);
    /// Puts what stands here into \p entry.
    void read(CentreEntry &entry) const;
    /// The lines, by their names in JSON.
    QHash<QString, QWidget *> fields() const;
    /// Puts back what was kept: \p entered are the members that were entered, the lines as they stood in them, and
    /// \p over is what was on show then. It comes back whole or not at all, where it is another one by now without the
    /// word of the one before. What it is compared with from now on.
    QJsonObject resume(const QJsonObject &entered, const QJsonObject &over);
    /// What is to be known of the consent; may be empty.
    QString hint() const;
    QWidget *first() const;

    static QJsonObject toJson(const CentreEntry &entry);

Q_SIGNALS:
    void changed();

private:
    void fill(const QJsonObject &contact);
    void typed();
    void agreementSaid(bool agreed);
    QJsonObject contact() const;

    Services m_services;
    QJsonObject m_shown;
    QString m_agreedAt;
    bool m_replaced = false; ///< by somebody else, while something of it was being entered here
    bool m_filling = false;
    QLineEdit *m_name;
    QLineEdit *m_phone;
    QLineEdit *m_email;
    QCheckBox *m_public;
};

} // namespace markaz::ui

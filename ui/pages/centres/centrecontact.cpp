// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centres/centrecontact.h"

#include "ui/widgets/enteredfields.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QScopedValueRollback>

#include <algorithm>

namespace markaz::ui {
namespace {

const QString kName = QStringLiteral("contact_name");
const QString kPhone = QStringLiteral("contact_phone");
const QString kEmail = QStringLiteral("contact_email");
const QString kAgreed = QStringLiteral("contact_agreed_at");
/// Who is called: what a person agrees to for oneself.
const QStringList kPerson{kName, kPhone, kEmail};

bool isSamePerson(const QJsonObject &one, const QJsonObject &other)
{
    return std::all_of(kPerson.cbegin(), kPerson.cend(),
                       [&](const QString &key) { return one.value(key) == other.value(key); });
}

} // namespace

CentreContact::CentreContact(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_shown(toJson({}))
{
    const auto line = [this](const char *name, int most) {
        auto *field = new QLineEdit(this);
        field->setObjectName(QLatin1String(name));
        field->setMaxLength(most);
        return field;
    };
    m_name = line("centreContactName", 120);
    m_phone = line("centreContactPhone", 30);
    m_email = line("centreContactEmail", 254);
    m_public = new QCheckBox(tr("The contact may stand on the public list of centres"), this);
    m_public->setObjectName(QStringLiteral("centreContactPublic"));
    auto *form = new QGridLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addWidget(labelled(tr("Contact"), m_name), 0, 0);
    form->addWidget(labelled(tr("Phone"), m_phone), 0, 1);
    form->addWidget(labelled(tr("E-mail"), m_email), 0, 2);
    form->addWidget(m_public, 1, 0, 1, 3);
    for (int column = 0; column < 3; ++column)
        form->setColumnStretch(column, 1);
    setTabOrder(m_email, m_public); // which has no label around it, and would come before all that have
    for (const QLineEdit *field : {m_name, m_phone, m_email})
        connect(field, &QLineEdit::textChanged, this, &CentreContact::typed);
    connect(m_public, &QCheckBox::toggled, this, &CentreContact::agreementSaid);
}

QJsonObject CentreContact::toJson(const CentreEntry &entry)
{
    return {{kName, entry.contactName},
            {kPhone, entry.contactPhone},
            {kEmail, entry.contactEmail},
            {kAgreed, entry.contactAgreedAt}};
}

QWidget *CentreContact::first() const
{
    return m_name;
}

QHash<QString, QWidget *> CentreContact::fields() const
{
    return {{kName, m_name}, {kPhone, m_phone}, {kEmail, m_email}};
}

/// Puts it on show as it is: nobody has typed it.
void CentreContact::fill(const QJsonObject &contact)
{
    const QScopedValueRollback filling(m_filling, true);
    enterInto(fields(), contact);
    m_agreedAt = contact.value(kAgreed).toString();
    m_public->setChecked(!m_agreedAt.isEmpty());
}

void CentreContact::setEntry(const CentreEntry &entry)
{
    fill(toJson(entry));
    m_shown = contact();
    m_replaced = false;
}

void CentreContact::read(CentreEntry &entry) const
{
    entry.contactName = m_name->text().trimmed();
    entry.contactPhone = m_phone->text().trimmed();
    entry.contactEmail = m_email->text().trimmed();
    entry.contactAgreedAt = m_agreedAt;
}

QJsonObject CentreContact::contact() const
{
    CentreEntry entry;
    read(entry);
    return toJson(entry);
}

/// A consent is one person's: whoever enters another contact says anew that it may be published.
void CentreContact::typed()
{
    if (m_filling)
        return;
    m_replaced = false;
    m_public->setChecked(false);
    Q_EMIT changed();
}

/// The moment of the tick; that of before where it is the same contact that is ticked again.
void CentreContact::agreementSaid(bool agreed)
{
    if (m_filling)
        return;
    const QString before = m_shown.value(kAgreed).toString();
    const bool again = !before.isEmpty() && isSamePerson(contact(), m_shown);
    m_replaced = false;
    m_agreedAt = !agreed ? QString() : again ? before : Centres(m_services.workspace).agreedNow(before);
    Q_EMIT changed();
}

QJsonObject CentreContact::resume(const QJsonObject &entered, const QJsonObject &over)
{
    // A contact is one thing: who ticked the box for one person has said nothing of the next.
    const bool replaced = !isSamePerson(over, m_shown);
    const bool another =
        std::any_of(kPerson.cbegin(), kPerson.cend(), [&](const QString &key) { return entered.contains(key); });
    const bool said = entered.contains(kAgreed);
    m_replaced = replaced && (another || said);
    if (another || (!replaced && said)) {
        QJsonObject back;
        for (const QString &key : kPerson + QStringList{kAgreed}) {
            back.insert(key, entered.contains(key) ? entered.value(key) : over.value(key));
            m_shown.insert(key, over.value(key));
        }
        if (replaced)
            back.insert(kAgreed, QString());
        fill(back);
    }
    return m_shown;
}

QString CentreContact::hint() const
{
    if (m_replaced)
        return tr("Somebody else changed the contact while this was open: look whether the one who stands here now "
                  "may stand on the public list.");
    if (!m_shown.value(kAgreed).toString().isEmpty() && m_agreedAt.isEmpty())
        return tr("The contact will not stand on the public list: tick it again if this person agrees.");
    return {};
}

} // namespace markaz::ui

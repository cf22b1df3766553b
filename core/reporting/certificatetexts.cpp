// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/certificatetexts.h"

#include "core/reporting/textblock.h"
#include "core/support/urdumonths.h"

#include <QLocale>

namespace markaz {
namespace {

bool provisional(const CertificateDocument &document)
{
    return document.grade == QLatin1String("provisional");
}

} // namespace

QString dateEn(const QDate &day)
{
    return QLocale(QLocale::English).toString(day, QStringLiteral("d MMMM yyyy"));
}

QString dateUr(const QDate &day)
{
    if (!day.isValid())
        return {};
    return QStringLiteral("%1 %2 %3")
        .arg(isolated(QString::number(day.day())), urduMonths().at(day.month() - 1),
             isolated(QString::number(day.year())));
}

QString percent(int basisPoints)
{
    QString text = QString::number(basisPoints / 100);
    const int rest = basisPoints % 100;
    if (rest == 0)
        return text;
    text += QLatin1Char('.') + QString::number(rest / 10);
    return rest % 10 == 0 ? text : text + QString::number(rest % 10);
}

QString statementEn(const CertificateDocument &document)
{
    QString text =
        QStringLiteral("This building was inspected on %1 and %2 the %3, version %4, for a city of tier %5.")
            .arg(dateEn(document.inspectedOn),
                 provisional(document) ? QStringLiteral("provisionally meets") : QStringLiteral("meets"),
                 document.standardTitle, QString::number(document.standardVersion), QString::number(document.tier));
    if (!provisional(document))
        return text;
    return text + QStringLiteral(" The shortfalls that remain must be mended by %1.").arg(dateEn(document.validUntil));
}

QString statementUr(const CertificateDocument &document)
{
    QString text =
        QStringLiteral("اس عمارت کا معائنہ %1 کو کیا گیا اور یہ درجہ %2 کے شہر کے لیے %3، نسخہ %4، پر %5 ہے۔")
            .arg(dateUr(document.inspectedOn), isolated(QString::number(document.tier)), document.standardTitleUr,
                 isolated(QString::number(document.standardVersion)),
                 provisional(document) ? QStringLiteral("عارضی طور پر پورا اترتی") : QStringLiteral("پورا اترتی"));
    if (!provisional(document))
        return text;
    return text + QStringLiteral(" باقی خامیاں %1 تک دور کرنا لازم ہے۔").arg(dateUr(document.validUntil));
}

QList<CertificateLine> certificateLines(const CertificateDocument &document)
{
    QList<CertificateLine> rows{
        {QStringLiteral("Grade"), provisional(document) ? QStringLiteral("Provisional") : QStringLiteral("Full"),
         provisional(document) ? QStringLiteral("عارضی") : QStringLiteral("مکمل"), QStringLiteral("درجہ بندی")},
        {QStringLiteral("Seats"), QString::number(document.seats), isolated(QString::number(document.seats)),
         QStringLiteral("نشستیں")},
        {QStringLiteral("Score"),
         QStringLiteral("%1, pass mark %2").arg(percent(document.scoreBp), percent(document.passBp)),
         QStringLiteral("%1، درکار %2").arg(isolated(percent(document.scoreBp)), isolated(percent(document.passBp))),
         QStringLiteral("اسکور")},
        {QStringLiteral("Valid from"), dateEn(document.validFrom), dateUr(document.validFrom),
         QStringLiteral("تاریخ اجرا")},
        {QStringLiteral("Valid until"), dateEn(document.validUntil), dateUr(document.validUntil),
         QStringLiteral("تاریخ اختتام")}};
    if (document.surveillanceDue.isValid()) {
        rows.append({QStringLiteral("Surveillance"), QStringLiteral("by %1").arg(dateEn(document.surveillanceDue)),
                     QStringLiteral("%1 تک").arg(dateUr(document.surveillanceDue)),
                     QStringLiteral("نگرانی کا معائنہ")});
    }
    return rows;
}

} // namespace markaz

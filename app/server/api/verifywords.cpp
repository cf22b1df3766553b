// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/verifywords.h"

#include <QHash>

namespace markaz::server {

const Words &words(Phrase phrase)
{
    const auto w = [](const char *en, const char *ur) { return Words{QString::fromUtf8(en), QString::fromUtf8(ur)}; };
    static const QHash<Phrase, Words> all{
        {Phrase::Title, w("Check a certificate", "سند کی تصدیق")},
        {Phrase::Intro, w("Enter the number on the certificate, or the text of its QR code.",
                          "سند پر لکھا نمبر یا کیو آر کوڈ کا متن درج کریں۔")},
        {Phrase::Language, w("English", "اردو")},
        {Phrase::Valid, w("Valid certificate", "یہ سند درست ہے")},
        {Phrase::Suspended, w("Suspended certificate", "یہ سند معطل ہے")},
        {Phrase::Revoked, w("Revoked certificate", "یہ سند منسوخ ہو چکی ہے")},
        {Phrase::Expired, w("Expired certificate", "اس سند کی مدت ختم ہو چکی ہے")},
        {Phrase::Superseded, w("Replaced by a newer certificate", "اس کی جگہ نئی سند جاری ہو چکی ہے")},
        {Phrase::Unknown, w("Unknown certificate", "یہ سند معلوم نہیں")},
        {Phrase::UnknownWhat, w("No certificate has this number. Check that it was typed as printed.",
                                "اس نمبر کی کوئی سند نہیں۔ دیکھیں کہ نمبر ویسا ہی لکھا ہے جیسا چھپا ہے۔")},
        {Phrase::Damaged, w("The register's own signature does not hold", "رجسٹر کے دستخط درست نہیں")},
        {Phrase::CodeForged, w("This code is not genuine", "یہ کوڈ اصلی نہیں")},
        {Phrase::CodeDiffers, w("This code does not belong to this certificate", "یہ کوڈ اس سند کا نہیں")},
        {Phrase::CodeGenuine,
         w("The scanned code is genuine and says the same.", "اسکین کیا گیا کوڈ اصلی ہے اور یہی بتاتا ہے۔")},
        {Phrase::Number, w("Number", "نمبر")},
        {Phrase::Grade, w("Grade", "درجہ")},
        {Phrase::Full, w("Full", "مکمل")},
        {Phrase::Provisional, w("Provisional", "عبوری")},
        {Phrase::Seats, w("Seats", "نشستیں")},
        {Phrase::ValidFrom, w("Valid from", "آغاز")},
        {Phrase::ValidUntil, w("Valid until", "اختتام")},
        {Phrase::Standard, w("Standard", "معیار")},
        {Phrase::VersionAndTier, w("Version %1, tier %2", "نسخہ %1، سطح %2")},
        {Phrase::Since, w("Since", "کب سے")},
        {Phrase::SignatureHolds, w("Signature checked, key", "دستخط کی جانچ ہو گئی، کلید")},
        {Phrase::SignatureFails, w("The signature does not hold.", "دستخط درست نہیں۔")},
        {Phrase::AsOf, w("As the register says on", "رجسٹر کے مطابق بتاریخ")},
        {Phrase::Compare, w("Compare with the paper.", "کاغذ سے ملا کر دیکھیں۔")},
        {Phrase::CompareWhat, w("Name, number, seats and dates must be the same. If they differ, the paper is false.",
                                "نام، نمبر، نشستیں اور تاریخیں ایک جیسی ہونی چاہییں۔ اگر فرق ہو تو کاغذ جعلی ہے۔")},
        {Phrase::EnterNumber, w("Number of the certificate", "سند کا نمبر")},
        {Phrase::EnterCode, w("Text of its QR code, if you have it", "کیو آر کوڈ کا متن، اگر موجود ہو")},
        {Phrase::Check, w("Check", "جانچیں")},
        {Phrase::CheckAnother, w("Check another certificate", "دوسری سند جانچیں")},
        {Phrase::Sample, w("Made of sample data, not a certificate.", "نمونے کا ڈیٹا، یہ سند نہیں۔")},
        {Phrase::NoOwnerData,
         w("No owner’s data is shown on this page.", "اس صفحے پر مالک کی معلومات نہیں دکھائی جاتیں۔")},
    };
    return *all.constFind(phrase);
}

} // namespace markaz::server

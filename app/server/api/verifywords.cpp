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
        {Phrase::SuspendedWhat, w("It does not count until an officer lifts the suspension.",
                                  "جب تک افسر معطلی ختم نہ کرے، یہ سند کارآمد نہیں۔")},
        {Phrase::Revoked, w("Revoked certificate", "یہ سند منسوخ ہو چکی ہے")},
        {Phrase::RevokedWhat, w("It was withdrawn and counts no more, whatever the paper says.",
                                "یہ واپس لے لی گئی ہے اور اب کارآمد نہیں، کاغذ پر کچھ بھی لکھا ہو۔")},
        {Phrase::Expired, w("Expired certificate", "اس سند کی مدت ختم ہو چکی ہے")},
        {Phrase::ExpiredWhat, w("It was genuine, and its time is over.", "یہ اصلی تھی، مگر اس کا وقت گزر چکا ہے۔")},
        {Phrase::Superseded, w("Replaced by a newer certificate", "اس کی جگہ نئی سند جاری ہو چکی ہے")},
        {Phrase::SupersededWhat, w("Ask for the newer one: the building may well be certified still.",
                                   "نئی سند دکھانے کو کہیں: عمارت اب بھی سند یافتہ ہو سکتی ہے۔")},
        {Phrase::NotBegun, w("Not valid yet", "یہ سند ابھی شروع نہیں ہوئی")},
        {Phrase::NotBegunWhat,
         w("It is genuine, and its first day is still to come.", "یہ اصلی ہے، مگر اس کا پہلا دن ابھی آنا ہے۔")},
        {Phrase::Unknown, w("Unknown certificate", "یہ سند معلوم نہیں")},
        {Phrase::UnknownWhat, w("No certificate has this number. Check that it was typed as printed.",
                                "اس نمبر کی کوئی سند نہیں۔ دیکھیں کہ نمبر ویسا ہی لکھا ہے جیسا چھپا ہے۔")},
        {Phrase::UnknownKey, w("Unknown signature", "نامعلوم دستخط")},
        {Phrase::UnknownKeyWhat,
         w("This code is signed with a key that this register never had. It proves nothing.",
           "اس کوڈ پر ایسی کلید کے دستخط ہیں جو اس رجسٹر کی کبھی نہیں تھی۔ یہ کچھ ثابت نہیں کرتا۔")},
        {Phrase::KeyRevoked, w("Signed with a withdrawn key", "منسوخ شدہ کلید کے دستخط")},
        {Phrase::KeyRevokedWhat,
         w("That key may have been in other hands, so this code proves nothing. Look the number up; a certificate that "
           "is in force was signed anew: ask for a new print.",
           "وہ کلید کسی اور کے ہاتھ میں جا چکی ہو سکتی ہے، اس لیے یہ کوڈ کچھ ثابت نہیں کرتا۔ نمبر سے تلاش کریں؛ جو سند "
           "کارآمد ہے اس پر نئے دستخط ہو چکے ہیں: نیا پرنٹ مانگیں۔")},
        {Phrase::Damaged, w("The register's own signature does not hold", "رجسٹر کے دستخط درست نہیں")},
        {Phrase::DamagedWhat,
         w("This entry is not what was signed. Do not rely on it; ask the programme's office.",
           "یہ اندراج وہ نہیں جس پر دستخط ہوئے تھے۔ اس پر بھروسا نہ کریں، پروگرام کے دفتر سے پوچھیں۔")},
        {Phrase::CodeForged, w("Tampered: This code is not genuine", "رد و بدل: یہ کوڈ اصلی نہیں")},
        {Phrase::CodeForgedWhat,
         w("Its text was changed or made up. Scan it once more, whole and sharp; if this page says the same, do not "
           "accept the paper.",
           "اس کا متن بدلا گیا یا گھڑا گیا ہے۔ ایک بار پھر پورا اور صاف اسکین کریں؛ اگر یہی جواب آئے تو کاغذ قبول نہ "
           "کریں۔")},
        {Phrase::CodeDiffers, w("This code does not belong to this certificate", "یہ کوڈ اس سند کا نہیں")},
        {Phrase::CodeDiffersWhat, w("It is signed, but for another certificate, or it says something else than the "
                                    "register. The paper may be put "
                                    "together from two.",
                                    "اس پر دستخط ہیں، مگر یہ کسی اور سند کا ہے یا رجسٹر سے مختلف بات کہتا ہے۔ ممکن ہے "
                                    "کاغذ دو سندوں سے جوڑا گیا ہو۔")},
        {Phrase::CodeGenuine,
         w("The scanned code is genuine and says the same.", "اسکین کیا گیا کوڈ اصلی ہے اور یہی بتاتا ہے۔")},
        {Phrase::RegisterSays, w("What the register says of this number", "اس نمبر کے بارے میں رجسٹر کا بیان")},
        {Phrase::NotInRegister,
         w("The register was restored and does not hold this certificate any more; a signed list of before says how it "
           "ended.",
           "رجسٹر بحال کیا گیا ہے اور یہ سند اب اس میں نہیں؛ پہلے کی ایک دستخط شدہ فہرست بتاتی ہے کہ یہ کیسے ختم "
           "ہوئی۔")},
        {Phrase::TooMany, w("Too many questions from this address", "اس پتے سے بہت زیادہ سوالات")},
        {Phrase::TooManyWhat, w("Nothing is wrong with a certificate. Wait a moment, then ask again.",
                                "کسی سند میں کوئی خرابی نہیں۔ کچھ دیر انتظار کریں، پھر دوبارہ پوچھیں۔")},
        {Phrase::TooLarge, w("This is too much to be a certificate", "یہ سند کے لیے بہت زیادہ مواد ہے")},
        {Phrase::TooLargeWhat, w("Nothing was checked. Send the number alone, or the text of one QR code.",
                                 "کچھ جانچا نہیں گیا۔ صرف نمبر بھیجیں، یا ایک کیو آر کوڈ کا متن۔")},
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

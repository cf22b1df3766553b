<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ur_PK" sourcelanguage="en">
<context>
    <name>markaz::ui::AccountButton</name>
    <message>
        <source>Account: %1, %2</source>
        <translation>اکاؤنٹ: %1، %2</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AccountForm</name>
    <message>
        <source>Name to sign in with</source>
        <translation>سائن اِن کا نام</translation>
    </message>
    <message>
        <source>As it stands on records</source>
        <translation>جیسا ریکارڈ پر لکھا جاتا ہے</translation>
    </message>
    <message>
        <source>Name that is shown</source>
        <translation>دکھایا جانے والا نام</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>کردار</translation>
    </message>
    <message>
        <source>Provinces</source>
        <translation>صوبے</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>نیا اکاؤنٹ</translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation>اکاؤنٹ تبدیل کریں</translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation>اکاؤنٹ شامل کریں</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>تبدیلیاں محفوظ کریں</translation>
    </message>
    <message>
        <source>Asking the server.</source>
        <translation>سرور سے پوچھا جا رہا ہے۔</translation>
    </message>
    <message>
        <source>A name to sign in with is missing.</source>
        <translation>سائن اِن کا نام درج نہیں۔</translation>
    </message>
    <message>
        <source>No province is marked.</source>
        <translation>کوئی صوبہ منتخب نہیں۔</translation>
    </message>
    <message>
        <source>Of your own account only the shown name can be changed here.</source>
        <translation>اپنے اکاؤنٹ کا صرف دکھایا جانے والا نام یہاں بدلا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>The name to sign in with has %1 characters: at most %2 are taken.</source>
        <translation>سائن اِن کے نام میں %1 حروف ہیں: زیادہ سے زیادہ %2 لیے جاتے ہیں۔</translation>
    </message>
    <message>
        <source>The name that is shown has %1 characters: at most %2 are taken.</source>
        <translation>دکھائے جانے والے نام میں %1 حروف ہیں: زیادہ سے زیادہ %2 لیے جاتے ہیں۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AccountPane</name>
    <message>
        <source>New code</source>
        <translation>نیا کوڈ</translation>
    </message>
    <message>
        <source>A one-time code, with which this person sets up a laptop and chooses a new password.</source>
        <translation>ایک بار کا کوڈ، جس سے یہ شخص لیپ ٹاپ تیار کرتا ہے اور نیا پاس ورڈ چنتا ہے۔</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>%1 کو بنایا گیا</translation>
    </message>
    <message>
        <source>Never heard of yet</source>
        <translation>ابھی تک کوئی رابطہ نہیں</translation>
    </message>
    <message>
        <source>Last contact %1</source>
        <translation>آخری رابطہ %1</translation>
    </message>
    <message>
        <source>A new laptop needs a one-time code</source>
        <translation>نئے لیپ ٹاپ کے لیے ایک بار کا کوڈ درکار ہے</translation>
    </message>
    <message>
        <source>Its password alone opens a new laptop; with the first one-time code that ends</source>
        <translation>صرف پاس ورڈ سے نیا لیپ ٹاپ کھل جاتا ہے؛ ایک بار کا پہلا کوڈ بنتے ہی یہ ختم ہو جاتا ہے</translation>
    </message>
    <message>
        <source>A code is good until %1</source>
        <translation>ایک کوڈ %1 تک کارآمد ہے</translation>
    </message>
    <message>
        <source>Its sessions end at once and nobody signs in with it. What it did stays, and it can be opened again.</source>
        <translation>اس کے سیشن فوراً ختم ہو جاتے ہیں اور کوئی اس سے سائن اِن نہیں کر سکتا۔ جو اس نے کیا وہ رہتا ہے، اور اسے دوبارہ کھولا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تبدیلی</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>دوبارہ کھولیں</translation>
    </message>
    <message>
        <source>Close it now</source>
        <translation>ابھی بند کریں</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>اکاؤنٹ بند کریں</translation>
    </message>
    <message>
        <source>Nobody closes their own account.</source>
        <translation>کوئی اپنا اکاؤنٹ خود بند نہیں کرتا۔</translation>
    </message>
</context>
<context>
    <name>AccountWords</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>کچھ بھی تبدیل نہیں ہوا۔</translation>
    </message>
    <message>
        <source>There is an account of this name already.</source>
        <translation>اس نام کا اکاؤنٹ پہلے سے موجود ہے۔</translation>
    </message>
    <message>
        <source>Choose another name to sign in with.</source>
        <translation>سائن اِن کے لیے کوئی اور نام چنیں۔</translation>
    </message>
    <message>
        <source>This name cannot be used to sign in.</source>
        <translation>یہ نام سائن اِن کے لیے استعمال نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>Take 3 to 60 small letters, digits, dots, hyphens or underscores, such as a.khan.</source>
        <translation>3 سے 60 چھوٹے حروف، ہندسے، نقطے، ہائفن یا انڈر اسکور لیں، جیسے a.khan۔</translation>
    </message>
    <message>
        <source>An account needs at least one province.</source>
        <translation>اکاؤنٹ کے لیے کم از کم ایک صوبہ ضروری ہے۔</translation>
    </message>
    <message>
        <source>Mark the provinces that this person works in.</source>
        <translation>وہ صوبے منتخب کریں جن میں یہ شخص کام کرتا ہے۔</translation>
    </message>
    <message>
        <source>Your account may not do that.</source>
        <translation>آپ کا اکاؤنٹ یہ نہیں کر سکتا۔</translation>
    </message>
    <message>
        <source>It manages accounts whose provinces are all among its own, and never its own role, provinces or state.</source>
        <translation>یہ صرف ان اکاؤنٹس کو سنبھالتا ہے جن کے تمام صوبے اس کے اپنے صوبوں میں ہوں، اور کبھی اپنا کردار، صوبے یا حالت نہیں بدلتا۔</translation>
    </message>
    <message>
        <source>The account’s state does not allow that.</source>
        <translation>اکاؤنٹ کی حالت اس کی اجازت نہیں دیتی۔</translation>
    </message>
    <message>
        <source>A closed account gets no code, and the last administrator stays one. Look again at the list.</source>
        <translation>بند اکاؤنٹ کو کوڈ نہیں ملتا، اور آخری منتظم منتظم ہی رہتا ہے۔ فہرست دوبارہ دیکھیں۔</translation>
    </message>
    <message>
        <source>The server does not know this account or laptop.</source>
        <translation>سرور اس اکاؤنٹ یا لیپ ٹاپ کو نہیں جانتا۔</translation>
    </message>
    <message>
        <source>Look again at the list.</source>
        <translation>فہرست دوبارہ دیکھیں۔</translation>
    </message>
    <message>
        <source>The server did not answer, and only with it can a password be changed.</source>
        <translation>سرور نے جواب نہیں دیا، اور پاس ورڈ صرف اسی کے ذریعے بدلا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>The old password holds, unless the server had heard of the new one already.</source>
        <translation>پرانا پاس ورڈ ہی چلتا ہے، سوائے اس کے کہ سرور کو نیا پہلے ہی مل چکا ہو۔</translation>
    </message>
    <message>
        <source>Try again when there is a network. If the present password is wrong then, the new one is in force.</source>
        <translation>نیٹ ورک ملنے پر دوبارہ کوشش کریں۔ اگر تب موجودہ پاس ورڈ غلط نکلے تو نیا پاس ورڈ نافذ ہو چکا ہے۔</translation>
    </message>
    <message>
        <source>Your session has ended.</source>
        <translation>آپ کا سیشن ختم ہو گیا۔</translation>
    </message>
    <message>
        <source>The password was not changed.</source>
        <translation>پاس ورڈ تبدیل نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Sign in again, then change it.</source>
        <translation>دوبارہ سائن اِن کریں، پھر اسے بدلیں۔</translation>
    </message>
    <message>
        <source>All provinces</source>
        <translation>تمام صوبے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AccountsModel</name>
    <message>
        <source>Closed</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>Code waits</source>
        <translation>کوڈ منتظر</translation>
    </message>
    <message>
        <source>Needs a code</source>
        <translation>کوڈ درکار</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>فعال</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>زیر استعمال</translation>
    </message>
    <message>
        <source>Revoked, not heard of since</source>
        <translation>منسوخ، تب سے رابطہ نہیں</translation>
    </message>
    <message>
        <source>Revoked, its key is destroyed</source>
        <translation>منسوخ، کلید تلف ہو چکی</translation>
    </message>
    <message>
        <source>never</source>
        <translation>کبھی نہیں</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>کردار</translation>
    </message>
    <message>
        <source>Provinces</source>
        <translation>صوبے</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>آخری رابطہ</translation>
    </message>
    <message>
        <source>Revoked, not obeyed yet</source>
        <translation>منسوخ، حکم پر ابھی عمل نہیں ہوا</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>اکاؤنٹس</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>دوبارہ دیکھیں</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>نیا اکاؤنٹ</translation>
    </message>
    <message>
        <source>Name, role or province</source>
        <translation>نام، کردار یا صوبہ</translation>
    </message>
    <message>
        <source>Search the accounts</source>
        <translation>اکاؤنٹس میں تلاش کریں</translation>
    </message>
    <message>
        <source>%1 is added. A one-time code lets them in.</source>
        <translation>%1 شامل ہو گیا۔ ایک بار کے کوڈ سے وہ داخل ہو سکتا ہے۔</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1 تبدیل ہو گیا۔</translation>
    </message>
    <message>
        <source>%1 is open again.</source>
        <translation>%1 دوبارہ کھل گیا۔</translation>
    </message>
    <message>
        <source>%1 is closed, and its sessions have ended.</source>
        <translation>%1 بند ہو گیا، اور اس کے سیشن ختم ہو گئے۔</translation>
    </message>
    <message>
        <source>The laptop is revoked and its sessions have ended.</source>
        <translation>لیپ ٹاپ منسوخ ہو گیا اور اس کے سیشن ختم ہو گئے۔</translation>
    </message>
    <message>
        <source>When it comes online, it hands in what it owed and destroys its key.</source>
        <translation>جب یہ آن لائن آئے گا تو باقی ماندہ کام سرور کے حوالے کر کے اپنی کلید تلف کر دے گا۔</translation>
    </message>
    <message>
        <source>Asking the server.</source>
        <translation>سرور سے پوچھا جا رہا ہے۔</translation>
    </message>
    <message>
        <source>Not asked: the server does not answer.</source>
        <translation>پوچھا نہیں جا سکا: سرور جواب نہیں دے رہا۔</translation>
    </message>
    <message>
        <source>%1 accounts</source>
        <translation>%1 اکاؤنٹس</translation>
    </message>
    <message>
        <source>Accounts are kept on the server and need a connection.</source>
        <translation>اکاؤنٹس سرور پر رکھے جاتے ہیں اور ان کے لیے رابطہ درکار ہے۔</translation>
    </message>
    <message>
        <source>No account fits the search.</source>
        <translation>تلاش سے کوئی اکاؤنٹ میل نہیں کھاتا۔</translation>
    </message>
    <message>
        <source>There is no account that you manage.</source>
        <translation>کوئی ایسا اکاؤنٹ نہیں جسے آپ سنبھالتے ہوں۔</translation>
    </message>
    <message>
        <source>The laptop was revoked already, on %1. Nothing was changed.</source>
        <translation>یہ لیپ ٹاپ پہلے ہی، %1 کو، منسوخ ہو چکا تھا۔ کچھ تبدیل نہیں ہوا۔</translation>
    </message>
</context>
<context>
    <name>AnswerWords</name>
    <message>
        <source>Not inspected</source>
        <translation>معائنہ نہیں ہوا</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 قطار</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 قطاریں</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>دیکھا گیا</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>موجود نہیں</translation>
    </message>
</context>
<context>
    <name>AppealPhrases</name>
    <message>
        <source>The appeal is not sent yet</source>
        <translation>اپیل ابھی بھیجی نہیں گئی</translation>
    </message>
    <message>
        <source>Your decision is not sent yet</source>
        <translation>آپ کا فیصلہ ابھی بھیجا نہیں گیا</translation>
    </message>
    <message>
        <source>You</source>
        <translation>آپ</translation>
    </message>
    <message>
        <source>Another officer, not you</source>
        <translation>کوئی اور افسر، آپ نہیں</translation>
    </message>
    <message>
        <source>An officer</source>
        <translation>کوئی افسر</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>اور %1 مزید</translation>
    </message>
    <message>
        <source>The server did not take a decision about a certificate: %1.</source>
        <translation>سرور نے ایک سند کے بارے میں فیصلہ قبول نہیں کیا: %1۔</translation>
    </message>
    <message>
        <source>The server did not take %1 decisions about certificates: %2.</source>
        <translation>سرور نے سندوں کے بارے میں %1 فیصلے قبول نہیں کیے: %2۔</translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
    <message>
        <source>They are kept on this laptop and change nothing.</source>
        <translation>یہ اس لیپ ٹاپ پر محفوظ ہیں اور ان سے کچھ نہیں بدلتا۔</translation>
    </message>
    <message>
        <source>The page Sync says why.</source>
        <translation>وجہ مطابقت کے صفحے پر ہے۔</translation>
    </message>
    <message>
        <source>It is kept on this laptop and changes nothing.</source>
        <translation>یہ اس لیپ ٹاپ پر محفوظ ہے اور اس سے کچھ نہیں بدلتا۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AppealsModel</name>
    <message>
        <source>Certificate</source>
        <translation>سند</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>عمارت</translation>
    </message>
    <message>
        <source>Appeal against</source>
        <translation>کس کے خلاف اپیل</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>اندراج</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>فیصلہ کون کرے گا</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AppealsPage</name>
    <message>
        <source>Appeals</source>
        <translation>اپیلیں</translation>
    </message>
    <message>
        <source>Number, code or name of the building, or city</source>
        <translation>نمبر، عمارت کا کوڈ یا نام، یا شہر</translation>
    </message>
    <message>
        <source>Filter by number, code or name of the building, or city</source>
        <translation>نمبر، عمارت کے کوڈ یا نام، یا شہر سے چھانٹیں</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>خلاف</translation>
    </message>
    <message>
        <source>You</source>
        <translation>آپ</translation>
    </message>
    <message>
        <source>Another officer</source>
        <translation>کوئی اور افسر</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>ابھی بھیجا نہیں گیا</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>فیصلہ کون کرے گا</translation>
    </message>
    <message>
        <source>%1 of %2 open appeals</source>
        <translation>زیرِ غور %2 میں سے %1 اپیلیں</translation>
    </message>
    <message>
        <source>No appeal matches. Clear the filters to see all.</source>
        <translation>کوئی اپیل نہیں ملی۔ سب دیکھنے کے لیے فلٹر صاف کریں۔</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>چھان بین ہٹائیں</translation>
    </message>
    <message>
        <source>No appeal is open. When an owner objects to a suspension or a revocation, an officer records it on the certificate’s page; another one decides it there.</source>
        <translation>کوئی اپیل زیرِ غور نہیں۔ جب مالک معطلی یا منسوخی پر اعتراض کرے تو افسر سند کے صفحے پر اسے درج کرتا ہے؛ فیصلہ وہیں کوئی دوسرا افسر کرتا ہے۔</translation>
    </message>
    <message>
        <source>Go to Sync</source>
        <translation>مطابقت کے صفحے پر جائیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AskTwice</name>
    <message>
        <source>Leave it</source>
        <translation>رہنے دیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AssignSheet</name>
    <message>
        <source>A building that is gone</source>
        <translation>ایک عمارت جو اب موجود نہیں</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 اور %2 مزید</translation>
    </message>
    <message>
        <source>Change the assignment of %1</source>
        <translation>%1 کی تفویض تبدیل کریں</translation>
    </message>
    <message>
        <source>Assign %1</source>
        <translation>%1 تفویض کریں</translation>
    </message>
    <message>
        <source>1 building cannot be assigned so. Nothing is assigned until it is left out.</source>
        <translation>1 عمارت اس طرح تفویض نہیں ہو سکتی۔ جب تک یہ چھوڑی نہ جائے کچھ تفویض نہیں ہو گا۔</translation>
    </message>
    <message>
        <source>%1 cannot be assigned so. Nothing is assigned until they are left out.</source>
        <translation>%1 اس طرح تفویض نہیں ہو سکتیں۔ جب تک یہ چھوڑی نہ جائیں کچھ تفویض نہیں ہو گا۔</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>Throw the words away</source>
        <translation>لکھا ہوا ترک کریں</translation>
    </message>
    <message>
        <source>What you have written is not saved.</source>
        <translation>جو آپ نے لکھا ہے وہ محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Inspectors and what waits for them</source>
        <translation>انسپکٹر اور ان کے باقی دورے</translation>
    </message>
    <message>
        <source>No inspector works in every province of these buildings. Choose buildings of one province, or ask your administrator for an inspector there.</source>
        <translation>کوئی انسپکٹر ان سب عمارتوں کے صوبوں میں کام نہیں کرتا۔ ایک ہی صوبے کی عمارتیں چنیں، یا اپنے منتظم سے وہاں کے لیے انسپکٹر مانگیں۔</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>تفویض کریں</translation>
    </message>
    <message>
        <source>What the inspector needs to know: whom to ask for the key, what to look at</source>
        <translation>انسپکٹر کو کیا معلوم ہونا چاہیے: چابی کس سے ملے گی، کیا دیکھنا ہے</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>آخری تاریخ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>ہدایات</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>چھوڑ دیں</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>کیوں نہیں</translation>
    </message>
    <message>
        <source>Buildings that cannot be assigned</source>
        <translation>عمارتیں جو تفویض نہیں ہو سکتیں</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>لکھنا جاری رکھیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AssignmentDetail</name>
    <message>
        <source>Close the detail</source>
        <translation>تفصیل بند کریں</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تبدیل کریں…</translation>
    </message>
    <message>
        <source>Cancel the visit…</source>
        <translation>دورہ منسوخ کریں…</translation>
    </message>
    <message>
        <source>Show the building</source>
        <translation>عمارت دکھائیں</translation>
    </message>
    <message>
        <source>Why does nobody have to go there?</source>
        <translation>وہاں کسی کے جانے کی ضرورت کیوں نہیں؟</translation>
    </message>
    <message>
        <source>Keep the visit</source>
        <translation>دورہ رہنے دیں</translation>
    </message>
    <message>
        <source>Cancel the visit</source>
        <translation>دورہ منسوخ کریں</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>انسپکٹر</translation>
    </message>
    <message>
        <source>Not known on this laptop</source>
        <translation>اس لیپ ٹاپ پر معلوم نہیں</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>آخری تاریخ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>پتہ</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>دورہ</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>شروع ہو چکا</translation>
    </message>
    <message>
        <source>Not begun, as far as the server knows</source>
        <translation>سرور کے علم کے مطابق شروع نہیں ہوا</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>ہدایات</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
</context>
<context>
    <name>AssignmentPhrases</name>
    <message>
        <source>The assignment is as it was.</source>
        <translation>تفویض ویسی ہی ہے جیسی تھی۔</translation>
    </message>
    <message>
        <source>This inspector&apos;s account is not in use.</source>
        <translation>اس انسپکٹر کا اکاؤنٹ استعمال میں نہیں۔</translation>
    </message>
    <message>
        <source>Choose another inspector.</source>
        <translation>کوئی اور انسپکٹر چنیں۔</translation>
    </message>
    <message>
        <source>This inspector does not work in the province of the building.</source>
        <translation>یہ انسپکٹر اس عمارت کے صوبے میں کام نہیں کرتا۔</translation>
    </message>
    <message>
        <source>Choose an inspector of that province.</source>
        <translation>اسی صوبے کا انسپکٹر چنیں۔</translation>
    </message>
    <message>
        <source>The building waits for a visit of this kind already.</source>
        <translation>اس عمارت کا اس قسم کا دورہ پہلے سے باقی ہے۔</translation>
    </message>
    <message>
        <source>Leave it out, or change the assignment that is there.</source>
        <translation>اسے چھوڑ دیں، یا موجودہ تفویض تبدیل کریں۔</translation>
    </message>
    <message>
        <source>The due date has passed.</source>
        <translation>آخری تاریخ گزر چکی ہے۔</translation>
    </message>
    <message>
        <source>Choose today or a later day.</source>
        <translation>آج یا بعد کا کوئی دن چنیں۔</translation>
    </message>
    <message>
        <source>At most %1 buildings can be assigned at once.</source>
        <translation>ایک وقت میں زیادہ سے زیادہ %1 عمارتیں تفویض ہو سکتی ہیں۔</translation>
    </message>
    <message>
        <source>Narrow the filter, or select fewer of them.</source>
        <translation>چھان بین محدود کریں، یا کم عمارتیں منتخب کریں۔</translation>
    </message>
    <message>
        <source>The inspector has begun this visit, so it goes to nobody else.</source>
        <translation>انسپکٹر یہ دورہ شروع کر چکا ہے، اس لیے یہ کسی اور کو نہیں دیا جا سکتا۔</translation>
    </message>
    <message>
        <source>Wait until it is handed in, or cancel the assignment and make a new one.</source>
        <translation>اس کے جمع ہونے کا انتظار کریں، یا تفویض منسوخ کر کے نئی بنائیں۔</translation>
    </message>
    <message>
        <source>Waits for a visit of this kind already</source>
        <translation>اس قسم کا دورہ پہلے سے باقی ہے</translation>
    </message>
    <message>
        <source>Not in a province of this inspector</source>
        <translation>اس انسپکٹر کے کسی صوبے میں نہیں</translation>
    </message>
    <message>
        <source>Was merged into another building</source>
        <translation>کسی اور عمارت میں ضم ہو چکی</translation>
    </message>
    <message>
        <source>Lies outside your provinces</source>
        <translation>آپ کے صوبوں سے باہر ہے</translation>
    </message>
    <message>
        <source>Is no longer on this laptop</source>
        <translation>اب اس لیپ ٹاپ پر نہیں</translation>
    </message>
    <message>
        <source>1 building</source>
        <translation>1 عمارت</translation>
    </message>
    <message>
        <source>%1 buildings</source>
        <translation>%1 عمارتیں</translation>
    </message>
    <message>
        <source>1 visit</source>
        <translation>1 دورہ</translation>
    </message>
    <message>
        <source>%1 visits</source>
        <translation>%1 دورے</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>کچھ محفوظ نہیں ہوا۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AssignmentsModel</name>
    <message>
        <source>Not known on this laptop</source>
        <translation>اس لیپ ٹاپ پر معلوم نہیں</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>عمارت</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>انسپکٹر</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>آخری تاریخ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AssignmentsPage</name>
    <message>
        <source>Assignments</source>
        <translation>تفویضات</translation>
    </message>
    <message>
        <source>%1 of %2 assignments</source>
        <translation>%2 میں سے %1 تفویضات</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day, and what is due on it</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>nothing due</source>
        <translation>کوئی دورہ واجب نہیں</translation>
    </message>
    <message>
        <source>Nothing is assigned yet. Choose buildings, then an inspector for them.</source>
        <translation>ابھی کچھ تفویض نہیں ہوا۔ عمارتیں چنیں، پھر ان کے لیے انسپکٹر۔</translation>
    </message>
    <message>
        <source>Nothing is assigned yet.</source>
        <translation>ابھی کچھ تفویض نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Choose buildings</source>
        <translation>عمارتیں چنیں</translation>
    </message>
    <message>
        <source>No assignment is due on this day.</source>
        <translation>اس دن کوئی دورہ واجب نہیں۔</translation>
    </message>
    <message>
        <source>No assignment matches. Clear the filters to see all.</source>
        <translation>کوئی تفویض نہیں ملی۔ سب دیکھنے کے لیے چھان بین ہٹائیں۔</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>چھان بین ہٹائیں</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>تفویض کریں…</translation>
    </message>
    <message>
        <source>Choose buildings in the table or on the map, then an inspector for them</source>
        <translation>جدول میں یا نقشے پر عمارتیں چنیں، پھر ان کے لیے انسپکٹر</translation>
    </message>
    <message>
        <source>List</source>
        <translation>فہرست</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>کیلنڈر</translation>
    </message>
    <message>
        <source>Building or inspector</source>
        <translation>عمارت یا انسپکٹر</translation>
    </message>
    <message>
        <source>Filter by building or inspector</source>
        <translation>عمارت یا انسپکٹر سے چھانیں</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>انسپکٹر</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>کام کا بوجھ</translation>
    </message>
    <message>
        <source>Inspectors and what waits for them; Enter shows the visits of one</source>
        <translation>انسپکٹر اور ان کے باقی دورے؛ Enter سے ایک کے دورے دکھائی دیتے ہیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AttachQueue</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The files themselves were not touched.</source>
        <translation>خود فائلوں کو نہیں چھیڑا گیا۔</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 فائل</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%2 میں سے %1 فائلیں</translation>
    </message>
    <message>
        <source>Not added: %1.</source>
        <translation>شامل نہیں ہوا: %1۔</translation>
    </message>
    <message>
        <source>Not added to the visit: %1.</source>
        <translation>دورے میں شامل نہیں ہوا: %1۔</translation>
    </message>
    <message>
        <source>Not added to %1: %2.</source>
        <translation>%1 میں شامل نہیں ہوا: %2۔</translation>
    </message>
    <message>
        <source>The file itself was not touched.</source>
        <translation>خود فائل کو نہیں چھیڑا گیا۔</translation>
    </message>
    <message>
        <source>Not added to the loan: %1.</source>
        <translation>قرض میں شامل نہیں ہوا: %1۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AuditModel</name>
    <message>
        <source>The server</source>
        <translation>سرور</translation>
    </message>
    <message>
        <source>When</source>
        <translation>کب</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>کس نے</translation>
    </message>
    <message>
        <source>What</source>
        <translation>کیا</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>ریکارڈ</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>اندراج</translation>
    </message>
    <message>
        <source>%1 tries with a name of nobody, from %2</source>
        <translation>کسی کے بھی نہ ہونے والے نام سے %1 کوششیں، %2 سے</translation>
    </message>
    <message>
        <source>%1 tries, from %2</source>
        <translation>%1 کوششیں، %2 سے</translation>
    </message>
    <message>
        <source>Laptop %1</source>
        <translation>لیپ ٹاپ %1</translation>
    </message>
</context>
<context>
    <name>markaz::ui::AuditPage</name>
    <message>
        <source>Audit</source>
        <translation>آڈٹ</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>برآمد</translation>
    </message>
    <message>
        <source>Every entry that fits the filters, as a CSV file.</source>
        <translation>فلٹر پر پورا اترنے والا ہر اندراج، CSV فائل کی صورت میں۔</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>دوبارہ دیکھیں</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>آڈٹ کے اندراجات</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>اکاؤنٹ کا نام</translation>
    </message>
    <message>
        <source>Record id</source>
        <translation>ریکارڈ کی شناخت</translation>
    </message>
    <message>
        <source>What</source>
        <translation>کیا</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>اس دن سے</translation>
    </message>
    <message>
        <source>To this day</source>
        <translation>اس دن تک</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از</translation>
    </message>
    <message>
        <source>to</source>
        <translation>تا</translation>
    </message>
    <message>
        <source>%1 entries are written to %2.</source>
        <translation>%1 اندراجات %2 میں لکھ دیے گئے۔</translation>
    </message>
    <message>
        <source>Asking the server.</source>
        <translation>سرور سے پوچھا جا رہا ہے۔</translation>
    </message>
    <message>
        <source>Not asked: the server does not answer.</source>
        <translation>پوچھا نہیں جا سکا: سرور جواب نہیں دے رہا۔</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 اندراجات</translation>
    </message>
    <message>
        <source>%1 entries, more below</source>
        <translation>%1 اندراجات، نیچے اور بھی ہیں</translation>
    </message>
    <message>
        <source>The audit is kept on the server and needs a connection.</source>
        <translation>آڈٹ سرور پر رکھا جاتا ہے اور اس کے لیے رابطہ درکار ہے۔</translation>
    </message>
    <message>
        <source>No entry fits.</source>
        <translation>کوئی اندراج پورا نہیں اترتا۔</translation>
    </message>
    <message>
        <source>The chain has %1 entries and no checkpoint yet.</source>
        <translation>زنجیر میں %1 اندراجات ہیں اور ابھی کوئی دستخط شدہ نشان نہیں۔</translation>
    </message>
    <message>
        <source>The chain has %1 entries; the last checkpoint is at entry %2, %3.</source>
        <translation>زنجیر میں %1 اندراجات ہیں؛ آخری دستخط شدہ نشان اندراج %2 پر ہے، %3۔</translation>
    </message>
    <message>
        <source>No laptop contradicts it.</source>
        <translation>کوئی لیپ ٹاپ اس کی تردید نہیں کرتا۔</translation>
    </message>
    <message>
        <source>The audit was changed.</source>
        <translation>آڈٹ کو بدلا گیا ہے۔</translation>
    </message>
    <message>
        <source>1 checkpoint that a laptop keeps contradicts it.</source>
        <translation>لیپ ٹاپ پر محفوظ 1 دستخط شدہ نشان اس کی تردید کرتا ہے۔</translation>
    </message>
    <message>
        <source>%1 checkpoints that laptops keep contradict it.</source>
        <translation>لیپ ٹاپوں پر محفوظ %1 دستخط شدہ نشان اس کی تردید کرتے ہیں۔</translation>
    </message>
    <message>
        <source>Let the server&apos;s operator run markaz-server verify-audit.</source>
        <translation>سرور چلانے والے سے کہیں کہ markaz-server verify-audit چلائے۔</translation>
    </message>
    <message>
        <source>%1 was not written.</source>
        <translation>%1 نہیں لکھی گئی۔</translation>
    </message>
    <message>
        <source>What stood there before is as it was.</source>
        <translation>جو پہلے وہاں تھا وہ جوں کا توں ہے۔</translation>
    </message>
    <message>
        <source>Export the audit</source>
        <translation>آڈٹ برآمد کریں</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV فائلیں (*.csv)</translation>
    </message>
    <message>
        <source>Not asked: nobody is called that.</source>
        <translation>نہیں پوچھا گیا: اس نام کا کوئی نہیں۔</translation>
    </message>
    <message>
        <source>Nobody is called that.</source>
        <translation>اس نام کا کوئی نہیں۔</translation>
    </message>
    <message>
        <source>No account, or more than one, is called “%1”.</source>
        <translation>”%1“ نام کا کوئی اکاؤنٹ نہیں، یا ایک سے زیادہ ہیں۔</translation>
    </message>
    <message>
        <source>Write the account&apos;s name, such as a.khan, or the whole name that is shown.</source>
        <translation>اکاؤنٹ کا نام لکھیں، جیسے a.khan، یا پورا نام جو دکھایا جاتا ہے۔</translation>
    </message>
    <message>
        <source>The first day comes after the last one, so no entry can fit. Change one of them.</source>
        <translation>پہلا دن آخری دن کے بعد آتا ہے، اس لیے کوئی اندراج اس پر پورا نہیں اتر سکتا۔ دونوں میں سے ایک بدلیں۔</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1 cannot be read as a date: write it like 14/3/2027 or 2027-03-14. Until then it does not count.</source>
        <translation>%1 تاریخ کے طور پر پڑھی نہیں جا سکتی: اسے 14/3/2027 یا 2027-03-14 کی طرح لکھیں۔ تب تک یہ شمار نہیں ہوتی۔</translation>
    </message>
    <message>
        <source> and </source>
        <translation> اور </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>The kind of record that an entry is about.</source>
        <translation>کس قسم کے ریکارڈ کے بارے میں اندراج ہے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::BreakEvenCard</name>
    <message>
        <source>Nothing was reported yet</source>
        <translation>ابھی کچھ رپورٹ نہیں ہوا</translation>
    </message>
    <message>
        <source>Above break-even</source>
        <translation>خرچ پورا ہوتا ہے</translation>
    </message>
    <message>
        <source>Below break-even</source>
        <translation>خرچ پورا نہیں ہوتا</translation>
    </message>
    <message>
        <source>month %1</source>
        <translation>مہینہ %1</translation>
    </message>
    <message>
        <source>When a month of the centre is reported, it is told from when on it carries its loan.</source>
        <translation>جب مرکز کا کوئی مہینہ رپورٹ ہو گا تو بتایا جائے گا کہ وہ کب سے اپنا قرض اٹھاتا ہے۔</translation>
    </message>
    <message>
        <source>As it stands no month is carried, not even when the loan is paid back.</source>
        <translation>موجودہ حالت میں کسی مہینے کا خرچ پورا نہیں ہوتا، قرض اترنے کے بعد بھی نہیں۔</translation>
    </message>
    <message>
        <source>Every month of the loan is carried.</source>
        <translation>قرض کے ہر مہینے کا خرچ پورا ہوتا ہے۔</translation>
    </message>
    <message>
        <source>It is carried only when the loan is paid back, from %1 on.</source>
        <translation>خرچ صرف قرض اترنے کے بعد، %1 سے، پورا ہوتا ہے۔</translation>
    </message>
    <message>
        <source>From %1 on every month is carried.</source>
        <translation>%1 سے ہر مہینے کا خرچ پورا ہوتا ہے۔</translation>
    </message>
    <message>
        <source>What fell short before is made good by %1.</source>
        <translation>پہلے کی کمی %1 تک پوری ہو جاتی ہے۔</translation>
    </message>
    <message>
        <source>The dearest month costs %1. All seats together bring %2: not even a full centre carries it.</source>
        <translation>سب سے مہنگے مہینے کا خرچ %1 ہے۔ تمام نشستیں مل کر %2 لاتی ہیں: بھرا ہوا مرکز بھی اسے نہیں اٹھاتا۔</translation>
    </message>
    <message>
        <source>The dearest month costs %1. All seats together bring %2.</source>
        <translation>سب سے مہنگے مہینے کا خرچ %1 ہے۔ تمام نشستیں مل کر %2 لاتی ہیں۔</translation>
    </message>
    <message>
        <source>Seats: those of the centre.</source>
        <translation>نشستیں: مرکز کی۔</translation>
    </message>
    <message>
        <source>Seats: as certified; no centre is open yet.</source>
        <translation>نشستیں: سند کے مطابق؛ ابھی کوئی مرکز نہیں کھلا۔</translation>
    </message>
    <message>
        <source>Seats: as planned; nothing is certified yet.</source>
        <translation>نشستیں: مجوزہ؛ ابھی کوئی سند نہیں۔</translation>
    </message>
    <message>
        <source>Rate and occupancy: as reported, of months to come as in %1.</source>
        <translation>کرایہ اور بھری نشستیں: رپورٹ کے مطابق، آنے والے مہینوں کے لیے %1 جیسی۔</translation>
    </message>
    <message>
        <source>Rate: what the centre asks.</source>
        <translation>کرایہ: جو مرکز لیتا ہے۔</translation>
    </message>
    <message>
        <source>Rate: the ceiling of the programme.</source>
        <translation>کرایہ: پروگرام کی حد۔</translation>
    </message>
    <message>
        <source>Running cost: %1 a month.</source>
        <translation>چلانے کا خرچ: %1 ماہانہ۔</translation>
    </message>
    <message>
        <source>Running cost: not recorded at the centre, so the loan alone is counted.</source>
        <translation>چلانے کا خرچ: مرکز میں درج نہیں، اس لیے صرف قرض شمار ہوا۔</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>آمدن و خرچ کی برابری</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>آمدن</translation>
    </message>
    <message>
        <source>Costs its owner, thousand rupees a month</source>
        <translation>مالک کا خرچ، ہزار روپے ماہانہ</translation>
    </message>
    <message>
        <source>What the centre costs and takes, month by month</source>
        <translation>مرکز کا خرچ اور آمدن، ماہ بہ ماہ</translation>
    </message>
    <message>
        <source>How many seats the building is to have is not known yet. Enter the planned seats at the building, and it is told how many of them carry the loan.</source>
        <translation>ابھی معلوم نہیں کہ عمارت میں کتنی نشستیں ہوں گی۔ عمارت میں مجوزہ نشستیں درج کریں، پھر بتایا جائے گا کہ ان میں سے کتنی قرض اٹھاتی ہیں۔</translation>
    </message>
    <message>
        <source>Seats that carry it</source>
        <translation>قرض اٹھانے والی نشستیں</translation>
    </message>
    <message>
        <source>none</source>
        <translation>کوئی نہیں</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>%1 میں سے</translation>
    </message>
    <message>
        <source>Occupancy that carries it</source>
        <translation>درکار بھری نشستیں</translation>
    </message>
    <message>
        <source>above 100 %</source>
        <translation>100 % سے زیادہ</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 میں %1</translation>
    </message>
    <message>
        <source>nothing was reported yet</source>
        <translation>ابھی کچھ رپورٹ نہیں ہوا</translation>
    </message>
    <message>
        <source>Programme seats</source>
        <translation>پروگرام کی نشستیں</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1 پر</translation>
    </message>
    <message>
        <source>Fire-safe occupancy</source>
        <translation>آگ سے محفوظ گنجائش</translation>
    </message>
    <message>
        <source>at %1 a person</source>
        <translation>%1 فی فرد پر</translation>
    </message>
</context>
<context>
    <name>markaz::ui::BreakEvenChart</name>
    <message>
        <source>Month %1</source>
        <translation>مہینہ %1</translation>
    </message>
    <message>
        <source>%1: costs %2</source>
        <translation>%1: خرچ %2</translation>
    </message>
    <message>
        <source>%1: costs %2, takes %3</source>
        <translation>%1: خرچ %2، آمدن %3</translation>
    </message>
    <message>
        <source>carried from here on</source>
        <translation>یہاں سے خرچ پورا</translation>
    </message>
</context>
<context>
    <name>markaz::ui::BudgetCard</name>
    <message>
        <source>Year</source>
        <translation>سال</translation>
    </message>
    <message>
        <source>Ignite, Rs</source>
        <translation>اگنائٹ، روپے</translation>
    </message>
    <message>
        <source>PSDP, Rs</source>
        <translation>پی ایس ڈی پی، روپے</translation>
    </message>
    <message>
        <source>Budget of Ignite in %1, rupees</source>
        <translation>%1 میں اگنائٹ کا بجٹ، روپے</translation>
    </message>
    <message>
        <source>Budget of the PSDP in %1, rupees</source>
        <translation>%1 میں پی ایس ڈی پی کا بجٹ، روپے</translation>
    </message>
    <message>
        <source>Budget by financial year</source>
        <translation>مالی سال کا بجٹ</translation>
    </message>
    <message>
        <source>empty: none</source>
        <translation>خالی: کوئی نہیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::BudgetRows</name>
    <message>
        <source>Add a fiscal year</source>
        <translation>مالی سال شامل کریں</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>مالی سال</translation>
    </message>
    <message>
        <source>Ignite, Rs</source>
        <translation>اگنائٹ، روپے</translation>
    </message>
    <message>
        <source>PSDP, Rs</source>
        <translation>پی ایس ڈی پی، روپے</translation>
    </message>
    <message>
        <source>Where it was decided</source>
        <translation>کہاں طے ہوا</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ہٹائیں</translation>
    </message>
    <message>
        <source>Remove this fiscal year</source>
        <translation>یہ مالی سال ہٹائیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::BuildingDetail</name>
    <message>
        <source>Close the detail</source>
        <translation>تفصیل بند کریں</translation>
    </message>
    <message>
        <source>Inspect this building</source>
        <translation>اس عمارت کا معائنہ کریں</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>ترمیم</translation>
    </message>
    <message>
        <source>Start a follow-up of 1 item</source>
        <translation>1 شق کا اگلا معائنہ شروع کریں</translation>
    </message>
    <message>
        <source>Start a follow-up of %1 items</source>
        <translation>%1 شقوں کا اگلا معائنہ شروع کریں</translation>
    </message>
    <message>
        <source>Asks only for what failed, was met in part or has an open finding</source>
        <translation>صرف وہی پوچھتا ہے جو ناکام رہا، ادھورا پورا ہوا یا جس کا نقص کھلا ہے</translation>
    </message>
    <message>
        <source>Take the merge back…</source>
        <translation>انضمام واپس لیں…</translation>
    </message>
    <message>
        <source>Merge into another building…</source>
        <translation>کسی اور عمارت میں ضم کریں…</translation>
    </message>
    <message>
        <source>Show %1, which it was merged into</source>
        <translation>%1 دکھائیں، جس میں یہ ضم ہوئی</translation>
    </message>
    <message>
        <source>Show %1, which was merged into it</source>
        <translation>%1 دکھائیں، جو اس میں ضم ہوئی</translation>
    </message>
    <message>
        <source>Merged because: %1</source>
        <translation>ضم کرنے کی وجہ: %1</translation>
    </message>
    <message>
        <source>Merge taken back because: %1</source>
        <translation>انضمام واپس لینے کی وجہ: %1</translation>
    </message>
</context>
<context>
    <name>markaz::ui::BuildingForm</name>
    <message>
        <source>Register a building</source>
        <translation>عمارت درج کریں</translation>
    </message>
    <message>
        <source>Saved on this laptop at once, sent when the server is reached</source>
        <translation>فوراً اس لیپ ٹاپ پر محفوظ، سرور سے رابطہ ہوتے ہی بھیجا جائے گا</translation>
    </message>
    <message>
        <source>Register the building</source>
        <translation>عمارت درج کریں</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 میں ترمیم</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>تبدیلیاں محفوظ کریں</translation>
    </message>
    <message>
        <source>The city gives the tier and the letters of the code.</source>
        <translation>درجہ اور کوڈ کے حروف شہر سے طے ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>%1, %2, code %3-…</source>
        <translation>%1، %2، کوڈ %3-…</translation>
    </message>
    <message>
        <source>Nothing is registered yet.</source>
        <translation>ابھی کچھ درج نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Look at it before you make another.</source>
        <translation>نئی درج کرنے سے پہلے اسے دیکھ لیں۔</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>دکھائیں</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>عمارت</translation>
    </message>
    <message>
        <source>What people call it</source>
        <translation>لوگ اسے کیا کہتے ہیں</translation>
    </message>
    <message>
        <source>Street, area, landmark</source>
        <translation>گلی، علاقہ، نشانی</translation>
    </message>
    <message>
        <source>sq ft</source>
        <translation>مربع فٹ</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>معلوم نہیں</translation>
    </message>
    <message>
        <source>The entrance is level, without a ramp or steps</source>
        <translation>داخلہ ہموار ہے، ڈھلان یا سیڑھی نہیں</translation>
    </message>
    <message>
        <source>A generator stands on the site</source>
        <translation>جگہ پر جنریٹر موجود ہے</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>پتہ</translation>
    </message>
    <message>
        <source>Position, latitude and longitude</source>
        <translation>مقام، عرض بلد اور طول بلد</translation>
    </message>
    <message>
        <source>Covered area</source>
        <translation>کورڈ ایریا</translation>
    </message>
    <message>
        <source>Storeys</source>
        <translation>منزلیں</translation>
    </message>
    <message>
        <source>Planned seats</source>
        <translation>مجوزہ نشستیں</translation>
    </message>
    <message>
        <source>Year built</source>
        <translation>تعمیر کا سال</translation>
    </message>
    <message>
        <source>Idle since</source>
        <translation>کب سے خالی</translation>
    </message>
    <message>
        <source>Tenure</source>
        <translation>ملکیت کی نوعیت</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>نوٹس</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>مالک</translation>
    </message>
    <message>
        <source>may be added later</source>
        <translation>بعد میں بھی لکھا جا سکتا ہے</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>CNIC or NTN</source>
        <translation>شناختی کارڈ یا این ٹی این</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ای میل</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>ڈاک کا پتہ</translation>
    </message>
    <message>
        <source>“%1” is no city of your provinces. Choose one from the list.</source>
        <translation>”%1“ آپ کے صوبوں کا کوئی شہر نہیں۔ فہرست میں سے ایک شہر چنیں۔</translation>
    </message>
    <message>
        <source>Level entrance</source>
        <translation>ہموار داخلہ</translation>
    </message>
    <message>
        <source>Generator on the site</source>
        <translation>جگہ پر جنریٹر</translation>
    </message>
    <message>
        <source>Fields with * are needed. The owner’s numbers and addresses are sealed on this laptop, the name is not.</source>
        <translation>* والے خانے لازمی ہیں۔ مالک کے نمبر اور پتے اس لیپ ٹاپ پر مہر بند ہیں، نام نہیں۔</translation>
    </message>
    <message>
        <source>The position cannot be right.</source>
        <translation>یہ مقام درست نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>Everything else is kept as you entered it.</source>
        <translation>باقی سب کچھ ویسے ہی محفوظ ہے جیسے آپ نے لکھا۔</translation>
    </message>
    <message>
        <source>Type latitude and longitude, as 32.4945, 74.5229.</source>
        <translation>عرض بلد اور طول بلد یوں لکھیں: 32.4945, 74.5229</translation>
    </message>
    <message>
        <source>Several cities of your provinces are called “%1”. Choose one from the list.</source>
        <translation>آپ کے صوبوں میں ”%1“ نام کے کئی شہر ہیں۔ فہرست میں سے ایک چنیں۔</translation>
    </message>
    <message>
        <source>What you typed here before is here again.</source>
        <translation>جو آپ نے پہلے یہاں لکھا تھا وہ پھر یہاں ہے۔</translation>
    </message>
    <message>
        <source>It is not saved as a record yet.</source>
        <translation>یہ ابھی ریکارڈ کے طور پر محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>نئے سرے سے شروع کریں</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>جیسا پہلے تھا</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>اسے ضائع کریں</translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation>آپ کا اندراج محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>اور %1 مزید</translation>
    </message>
    <message>
        <source>%1 may be the same building.</source>
        <translation>ہو سکتا ہے %1 یہی عمارت ہو۔</translation>
    </message>
    <message>
        <source>Each of these may be the same building: %1.</source>
        <translation>ہو سکتا ہے ان میں سے کوئی یہی عمارت ہو: %1۔</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 دکھائیں</translation>
    </message>
    <message>
        <source>Register it all the same</source>
        <translation>پھر بھی اندراج کریں</translation>
    </message>
    <message>
        <source>It may be there already: look above.</source>
        <translation>ہو سکتا ہے یہ پہلے سے موجود ہو: اوپر دیکھیں۔</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>لکھنا جاری رکھیں</translation>
    </message>
    <message>
        <source>Do not register</source>
        <translation>اندراج نہ کریں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::BuildingTabs</name>
    <message>
        <source>not taken</source>
        <translation>نہیں لیا گیا</translation>
    </message>
    <message>
        <source>accurate to %1</source>
        <translation>%1 تک درست</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>کھولیں</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>خاکہ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>مالک</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>دورے</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>اسناد</translation>
    </message>
    <message>
        <source>Photos of the building</source>
        <translation>عمارت کی تصاویر</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>تصاویر</translation>
    </message>
    <message>
        <source>Photos %1</source>
        <translation>تصاویر %1</translation>
    </message>
    <message>
        <source>No visit has brought a photo yet.</source>
        <translation>ابھی تک کسی دورے سے کوئی تصویر نہیں آئی۔</translation>
    </message>
    <message>
        <source>Covered area</source>
        <translation>کورڈ ایریا</translation>
    </message>
    <message>
        <source>%1, %2 storeys</source>
        <translation>%1، %2 منزلیں</translation>
    </message>
    <message>
        <source>Built, idle since</source>
        <translation>تعمیر، کب سے خالی</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>معلوم نہیں</translation>
    </message>
    <message>
        <source>Tenure</source>
        <translation>ملکیت کی نوعیت</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>مقام</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>نوٹس</translation>
    </message>
    <message>
        <source>Programme seats</source>
        <translation>پروگرام کی نشستیں</translation>
    </message>
    <message>
        <source>35 sq ft a seat</source>
        <translation>35 مربع فٹ فی نشست</translation>
    </message>
    <message>
        <source>Planned seats</source>
        <translation>مجوزہ نشستیں</translation>
    </message>
    <message>
        <source>Fire-safe occupancy</source>
        <translation>آگ سے محفوظ گنجائش</translation>
    </message>
    <message>
        <source>50 sq ft a person</source>
        <translation>50 مربع فٹ فی فرد</translation>
    </message>
    <message>
        <source>No owner is recorded yet. Edit the building to add one.</source>
        <translation>ابھی کوئی مالک درج نہیں۔ شامل کرنے کے لیے عمارت میں ترمیم کریں۔</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>CNIC or NTN</source>
        <translation>شناختی کارڈ یا این ٹی این</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ای میل</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>پتہ</translation>
    </message>
    <message>
        <source>Who is to go</source>
        <translation>کس کو جانا ہے</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 تک</translation>
    </message>
    <message>
        <source>Visits %1</source>
        <translation>دورے %1</translation>
    </message>
    <message>
        <source>Not inspected yet.</source>
        <translation>ابھی معائنہ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>معائنے</translation>
    </message>
    <message>
        <source>Open the inspection of %1</source>
        <translation>%1 کا معائنہ کھولیں</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>نقائص</translation>
    </message>
    <message>
        <source>Open the finding at %1</source>
        <translation>%1 کا نقص کھولیں</translation>
    </message>
    <message>
        <source>Certificates %1</source>
        <translation>اسناد %1</translation>
    </message>
    <message>
        <source>No certificate was issued yet.</source>
        <translation>ابھی تک کوئی سند جاری نہیں ہوئی۔</translation>
    </message>
    <message>
        <source>%1 seats</source>
        <translation>%1 نشستیں</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 تا %2</translation>
    </message>
    <message>
        <source>Open certificate %1</source>
        <translation>سند %1 کھولیں</translation>
    </message>
    <message>
        <source>as entered</source>
        <translation>جیسا درج کیا گیا</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>مرکز</translation>
    </message>
    <message>
        <source>Open the centre %1</source>
        <translation>مرکز %1 کھولیں</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>قرض</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 سے</translation>
    </message>
    <message>
        <source>Open the loan of %1</source>
        <translation>%1 کا قرض کھولیں</translation>
    </message>
    <message>
        <source>No loan is recorded yet.</source>
        <translation>ابھی کوئی قرض درج نہیں۔</translation>
    </message>
    <message>
        <source>Record a loan…</source>
        <translation>قرض درج کریں…</translation>
    </message>
</context>
<context>
    <name>markaz::ui::BuildingsExport</name>
    <message>
        <source>Buildings</source>
        <translation>عمارتیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::BuildingsMap</name>
    <message>
        <source>Map of the buildings</source>
        <translation>عمارتوں کا نقشہ</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>اور قریب</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>اور دور</translation>
    </message>
    <message>
        <source>The whole country</source>
        <translation>پورا ملک</translation>
    </message>
    <message>
        <source>1 building has no position; the table lists it.</source>
        <translation>ایک عمارت کا مقام درج نہیں؛ وہ جدول میں موجود ہے۔</translation>
    </message>
    <message>
        <source>%1 buildings have no position; the table lists them.</source>
        <translation>%1 عمارتوں کا مقام درج نہیں؛ وہ جدول میں موجود ہیں۔</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1، %2، %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 buildings near %2: %3</source>
        <translation>%2 کے قریب %1 عمارتیں: %3</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>markaz::ui::BuildingsModel</name>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>عمارت</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>درجہ</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>مرحلہ</translation>
    </message>
    <message>
        <source>Area, sq ft</source>
        <translation>رقبہ، مربع فٹ</translation>
    </message>
    <message>
        <source>Idle since</source>
        <translation>کب سے خالی</translation>
    </message>
    <message>
        <source>Last score</source>
        <translation>آخری اسکور</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>پتہ</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>صوبہ</translation>
    </message>
    <message>
        <source>Merged into %1</source>
        <translation>%1 میں ضم</translation>
    </message>
</context>
<context>
    <name>markaz::ui::BuildingsPage</name>
    <message>
        <source>Buildings</source>
        <translation>عمارتیں</translation>
    </message>
    <message>
        <source>New building</source>
        <translation>نئی عمارت</translation>
    </message>
    <message>
        <source>No building matches. Clear the filters, or register a new one.</source>
        <translation>کوئی عمارت نہیں ملی۔ چھان بین ہٹائیں یا نئی عمارت درج کریں۔</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>چھان بین ہٹائیں</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>صوبہ</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>درجہ</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>مرحلہ</translation>
    </message>
    <message>
        <source>%1 of %2 buildings</source>
        <translation>%2 میں سے %1 عمارتیں</translation>
    </message>
    <message>
        <source>Code, name, address, owner</source>
        <translation>کوڈ، نام، پتہ، مالک</translation>
    </message>
    <message>
        <source>Filter by code, name, address or owner</source>
        <translation>کوڈ، نام، پتے یا مالک سے چھانٹیں</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>نقشہ</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>کالم</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>درآمد…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>برآمد</translation>
    </message>
    <message>
        <source>CSV, for any spreadsheet…</source>
        <translation>CSV، ہر اسپریڈشیٹ کے لیے…</translation>
    </message>
    <message>
        <source>Excel workbook…</source>
        <translation>Excel ورک بک…</translation>
    </message>
    <message>
        <source>GeoJSON, for maps…</source>
        <translation>GeoJSON، نقشوں کے لیے…</translation>
    </message>
    <message>
        <source>Writing %1 of %2 buildings</source>
        <translation>%2 میں سے %1 عمارتیں لکھی جا رہی ہیں</translation>
    </message>
    <message>
        <source>Buildings written to %1: %2.</source>
        <translation>%1 میں لکھی گئی عمارتیں: %2۔</translation>
    </message>
    <message>
        <source>They are the rows and columns that the table shows.</source>
        <translation>یہ وہی قطاریں اور کالم ہیں جو جدول دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>The file is not sealed: keep it where only those who may read it can.</source>
        <translation>یہ فائل مہر بند نہیں: اسے وہاں رکھیں جہاں صرف مجاز لوگ پڑھ سکیں۔</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>برآمد منسوخ کر دی گئی۔</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>کوئی فائل نہیں لکھی گئی۔</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel ورک بک (*.xlsx)</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson)</source>
        <translation>GeoJSON (*.geojson)</translation>
    </message>
    <message>
        <source>Export the buildings</source>
        <translation>عمارتیں برآمد کریں</translation>
    </message>
    <message>
        <source>No building matches. Clear the filters.</source>
        <translation>کوئی عمارت پوری نہیں اترتی۔ فلٹر صاف کریں۔</translation>
    </message>
    <message>
        <source>1 building, merged into another one</source>
        <translation>1 عمارت، جو دوسری میں ضم ہو چکی ہے</translation>
    </message>
    <message>
        <source>No building of your provinces is registered yet.</source>
        <translation>آپ کے صوبوں کی کوئی عمارت ابھی درج نہیں۔</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>تفویض کریں…</translation>
    </message>
    <message>
        <source>No building is chosen.</source>
        <translation>کوئی عمارت منتخب نہیں۔</translation>
    </message>
    <message>
        <source>Select rows in the table, several with Ctrl or Shift, or narrow the filter on the map, and press Assign.</source>
        <translation>جدول میں قطاریں منتخب کریں، کئی ہوں تو Ctrl یا Shift کے ساتھ، یا نقشے پر چھان بین محدود کریں، اور تفویض کا بٹن دبائیں۔</translation>
    </message>
    <message>
        <source>%1 assigned to %2, due %3.</source>
        <translation>%1، %2 کو تفویض؛ آخری تاریخ %3۔</translation>
    </message>
    <message>
        <source>It waits on this laptop until the server has it.</source>
        <translation>سرور تک پہنچنے تک یہ اسی لیپ ٹاپ پر منتظر ہے۔</translation>
    </message>
    <message>
        <source>Sends an inspector to the rows that are selected; from the map, to every building that its filter leaves, also those without a position</source>
        <translation>منتخب قطاروں پر معائنہ کار بھیجتا ہے؛ نقشے سے، فلٹر میں آنے والی ہر عمارت پر، ان پر بھی جن کا مقام درج نہیں</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>دائرہ</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CacheCopiesCard</name>
    <message>
        <source>Copies of this laptop’s records</source>
        <translation>اس لیپ ٹاپ کے ریکارڈ کی نقلیں</translation>
    </message>
    <message>
        <source>one a day, the newest seven</source>
        <translation>روز ایک، تازہ ترین سات</translation>
    </message>
    <message>
        <source>Which copy</source>
        <translation>کون سی نقل</translation>
    </message>
    <message>
        <source>Restore it now</source>
        <translation>ابھی بحال کریں</translation>
    </message>
    <message>
        <source>Restore this copy</source>
        <translation>یہ نقل بحال کریں</translation>
    </message>
    <message>
        <source>There is no copy yet. The first is made while Markaz is open.</source>
        <translation>ابھی کوئی نقل نہیں۔ پہلی نقل مرکز کے کھلے ہونے کے دوران بنتی ہے۔</translation>
    </message>
    <message>
        <source>If the records here go wrong, an earlier copy brings them back. What the server has comes again with the next sync.</source>
        <translation>اگر یہاں کے ریکارڈ خراب ہو جائیں تو پچھلی نقل انہیں واپس لاتی ہے۔ جو سرور کے پاس ہے وہ اگلی مطابقت میں پھر آ جاتا ہے۔</translation>
    </message>
    <message>
        <source>The records of now are kept in a file beside, and you may have to sign in again.</source>
        <translation>موجودہ ریکارڈ ساتھ ہی ایک فائل میں رکھے جاتے ہیں، اور ہو سکتا ہے آپ کو دوبارہ سائن اِن کرنا پڑے۔</translation>
    </message>
    <message>
        <source>Nothing that you changed here is lost: the server has all of it.</source>
        <translation>آپ کی یہاں کی ہوئی کوئی تبدیلی ضائع نہیں ہوتی: سب کچھ سرور کے پاس ہے۔</translation>
    </message>
    <message>
        <source>%1 changes that the server does not have yet were made after this copy. They will not be sent.</source>
        <translation>اس نقل کے بعد %1 تبدیلیاں ہوئیں جو ابھی سرور کے پاس نہیں۔ وہ نہیں بھیجی جائیں گی۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CalculatedView</name>
    <message>
        <source>Needs other answers</source>
        <translation>دوسرے جوابات درکار</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CameraSheet</name>
    <message>
        <source>Camera</source>
        <translation>کیمرا</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>تصویر لیں</translation>
    </message>
    <message>
        <source>Waiting for the camera</source>
        <translation>کیمرے کا انتظار ہے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CentreContact</name>
    <message>
        <source>The contact may stand on the public list of centres</source>
        <translation>رابطہ مراکز کی عوامی فہرست میں آ سکتا ہے</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>رابطہ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ای میل</translation>
    </message>
    <message>
        <source>Somebody else changed the contact while this was open: look whether the one who stands here now may stand on the public list.</source>
        <translation>اس دوران کسی اور نے رابطہ بدل دیا: دیکھیں کہ اب جو یہاں درج ہے وہ عوامی فہرست میں آ سکتا ہے یا نہیں۔</translation>
    </message>
    <message>
        <source>The contact will not stand on the public list: tick it again if this person agrees.</source>
        <translation>رابطہ عوامی فہرست میں نہیں آئے گا: اگر یہ شخص راضی ہو تو دوبارہ نشان لگائیں۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CentrePage</name>
    <message>
        <source>This centre is gone</source>
        <translation>یہ مرکز اب یہاں نہیں</translation>
    </message>
    <message>
        <source>The certificate of this building is not in force.</source>
        <translation>اس عمارت کی سند نافذ نہیں ہے۔</translation>
    </message>
    <message>
        <source>The centre and its months stay readable, and the public list does not name it.</source>
        <translation>مرکز اور اس کے مہینے پڑھے جا سکتے ہیں، اور عوامی فہرست میں اس کا نام نہیں آتا۔</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ہٹائیں</translation>
    </message>
    <message>
        <source>Remove the centre</source>
        <translation>مرکز ہٹائیں</translation>
    </message>
    <message>
        <source>It was opened by mistake and goes from all lists.</source>
        <translation>یہ غلطی سے کھولا گیا تھا اور تمام فہرستوں سے ہٹ جائے گا۔</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>past</source>
        <translation>گزر گئی</translation>
    </message>
    <message>
        <source>today</source>
        <translation>آج</translation>
    </message>
    <message>
        <source>in %1 days</source>
        <translation>%1 دن میں</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>درجہ</translation>
    </message>
    <message>
        <source>Certified seats</source>
        <translation>تصدیق شدہ نشستیں</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>اجرا</translation>
    </message>
    <message>
        <source>Surveillance</source>
        <translation>نگرانی کا دورہ</translation>
    </message>
    <message>
        <source>Was made</source>
        <translation>ہو چکا</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>اختتام</translation>
    </message>
    <message>
        <source>Choose a month in the table</source>
        <translation>جدول میں ایک مہینہ منتخب کریں</translation>
    </message>
    <message>
        <source>What centres report month by month is for officers and auditors.</source>
        <translation>مراکز ہر ماہ جو بتاتے ہیں وہ افسروں اور آڈیٹروں کے لیے ہے۔</translation>
    </message>
    <message>
        <source>No month was reported yet. Record the first one with the button above, or import a file of months on the centres page.</source>
        <translation>ابھی کسی مہینے کی اطلاع نہیں ملی۔ اوپر کے بٹن سے پہلا مہینہ درج کریں، یا مراکز کے صفحے پر مہینوں کی فائل درآمد کریں۔</translation>
    </message>
    <message>
        <source>No month was reported yet.</source>
        <translation>ابھی کسی مہینے کی اطلاع نہیں ملی۔</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 میں سے %1</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>بھری نشستوں کا حصہ</translation>
    </message>
    <message>
        <source>Seat rate</source>
        <translation>نشست کا کرایہ</translation>
    </message>
    <message>
        <source>Of them DG Skills</source>
        <translation>ان میں ڈیجی سکلز</translation>
    </message>
    <message>
        <source>E-employment share</source>
        <translation>ای ملازمت کا حصہ</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>تربیتیں</translation>
    </message>
    <message>
        <source>Community events</source>
        <translation>اجتماعی تقریبات</translation>
    </message>
    <message>
        <source>Exports told</source>
        <translation>بتائی گئی برآمدات</translation>
    </message>
    <message>
        <source>Open since</source>
        <translation>کب سے کھلا</translation>
    </message>
    <message>
        <source>What it offers</source>
        <translation>سہولیات</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>رابطہ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ای میل</translation>
    </message>
    <message>
        <source>On the public list</source>
        <translation>عوامی فہرست میں</translation>
    </message>
    <message>
        <source>With this contact</source>
        <translation>اس رابطے کے ساتھ</translation>
    </message>
    <message>
        <source>Without a contact</source>
        <translation>رابطے کے بغیر</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تبدیل کریں…</translation>
    </message>
    <message>
        <source>Record a month…</source>
        <translation>مہینہ درج کریں…</translation>
    </message>
    <message>
        <source>Months that were reported</source>
        <translation>درج شدہ مہینے</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>درست کریں…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>واپس لے لیں</translation>
    </message>
    <message>
        <source>The month counts as not reported then.</source>
        <translation>پھر یہ مہینہ غیر درج شمار ہو گا۔</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>سند</translation>
    </message>
    <message>
        <source>Open the certificate</source>
        <translation>سند کھولیں</translation>
    </message>
    <message>
        <source>Open the building</source>
        <translation>عمارت کھولیں</translation>
    </message>
    <message>
        <source>The newest month</source>
        <translation>تازہ ترین مہینہ</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>مرکز</translation>
    </message>
    <message>
        <source>This centre was closed on %1.</source>
        <translation>یہ مرکز %1 کو بند ہوا۔</translation>
    </message>
    <message>
        <source>Another one may be opened in the building.</source>
        <translation>اس عمارت میں دوسرا مرکز کھولا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>Its contact can be changed, and it can be closed; the rest when the certificate is renewed or reinstated.</source>
        <translation>اس کا رابطہ بدلا جا سکتا ہے اور اسے بند کیا جا سکتا ہے؛ باقی تب جب سند کی تجدید یا بحالی ہو جائے۔</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>کب بند ہوا</translation>
    </message>
    <message>
        <source>What to show of the months</source>
        <translation>مہینوں کا کیا دکھانا ہے</translation>
    </message>
    <message>
        <source>E-employment centre</source>
        <translation>ای ملازمت مرکز</translation>
    </message>
</context>
<context>
    <name>CentrePhrases</name>
    <message>
        <source>1 day</source>
        <translation>1 دن</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 دن</translation>
    </message>
    <message>
        <source>No certificate</source>
        <translation>سند نہیں</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>کچھ تبدیل نہیں ہوا۔</translation>
    </message>
    <message>
        <source>What you entered is kept.</source>
        <translation>آپ کا اندراج محفوظ ہے۔</translation>
    </message>
    <message>
        <source>The building has no certificate in force.</source>
        <translation>عمارت کی کوئی سند نافذ نہیں ہے۔</translation>
    </message>
    <message>
        <source>Issue, renew or reinstate its certificate first; then come back.</source>
        <translation>پہلے اس کی سند جاری، تجدید یا بحال کریں، پھر واپس آئیں۔</translation>
    </message>
    <message>
        <source>This building has a centre already.</source>
        <translation>اس عمارت میں پہلے سے ایک مرکز ہے۔</translation>
    </message>
    <message>
        <source>Open that one and change it.</source>
        <translation>اسے کھول کر تبدیل کریں۔</translation>
    </message>
    <message>
        <source>There are more seats than the certificate allows.</source>
        <translation>نشستیں سند کی اجازت سے زیادہ ہیں۔</translation>
    </message>
    <message>
        <source>Enter at most the certified seats, or have the building certified anew.</source>
        <translation>زیادہ سے زیادہ تصدیق شدہ نشستیں لکھیں، یا عمارت کی نئی تصدیق کرائیں۔</translation>
    </message>
    <message>
        <source>Months were reported of this centre, so it stays.</source>
        <translation>اس مرکز کے مہینے درج ہیں، اس لیے یہ برقرار رہے گا۔</translation>
    </message>
    <message>
        <source>Take the months back first if the centre was opened by mistake.</source>
        <translation>اگر مرکز غلطی سے کھولا گیا تھا تو پہلے مہینے واپس لیں۔</translation>
    </message>
    <message>
        <source>This month has not begun yet.</source>
        <translation>یہ مہینہ ابھی شروع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Choose the running month or an earlier one.</source>
        <translation>جاری مہینہ یا اس سے پہلے کا مہینہ منتخب کریں۔</translation>
    </message>
    <message>
        <source>This month was reported already.</source>
        <translation>یہ مہینہ پہلے ہی درج ہو چکا ہے۔</translation>
    </message>
    <message>
        <source>Choose another month, or correct the one that is there.</source>
        <translation>دوسرا مہینہ منتخب کریں، یا جو موجود ہے اسے درست کریں۔</translation>
    </message>
    <message>
        <source>More seats are taken than there are.</source>
        <translation>بھری نشستیں کل نشستوں سے زیادہ ہیں۔</translation>
    </message>
    <message>
        <source>Check both numbers.</source>
        <translation>دونوں عدد دیکھ لیں۔</translation>
    </message>
    <message>
        <source>There are more DG Skills members than freelancers.</source>
        <translation>ڈیجی سکلز کے ارکان فری لانسروں سے زیادہ ہیں۔</translation>
    </message>
    <message>
        <source>Those of DG Skills are counted among the freelancers: check both numbers.</source>
        <translation>ڈیجی سکلز والے فری لانسروں میں شامل ہوتے ہیں: دونوں عدد دیکھ لیں۔</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>انٹرنیٹ</translation>
    </message>
    <message>
        <source>Power without cuts</source>
        <translation>بلا تعطل بجلی</translation>
    </message>
    <message>
        <source>Meeting room</source>
        <translation>میٹنگ روم</translation>
    </message>
    <message>
        <source>Training room</source>
        <translation>تربیتی کمرہ</translation>
    </message>
    <message>
        <source>Prayer room</source>
        <translation>نماز کا کمرہ</translation>
    </message>
    <message>
        <source>Area for women</source>
        <translation>خواتین کا حصہ</translation>
    </message>
    <message>
        <source>Child care</source>
        <translation>بچوں کی نگہداشت</translation>
    </message>
    <message>
        <source>Canteen</source>
        <translation>کینٹین</translation>
    </message>
    <message>
        <source>Parking</source>
        <translation>پارکنگ</translation>
    </message>
    <message>
        <source>Entrance without steps</source>
        <translation>سیڑھی کے بغیر داخلہ</translation>
    </message>
    <message>
        <source>Surveillance overdue</source>
        <translation>نگرانی کا دورہ واجب</translation>
    </message>
    <message>
        <source>Ends today</source>
        <translation>آج ختم</translation>
    </message>
    <message>
        <source>Ends in %1</source>
        <translation>%1 میں ختم</translation>
    </message>
    <message>
        <source>Surveillance today</source>
        <translation>آج نگرانی کا دورہ</translation>
    </message>
    <message>
        <source>Surveillance in %1</source>
        <translation>%1 میں نگرانی</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>نافذ</translation>
    </message>
    <message>
        <source>an inspector was sent</source>
        <translation>انسپکٹر بھیجا جا چکا</translation>
    </message>
    <message>
        <source>nobody was sent</source>
        <translation>کوئی نہیں بھیجا گیا</translation>
    </message>
    <message>
        <source>Surveillance was due on %1</source>
        <translation>نگرانی کا دورہ %1 کو ہونا تھا</translation>
    </message>
    <message>
        <source>Surveillance is due on %1</source>
        <translation>نگرانی کا دورہ %1 کو ہونا ہے</translation>
    </message>
    <message>
        <source>The certificate ends on %1</source>
        <translation>سند %1 کو ختم ہو گی</translation>
    </message>
    <message>
        <source>The certificate ended on %1</source>
        <translation>سند %1 کو ختم ہو گئی</translation>
    </message>
    <message>
        <source>The building has no certificate</source>
        <translation>عمارت کی کوئی سند نہیں</translation>
    </message>
    <message>
        <source>The certificate is not in force: %1</source>
        <translation>سند نافذ نہیں: %1</translation>
    </message>
    <message>
        <source>%1, above the ceiling of %2</source>
        <translation>%1، حد %2 سے زیادہ</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 میں سے %1</translation>
    </message>
    <message>
        <source>Months were reported of this centre meanwhile, so it stays.</source>
        <translation>اس دوران اس مرکز کے مہینے درج ہو گئے، اس لیے یہ برقرار رہے گا۔</translation>
    </message>
    <message>
        <source>The certificate of the building is not in force on the server. Have it issued, renewed or reinstated, and send this again.</source>
        <translation>سرور پر عمارت کی سند نافذ نہیں ہے۔ اسے جاری، تجدید یا بحال کرائیں اور یہ دوبارہ بھیجیں۔</translation>
    </message>
    <message>
        <source>This month was reported already, from elsewhere. Correct that one and give this one up.</source>
        <translation>یہ مہینہ کہیں اور سے پہلے ہی درج ہو چکا ہے۔ اسے درست کریں اور یہ والا چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>The building has a centre already: somebody opened it from elsewhere. Change that one and give this one up.</source>
        <translation>عمارت میں پہلے سے مرکز ہے: کسی نے کہیں اور سے کھولا ہے۔ اسے تبدیل کریں اور یہ والا چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>1 centre</source>
        <translation>1 مرکز</translation>
    </message>
    <message>
        <source>%1 centres</source>
        <translation>%1 مراکز</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 مہینہ</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 مہینے</translation>
    </message>
    <message>
        <source>The centre was not open yet in this month.</source>
        <translation>اس مہینے میں مرکز ابھی کھلا نہیں تھا۔</translation>
    </message>
    <message>
        <source>Choose a later month, or correct the day since when the centre is open.</source>
        <translation>بعد کا مہینہ چنیں، یا وہ تاریخ درست کریں جب سے مرکز کھلا ہے۔</translation>
    </message>
    <message>
        <source>The building had no certificate in force in this month.</source>
        <translation>اس مہینے میں عمارت کی کوئی سند نافذ نہیں تھی۔</translation>
    </message>
    <message>
        <source>Choose a month in which its certificate was in force.</source>
        <translation>وہ مہینہ چنیں جس میں اس کی سند نافذ تھی۔</translation>
    </message>
    <message>
        <source>The centre is open since a day that has not come yet.</source>
        <translation>مرکز کھلنے کی تاریخ ابھی نہیں آئی۔</translation>
    </message>
    <message>
        <source>Enter today or an earlier day, or open it here when the day comes.</source>
        <translation>آج یا اس سے پہلے کی تاریخ درج کریں، یا وہ دن آنے پر اسے یہاں کھولیں۔</translation>
    </message>
    <message>
        <source>The centre is closed on a day that has not come yet.</source>
        <translation>مرکز بند ہونے کی تاریخ ابھی نہیں آئی۔</translation>
    </message>
    <message>
        <source>Enter today or an earlier day, or close it here when the day comes.</source>
        <translation>آج یا اس سے پہلے کی تاریخ درج کریں، یا وہ دن آنے پر اسے یہاں بند کریں۔</translation>
    </message>
    <message>
        <source>The centre opened, or reported a month, after the day on which it is closed.</source>
        <translation>بند ہونے کی تاریخ کے بعد مرکز کھلا یا اس کا کوئی مہینہ درج ہوا۔</translation>
    </message>
    <message>
        <source>Enter a later day, or take back the months that it did not have.</source>
        <translation>بعد کی تاریخ درج کریں، یا وہ مہینے واپس لیں جن میں مرکز نہیں تھا۔</translation>
    </message>
    <message>
        <source>The centre was closed before this month.</source>
        <translation>مرکز اس مہینے سے پہلے بند ہو چکا تھا۔</translation>
    </message>
    <message>
        <source>Choose an earlier month, or correct the day on which it was closed.</source>
        <translation>پہلے کا مہینہ چنیں، یا بند ہونے کی تاریخ درست کریں۔</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>Too many seats</source>
        <translation>نشستیں زیادہ</translation>
    </message>
    <message>
        <source>It has %1, and its certificate allows %2</source>
        <translation>اس میں %1 ہیں، اور سند %2 کی اجازت دیتی ہے</translation>
    </message>
    <message>
        <source>The centre reported a month before the day since when it is open.</source>
        <translation>مرکز نے اپنے کھلنے کی تاریخ سے پہلے کا ایک مہینہ درج کیا ہے۔</translation>
    </message>
    <message>
        <source>Enter an earlier day, or take back the months that it did not have.</source>
        <translation>پہلے کی تاریخ درج کریں، یا وہ مہینے واپس لیں جن میں مرکز نہیں تھا۔</translation>
    </message>
    <message>
        <source>Another centre was open in this building on some of these days.</source>
        <translation>ان میں سے کچھ دنوں میں اس عمارت میں دوسرا مرکز کھلا تھا۔</translation>
    </message>
    <message>
        <source>Enter the day since when this one is open: one after the other was closed.</source>
        <translation>یہ مرکز جب سے کھلا ہے وہ تاریخ درج کریں: دوسرے کے بند ہونے کے بعد کی۔</translation>
    </message>
    <message>
        <source>The certificate of this month was suspended or revoked.</source>
        <translation>اس مہینے کی سند معطل یا منسوخ کی گئی۔</translation>
    </message>
    <message>
        <source>Its months count again when it is reinstated; those of a revoked one do not.</source>
        <translation>بحال ہونے پر اس کے مہینے دوبارہ شمار ہوں گے؛ منسوخ سند کے نہیں۔</translation>
    </message>
    <message>
        <source>The contact before agreed to stand on the public list, this one did not.</source>
        <translation>پہلے والا رابطہ عوامی فہرست میں آنے پر راضی تھا، یہ والا نہیں۔</translation>
    </message>
    <message>
        <source>Tick the box when this person agrees.</source>
        <translation>جب یہ شخص راضی ہو تب خانے پر نشان لگائیں۔</translation>
    </message>
    <message>
        <source>On the server no certificate of the building that counts was in force in this month. Where it was suspended, have it reinstated and send this again; else give the month up.</source>
        <translation>سرور پر اس مہینے میں عمارت کی کوئی قابلِ شمار سند نافذ نہیں تھی۔ اگر وہ معطل ہوئی تھی تو اسے بحال کرائیں اور یہ دوبارہ بھیجیں؛ ورنہ یہ مہینہ چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>On the server the centre was not open in this month: somebody changed the day on which it opened or closed. Correct that day and send this again, or give the month up.</source>
        <translation>سرور کے مطابق مرکز اس مہینے میں کھلا نہیں تھا: کسی نے اس کے کھلنے یا بند ہونے کی تاریخ بدلی ہے۔ وہ تاریخ درست کریں اور یہ دوبارہ بھیجیں، یا یہ مہینہ چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>On the server the centre has a month before this day, or another centre was open in the building then. Enter another day and send this again, or give it up.</source>
        <translation>سرور پر اس تاریخ سے پہلے مرکز کا کوئی مہینہ درج ہے، یا تب عمارت میں دوسرا مرکز کھلا تھا۔ دوسری تاریخ درج کریں اور یہ دوبارہ بھیجیں، یا اسے چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>On the server the centre opened or has a month after this day, or another centre was open in the building until then. Enter another day and send this again, or give it up.</source>
        <translation>سرور کے مطابق مرکز اس تاریخ کے بعد کھلا یا اس کا کوئی بعد کا مہینہ درج ہے، یا تب تک عمارت میں دوسرا مرکز کھلا تھا۔ دوسری تاریخ درج کریں اور یہ دوبارہ بھیجیں، یا اسے چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>The contact before agreed to stand on the public list, this one did not. Say whether this one does, and send this again.</source>
        <translation>پہلے والا رابطہ عوامی فہرست میں آنے پر راضی تھا، یہ والا نہیں۔ بتائیں کہ یہ راضی ہے یا نہیں، اور یہ دوبارہ بھیجیں۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CentreSheet</name>
    <message>
        <source>Open a centre</source>
        <translation>مرکز کھولیں</translation>
    </message>
    <message>
        <source>Change the centre</source>
        <translation>مرکز تبدیل کریں</translation>
    </message>
    <message>
        <source>Certified building</source>
        <translation>تصدیق شدہ عمارت</translation>
    </message>
    <message>
        <source>Name of the centre</source>
        <translation>مرکز کا نام</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>نشستیں</translation>
    </message>
    <message>
        <source>Seat rate a month, Rs</source>
        <translation>نشست کا ماہانہ کرایہ، روپے</translation>
    </message>
    <message>
        <source>Open since</source>
        <translation>کب سے کھلا</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Open the centre</source>
        <translation>مرکز کھولیں</translation>
    </message>
    <message>
        <source>What it offers</source>
        <translation>سہولیات</translation>
    </message>
    <message>
        <source>No building waits for a centre.</source>
        <translation>کوئی عمارت مرکز کی منتظر نہیں۔</translation>
    </message>
    <message>
        <source>Each building with a certificate in force has one, or none is certified.</source>
        <translation>نافذ سند والی ہر عمارت میں مرکز ہے، یا کسی عمارت کو سند نہیں ملی۔</translation>
    </message>
    <message>
        <source>Issue a certificate first; then its building stands here.</source>
        <translation>پہلے سند جاری کریں؛ پھر اس کی عمارت یہاں آئے گی۔</translation>
    </message>
    <message>
        <source>Certified for %1.</source>
        <translation>%1 کے لیے تصدیق شدہ۔</translation>
    </message>
    <message>
        <source>The rate is above the programme&apos;s ceiling of %1; it is saved all the same, and marked.</source>
        <translation>کرایہ پروگرام کی حد %1 سے زیادہ ہے؛ پھر بھی محفوظ ہو گا، اور اس پر نشان رہے گا۔</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ کریں</translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation>آپ کا اندراج محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Choose it, or type its code, name or city</source>
        <translation>چنیں، یا اس کا کوڈ، نام یا شہر لکھیں</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>کب بند ہوا</translation>
    </message>
    <message>
        <source>The certificate of this building is not in force: whom to call can be changed, and the centre can be closed.</source>
        <translation>اس عمارت کی سند نافذ نہیں: رابطہ بدلا جا سکتا ہے، اور مرکز بند کیا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>A closed centre leaves the public list and the reminders; its months stay, and later ones are not taken.</source>
        <translation>بند مرکز عوامی فہرست اور یاد دہانیوں سے نکل جاتا ہے؛ اس کے مہینے رہتے ہیں، اور بعد کے مہینے نہیں لیے جاتے۔</translation>
    </message>
    <message>
        <source>A day cannot be read: day, month and year.</source>
        <translation>کوئی تاریخ پڑھی نہیں جا سکی: دن، مہینہ اور سال لکھیں۔</translation>
    </message>
    <message>
        <source>An amount cannot be read: digits, and at most two behind the point.</source>
        <translation>ایک رقم پڑھی نہیں جا سکتی: صرف ہندسے، اور اعشاریے کے بعد زیادہ سے زیادہ دو۔</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>لکھنا جاری رکھیں</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>لکھا ہوا ترک کریں</translation>
    </message>
    <message>
        <source>What its owner pays a month beside the loan: electricity, network, staff</source>
        <translation>مالک قرض کے علاوہ ہر ماہ جو دیتا ہے: بجلی، نیٹ ورک، عملہ</translation>
    </message>
    <message>
        <source>Running cost a month, Rs</source>
        <translation>چلانے کا ماہانہ خرچ، روپے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CentresModel</name>
    <message>
        <source>%1 (above)</source>
        <translation>%1 (زیادہ)</translation>
    </message>
    <message>
        <source>Nothing reported</source>
        <translation>کچھ درج نہیں</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>مرکز</translation>
    </message>
    <message>
        <source>City and building</source>
        <translation>شہر اور عمارت</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>نشستیں</translation>
    </message>
    <message>
        <source>Seat rate</source>
        <translation>نشست کا کرایہ</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>آخری مہینہ</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>سند</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CentresPage</name>
    <message>
        <source>Centres</source>
        <translation>مراکز</translation>
    </message>
    <message>
        <source>Import months…</source>
        <translation>مہینے درآمد کریں…</translation>
    </message>
    <message>
        <source>Open a centre…</source>
        <translation>مرکز کھولیں…</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>کیا واجب ہے</translation>
    </message>
    <message>
        <source>Name, code of the building, or city</source>
        <translation>نام، عمارت کا کوڈ یا شہر</translation>
    </message>
    <message>
        <source>Filter by name, code of the building or city</source>
        <translation>نام، عمارت کے کوڈ یا شہر سے چھانٹیں</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>سند</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>نافذ</translation>
    </message>
    <message>
        <source>Ends within 60 days</source>
        <translation>60 دن میں ختم</translation>
    </message>
    <message>
        <source>Surveillance due</source>
        <translation>نگرانی واجب</translation>
    </message>
    <message>
        <source>Not in force</source>
        <translation>نافذ نہیں</translation>
    </message>
    <message>
        <source>%1 of %2 centres</source>
        <translation>%2 میں سے %1 مراکز</translation>
    </message>
    <message>
        <source>No centre matches. Clear the filters to see all.</source>
        <translation>کوئی مرکز نہیں ملا۔ سب دیکھنے کے لیے فلٹر صاف کریں۔</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>فلٹر صاف کریں</translation>
    </message>
    <message>
        <source>No centre is open yet. Open one in a building whose certificate is in force; its months are recorded here.</source>
        <translation>ابھی کوئی مرکز نہیں کھلا۔ نافذ سند والی عمارت میں ایک کھولیں؛ اس کے مہینے یہاں درج ہوں گے۔</translation>
    </message>
    <message>
        <source>No centre is open yet. Officers open them in buildings whose certificate is in force.</source>
        <translation>ابھی کوئی مرکز نہیں کھلا۔ افسر انہیں نافذ سند والی عمارتوں میں کھولتے ہیں۔</translation>
    </message>
    <message>
        <source>%1 overdue, %2 within 60 days</source>
        <translation>%1 تاخیر سے، %2 اگلے 60 دن میں</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>کم دکھائیں</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>تمام %1 دکھائیں</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>تاخیر</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>جلد</translation>
    </message>
    <message>
        <source>More seats than certified</source>
        <translation>منظور شدہ سے زیادہ نشستیں</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>and %1 more: the filter “Certificate” below shows them in the table</source>
        <translation>اور %1 مزید: نیچے فلٹر ”سند“ انہیں جدول میں دکھاتا ہے</translation>
    </message>
    <message>
        <source>Show the first %1</source>
        <translation>پہلے %1 دکھائیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CertificatePage</name>
    <message>
        <source>Certificate %1</source>
        <translation>سند %1</translation>
    </message>
    <message>
        <source>Certificate decision</source>
        <translation>سند کا فیصلہ</translation>
    </message>
    <message>
        <source>Score %1, pass mark %2: %3</source>
        <translation>اسکور %1، درکار %2: %3</translation>
    </message>
    <message>
        <source>Planned %1; fire-safe occupancy %2 at 50 sq ft a person</source>
        <translation>مجوزہ %1؛ 50 مربع فٹ فی فرد پر آگ سے محفوظ گنجائش %2</translation>
    </message>
    <message>
        <source>The decision is saved on this laptop. The server makes and signs the certificate when it arrives; it then shows here.</source>
        <translation>فیصلہ اس لیپ ٹاپ پر محفوظ ہے۔ پہنچنے پر سرور سند بناتا اور اس پر دستخط کرتا ہے؛ پھر وہ یہاں نظر آئے گی۔</translation>
    </message>
    <message>
        <source>The inspection has to be accepted first.</source>
        <translation>پہلے معائنہ قبول ہونا ضروری ہے۔</translation>
    </message>
    <message>
        <source>No certificate is possible: %1.</source>
        <translation>سند ممکن نہیں: %1۔</translation>
    </message>
    <message>
        <source>items were not inspected</source>
        <translation>کچھ اشیا کا معائنہ نہیں ہوا</translation>
    </message>
    <message>
        <source>Decide the grade and the seats. The server makes the number and signs the certificate.</source>
        <translation>درجہ اور نشستیں طے کریں۔ نمبر سرور دیتا ہے اور سند پر دستخط کرتا ہے۔</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 تا %2، %3</translation>
    </message>
    <message>
        <source>The decision “%1” is saved on this laptop.</source>
        <translation>فیصلہ ”%1“ اس لیپ ٹاپ پر محفوظ ہے۔</translation>
    </message>
    <message>
        <source>It takes effect when it reaches the server.</source>
        <translation>سرور تک پہنچنے پر یہ نافذ ہو گا۔</translation>
    </message>
    <message>
        <source>The certificate is saved as %1.</source>
        <translation>سند %1 کے نام سے محفوظ ہے۔</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>سند محفوظ کریں</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>پی ڈی ایف فائلیں (*.pdf)</translation>
    </message>
    <message>
        <source>Issue a certificate</source>
        <translation>سند جاری کریں</translation>
    </message>
    <message>
        <source>Issue the certificate</source>
        <translation>سند جاری کریں</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>درجہ بندی</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>نشستیں</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>پی ڈی ایف محفوظ کریں</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>فیصلے کی وجہ</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>معطل کریں</translation>
    </message>
    <message>
        <source>Reinstate</source>
        <translation>بحال کریں</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>منسوخ کریں</translation>
    </message>
    <message>
        <source>The inspection behind this certificate is not on this laptop, so it cannot be printed here. An officer of the province can print it.</source>
        <translation>اس سند کا معائنہ اس لیپ ٹاپ پر نہیں، اس لیے یہ یہاں چھاپی نہیں جا سکتی۔ صوبے کا افسر اسے چھاپ سکتا ہے۔</translation>
    </message>
    <message>
        <source>%1. The certificate can be issued when all of them are there; the inspector’s laptop sends them by itself.</source>
        <translation>%1۔ سند تب جاری ہو سکتی ہے جب سب فائلیں وہاں ہوں؛ انسپکٹر کا لیپ ٹاپ انہیں خود بھیجتا ہے۔</translation>
    </message>
    <message>
        <source>Full, %1 months</source>
        <translation>مکمل، %1 مہینے</translation>
    </message>
    <message>
        <source>Provisional, %1 days</source>
        <translation>عارضی، %1 دن</translation>
    </message>
    <message>
        <source>Renew certificate %1</source>
        <translation>سند %1 کی تجدید</translation>
    </message>
    <message>
        <source>Renew the certificate</source>
        <translation>سند کی تجدید کریں</translation>
    </message>
    <message>
        <source>Certificate %1 of this building is suspended: reinstate or revoke it first.</source>
        <translation>اس عمارت کی سند %1 معطل ہے: پہلے اسے بحال یا منسوخ کریں۔</translation>
    </message>
    <message>
        <source>Certificate %1 is valid until %2. The new one takes its place on the day on which the server signs it, and that one counts no longer.</source>
        <translation>سند %1، %2 تک درست ہے۔ جس دن سرور نئی سند پر دستخط کرے گا، نئی اس کی جگہ لے لے گی اور پرانی مؤثر نہیں رہے گی۔</translation>
    </message>
    <message>
        <source>Surveillance visit due on %1</source>
        <translation>نگرانی کا دورہ %1 تک ہونا ہے</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>وجہ: %1</translation>
    </message>
    <message>
        <source>An appeal is open: %1</source>
        <translation>ایک اپیل زیرِ غور ہے: %1</translation>
    </message>
    <message>
        <source>An appeal is open.</source>
        <translation>ایک اپیل زیرِ غور ہے۔</translation>
    </message>
    <message>
        <source>It is against your own decision, so another officer decides about it.</source>
        <translation>یہ آپ کے اپنے فیصلے کے خلاف ہے، اس لیے اس کا فیصلہ کوئی دوسرا افسر کرے گا۔</translation>
    </message>
    <message>
        <source>Renew with the visit of %1</source>
        <translation>%1 کے دورے سے تجدید کریں</translation>
    </message>
    <message>
        <source>Record an appeal</source>
        <translation>اپیل درج کریں</translation>
    </message>
    <message>
        <source>Allow the appeal</source>
        <translation>اپیل منظور کریں</translation>
    </message>
    <message>
        <source>Dismiss the appeal</source>
        <translation>اپیل مسترد کریں</translation>
    </message>
    <message>
        <source>Go to the centre</source>
        <translation>مرکز پر جائیں</translation>
    </message>
    <message>
        <source>Write here why. Nothing is decided without a reason.</source>
        <translation>یہاں وجہ لکھیں۔ وجہ کے بغیر کوئی فیصلہ نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>The building has %1: a certificate speaks of no more.</source>
        <translation>عمارت میں %1 ہیں؛ سند میں اس سے زیادہ درج نہیں ہوتیں۔</translation>
    </message>
    <message>
        <source>Enter how many seats the certificate is for.</source>
        <translation>درج کریں کہ سند کتنی نشستوں کے لیے ہے۔</translation>
    </message>
    <message>
        <source>Revoke it</source>
        <translation>ہاں، منسوخ کریں</translation>
    </message>
    <message>
        <source>Certificate %1 is revoked, for this reason. Only an appeal that is allowed brings it back.</source>
        <translation>سند %1 اس وجہ سے منسوخ ہو جائے گی۔ اسے صرف منظور شدہ اپیل واپس لا سکتی ہے۔</translation>
    </message>
    <message>
        <source>It has not reached the server yet.</source>
        <translation>یہ ابھی سرور تک نہیں پہنچا۔</translation>
    </message>
    <message>
        <source>A regional officer decides about the certificate.</source>
        <translation>سند کا فیصلہ علاقائی افسر کرتا ہے۔</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>اب تک کے فیصلے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CertificatePreview</name>
    <message>
        <source>Preview of the certificate</source>
        <translation>سند کا پیش منظر</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CertifiedChart</name>
    <message>
        <source>%1: %2 certified, %3 full and %4 provisional</source>
        <translation>%1: %2 منظور شدہ، %3 مکمل اور %4 عارضی</translation>
    </message>
    <message>
        <source>quota line at %1</source>
        <translation>کوٹے کی لکیر %1 پر</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 پیچھے</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>%1 آگے</translation>
    </message>
    <message>
        <source>%1: certificates that end: %2, %3 full and %4 provisional</source>
        <translation>%1: ختم ہونے والی اسناد: %2، %3 مکمل اور %4 عارضی</translation>
    </message>
</context>
<context>
    <name>ChangePhrases</name>
    <message>
        <source>Is the record to stay?</source>
        <translation>کیا ریکارڈ رہے؟</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>%1 پر نوٹ</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>کوئی جواب نہیں</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>ہٹا دیں</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>رکھیں</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>خالی</translation>
    </message>
    <message>
        <source>another record</source>
        <translation>کوئی اور ریکارڈ</translation>
    </message>
    <message>
        <source>accurate to %1 m</source>
        <translation>%1 میٹر تک درست</translation>
    </message>
    <message>
        <source>New</source>
        <translation>نیا</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>جمع شدہ</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>ہٹایا گیا</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>اور %1 مزید</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>طے شدہ</translation>
    </message>
    <message>
        <source>The server does not accept a value.</source>
        <translation>سرور ایک قدر قبول نہیں کرتا۔</translation>
    </message>
    <message>
        <source>The server does not accept this value of “%1”.</source>
        <translation>سرور ”%1“ کی یہ قدر قبول نہیں کرتا۔</translation>
    </message>
    <message>
        <source>The server comes to another score than this laptop.</source>
        <translation>سرور کا نتیجہ اس لیپ ٹاپ سے مختلف ہے۔</translation>
    </message>
    <message>
        <source>The record no longer lies in your provinces. The server keeps the change for the officer.</source>
        <translation>ریکارڈ اب آپ کے صوبوں میں نہیں۔ سرور تبدیلی افسر کے لیے رکھتا ہے۔</translation>
    </message>
    <message>
        <source>Your account may not make this change. The server keeps it for the officer.</source>
        <translation>آپ کا اکاؤنٹ یہ تبدیلی نہیں کر سکتا۔ سرور اسے افسر کے لیے رکھتا ہے۔</translation>
    </message>
    <message>
        <source>The record has moved on: what was changed can no longer be changed so.</source>
        <translation>ریکارڈ آگے بڑھ چکا ہے: اب یہ تبدیلی اس طرح نہیں ہو سکتی۔</translation>
    </message>
    <message>
        <source>Another record has this already.</source>
        <translation>یہ پہلے سے کسی اور ریکارڈ میں موجود ہے۔</translation>
    </message>
    <message>
        <source>Another record has this “%1” already.</source>
        <translation>یہ ”%1“ پہلے سے کسی اور ریکارڈ میں موجود ہے۔</translation>
    </message>
    <message>
        <source>The change is too large for the server.</source>
        <translation>تبدیلی سرور کے لیے بہت بڑی ہے۔</translation>
    </message>
    <message>
        <source>The server knows another change under this number.</source>
        <translation>سرور اس نمبر سے کوئی اور تبدیلی جانتا ہے۔</translation>
    </message>
    <message>
        <source>It waits for a record or a file that has not come to the server.</source>
        <translation>یہ ایسے ریکارڈ یا فائل کی منتظر ہے جو سرور تک نہیں پہنچی۔</translation>
    </message>
    <message>
        <source>The server gave this word: %1</source>
        <translation>سرور نے یہ لفظ دیا: %1</translation>
    </message>
    <message>
        <source>The inspection is no draft any more on the server: it was submitted, or decided on, from elsewhere.</source>
        <translation>سرور پر یہ معائنہ اب مسودہ نہیں رہا: یہ کہیں اور سے جمع ہو چکا ہے یا اس پر فیصلہ ہو چکا ہے۔</translation>
    </message>
    <message>
        <source>The next revision of this returned inspection was begun on another laptop, and the server has that one.</source>
        <translation>اس واپس کیے گئے معائنے کی اگلی نظرثانی کسی اور لیپ ٹاپ پر شروع ہو چکی ہے، اور سرور کے پاس وہی ہے۔</translation>
    </message>
    <message>
        <source>This laptop was revoked for this account. The server keeps the change for the officer.</source>
        <translation>یہ لیپ ٹاپ اس اکاؤنٹ کے لیے منسوخ کر دیا گیا۔ سرور تبدیلی افسر کے لیے رکھتا ہے۔</translation>
    </message>
    <message>
        <source>“%1” was carried over from the earlier visit, but that visit was rejected, or the server has another answer there. Answer it again in this visit.</source>
        <translation>”%1“ پچھلے دورے سے لیا گیا تھا، مگر وہ دورہ مسترد ہو گیا یا سرور پر اس کا جواب کچھ اور ہے۔ اس دورے میں اس کا جواب دوبارہ دیں۔</translation>
    </message>
    <message>
        <source>A marked copy of this photo is on the server. Remove the copy first, then the photo.</source>
        <translation>اس تصویر کی نشان زدہ نقل سرور پر ہے۔ پہلے نقل ہٹائیں، پھر تصویر۔</translation>
    </message>
    <message>
        <source>The photo that this copy marks was removed from the inspection. Attach the photo again and mark it anew, or give the copy up.</source>
        <translation>جس تصویر پر یہ نشان زدہ نقل بنی تھی وہ معائنے سے ہٹا دی گئی۔ تصویر دوبارہ لگائیں اور نئے سرے سے نشان لگائیں، یا نقل چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>The finding has moved on, or its inspection was handed in: this can no longer be changed so.</source>
        <translation>یہ نقص آگے بڑھ چکا ہے یا اس کا معائنہ جمع ہو چکا ہے: اب یہ اس طرح نہیں بدل سکتا۔</translation>
    </message>
    <message>
        <source>Former answer to %1</source>
        <translation>%1 کا سابقہ جواب</translation>
    </message>
    <message>
        <source>A newer version of the standard is published: this one needs a higher number.</source>
        <translation>معیار کا اس سے نیا نسخہ شائع ہو چکا ہے: اس نسخے کو بڑا نمبر چاہیے۔</translation>
    </message>
    <message>
        <source>A version of the standard with this number is published already.</source>
        <translation>اس نمبر کا معیار پہلے ہی شائع ہو چکا ہے۔</translation>
    </message>
    <message>
        <source>The building was merged into another one and does not change. Change that one, or have an officer take the merge back and send this again.</source>
        <translation>یہ عمارت کسی اور عمارت میں ضم ہو چکی ہے اور اب نہیں بدلتی۔ تبدیلی اُس عمارت میں کریں، یا افسر سے انضمام واپس لینے کو کہیں اور یہ دوبارہ بھیجیں۔</translation>
    </message>
    <message>
        <source>The building was merged into another one meanwhile, and nothing new begins on it. Have an officer take the merge back and send this again, or do it on that one.</source>
        <translation>اس دوران یہ عمارت کسی اور عمارت میں ضم ہو گئی، اور اس پر کوئی نیا کام شروع نہیں ہوتا۔ افسر سے انضمام واپس لینے کو کہیں اور یہ دوبارہ بھیجیں، یا کام اُس عمارت پر کریں۔</translation>
    </message>
    <message>
        <source>The buildings cannot be merged so any more: one of them has moved on. Look at both again.</source>
        <translation>یہ عمارتیں اب اس طرح ضم نہیں ہو سکتیں: ان میں سے ایک بدل چکی ہے۔ دونوں کو دوبارہ دیکھیں۔</translation>
    </message>
    <message>
        <source>This inspector&apos;s account is not in use, or is not for the building&apos;s province. Choose another inspector.</source>
        <translation>اس انسپکٹر کا اکاؤنٹ استعمال میں نہیں، یا عمارت کے صوبے کے لیے نہیں۔ کوئی اور انسپکٹر چنیں۔</translation>
    </message>
    <message>
        <source>The inspector who has this visit began it meanwhile, so it goes to nobody else.</source>
        <translation>جس انسپکٹر کے ذمے یہ دورہ ہے اس نے اس دوران اسے شروع کر دیا، اس لیے یہ کسی اور کو نہیں دیا جا سکتا۔</translation>
    </message>
    <message>
        <source>The assignment was closed meanwhile: the visit was handed in, or an officer cancelled it.</source>
        <translation>تفویض اس دوران بند ہو گئی: دورہ جمع ہو گیا، یا کسی افسر نے اسے منسوخ کر دیا۔</translation>
    </message>
    <message>
        <source>The building waits for a visit of this kind already: somebody assigned it from elsewhere. Give this one up; that one stays.</source>
        <translation>یہ عمارت پہلے ہی اس قسم کے دورے کی منتظر ہے: کسی نے کہیں اور سے یہ کام سونپ دیا تھا۔ اسے چھوڑ دیں؛ وہ برقرار رہے گا۔</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>yes, agreed %1</source>
        <translation>ہاں، %1 کو راضی ہوا</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ChoiceEditor</name>
    <message>
        <source>Choose</source>
        <translation>چنیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ChoosePassphrasePage</name>
    <message>
        <source>Choose this laptop’s passphrase</source>
        <translation>اس لیپ ٹاپ کا پاس فریز چُنیں</translation>
    </message>
    <message>
        <source>%1 has records on this laptop that anybody could read who gets hold of it. From now on they are sealed with a passphrase of yours.</source>
        <translation>اس لیپ ٹاپ پر %1 کے ریکارڈ ہیں جنہیں ہر وہ شخص پڑھ سکتا تھا جس کے ہاتھ یہ لگ جائے۔ اب سے وہ آپ کے پاس فریز سے مہر بند رہیں گے۔</translation>
    </message>
    <message>
        <source>It seals what %1 keeps on this laptop: owners, notes and what waits to be sent. You will type it at each start; it needs no network.</source>
        <translation>یہ اُس سب کو مہر بند رکھتا ہے جو %1 اس لیپ ٹاپ پر رکھتا ہے: مالکان، نوٹ اور جو بھیجا جانا باقی ہے۔ اسے ہر بار شروع میں لکھنا ہو گا؛ اس کے لیے نیٹ ورک درکار نہیں۔</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>یہی پاس فریز رکھیں</translation>
    </message>
    <message>
        <source>Back to signing in</source>
        <translation>سائن اِن پر واپس</translation>
    </message>
    <message>
        <source>It is not your account’s password, and it never leaves this laptop. Nobody can recover it, neither the programme nor the server: without it, what was not sent from here is lost.</source>
        <translation>یہ آپ کے اکاؤنٹ کا پاس ورڈ نہیں، اور اس لیپ ٹاپ سے کبھی باہر نہیں جاتا۔ اسے کوئی واپس نہیں لا سکتا، نہ پروگرام نہ سرور: اس کے بغیر جو یہاں سے بھیجا نہیں گیا وہ ضائع ہے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CityBox</name>
    <message>
        <source>Choose a city</source>
        <translation>شہر چنیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CityMap</name>
    <message>
        <source>in %1 others</source>
        <translation>دیگر %1 میں</translation>
    </message>
    <message>
        <source>%1: %2 certified</source>
        <translation>%1: %2 منظور شدہ</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CityNeedsModel</name>
    <message>
        <source>The list has no number for this city.</source>
        <translation>فہرست میں اس شہر کی کوئی تعداد نہیں۔</translation>
    </message>
    <message>
        <source>Short of %1</source>
        <translation>%1 سے کمی</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>صوبہ</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>درجہ</translation>
    </message>
    <message>
        <source>Freelancers</source>
        <translation>فری لانسر</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>نشستیں</translation>
    </message>
    <message>
        <source>Per 1,000</source>
        <translation>فی 1,000</translation>
    </message>
    <message>
        <source>Seats short</source>
        <translation>نشستوں کی کمی</translation>
    </message>
    <message>
        <source>Buildings ready</source>
        <translation>تیار عمارتیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CityTiers</name>
    <message>
        <source>Set its tier</source>
        <translation>اس کا درجہ مقرر کریں</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>نکال دیں</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Tier under this policy</source>
        <translation>اس پالیسی میں درجہ</translation>
    </message>
    <message>
        <source>Cities with another tier</source>
        <translation>مختلف درجے والے شہر</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>صوبہ</translation>
    </message>
    <message>
        <source>Tier today</source>
        <translation>آج کا درجہ</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ClosedPage</name>
    <message>
        <source>Your open inspections</source>
        <translation>آپ کے جاری معائنے</translation>
    </message>
    <message>
        <source>There are none on this laptop.</source>
        <translation>اس لیپ ٹاپ پر کوئی نہیں۔</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>عمارت</translation>
    </message>
    <message>
        <source>The building %1</source>
        <translation>عمارت %1</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>جاری رکھیں</translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation>%1 جاری رکھیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CodeCard</name>
    <message>
        <source>One-time code</source>
        <translation>ایک بار کا کوڈ</translation>
    </message>
    <message>
        <source>It is noted</source>
        <translation>لکھ لیا</translation>
    </message>
    <message>
        <source>Give this to %1 in person or by telephone. With it and the name they set up one laptop and choose a new password.</source>
        <translation>یہ %1 کو خود یا فون پر دیں۔ اس کوڈ اور نام سے وہ ایک لیپ ٹاپ تیار کرتے ہیں اور نیا پاس ورڈ چنتے ہیں۔</translation>
    </message>
    <message>
        <source>It is shown only now, works once, and until %1. An older code of this account is void.</source>
        <translation>یہ صرف ابھی دکھایا جا رہا ہے، ایک بار اور %1 تک کام کرتا ہے۔ اس اکاؤنٹ کا پرانا کوڈ اب بے کار ہے۔</translation>
    </message>
    <message>
        <source>The code as a picture, for Markaz to read</source>
        <translation>کوڈ تصویر کی صورت میں، جسے مرکز پڑھتا ہے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CodePicker</name>
    <message>
        <source>Read the code from a picture…</source>
        <translation>تصویر سے کوڈ پڑھیں…</translation>
    </message>
    <message>
        <source>A photo or a screenshot with the QR code (JPEG, PNG); it can be dropped or pasted here too (Ctrl+V)</source>
        <translation>کیو آر کوڈ والی تصویر یا اسکرین شاٹ (⁦JPEG⁩، ⁦PNG⁩)؛ اسے یہاں چھوڑا یا چسپاں بھی کیا جا سکتا ہے (⁦Ctrl+V⁩)</translation>
    </message>
    <message>
        <source>Read the code with the camera</source>
        <translation>کیمرے سے کوڈ پڑھیں</translation>
    </message>
    <message>
        <source>Read the code from a picture</source>
        <translation>تصویر سے کوڈ پڑھیں</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG)</source>
        <translation>تصویریں (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG)</translation>
    </message>
    <message>
        <source>Hold the QR code before the camera</source>
        <translation>کیو آر کوڈ کیمرے کے سامنے رکھیں</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>تصویر پڑھی جا رہی ہے…</translation>
    </message>
    <message>
        <source>The certificate as PDF, a photo of its QR code (JPEG, PNG), or a file with the code’s text; it can be dropped or pasted here too (Ctrl+V)</source>
        <translation>سند کی پی ڈی ایف، اس کے کیو آر کوڈ کی تصویر (JPEG، PNG)، یا کوڈ کے متن والی فائل؛ اسے یہاں گھسیٹ کر چھوڑا یا چسپاں (Ctrl+V) بھی کیا جا سکتا ہے</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>سند چنیں</translation>
    </message>
    <message>
        <source>Certificates (*.pdf *.jpg *.jpeg *.png *.txt *.PDF *.JPG *.JPEG *.PNG *.TXT);;All files (*)</source>
        <translation>اسناد (*.pdf *.jpg *.jpeg *.png *.txt *.PDF *.JPG *.JPEG *.PNG *.TXT);;تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>فائل پڑھی جا رہی ہے…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>فائل چنیں…</translation>
    </message>
</context>
<context>
    <name>CodeWords</name>
    <message>
        <source>What you typed stays as it is.</source>
        <translation>جو آپ نے لکھا وہ ویسا ہی رہتا ہے۔</translation>
    </message>
    <message>
        <source>You can also type the code.</source>
        <translation>آپ کوڈ لکھ بھی سکتے ہیں۔</translation>
    </message>
    <message>
        <source>No QR code can be read in this picture.</source>
        <translation>اس تصویر میں کوئی کیو آر کوڈ پڑھا نہیں جا سکتا۔</translation>
    </message>
    <message>
        <source>Take it again from nearer, straight from above and in good light, with the white margin around the code.</source>
        <translation>قریب سے، سیدھا اوپر سے اور اچھی روشنی میں دوبارہ تصویر لیں، کوڈ کے گرد سفید حاشیے سمیت۔</translation>
    </message>
    <message>
        <source>This picture shows more than one QR code.</source>
        <translation>اس تصویر میں ایک سے زیادہ کیو آر کوڈ ہیں۔</translation>
    </message>
    <message>
        <source>Take a picture with yours alone, or cut the others away.</source>
        <translation>صرف اپنے کوڈ کی تصویر لیں، یا باقی کوڈ کاٹ دیں۔</translation>
    </message>
    <message>
        <source>This picture has more than 40 megapixels.</source>
        <translation>یہ تصویر 40 میگا پکسل سے بڑی ہے۔</translation>
    </message>
    <message>
        <source>Save it smaller, or cut out the code.</source>
        <translation>اسے چھوٹا کر کے محفوظ کریں، یا صرف کوڈ کا حصہ کاٹ لیں۔</translation>
    </message>
    <message>
        <source>This file is larger than 100 MiB.</source>
        <translation>یہ فائل ⁦100 MiB⁩ سے بڑی ہے۔</translation>
    </message>
    <message>
        <source>Choose the picture of the code itself.</source>
        <translation>خود کوڈ کی تصویر چنیں۔</translation>
    </message>
    <message>
        <source>This is not a picture that Markaz reads.</source>
        <translation>یہ ایسی تصویر نہیں جسے مرکز پڑھتا ہو۔</translation>
    </message>
    <message>
        <source>Choose a photo or a screenshot, JPEG or PNG.</source>
        <translation>کوئی تصویر یا اسکرین شاٹ چنیں، ⁦JPEG⁩ یا ⁦PNG⁩۔</translation>
    </message>
    <message>
        <source>This picture is damaged or was not copied whole.</source>
        <translation>یہ تصویر خراب ہے یا پوری نقل نہیں ہوئی۔</translation>
    </message>
    <message>
        <source>Copy it again, or take another.</source>
        <translation>اسے دوبارہ نقل کریں، یا دوسری تصویر لیں۔</translation>
    </message>
    <message>
        <source>No camera can be used on this laptop.</source>
        <translation>اس لیپ ٹاپ پر کوئی کیمرا استعمال نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>Read the code from a picture.</source>
        <translation>کوڈ تصویر سے پڑھیں۔</translation>
    </message>
    <message>
        <source>The picture cannot be opened.</source>
        <translation>تصویر کھولی نہیں جا سکتی۔</translation>
    </message>
    <message>
        <source>See that it is still there and that you may read it.</source>
        <translation>دیکھیں کہ وہ اب بھی موجود ہے اور آپ اسے پڑھ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Take the code that your administrator gave you for this laptop.</source>
        <translation>وہ کوڈ لیں جو آپ کے منتظم نے اس لیپ ٹاپ کے لیے دیا۔</translation>
    </message>
    <message>
        <source>This is the code of a certificate: it sets up no laptop.</source>
        <translation>یہ سند کا کوڈ ہے: اس سے کوئی لیپ ٹاپ تیار نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>This code sets up laptops, but this Markaz cannot read what it says.</source>
        <translation>یہ کوڈ لیپ ٹاپ تیار کرنے کا ہے، مگر یہ مرکز اس کی عبارت نہیں پڑھ سکتا۔</translation>
    </message>
    <message>
        <source>Install the newest Markaz, or ask your administrator for another code.</source>
        <translation>تازہ ترین مرکز نصب کریں، یا اپنے منتظم سے دوسرا کوڈ مانگیں۔</translation>
    </message>
    <message>
        <source>This QR code is not one of Markaz.</source>
        <translation>یہ کیو آر کوڈ مرکز کا نہیں۔</translation>
    </message>
    <message>
        <source>This is no file that can be read: it is a folder, a device or a pipe.</source>
        <translation>یہ ایسی فائل نہیں جو پڑھی جا سکے: یہ فولڈر، آلہ یا پائپ ہے۔</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>کوئی فائل چنیں۔</translation>
    </message>
    <message>
        <source>Nothing is known of the certificate.</source>
        <translation>سند کے بارے میں کچھ معلوم نہیں ہوا۔</translation>
    </message>
    <message>
        <source>You can also paste the code’s text, or ask on the server’s public page.</source>
        <translation>آپ کوڈ کا متن بھی چسپاں کر سکتے ہیں، یا سرور کے عوامی صفحے پر پوچھ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>No QR code can be read in it.</source>
        <translation>اس میں کوئی کیو آر کوڈ پڑھا نہیں جا سکتا۔</translation>
    </message>
    <message>
        <source>Take the picture again from nearer, straight from above and in good light, with the white margin around the code.</source>
        <translation>تصویر دوبارہ قریب سے، عین اوپر سے اور اچھی روشنی میں لیں، کوڈ کے گرد سفید حاشیے کے ساتھ۔</translation>
    </message>
    <message>
        <source>It shows the codes of more than one certificate.</source>
        <translation>اس میں ایک سے زیادہ اسناد کے کوڈ ہیں۔</translation>
    </message>
    <message>
        <source>Take a picture with one alone, or cut the others away.</source>
        <translation>صرف ایک کی تصویر لیں، یا باقی کاٹ دیں۔</translation>
    </message>
    <message>
        <source>This PDF is larger than 32 MiB.</source>
        <translation>یہ پی ڈی ایف 32 MiB سے بڑی ہے۔</translation>
    </message>
    <message>
        <source>Choose a picture of the code itself.</source>
        <translation>خود کوڈ کی تصویر چنیں۔</translation>
    </message>
    <message>
        <source>This laptop has no program that draws PDFs for Markaz (pdftoppm of poppler-utils).</source>
        <translation>اس لیپ ٹاپ پر مرکز کے لیے پی ڈی ایف دکھانے والا پروگرام نہیں (poppler-utils کا pdftoppm)۔</translation>
    </message>
    <message>
        <source>Open the PDF and take a screenshot of its QR code.</source>
        <translation>پی ڈی ایف کھولیں اور اس کے کیو آر کوڈ کا اسکرین شاٹ لیں۔</translation>
    </message>
    <message>
        <source>This is neither a PDF, a picture nor the text of a certificate’s code.</source>
        <translation>یہ نہ پی ڈی ایف ہے، نہ تصویر، نہ کسی سند کے کوڈ کا متن۔</translation>
    </message>
    <message>
        <source>Choose the certificate as PDF, or a photo of it (JPEG, PNG).</source>
        <translation>سند کی پی ڈی ایف یا اس کی تصویر (JPEG، PNG) چنیں۔</translation>
    </message>
    <message>
        <source>This file is damaged, locked with a password, or was not copied whole.</source>
        <translation>یہ فائل خراب ہے، پاس ورڈ سے بند ہے، یا پوری نقل نہیں ہوئی۔</translation>
    </message>
    <message>
        <source>Copy it again, or take a picture of the code.</source>
        <translation>اسے دوبارہ نقل کریں، یا کوڈ کی تصویر لیں۔</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>فائل کھولی نہیں جا سکتی۔</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Folder of this person&apos;s records and settings. Default: the desktop&apos;s place for application data.</source>
        <translation>اس شخص کے ریکارڈ اور ترتیبات کا فولڈر۔ طے شدہ: ایپلیکیشن ڈیٹا کے لیے ڈیسک ٹاپ کی اپنی جگہ۔</translation>
    </message>
    <message>
        <source>Address of the server; https, or http to this computer.</source>
        <translation>سرور کا پتہ؛ https، یا اسی کمپیوٹر کے لیے http۔</translation>
    </message>
    <message>
        <source>Work with sample data: sign in with the accounts in FILE, which markaz-server sample writes, and switch between them from the account menu.</source>
        <translation>نمونے کے ڈیٹا کے ساتھ کام کریں: FILE میں دیے گئے اکاؤنٹس سے سائن اِن کریں، جسے markaz-server sample لکھتا ہے، اور اکاؤنٹ مینو سے ان کے درمیان بدلیں۔</translation>
    </message>
    <message>
        <source>The sample account to begin with. Default: the first inspector.</source>
        <translation>نمونے کا وہ اکاؤنٹ جس سے آغاز ہو۔ طے شدہ: پہلا انسپکٹر۔</translation>
    </message>
    <message>
        <source>Do the main job by itself, from an idle building to a certified centre, against a server that it starts, and leave pictures, the certificate and summary.json in DIR, which is emptied first. Ends with 1 when a step does not do what it says.</source>
        <translation>خالی عمارت سے منظور شدہ مرکز تک اصل کام خود کرے، ایک سرور کے ساتھ جسے یہ خود چلاتا ہے، اور تصویریں، سند اور summary.json فولڈر DIR میں چھوڑے، جسے پہلے خالی کیا جاتا ہے۔ جب کوئی قدم وہ نہ کرے جو وہ کہتا ہے تو 1 پر ختم ہوتا ہے۔</translation>
    </message>
    <message>
        <source>The markaz-server that the tour starts. Default: the one beside this program or in its build folder.</source>
        <translation>وہ markaz-server جسے یہ دورہ چلاتا ہے۔ طے شدہ: جو اس پروگرام کے ساتھ یا اس کے بلڈ فولڈر میں ہو۔</translation>
    </message>
    <message>
        <source>“%1” is not an option of markaz.</source>
        <translation>”%1“ مرکز کا کوئی اختیار نہیں۔</translation>
    </message>
    <message>
        <source>--sample needs --server: the address of the server that has the sample data.</source>
        <translation>⁦--sample⁩ کے ساتھ ⁦--server⁩ ضروری ہے: اس سرور کا پتہ جس پر نمونے کا ڈیٹا ہے۔</translation>
    </message>
    <message>
        <source>Ask for help or the version by itself.</source>
        <translation>مدد یا ورژن کسی اور اختیار کے بغیر مانگیں۔</translation>
    </message>
    <message>
        <source>Markaz audits idle buildings and certifies the freelancing centres that they become.

Without options it asks for the passphrase of the last account of this computer, or opens the sign-in page.
“markaz sync” sends and fetches without a window; see markaz sync --help.
“markaz verify” says whether a certificate is genuine and holds; see markaz verify --help.
“markaz report” writes the ministry&apos;s monthly report; see markaz report --help.
“markaz finance” computes loans, subsidies and scenarios; see markaz finance --help.

Examples:
  markaz
  markaz --server https://markaz.example.gov.pk
  markaz --server http://127.0.0.1:8480 --sample build/sample/server/sample-accounts.json \
      --profile build/sample/profile
  markaz --tour build/tour
  markaz sync &lt; passphrase.txt
  markaz verify certificate.jpg
  markaz report --month 2026-10 --out october.pdf &lt; passphrase.txt
  markaz finance scenario programme.json --json</source>
        <translation>مرکز خالی عمارتوں کا معائنہ کرتا ہے اور ان سے بننے والے فری لانسنگ مراکز کو سند دیتا ہے۔

اختیارات کے بغیر یہ اس کمپیوٹر کے آخری اکاؤنٹ کا پاس فریز پوچھتا ہے، یا سائن اِن کا صفحہ کھولتا ہے۔
”markaz sync“ کھڑکی کے بغیر بھیجتا اور لاتا ہے؛ دیکھیں markaz sync --help۔
“markaz verify” بتاتا ہے کہ سند اصلی ہے اور نافذ ہے یا نہیں؛ دیکھیں markaz verify --help۔
”markaz report“ وزارت کی ماہانہ رپورٹ لکھتا ہے؛ دیکھیں markaz report --help۔
“markaz finance” قرض، سبسڈی اور منظرناموں کا حساب کرتا ہے؛ دیکھیں markaz finance --help۔

مثالیں:
  markaz
  markaz --server https://markaz.example.gov.pk
  markaz --server http://127.0.0.1:8480 --sample build/sample/server/sample-accounts.json \
      --profile build/sample/profile
  markaz --tour build/tour
  markaz sync &lt; passphrase.txt
  markaz verify certificate.jpg
  markaz report --month 2026-10 --out october.pdf &lt; passphrase.txt
  markaz finance scenario programme.json --json</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ConflictPane</name>
    <message>
        <source>Both values are kept until you choose. The server’s value stays in force meanwhile. Nothing is lost.</source>
        <translation>آپ کے انتخاب تک دونوں قدریں محفوظ ہیں۔ اس دوران سرور کی قدر نافذ رہتی ہے۔ کچھ ضائع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Take all that was written</source>
        <translation>لکھا ہوا سب لیں</translation>
    </message>
    <message>
        <source>Take all the server’s</source>
        <translation>سرور کا سب لیں</translation>
    </message>
    <message>
        <source>Settle the conflict</source>
        <translation>ٹکراؤ طے کریں</translation>
    </message>
    <message>
        <source>1 field</source>
        <translation>1 خانہ</translation>
    </message>
    <message>
        <source>%1 fields</source>
        <translation>%1 خانے</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>ٹکراؤ</translation>
    </message>
    <message>
        <source>another account</source>
        <translation>کوئی اور اکاؤنٹ</translation>
    </message>
    <message>
        <source>%1, found %2</source>
        <translation>%1، معلوم ہوا %2</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>ریکارڈ کھولیں</translation>
    </message>
    <message>
        <source>This record can no longer be changed by you.</source>
        <translation>آپ اب اس ریکارڈ کو تبدیل نہیں کر سکتے۔</translation>
    </message>
    <message>
        <source>This record is no longer on this laptop.</source>
        <translation>یہ ریکارڈ اب اس لیپ ٹاپ پر نہیں ہے۔</translation>
    </message>
    <message>
        <source>What was written stays in the conflict’s record.</source>
        <translation>جو لکھا گیا تھا وہ ٹکراؤ کے ریکارڈ میں رہتا ہے۔</translation>
    </message>
    <message>
        <source>You can settle the conflict with what the server has.</source>
        <translation>آپ سرور کی قدر کے ساتھ ٹکراؤ طے کر سکتے ہیں۔</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation>جو آپ نے لکھا</translation>
    </message>
    <message>
        <source>What %1 wrote</source>
        <translation>جو %1 نے لکھا</translation>
    </message>
    <message>
        <source>What the server has</source>
        <translation>جو سرور پر ہے</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>دونوں نہیں</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>پہلے %1</translation>
    </message>
    <message>
        <source>%1: %2, written by %3</source>
        <translation>%1: %2، تحریر %3</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>نافذ</translation>
    </message>
    <message>
        <source>%1: %2, as the server has it</source>
        <translation>%1: %2، جیسا سرور پر ہے</translation>
    </message>
    <message>
        <source>%1: another value</source>
        <translation>%1: کوئی اور قدر</translation>
    </message>
    <message>
        <source>Everything is decided</source>
        <translation>سب طے ہو گیا</translation>
    </message>
    <message>
        <source>%1 of %2 fields to decide</source>
        <translation>%2 میں سے %1 خانے طے کرنے ہیں</translation>
    </message>
</context>
<context>
    <name>ConsoleWords</name>
    <message>
        <source>Folder of this person&apos;s records and settings. Default: the desktop&apos;s place for application data.</source>
        <translation>اس شخص کے ریکارڈ اور ترتیبات کا فولڈر۔ طے شدہ: ایپلیکیشن ڈیٹا کے لیے ڈیسک ٹاپ کی اپنی جگہ۔</translation>
    </message>
    <message>
        <source>See %1 --help.</source>
        <translation>دیکھیں %1 --help۔</translation>
    </message>
    <message>
        <source>“%1” is not an option of %2.</source>
        <translation>”%1“ %2 کا کوئی اختیار نہیں۔</translation>
    </message>
    <message>
        <source>%1 cannot be used as the folder of a profile. Nothing was changed; choose another with --profile.</source>
        <translation>%1 پروفائل کے فولڈر کے طور پر استعمال نہیں ہو سکتا۔ کچھ تبدیل نہیں ہوا؛ --profile سے کوئی اور چنیں۔</translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message>
        <source>Your open inspections and their buildings can be finished; everything else is closed, and nothing is lost.</source>
        <translation>آپ کے جاری معائنے اور ان کی عمارتیں مکمل کی جا سکتی ہیں؛ باقی سب بند ہے، اور کچھ ضائع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>This laptop has not heard from the server for more than %1 days.</source>
        <translation>اس لیپ ٹاپ کا %1 دن سے زیادہ عرصے سے سرور سے رابطہ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Go online once, and it opens by itself.</source>
        <translation>ایک بار آن لائن ہوں، یہ خود کھل جائے گا۔</translation>
    </message>
    <message>
        <source>This laptop’s clock is behind what the server last said.</source>
        <translation>اس لیپ ٹاپ کی گھڑی سرور کے آخری بتائے ہوئے وقت سے پیچھے ہے۔</translation>
    </message>
    <message>
        <source>Set the clock right or go online once.</source>
        <translation>گھڑی درست کریں یا ایک بار آن لائن ہوں۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::CostChart</name>
    <message>
        <source>Ignite %1</source>
        <translation>اگنائٹ %1</translation>
    </message>
    <message>
        <source>PSDP %1</source>
        <translation>پی ایس ڈی پی %1</translation>
    </message>
    <message>
        <source>undecided %1</source>
        <translation>غیر طے شدہ %1</translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation>بجٹ %1</translation>
    </message>
    <message>
        <source>5th to 95th percentile %1</source>
        <translation>5ویں سے 95ویں صدک %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>markaz::ui::DashboardExport</name>
    <message>
        <source>Export</source>
        <translation>برآمد</translation>
    </message>
    <message>
        <source>PNG, a picture…</source>
        <translation>PNG، تصویر…</translation>
    </message>
    <message>
        <source>PDF, one page…</source>
        <translation>پی ڈی ایف، ایک صفحہ…</translation>
    </message>
    <message>
        <source>CSV, the figures for any spreadsheet…</source>
        <translation>CSV، اعداد ہر اسپریڈشیٹ کے لیے…</translation>
    </message>
    <message>
        <source>Excel workbook of the figures…</source>
        <translation>اعداد کی Excel ورک بک…</translation>
    </message>
    <message>
        <source>GeoJSON, the centres by city for maps…</source>
        <translation>GeoJSON، شہر وار مراکز نقشوں کے لیے…</translation>
    </message>
    <message>
        <source>Export the dashboard</source>
        <translation>ڈیش بورڈ برآمد کریں</translation>
    </message>
    <message>
        <source>The dashboard is written to %1.</source>
        <translation>ڈیش بورڈ %1 میں لکھ دیا گیا۔</translation>
    </message>
    <message>
        <source>It holds what the page shows, with its filters.</source>
        <translation>اس میں وہی ہے جو صفحہ اپنے فلٹروں کے ساتھ دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Whoever has the file can read it.</source>
        <translation>جس کے پاس یہ فائل ہو وہ اسے پڑھ سکتا ہے۔</translation>
    </message>
    <message>
        <source>Counted on %1 from the records of this laptop.</source>
        <translation>%1 کو اس لیپ ٹاپ کے ریکارڈ سے شمار کیا گیا۔</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>ڈیش بورڈ</translation>
    </message>
    <message>
        <source>Sample data. %1</source>
        <translation>نمونے کا ڈیٹا۔ %1</translation>
    </message>
</context>
<context>
    <name>markaz::ui::DashboardPage</name>
    <message>
        <source>Full</source>
        <translation>مکمل</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>عارضی</translation>
    </message>
    <message>
        <source>Tier 1</source>
        <translation>درجہ 1</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>کوٹا</translation>
    </message>
    <message>
        <source>nothing failed in this period</source>
        <translation>اس مدت میں کچھ ناکام نہیں ہوا</translation>
    </message>
    <message>
        <source>share of inspections</source>
        <translation>معائنوں کا حصہ</translation>
    </message>
    <message>
        <source>%1 certified</source>
        <translation>%1 منظور شدہ</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>ڈیش بورڈ</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>صوبہ</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>درجہ</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>مدت</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>پچھلے 12 مہینے</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>اس سال</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>پچھلے سال</translation>
    </message>
    <message>
        <source>No building is registered yet. As soon as there is one, it is counted here.</source>
        <translation>ابھی کوئی عمارت درج نہیں۔ جیسے ہی کوئی درج ہو گی، یہاں شمار ہو گی۔</translation>
    </message>
    <message>
        <source>Go to the buildings</source>
        <translation>عمارتوں پر جائیں</translation>
    </message>
    <message>
        <source>Pipeline, buildings that reached each stage</source>
        <translation>مراحل: ہر مرحلے تک پہنچنے والی عمارتیں</translation>
    </message>
    <message>
        <source>Certified, cumulative</source>
        <translation>منظور شدہ، مجموعی</translation>
    </message>
    <message>
        <source>Certified by province</source>
        <translation>صوبہ وار منظور شدہ</translation>
    </message>
    <message>
        <source>Inspection scores</source>
        <translation>معائنوں کے اسکور</translation>
    </message>
    <message>
        <source>Ten items that fail most</source>
        <translation>سب سے زیادہ ناکام دس نکات</translation>
    </message>
    <message>
        <source>Centres by city</source>
        <translation>شہر وار مراکز</translation>
    </message>
    <message>
        <source>Monthly report…</source>
        <translation>ماہانہ رپورٹ…</translation>
    </message>
    <message>
        <source>Identified and assigned: all so far</source>
        <translation>شناخت شدہ اور تفویض شدہ: اب تک کی سب</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Certificates that end in the coming months</source>
        <translation>آنے والے مہینوں میں ختم ہونے والی اسناد</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>تمام مدت</translation>
    </message>
    <message>
        <source>Reported for %1</source>
        <translation>%1 کے لیے درج شدہ</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>منظور شدہ</translation>
    </message>
    <message>
        <source>Seats in centres</source>
        <translation>مراکز میں نشستیں</translation>
    </message>
    <message>
        <source>Certified on %1</source>
        <translation>%1 کو منظور شدہ</translation>
    </message>
    <message>
        <source>Inspections that scored %1 to %2</source>
        <translation>وہ معائنے جن کا اسکور %1 سے %2 رہا</translation>
    </message>
    <message>
        <source>Fails: %1 %2</source>
        <translation>ناکام: %1 %2</translation>
    </message>
    <message>
        <source>Certificates that end in %1</source>
        <translation>%1 میں ختم ہونے والی اسناد</translation>
    </message>
    <message>
        <source>no loan is recorded</source>
        <translation>کوئی قرض درج نہیں</translation>
    </message>
    <message>
        <source>%1, today</source>
        <translation>%1، آج</translation>
    </message>
    <message>
        <source>Loans by state</source>
        <translation>حالت وار قرض</translation>
    </message>
    <message>
        <source>Loans with a subsidy committed</source>
        <translation>قرض جن پر سبسڈی طے ہے</translation>
    </message>
    <message>
        <source>Loans: %1</source>
        <translation>قرض: %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>آج</translation>
    </message>
</context>
<context>
    <name>DashboardTable</name>
    <message>
        <source>Filter</source>
        <translation>فلٹر</translation>
    </message>
    <message>
        <source>Counted on</source>
        <translation>شمار کی تاریخ</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>منظور شدہ</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>کوٹا</translation>
    </message>
    <message>
        <source>Quota line</source>
        <translation>کوٹے کی لکیر</translation>
    </message>
    <message>
        <source>In the pipeline, today</source>
        <translation>زیرِ کارروائی، آج</translation>
    </message>
    <message>
        <source>Waiting for review, today</source>
        <translation>جائزے کے منتظر، آج</translation>
    </message>
    <message>
        <source>Seats in centres</source>
        <translation>مراکز میں نشستیں</translation>
    </message>
    <message>
        <source>Fire-safe occupancy</source>
        <translation>آگ سے محفوظ گنجائش</translation>
    </message>
    <message>
        <source>Centres that reported</source>
        <translation>درج کرانے والے مراکز</translation>
    </message>
    <message>
        <source>Seats reported</source>
        <translation>درج شدہ نشستیں</translation>
    </message>
    <message>
        <source>Seats taken</source>
        <translation>بھری نشستیں</translation>
    </message>
    <message>
        <source>Occupancy, per cent</source>
        <translation>بھری نشستوں کا حصہ، فیصد</translation>
    </message>
    <message>
        <source>Average seat rate, Rs a month</source>
        <translation>نشست کا اوسط کرایہ، روپے ماہانہ</translation>
    </message>
    <message>
        <source>Seat rate ceiling, Rs a month</source>
        <translation>نشست کے کرائے کی حد، روپے ماہانہ</translation>
    </message>
    <message>
        <source>Market rate from, Rs a month</source>
        <translation>بازار کا کم از کم کرایہ، روپے ماہانہ</translation>
    </message>
    <message>
        <source>Freelancers</source>
        <translation>فری لانسر</translation>
    </message>
    <message>
        <source>Other staff</source>
        <translation>دیگر عملہ</translation>
    </message>
    <message>
        <source>E-employment, per cent</source>
        <translation>ای ایمپلائمنٹ، فیصد</translation>
    </message>
    <message>
        <source>Centres with other staff</source>
        <translation>دیگر عملے والے مراکز</translation>
    </message>
    <message>
        <source>Pipeline, buildings</source>
        <translation>مراحل، عمارتیں</translation>
    </message>
    <message>
        <source>Certified by province</source>
        <translation>صوبہ وار منظور شدہ</translation>
    </message>
    <message>
        <source>Certified by city</source>
        <translation>شہر وار منظور شدہ</translation>
    </message>
    <message>
        <source>Certificates that end</source>
        <translation>ختم ہونے والی اسناد</translation>
    </message>
    <message>
        <source>Inspection scores</source>
        <translation>معائنوں کے اسکور</translation>
    </message>
    <message>
        <source>Items that fail most</source>
        <translation>سب سے زیادہ ناکام نکات</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>ناکام</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>معائنے</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>قطار</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>حصہ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>قدر</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>ڈیش بورڈ</translation>
    </message>
    <message>
        <source>Loans, today</source>
        <translation>قرض، آج</translation>
    </message>
    <message>
        <source>Amount, Rs</source>
        <translation>رقم، روپے</translation>
    </message>
    <message>
        <source>Subsidy committed, Rs</source>
        <translation>طے شدہ سبسڈی، روپے</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>غیر طے شدہ</translation>
    </message>
    <message>
        <source>Loans whose policy is missing</source>
        <translation>قرض جن کی پالیسی موجود نہیں</translation>
    </message>
    <message>
        <source>In force at the end of the month</source>
        <translation>مہینے کے آخر میں نافذ</translation>
    </message>
</context>
<context>
    <name>DashboardWords</name>
    <message>
        <source>Khyber P.</source>
        <translation>خیبر پختونخوا</translation>
    </message>
    <message>
        <source>AJK</source>
        <translation>آزاد کشمیر</translation>
    </message>
    <message>
        <source>Gilgit-B.</source>
        <translation>گلگت بلتستان</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>منظور شدہ</translation>
    </message>
    <message>
        <source>centres</source>
        <translation>مراکز</translation>
    </message>
    <message>
        <source>Certified of the quota</source>
        <translation>کوٹے میں سے منظور شدہ</translation>
    </message>
    <message>
        <source>of %1 by %2</source>
        <translation>%2 تک %1 میں سے</translation>
    </message>
    <message>
        <source>%1 behind the line</source>
        <translation>لکیر سے %1 پیچھے</translation>
    </message>
    <message>
        <source>%1 ahead of the line</source>
        <translation>لکیر سے %1 آگے</translation>
    </message>
    <message>
        <source>On the line</source>
        <translation>لکیر پر</translation>
    </message>
    <message>
        <source>In the pipeline</source>
        <translation>زیرِ کارروائی</translation>
    </message>
    <message>
        <source>Nothing waits for review</source>
        <translation>جائزے کے لیے کچھ منتظر نہیں</translation>
    </message>
    <message>
        <source>1 waits for review</source>
        <translation>1 جائزے کا منتظر</translation>
    </message>
    <message>
        <source>%1 wait for review</source>
        <translation>%1 جائزے کے منتظر</translation>
    </message>
    <message>
        <source>Seats in centres</source>
        <translation>مراکز میں نشستیں</translation>
    </message>
    <message>
        <source>in 1 centre</source>
        <translation>1 مرکز میں</translation>
    </message>
    <message>
        <source>in %1 centres</source>
        <translation>%1 مراکز میں</translation>
    </message>
    <message>
        <source>All of Pakistan</source>
        <translation>پورا پاکستان</translation>
    </message>
    <message>
        <source>No quota by tier or city</source>
        <translation>درجہ یا شہر وار کوٹا نہیں</translation>
    </message>
    <message>
        <source>building today</source>
        <translation>عمارت آج</translation>
    </message>
    <message>
        <source>buildings today</source>
        <translation>عمارتیں آج</translation>
    </message>
    <message>
        <source>%1 fire-safe</source>
        <translation>آگ سے محفوظ %1</translation>
    </message>
    <message>
        <source>No month was reported</source>
        <translation>کوئی مہینہ درج نہیں ہوا</translation>
    </message>
    <message>
        <source>Occupancy, %1</source>
        <translation>بھری نشستیں، %1</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>بھری نشستوں کا حصہ</translation>
    </message>
    <message>
        <source>%1 taken</source>
        <translation>%1 بھری</translation>
    </message>
    <message>
        <source>1 centre reported</source>
        <translation>1 مرکز نے درج کرایا</translation>
    </message>
    <message>
        <source>%1 centres reported</source>
        <translation>%1 مراکز نے درج کرایا</translation>
    </message>
    <message>
        <source>Average seat rate, %1</source>
        <translation>اوسط کرایہ، %1</translation>
    </message>
    <message>
        <source>Average seat rate</source>
        <translation>نشست کا اوسط کرایہ</translation>
    </message>
    <message>
        <source>No seat was taken</source>
        <translation>کوئی نشست بھری نہیں تھی</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>ماہانہ</translation>
    </message>
    <message>
        <source>Over %1; market %2+</source>
        <translation>%1 سے زیادہ؛ بازار %2+</translation>
    </message>
    <message>
        <source>Ceiling %1; market %2+</source>
        <translation>حد %1؛ بازار %2+</translation>
    </message>
    <message>
        <source>%1 other staff</source>
        <translation>%1 دیگر عملہ</translation>
    </message>
    <message>
        <source>Subsidy committed</source>
        <translation>طے شدہ سبسڈی، روپے</translation>
    </message>
    <message>
        <source>No loan is approved</source>
        <translation>کوئی قرض منظور نہیں</translation>
    </message>
    <message>
        <source>Ignite, PSDP: undecided</source>
        <translation>تقسیم طے نہیں</translation>
    </message>
    <message>
        <source>%1 of it undecided</source>
        <translation>%1 کی تقسیم طے نہیں</translation>
    </message>
    <message>
        <source>Ignite %1, PSDP %2</source>
        <translation>اگنائٹ %1، پی ایس ڈی پی %2</translation>
    </message>
    <message>
        <source>1 loan&apos;s policy is missing</source>
        <translation>1 قرض کی پالیسی نہیں</translation>
    </message>
    <message>
        <source>%1 loans&apos; policies are missing</source>
        <translation>%1 قرضوں کی پالیسی نہیں</translation>
    </message>
    <message>
        <source>Rs %1</source>
        <comment>on a card; its caption may say what they are</comment>
        <translation>%1</translation>
    </message>
</context>
<context>
    <name>markaz::ui::DateField</name>
    <message>
        <source>Day, month, year</source>
        <translation>دن، مہینہ، سال</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation>کیلنڈر سے چنیں</translation>
    </message>
    <message>
        <source>Not a date. Type it as 14 Mar 2027.</source>
        <translation>یہ تاریخ نہیں۔ اس طرح لکھیں: 14 Mar 2027۔</translation>
    </message>
</context>
<context>
    <name>DecisionPhrases</name>
    <message>
        <source>Revision %1 accepted</source>
        <translation>نظرثانی %1 قبول ہوئی</translation>
    </message>
    <message>
        <source>Inspection accepted</source>
        <translation>معائنہ قبول ہوا</translation>
    </message>
    <message>
        <source>Revision %1 returned</source>
        <translation>نظرثانی %1 واپس بھیجی گئی</translation>
    </message>
    <message>
        <source>Inspection returned</source>
        <translation>معائنہ واپس بھیجا گیا</translation>
    </message>
    <message>
        <source>Revision %1 rejected</source>
        <translation>نظرثانی %1 مسترد ہوئی</translation>
    </message>
    <message>
        <source>Inspection rejected</source>
        <translation>معائنہ مسترد ہوا</translation>
    </message>
    <message>
        <source>Certificate issued</source>
        <translation>سند جاری ہوئی</translation>
    </message>
    <message>
        <source>Certificate issued as a renewal</source>
        <translation>سند تجدید کے طور پر جاری ہوئی</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>معطل کی گئی</translation>
    </message>
    <message>
        <source>Reinstated</source>
        <translation>بحال کی گئی</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>منسوخ کی گئی</translation>
    </message>
    <message>
        <source>Appeal recorded</source>
        <translation>اپیل درج ہوئی</translation>
    </message>
    <message>
        <source>Appeal allowed</source>
        <translation>اپیل منظور ہوئی</translation>
    </message>
    <message>
        <source>Appeal dismissed</source>
        <translation>اپیل مسترد ہوئی</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>میعاد ختم ہوئی</translation>
    </message>
    <message>
        <source>Replaced by its renewal</source>
        <translation>تجدید شدہ سند نے اس کی جگہ لی</translation>
    </message>
    <message>
        <source>You carried out this inspection or an earlier part of it, so another officer reviews it. The server keeps the change for that officer.</source>
        <translation>یہ معائنہ یا اس کا کوئی پچھلا حصہ آپ نے کیا ہے، اس لیے جائزہ کوئی دوسرا افسر لے گا۔ سرور تبدیلی اس افسر کے لیے رکھتا ہے۔</translation>
    </message>
    <message>
        <source>The inspection does not wait for a review any more: another officer decided about it first, and that decision stands.</source>
        <translation>معائنہ اب جائزے کا منتظر نہیں: کسی دوسرے افسر نے پہلے فیصلہ کر دیا، اور وہی فیصلہ قائم ہے۔</translation>
    </message>
    <message>
        <source>The server takes no review without its reason. Write it and send this again.</source>
        <translation>سرور وجہ کے بغیر کوئی جائزہ قبول نہیں کرتا۔ وجہ لکھیں اور دوبارہ بھیجیں۔</translation>
    </message>
    <message>
        <source>The server takes no decision without its reason. Write it and send this again.</source>
        <translation>سرور وجہ کے بغیر کوئی فیصلہ قبول نہیں کرتا۔ وجہ لکھیں اور دوبارہ بھیجیں۔</translation>
    </message>
    <message>
        <source>The building has fewer seats than that on the server. Enter no more than it has and send this again.</source>
        <translation>سرور پر عمارت کی نشستیں اس سے کم ہیں۔ اتنی ہی یا کم درج کریں اور دوبارہ بھیجیں۔</translation>
    </message>
    <message>
        <source>The verdict of the inspection carries no certificate of this grade. Choose the other grade and send this again.</source>
        <translation>معائنے کے نتیجے پر اس درجے کی سند نہیں دی جا سکتی۔ دوسرا درجہ چنیں اور دوبارہ بھیجیں۔</translation>
    </message>
    <message>
        <source>This inspection cannot renew the certificate: it is not complete, it is refused, its building was removed, or the certificate rests on a later visit.</source>
        <translation>اس معائنے سے سند کی تجدید نہیں ہو سکتی: یہ نامکمل ہے، اس کا نتیجہ انکار ہے، اس کی عمارت ہٹا دی گئی، یا سند کسی بعد کے دورے پر قائم ہے۔</translation>
    </message>
    <message>
        <source>This inspection carries no certificate on the server: it is not complete, it is refused, or its building was removed.</source>
        <translation>سرور پر اس معائنے پر سند نہیں دی جا سکتی: یہ نامکمل ہے، اس کا نتیجہ انکار ہے، یا اس کی عمارت ہٹا دی گئی۔</translation>
    </message>
    <message>
        <source>The server does not have the certificate that this is about.</source>
        <translation>جس سند کے بارے میں یہ ہے وہ سرور پر نہیں۔</translation>
    </message>
    <message>
        <source>There is nothing to renew on the server: the certificate was suspended or revoked meanwhile, or it ended, or the inspection is not accepted.</source>
        <translation>سرور پر تجدید کے لیے کچھ نہیں: سند اس دوران معطل یا منسوخ ہو گئی، یا اس کی میعاد ختم ہو گئی، یا معائنہ قبول شدہ نہیں۔</translation>
    </message>
    <message>
        <source>There is nothing to appeal against on the server: the certificate is neither suspended nor revoked any more.</source>
        <translation>سرور پر ایسا کچھ نہیں جس کے خلاف اپیل ہو: سند اب نہ معطل ہے نہ منسوخ۔</translation>
    </message>
    <message>
        <source>No appeal is open on the server: another officer decided about it first, or the certificate is in force again.</source>
        <translation>سرور پر کوئی اپیل زیرِ غور نہیں: کسی دوسرے افسر نے پہلے فیصلہ کر دیا، یا سند دوبارہ نافذ ہے۔</translation>
    </message>
    <message>
        <source>The certificate is in another state by now: another officer decided about it first, or it ended. Open it again to see where it stands.</source>
        <translation>سند کی حالت اب بدل چکی ہے: کسی دوسرے افسر نے پہلے فیصلہ کر دیا، یا اس کی میعاد ختم ہو گئی۔ موجودہ حالت دیکھنے کے لیے اسے دوبارہ کھولیں۔</translation>
    </message>
    <message>
        <source>An appeal is open on the server already; it is decided first.</source>
        <translation>سرور پر ایک اپیل پہلے سے زیرِ غور ہے؛ پہلے اس کا فیصلہ ہوگا۔</translation>
    </message>
    <message>
        <source>The building was certified anew meanwhile, so this certificate does not come back.</source>
        <translation>اس دوران عمارت کو نئی سند مل گئی، اس لیے یہ سند بحال نہیں ہوتی۔</translation>
    </message>
    <message>
        <source>The server has a certificate of this inspection or of its building already. Look at that one; a later visit renews it.</source>
        <translation>سرور پر اس معائنے یا اس کی عمارت کی سند پہلے سے موجود ہے۔ وہ سند دیکھیں؛ اس کی تجدید بعد کے دورے سے ہوتی ہے۔</translation>
    </message>
    <message>
        <source>You carried out this inspection or an earlier part of it, so another officer decides about the certificate. The server keeps the change for that officer.</source>
        <translation>یہ معائنہ یا اس کا کوئی پچھلا حصہ آپ نے کیا ہے، اس لیے سند کا فیصلہ کوئی دوسرا افسر کرے گا۔ سرور تبدیلی اس افسر کے لیے رکھتا ہے۔</translation>
    </message>
    <message>
        <source>The appeal is against your own decision, so another officer decides about it.</source>
        <translation>یہ اپیل آپ کے اپنے فیصلے کے خلاف ہے، اس لیے اس کا فیصلہ کوئی دوسرا افسر کرے گا۔</translation>
    </message>
    <message>
        <source>You took part in what this is about, so another officer decides about it.</source>
        <translation>جس معاملے کا یہ فیصلہ ہے اس میں آپ شریک تھے، اس لیے فیصلہ کوئی دوسرا افسر کرے گا۔</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>کچھ تبدیل نہیں ہوا۔</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>خود بخود</translation>
    </message>
    <message>
        <source>an officer whose name is not on this laptop</source>
        <translation>ایک افسر جس کا نام اس لیپ ٹاپ پر نہیں</translation>
    </message>
    <message>
        <source>No reason was recorded.</source>
        <translation>کوئی وجہ درج نہیں۔</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation>%1، از %2، %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>You carried out this inspection, so another officer decides about it.</source>
        <translation>یہ معائنہ آپ نے کیا ہے، اس لیے اس کا فیصلہ کوئی دوسرا افسر کرے گا۔</translation>
    </message>
    <message>
        <source>You carried out revision %1 of this inspection, so another officer decides about it.</source>
        <translation>اس معائنے کی نظرثانی %1 آپ نے کی ہے، اس لیے اس کا فیصلہ کوئی دوسرا افسر کرے گا۔</translation>
    </message>
    <message>
        <source>You carried out the visit of %1, which this one continues, so another officer decides about it.</source>
        <translation>%1 کا دورہ آپ نے کیا تھا جس کا یہ تسلسل ہے، اس لیے اس کا فیصلہ کوئی دوسرا افسر کرے گا۔</translation>
    </message>
    <message>
        <source>In force again</source>
        <translation>دوبارہ نافذ</translation>
    </message>
    <message>
        <source>The inspection is not accepted on the server: its acceptance was not taken, or another officer decided otherwise about it.</source>
        <translation>سرور پر یہ معائنہ قبول شدہ نہیں: اس کی قبولیت نہیں لی گئی، یا کسی دوسرے افسر نے اس کے بارے میں مختلف فیصلہ کیا۔</translation>
    </message>
    <message>
        <source>The reason is not on this laptop.</source>
        <translation>وجہ اس لیپ ٹاپ پر نہیں ہے۔</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>”%1“</translation>
    </message>
    <message>
        <source>%1  “%2”</source>
        <translation>%1  ”%2“</translation>
    </message>
</context>
<context>
    <name>markaz::ui::DemandChart</name>
    <message>
        <source>%1: %2 seats for each 1,000 registered freelancers</source>
        <translation>%1: ہر 1,000 رجسٹرڈ فری لانسرز کے لیے %2 نشستیں</translation>
    </message>
</context>
<context>
    <name>DemandExport</name>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>صوبہ</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>درجہ</translation>
    </message>
    <message>
        <source>Seats that it brings</source>
        <translation>اس سے ملنے والی نشستیں</translation>
    </message>
    <message>
        <source>Seats of the gap that it closes</source>
        <translation>کمی کی نشستیں جو یہ پوری کرتی ہے</translation>
    </message>
    <message>
        <source>Gap of its city before it, seats</source>
        <translation>اس سے پہلے شہر کی کمی، نشستیں</translation>
    </message>
    <message>
        <source>Loan, Rs</source>
        <translation>قرض، روپے</translation>
    </message>
    <message>
        <source>Loan recorded</source>
        <translation>قرض درج ہے</translation>
    </message>
    <message>
        <source>Subsidy, Rs</source>
        <translation>سبسڈی، روپے</translation>
    </message>
    <message>
        <source>Subsidy for each seat, Rs</source>
        <translation>فی نشست سبسڈی، روپے</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>مرحلہ</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>اسکور</translation>
    </message>
    <message>
        <source>Points: gap closed</source>
        <translation>نمبر: پوری ہونے والی کمی</translation>
    </message>
    <message>
        <source>Points: low subsidy</source>
        <translation>نمبر: کم سبسڈی</translation>
    </message>
    <message>
        <source>Points: readiness</source>
        <translation>نمبر: تیاری</translation>
    </message>
    <message>
        <source>Points: tier</source>
        <translation>نمبر: درجہ</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Cities</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Next centres</source>
        <translation>اگلے مراکز</translation>
    </message>
</context>
<context>
    <name>markaz::ui::DemandImportsModel</name>
    <message>
        <source>Not sent yet</source>
        <translation>ابھی بھیجا نہیں گیا</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>یہی معتبر ہے</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>بدل دی گئی</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>ماخذ</translation>
    </message>
    <message>
        <source>Freelancers</source>
        <translation>فری لانسر</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>درآمد ہوئی</translation>
    </message>
    <message>
        <source>By</source>
        <translation>درآمد کنندہ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
</context>
<context>
    <name>markaz::ui::DemandPage</name>
    <message>
        <source>No registered freelancers were imported yet. Choose a CSV file with a city and its number of registered freelancers in each row.</source>
        <translation>ابھی تک رجسٹرڈ فری لانسرز درآمد نہیں ہوئے۔ ایسی CSV فائل چنیں جس کی ہر قطار میں ایک شہر اور اس کے رجسٹرڈ فری لانسرز کی تعداد ہو۔</translation>
    </message>
    <message>
        <source>Nobody has imported the registered freelancers by city yet. An administrator does that; then this page shows where the next centres are most needed.</source>
        <translation>ابھی تک کسی نے شہروں کے رجسٹرڈ فری لانسرز درآمد نہیں کیے۔ یہ کام منتظم کرتا ہے؛ پھر یہ صفحہ دکھاتا ہے کہ اگلے مراکز کی سب سے زیادہ ضرورت کہاں ہے۔</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>درآمد…</translation>
    </message>
    <message>
        <source>The aim must be a number such as 6.8, at most 1,000 with two places.</source>
        <translation>ہدف کوئی عدد ہونا چاہیے جیسے 6.8، زیادہ سے زیادہ 1,000، اعشاریہ کے بعد دو ہندسوں تک۔</translation>
    </message>
    <message>
        <source>The page still goes by %1.</source>
        <translation>صفحہ ابھی %1 ہی سے چل رہا ہے۔</translation>
    </message>
    <message>
        <source>%1 registered freelancers in %2, as of %3. Source: %4.</source>
        <translation>%2 میں %1 رجسٹرڈ فری لانسر، بتاریخ %3۔ ماخذ: %4۔</translation>
    </message>
    <message>
        <source>The country has %1 seats for each 1,000.</source>
        <translation>ملک میں ہر 1,000 کے لیے %1 نشستیں ہیں۔</translation>
    </message>
    <message>
        <source>Your provinces have %1 seats for each 1,000; the average is theirs alone.</source>
        <translation>آپ کے صوبوں میں ہر 1,000 کے لیے %1 نشستیں ہیں؛ اوسط صرف انہی کی ہے۔</translation>
    </message>
    <message>
        <source>no building</source>
        <translation>کوئی عمارت نہیں</translation>
    </message>
    <message>
        <source>%1 buildings close %2 seats for %3</source>
        <translation>%1 عمارتیں %3 میں %2 نشستیں پوری کرتی ہیں</translation>
    </message>
    <message>
        <source>No ranked building matches. Clear the filters to see all.</source>
        <translation>درجہ بندی کی کوئی عمارت اس سے میل نہیں کھاتی۔ سب دیکھنے کے لیے چھان بین ہٹائیں۔</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>چھان بین ہٹائیں</translation>
    </message>
    <message>
        <source>No idle building would close anything of what the cities are short of. Choose a higher aim, or register buildings where seats are missing.</source>
        <translation>کوئی خالی عمارت شہروں کی کمی میں سے کچھ پورا نہیں کرتی۔ اونچا ہدف چنیں، یا وہاں عمارتیں درج کریں جہاں نشستیں کم ہیں۔</translation>
    </message>
    <message>
        <source>Not ranked because their condition is dangerous: %1.</source>
        <translation>خطرناک حالت کی وجہ سے درجہ بندی میں شامل نہیں: %1۔</translation>
    </message>
    <message>
        <source>Not ranked because their certificate is suspended or revoked: %1.</source>
        <translation>سند معطل یا منسوخ ہونے کی وجہ سے درجہ بندی میں شامل نہیں: %1۔</translation>
    </message>
    <message>
        <source>country</source>
        <translation>ملک</translation>
    </message>
    <message>
        <source>your provinces</source>
        <translation>آپ کے صوبے</translation>
    </message>
    <message>
        <source>none</source>
        <translation>کوئی نہیں</translation>
    </message>
    <message>
        <source>%1 seats</source>
        <translation>%1 نشستیں</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>جدول برآمد کریں</translation>
    </message>
    <message>
        <source>Rows written to %1: %2.</source>
        <translation>%1 میں لکھی گئی قطاریں: %2۔</translation>
    </message>
    <message>
        <source>It holds what the table shows, with its filters.</source>
        <translation>اس میں وہی ہے جو جدول اپنی چھان بین کے ساتھ دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Whoever has the file can read it.</source>
        <translation>جس کے پاس یہ فائل ہو وہ اسے پڑھ سکتا ہے۔</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>کیا دکھایا جائے</translation>
    </message>
    <message>
        <source>Cities</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Ranked buildings</source>
        <translation>عمارتوں کی درجہ بندی</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>برآمد</translation>
    </message>
    <message>
        <source>CSV, for any spreadsheet…</source>
        <translation>CSV، ہر اسپریڈشیٹ کے لیے…</translation>
    </message>
    <message>
        <source>Excel workbook…</source>
        <translation>Excel ورک بک…</translation>
    </message>
    <message>
        <source>GeoJSON, for maps…</source>
        <translation>GeoJSON، نقشوں کے لیے…</translation>
    </message>
    <message>
        <source>Aim, seats for each 1,000</source>
        <translation>ہدف، فی 1,000 نشستیں</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>اوسط</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Seats for each 1,000 registered freelancers</source>
        <translation>ہر 1,000 رجسٹرڈ فری لانسرز کے لیے نشستیں</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Filter by city</source>
        <translation>شہر سے چھانیں</translation>
    </message>
    <message>
        <source>City or building</source>
        <translation>شہر یا عمارت</translation>
    </message>
    <message>
        <source>Filter by city or building</source>
        <translation>شہر یا عمارت سے چھانیں</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>صوبہ</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>درجہ</translation>
    </message>
    <message>
        <source>Seats per 1,000 registered freelancers</source>
        <translation>فی 1,000 رجسٹرڈ فری لانسر نشستیں</translation>
    </message>
    <message>
        <source>Where seats are missing</source>
        <translation>نشستوں کی کمی کہاں ہے</translation>
    </message>
    <message>
        <source>%1: short of %2 seats</source>
        <translation>%1: %2 نشستوں کی کمی</translation>
    </message>
    <message>
        <source>Where the next buildings are most needed</source>
        <translation>اگلی عمارتوں کی سب سے زیادہ ضرورت کہاں ہے</translation>
    </message>
    <message>
        <source>Why it stands there</source>
        <translation>یہ مقام کیوں ہے</translation>
    </message>
    <message>
        <source>Registered freelancers by city</source>
        <translation>شہروں کے رجسٹرڈ فری لانسر</translation>
    </message>
    <message>
        <source>What was imported</source>
        <translation>کیا درآمد ہوا</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>پروگرام</translation>
    </message>
</context>
<context>
    <name>DemandWords</name>
    <message>
        <source>Gap closed</source>
        <translation>پوری ہونے والی کمی</translation>
    </message>
    <message>
        <source>Low subsidy</source>
        <translation>کم سبسڈی</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>تیاری</translation>
    </message>
    <message>
        <source>Tier of the city</source>
        <translation>شہر کا درجہ</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ابھی کوئی نہیں</translation>
    </message>
    <message>
        <source>%1 eligible</source>
        <translation>%1 اہل</translation>
    </message>
    <message>
        <source>1 city</source>
        <translation>1 شہر</translation>
    </message>
    <message>
        <source>%1 cities</source>
        <translation>%1 شہر</translation>
    </message>
    <message>
        <source>Closes %1 of the %2 seats that %3 lacks when its turn comes.</source>
        <translation>اپنی باری پر %3 کی %2 نشستوں کی کمی میں سے %1 پوری کرتی ہے۔</translation>
    </message>
    <message>
        <source>It brings %1, as planned.</source>
        <translation>منصوبے کے مطابق اس سے %1 ملتی ہیں۔</translation>
    </message>
    <message>
        <source>It brings %1, for which its %2 have room.</source>
        <translation>اس سے %1 ملتی ہیں، جن کی گنجائش اس کے %2 میں ہے۔</translation>
    </message>
    <message>
        <source>Its loan of %1 takes a subsidy of %2, %3 for each seat.</source>
        <translation>اس کے %1 کے قرض پر %2 سبسڈی لگتی ہے، فی نشست %3۔</translation>
    </message>
    <message>
        <source>A loan of %1, the most that there is, would take a subsidy of %2, %3 for each seat.</source>
        <translation>%1 کے قرض پر، جو زیادہ سے زیادہ حد ہے، %2 سبسڈی لگے گی، فی نشست %3۔</translation>
    </message>
    <message>
        <source>A loan of %1, as assumed, would take a subsidy of %2, %3 for each seat.</source>
        <translation>فرض کیے گئے %1 کے قرض پر %2 سبسڈی لگے گی، فی نشست %3۔</translation>
    </message>
    <message>
        <source>Policy %1, which the loan names, is not on this laptop: the one in force stands in for it.</source>
        <translation>قرض میں درج پالیسی %1 اس لیپ ٹاپ پر نہیں: اس کی جگہ نافذ پالیسی لی گئی ہے۔</translation>
    </message>
    <message>
        <source>Readiness: %1.</source>
        <translation>تیاری: %1۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::Desk</name>
    <message>
        <source>all provinces</source>
        <translation>تمام صوبے</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>میرا کام</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>عمارتیں</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>معائنے</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>مطابقت</translation>
    </message>
    <message>
        <source>The inspection is submitted and fixed.</source>
        <translation>معائنہ جمع ہو گیا اور اب تبدیل نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>It waits on this laptop until the server has it.</source>
        <translation>سرور تک پہنچنے تک یہ اس لیپ ٹاپ پر منتظر ہے۔</translation>
    </message>
    <message>
        <source>Work as %1</source>
        <translation>%1 کے طور پر کام کریں</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>ہلکے رنگ</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>گہرے رنگ</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>سائن آؤٹ</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>ڈیش بورڈ</translation>
    </message>
    <message>
        <source>What you were typing is back.</source>
        <translation>جو آپ لکھ رہے تھے وہ واپس آ گیا ہے۔</translation>
    </message>
    <message>
        <source>It is not saved as a record yet.</source>
        <translation>یہ ابھی ریکارڈ کے طور پر محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>ابھی مقفل کریں</translation>
    </message>
    <message>
        <source>Lock when unused for</source>
        <translation>استعمال نہ ہو تو مقفل ہو</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 منٹ بعد</translation>
    </message>
    <message>
        <source>Passphrase of this laptop</source>
        <translation>اس لیپ ٹاپ کا پاس فریز</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>آڈٹ</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>اکاؤنٹس</translation>
    </message>
    <message>
        <source>Password of your account</source>
        <translation>آپ کے اکاؤنٹ کا پاس ورڈ</translation>
    </message>
    <message>
        <source>All buildings with “%1”</source>
        <translation>“%1” والی تمام عمارتیں</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>%1 پر جائیں</translation>
    </message>
    <message>
        <source>Register a building</source>
        <translation>عمارت درج کریں</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>معیارات</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>ابھی مطابقت کریں</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>نقائص</translation>
    </message>
    <message>
        <source>Buildings registered from the file: %1.</source>
        <translation>فائل سے درج کی گئی عمارتیں: %1۔</translation>
    </message>
    <message>
        <source>They wait on this laptop until the server has them.</source>
        <translation>سرور تک پہنچنے تک یہ اس لیپ ٹاپ پر منتظر ہیں۔</translation>
    </message>
    <message>
        <source>Registering the buildings of the file was stopped.</source>
        <translation>فائل کی عمارتوں کا اندراج روک دیا گیا۔</translation>
    </message>
    <message>
        <source>None of them is registered; everything else is as it was.</source>
        <translation>ان میں سے کوئی درج نہیں ہوئی؛ باقی سب ویسا ہی ہے۔</translation>
    </message>
    <message>
        <source>Import the file again.</source>
        <translation>فائل دوبارہ درآمد کریں۔</translation>
    </message>
    <message>
        <source>The server does not answer now, and without it you cannot sign in again.</source>
        <translation>سرور ابھی جواب نہیں دے رہا، اور اس کے بغیر آپ دوبارہ سائن اِن نہیں کر سکتے۔</translation>
    </message>
    <message>
        <source>What you entered stays on this laptop, and nobody can open it until then.</source>
        <translation>جو آپ نے درج کیا وہ اسی لیپ ٹاپ پر رہتا ہے، اور تب تک کوئی اسے کھول نہیں سکتا۔</translation>
    </message>
    <message>
        <source>To keep others out while you are away, lock instead.</source>
        <translation>غیر موجودگی میں دوسروں کو باہر رکھنا ہو تو اس کے بجائے مقفل کریں۔</translation>
    </message>
    <message>
        <source>Sign out all the same</source>
        <translation>پھر بھی سائن آؤٹ کریں</translation>
    </message>
    <message>
        <source>Keys of the server</source>
        <translation>سرور کی کلیدیں</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>تفویضات</translation>
    </message>
    <message>
        <source>Assign the chosen buildings</source>
        <translation>منتخب عمارتیں تفویض کریں</translation>
    </message>
    <message>
        <source>Verify a certificate</source>
        <translation>سند کی تصدیق</translation>
    </message>
    <message>
        <source>What you were typing is kept.</source>
        <translation>آپ جو لکھ رہے تھے وہ محفوظ رکھا ہے۔</translation>
    </message>
    <message>
        <source>The assignment that you were changing was closed meanwhile.</source>
        <translation>جس تفویض کو آپ تبدیل کر رہے تھے وہ اس دوران بند ہو گئی۔</translation>
    </message>
    <message>
        <source>The assignment that you were changing is not on this laptop any more.</source>
        <translation>جس تفویض کو آپ تبدیل کر رہے تھے وہ اب اس لیپ ٹاپ پر نہیں ہے۔</translation>
    </message>
    <message>
        <source>You may not change this assignment any more.</source>
        <translation>آپ اب اس تفویض کو تبدیل نہیں کر سکتے۔</translation>
    </message>
    <message>
        <source>Your account may not assign buildings any more.</source>
        <translation>آپ کا اکاؤنٹ اب عمارتیں تفویض نہیں کر سکتا۔</translation>
    </message>
    <message>
        <source>What you had entered is not saved.</source>
        <translation>آپ نے جو درج کیا تھا وہ محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Your instructions are not saved: %1</source>
        <translation>آپ کی ہدایات محفوظ نہیں ہوئیں: %1</translation>
    </message>
    <message>
        <source>Assign the building again if somebody still has to go there.</source>
        <translation>اگر اب بھی کسی کو وہاں جانا ہے تو عمارت دوبارہ تفویض کریں۔</translation>
    </message>
    <message>
        <source>Centres</source>
        <translation>مراکز</translation>
    </message>
    <message>
        <source>Recording the months of the file was stopped.</source>
        <translation>فائل کے مہینے درج کرنا روک دیا گیا۔</translation>
    </message>
    <message>
        <source>None of them is recorded; everything else is as it was.</source>
        <translation>ان میں سے کوئی درج نہیں ہوا؛ باقی سب ویسا ہی ہے۔</translation>
    </message>
    <message>
        <source>Months recorded from the file: %1.</source>
        <translation>فائل سے درج کیے گئے مہینے: %1۔</translation>
    </message>
    <message>
        <source>Open a centre</source>
        <translation>مرکز کھولیں</translation>
    </message>
    <message>
        <source>What you were typing of a building waits in its form.</source>
        <translation>عمارت کے بارے میں جو آپ لکھ رہے تھے وہ اپنے فارم میں منتظر ہے۔</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>لکھنا جاری رکھیں</translation>
    </message>
    <message>
        <source>Appeals</source>
        <translation>اپیلیں</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>پروگرام</translation>
    </message>
    <message>
        <source>Taking the cities of the file was stopped.</source>
        <translation>فائل کے شہر لینا روک دیا گیا۔</translation>
    </message>
    <message>
        <source>The numbers from before still count.</source>
        <translation>پہلے کی تعداد ہی شمار ہوتی ہے۔</translation>
    </message>
    <message>
        <source>Registered freelancers taken from the file: %1 cities.</source>
        <translation>فائل سے رجسٹرڈ فری لانسر لیے گئے: %1 شہر۔</translation>
    </message>
</context>
<context>
    <name>markaz::desktop::DesktopApp</name>
    <message>
        <source>The file with this laptop’s records was damaged.</source>
        <translation>اس لیپ ٹاپ کے ریکارڈ کی فائل خراب ہو گئی تھی۔</translation>
    </message>
    <message>
        <source>It was kept as %1, and a new one was begun. What the server has comes back with the next sync.</source>
        <translation>اسے %1 کے نام سے رکھا گیا اور نئی شروع کی گئی۔ جو سرور پر ہے وہ اگلی مطابقت میں واپس آئے گا۔</translation>
    </message>
    <message>
        <source>Keep that file and tell your administrator: changes that were not sent may still be in it.</source>
        <translation>وہ فائل سنبھال کر رکھیں اور اپنے منتظم کو بتائیں: نہ بھیجی گئی تبدیلیاں شاید اس میں ہوں۔</translation>
    </message>
    <message>
        <source>The records of %1 are back.</source>
        <translation>%1 کے ریکارڈ واپس آ گئے ہیں۔</translation>
    </message>
    <message>
        <source>Those of before are kept as %1.</source>
        <translation>پہلے والے %1 کے نام سے محفوظ ہیں۔</translation>
    </message>
    <message>
        <source>Sync to fetch what the server has since then.</source>
        <translation>اس کے بعد جو سرور کے پاس ہے اسے لانے کے لیے مطابقت کریں۔</translation>
    </message>
    <message>
        <source>The records on this laptop were begun anew after damage.</source>
        <translation>خرابی کے بعد اس لیپ ٹاپ پر ریکارڈ نئے سرے سے شروع کیے گئے۔</translation>
    </message>
    <message>
        <source>It was kept as %1. This laptop has a copy of %2, which needs no network.</source>
        <translation>اسے %1 کے نام سے رکھا گیا۔ اس لیپ ٹاپ پر %2 کی نقل موجود ہے، جسے نیٹ ورک درکار نہیں۔</translation>
    </message>
    <message>
        <source>This laptop has a copy of %1, which needs no network.</source>
        <translation>اس لیپ ٹاپ پر %1 کی نقل موجود ہے، جسے نیٹ ورک درکار نہیں۔</translation>
    </message>
    <message>
        <source>Go on with the copy</source>
        <translation>نقل کے ساتھ کام جاری رکھیں</translation>
    </message>
    <message>
        <source>What was on this laptop is set aside as %1.</source>
        <translation>جو کچھ اس لیپ ٹاپ پر تھا وہ %1 کے نام سے الگ رکھ دیا گیا ہے۔</translation>
    </message>
    <message>
        <source>It stays sealed.</source>
        <translation>وہ مہر بند رہے گا۔</translation>
    </message>
    <message>
        <source>Sign in to fetch what the server has, with a new passphrase.</source>
        <translation>جو سرور کے پاس ہے اسے نئے پاس فریز کے ساتھ لانے کے لیے سائن اِن کریں۔</translation>
    </message>
    <message>
        <source>This computer’s keyring did not take the passphrase.</source>
        <translation>اس کمپیوٹر کے کی رِنگ نے پاس فریز نہیں لیا۔</translation>
    </message>
    <message>
        <source>Markaz works as before and asks for the passphrase at each start.</source>
        <translation>مرکز پہلے کی طرح چلتا ہے اور ہر بار شروع میں پاس فریز پوچھتا ہے۔</translation>
    </message>
    <message>
        <source>See that a keyring (KWallet or GNOME Keyring) runs, then try again.</source>
        <translation>دیکھیں کہ کوئی کی رِنگ (KWallet یا GNOME Keyring) چل رہا ہے، پھر کوشش کریں۔</translation>
    </message>
    <message>
        <source>An administrator has revoked this laptop for the account %1.</source>
        <translation>ایک منتظم نے اکاؤنٹ %1 کے لیے یہ لیپ ٹاپ منسوخ کر دیا ہے۔</translation>
    </message>
    <message>
        <source>Leave the laptop online for a moment, and ask your administrator for a one-time code.</source>
        <translation>لیپ ٹاپ کو کچھ دیر آن لائن رہنے دیں، اور اپنے منتظم سے ایک بار کا کوڈ مانگیں۔</translation>
    </message>
    <message>
        <source>The records of the revoked account %1 could not be removed from this laptop.</source>
        <translation>منسوخ شدہ اکاؤنٹ %1 کے ریکارڈ اس لیپ ٹاپ سے نہیں ہٹائے جا سکے۔</translation>
    </message>
    <message>
        <source>Give the laptop to your administrator, and name this folder: %1</source>
        <translation>لیپ ٹاپ اپنے منتظم کو دیں اور یہ فولڈر بتائیں: %1</translation>
    </message>
    <message>
        <source>This laptop was revoked for the account %1, and its records here are destroyed.</source>
        <translation>اکاؤنٹ %1 کے لیے یہ لیپ ٹاپ منسوخ ہو گیا، اور یہاں اس کے ریکارڈ تلف کر دیے گئے ہیں۔</translation>
    </message>
    <message>
        <source>Ask your administrator for a one-time code to begin anew.</source>
        <translation>نئے سرے سے شروع کرنے کے لیے اپنے منتظم سے ایک بار کا کوڈ مانگیں۔</translation>
    </message>
    <message>
        <source>The files themselves were not touched.</source>
        <translation>خود فائلوں کو نہیں چھیڑا گیا۔</translation>
    </message>
    <message>
        <source>Add them again.</source>
        <translation>انہیں دوبارہ شامل کریں۔</translation>
    </message>
    <message>
        <source>On your desk Markaz names them.</source>
        <translation>آپ کی میز پر مرکز ان کے نام بتائے گا۔</translation>
    </message>
    <message>
        <source>Files that were not added when the records were closed: %1.</source>
        <translation>ریکارڈ بند ہوتے وقت جو فائلیں شامل نہ ہوئیں: %1۔</translation>
    </message>
    <message>
        <source>This laptop expects no key of its server any more.</source>
        <translation>یہ لیپ ٹاپ اب اپنے سرور سے کسی خاص کلید کی توقع نہیں رکھتا۔</translation>
    </message>
    <message>
        <source>This laptop expects these keys of its server from now on.</source>
        <translation>یہ لیپ ٹاپ اب سے اپنے سرور سے انہی کلیدوں کی توقع رکھتا ہے۔</translation>
    </message>
    <message>
        <source>Sign in now.</source>
        <translation>اب سائن ان کریں۔</translation>
    </message>
    <message>
        <source>Changes that were not sent yet are handed in to the server, up to 10,000 and 32 MiB, and kept there; your administrator can have them looked up. Photographs that were not sent are given up with this laptop’s records.</source>
        <translation>جو تبدیلیاں ابھی نہیں بھیجی گئیں وہ سرور کے حوالے کی جاتی ہیں، زیادہ سے زیادہ 10,000 اور ⁦32 MiB⁩ تک، اور وہیں رکھی جاتی ہیں؛ آپ کا منتظم انہیں نکلوا سکتا ہے۔ جو تصویریں نہیں بھیجی گئیں وہ اس لیپ ٹاپ کے ریکارڈ کے ساتھ ختم ہو جاتی ہیں۔</translation>
    </message>
    <message>
        <source>Changes that waited were handed in to the server, up to 10,000 and 32 MiB; your administrator can have them looked up.</source>
        <translation>جو تبدیلیاں منتظر تھیں وہ سرور کے حوالے کر دی گئیں، زیادہ سے زیادہ 10,000 اور ⁦32 MiB⁩ تک؛ آپ کا منتظم انہیں نکلوا سکتا ہے۔</translation>
    </message>
    <message>
        <source>Photographs that were not sent are gone.</source>
        <translation>جو تصویریں نہیں بھیجی گئی تھیں وہ ختم ہو گئیں۔</translation>
    </message>
    <message>
        <source>The server has shown another certificate meanwhile.</source>
        <translation>اس دوران سرور نے دوسرا سرٹیفکیٹ دکھایا ہے۔</translation>
    </message>
    <message>
        <source>The keys that this laptop expects are as they were.</source>
        <translation>یہ لیپ ٹاپ جن کلیدوں کی توقع رکھتا ہے وہ ویسی ہی ہیں۔</translation>
    </message>
    <message>
        <source>Look at what it shows now, and set the keys again.</source>
        <translation>دیکھیں کہ اب وہ کیا دکھاتا ہے، اور کلیدیں دوبارہ مقرر کریں۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::DifferenceModel</name>
    <message>
        <source>Version</source>
        <translation>نسخہ</translation>
    </message>
    <message>
        <source>What</source>
        <translation>کیا ہوا</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>شق</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>فرق</translation>
    </message>
    <message>
        <source>Answer or note</source>
        <translation>جواب یا نوٹ</translation>
    </message>
</context>
<context>
    <name>DifferenceWords</name>
    <message>
        <source>kind of answer</source>
        <translation>جواب کی قسم</translation>
    </message>
    <message>
        <source>wording</source>
        <translation>عبارت</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>وزن</translation>
    </message>
    <message>
        <source>critical or not</source>
        <translation>لازمی ہونا یا نہ ہونا</translation>
    </message>
    <message>
        <source>threshold and credit</source>
        <translation>حد اور اسکور</translation>
    </message>
    <message>
        <source>choices</source>
        <translation>انتخابات</translation>
    </message>
    <message>
        <source>columns of its rows</source>
        <translation>قطاروں کے کالم</translation>
    </message>
    <message>
        <source>calculation</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>when it is asked</source>
        <translation>کب پوچھا جائے</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>ثبوت</translation>
    </message>
    <message>
        <source>whether it may be left out</source>
        <translation>کیا اسے چھوڑا جا سکتا ہے</translation>
    </message>
    <message>
        <source>whether in part is enough</source>
        <translation>کیا جزوی طور پر کافی ہے</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>اکائی</translation>
    </message>
    <message>
        <source>instruments</source>
        <translation>آلات</translation>
    </message>
    <message>
        <source>bounds of the number</source>
        <translation>عدد کی حدود</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>رہنمائی</translation>
    </message>
    <message>
        <source>short name</source>
        <translation>مختصر نام</translation>
    </message>
    <message>
        <source>section</source>
        <translation>حصہ</translation>
    </message>
    <message>
        <source>source</source>
        <translation>ماخذ</translation>
    </message>
    <message>
        <source>New</source>
        <translation>نئی</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>ختم</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تبدیل</translation>
    </message>
    <message>
        <source>weight %1, was %2</source>
        <translation>وزن %1، پہلے %2 تھا</translation>
    </message>
    <message>
        <source>critical now</source>
        <translation>اب لازمی</translation>
    </message>
    <message>
        <source>no longer critical</source>
        <translation>اب لازمی نہیں</translation>
    </message>
    <message>
        <source>Differs: %1.</source>
        <translation>فرق: %1۔</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>The answer is kept with the draft, and not scored.</source>
        <translation>جواب مسودے کے ساتھ محفوظ رہتا ہے، مگر اسکور میں شامل نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>It is asked again; the former answer is kept with the draft.</source>
        <translation>یہ دوبارہ پوچھی جائے گی؛ سابقہ جواب مسودے کے ساتھ محفوظ رہتا ہے۔</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>نسخہ %1</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 نئی</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 ختم</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 تبدیل</translation>
    </message>
    <message>
        <source>other pass marks</source>
        <translation>کامیابی کی حدیں مختلف</translation>
    </message>
    <message>
        <source>no item differs</source>
        <translation>کسی شق میں فرق نہیں</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: “%2”</translation>
    </message>
</context>
<context>
    <name>markaz::ui::DoorPage</name>
    <message>
        <source>Audits idle buildings and certifies the freelancing centres that they become.</source>
        <translation>خالی عمارتوں کا معائنہ کرتا ہے اور ان سے بننے والے فری لانسنگ مراکز کو سند دیتا ہے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::DueCalendar</name>
    <message>
        <source>Today</source>
        <translation>آج</translation>
    </message>
    <message>
        <source>The month before (Page Up)</source>
        <translation>پچھلا مہینہ (Page Up)</translation>
    </message>
    <message>
        <source>The next month (Page Down)</source>
        <translation>اگلا مہینہ (Page Down)</translation>
    </message>
    <message>
        <source>Days with what is due</source>
        <translation>دن اور ان کے واجب دورے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::DueMonthModel</name>
    <message>
        <source>%1 overdue</source>
        <translation>%1 تاخیر سے</translation>
    </message>
    <message>
        <source>%1 due</source>
        <translation>%1 واجب</translation>
    </message>
    <message>
        <source>today</source>
        <translation>آج</translation>
    </message>
    <message>
        <source>nothing due</source>
        <translation>کوئی دورہ واجب نہیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::EvidenceModel</name>
    <message>
        <source>on the server</source>
        <translation>سرور پر</translation>
    </message>
    <message>
        <source>waits on this laptop to be sent</source>
        <translation>اس لیپ ٹاپ پر بھیجے جانے کی منتظر</translation>
    </message>
    <message>
        <source>on the server, not fetched yet</source>
        <translation>سرور پر، ابھی لائی نہیں گئی</translation>
    </message>
    <message>
        <source>not on the server yet</source>
        <translation>ابھی سرور پر نہیں</translation>
    </message>
    <message>
        <source>a marked copy, the original stands beside it</source>
        <translation>نشان زدہ نقل، اصل اس کے ساتھ ہے</translation>
    </message>
    <message>
        <source>Signature: %1</source>
        <translation>دستخط: %1</translation>
    </message>
    <message>
        <source>Signature: %1, %2</source>
        <translation>دستخط: %1، %2</translation>
    </message>
    <message>
        <source>from revision %1</source>
        <translation>نظرثانی %1 سے</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>نظرثانی %1</translation>
    </message>
</context>
<context>
    <name>markaz::ui::EvidencePane</name>
    <message>
        <source>Add file…</source>
        <translation>فائل شامل کریں…</translation>
    </message>
    <message>
        <source>Files of the visit</source>
        <translation>دورے کی فائلیں</translation>
    </message>
    <message>
        <source>Files of %1</source>
        <translation>%1 کی فائلیں</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>فائل کی جانچ</translation>
    </message>
    <message>
        <source>No photo yet</source>
        <translation>ابھی کوئی تصویر نہیں</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>فائلیں شامل کریں</translation>
    </message>
    <message>
        <source>Photos and PDF (*.jpg *.jpeg *.png *.pdf *.JPG *.JPEG *.PNG *.PDF)</source>
        <translation>تصویریں اور PDF (*.jpg *.jpeg *.png *.pdf *.JPG *.JPEG *.PNG *.PDF)</translation>
    </message>
    <message>
        <source>No camera was found on this laptop</source>
        <translation>اس لیپ ٹاپ پر کوئی کیمرا نہیں ملا</translation>
    </message>
    <message>
        <source>Takes a photo with this laptop’s camera</source>
        <translation>اس لیپ ٹاپ کے کیمرے سے تصویر لیتا ہے</translation>
    </message>
    <message>
        <source>Drop to add</source>
        <translation>شامل کرنے کے لیے چھوڑ دیں</translation>
    </message>
    <message>
        <source>Adds photos (JPEG, PNG) or a PDF to this item (P); they can be dropped here too</source>
        <translation>اس شق میں تصویریں (JPEG، PNG) یا PDF شامل کرتا ہے (P)؛ انہیں یہاں گھسیٹ کر بھی چھوڑا جا سکتا ہے</translation>
    </message>
    <message>
        <source>Take a photo with the camera</source>
        <translation>کیمرے سے تصویر لیں</translation>
    </message>
    <message>
        <source>Add what the clipboard holds</source>
        <translation>کلپ بورڈ کا مواد شامل کریں</translation>
    </message>
    <message>
        <source>Adds the picture or the files that the clipboard holds (Ctrl+V)</source>
        <translation>کلپ بورڈ کی تصویر یا فائلیں شامل کرتا ہے (Ctrl+V)</translation>
    </message>
</context>
<context>
    <name>markaz::ui::FaultsModel</name>
    <message>
        <source>Sheet</source>
        <translation>شیٹ</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>قطار</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>کالم</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
</context>
<context>
    <name>markaz::ui::FieldEditor</name>
    <message>
        <source>Not known</source>
        <translation>معلوم نہیں</translation>
    </message>
</context>
<context>
    <name>FigureColumns</name>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>عمارت</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>صوبہ</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>درجہ</translation>
    </message>
    <message>
        <source>Covered area</source>
        <translation>کورڈ ایریا</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>دورہ</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>جمع ہوا</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>اسکور</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>نتیجہ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>جواب</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>سند</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>درجہ بندی</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>نشستیں</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>اجرا</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخری دن</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>مرکز</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>مہینہ</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>بھری</translation>
    </message>
    <message>
        <source>Freelancers</source>
        <translation>فری لانسر</translation>
    </message>
    <message>
        <source>Other staff</source>
        <translation>دیگر عملہ</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>کرایہ</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>بینک</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Mark-up</source>
        <translation>مارک اپ</translation>
    </message>
    <message>
        <source>Tenor</source>
        <translation>مدت</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>کب سے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::FigureRowsPage</name>
    <message>
        <source>The figure counts nothing with these filters.</source>
        <translation>ان فلٹروں کے ساتھ یہ عدد کچھ شمار نہیں کرتا۔</translation>
    </message>
    <message>
        <source>Back to the dashboard</source>
        <translation>ڈیش بورڈ پر واپس</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>برآمد</translation>
    </message>
    <message>
        <source>CSV, for any spreadsheet…</source>
        <translation>CSV، ہر اسپریڈشیٹ کے لیے…</translation>
    </message>
    <message>
        <source>Excel workbook…</source>
        <translation>Excel ورک بک…</translation>
    </message>
    <message>
        <source>GeoJSON, for maps…</source>
        <translation>GeoJSON، نقشوں کے لیے…</translation>
    </message>
    <message>
        <source>Writing %1 of %2 rows</source>
        <translation>%2 میں سے %1 قطاریں لکھی جا رہی ہیں</translation>
    </message>
    <message>
        <source>Rows written to %1: %2.</source>
        <translation>%1 میں لکھی گئی قطاریں: %2۔</translation>
    </message>
    <message>
        <source>The file is not sealed: keep it where only those who may read it can.</source>
        <translation>یہ فائل مہر بند نہیں: اسے وہاں رکھیں جہاں صرف مجاز لوگ پڑھ سکیں۔</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>برآمد منسوخ کر دی گئی۔</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>کوئی فائل نہیں لکھی گئی۔</translation>
    </message>
    <message>
        <source>1 inspection</source>
        <translation>1 معائنہ</translation>
    </message>
    <message>
        <source>%1 inspections</source>
        <translation>%1 معائنے</translation>
    </message>
    <message>
        <source>1 certificate</source>
        <translation>1 سند</translation>
    </message>
    <message>
        <source>%1 certificates</source>
        <translation>%1 اسناد</translation>
    </message>
    <message>
        <source>1 centre</source>
        <translation>1 مرکز</translation>
    </message>
    <message>
        <source>%1 centres</source>
        <translation>%1 مراکز</translation>
    </message>
    <message>
        <source>1 building</source>
        <translation>1 عمارت</translation>
    </message>
    <message>
        <source>%1 buildings</source>
        <translation>%1 عمارتیں</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel ورک بک (*.xlsx)</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson)</source>
        <translation>GeoJSON (*.geojson)</translation>
    </message>
    <message>
        <source>Export the rows</source>
        <translation>قطاریں برآمد کریں</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>قطاریں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::FileListSheet</name>
    <message>
        <source>Files of the visit</source>
        <translation>دورے کی فائلیں</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::FileProgress</name>
    <message>
        <source>Try again</source>
        <translation>دوبارہ کوشش کریں</translation>
    </message>
    <message>
        <source>Forget those without a record</source>
        <translation>بے ریکارڈ فائلیں بھول جائیں</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>فائلیں</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 میں سے %1</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>ایک فائل</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>%1 بھیجی جا رہی ہے</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>%1 لائی جا رہی ہے</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 فی سیکنڈ</translation>
    </message>
    <message>
        <source>1 file was not taken. It is kept on this laptop.</source>
        <translation>1 فائل قبول نہیں ہوئی۔ وہ اس لیپ ٹاپ پر محفوظ ہے۔</translation>
    </message>
    <message>
        <source>%1 files were not taken. They are kept on this laptop.</source>
        <translation>%1 فائلیں قبول نہیں ہوئیں۔ وہ اس لیپ ٹاپ پر محفوظ ہیں۔</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>اور %1 مزید</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>The file is on the server</source>
        <translation>فائل سرور پر ہے</translation>
    </message>
    <message>
        <source>All %1 files are on the server</source>
        <translation>تمام %1 فائلیں سرور پر ہیں</translation>
    </message>
    <message>
        <source>%1 of %2 files on the server</source>
        <translation>%2 میں سے %1 فائلیں سرور پر</translation>
    </message>
    <message>
        <source>1 file waits on this laptop</source>
        <translation>1 فائل اس لیپ ٹاپ پر منتظر ہے</translation>
    </message>
    <message>
        <source>%1 files wait on this laptop</source>
        <translation>%1 فائلیں اس لیپ ٹاپ پر منتظر ہیں</translation>
    </message>
    <message>
        <source>%1 and will be sent later.</source>
        <translation>%1 اور بعد میں بھیجی جائیں گی۔</translation>
    </message>
    <message>
        <source>Files wait: this laptop is offline.</source>
        <translation>فائلیں منتظر ہیں: یہ لیپ ٹاپ آف لائن ہے۔</translation>
    </message>
    <message>
        <source>Files wait: the server could not be reached.</source>
        <translation>فائلیں منتظر ہیں: سرور سے رابطہ نہ ہو سکا۔</translation>
    </message>
    <message>
        <source>Markaz tries again by itself.</source>
        <translation>مرکز خود دوبارہ کوشش کرتا ہے۔</translation>
    </message>
    <message>
        <source>Files wait: something else answered in place of the Markaz server.</source>
        <translation>فائلیں منتظر ہیں: مرکز کے سرور کی جگہ کسی اور نے جواب دیا۔</translation>
    </message>
    <message>
        <source>Sign in to the network if it asks for that.</source>
        <translation>نیٹ ورک سائن اِن مانگے تو کریں۔</translation>
    </message>
    <message>
        <source>Files wait: your session has ended.</source>
        <translation>فائلیں منتظر ہیں: آپ کا سیشن ختم ہو چکا ہے۔</translation>
    </message>
    <message>
        <source>Sign in again to send them.</source>
        <translation>بھیجنے کے لیے دوبارہ سائن اِن کریں۔</translation>
    </message>
    <message>
        <source>Files wait: the server has no room for files.</source>
        <translation>فائلیں منتظر ہیں: سرور پر فائلوں کی جگہ نہیں۔</translation>
    </message>
    <message>
        <source>Answers and decisions are sent as ever.</source>
        <translation>جوابات اور فیصلے حسبِ معمول بھیجے جاتے ہیں۔</translation>
    </message>
    <message>
        <source>Tell your administrator.</source>
        <translation>اپنے منتظم کو بتائیں۔</translation>
    </message>
    <message>
        <source>Files wait: the server refused the request.</source>
        <translation>فائلیں منتظر ہیں: سرور نے درخواست قبول نہیں کی۔</translation>
    </message>
    <message>
        <source>Tell your administrator this word: %1</source>
        <translation>اپنے منتظم کو یہ لفظ بتائیں: %1</translation>
    </message>
    <message>
        <source>Files wait: this laptop’s disk could not be read or written.</source>
        <translation>فائلیں منتظر ہیں: اس لیپ ٹاپ کی ڈسک پڑھی یا لکھی نہ جا سکی۔</translation>
    </message>
    <message>
        <source>What was saved before is safe.</source>
        <translation>پہلے سے محفوظ سب کچھ سلامت ہے۔</translation>
    </message>
    <message>
        <source>Free some space on the disk.</source>
        <translation>ڈسک پر کچھ جگہ خالی کریں۔</translation>
    </message>
    <message>
        <source>1 file to send</source>
        <translation>بھیجنے کو 1 فائل</translation>
    </message>
    <message>
        <source>%1 of %2 files sent</source>
        <translation>%2 میں سے %1 فائلیں بھیجی گئیں</translation>
    </message>
    <message>
        <source>1 file to fetch</source>
        <translation>لانے کو 1 فائل</translation>
    </message>
    <message>
        <source>%1 files to fetch</source>
        <translation>لانے کو %1 فائلیں</translation>
    </message>
    <message>
        <source>The copy on this laptop is damaged. Attach the file again.</source>
        <translation>اس لیپ ٹاپ کی نقل خراب ہے۔ فائل دوبارہ منسلک کریں۔</translation>
    </message>
    <message>
        <source>The file is not on this laptop any more. Attach it again.</source>
        <translation>فائل اب اس لیپ ٹاپ پر نہیں۔ اسے دوبارہ منسلک کریں۔</translation>
    </message>
    <message>
        <source>The record that it belongs to is gone.</source>
        <translation>جس ریکارڈ کی یہ فائل ہے وہ موجود نہیں رہا۔</translation>
    </message>
    <message>
        <source>The server does not take this kind of file.</source>
        <translation>سرور اس قسم کی فائل نہیں لیتا۔</translation>
    </message>
    <message>
        <source>The file is too large for the server.</source>
        <translation>فائل سرور کے لیے بہت بڑی ہے۔</translation>
    </message>
    <message>
        <source>The file is not the one that its record describes.</source>
        <translation>یہ وہ فائل نہیں جو اس کا ریکارڈ بتاتا ہے۔</translation>
    </message>
    <message>
        <source>Your account may not send this file.</source>
        <translation>آپ کے اکاؤنٹ کو یہ فائل بھیجنے کی اجازت نہیں۔</translation>
    </message>
    <message>
        <source>The server refused it: %1</source>
        <translation>سرور نے اسے قبول نہیں کیا: %1</translation>
    </message>
    <message>
        <source>%1 and will be sent later.</source>
        <comment>one file</comment>
        <translation>%1 اور بعد میں بھیجی جائے گی۔</translation>
    </message>
    <message>
        <source>the photo does not say where</source>
        <translation>تصویر میں جگہ درج نہیں</translation>
    </message>
    <message>
        <source>the building has no position to compare with</source>
        <translation>موازنے کے لیے عمارت کا مقام درج نہیں</translation>
    </message>
    <message>
        <source>%1 away from the building</source>
        <comment>a photo</comment>
        <translation>عمارت سے %1 دور</translation>
    </message>
    <message>
        <source>%1 from the building</source>
        <comment>a photo</comment>
        <translation>عمارت سے %1 پر</translation>
    </message>
    <message>
        <source>Taken %1, %2</source>
        <translation>%1 کو لی گئی، %2</translation>
    </message>
    <message>
        <source>Time not known, %1</source>
        <translation>وقت معلوم نہیں، %1</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 تصویر</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 تصویریں</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>ایک دستاویز</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Asked for and not there: %1</source>
        <translation>درکار ہے مگر موجود نہیں: %1</translation>
    </message>
    <message>
        <source>The file is not on the server yet</source>
        <translation>فائل ابھی سرور پر نہیں ہے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::FilterBar</name>
    <message>
        <source>Clear</source>
        <translation>ہٹائیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::FilterChip</name>
    <message>
        <source>All</source>
        <translation>سب</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 اور %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 میں سے %1</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>نام کا کوئی حصہ لکھیں</translation>
    </message>
    <message>
        <source>Find in: %1</source>
        <translation>اس میں ڈھونڈیں: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more: type a part of the name</source>
        <translation>
            <numerusform>%n اور: نام کا کوئی حصہ لکھیں</numerusform>
            <numerusform>%n اور: نام کا کوئی حصہ لکھیں</numerusform>
        </translation>
    </message>
    <message>
        <source>No name has these letters</source>
        <translation>ان حروف والا کوئی نام نہیں</translation>
    </message>
</context>
<context>
    <name>FinanceCommand</name>
    <message>
        <source>Exit status:
  0  computed
  1  FILE cannot be read
  2  wrong options, or one that is out of its range
  3  FILE is no scenario: the sentence names the figure that is wrong</source>
        <translation>اختتامی کوڈ:
  0  حساب ہو گیا
  1  FILE پڑھی نہیں جا سکتی
  2  غلط اختیارات، یا کوئی اختیار اپنی حد سے باہر ہے
  3  FILE منظرنامہ نہیں: جملہ غلط عدد کا نام بتاتا ہے</translation>
    </message>
    <message>
        <source>Computes a loan month by month: interest, principal and balance, and who pays what of the interest. Equal monthly instalments on the declining balance, interest alone in the grace months, rounded to the paisa; the last instalment takes the rounding. With --seats and --seat-rate also what the centre has to earn.

Standard output: a line for each month, amounts in rupees; with --json an object, amounts in paisa.

%1

Examples:
  markaz finance schedule --principal 10,000,000 --rate 22.5 --tenor 60 --grace 6 --subsidy 100 \
      --ignite-share 60 --json
  markaz finance schedule --principal 10,000,000 --rate 0 --tenor 24 --seats 100 --seat-rate 3,500</source>
        <translation>قرض کا ماہ بہ ماہ حساب: سود، اصل رقم اور بقایا، اور سود میں سے کون کتنا ادا کرتا ہے۔ گھٹتے بقایا پر برابر ماہانہ قسطیں، رعایتی مہینوں میں صرف سود، پیسے تک پورا کیا ہوا؛ آخری قسط میں باقی فرق آ جاتا ہے۔ --seats اور --seat-rate کے ساتھ یہ بھی کہ مرکز کو کتنا کمانا ہے۔

معیاری آؤٹ پٹ: ہر مہینے کی ایک سطر، رقمیں روپوں میں؛ --json کے ساتھ ایک آبجیکٹ، رقمیں پیسوں میں۔

%1

مثالیں:
  markaz finance schedule --principal 10,000,000 --rate 22.5 --tenor 60 --grace 6 --subsidy 100 \
      --ignite-share 60 --json
  markaz finance schedule --principal 10,000,000 --rate 0 --tenor 24 --seats 100 --seat-rate 3,500</translation>
    </message>
    <message>
        <source>Computes what the loans in FILE cost Ignite and the PSDP by fiscal year (July to June), how many owners are above break-even in each tier, and what a seat and a freelancer cost; where FILE names ranges for KIBOR and occupancy, also the bands between which the cost may lie. The same file gives the same figures on every computer.

FILE holds JSON, amounts in paisa, shares and rates in basis points; “-” reads it from standard input. core/finance/README.md says what may stand in it.

Standard output: names and values, amounts in rupees; with --json an object, amounts in paisa.

%1

Examples:
  markaz finance scenario programme.json --json</source>
        <translation>FILE کے قرض مالی سال (جولائی سے جون) کے حساب سے Ignite اور PSDP کو کتنے میں پڑتے ہیں، ہر درجے میں کتنے مالکان کی آمدن خرچ سے بڑھ کر ہے، اور ایک نشست اور ایک فری لانسر پر کتنا خرچ آتا ہے؛ جہاں FILE میں KIBOR اور استعمال کی حدیں ہوں، وہاں وہ پٹیاں بھی جن کے درمیان خرچ ہو سکتا ہے۔ ایک ہی فائل ہر کمپیوٹر پر ایک ہی اعداد دیتی ہے۔

FILE میں JSON ہے، رقمیں پیسوں میں، حصے اور شرحیں بنیادی پوائنٹس میں؛ “-” اسے معیاری اِن پٹ سے پڑھتا ہے۔ core/finance/README.md بتاتا ہے کہ اس میں کیا آ سکتا ہے۔

معیاری آؤٹ پٹ: نام اور قدریں، رقمیں روپوں میں؛ --json کے ساتھ ایک آبجیکٹ، رقمیں پیسوں میں۔

%1

مثالیں:
  markaz finance scenario programme.json --json</translation>
    </message>
    <message>
        <source>--grace has to be less than --tenor: the grace is a part of the tenor.</source>
        <translation>--grace کو --tenor سے کم ہونا چاہیے: رعایتی مدت قرض کی مدت کا حصہ ہے۔</translation>
    </message>
    <message>
        <source>--paid-out takes a day such as 2026-11-30, in the years 2000 to 2099.</source>
        <translation>--paid-out میں 2026-11-30 جیسی تاریخ دیں، سال 2000 سے 2099 تک۔</translation>
    </message>
    <message>
        <source>--seats and --seat-rate go together.</source>
        <translation>--seats اور --seat-rate ساتھ ساتھ دیے جاتے ہیں۔</translation>
    </message>
    <message>
        <source>--running-cost and --occupancy go with --seats and --seat-rate.</source>
        <translation>--running-cost اور --occupancy صرف --seats اور --seat-rate کے ساتھ دیے جاتے ہیں۔</translation>
    </message>
    <message>
        <source>--%1 is missing.</source>
        <translation>--%1 نہیں دیا گیا۔</translation>
    </message>
    <message>
        <source>--%1 takes an amount in rupees from %2 to %3, such as 10,000,000 or 3500.50.</source>
        <translation>--%1 میں %2 سے %3 تک روپوں کی رقم دیں، جیسے 10,000,000 یا 3500.50۔</translation>
    </message>
    <message>
        <source>--%1 takes a percentage from 0 to 100 with at most two places, such as 22.5.</source>
        <translation>--%1 میں 0 سے 100 تک فیصد دیں، زیادہ سے زیادہ دو اعشاریہ ہندسوں کے ساتھ، جیسے 22.5۔</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3.</source>
        <translation>--%1 میں %2 سے %3 تک پورا عدد دیں۔</translation>
    </message>
    <message>
        <source>What is lent.</source>
        <translation>قرض کی رقم۔</translation>
    </message>
    <message>
        <source>The mark-up a year.</source>
        <translation>سالانہ مارک اپ۔</translation>
    </message>
    <message>
        <source>The whole life of the loan, grace included.</source>
        <translation>قرض کی پوری مدت، رعایتی مدت سمیت۔</translation>
    </message>
    <message>
        <source>Interest alone is paid in them. Default: 0.</source>
        <translation>ان مہینوں میں صرف سود ادا ہوتا ہے۔ طے شدہ: 0۔</translation>
    </message>
    <message>
        <source>The subsidised share of the interest. Default: 0.</source>
        <translation>سود کا وہ حصہ جس پر سبسڈی ہے۔ طے شدہ: 0۔</translation>
    </message>
    <message>
        <source>Ignite&apos;s share of the subsidy; the rest is the PSDP&apos;s. Without it the split is undecided.</source>
        <translation>سبسڈی میں Ignite کا حصہ؛ باقی PSDP کا ہے۔ یہ نہ دیا جائے تو تقسیم طے شدہ نہیں۔</translation>
    </message>
    <message>
        <source>When the loan is paid out, such as 2026-11-30: adds the days on which instalments fall due, and the fiscal years.</source>
        <translation>قرض کب ادا کیا جاتا ہے، جیسے 2026-11-30: اس سے قسطوں کی تاریخیں اور مالی سال بھی دکھائے جاتے ہیں۔</translation>
    </message>
    <message>
        <source>Seats of the centre, for its break-even.</source>
        <translation>مرکز کی نشستیں، آمدن اور خرچ کی برابری جاننے کے لیے۔</translation>
    </message>
    <message>
        <source>What a seat brings a month.</source>
        <translation>ایک نشست سے ماہانہ آمدن۔</translation>
    </message>
    <message>
        <source>What the centre costs a month. Default: 0.</source>
        <translation>مرکز کا ماہانہ خرچ۔ طے شدہ: 0۔</translation>
    </message>
    <message>
        <source>The share of the seats that is taken. Default: 100.</source>
        <translation>نشستوں کا وہ حصہ جو استعمال میں ہے۔ طے شدہ: 100۔</translation>
    </message>
    <message>
        <source>Print JSON, amounts in paisa.</source>
        <translation>JSON چھاپیں، رقمیں پیسوں میں۔</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 پڑھی نہیں جا سکتی: %2</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MiB.</source>
        <translation>%1 کا حجم %2 MiB سے زیادہ ہے۔</translation>
    </message>
    <message>
        <source>The scenario.</source>
        <translation>منظرنامہ۔</translation>
    </message>
    <message>
        <source>Name one file.</source>
        <translation>ایک فائل کا نام دیں۔</translation>
    </message>
    <message>
        <source>%1 Nothing was computed; mend it in %2.</source>
        <translation>%1 کوئی حساب نہیں کیا گیا؛ %2 میں اسے درست کریں۔</translation>
    </message>
    <message>
        <source>Usage: markaz finance schedule|scenario [options]

  schedule  a loan month by month, and who pays what of it
  scenario  what the loans in a file cost, by fiscal year

See markaz finance schedule --help and markaz finance scenario --help.</source>
        <translation>استعمال: markaz finance schedule|scenario [options]

  schedule  ایک قرض ماہ بہ ماہ، اور کون کتنا ادا کرتا ہے
  scenario  فائل کے قرض مالی سال کے حساب سے کتنے میں پڑتے ہیں

دیکھیں markaz finance schedule --help اور markaz finance scenario --help۔</translation>
    </message>
</context>
<context>
    <name>FinanceWords</name>
    <message>
        <source>This is no JSON object (%1).</source>
        <translation>یہ کوئی JSON آبجیکٹ نہیں (%1)۔</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 موجود نہیں۔</translation>
    </message>
    <message>
        <source>%1 means nothing here; it may be mistyped.</source>
        <translation>%1 کا یہاں کوئی مطلب نہیں؛ شاید غلط لکھا گیا ہے۔</translation>
    </message>
    <message>
        <source>%1 has to be an object in braces.</source>
        <translation>%1 کو آبجیکٹ ہونا چاہیے، خمیدہ قوسین میں۔</translation>
    </message>
    <message>
        <source>%1 has to be a list in brackets.</source>
        <translation>%1 کو فہرست ہونا چاہیے، مربع قوسین میں۔</translation>
    </message>
    <message>
        <source>%1 has to be two numbers in brackets, the lower one first.</source>
        <translation>%1 میں مربع قوسین کے اندر دو عدد ہونے چاہییں، چھوٹا پہلے۔</translation>
    </message>
    <message>
        <source>%1 has to be a text of 1 to 200 characters.</source>
        <translation>%1 کو 1 سے 200 حروف کا متن ہونا چاہیے۔</translation>
    </message>
    <message>
        <source>%1 has to be a day such as 2026-11-30, in the years 2000 to 2099.</source>
        <translation>%1 کو 2026-11-30 جیسی تاریخ ہونا چاہیے، سال 2000 سے 2099 تک۔</translation>
    </message>
    <message>
        <source>%1 has to be a month such as 2026-11.</source>
        <translation>%1 کو 2026-11 جیسا مہینہ ہونا چاہیے۔</translation>
    </message>
    <message>
        <source>%1 has to be a fiscal year such as 2026-27, from July to June.</source>
        <translation>%1 کو 2026-27 جیسا مالی سال ہونا چاہیے، جولائی سے جون تک۔</translation>
    </message>
    <message>
        <source>%1 has to be a whole number from %2 to %3.</source>
        <translation>%1 کو %2 سے %3 تک پورا عدد ہونا چاہیے۔</translation>
    </message>
    <message>
        <source>%1 has to be later than the one before it.</source>
        <translation>%1 کو اپنے سے پہلے والے کے بعد ہونا چاہیے۔</translation>
    </message>
    <message>
        <source>%1 repeats what stands in the list before it; each may be there once.</source>
        <translation>%1 میں وہ دہرایا گیا ہے جو فہرست میں پہلے سے ہے؛ ہر ایک صرف ایک بار آ سکتا ہے۔</translation>
    </message>
    <message>
        <source>%1 has to be less than tenor_months: the grace is a part of the tenor.</source>
        <translation>%1 کو tenor_months سے کم ہونا چاہیے: رعایتی مدت قرض کی مدت کا حصہ ہے۔</translation>
    </message>
    <message>
        <source>%1 or spread_bp has to be there, and not both.</source>
        <translation>%1 یا spread_bp میں سے ایک ہونا چاہیے، دونوں نہیں۔</translation>
    </message>
    <message>
        <source>With %1 the loans together come to more than %2.</source>
        <translation>%1 کے ساتھ تمام قرض مل کر %2 سے بڑھ جاتے ہیں۔</translation>
    </message>
    <message>
        <source>%1 cannot be taken.</source>
        <translation>%1 قبول نہیں کیا جا سکتا۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::FindingDetail</name>
    <message>
        <source>To be mended by</source>
        <translation>درستی کا ذمہ دار</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>آخری تاریخ</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>درج ہوا</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>تصدیق بذریعہ</translation>
    </message>
    <message>
        <source>the follow-up of %1</source>
        <translation>%1 کا اگلا معائنہ</translation>
    </message>
    <message>
        <source>a follow-up</source>
        <translation>ایک اگلا معائنہ</translation>
    </message>
    <message>
        <source>Verify and close</source>
        <translation>تصدیق کر کے بند کریں</translation>
    </message>
    <message>
        <source>A verified finding is closed for good. What fails again is a new one.</source>
        <translation>تصدیق شدہ نقص ہمیشہ کے لیے بند ہو جاتا ہے۔ جو پھر ناکام ہو وہ نیا نقص ہے۔</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>تفصیل بند کریں</translation>
    </message>
    <message>
        <source>Photos of the item</source>
        <translation>اس شق کی تصویریں</translation>
    </message>
    <message>
        <source>Photos of the follow-up</source>
        <translation>اگلے معائنے کی تصویریں</translation>
    </message>
    <message>
        <source>No photo of this item is on this laptop.</source>
        <translation>اس شق کی کوئی تصویر اس لیپ ٹاپ پر نہیں۔</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>بدلیں</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>معاف کریں…</translation>
    </message>
    <message>
        <source>Open the inspection</source>
        <translation>معائنہ کھولیں</translation>
    </message>
    <message>
        <source>Why does nobody have to mend it?</source>
        <translation>اسے درست کرنا کیوں ضروری نہیں؟</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::FindingForm</name>
    <message>
        <source>Severity</source>
        <translation>سنگینی</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>کیا پایا گیا</translation>
    </message>
    <message>
        <source>What is wrong, and where</source>
        <translation>کیا خرابی ہے اور کہاں</translation>
    </message>
    <message>
        <source>To be mended by</source>
        <translation>درستی کا ذمہ دار</translation>
    </message>
    <message>
        <source>Owner, tenant, an authority</source>
        <translation>مالک، کرایہ دار، کوئی محکمہ</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>آخری تاریخ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>Say in a few words what was found.</source>
        <translation>چند لفظوں میں لکھیں کہ کیا پایا گیا۔</translation>
    </message>
    <message>
        <source>Give the day by which it is to be mended; it cannot lie in the past.</source>
        <translation>وہ دن لکھیں جس تک اسے درست ہونا ہے؛ یہ گزرا ہوا دن نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>This item has an open finding of this visit already.</source>
        <translation>اس شق پر اس دورے کا ایک کھلا نقص پہلے سے موجود ہے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::FindingSection</name>
    <message>
        <source>Finding</source>
        <translation>نقص</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>کوئی نہیں۔</translation>
    </message>
    <message>
        <source>Raise a finding</source>
        <translation>نقص درج کریں</translation>
    </message>
    <message>
        <source>Says what is to be mended, by whom and by when</source>
        <translation>بتاتا ہے کہ کیا درست ہونا ہے، کون کرے گا اور کب تک</translation>
    </message>
    <message>
        <source>Raise it</source>
        <translation>درج کریں</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>آخری تاریخ %1</translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <translation>%1، آخری تاریخ %2</translation>
    </message>
    <message>
        <source>raised on %1, by an earlier visit</source>
        <translation>%1 کو پچھلے دورے میں درج ہوا</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>بدلیں</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>ہٹائیں</translation>
    </message>
    <message>
        <source>The finding goes; undo (Ctrl+Z) brings it back</source>
        <translation>نقص ہٹ جاتا ہے؛ واپس لینے (Ctrl+Z) سے لوٹ آتا ہے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::FindingsModel</name>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>عمارت</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>شق</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>آخری تاریخ</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>سنگینی</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
</context>
<context>
    <name>markaz::ui::FindingsPage</name>
    <message>
        <source>Findings</source>
        <translation>نقائص</translation>
    </message>
    <message>
        <source>Code or name of the building</source>
        <translation>عمارت کا کوڈ یا نام</translation>
    </message>
    <message>
        <source>Filter by code or name of the building</source>
        <translation>عمارت کے کوڈ یا نام سے چھانیں</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>سنگینی</translation>
    </message>
    <message>
        <source>%1 of %2 findings</source>
        <translation>%2 میں سے %1 نقائص</translation>
    </message>
    <message>
        <source>No finding was raised yet. Raise one in an inspection, beside an item that fails.</source>
        <translation>ابھی کوئی نقص درج نہیں ہوا۔ معائنے میں ناکام شق کے ساتھ نقص درج کریں۔</translation>
    </message>
    <message>
        <source>No finding was raised yet. Inspectors raise them beside the items that fail.</source>
        <translation>ابھی کوئی نقص درج نہیں ہوا۔ انسپکٹر ناکام شقوں کے ساتھ نقائص درج کرتے ہیں۔</translation>
    </message>
    <message>
        <source>No finding matches. Clear the filters to see all.</source>
        <translation>کوئی نقص نہیں ملا۔ سب دیکھنے کے لیے چھان بین ہٹائیں۔</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>چھان بین ہٹائیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::FunnelChart</name>
    <message>
        <source>Identified</source>
        <translation>شناخت شدہ</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>تفویض شدہ</translation>
    </message>
    <message>
        <source>Inspected</source>
        <translation>معائنہ شدہ</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>جائزہ شدہ</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>منظور شدہ</translation>
    </message>
    <message>
        <source>%1: 1 building</source>
        <translation>%1: 1 عمارت</translation>
    </message>
    <message>
        <source>%1: %2 buildings</source>
        <translation>%1: %2 عمارتیں</translation>
    </message>
    <message>
        <source>%1 go on</source>
        <translation>%1 آگے بڑھیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::GivenEditor</name>
    <message>
        <source>Number or date</source>
        <translation>نمبر یا تاریخ</translation>
    </message>
    <message>
        <source>Number or date of the document</source>
        <translation>دستاویز کا نمبر یا تاریخ</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>دیکھا گیا</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>موجود نہیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::GuidancePane</name>
    <message>
        <source>At least %1</source>
        <translation>کم از کم %1</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>زیادہ سے زیادہ %1</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>لازمی</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>رہنمائی</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>حد</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ہاں</translation>
    </message>
    <message>
        <source>no</source>
        <translation>نہیں</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>لاگو نہیں</translation>
    </message>
    <message>
        <source>item</source>
        <translation>سوال</translation>
    </message>
    <message>
        <source>note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>next problem</source>
        <translation>اگلا مسئلہ</translation>
    </message>
    <message>
        <source>Weight %1</source>
        <translation>وزن %1</translation>
    </message>
    <message>
        <source>The same in every tier.</source>
        <translation>ہر درجے میں یکساں۔</translation>
    </message>
    <message>
        <source>Tier %1: %2</source>
        <translation>درجہ %1: %2</translation>
    </message>
    <message>
        <source>Proposed by the programme; no public source</source>
        <translation>پروگرام کی تجویز؛ کوئی عوامی ماخذ نہیں</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>ماخذ: %1</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>تصویر</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>پچھلی بار</translation>
    </message>
    <message>
        <source>To be shown</source>
        <translation>دکھانے کو درکار</translation>
    </message>
</context>
<context>
    <name>HeadlessCommand</name>
    <message>
        <source>Password: </source>
        <translation>پاس ورڈ: </translation>
    </message>
    <message>
        <source>Address of the server; https, or http to this computer. Default: the profile&apos;s.</source>
        <translation>سرور کا پتہ؛ https، یا اسی کمپیوٹر کے لیے http۔ طے شدہ: پروفائل کا پتہ۔</translation>
    </message>
    <message>
        <source>Whose records to sync. Default: the profile&apos;s last account.</source>
        <translation>کس کے ریکارڈ کی مطابقت ہو۔ طے شدہ: پروفائل کا آخری اکاؤنٹ۔</translation>
    </message>
    <message>
        <source>This profile knows no server: say which with --server.</source>
        <translation>یہ پروفائل کوئی سرور نہیں جانتا: ⁦--server⁩ سے بتائیں کون سا۔</translation>
    </message>
    <message>
        <source>This profile knows no account: say which with --account.</source>
        <translation>یہ پروفائل کوئی اکاؤنٹ نہیں جانتا: ⁦--account⁩ سے بتائیں کون سا۔</translation>
    </message>
    <message>
        <source>Passphrase of this laptop: </source>
        <translation>اس لیپ ٹاپ کا پاس فریز: </translation>
    </message>
    <message>
        <source>The profile is locked. Write the passphrase of this laptop in the first line of standard input.</source>
        <translation>پروفائل مقفل ہے۔ اس لیپ ٹاپ کا پاس فریز معیاری اِن پُٹ کی پہلی سطر میں لکھیں۔</translation>
    </message>
    <message>
        <source>Afterwards writes what this laptop saw of the server&apos;s audit log to FILE, for markaz-server verify-audit.</source>
        <translation>آخر میں وہ سب FILE میں لکھتا ہے جو اس لیپ ٹاپ نے سرور کے آڈٹ میں دیکھا، markaz-server verify-audit کے لیے۔</translation>
    </message>
    <message>
        <source>“%1” is no address of a server: it is https, or http to this computer.</source>
        <translation>”%1“ سرور کا پتہ نہیں: پتہ https سے، یا اسی کمپیوٹر کے لیے http سے شروع ہوتا ہے۔</translation>
    </message>
    <message>
        <source>“%1” is no name of an account: it has small letters, digits, dots, hyphens and underscores.</source>
        <translation>”%1“ اکاؤنٹ کا نام نہیں: نام میں چھوٹے حروف، ہندسے، نقطے، ہائفن اور انڈر اسکور ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>The file with this laptop’s records was damaged. It was kept as %1, and changes that were not sent may still be in it. Open Markaz: it goes on with a copy where there is one.</source>
        <translation>اس لیپ ٹاپ کے ریکارڈ کی فائل خراب تھی۔ اسے %1 کے نام سے رکھ لیا گیا ہے، اور جو تبدیلیاں نہیں بھیجی گئیں وہ اب بھی اس میں ہو سکتی ہیں۔ مرکز کھولیں: نقل موجود ہو تو وہ اسی سے آگے چلتا ہے۔</translation>
    </message>
    <message>
        <source>Key that the server has to show: sha256// with the Base64 of the SHA-256 of its public key. Given twice, the second is the spare. Default: “server_pins” in the profile’s desktop.json; without any, every certificate that the system trusts will do.</source>
        <translation>وہ کلید جو سرور کو دکھانی ہے: ⁦sha256//⁩ اور اس کی عوامی کلید کے ⁦SHA-256⁩ کا ⁦Base64⁩۔ دو بار دیں تو دوسری متبادل ہے۔ طے شدہ: پروفائل کے ⁦desktop.json⁩ میں “⁦server_pins⁩”؛ کوئی نہ ہو تو ہر وہ سند چلے گی جس پر سسٹم کو بھروسا ہے۔</translation>
    </message>
    <message>
        <source>Sends what waits on this laptop and fetches what is new, without a window, then says what it did.

Standard input: the first line is the passphrase of this laptop, which opens the profile; for an account that is new here it becomes the passphrase (at least 12 characters, 5 of them different). The second line is the account&apos;s password. It is read only when the profile holds no session or the session has ended. With --enrol it is the password that the account has from now on, and the third line is the one-time code.

Exit status:
  0  nothing waits: everything on this laptop is on the server
  1  the profile or its records cannot be opened or written, or Markaz has it open
  2  wrong options
  3  the server was not reached, or something else answered in its place
  4  a sign-in is needed, and there was no password or code, or a wrong one
  5  the server rejected changes: they wait on the Sync page to be mended
  6  conflicts wait for a decision on the Sync page
  7  changes wait for records or files that have not come to the server
  8  the server refused the request, or this Markaz is too old for it
  9  the profile is locked: no passphrase, a wrong one, or too soon after a wrong one
 10  this laptop was revoked: what waited is handed in, and its records are destroyed
Where several hold, the first that stands in the way: 1, 9, 10, 4, 3, 8, then 5, 6, 7.

Examples:
  markaz sync &lt; passphrase.txt
  markaz sync --witness laptop-7.json &lt; passphrase.txt
  cat passphrase.txt password.txt | markaz sync --server https://markaz.example.gov.pk --account NAME
  cat passphrase.txt password.txt code.txt | markaz sync --enrol --server https://markaz.example.gov.pk \
      --account NAME</source>
        <translation>جو اس لیپ ٹاپ پر منتظر ہے اسے بھیجتا ہے اور جو نیا ہے اسے لاتا ہے، کھڑکی کے بغیر، پھر بتاتا ہے کہ کیا کیا۔

معیاری اِن پُٹ: پہلی سطر اس لیپ ٹاپ کا پاس فریز ہے جو پروفائل کھولتا ہے؛ جو اکاؤنٹ یہاں نیا ہو اس کا پاس فریز یہی بنتا ہے (کم از کم 12 حروف، جن میں سے 5 مختلف ہوں)۔ دوسری سطر اکاؤنٹ کا پاس ورڈ ہے۔ یہ صرف تب پڑھی جاتی ہے جب پروفائل میں کوئی سیشن نہ ہو یا سیشن ختم ہو چکا ہو۔ ⁦--enrol⁩ کے ساتھ یہ وہ پاس ورڈ ہے جو اب سے اکاؤنٹ کا ہوگا، اور تیسری سطر ایک بار کا کوڈ ہے۔

اختتامی نمبر:
  0  کچھ منتظر نہیں: اس لیپ ٹاپ کا سب کچھ سرور پر ہے
  1  پروفائل یا اس کے ریکارڈ کھولے یا لکھے نہیں جا سکتے، یا مرکز نے انہیں کھول رکھا ہے
  2  غلط اختیارات
  3  سرور تک رسائی نہ ہوئی، یا اس کی جگہ کسی اور نے جواب دیا
  4  سائن اِن درکار ہے، اور پاس ورڈ یا کوڈ نہیں تھا یا غلط تھا
  5  سرور نے تبدیلیاں مسترد کیں: وہ مطابقت کے صفحے پر درستی کی منتظر ہیں
  6  ٹکراؤ مطابقت کے صفحے پر فیصلے کے منتظر ہیں
  7  تبدیلیاں ایسے ریکارڈوں یا فائلوں کی منتظر ہیں جو سرور پر نہیں پہنچیں
  8  سرور نے درخواست رد کی، یا یہ مرکز اس کے لیے بہت پرانا ہے
  9  پروفائل مقفل ہے: پاس فریز نہیں تھا، غلط تھا، یا غلط کے فوراً بعد آیا
 10  یہ لیپ ٹاپ منسوخ کر دیا گیا: جو منتظر تھا وہ حوالے ہو گیا، اور اس کے ریکارڈ تلف ہو گئے
جہاں کئی باتیں ہوں، پہلی جو راہ میں آئے: 1، 9، 10، 4، 3، 8، پھر 5، 6، 7۔

مثالیں:
  markaz sync &lt; passphrase.txt
  markaz sync --witness laptop-7.json &lt; passphrase.txt
  cat passphrase.txt password.txt | markaz sync --server https://markaz.example.gov.pk --account NAME
  cat passphrase.txt password.txt code.txt | markaz sync --enrol --server https://markaz.example.gov.pk \
      --account NAME</translation>
    </message>
    <message>
        <source>This laptop is new to the account: sign in with a one-time code, from the third line of standard input. A code that is not needed, because there is a session, is not used.</source>
        <translation>یہ لیپ ٹاپ اس اکاؤنٹ کے لیے نیا ہے: ایک بار کے کوڈ سے سائن اِن کرتا ہے، جو معیاری اِن پُٹ کی تیسری سطر میں ہو۔ سیشن موجود ہو تو کوڈ کی ضرورت نہیں، اور وہ استعمال نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>One-time code: </source>
        <translation>ایک بار کا کوڈ: </translation>
    </message>
    <message>
        <source>A new passphrase has at least %1 characters, %2 of them different. Nothing was made; write it in the first line of standard input.</source>
        <translation>نئے پاس فریز میں کم از کم %1 حروف ہوتے ہیں، جن میں سے %2 مختلف ہوں۔ کچھ نہیں بنایا گیا؛ اسے معیاری اِن پُٹ کی پہلی سطر میں لکھیں۔</translation>
    </message>
    <message>
        <source>Afterwards, also when no server was reached, writes the keys and the list of revoked certificates that this laptop knows to FILE, for markaz-server keys take.</source>
        <translation>اس کے بعد، چاہے سرور نہ بھی ملا ہو، وہ کلیدیں اور منسوخ سندوں کی فہرست جو اس لیپ ٹاپ کو معلوم ہیں FILE میں لکھتا ہے، markaz-server keys take کے لیے۔</translation>
    </message>
</context>
<context>
    <name>markaz::desktop::HeadlessSync</name>
    <message>
        <source>%1 changes were rejected. Open Markaz and its Sync page to mend them.</source>
        <translation>%1 تبدیلیاں مسترد ہوئیں۔ انہیں درست کرنے کے لیے مرکز میں مطابقت کا صفحہ کھولیں۔</translation>
    </message>
    <message>
        <source>%1 conflicts wait for your decision. Open Markaz and its Sync page.</source>
        <translation>%1 ٹکراؤ آپ کے فیصلے کے منتظر ہیں۔ مرکز میں مطابقت کا صفحہ کھولیں۔</translation>
    </message>
    <message>
        <source>%1 changes still wait, %2 of them for other records or files.</source>
        <translation>%1 تبدیلیاں ابھی منتظر ہیں، ان میں سے %2 دوسرے ریکارڈوں یا فائلوں کی۔</translation>
    </message>
    <message>
        <source>%1 files still wait on this laptop.</source>
        <translation>%1 فائلیں ابھی اس لیپ ٹاپ پر منتظر ہیں۔</translation>
    </message>
    <message>
        <source>1 change was rejected. Open Markaz and its Sync page to mend it.</source>
        <translation>1 تبدیلی مسترد ہوئی۔ اسے درست کرنے کے لیے مرکز میں مطابقت کا صفحہ کھولیں۔</translation>
    </message>
    <message>
        <source>1 conflict waits for your decision. Open Markaz and its Sync page.</source>
        <translation>1 ٹکراؤ آپ کے فیصلے کا منتظر ہے۔ مرکز میں مطابقت کا صفحہ کھولیں۔</translation>
    </message>
    <message>
        <source>The third line of standard input is no one-time code: it has %1 letters and digits. Nothing was sent; the code is as good as before.</source>
        <translation>معیاری اِن پُٹ کی تیسری سطر ایک بار کا کوڈ نہیں: اس میں %1 حروف اور ہندسے ہوتے ہیں۔ کچھ نہیں بھیجا گیا؛ کوڈ پہلے کی طرح کارآمد ہے۔</translation>
    </message>
    <message>
        <source>See --enrol.</source>
        <translation>⁦--enrol⁩ دیکھیں۔</translation>
    </message>
    <message>
        <source>The passphrase of this laptop and the password of the account are the same. Nothing was sent. Choose another passphrase: whoever learns the one must not have the other.</source>
        <translation>اس لیپ ٹاپ کا پاس فریز اور اکاؤنٹ کا پاس ورڈ ایک ہی ہیں۔ کچھ نہیں بھیجا گیا۔ کوئی اور پاس فریز چنیں: جسے ایک معلوم ہو جائے اس کے ہاتھ دوسرا نہ لگے۔</translation>
    </message>
    <message>
        <source>A password has at least %1 characters, %2 of them different. Nothing was sent; the code is as good as before.</source>
        <translation>پاس ورڈ میں کم از کم %1 حروف ہوتے ہیں، جن میں سے %2 مختلف ہوں۔ کچھ نہیں بھیجا گیا؛ کوڈ پہلے کی طرح کارآمد ہے۔</translation>
    </message>
    <message>
        <source>The code was not sent and is as good as before.</source>
        <translation>کوڈ بھیجا نہیں گیا اور پہلے کی طرح کارآمد ہے۔</translation>
    </message>
    <message>
        <source>The name or the code is wrong, or the code was used or has run out. Nothing was changed. Ask your administrator for another code.</source>
        <translation>نام یا کوڈ غلط ہے، یا کوڈ استعمال ہو چکا یا اس کی میعاد ختم ہو گئی۔ کچھ تبدیل نہیں ہوا۔ اپنے منتظم سے دوسرا کوڈ مانگیں۔</translation>
    </message>
    <message>
        <source>The server’s answer to the code did not come or could not be kept, so the code may have been used. What was made on this laptop stays, with the passphrase that you chose. Run the same again, with the same three lines: it goes on where this ended.</source>
        <translation>کوڈ پر سرور کا جواب نہیں آیا یا محفوظ نہ ہو سکا، اس لیے ہو سکتا ہے کہ کوڈ استعمال ہو چکا ہو۔ جو اس لیپ ٹاپ پر بنا وہ آپ کے چنے ہوئے پاس فریز کے ساتھ باقی ہے۔ انہی تین سطروں کے ساتھ یہی دوبارہ چلائیں: کام وہیں سے آگے بڑھے گا جہاں رکا تھا۔</translation>
    </message>
    <message>
        <source>This laptop was revoked for the account %1, and its records here are destroyed. Changes that waited were handed in to the server, up to 10,000 and 32 MiB; photographs that were not sent are gone. To use this laptop for the account again, ask your administrator for a one-time code and run markaz sync with --enrol.</source>
        <translation>اکاؤنٹ %1 کے لیے یہ لیپ ٹاپ منسوخ کر دیا گیا ہے، اور اس کے یہاں کے ریکارڈ مٹا دیے گئے ہیں۔ جو تبدیلیاں منتظر تھیں وہ سرور کے حوالے کر دی گئیں، زیادہ سے زیادہ 10,000 اور ⁦32 MiB⁩ تک؛ جو تصویریں نہیں بھیجی گئی تھیں وہ ختم ہو گئیں۔ اس اکاؤنٹ کے لیے یہ لیپ ٹاپ پھر استعمال کرنے کو اپنے منتظم سے ایک بار کا کوڈ مانگیں اور ⁦markaz sync⁩ کو ⁦--enrol⁩ کے ساتھ چلائیں۔</translation>
    </message>
    <message>
        <source>The code was not used and is as good as before.</source>
        <translation>کوڈ استعمال نہیں ہوا اور پہلے کی طرح کارآمد ہے۔</translation>
    </message>
    <message>
        <source>Whether the code was used is not known yet: run the same again, with the same three lines.</source>
        <translation>ابھی معلوم نہیں کہ کوڈ استعمال ہوا یا نہیں: انہی تین سطروں کے ساتھ یہی دوبارہ چلائیں۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ImportJob</name>
    <message>
        <source>Line</source>
        <translation>سطر</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>کالم</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
</context>
<context>
    <name>ImportMatterWords</name>
    <message>
        <source>Import buildings</source>
        <translation>عمارتیں درآمد کریں</translation>
    </message>
    <message>
        <source>Choose a CSV file of buildings, or drop it here. Its first row names the columns.</source>
        <translation>عمارتوں کی CSV فائل چنیں یا یہاں چھوڑیں۔ اس کی پہلی قطار میں کالموں کے نام ہوں۔</translation>
    </message>
    <message>
        <source>Nothing is registered before every row was checked and you said so</source>
        <translation>ہر قطار کی جانچ اور آپ کے کہنے سے پہلے کچھ درج نہیں ہوتا</translation>
    </message>
    <message>
        <source>Registering the buildings</source>
        <translation>عمارتیں درج کی جا رہی ہیں</translation>
    </message>
    <message>
        <source>Register 1 building</source>
        <translation>1 عمارت درج کریں</translation>
    </message>
    <message>
        <source>Register %1 buildings</source>
        <translation>%1 عمارتیں درج کریں</translation>
    </message>
    <message>
        <source>Import months of centres</source>
        <translation>مراکز کے مہینے درآمد کریں</translation>
    </message>
    <message>
        <source>Choose a CSV file with a row for each centre and month, or drop it here. Its first row names the columns; a centre is its name or its building&apos;s code.</source>
        <translation>ایسی CSV فائل منتخب کریں جس میں ہر مرکز اور مہینے کی ایک قطار ہو، یا اسے یہاں چھوڑیں۔ پہلی قطار کالموں کے نام ہیں؛ مرکز اس کا نام یا اس کی عمارت کا کوڈ ہے۔</translation>
    </message>
    <message>
        <source>Nothing is recorded before every row was checked and you said so</source>
        <translation>ہر قطار کی جانچ اور آپ کے کہنے سے پہلے کچھ درج نہیں ہوتا</translation>
    </message>
    <message>
        <source>Recording the months</source>
        <translation>مہینے درج ہو رہے ہیں</translation>
    </message>
    <message>
        <source>Record 1 month</source>
        <translation>1 مہینہ درج کریں</translation>
    </message>
    <message>
        <source>Record %1 months</source>
        <translation>%1 مہینے درج کریں</translation>
    </message>
    <message>
        <source>Import registered freelancers</source>
        <translation>رجسٹرڈ فری لانسر درآمد کریں</translation>
    </message>
    <message>
        <source>Choose a CSV file with a row for each city and its number of registered freelancers, or drop it here. Its first row names the columns; a city is its name or its GeoNames number. Some 3.6 million were reported nationwide: the sum is shown before anything is imported.</source>
        <translation>ایسی CSV فائل چنیں یا یہاں چھوڑیں جس میں ہر شہر کے لیے ایک قطار اور اس کے رجسٹرڈ فری لانسرز کی تعداد ہو۔ پہلی قطار کالموں کے نام بتاتی ہے؛ شہر اپنے نام یا GeoNames نمبر سے لکھا جاتا ہے۔ ملک بھر میں تقریباً 36 لاکھ بتائے گئے تھے: درآمد سے پہلے میزان دکھایا جاتا ہے۔</translation>
    </message>
    <message>
        <source>The whole list takes the place of the one before</source>
        <translation>پوری فہرست پچھلی کی جگہ لے لیتی ہے</translation>
    </message>
    <message>
        <source>Importing the list</source>
        <translation>فہرست درآمد ہو رہی ہے</translation>
    </message>
    <message>
        <source>Import 1 city</source>
        <translation>1 شہر درآمد کریں</translation>
    </message>
    <message>
        <source>Import %1 cities</source>
        <translation>%1 شہر درآمد کریں</translation>
    </message>
    <message>
        <source>Together they are %1 registered freelancers in %2.</source>
        <translation>یہ سب مل کر %2 میں %1 رجسٹرڈ فری لانسر ہیں۔</translation>
    </message>
    <message>
        <source>What was imported before cannot be read now.</source>
        <translation>پہلے جو درآمد ہوا تھا وہ اس وقت پڑھا نہیں جا سکتا۔</translation>
    </message>
    <message>
        <source>Nothing was imported before.</source>
        <translation>پہلے کچھ درآمد نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Before, as of %1: %2 in %3 (%4).</source>
        <translation>پہلے، بتاریخ %1: %3 میں %2 (%4)۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ImportPage</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 میں سے %1</translation>
    </message>
    <message>
        <source>Rows written to %1: %2.</source>
        <translation>%1 میں لکھی گئی قطاریں: %2۔</translation>
    </message>
    <message>
        <source>Each stands there as it is in the file, behind its line and the reason.</source>
        <translation>ہر قطار اپنی سطر کے نمبر اور وجہ کے بعد ویسی ہی درج ہے جیسی فائل میں ہے۔</translation>
    </message>
    <message>
        <source>The file may hold personal data: keep it where only those who may read it can.</source>
        <translation>فائل میں ذاتی معلومات ہو سکتی ہیں: اسے وہاں رکھیں جہاں صرف مجاز لوگ پڑھ سکیں۔</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>CSV فائلیں (*.csv *.txt *.tsv);;تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 پڑھی جا رہی ہے</translation>
    </message>
    <message>
        <source>No column holds “%1” yet</source>
        <translation>ابھی کسی کالم میں “%1” نہیں</translation>
    </message>
    <message>
        <source>Two columns are to be “%1”</source>
        <translation>دو کالموں کو “%1” کہا گیا ہے</translation>
    </message>
    <message>
        <source>Checking the rows</source>
        <translation>قطاریں جانچی جا رہی ہیں</translation>
    </message>
    <message>
        <source>Rows: %1. Good: %2. May be there already: %3. Refused: %4.</source>
        <translation>قطاریں: %1۔ درست: %2۔ شاید پہلے سے موجود: %3۔ نامنظور: %4۔</translation>
    </message>
    <message>
        <source>The list shows the first %1; the saved file has all.</source>
        <translation>فہرست پہلی %1 دکھاتی ہے؛ محفوظ کی گئی فائل میں سب ہیں۔</translation>
    </message>
    <message>
        <source>Save the rows that are not good</source>
        <translation>وہ قطاریں محفوظ کریں جو درست نہیں</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Writing the rows that are not good</source>
        <translation>وہ قطاریں لکھی جا رہی ہیں جو درست نہیں</translation>
    </message>
    <message>
        <source>Back to the columns</source>
        <translation>کالموں پر واپس</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>دوسری فائل…</translation>
    </message>
    <message>
        <source>All of them or none; refused rows are left out. They are saved on this laptop and sent later.</source>
        <translation>سب درج ہوں گی یا کوئی نہیں؛ نامنظور قطاریں چھوڑ دی جاتی ہیں۔ یہ اس لیپ ٹاپ پر محفوظ ہوں گی اور بعد میں بھیجی جائیں گی۔</translation>
    </message>
    <message>
        <source>No row can be registered. Mend the file and choose it again.</source>
        <translation>کوئی قطار درج نہیں ہو سکتی۔ فائل درست کر کے دوبارہ چنیں۔</translation>
    </message>
    <message>
        <source>Check the rows</source>
        <translation>قطاریں جانچیں</translation>
    </message>
    <message>
        <source>Nothing is registered yet.</source>
        <translation>ابھی کچھ درج نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>فائل چنیں…</translation>
    </message>
    <message>
        <source>What the columns hold</source>
        <translation>کالموں میں کیا ہے</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>حروف کا نظام</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>جدا کرنے والی علامت</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>پہلی قطاریں</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>فائل کی پہلی قطاریں</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>کالم %1</translation>
    </message>
    <message>
        <source>What the column “%1” holds</source>
        <translation>کالم “%1” میں کیا ہے</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>چھوڑ دیں</translation>
    </message>
    <message>
        <source>The rows were checked</source>
        <translation>قطاریں جانچ لی گئیں</translation>
    </message>
    <message>
        <source>Also register the rows that may be there already</source>
        <translation>وہ قطاریں بھی درج کریں جو شاید پہلے سے موجود ہیں</translation>
    </message>
    <message>
        <source>Save these rows…</source>
        <translation>یہ قطاریں محفوظ کریں…</translation>
    </message>
    <message>
        <source>The rows that are not good</source>
        <translation>وہ قطاریں جو درست نہیں</translation>
    </message>
    <message>
        <source>Other pages wait until this is done. Cancel leaves everything as it was.</source>
        <translation>یہ مکمل ہونے تک دوسرے صفحے انتظار کرتے ہیں۔ منسوخ کرنے سے سب کچھ ویسا ہی رہتا ہے۔</translation>
    </message>
    <message>
        <source>Say of which day the figures are</source>
        <translation>بتائیں کہ اعداد کس دن کے ہیں</translation>
    </message>
    <message>
        <source>The figures are of a day that has not come yet</source>
        <translation>اعداد ایسے دن کے ہیں جو ابھی آیا نہیں</translation>
    </message>
    <message>
        <source>Say who counted: the source</source>
        <translation>ماخذ بتائیں: کس نے شمار کیا</translation>
    </message>
    <message>
        <source>Figures of which day</source>
        <translation>اعداد کس دن کے ہیں</translation>
    </message>
    <message>
        <source>Source: who counted</source>
        <translation>ماخذ: کس نے شمار کیا</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>line %1 of this file</source>
        <translation>اس فائل کی سطر %1</translation>
    </message>
    <message>
        <source>Position, latitude and longitude</source>
        <translation>مقام، عرض بلد اور طول بلد</translation>
    </message>
    <message>
        <source>Covered area, sq ft</source>
        <translation>کورڈ ایریا، مربع فٹ</translation>
    </message>
    <message>
        <source>Accuracy of the position, metres</source>
        <translation>مقام کی درستی، میٹر</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>مالک: %1</translation>
    </message>
    <message>
        <source>The row has more cells than the first row has names.</source>
        <translation>اس قطار میں پہلی قطار کے ناموں سے زیادہ خانے ہیں۔</translation>
    </message>
    <message>
        <source>“%1” is no city that Markaz knows.</source>
        <translation>“%1” ایسا شہر نہیں جسے مرکز جانتا ہو۔</translation>
    </message>
    <message>
        <source>Several cities are called “%1”. Add a column with the province.</source>
        <translation>“%1” نام کے کئی شہر ہیں۔ صوبے کا کالم شامل کریں۔</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>“%1” پورا عدد نہیں۔</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no.</source>
        <translation>“%1” نہ ہاں ہے نہ نہیں۔</translation>
    </message>
    <message>
        <source>This is no position such as 32.4945, 74.5229.</source>
        <translation>یہ 32.4945, 74.5229 جیسا مقام نہیں۔</translation>
    </message>
    <message>
        <source>“%1” is no day such as 2022-04-14 or 14/04/2022.</source>
        <translation>“%1” ایسی تاریخ نہیں جیسے 2022-04-14 یا 14/04/2022۔</translation>
    </message>
    <message>
        <source>“%1” is none of the words that can be chosen here.</source>
        <translation>“%1” ان الفاظ میں سے نہیں جو یہاں چنے جا سکتے ہیں۔</translation>
    </message>
    <message>
        <source>It may be there already: %1 has the same name in the same city.</source>
        <translation>شاید یہ پہلے سے موجود ہے: %1 کا اسی شہر میں یہی نام ہے۔</translation>
    </message>
    <message>
        <source>It may be there already: %1 has the same address.</source>
        <translation>شاید یہ پہلے سے موجود ہے: %1 کا یہی پتہ ہے۔</translation>
    </message>
    <message>
        <source>It may be there already: %1 stands within 25 metres.</source>
        <translation>شاید یہ پہلے سے موجود ہے: %1 یہاں سے 25 میٹر کے اندر ہے۔</translation>
    </message>
    <message>
        <source>%1 has no free building code left.</source>
        <translation>%1 کے لیے عمارت کا کوئی کوڈ باقی نہیں۔</translation>
    </message>
    <message>
        <source>The city lies outside your provinces.</source>
        <translation>یہ شہر آپ کے صوبوں سے باہر ہے۔</translation>
    </message>
    <message>
        <source>Nothing was registered.</source>
        <translation>کچھ درج نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Line %1 of the file cannot be read.</source>
        <translation>فائل کی سطر %1 پڑھی نہیں جا سکتی۔</translation>
    </message>
    <message>
        <source>Look for a quotation mark too many there, or choose another encoding or separator.</source>
        <translation>وہاں کوئی فالتو واوین دیکھیں، یا حروف کا کوئی اور نظام یا کوئی اور علامت چنیں۔</translation>
    </message>
    <message>
        <source>The file is too large: at most 200,000 rows, 100 columns and 128 MiB.</source>
        <translation>فائل بہت بڑی ہے: زیادہ سے زیادہ 200,000 قطاریں، 100 کالم اور 128 MiB۔</translation>
    </message>
    <message>
        <source>Split it into parts.</source>
        <translation>اسے حصوں میں بانٹیں۔</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>درآمد منسوخ کر دی گئی۔</translation>
    </message>
    <message>
        <source>The file, or the buildings here, have changed since the rows were checked.</source>
        <translation>قطاروں کی جانچ کے بعد فائل یا یہاں کی عمارتیں بدل گئی ہیں۔</translation>
    </message>
    <message>
        <source>Check the rows again.</source>
        <translation>قطاریں دوبارہ جانچیں۔</translation>
    </message>
    <message>
        <source>The file has no rows.</source>
        <translation>فائل میں کوئی قطار نہیں۔</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>دوسری فائل چنیں۔</translation>
    </message>
    <message>
        <source>Something else is writing on this laptop just now.</source>
        <translation>اس لیپ ٹاپ پر ابھی کچھ اور لکھا جا رہا ہے۔</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>ذرا دیر میں دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>See that it is still there and that you may use it.</source>
        <translation>دیکھیں کہ وہ اب بھی موجود ہے اور آپ اسے استعمال کر سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Windows-1252 (Western)</source>
        <translation>Windows-1252 (مغربی)</translation>
    </message>
    <message>
        <source>Windows-1256 (Urdu, Arabic)</source>
        <translation>Windows-1256 (اردو، عربی)</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>سیمی کولن</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>ٹیب</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>عمودی لکیر</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>کوما</translation>
    </message>
    <message>
        <source>It may be there already: %1 has nearly the same name in the same city.</source>
        <translation>شاید یہ پہلے سے موجود ہے: %1 کا اسی شہر میں تقریباً یہی نام ہے۔</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>فائل کھولی نہیں جا سکتی۔</translation>
    </message>
    <message>
        <source>Centre: its name or building code</source>
        <translation>مرکز: نام یا عمارت کا کوڈ</translation>
    </message>
    <message>
        <source>Seat rate, rupees</source>
        <translation>نشست کا کرایہ، روپے</translation>
    </message>
    <message>
        <source>Export earnings told, US$</source>
        <translation>بتائی گئی برآمدی آمدنی، امریکی ڈالر</translation>
    </message>
    <message>
        <source>No centre here is called “%1”, nor has its building this code.</source>
        <translation>یہاں ”%1“ نام کا کوئی مرکز نہیں، نہ کسی کی عمارت کا یہ کوڈ ہے۔</translation>
    </message>
    <message>
        <source>“%1” is no month such as 2026-10 or Oct 2026.</source>
        <translation>”%1“ کوئی مہینہ نہیں جیسے 2026-10 یا Oct 2026۔</translation>
    </message>
    <message>
        <source>“%1” is no amount such as 3,500 or 3500.50.</source>
        <translation>”%1“ کوئی رقم نہیں جیسے 3,500 یا 3500.50۔</translation>
    </message>
    <message>
        <source>This month of the centre stands in line %1 already.</source>
        <translation>مرکز کا یہ مہینہ سطر %1 میں پہلے سے ہے۔</translation>
    </message>
    <message>
        <source>The centre lies outside your provinces.</source>
        <translation>مرکز آپ کے صوبوں سے باہر ہے۔</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>کچھ درج نہیں ہوا۔</translation>
    </message>
    <message>
        <source>The file, or the months here, have changed since the rows were checked.</source>
        <translation>قطاروں کی جانچ کے بعد فائل، یا یہاں کے مہینے، بدل گئے ہیں۔</translation>
    </message>
    <message>
        <source>Registered freelancers</source>
        <translation>رجسٹرڈ فری لانسر</translation>
    </message>
    <message>
        <source>“%1” stands in line %2 already.</source>
        <translation>“%1” سطر %2 میں پہلے سے موجود ہے۔</translation>
    </message>
    <message>
        <source>%1 is more than a city can have: at most 10 million.</source>
        <translation>%1 کسی شہر کے لیے بہت زیادہ ہے: حد 1 کروڑ ہے۔</translation>
    </message>
    <message>
        <source>Nothing was imported: the figures before still count.</source>
        <translation>کچھ درآمد نہیں ہوا: پچھلے اعداد ہی معتبر ہیں۔</translation>
    </message>
    <message>
        <source>The file has changed since the rows were checked.</source>
        <translation>قطاروں کی جانچ کے بعد فائل بدل گئی ہے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::InspectionPage</name>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%2 میں سے %1 جوابات</translation>
    </message>
    <message>
        <source>Section score %1, floor %2</source>
        <translation>حصے کا اسکور %1، حد %2</translation>
    </message>
    <message>
        <source>Section score %1</source>
        <translation>حصے کا اسکور %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>سب %1</translation>
    </message>
    <message>
        <source>Missing %1</source>
        <translation>باقی %1</translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation>مسائل %1</translation>
    </message>
    <message>
        <source>Standard version %1</source>
        <translation>معیار کا نسخہ %1</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>آغاز %1</translation>
    </message>
    <message>
        <source>Saved on this laptop %1</source>
        <translation>اس لیپ ٹاپ پر محفوظ %1</translation>
    </message>
    <message>
        <source>Each answer is saved as you give it</source>
        <translation>ہر جواب دیتے ہی محفوظ ہو جاتا ہے</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>صرف پڑھنے کے لیے</translation>
    </message>
    <message>
        <source>No problem is left.</source>
        <translation>کوئی مسئلہ باقی نہیں۔</translation>
    </message>
    <message>
        <source>Review and submit when you are ready.</source>
        <translation>تیار ہوں تو جائزہ لے کر جمع کرائیں۔</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Give it again (Ctrl+Y)</source>
        <translation>دوبارہ دیں (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>دوبارہ کریں</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>اگلا مسئلہ</translation>
    </message>
    <message>
        <source>Review and submit</source>
        <translation>جائزہ لے کر جمع کرائیں</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>حصے</translation>
    </message>
    <message>
        <source>Which items to show</source>
        <translation>کون سے سوال دکھائے جائیں</translation>
    </message>
    <message>
        <source>All</source>
        <translation>سب</translation>
    </message>
    <message>
        <source>What was entered here is kept on this laptop, and cannot be sent.</source>
        <translation>جو یہاں درج کیا گیا وہ اس لیپ ٹاپ پر محفوظ ہے، مگر بھیجا نہیں جا سکتا۔</translation>
    </message>
    <message>
        <source>Open Sync, then “Rejected”, to keep a copy of it and give it up.</source>
        <translation>اس کی نقل رکھنے اور اسے چھوڑنے کے لیے مطابقت کھولیں، پھر “مسترد”۔</translation>
    </message>
    <message>
        <source>%1 always applies: the standard does not let it be left out.</source>
        <translation>%1 ہر صورت لاگو ہے: معیار اسے چھوڑنے کی اجازت نہیں دیتا۔</translation>
    </message>
    <message>
        <source>Answer it, or say why it was not inspected.</source>
        <translation>اس کا جواب دیں، یا بتائیں کہ معائنہ کیوں نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>پی ڈی ایف میں محفوظ کریں…</translation>
    </message>
    <message>
        <source>To do %1</source>
        <translation>کرنے کو %1</translation>
    </message>
    <message>
        <source>Nothing is asked for in this section: its answers are carried over.</source>
        <translation>اس حصے میں کچھ نہیں پوچھا گیا: اس کے جوابات پچھلے دورے سے لیے گئے ہیں۔</translation>
    </message>
    <message>
        <source>No item of this section fails.</source>
        <translation>اس حصے کی کوئی شق ناکام نہیں۔</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>بدلے ہوئے %1</translation>
    </message>
    <message>
        <source>This section says what it said when it was returned.</source>
        <translation>اس حصے میں وہی ہے جو واپسی کے وقت تھا۔</translation>
    </message>
    <message>
        <source>See what was returned</source>
        <translation>جو واپس ہوا وہ دیکھیں</translation>
    </message>
    <message>
        <source>See the new revision</source>
        <translation>نیا نسخہ دیکھیں</translation>
    </message>
    <message>
        <source>Version %1 of the standard is in force, and this draft goes by version %2.</source>
        <translation>معیار کا نسخہ %1 نافذ ہے، اور یہ مسودہ نسخہ %2 کے مطابق ہے۔</translation>
    </message>
    <message>
        <source>It can be handed in as it is.</source>
        <translation>اسے اسی طرح جمع کرایا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>Or look at the difference and move it.</source>
        <translation>یا فرق دیکھ کر اسے نئے نسخے پر لے جائیں۔</translation>
    </message>
    <message>
        <source>See the difference</source>
        <translation>فرق دیکھیں</translation>
    </message>
    <message>
        <source>It is not scored, and nothing was lost.</source>
        <translation>یہ اسکور میں شامل نہیں، اور کچھ ضائع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Show what is kept</source>
        <translation>محفوظ جواب دکھائیں</translation>
    </message>
    <message>
        <source>The reviewer: “%1”</source>
        <translation>جائزہ لینے والا: ”%1“</translation>
    </message>
    <message>
        <source>No answer and no file is missing in this section.</source>
        <translation>اس حصے میں کوئی جواب یا فائل باقی نہیں۔</translation>
    </message>
    <message>
        <source>Another of your visits to this building is open: %1, begun %2.</source>
        <translation>اس عمارت کا آپ کا ایک اور دورہ کھلا ہے: %1، شروع %2۔</translation>
    </message>
    <message>
        <source>Each is submitted for itself, and this one is: %1.</source>
        <translation>ہر ایک الگ جمع کرایا جاتا ہے، اور یہ ہے: %1۔</translation>
    </message>
    <message>
        <source>Open the other</source>
        <translation>دوسرا کھولیں</translation>
    </message>
    <message>
        <source>Goes to the next item that fails, has no answer or lacks a file that is asked for (F)</source>
        <translation>اگلی شق پر جاتا ہے جو ناکام ہے، جس کا جواب نہیں یا جس کی درکار فائل موجود نہیں (F)</translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>1 جواب</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 جوابات</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 نوٹ</translation>
    </message>
    <message>
        <source>%1 notes</source>
        <translation>%1 نوٹ</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 فائل</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 فائلیں</translation>
    </message>
    <message>
        <source>1 finding</source>
        <translation>1 نقص</translation>
    </message>
    <message>
        <source>%1 findings</source>
        <translation>%1 نقائص</translation>
    </message>
    <message>
        <source>Kept from before the move to version %1: %2.</source>
        <translation>نسخہ %1 پر منتقلی سے پہلے کا محفوظ: %2۔</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Undo the last answer or file (Ctrl+Z)</source>
        <translation>آخری جواب یا فائل واپس لیں (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Findings %1</source>
        <translation>نقائص %1</translation>
    </message>
    <message>
        <source>No item of this section has an open finding.</source>
        <translation>اس حصے کی کسی شق کا نقص کھلا نہیں۔</translation>
    </message>
    <message>
        <source>This follow-up asks for every item: this laptop has no answers of an earlier visit to take over.</source>
        <translation>یہ اگلا معائنہ ہر شق پوچھتا ہے: اس لیپ ٹاپ پر پچھلے دورے کے کوئی جوابات نہیں جو لیے جا سکیں۔</translation>
    </message>
    <message>
        <source>No item has an open finding.</source>
        <translation>کسی شق کا نقص کھلا نہیں۔</translation>
    </message>
    <message>
        <source>1 item has an open finding and comes first.</source>
        <translation>1 شق کا نقص کھلا ہے، وہ پہلے آتی ہے۔</translation>
    </message>
    <message>
        <source>%1 items have an open finding and come first.</source>
        <translation>%1 شقوں کے نقائص کھلے ہیں، وہ پہلے آتی ہیں۔</translation>
    </message>
</context>
<context>
    <name>InspectionReport</name>
    <message>
        <source>Sections</source>
        <translation>حصے</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>حصہ</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>جوابات</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>ناکام</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>اسکور</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>کم سے کم</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 میں سے %1</translation>
    </message>
    <message>
        <source>Items that fail, are met in part, or were not inspected</source>
        <translation>وہ نکات جو ناکام رہے، جزوی پورے ہوئے یا جن کا معائنہ نہیں ہوا</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>نکتہ</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>جواب</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>نتیجہ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>کوئی نہیں۔</translation>
    </message>
    <message>
        <source>%1, critical</source>
        <translation>%1، لازمی</translation>
    </message>
    <message>
        <source>Kind of visit</source>
        <translation>دورے کی قسم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>انسپکٹر</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>درجہ</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>آغاز</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>جمع ہوا</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>معیار</translation>
    </message>
    <message>
        <source>version %1, %2</source>
        <translation>نسخہ %1، %2</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>نظرثانی</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>فائلیں</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>معائنہ</translation>
    </message>
    <message>
        <source>The visit could not be made: %1.</source>
        <translation>دورہ نہیں ہو سکا: %1۔</translation>
    </message>
    <message>
        <source>It has no score and leads to no certificate.</source>
        <translation>اس کا کوئی اسکور نہیں اور اس سے سند نہیں ملتی۔</translation>
    </message>
    <message>
        <source>Made with Markaz on %1. A certificate alone declares a building a centre.</source>
        <translation>%1 کو مرکز پروگرام سے بنایا گیا۔ عمارت کو مرکز صرف سند قرار دیتی ہے۔</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>صفحہ %1 از %2</translation>
    </message>
    <message>
        <source>Sample data. %1</source>
        <translation>نمونے کا ڈیٹا۔ %1</translation>
    </message>
    <message>
        <source>Save the inspection</source>
        <translation>معائنہ محفوظ کریں</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>پی ڈی ایف فائلیں (*.pdf)</translation>
    </message>
    <message>
        <source>The inspection is saved as %1.</source>
        <translation>معائنہ %1 کے نام سے محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>Whoever has the file can read it.</source>
        <translation>جس کے پاس یہ فائل ہو وہ اسے پڑھ سکتا ہے۔</translation>
    </message>
    <message>
        <source>signed %1</source>
        <translation>دستخط %1</translation>
    </message>
    <message>
        <source>the picture is not on this laptop</source>
        <translation>تصویر اس لیپ ٹاپ پر نہیں ہے</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>دستخط</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>نقائص</translation>
    </message>
    <message>
        <source>What is to be mended</source>
        <translation>کیا درست کرنا ہے</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>ذمہ دار</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>آخری تاریخ</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>تصاویر</translation>
    </message>
    <message>
        <source>Photos: %1 of %2</source>
        <translation>تصاویر: %2 میں سے %1</translation>
    </message>
    <message>
        <source>The inspection is being saved.</source>
        <translation>معائنہ محفوظ کیا جا رہا ہے۔</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>فیصلے</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>فیصلہ</translation>
    </message>
    <message>
        <source>When</source>
        <translation>کب</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation>ابھی کوئی فیصلہ نہیں ہوا۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::InspectionsModel</name>
    <message>
        <source>none</source>
        <translation>کوئی نہیں</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>عمارت</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>دورہ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>اسکور</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>انسپکٹر</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
</context>
<context>
    <name>markaz::ui::InspectionsPage</name>
    <message>
        <source>1 inspection</source>
        <translation>1 معائنہ</translation>
    </message>
    <message>
        <source>%1 inspections</source>
        <translation>%1 معائنے</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>معائنے</translation>
    </message>
    <message>
        <source>Which inspections to show</source>
        <translation>کون سے معائنے دکھائے جائیں</translation>
    </message>
    <message>
        <source>All</source>
        <translation>سب</translation>
    </message>
    <message>
        <source>No inspection is here. Choose a building to start one.</source>
        <translation>یہاں کوئی معائنہ نہیں۔ شروع کرنے کے لیے عمارت چنیں۔</translation>
    </message>
    <message>
        <source>Go to the buildings</source>
        <translation>عمارتوں پر جائیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ItemChart</name>
    <message>
        <source>%1, %2: fails in %3 of %4 inspections, %5</source>
        <translation>%1، %2: %4 میں سے %3 معائنوں میں ناکام، %5</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ItemRow</name>
    <message>
        <source>Critical</source>
        <translation>لازمی</translation>
    </message>
    <message>
        <source>Save reason</source>
        <translation>وجہ محفوظ کریں</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>نوٹ</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>%1 پر نوٹ</translation>
    </message>
    <message>
        <source>What you saw, where, and who said so</source>
        <translation>آپ نے کیا دیکھا، کہاں، اور کس نے کہا</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>لاگو نہیں</translation>
    </message>
    <message>
        <source>Not inspected</source>
        <translation>معائنہ نہیں ہوا</translation>
    </message>
    <message>
        <source>Clear the answer</source>
        <translation>جواب صاف کریں</translation>
    </message>
    <message>
        <source>Not inspected: %1</source>
        <translation>معائنہ نہیں ہوا: %1</translation>
    </message>
    <message>
        <source>Not applicable: %1</source>
        <translation>لاگو نہیں: %1</translation>
    </message>
    <message>
        <source>Why was it not inspected?</source>
        <translation>معائنہ کیوں نہیں ہوا؟</translation>
    </message>
    <message>
        <source>Why is it not applicable?</source>
        <translation>یہ لاگو کیوں نہیں؟</translation>
    </message>
    <message>
        <source>A reason is needed, in a few words</source>
        <translation>مختصر وجہ ضروری ہے</translation>
    </message>
    <message>
        <source>Carried over from %1</source>
        <translation>%1 سے لیا گیا</translation>
    </message>
    <message>
        <source>Changed since it was returned</source>
        <translation>واپسی کے بعد بدلا گیا</translation>
    </message>
    <message>
        <source>The reviewer: “%1”</source>
        <translation>جائزہ لینے والا: ”%1“</translation>
    </message>
</context>
<context>
    <name>markaz::ui::JobProgress</name>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::LaptopsCard</name>
    <message>
        <source>Laptops</source>
        <translation>لیپ ٹاپ</translation>
    </message>
    <message>
        <source>This account was signed in on no laptop yet.</source>
        <translation>یہ اکاؤنٹ ابھی کسی لیپ ٹاپ پر استعمال نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Revoked %1, obeyed %2</source>
        <translation>%1 کو منسوخ، %2 کو عمل ہوا</translation>
    </message>
    <message>
        <source>Revoked %1. It obeys when it next comes online.</source>
        <translation>%1 کو منسوخ۔ اگلی بار آن لائن آنے پر عمل کرے گا۔</translation>
    </message>
    <message>
        <source>Revoke it now</source>
        <translation>ابھی منسوخ کریں</translation>
    </message>
    <message>
        <source>Revoke this laptop</source>
        <translation>یہ لیپ ٹاپ منسوخ کریں</translation>
    </message>
    <message>
        <source>Id ends in %1, set up %2</source>
        <translation>شناخت کا آخری حصہ %1، تیار ہوا %2</translation>
    </message>
    <message>
        <source>Last contact %1</source>
        <translation>آخری رابطہ %1</translation>
    </message>
    <message>
        <source>Its sessions end now. When it comes online, what it has not sent is kept on the server in quarantine, which whoever runs the server reads with “markaz-server quarantine”, and its records can never be opened again. Nothing takes this back.</source>
        <translation>اس کے سیشن ابھی ختم ہوتے ہیں۔ جب یہ آن لائن آئے گا تو جو اس نے نہیں بھیجا وہ سرور پر قرنطینہ میں رکھا جائے گا، جسے سرور چلانے والا ”markaz-server quarantine“ سے پڑھتا ہے، اور اس کے ریکارڈ پھر کبھی نہیں کھل سکیں گے۔ یہ واپس نہیں ہو سکتا۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::LargePhoto</name>
    <message>
        <source>Previous file</source>
        <translation>پچھلی فائل</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>اگلی فائل</translation>
    </message>
    <message>
        <source>%1 of %2. %3</source>
        <translation>%2 میں سے %1۔ %3</translation>
    </message>
    <message>
        <source>File %1 of %2: %3</source>
        <translation>%2 میں سے فائل %1: %3</translation>
    </message>
    <message>
        <source>Enter shows it large, the arrows go to the others</source>
        <translation>اِنٹر اسے بڑا دکھاتا ہے، تیر دوسری فائلوں پر لے جاتے ہیں</translation>
    </message>
    <message>
        <source>Not on this laptop yet</source>
        <translation>ابھی اس لیپ ٹاپ پر نہیں</translation>
    </message>
    <message>
        <source>Opening the picture</source>
        <translation>تصویر کھل رہی ہے</translation>
    </message>
    <message>
        <source>This picture cannot be read</source>
        <translation>یہ تصویر پڑھی نہیں جا سکتی</translation>
    </message>
</context>
<context>
    <name>markaz::ui::LeverRow</name>
    <message>
        <source>%1, slider</source>
        <translation>%1، سلائیڈر</translation>
    </message>
    <message>
        <source>The policy says %1</source>
        <translation>پالیسی میں %1 ہے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::LeversPanel</name>
    <message>
        <source>At least %1.</source>
        <translation>کم از کم %1۔</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>زیادہ سے زیادہ %1۔</translation>
    </message>
    <message>
        <source>The grace has to be shorter than the tenor.</source>
        <translation>رعایتی مدت کل مدت سے کم ہونی چاہیے۔</translation>
    </message>
    <message>
        <source>KIBOR and spread are more than 100 % together.</source>
        <translation>KIBOR اور اسپریڈ مل کر 100 % سے زیادہ ہیں۔</translation>
    </message>
    <message>
        <source>At least one centre is needed in some tier.</source>
        <translation>کسی درجے میں کم از کم ایک مرکز چاہیے۔</translation>
    </message>
    <message>
        <source>Above the cap of the policy, %1.</source>
        <translation>پالیسی کی حد %1 سے زیادہ ہے۔</translation>
    </message>
    <message>
        <source>The largest loan, %1, is above the cap of the policy.</source>
        <translation>سب سے بڑا قرض، %1، پالیسی کی حد سے زیادہ ہے۔</translation>
    </message>
    <message>
        <source>Above the ceiling of the policy, %1.</source>
        <translation>پالیسی کی بالائی حد %1 سے زیادہ ہے۔</translation>
    </message>
    <message>
        <source>Below what the policy names, %1.</source>
        <translation>پالیسی کی زیریں حد %1 سے کم ہے۔</translation>
    </message>
    <message>
        <source>Between 1 and %1 trials.</source>
        <translation>آزمائشیں 1 سے %1 تک ہو سکتی ہیں۔</translation>
    </message>
    <message>
        <source>The seed is a whole number from 0.</source>
        <translation>بیج 0 یا اس سے بڑا پورا عدد ہے۔</translation>
    </message>
    <message>
        <source>A range goes from the lower value to the higher one, between 0 and 100 %.</source>
        <translation>حد چھوٹی قدر سے بڑی قدر تک جاتی ہے، 0 اور 100 % کے درمیان۔</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>اگر یوں ہو</translation>
    </message>
    <message>
        <source>Back to policy %1</source>
        <translation>پالیسی %1 پر واپس</translation>
    </message>
    <message>
        <source>Undecided, who pays which part</source>
        <translation>طے نہیں کہ کون کتنا دے گا</translation>
    </message>
    <message>
        <source>KIBOR + spread</source>
        <translation>KIBOR + اسپریڈ</translation>
    </message>
    <message>
        <source>Fixed mark-up</source>
        <translation>مقررہ مارک اپ</translation>
    </message>
    <message>
        <source>Kind of mark-up</source>
        <translation>مارک اپ کی قسم</translation>
    </message>
    <message>
        <source>Show the uncertainty</source>
        <translation>غیر یقینی دکھائیں</translation>
    </message>
    <message>
        <source>KIBOR from</source>
        <translation>KIBOR کم از کم</translation>
    </message>
    <message>
        <source>KIBOR to</source>
        <translation>KIBOR زیادہ سے زیادہ</translation>
    </message>
    <message>
        <source>Occupancy from</source>
        <translation>استعمال کم از کم</translation>
    </message>
    <message>
        <source>Occupancy to</source>
        <translation>استعمال زیادہ سے زیادہ</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>آزمائشیں</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>بیج</translation>
    </message>
    <message>
        <source>This scenario was made by hand and fits no sliders. It is computed as it is, from these loans.</source>
        <translation>یہ منظرنامہ ہاتھ سے بنا ہے اور سلائیڈروں میں نہیں سماتا۔ یہ ان قرضوں سے جوں کا توں شمار کیا گیا ہے۔</translation>
    </message>
    <message>
        <source>Loans of the scenario</source>
        <translation>منظرنامے کے قرض</translation>
    </message>
    <message>
        <source>Mark on a slider: what policy %1 says.</source>
        <translation>سلائیڈر پر نشان: پالیسی %1 کی قدر۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::LoanChart</name>
    <message>
        <source>%1: no loan</source>
        <translation>%1: کوئی قرض نہیں</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2، %3</translation>
    </message>
</context>
<context>
    <name>markaz::ui::LoanPage</name>
    <message>
        <source>This loan is gone</source>
        <translation>یہ قرض اب موجود نہیں</translation>
    </message>
    <message>
        <source>The certificate of this building was revoked.</source>
        <translation>اس عمارت کی سند منسوخ ہو گئی۔</translation>
    </message>
    <message>
        <source>What was given of the subsidy until then is to be given back: %1.</source>
        <translation>تب تک جو سبسڈی دی گئی وہ واپس کرنی ہے: %1۔</translation>
    </message>
    <message>
        <source>Record what comes back. An appeal that is allowed lifts this.</source>
        <translation>جو واپس آئے وہ درج کریں۔ اپیل منظور ہونے پر یہ ختم ہو جاتا ہے۔</translation>
    </message>
    <message>
        <source>Mark-up in all: %1. The owner pays %2 of it, the subsidy takes %3.</source>
        <translation>کل مارک اپ: %1۔ اس میں سے مالک %2 دیتا ہے اور %3 سبسڈی سے ادا ہوتا ہے۔</translation>
    </message>
    <message>
        <source>Who pays the subsidy, Ignite or the PSDP, is not decided in this policy.</source>
        <translation>سبسڈی اگنائٹ دے گا یا پی ایس ڈی پی، یہ اس پالیسی میں طے نہیں۔</translation>
    </message>
    <message>
        <source>Ignite pays %1 of the subsidy, the PSDP %2.</source>
        <translation>سبسڈی میں سے %1 اگنائٹ دیتا ہے اور %2 پی ایس ڈی پی۔</translation>
    </message>
    <message>
        <source>The days follow when the loan is paid out.</source>
        <translation>تاریخیں قرض کی ادائیگی ہونے پر درج ہوں گی۔</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>پالیسی %1</translation>
    </message>
    <message>
        <source>Nothing was paid out yet. Record the first money when the bank has paid it.</source>
        <translation>ابھی کچھ ادا نہیں ہوا۔ جب بینک رقم دے دے تو پہلی رقم درج کریں۔</translation>
    </message>
    <message>
        <source>Nothing was paid out yet.</source>
        <translation>ابھی کچھ ادا نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Choose a payment in the table</source>
        <translation>جدول میں ایک ادائیگی چنیں</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>ادا شدہ</translation>
    </message>
    <message>
        <source>Repaid</source>
        <translation>واپس ادا کیا گیا</translation>
    </message>
    <message>
        <source>Principal owed</source>
        <translation>واجب الادا اصل رقم</translation>
    </message>
    <message>
        <source>To be given back</source>
        <translation>واپس کرنی ہے</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>واپس کی گئی</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>مالک</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>بینک</translation>
    </message>
    <message>
        <source>The bank&apos;s number</source>
        <translation>بینک کا نمبر</translation>
    </message>
    <message>
        <source>Mark-up</source>
        <translation>مارک اپ</translation>
    </message>
    <message>
        <source>Tenor</source>
        <translation>مدت</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>نوٹس</translation>
    </message>
    <message>
        <source>Files that are being checked: %1.</source>
        <translation>زیرِ جانچ فائلیں: %1۔</translation>
    </message>
    <message>
        <source>No document is attached: the application, the bank&apos;s letter, receipts.</source>
        <translation>کوئی دستاویز منسلک نہیں: درخواست، بینک کا خط، رسیدیں۔</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>فائلیں شامل کریں</translation>
    </message>
    <message>
        <source>Photos and PDF (*.jpg *.jpeg *.png *.pdf *.JPG *.JPEG *.PNG *.PDF)</source>
        <translation>تصویریں اور PDF (*.jpg *.jpeg *.png *.pdf *.JPG *.JPEG *.PNG *.PDF)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ہٹائیں</translation>
    </message>
    <message>
        <source>Remove the draft</source>
        <translation>مسودہ ہٹائیں</translation>
    </message>
    <message>
        <source>It was begun by mistake and goes from all lists.</source>
        <translation>یہ غلطی سے شروع ہوا اور سب فہرستوں سے نکل جاتا ہے۔</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تبدیل کریں…</translation>
    </message>
    <message>
        <source>Record money…</source>
        <translation>رقم درج کریں…</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>قسطوں کا شیڈول</translation>
    </message>
    <message>
        <source>Money that moved</source>
        <translation>رقم کا لین دین</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>واپس لے لیں</translation>
    </message>
    <message>
        <source>It was recorded by mistake and goes.</source>
        <translation>یہ غلطی سے درج ہوا اور نکل جاتا ہے۔</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>دستاویزات</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>فائلیں شامل کریں…</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>شرائط</translation>
    </message>
    <message>
        <source>Open the building</source>
        <translation>عمارت کھولیں</translation>
    </message>
    <message>
        <source>Steps so far</source>
        <translation>اب تک کے مراحل</translation>
    </message>
    <message>
        <source>Of which principal</source>
        <translation>اس میں سے اصل رقم</translation>
    </message>
    <message>
        <source>Of which grace</source>
        <translation>اس میں سے مہلت</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>درست کریں…</translation>
    </message>
</context>
<context>
    <name>LoanPhrases</name>
    <message>
        <source>What you entered is kept.</source>
        <translation>آپ کا اندراج محفوظ ہے۔</translation>
    </message>
    <message>
        <source>The loan does not take this money now.</source>
        <translation>قرض اس وقت یہ رقم نہیں لیتا۔</translation>
    </message>
    <message>
        <source>Look at its state: somebody may have moved it meanwhile.</source>
        <translation>اس کی حالت دیکھیں: شاید اس دوران کسی نے اسے آگے بڑھا دیا ہو۔</translation>
    </message>
    <message>
        <source>The amount is missing or cannot be right.</source>
        <translation>رقم درج نہیں یا درست نہیں ہو سکتی۔</translation>
    </message>
    <message>
        <source>Enter an amount of at least 1 paisa.</source>
        <translation>کم از کم 1 پیسے کی رقم لکھیں۔</translation>
    </message>
    <message>
        <source>More principal would be repaid than is paid.</source>
        <translation>ادا کی گئی رقم سے زیادہ اصل رقم واپس ہو رہی ہے۔</translation>
    </message>
    <message>
        <source>Enter what of the payment repays principal; the rest is mark-up.</source>
        <translation>لکھیں کہ ادائیگی میں سے کتنی اصل رقم ہے؛ باقی مارک اپ ہے۔</translation>
    </message>
    <message>
        <source>This is more than is left.</source>
        <translation>یہ باقی رقم سے زیادہ ہے۔</translation>
    </message>
    <message>
        <source>Enter at most what the page says is left.</source>
        <translation>زیادہ سے زیادہ اتنا لکھیں جتنا صفحہ باقی بتاتا ہے۔</translation>
    </message>
    <message>
        <source>The day is missing or cannot be right.</source>
        <translation>دن درج نہیں یا درست نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>Enter the day on which the money moved, such as 24 Nov 2026.</source>
        <translation>وہ دن لکھیں جب رقم منتقل ہوئی، جیسے 24 Nov 2026۔</translation>
    </message>
    <message>
        <source>This day has not come.</source>
        <translation>یہ دن ابھی نہیں آیا۔</translation>
    </message>
    <message>
        <source>Record money when it has moved.</source>
        <translation>رقم تب درج کریں جب وہ منتقل ہو جائے۔</translation>
    </message>
    <message>
        <source>On this day nothing was paid out yet.</source>
        <translation>اس دن تک کچھ ادا نہیں ہوا تھا۔</translation>
    </message>
    <message>
        <source>Enter the day of the first disbursement or a later one.</source>
        <translation>پہلی ادائیگی کا دن یا اس کے بعد کا دن لکھیں۔</translation>
    </message>
    <message>
        <source>What was recorded since rests on this payment.</source>
        <translation>بعد میں جو درج ہوا وہ اسی ادائیگی پر قائم ہے۔</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>کچھ بھی تبدیل نہیں ہوا۔</translation>
    </message>
    <message>
        <source>This building has a loan already.</source>
        <translation>اس عمارت کا قرض پہلے سے موجود ہے۔</translation>
    </message>
    <message>
        <source>Open that one. Another may follow when it is closed or declined.</source>
        <translation>اُسے کھولیں۔ اس کے بند یا نامنظور ہونے کے بعد دوسرا آ سکتا ہے۔</translation>
    </message>
    <message>
        <source>Nobody knows yet whose this building is.</source>
        <translation>ابھی معلوم نہیں کہ یہ عمارت کس کی ہے۔</translation>
    </message>
    <message>
        <source>Edit the building and name its owner; the owner borrows.</source>
        <translation>عمارت میں ترمیم کر کے مالک درج کریں؛ قرض مالک لیتا ہے۔</translation>
    </message>
    <message>
        <source>The amount is above the cap of the programme.</source>
        <translation>رقم پروگرام کی حد سے زیادہ ہے۔</translation>
    </message>
    <message>
        <source>Enter at most what the form names as the cap.</source>
        <translation>زیادہ سے زیادہ وہ رقم لکھیں جو فارم میں حد بتائی گئی ہے۔</translation>
    </message>
    <message>
        <source>Bank, amount and terms are fixed since the loan was approved.</source>
        <translation>قرض منظور ہونے کے بعد بینک، رقم اور شرائط نہیں بدلتیں۔</translation>
    </message>
    <message>
        <source>The bank&apos;s number and the notes can be changed.</source>
        <translation>بینک کا نمبر اور نوٹس بدلے جا سکتے ہیں۔</translation>
    </message>
    <message>
        <source>The grace is not shorter than the tenor.</source>
        <translation>مہلت مدت سے کم نہیں۔</translation>
    </message>
    <message>
        <source>The grace is part of the tenor: enter fewer months.</source>
        <translation>مہلت مدت کا حصہ ہے: کم مہینے لکھیں۔</translation>
    </message>
    <message>
        <source>KIBOR and spread are together more than 100 % a year.</source>
        <translation>کائبور اور اضافی شرح مل کر سالانہ 100 % سے زیادہ ہیں۔</translation>
    </message>
    <message>
        <source>Enter both as percent a year, such as 12.25 and 3.</source>
        <translation>دونوں سالانہ فیصد میں لکھیں، جیسے 12.25 اور 3۔</translation>
    </message>
    <message>
        <source>The policy that this loan names is not on this laptop.</source>
        <translation>یہ قرض جس پالیسی کا ذکر کرتا ہے وہ اس لیپ ٹاپ پر نہیں۔</translation>
    </message>
    <message>
        <source>Sync, then open the loan again.</source>
        <translation>مطابقت کریں، پھر قرض دوبارہ کھولیں۔</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودہ</translation>
    </message>
    <message>
        <source>Applied for</source>
        <translation>درخواست دی گئی</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>منظور شدہ</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>ادا شدہ</translation>
    </message>
    <message>
        <source>Clawed back</source>
        <translation>سبسڈی کی واپسی</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>نامنظور</translation>
    </message>
    <message>
        <source>Apply for it</source>
        <translation>درخواست دیں</translation>
    </message>
    <message>
        <source>Back to draft…</source>
        <translation>مسودے پر واپس…</translation>
    </message>
    <message>
        <source>Declined…</source>
        <translation>نامنظور…</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>رقم ادا کریں</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>بند کریں…</translation>
    </message>
    <message>
        <source>Claw back</source>
        <translation>سبسڈی واپس مانگیں</translation>
    </message>
    <message>
        <source>Lift the claw-back</source>
        <translation>سبسڈی کی واپسی ختم کریں</translation>
    </message>
    <message>
        <source>Paid out by the bank</source>
        <translation>بینک نے ادا کی</translation>
    </message>
    <message>
        <source>Repaid to the bank</source>
        <translation>بینک کو واپس کی گئی</translation>
    </message>
    <message>
        <source>Subsidy given back</source>
        <translation>سبسڈی واپس کی گئی</translation>
    </message>
    <message>
        <source>%1 a year, fixed</source>
        <translation>سالانہ %1، مقررہ</translation>
    </message>
    <message>
        <source>KIBOR %1 + %2 a year</source>
        <translation>کائبور %1 + %2 سالانہ</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 مہینہ</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 مہینے</translation>
    </message>
    <message>
        <source>1 loan</source>
        <translation>1 قرض</translation>
    </message>
    <message>
        <source>%1 loans</source>
        <translation>%1 قرضے</translation>
    </message>
    <message>
        <source>The loan was declined or closed meanwhile, so its documents stay as they are. Give this change up.</source>
        <translation>اس دوران قرض نامنظور یا بند ہو گیا، اس لیے اس کی دستاویزات جوں کی توں رہتی ہیں۔ یہ تبدیلی چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>The loan was applied for meanwhile, so it stays. Have it declined if it is not wanted.</source>
        <translation>اس دوران قرض کی درخواست دے دی گئی، اس لیے یہ برقرار ہے۔ اگر یہ نہیں چاہیے تو اسے نامنظور کرائیں۔</translation>
    </message>
    <message>
        <source>On the server the loan stands in another state, from which this step does not lead on. Sync, look at it again and give this one up.</source>
        <translation>سرور پر قرض کسی اور حالت میں ہے، جہاں سے یہ مرحلہ ممکن نہیں۔ مطابقت کریں، اسے دوبارہ دیکھیں اور یہ تبدیلی چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>The loan was approved meanwhile: bank, amount and terms are fixed. Give this up.</source>
        <translation>اس دوران قرض منظور ہو گیا: بینک، رقم اور شرائط اب نہیں بدلتیں۔ اسے چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>The building has a loan already: somebody recorded it from elsewhere. Change that one and give this one up.</source>
        <translation>اس عمارت کا قرض پہلے سے ہے: کسی نے کہیں اور سے درج کیا۔ اُسے تبدیل کریں اور اِسے چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>On the server the building has another owner. Give this one up and record the loan for that owner.</source>
        <translation>سرور پر عمارت کا مالک کوئی اور ہے۔ اسے چھوڑ دیں اور قرض اُس مالک کے نام درج کریں۔</translation>
    </message>
    <message>
        <source>The amount is above the cap of the policy. Enter less and send this again.</source>
        <translation>رقم پالیسی کی حد سے زیادہ ہے۔ کم لکھیں اور دوبارہ بھیجیں۔</translation>
    </message>
    <message>
        <source>The server has no policy of this version. Give this one up and record the loan anew.</source>
        <translation>سرور پر اس نسخے کی پالیسی نہیں۔ اسے چھوڑ دیں اور قرض نئے سرے سے درج کریں۔</translation>
    </message>
    <message>
        <source>With what others recorded meanwhile this is more than is left to pay out, to repay or to give back, or the loan does not take it any more. Look at it again and record what is right.</source>
        <translation>اس دوران دوسروں کے اندراج کے بعد یہ اس سے زیادہ ہے جو ادا کرنا، لوٹانا یا واپس کرنا باقی ہے، یا قرض اب اسے نہیں لیتا۔ دوبارہ دیکھیں اور جو درست ہو وہ درج کریں۔</translation>
    </message>
    <message>
        <source>Something is owed still, so this step needs a reason. Take it again and say why.</source>
        <translation>ابھی کچھ واجب الادا ہے، اس لیے اس مرحلے کی وجہ درکار ہے۔ دوبارہ کریں اور وجہ بتائیں۔</translation>
    </message>
    <message>
        <source>The bank approved it…</source>
        <translation>بینک نے منظور کر دیا…</translation>
    </message>
    <message>
        <source>The loan has documents.</source>
        <translation>اس قرض کی دستاویزات موجود ہیں۔</translation>
    </message>
    <message>
        <source>Remove them first, then the loan.</source>
        <translation>پہلے انہیں ہٹائیں، پھر قرض کو۔</translation>
    </message>
    <message>
        <source>Take the later ones back first. A payment that is wrong can be corrected.</source>
        <translation>پہلے بعد کی ادائیگیاں واپس لیں۔ غلط ادائیگی درست کی جا سکتی ہے۔</translation>
    </message>
    <message>
        <source>This payment is gone: it was taken back or corrected meanwhile.</source>
        <translation>یہ ادائیگی اب نہیں: اسی دوران واپس لی یا درست کی گئی۔</translation>
    </message>
    <message>
        <source>Look at the money that moved, and record what is missing.</source>
        <translation>منتقل شدہ رقمیں دیکھیں اور جو رہ گئی ہو درج کریں۔</translation>
    </message>
    <message>
        <source>The mark-up of this payment is more than the whole loan.</source>
        <translation>اس ادائیگی کا مارک اپ پورے قرض سے زیادہ ہے۔</translation>
    </message>
    <message>
        <source>Look at the amount and at its part of the principal once more.</source>
        <translation>رقم اور اس میں اصل رقم کا حصہ دوبارہ دیکھیں۔</translation>
    </message>
    <message>
        <source>The certificate of this building was revoked.</source>
        <translation>اس عمارت کی سند منسوخ ہو گئی۔</translation>
    </message>
    <message>
        <source>Nothing is paid out until it is reinstated or another one is issued. Otherwise decline the loan.</source>
        <translation>سند بحال یا نئی جاری ہونے تک کچھ ادا نہیں ہو گا۔ ورنہ قرض نامنظور کریں۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::LoanSheet</name>
    <message>
        <source>Change the loan</source>
        <translation>قرض تبدیل کریں</translation>
    </message>
    <message>
        <source>Record a loan</source>
        <translation>قرض درج کریں</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>مقررہ</translation>
    </message>
    <message>
        <source>KIBOR and a spread</source>
        <translation>کائبور اور اضافی شرح</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>بینک</translation>
    </message>
    <message>
        <source>The bank&apos;s number</source>
        <translation>بینک کا نمبر</translation>
    </message>
    <message>
        <source>Amount, Rs</source>
        <translation>رقم، روپے</translation>
    </message>
    <message>
        <source>Tenor with grace, months</source>
        <translation>مدت بشمول مہلت، مہینے</translation>
    </message>
    <message>
        <source>Grace, months</source>
        <translation>مہلت، مہینے</translation>
    </message>
    <message>
        <source>Mark-up</source>
        <translation>مارک اپ</translation>
    </message>
    <message>
        <source>Mark-up, % a year</source>
        <translation>مارک اپ، % سالانہ</translation>
    </message>
    <message>
        <source>KIBOR, % a year</source>
        <translation>کائبور، % سالانہ</translation>
    </message>
    <message>
        <source>Spread, % a year</source>
        <translation>اضافی شرح، % سالانہ</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>نوٹس</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>لکھنا جاری رکھیں</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>A number cannot be read, or is too large: digits, and at most two behind the point.</source>
        <translation>کوئی عدد پڑھا نہیں جا سکتا یا بہت بڑا ہے: صرف ہندسے، اور نقطے کے بعد زیادہ سے زیادہ دو۔</translation>
    </message>
    <message>
        <source>The amount is nothing.</source>
        <translation>رقم صفر ہے۔</translation>
    </message>
    <message>
        <source>The amount is above the cap of the programme, %1.</source>
        <translation>رقم پروگرام کی حد %1 سے زیادہ ہے۔</translation>
    </message>
    <message>
        <source>The tenor is at least one month.</source>
        <translation>مدت کم از کم ایک مہینہ ہے۔</translation>
    </message>
    <message>
        <source>The grace is part of the tenor and shorter than it.</source>
        <translation>مہلت مدت کا حصہ ہے اور اس سے کم ہوتی ہے۔</translation>
    </message>
    <message>
        <source>KIBOR and spread are together more than 100 % a year.</source>
        <translation>کائبور اور اضافی شرح مل کر سالانہ 100 % سے زیادہ ہیں۔</translation>
    </message>
    <message>
        <source>%1 a month after the grace; mark-up of %2 in all, of which the subsidy takes %3.</source>
        <translation>مہلت کے بعد ماہانہ %1؛ کل مارک اپ %2، جس میں سے %3 سبسڈی سے ادا ہوتا ہے۔</translation>
    </message>
    <message>
        <source>The programme&apos;s cap is %1 (policy %2). Where there is no grace, enter 0.</source>
        <translation>پروگرام کی حد %1 ہے (پالیسی %2)۔ جہاں مہلت نہ ہو وہاں 0 لکھیں۔</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>اسے ضائع کریں</translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation>آپ کا اندراج محفوظ نہیں ہوا۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::LoansModel</name>
    <message>
        <source>Building</source>
        <translation>عمارت</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>مالک</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>بینک</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>کب سے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::LoansPage</name>
    <message>
        <source>Loans</source>
        <translation>قرضے</translation>
    </message>
    <message>
        <source>Code or name of the building, owner, bank or city</source>
        <translation>عمارت کا کوڈ یا نام، مالک، بینک یا شہر</translation>
    </message>
    <message>
        <source>Filter by building, owner, bank or city</source>
        <translation>عمارت، مالک، بینک یا شہر سے چھانیں</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>%1 of %2 loans</source>
        <translation>%2 میں سے %1 قرضے</translation>
    </message>
    <message>
        <source>No loan matches. Clear the filters to see all.</source>
        <translation>کوئی قرض میل نہیں کھاتا۔ سب دیکھنے کے لیے چھان بین ہٹائیں۔</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>چھان بین ہٹائیں</translation>
    </message>
    <message>
        <source>No loan is recorded yet. Choose a building, and record the loan of its owner there.</source>
        <translation>ابھی کوئی قرض درج نہیں۔ کوئی عمارت چنیں اور وہاں اس کے مالک کا قرض درج کریں۔</translation>
    </message>
    <message>
        <source>Go to the buildings</source>
        <translation>عمارتوں پر جائیں</translation>
    </message>
    <message>
        <source>No loan is recorded yet. Officers record them at the building.</source>
        <translation>ابھی کوئی قرض درج نہیں۔ افسران انہیں عمارت پر درج کرتے ہیں۔</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>پروگرام</translation>
    </message>
</context>
<context>
    <name>markaz::ui::MainWindow</name>
    <message>
        <source>Markaz</source>
        <translation>مرکز</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ManifestModel</name>
    <message>
        <source>The visit as a whole</source>
        <translation>پورا دورہ</translation>
    </message>
    <message>
        <source>Of another version of the standard</source>
        <translation>معیار کے کسی اور نسخے کا</translation>
    </message>
    <message>
        <source>Signature: %1</source>
        <translation>دستخط: %1</translation>
    </message>
    <message>
        <source>%1, from revision %2</source>
        <translation>%1، نظرثانی %2 سے</translation>
    </message>
    <message>
        <source>Marked copy</source>
        <translation>نشان زدہ نقل</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>سرور پر</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ابھی نہیں</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>حصہ</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>شق</translation>
    </message>
    <message>
        <source>File</source>
        <translation>فائل</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>حجم</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>نئی فائل نے جگہ لی</translation>
    </message>
</context>
<context>
    <name>markaz::ui::MapLegend</name>
    <message>
        <source>Several, with the shares of their stages</source>
        <translation>کئی عمارتیں، ہر مرحلے کے تناسب کے ساتھ</translation>
    </message>
</context>
<context>
    <name>markaz::ui::MapPanel</name>
    <message>
        <source>Close the list</source>
        <translation>فہرست بند کریں</translation>
    </message>
    <message>
        <source>%1 cities</source>
        <translation>%1 شہر</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 اور مزید %2</translation>
    </message>
    <message>
        <source>Show it in the table</source>
        <translation>اسے جدول میں دکھائیں</translation>
    </message>
    <message>
        <source>Show all %1 in the table</source>
        <translation>تمام %1 جدول میں دکھائیں</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>markaz::ui::MarksCanvas</name>
    <message>
        <source>Photo to mark</source>
        <translation>نشان لگانے کی تصویر</translation>
    </message>
    <message>
        <source>Arrows move the cross, Space begins and ends a mark, Esc gives it up</source>
        <translation>تیر والی کلیدیں نشانے کو ہلاتی ہیں، Space سے نشان شروع اور ختم ہوتا ہے، Esc سے چھوڑ دیا جاتا ہے</translation>
    </message>
    <message>
        <source>Opening the picture</source>
        <translation>تصویر کھل رہی ہے</translation>
    </message>
    <message>
        <source>This picture cannot be read. The file itself is kept as it is.</source>
        <translation>یہ تصویر پڑھی نہیں جا سکتی۔ فائل جوں کی توں محفوظ ہے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::MeasurementEditor</name>
    <message>
        <source>Instrument</source>
        <translation>آلہ</translation>
    </message>
</context>
<context>
    <name>markaz::ui::MergeSheet</name>
    <message>
        <source>name %1 alike</source>
        <translation>نام %1 یکساں</translation>
    </message>
    <message>
        <source>distance not known</source>
        <translation>فاصلہ معلوم نہیں</translation>
    </message>
    <message>
        <source>%1 away</source>
        <translation>%1 دور</translation>
    </message>
    <message>
        <source>Take the merge of %1 back</source>
        <translation>%1 کا انضمام واپس لیں</translation>
    </message>
    <message>
        <source>Merge %1 into another building</source>
        <translation>%1 کو کسی اور عمارت میں ضم کریں</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>Take the merge back</source>
        <translation>انضمام واپس لیں</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>ضم کریں</translation>
    </message>
    <message>
        <source>Search for another one: code, name, address, owner</source>
        <translation>کوئی اور تلاش کریں: کوڈ، نام، پتہ، مالک</translation>
    </message>
    <message>
        <source>Search for another building</source>
        <translation>کوئی اور عمارت تلاش کریں</translation>
    </message>
    <message>
        <source>Buildings that this one may be once more</source>
        <translation>وہ عمارتیں جن کا یہ دوبارہ اندراج ہو سکتی ہے</translation>
    </message>
    <message>
        <source>Why they are two buildings after all</source>
        <translation>یہ دو الگ عمارتیں کیوں ہیں</translation>
    </message>
    <message>
        <source>How you know that they are one building</source>
        <translation>آپ کو کیسے معلوم ہے کہ یہ ایک ہی عمارت ہے</translation>
    </message>
    <message>
        <source>No other building is near it or has a name like it. Search for the other one.</source>
        <translation>نہ کوئی عمارت اس کے قریب ہے نہ کسی کا نام اس جیسا ہے۔ دوسری عمارت تلاش کریں۔</translation>
    </message>
    <message>
        <source>No other building matches.</source>
        <translation>کوئی اور عمارت میل نہیں کھاتی۔</translation>
    </message>
    <message>
        <source>%1 stands for itself again: lists and figures count it, and work can begin on it. Its own inspections, findings and certificates are shown with it and no longer with %2.</source>
        <translation>%1 پھر سے الگ عمارت ہو گی: فہرستیں اور اعداد اسے گنیں گے اور اس پر کام شروع ہو سکے گا۔ اس کے اپنے معائنے، نقائص اور اسناد اسی کے ساتھ دکھائے جائیں گے، %2 کے ساتھ نہیں۔</translation>
    </message>
    <message>
        <source>%2 stays; %1 leaves the lists, the map and the figures, and nothing new begins on it. Its inspections, findings and certificates keep their places and are shown with %2. Nothing is removed: search for %1 finds it, and the merge can be taken back.</source>
        <translation>%2 برقرار رہے گی؛ %1 فہرستوں، نقشے اور اعداد سے نکل جائے گی اور اس پر کوئی نیا کام شروع نہیں ہو گا۔ اس کے معائنے، نقائص اور اسناد اپنی جگہ رہیں گے اور %2 کے ساتھ دکھائے جائیں گے۔ کچھ ہٹایا نہیں جاتا: %1 تلاش کرنے پر ملے گی، اور انضمام واپس لیا جا سکتا ہے۔</translation>
    </message>
    <message>
        <source>What was merged into %1 before goes along to %2, and stays there when this merge is taken back.</source>
        <translation>جو عمارتیں پہلے %1 میں ضم ہوئیں وہ بھی %2 میں چلی جائیں گی، اور یہ انضمام واپس لینے پر وہیں رہیں گی۔</translation>
    </message>
    <message>
        <source>Merge into another building</source>
        <translation>کسی دوسری عمارت میں ضم کریں</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>The first %1 of %2 buildings. Type more of what you look for.</source>
        <translation>%2 میں سے پہلی %1 عمارتیں۔ جو تلاش کر رہے ہیں اس کے مزید الفاظ لکھیں۔</translation>
    </message>
    <message>
        <source>Throw the reason away</source>
        <translation>وجہ ترک کریں</translation>
    </message>
    <message>
        <source>What you have written is not saved.</source>
        <translation>آپ کا لکھا ہوا محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Reason (name no persons)</source>
        <translation>وجہ (کسی شخص کا نام نہ لکھیں)</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>لکھنا جاری رکھیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::MessageArea</name>
    <message>
        <source>Show 1 more message</source>
        <translation>1 مزید پیغام دکھائیں</translation>
    </message>
    <message>
        <source>Show %1 more messages</source>
        <translation>%1 مزید پیغامات دکھائیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>یہ پیغام بند کریں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::MonthSheet</name>
    <message>
        <source>Correct %1</source>
        <translation>%1 درست کریں</translation>
    </message>
    <message>
        <source>Record a month</source>
        <translation>مہینہ درج کریں</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>مہینہ</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>نشستیں</translation>
    </message>
    <message>
        <source>Seats taken</source>
        <translation>بھری نشستیں</translation>
    </message>
    <message>
        <source>Seat rate charged, Rs</source>
        <translation>وصول کیا گیا کرایہ، روپے</translation>
    </message>
    <message>
        <source>Freelancers</source>
        <translation>فری لانسر</translation>
    </message>
    <message>
        <source>Of them DG Skills</source>
        <translation>ان میں ڈیجی سکلز</translation>
    </message>
    <message>
        <source>Accountants and other staff</source>
        <translation>اکاؤنٹنٹ اور دیگر عملہ</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>تربیتیں</translation>
    </message>
    <message>
        <source>Community events</source>
        <translation>اجتماعی تقریبات</translation>
    </message>
    <message>
        <source>Export earnings told, US$</source>
        <translation>بتائی گئی برآمدی آمدنی، امریکی ڈالر</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>%1, which runs</source>
        <translation>%1، جو جاری ہے</translation>
    </message>
    <message>
        <source>More seats are taken than there are.</source>
        <translation>بھری نشستیں کل نشستوں سے زیادہ ہیں۔</translation>
    </message>
    <message>
        <source>Those of DG Skills are counted among the freelancers.</source>
        <translation>ڈیجی سکلز والے فری لانسروں میں شمار ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>An amount cannot be read: digits, and at most two behind the point.</source>
        <translation>ایک رقم پڑھی نہیں جا سکتی: صرف ہندسے، اور اعشاریے کے بعد زیادہ سے زیادہ دو۔</translation>
    </message>
    <message>
        <source>The rate is above the programme&apos;s ceiling of %1; it is saved all the same, and marked.</source>
        <translation>کرایہ پروگرام کی حد %1 سے زیادہ ہے؛ پھر بھی محفوظ ہو گا، اور اس پر نشان رہے گا۔</translation>
    </message>
    <message>
        <source>What members tell of their export earnings is voluntary: leave it empty where nobody did.</source>
        <translation>برآمدی آمدنی بتانا ارکان کی مرضی ہے: جہاں کسی نے نہ بتائی ہو خالی چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>منسوخ کریں</translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation>آپ کا اندراج محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Where there is nobody, enter 0.</source>
        <translation>جہاں کوئی نہ ہو وہاں 0 لکھیں۔</translation>
    </message>
    <message>
        <source>No month is left to record.</source>
        <translation>درج کرنے کے لیے کوئی مہینہ باقی نہیں۔</translation>
    </message>
    <message>
        <source>Each month of the last three years in which this centre was open with a certificate in force was reported.</source>
        <translation>پچھلے تین سال کا ہر وہ مہینہ درج ہو چکا ہے جس میں یہ مرکز نافذ سند کے ساتھ کھلا تھا۔</translation>
    </message>
    <message>
        <source>Correct one in the table of the centre, or come back when the next month runs.</source>
        <translation>مرکز کی جدول میں کسی مہینے کو درست کریں، یا اگلا مہینہ شروع ہونے پر واپس آئیں۔</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>لکھنا جاری رکھیں</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>لکھا ہوا ترک کریں</translation>
    </message>
</context>
<context>
    <name>MonthViews</name>
    <message>
        <source>Seats taken by month</source>
        <translation>ماہ بہ ماہ بھری نشستیں</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>بھری</translation>
    </message>
    <message>
        <source>Seats there were</source>
        <translation>موجود نشستیں</translation>
    </message>
    <message>
        <source>%1 of %2 seats taken</source>
        <translation>%2 میں سے %1 نشستیں بھری</translation>
    </message>
    <message>
        <source>Seat rate by month, Rs</source>
        <translation>ماہ بہ ماہ نشست کا کرایہ، روپے</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>لیا گیا</translation>
    </message>
    <message>
        <source>Ceiling of now</source>
        <translation>موجودہ حد</translation>
    </message>
    <message>
        <source>%1 a seat</source>
        <translation>%1 فی نشست</translation>
    </message>
    <message>
        <source>Members by month</source>
        <translation>ماہ بہ ماہ ارکان</translation>
    </message>
    <message>
        <source>DG Skills</source>
        <translation>ڈیجی سکلز</translation>
    </message>
    <message>
        <source>Other freelancers</source>
        <translation>دیگر فری لانسر</translation>
    </message>
    <message>
        <source>Other staff</source>
        <translation>دیگر عملہ</translation>
    </message>
    <message>
        <source>%1 freelancers, of them %2 of DG Skills, and %3 other staff</source>
        <translation>%1 فری لانسر، ان میں %2 ڈیجی سکلز کے، اور %3 دیگر عملہ</translation>
    </message>
    <message>
        <source>Trainings and community events by month</source>
        <translation>ماہ بہ ماہ تربیتیں اور اجتماعی تقریبات</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>تربیتیں</translation>
    </message>
    <message>
        <source>Community events</source>
        <translation>اجتماعی تقریبات</translation>
    </message>
    <message>
        <source>%1 trainings and %2 community events</source>
        <translation>%1 تربیتیں اور %2 اجتماعی تقریبات</translation>
    </message>
    <message>
        <source>Exports that members told, by month, US$</source>
        <translation>ارکان کی بتائی گئی برآمدات، ماہ بہ ماہ، امریکی ڈالر</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>بتائی گئی</translation>
    </message>
    <message>
        <source>nobody told of exports</source>
        <translation>کسی نے برآمدات نہیں بتائیں</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>نشستیں</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>کرایہ</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>ارکان</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>تقریبات</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>برآمدات</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>markaz::ui::MonthlySheet</name>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>پی ڈی ایف میں محفوظ کریں…</translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation>ماہانہ رپورٹ</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>مہینہ</translation>
    </message>
    <message>
        <source>%1, until today</source>
        <translation>%1، آج تک</translation>
    </message>
    <message>
        <source>Counting and writing %1</source>
        <translation>%1 کی گنتی اور تحریر جاری ہے</translation>
    </message>
    <message>
        <source>The report is saved as %1.</source>
        <translation>رپورٹ %1 کے نام سے محفوظ ہو گئی۔</translation>
    </message>
    <message>
        <source>Whoever has the file can read it.</source>
        <translation>جس کے پاس یہ فائل ہو وہ اسے پڑھ سکتا ہے۔</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>رپورٹ محفوظ کریں</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>پی ڈی ایف فائلیں (*.pdf)</translation>
    </message>
    <message>
        <source>One PDF for the ministry: each province of your account with its figures, charts and the certificates that expire next. It counts what the server had taken by the month’s end, as the last sync brought it, in the language in use.</source>
        <translation>وزارت کے لیے ایک پی ڈی ایف: آپ کے اکاؤنٹ کا ہر صوبہ اپنے اعداد، خاکوں اور ان اسناد کے ساتھ جن کی میعاد جلد ختم ہونے والی ہے۔ اس میں وہ شمار ہے جو مہینے کے آخر تک سرور وصول کر چکا تھا، جیسا آخری مطابقت میں آیا، اور اسی زبان میں جو اب استعمال ہو رہی ہے۔</translation>
    </message>
</context>
<context>
    <name>MonthlyWords</name>
    <message>
        <source>All of Pakistan</source>
        <translation>پورا پاکستان</translation>
    </message>
    <message>
        <source>These provinces together</source>
        <translation>یہ صوبے مل کر</translation>
    </message>
    <message>
        <source>Nothing happened here in %1.</source>
        <translation>%1 میں یہاں کچھ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>%1 of the %2 centres aimed at by %3 are certified.</source>
        <translation>%3 تک کے ہدف کے %2 مراکز میں سے %1 منظور شدہ ہیں۔</translation>
    </message>
    <message>
        <source>That is %1 behind the line.</source>
        <translation>یہ لکیر سے %1 پیچھے ہے۔</translation>
    </message>
    <message>
        <source>That is %1 ahead of the line.</source>
        <translation>یہ لکیر سے %1 آگے ہے۔</translation>
    </message>
    <message>
        <source>That is on the line.</source>
        <translation>یہ لکیر پر ہے۔</translation>
    </message>
    <message>
        <source>The month in figures</source>
        <translation>مہینہ اعداد میں</translation>
    </message>
    <message>
        <source>Buildings registered</source>
        <translation>درج شدہ عمارتیں</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>معائنے</translation>
    </message>
    <message>
        <source>Visits handed in</source>
        <translation>جمع کرائے گئے دورے</translation>
    </message>
    <message>
        <source>Of them: the visit could not be made</source>
        <translation>ان میں سے: دورہ نہ ہو سکا</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>واپس بھیجے گئے</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مسترد</translation>
    </message>
    <message>
        <source>Findings raised</source>
        <translation>درج شدہ نقائص</translation>
    </message>
    <message>
        <source>Findings mended, as a visit verified</source>
        <translation>درست ہونے والے نقائص، جن کی دورے سے تصدیق ہوئی</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>اسناد</translation>
    </message>
    <message>
        <source>Issued, full</source>
        <translation>جاری شدہ، مکمل</translation>
    </message>
    <message>
        <source>Issued, provisional</source>
        <translation>جاری شدہ، عارضی</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>تجدید شدہ</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>معطل</translation>
    </message>
    <message>
        <source>Reinstated</source>
        <translation>بحال شدہ</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>میعاد ختم</translation>
    </message>
    <message>
        <source>Appeals recorded</source>
        <translation>درج شدہ اپیلیں</translation>
    </message>
    <message>
        <source>Appeals allowed</source>
        <translation>منظور شدہ اپیلیں</translation>
    </message>
    <message>
        <source>Appeals dismissed</source>
        <translation>مسترد شدہ اپیلیں</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>اختتام پر</translation>
    </message>
    <message>
        <source>Certified centres</source>
        <translation>منظور شدہ مراکز</translation>
    </message>
    <message>
        <source>Quota line</source>
        <translation>کوٹے کی لکیر</translation>
    </message>
    <message>
        <source>Seats in certified centres</source>
        <translation>منظور شدہ مراکز میں نشستیں</translation>
    </message>
    <message>
        <source>Surveillance visits overdue</source>
        <translation>نگرانی کے دورے جن کا دن گزر گیا</translation>
    </message>
    <message>
        <source>Identified</source>
        <translation>شناخت شدہ</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>تفویض شدہ</translation>
    </message>
    <message>
        <source>Inspected</source>
        <translation>معائنہ شدہ</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>جائزہ شدہ</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>منظور شدہ</translation>
    </message>
    <message>
        <source>Pipeline: buildings that reached each stage in the twelve months to %1</source>
        <translation>مراحل: %1 تک کے بارہ مہینوں میں ہر مرحلے تک پہنچنے والی عمارتیں</translation>
    </message>
    <message>
        <source>Nothing: no building is registered here.</source>
        <translation>کچھ نہیں: یہاں کوئی عمارت درج نہیں۔</translation>
    </message>
    <message>
        <source>Certified centres at the end of each month, and the quota line</source>
        <translation>ہر مہینے کے اختتام پر منظور شدہ مراکز، اور کوٹے کی لکیر</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>مکمل</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>عارضی</translation>
    </message>
    <message>
        <source>Nothing was certified at the end of any of these twelve months.</source>
        <translation>ان بارہ مہینوں میں سے کسی کے اختتام پر کچھ منظور شدہ نہ تھا۔</translation>
    </message>
    <message>
        <source>Certified centres by province and tier, at the end of %1</source>
        <translation>صوبے اور درجے کے لحاظ سے منظور شدہ مراکز، %1 کے اختتام پر</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>صوبہ</translation>
    </message>
    <message>
        <source>All</source>
        <translation>سب</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>کوٹا</translation>
    </message>
    <message>
        <source>Nothing is certified.</source>
        <translation>کچھ منظور شدہ نہیں۔</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>کل</translation>
    </message>
    <message>
        <source>Items that failed most in %1</source>
        <translation>%1 میں سب سے زیادہ ناکام نکات</translation>
    </message>
    <message>
        <source>Nothing: no inspection of this month was scored.</source>
        <translation>کچھ نہیں: اس مہینے کے کسی معائنے کو نمبر نہیں ملے۔</translation>
    </message>
    <message>
        <source>Nothing failed.</source>
        <translation>کچھ ناکام نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Of the inspections that answered the item, and were not returned.</source>
        <translation>ان معائنوں میں سے جن میں اس نکتے کا جواب ہے اور جو واپس نہیں بھیجے گئے۔</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <translation>%2 میں سے %1 (%3)</translation>
    </message>
    <message>
        <source>Certificates that expire within %1 days after %2</source>
        <translation>وہ اسناد جن کی میعاد %2 کے بعد %1 دنوں میں ختم ہوگی</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>عمارت</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>درجہ بندی</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخری دن</translation>
    </message>
    <message>
        <source>Nothing expires in these days.</source>
        <translation>ان دنوں میں کسی کی میعاد ختم نہیں ہوتی۔</translation>
    </message>
    <message>
        <source>And %1 more, later in these days.</source>
        <translation>اور %1 مزید، انہی دنوں میں بعد میں۔</translation>
    </message>
    <message>
        <source>Monthly report on freelancing centres</source>
        <translation>فری لانسنگ مراکز کی ماہانہ رپورٹ</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1، %2 تک</translation>
    </message>
    <message>
        <source>Provinces</source>
        <translation>صوبے</translation>
    </message>
    <message>
        <source>Figures as of</source>
        <translation>اعداد کب تک کے ہیں</translation>
    </message>
    <message>
        <source>%1 (last sync)</source>
        <translation>%1 (آخری مطابقت)</translation>
    </message>
    <message>
        <source>never: this laptop has not reached a server yet</source>
        <translation>کبھی نہیں: یہ لیپ ٹاپ ابھی کسی سرور تک نہیں پہنچا</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>کس کے لیے بنی</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>all provinces</source>
        <translation>تمام صوبوں</translation>
    </message>
    <message>
        <source>The month is not over: it is counted until %1. The months beside it are whole.</source>
        <translation>مہینہ ابھی ختم نہیں ہوا: اسے %1 تک شمار کیا گیا ہے۔ ساتھ کے مہینے پورے ہیں۔</translation>
    </message>
    <message>
        <source>Made with Markaz on %1.</source>
        <translation>%1 کو مرکز پروگرام سے بنائی گئی۔</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>صفحہ %1 از %2</translation>
    </message>
    <message>
        <source>Sample data. %1</source>
        <translation>نمونے کا ڈیٹا۔ %1</translation>
    </message>
    <message>
        <source>That is no month.</source>
        <translation>یہ کوئی مہینہ نہیں۔</translation>
    </message>
    <message>
        <source>Write the year and the month, such as 2026-10.</source>
        <translation>سال اور مہینہ لکھیں، جیسے ⁦2026-10⁩۔</translation>
    </message>
    <message>
        <source>That month has not begun yet.</source>
        <translation>وہ مہینہ ابھی شروع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Choose this month or an earlier one.</source>
        <translation>یہ مہینہ یا اس سے پہلے کا کوئی چنیں۔</translation>
    </message>
    <message>
        <source>The programme began in %1: there is nothing to report of an earlier month.</source>
        <translation>پروگرام %1 میں شروع ہوا: اس سے پہلے کے مہینے کی کوئی رپورٹ نہیں۔</translation>
    </message>
    <message>
        <source>Choose a later month.</source>
        <translation>بعد کا کوئی مہینہ چنیں۔</translation>
    </message>
    <message>
        <source>The report was stopped.</source>
        <translation>رپورٹ روک دی گئی۔</translation>
    </message>
    <message>
        <source>Nothing was written; what was in the file before is still there.</source>
        <translation>کچھ نہیں لکھا گیا؛ فائل میں جو پہلے تھا وہ اب بھی ہے۔</translation>
    </message>
    <message>
        <source>This laptop last synced on %1: what came after is missing.</source>
        <translation>اس لیپ ٹاپ کی آخری مطابقت %1 کو ہوئی: جو اس کے بعد آیا وہ شامل نہیں۔</translation>
    </message>
    <message>
        <source>This laptop has not reached a server yet: what others recorded is missing.</source>
        <translation>یہ لیپ ٹاپ ابھی تک سرور تک نہیں پہنچا: جو دوسروں نے درج کیا وہ شامل نہیں۔</translation>
    </message>
    <message>
        <source>The last sync did not come to its end: records may be missing. Sync, then make the report again.</source>
        <translation>آخری مطابقت مکمل نہیں ہوئی: ممکن ہے کچھ ریکارڈ شامل نہ ہوں۔ مطابقت کریں، پھر رپورٹ دوبارہ بنائیں۔</translation>
    </message>
    <message>
        <source>%1 Records as of %2.</source>
        <translation>%1 ریکارڈ %2 تک کے ہیں۔</translation>
    </message>
    <message>
        <source>In brackets: the share of the stage before. Identified and assigned are all until %1, not of these months alone.</source>
        <translation>قوسین میں: پچھلے مرحلے کا حصہ۔ شناخت شدہ اور تفویض شدہ %1 تک کی سب ہیں، صرف ان مہینوں کی نہیں۔</translation>
    </message>
    <message>
        <source>Changes of this laptop that wait for the server are not counted: %1. They count in the month in which it takes them.</source>
        <translation>اس لیپ ٹاپ کی جو تبدیلیاں سرور کی منتظر ہیں وہ گنی نہیں گئیں: %1۔ وہ اس مہینے میں شمار ہوں گی جس میں سرور انہیں وصول کرے گا۔</translation>
    </message>
    <message>
        <source>Loans and subsidy</source>
        <translation>قرض اور سبسڈی</translation>
    </message>
    <message>
        <source>Paid out to owners</source>
        <translation>مالکان کو ادا شدہ</translation>
    </message>
    <message>
        <source>Paid back by owners</source>
        <translation>مالکان نے واپس ادا کیا</translation>
    </message>
    <message>
        <source>Given back of the subsidy</source>
        <translation>سبسڈی میں سے واپس ملا</translation>
    </message>
    <message>
        <source>Subsidy that fell due: Ignite</source>
        <translation>واجب ہونے والی سبسڈی: اگنائٹ</translation>
    </message>
    <message>
        <source>Subsidy that fell due: PSDP</source>
        <translation>واجب ہونے والی سبسڈی: پی ایس ڈی پی</translation>
    </message>
    <message>
        <source>Subsidy that fell due: not decided whose</source>
        <translation>واجب ہونے والی سبسڈی: کس کی، طے نہیں</translation>
    </message>
    <message>
        <source>Loans of owners, and the subsidy that they commit, as of now</source>
        <translation>مالکان کے قرض اور ان پر طے شدہ سبسڈی، موجودہ حالت</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>قرض</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>No loan is recorded here.</source>
        <translation>یہاں کوئی قرض درج نہیں۔</translation>
    </message>
    <message>
        <source>Subsidy of all months of the approved and the paid out</source>
        <translation>منظور اور ادا شدہ قرضوں کے تمام مہینوں کی سبسڈی</translation>
    </message>
    <message>
        <source>Ignite</source>
        <translation>اگنائٹ</translation>
    </message>
    <message>
        <source>PSDP</source>
        <translation>پی ایس ڈی پی</translation>
    </message>
    <message>
        <source>Not decided whose</source>
        <translation>کس کی، طے نہیں</translation>
    </message>
    <message>
        <source>Without the subsidy of %1 loans, whose policy is not on this laptop.</source>
        <translation>ان %1 قرضوں کی سبسڈی کے بغیر جن کی پالیسی اس لیپ ٹاپ پر نہیں۔</translation>
    </message>
    <message>
        <source>This report counts what the server had taken by the end of %1, of %2, as the last sync brought it to the laptop that made this: the server’s moment counts, not the laptops’ clocks. Made again later it says the same, unless a building is merged, moved or removed, a mended finding is opened again, or money of a loan is recorded late; how loans stand is of the last sync. Days are those of Pakistan’s clock.</source>
        <translation>یہ رپورٹ %2 کا وہ شمار دیتی ہے جو %1 کے اختتام تک سرور وصول کر چکا تھا، جیسا آخری مطابقت میں اسے بنانے والے لیپ ٹاپ پر آیا: سرور کا وقت شمار ہوتا ہے، لیپ ٹاپوں کی گھڑیاں نہیں۔ بعد میں دوبارہ بنائی جائے تو یہی کہے گی، سوائے اس کے کہ کوئی عمارت ضم، منتقل یا حذف ہو جائے، کوئی درست کیا گیا نقص دوبارہ کھل جائے، یا کسی قرض کی رقم دیر سے درج ہو؛ قرضوں کی حالت آخری مطابقت کی ہے۔ دن پاکستان کی گھڑی کے ہیں۔</translation>
    </message>
    <message>
        <source>Changes of buildings wait on this laptop: %1. What belongs to these buildings is counted as if the server had them. Sync, then make the report again.</source>
        <translation>اس لیپ ٹاپ پر عمارتوں کی تبدیلیاں منتظر ہیں: %1۔ ان عمارتوں سے متعلق چیزیں یوں شمار ہوئیں جیسے سرور کو مل چکی ہوں۔ مطابقت کریں، پھر رپورٹ دوبارہ بنائیں۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::MonthsChart</name>
    <message>
        <source>%1: nothing was reported</source>
        <translation>%1: کچھ رپورٹ نہیں ہوا</translation>
    </message>
</context>
<context>
    <name>markaz::ui::MonthsModel</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 اور %2</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>مہینہ</translation>
    </message>
    <message>
        <source>Seats taken</source>
        <translation>بھری نشستیں</translation>
    </message>
    <message>
        <source>Freelancers</source>
        <translation>فری لانسر</translation>
    </message>
    <message>
        <source>DG Skills</source>
        <translation>ڈیجی سکلز</translation>
    </message>
    <message>
        <source>Other staff</source>
        <translation>دیگر عملہ</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>کرایہ</translation>
    </message>
    <message>
        <source>Trainings, events</source>
        <translation>تربیت، تقریبات</translation>
    </message>
    <message>
        <source>Exports told</source>
        <translation>بتائی گئی برآمدات</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>درج کیا</translation>
    </message>
</context>
<context>
    <name>markaz::ui::NextBuildingsModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 میں سے %1</translation>
    </message>
    <message>
        <source>Points for: %1</source>
        <translation>نمبر برائے: %1</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>a place in a ranking</comment>
        <translation>شمار</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>عمارت</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Closes, seats</source>
        <translation>پوری نشستیں</translation>
    </message>
    <message>
        <source>Subsidy a seat</source>
        <translation>فی نشست سبسڈی</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>تیاری</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>درجہ</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Pts</source>
        <comment>points, short</comment>
        <translation>نمبر</translation>
    </message>
</context>
<context>
    <name>markaz::ui::OutboxModel</name>
    <message>
        <source>Waits</source>
        <translation>منتظر</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>راستے میں</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>رکا ہوا</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>ریکارڈ</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تبدیلی</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>چھوڑ دی گئی</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>تبدیل شدہ</translation>
    </message>
    <message>
        <source>Stands still</source>
        <translation>رکی ہوئی</translation>
    </message>
    <message>
        <source>Waits behind a rejected change. Open “Rejected” to mend it.</source>
        <translation>ایک مسترد تبدیلی کے پیچھے منتظر ہے۔ اسے درست کرنے کے لیے ”مسترد“ کھولیں۔</translation>
    </message>
    <message>
        <source>%1 changes: %2</source>
        <translation>%1 تبدیلیاں: %2</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>کب سے</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>ٹکراؤ طے ہو گیا</translation>
    </message>
    <message>
        <source>%1 was taken by another laptop: the code is %2 now.</source>
        <translation>%1 کوڈ کسی اور لیپ ٹاپ نے لے لیا تھا: اب کوڈ %2 ہے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::PageHeader</name>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
</context>
<context>
    <name>markaz::ui::PassphraseForm</name>
    <message>
        <source>Present passphrase</source>
        <translation>موجودہ پاس فریز</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>نیا پاس فریز</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>پاس فریز</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>ایک بار پھر</translation>
    </message>
    <message>
        <source>Keep it where only you find it: nobody can recover it.</source>
        <translation>اسے وہاں رکھیں جہاں صرف آپ کو ملے: اسے کوئی واپس نہیں لا سکتا۔</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>موجودہ پاس ورڈ</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>نیا پاس ورڈ</translation>
    </message>
    <message>
        <source>If it is ever lost, an administrator gives you a one-time code for another.</source>
        <translation>اگر آپ کبھی اسے بھول جائیں تو منتظم نئے پاس ورڈ کے لیے ایک بار کا کوڈ دیتا ہے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::PassphrasePage</name>
    <message>
        <source>Passphrase of this laptop</source>
        <translation>اس لیپ ٹاپ کا پاس فریز</translation>
    </message>
    <message>
        <source>It seals your records on this laptop and never leaves it</source>
        <translation>یہ اس لیپ ٹاپ پر آپ کے ریکارڈ مہر بند رکھتا ہے اور اس سے کبھی باہر نہیں جاتا</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>پاس فریز بدلیں</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>بدل دیں</translation>
    </message>
    <message>
        <source>Nothing is sealed anew: only the key is. Nobody can recover the new passphrase.</source>
        <translation>ریکارڈ دوبارہ مہر بند نہیں ہوتے، صرف ان کی کلید ہوتی ہے۔ نئے پاس فریز کو بھی کوئی واپس نہیں لا سکتا۔</translation>
    </message>
    <message>
        <source>Keyring of this computer</source>
        <translation>اس کمپیوٹر کا کی رِنگ</translation>
    </message>
    <message>
        <source>Ask for the passphrase at each start</source>
        <translation>ہر بار شروع میں پاس فریز پوچھیں</translation>
    </message>
    <message>
        <source>It remembers the passphrase: Markaz opens at the start for whoever is signed in to this computer as you. After it was locked, Markaz asks all the same.</source>
        <translation>اسے پاس فریز یاد ہے: جو اس کمپیوٹر پر آپ کے نام سے سائن اِن ہو، مرکز شروع میں اس کے لیے کھل جاتا ہے۔ مقفل ہونے کے بعد مرکز پھر بھی پوچھتا ہے۔</translation>
    </message>
    <message>
        <source>It does not remember the passphrase. You can let it on the page that unlocks Markaz.</source>
        <translation>اسے پاس فریز یاد نہیں۔ مرکز کھولنے کے صفحے پر آپ اس کی اجازت دے سکتے ہیں۔</translation>
    </message>
    <message>
        <source>The passphrase of this laptop is changed.</source>
        <translation>اس لیپ ٹاپ کا پاس فریز بدل گیا ہے۔</translation>
    </message>
    <message>
        <source>The old one opens nothing any more.</source>
        <translation>پرانے سے اب کچھ نہیں کھلتا۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::PasswordPage</name>
    <message>
        <source>Password of your account</source>
        <translation>آپ کے اکاؤنٹ کا پاس ورڈ</translation>
    </message>
    <message>
        <source>With it you sign in to the server; changing it needs a connection</source>
        <translation>اس سے آپ سرور پر سائن اِن کرتے ہیں؛ اسے بدلنے کے لیے رابطہ درکار ہے</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>پاس ورڈ بدلیں</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>بدل دیں</translation>
    </message>
    <message>
        <source>What it changes</source>
        <translation>اس سے کیا بدلتا ہے</translation>
    </message>
    <message>
        <source>You stay signed in on this laptop. Wherever else your account is signed in, that ends: sign in there with the new password. What waits to be sent there stays.</source>
        <translation>اس لیپ ٹاپ پر آپ سائن اِن رہتے ہیں۔ جہاں کہیں اور آپ کا اکاؤنٹ سائن اِن ہے، وہاں سیشن ختم ہو جاتا ہے: وہاں نئے پاس ورڈ سے سائن اِن کریں۔ وہاں جو بھیجے جانے کا منتظر ہے وہ محفوظ رہتا ہے۔</translation>
    </message>
    <message>
        <source>The passphrase of this laptop stays as it is: it never leaves the laptop, and has a page of its own.</source>
        <translation>اس لیپ ٹاپ کا پاس فریز جوں کا توں رہتا ہے: وہ لیپ ٹاپ سے باہر نہیں جاتا، اور اس کا اپنا صفحہ ہے۔</translation>
    </message>
    <message>
        <source>The password of your account is changed.</source>
        <translation>آپ کے اکاؤنٹ کا پاس ورڈ تبدیل ہو گیا۔</translation>
    </message>
    <message>
        <source>You stay signed in here; your sessions on other laptops have ended.</source>
        <translation>آپ یہاں سائن اِن ہیں؛ دوسرے لیپ ٹاپس پر آپ کے سیشن ختم ہو گئے۔</translation>
    </message>
    <message>
        <source>Sign in there with the new password.</source>
        <translation>وہاں نئے پاس ورڈ سے سائن اِن کریں۔</translation>
    </message>
    <message>
        <source>This is the passphrase of this laptop.</source>
        <translation>یہ اس لیپ ٹاپ کا پاس فریز ہے۔</translation>
    </message>
    <message>
        <source>The password of your account is as it was.</source>
        <translation>آپ کے اکاؤنٹ کا پاس ورڈ ویسا ہی ہے۔</translation>
    </message>
    <message>
        <source>Choose another: whoever learns the one must not have the other.</source>
        <translation>کوئی اور چنیں: جسے ایک معلوم ہو جائے اس کے پاس دوسرا نہیں ہونا چاہیے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::PaymentSheet</name>
    <message>
        <source>Record money</source>
        <translation>رقم درج کریں</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>کیا منتقل ہوا</translation>
    </message>
    <message>
        <source>Amount, Rs</source>
        <translation>رقم، روپے</translation>
    </message>
    <message>
        <source>On</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>لکھنا جاری رکھیں</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>An amount cannot be read, or is too large: digits, and at most two behind the point.</source>
        <translation>کوئی رقم پڑھی نہیں جا سکتی یا بہت بڑی ہے: صرف ہندسے، اور نقطے کے بعد زیادہ سے زیادہ دو۔</translation>
    </message>
    <message>
        <source>More principal would be repaid than is paid.</source>
        <translation>ادا کی گئی رقم سے زیادہ اصل رقم واپس ہو رہی ہے۔</translation>
    </message>
    <message>
        <source>This is more than is left.</source>
        <translation>یہ باقی رقم سے زیادہ ہے۔</translation>
    </message>
    <message>
        <source>This day has not come.</source>
        <translation>یہ دن ابھی نہیں آیا۔</translation>
    </message>
    <message>
        <source>Nothing was paid out on this day yet.</source>
        <translation>اس دن تک کچھ ادا نہیں ہوا تھا۔</translation>
    </message>
    <message>
        <source>Left to pay out: %1.</source>
        <translation>ادا کرنا باقی: %1۔</translation>
    </message>
    <message>
        <source>Principal left to repay: %1. What is paid beyond its principal is mark-up.</source>
        <translation>واپسی کے لیے باقی اصل رقم: %1۔ اصل رقم سے زیادہ جو ادا ہو وہ مارک اپ ہے۔</translation>
    </message>
    <message>
        <source>Left to give back: %1.</source>
        <translation>واپس کرنا باقی: %1۔</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>اسے ضائع کریں</translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation>آپ کا اندراج محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Of which principal, Rs</source>
        <translation>اس میں سے اصل رقم، روپے</translation>
    </message>
    <message>
        <source>Correct the payment</source>
        <translation>ادائیگی درست کریں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::PaymentsModel</name>
    <message>
        <source>On</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>کیا منتقل ہوا</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>درج کرنے والا</translation>
    </message>
    <message>
        <source>Of which principal</source>
        <translation>اس میں سے اصل رقم</translation>
    </message>
</context>
<context>
    <name>markaz::ui::PhotoMarks</name>
    <message>
        <source>Mark a copy of a photo</source>
        <translation>تصویر کی نقل پر نشان لگائیں</translation>
    </message>
    <message>
        <source>Saving the marked copy</source>
        <translation>نشان زدہ نقل محفوظ ہو رہی ہے</translation>
    </message>
    <message>
        <source>Mark a copy of %1</source>
        <translation>%1 کی نقل پر نشان لگائیں</translation>
    </message>
    <message>
        <source>Save the marked copy</source>
        <translation>نشان زدہ نقل محفوظ کریں</translation>
    </message>
    <message>
        <source>What to draw</source>
        <translation>کیا بنانا ہے</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>تیر</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>دائرہ</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الفاظ</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>تراشیں</translation>
    </message>
    <message>
        <source>Colour of the marks</source>
        <translation>نشانوں کا رنگ</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>سرخ</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>زرد</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>نیلا</translation>
    </message>
    <message>
        <source>Words to write</source>
        <translation>لکھنے کے الفاظ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Takes the last mark back (Ctrl+Z)</source>
        <translation>آخری نشان واپس لیتا ہے (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>دوبارہ کریں</translation>
    </message>
    <message>
        <source>Draws it again (Ctrl+Y)</source>
        <translation>اسے دوبارہ بناتا ہے (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Drag over what the copy keeps</source>
        <translation>نقل میں رکھنے والے حصے پر گھسیٹیں</translation>
    </message>
    <message>
        <source>Drag on the photo; the original stays as it is</source>
        <translation>تصویر پر گھسیٹیں؛ اصل جوں کی توں رہتی ہے</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>Throw the marks away</source>
        <translation>نشان ضائع کریں</translation>
    </message>
    <message>
        <source>Your marks are not saved.</source>
        <translation>آپ کے نشان محفوظ نہیں ہوئے۔</translation>
    </message>
    <message>
        <source>Words to write, then Enter or press on the photo</source>
        <translation>الفاظ لکھیں، پھر Enter دبائیں یا تصویر پر دبائیں</translation>
    </message>
    <message>
        <source>The copy is being made, also when you go on</source>
        <translation>نقل بن رہی ہے، آپ آگے بڑھ جائیں تب بھی بنتی رہے گی</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>Go on marking</source>
        <translation>نشان لگانا جاری رکھیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::PhotoStrip</name>
    <message>
        <source>Not here yet</source>
        <translation>ابھی یہاں نہیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::PhotoViewer</name>
    <message>
        <source>File viewer</source>
        <translation>فائل دیکھیں</translation>
    </message>
    <message>
        <source>Previous file</source>
        <translation>پچھلی فائل</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>اگلی فائل</translation>
    </message>
    <message>
        <source>Fetch it now</source>
        <translation>ابھی لائیں</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>نقل محفوظ کریں…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ہٹائیں</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>%1 of %2. %3</source>
        <translation>%2 میں سے %1۔ %3</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>نقل محفوظ کریں</translation>
    </message>
    <message>
        <source>This file is on the server and not on this laptop yet.</source>
        <translation>یہ فائل سرور پر ہے اور ابھی اس لیپ ٹاپ پر نہیں۔</translation>
    </message>
    <message>
        <source>This file is still on the inspector’s laptop. It comes by itself.</source>
        <translation>یہ فائل ابھی انسپکٹر کے لیپ ٹاپ پر ہے۔ خود آ جائے گی۔</translation>
    </message>
    <message>
        <source>A document: save a copy to read it.</source>
        <translation>دستاویز: پڑھنے کے لیے نقل محفوظ کریں۔</translation>
    </message>
    <message>
        <source>Opening the picture</source>
        <translation>تصویر کھل رہی ہے</translation>
    </message>
    <message>
        <source>This picture cannot be read. The file itself is kept as it is.</source>
        <translation>یہ تصویر پڑھی نہیں جا سکتی۔ فائل جوں کی توں محفوظ ہے۔</translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation>نشان لگائیں…</translation>
    </message>
    <message>
        <source>Draws arrows, circles and words on a copy; the photo stays as it is</source>
        <translation>نقل پر تیر، دائرے اور الفاظ بناتا ہے؛ تصویر جوں کی توں رہتی ہے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::PolicyPage</name>
    <message>
        <source>Programme</source>
        <translation>پروگرام</translation>
    </message>
    <message>
        <source>New version…</source>
        <translation>نیا نسخہ…</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>نسخے</translation>
    </message>
    <message>
        <source>Versions of the policy</source>
        <translation>پالیسی کے نسخے</translation>
    </message>
    <message>
        <source>What to show of the version</source>
        <translation>نسخے کا کیا دکھائیں</translation>
    </message>
    <message>
        <source>Figures of the policy</source>
        <translation>پالیسی کے اعداد</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>ابھی بھیجا نہیں گیا</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>نافذ</translation>
    </message>
    <message>
        <source>Not in force yet</source>
        <translation>ابھی نافذ نہیں</translation>
    </message>
    <message>
        <source>Was in force</source>
        <translation>پہلے نافذ تھا</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>%1 سے</translation>
    </message>
    <message>
        <source>As reported by the press</source>
        <translation>اخبارات کے مطابق</translation>
    </message>
    <message>
        <source>Policy %1, in force since %2</source>
        <translation>پالیسی %1، %2 سے نافذ</translation>
    </message>
    <message>
        <source>Policy %1, in force</source>
        <translation>پالیسی %1، نافذ</translation>
    </message>
    <message>
        <source>Version %1 waits for the server&apos;s word.</source>
        <translation>نسخہ %1 سرور کے جواب کا منتظر ہے۔</translation>
    </message>
    <message>
        <source>It is kept on this laptop and in force nowhere.</source>
        <translation>یہ اس لیپ ٹاپ پر محفوظ ہے اور کہیں نافذ نہیں۔</translation>
    </message>
    <message>
        <source>It is sent with the next sync.</source>
        <translation>اگلی ہم آہنگی کے ساتھ بھیجا جائے گا۔</translation>
    </message>
    <message>
        <source>Version %1 is published.</source>
        <translation>نسخہ %1 شائع ہو گیا۔</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>اعداد</translation>
    </message>
    <message>
        <source>What it changed from version %1</source>
        <translation>نسخہ %1 سے کیا بدلا</translation>
    </message>
    <message>
        <source>Figures as the press reported them. None of them is an order of the ministry; an administrator publishes the next version.</source>
        <translation>اعداد جیسے اخبارات نے بتائے۔ ان میں سے کوئی وزارت کا حکم نہیں؛ اگلا نسخہ منتظم شائع کرتا ہے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::PolicyRowsModel</name>
    <message>
        <source>The policy says nothing of it yet.</source>
        <translation>پالیسی ابھی اس بارے میں کچھ نہیں کہتی۔</translation>
    </message>
    <message>
        <source>Budgets by fiscal year</source>
        <translation>مالی سال کے لحاظ سے بجٹ</translation>
    </message>
    <message>
        <source>Tiers of cities</source>
        <translation>شہروں کے درجے</translation>
    </message>
    <message>
        <source>As in the list of cities</source>
        <translation>جیسے شہروں کی فہرست میں</translation>
    </message>
    <message>
        <source>When a centre is an e-employment centre</source>
        <translation>مرکز کب ای ملازمت مرکز ہے</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>پہلے</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>قدر</translation>
    </message>
    <message>
        <source>Where it was decided</source>
        <translation>کہاں طے ہوا</translation>
    </message>
</context>
<context>
    <name>markaz::ui::PolicySheet</name>
    <message>
        <source>%1 of the policy</source>
        <translation>پالیسی کا %1</translation>
    </message>
    <message>
        <source>made from version %1</source>
        <translation>نسخہ %1 سے بنایا گیا</translation>
    </message>
    <message>
        <source>The quotas add up to %1.</source>
        <translation>کوٹوں کا مجموعہ %1 ہے۔</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>اسے ضائع کریں</translation>
    </message>
    <message>
        <source>What you entered is not published.</source>
        <translation>جو آپ نے درج کیا وہ شائع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>One field is not right yet.</source>
        <translation>ایک خانہ ابھی درست نہیں۔</translation>
    </message>
    <message>
        <source>%1 fields are not right yet.</source>
        <translation>%1 خانے ابھی درست نہیں۔</translation>
    </message>
    <message>
        <source>Nothing was published.</source>
        <translation>کچھ شائع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Each says below it what it needs.</source>
        <translation>ہر خانے کے نیچے لکھا ہے کہ اسے کیا چاہیے۔</translation>
    </message>
    <message>
        <source>Publish version %1</source>
        <translation>نسخہ %1 شائع کریں</translation>
    </message>
    <message>
        <source>Publish it for good</source>
        <translation>حتمی طور پر شائع کریں</translation>
    </message>
    <message>
        <source>Figures that change: %1. In force from %2. Every laptop fetches it, and nothing takes it back: what was computed under an older version stays as it is.</source>
        <translation>بدلنے والے اعداد: %1۔ %2 سے نافذ۔ ہر لیپ ٹاپ اسے حاصل کرے گا اور یہ واپس نہیں ہو سکتا: پرانے نسخے کے تحت جو حساب ہوا وہ ویسا ہی رہے گا۔</translation>
    </message>
    <message>
        <source>Where it was decided</source>
        <translation>کہاں طے ہوا</translation>
    </message>
    <message>
        <source>When it comes into force</source>
        <translation>کب نافذ ہوگا</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از</translation>
    </message>
    <message>
        <source>Targets and quotas</source>
        <translation>اہداف اور کوٹے</translation>
    </message>
    <message>
        <source>Start of the programme</source>
        <translation>پروگرام کا آغاز</translation>
    </message>
    <message>
        <source>Day on which the quota line begins</source>
        <translation>وہ دن جس سے کوٹے کی لکیر شروع ہوتی ہے</translation>
    </message>
    <message>
        <source>Seat in a centre, a month</source>
        <translation>مرکز میں نشست، ماہانہ</translation>
    </message>
    <message>
        <source>Lowest, Rs</source>
        <translation>کم سے کم، روپے</translation>
    </message>
    <message>
        <source>Ceiling, Rs</source>
        <translation>بالائی حد، روپے</translation>
    </message>
    <message>
        <source>Seat on the market, a month</source>
        <translation>بازار میں نشست، ماہانہ</translation>
    </message>
    <message>
        <source>From, Rs</source>
        <translation>از، روپے</translation>
    </message>
    <message>
        <source>To, Rs</source>
        <translation>تا، روپے</translation>
    </message>
    <message>
        <source>Loan of an owner</source>
        <translation>مالک کا قرض</translation>
    </message>
    <message>
        <source>At most, Rs</source>
        <translation>زیادہ سے زیادہ، روپے</translation>
    </message>
    <message>
        <source>Subsidy of the mark-up</source>
        <translation>مارک اپ کی سبسڈی</translation>
    </message>
    <message>
        <source>Centres in the larger cities</source>
        <translation>بڑے شہروں کے مراکز</translation>
    </message>
    <message>
        <source>Area at least, sq ft</source>
        <translation>کم از کم رقبہ، مربع فٹ</translation>
    </message>
    <message>
        <source>Seats at least</source>
        <translation>کم از کم نشستیں</translation>
    </message>
    <message>
        <source>When a centre is an e-employment centre</source>
        <translation>مرکز کب ای ملازمت مرکز ہے</translation>
    </message>
    <message>
        <source>Other staff of all members, at least %</source>
        <translation>تمام ارکان میں دیگر عملہ، کم از کم %</translation>
    </message>
    <message>
        <source>Other staff at least</source>
        <translation>دیگر عملہ کم از کم</translation>
    </message>
    <message>
        <source>Both empty: undecided</source>
        <translation>دونوں خالی: غیر طے شدہ</translation>
    </message>
    <message>
        <source>Budgets for the subsidy</source>
        <translation>سبسڈی کے بجٹ</translation>
    </message>
    <message>
        <source>by fiscal year, July to June</source>
        <translation>مالی سال کے لحاظ سے، جولائی تا جون</translation>
    </message>
    <message>
        <source>Tiers of cities</source>
        <translation>شہروں کے درجے</translation>
    </message>
    <message>
        <source>only those that differ from the list of cities</source>
        <translation>صرف وہ جو شہروں کی فہرست سے مختلف ہیں</translation>
    </message>
    <message>
        <source>Centres aimed at</source>
        <translation>مراکز کا ہدف</translation>
    </message>
    <message>
        <source>By</source>
        <translation>تک</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>طے شدہ</translation>
    </message>
    <message>
        <source>Subsidised, %</source>
        <translation>سبسڈی، %</translation>
    </message>
    <message>
        <source>Its split</source>
        <translation>اس کی تقسیم</translation>
    </message>
    <message>
        <source>Ignite, %</source>
        <translation>اگنائٹ، %</translation>
    </message>
    <message>
        <source>PSDP, %</source>
        <translation>پی ایس ڈی پی، %</translation>
    </message>
    <message>
        <source>What the new version changes</source>
        <translation>نیا نسخہ کیا بدلتا ہے</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>لکھنا جاری رکھیں</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>فارم پر واپس</translation>
    </message>
    <message>
        <source>See what changes</source>
        <translation>دیکھیں کیا بدلے گا</translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>In force from</source>
        <translation>کب سے نافذ</translation>
    </message>
    <message>
        <source>Start of the programme</source>
        <translation>پروگرام کا آغاز</translation>
    </message>
    <message>
        <source>Seat in a centre, lowest, a month</source>
        <translation>مرکز میں نشست، کم سے کم، ماہانہ</translation>
    </message>
    <message>
        <source>Seat in a centre, ceiling, a month</source>
        <translation>مرکز میں نشست، بالائی حد، ماہانہ</translation>
    </message>
    <message>
        <source>Seat on the market, from, a month</source>
        <translation>بازار میں نشست، از، ماہانہ</translation>
    </message>
    <message>
        <source>Seat on the market, to, a month</source>
        <translation>بازار میں نشست، تا، ماہانہ</translation>
    </message>
    <message>
        <source>Most that a loan may be</source>
        <translation>قرض زیادہ سے زیادہ</translation>
    </message>
    <message>
        <source>Subsidised share of the mark-up</source>
        <translation>مارک اپ کا سبسڈی والا حصہ</translation>
    </message>
    <message>
        <source>Split of the subsidy</source>
        <translation>سبسڈی کی تقسیم</translation>
    </message>
    <message>
        <source>Larger cities, least area</source>
        <translation>بڑے شہر، کم از کم رقبہ</translation>
    </message>
    <message>
        <source>Larger cities, least seats</source>
        <translation>بڑے شہر، کم از کم نشستیں</translation>
    </message>
    <message>
        <source>E-employment, least share of other staff</source>
        <translation>ای ملازمت، دیگر عملے کا کم از کم حصہ</translation>
    </message>
    <message>
        <source>E-employment, least other staff</source>
        <translation>ای ملازمت، کم از کم دیگر عملہ</translation>
    </message>
    <message>
        <source>Nothing was published.</source>
        <translation>کچھ شائع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>What you entered is kept.</source>
        <translation>جو آپ نے درج کیا وہ محفوظ ہے۔</translation>
    </message>
    <message>
        <source>Another version waits for the server&apos;s word.</source>
        <translation>ایک اور نسخہ سرور کے جواب کا منتظر ہے۔</translation>
    </message>
    <message>
        <source>Sync, then publish this one.</source>
        <translation>ہم آہنگ کریں، پھر یہ شائع کریں۔</translation>
    </message>
    <message>
        <source>Another version was published meanwhile.</source>
        <translation>اس دوران ایک اور نسخہ شائع ہو گیا۔</translation>
    </message>
    <message>
        <source>Lock and unlock: what you entered comes back over the newest version.</source>
        <translation>مقفل کر کے کھولیں: جو آپ نے درج کیا وہ تازہ ترین نسخے پر واپس آ جائے گا۔</translation>
    </message>
    <message>
        <source>No figure differs from the version before.</source>
        <translation>کوئی عدد پچھلے نسخے سے مختلف نہیں۔</translation>
    </message>
    <message>
        <source>Change what was decided, or leave the form.</source>
        <translation>جو طے ہوا اسے بدلیں، یا فارم چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>The newest version of the policy was written by a newer program.</source>
        <translation>پالیسی کا تازہ ترین نسخہ ایک نئے پروگرام نے لکھا ہے۔</translation>
    </message>
    <message>
        <source>Update Markaz on this laptop.</source>
        <translation>اس لیپ ٹاپ پر مرکز کو تازہ کریں۔</translation>
    </message>
    <message>
        <source>Quota of %1</source>
        <translation>%1 کا کوٹا</translation>
    </message>
    <message>
        <source>Target day</source>
        <translation>ہدف کا دن</translation>
    </message>
    <message>
        <source>Centres aimed at</source>
        <translation>مراکز کا ہدف</translation>
    </message>
    <message>
        <source>Budget %1, Ignite</source>
        <translation>بجٹ %1، اگنائٹ</translation>
    </message>
    <message>
        <source>Budget %1, PSDP</source>
        <translation>بجٹ %1، پی ایس ڈی پی</translation>
    </message>
    <message>
        <source>Tier of %1</source>
        <translation>%1 کا درجہ</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>غیر طے شدہ</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>نسخہ %1</translation>
    </message>
    <message>
        <source>%1 Ignite, %2 PSDP</source>
        <translation>%1 اگنائٹ، %2 پی ایس ڈی پی</translation>
    </message>
    <message>
        <source>The policy has no rule yet</source>
        <translation>پالیسی میں ابھی کوئی قاعدہ نہیں</translation>
    </message>
    <message>
        <source>at least %1 of all members</source>
        <translation>تمام ارکان کا کم از کم %1</translation>
    </message>
    <message>
        <source>at least %1 people</source>
        <translation>کم از کم %1 افراد</translation>
    </message>
    <message>
        <source>Yes: %1 of %2 members are other staff. The rule: %3</source>
        <translation>ہاں: %2 ارکان میں سے %1 دیگر عملہ ہیں۔ قاعدہ: %3</translation>
    </message>
    <message>
        <source>No: %1 of %2 members are other staff. The rule: %3</source>
        <translation>نہیں: %2 ارکان میں سے %1 دیگر عملہ ہیں۔ قاعدہ: %3</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>%1 سے %2 تک۔</translation>
    </message>
    <message>
        <source>The target&apos;s day lies before the start of the programme.</source>
        <translation>ہدف کا دن پروگرام کے آغاز سے پہلے ہے۔</translation>
    </message>
    <message>
        <source>The version before comes into force later: this one may not lie before it.</source>
        <translation>پچھلا نسخہ اس کے بعد نافذ ہوتا ہے: یہ اس سے پہلے نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>Less than the lower one beside it.</source>
        <translation>ساتھ والی نچلی رقم سے کم۔</translation>
    </message>
    <message>
        <source>The quotas add up to %1 and not to %2.</source>
        <translation>کوٹوں کا مجموعہ %1 ہے، %2 نہیں۔</translation>
    </message>
    <message>
        <source>This fiscal year stands there already.</source>
        <translation>یہ مالی سال پہلے سے موجود ہے۔</translation>
    </message>
    <message>
        <source>A fiscal year such as 2026-27, July to June.</source>
        <translation>مالی سال جیسے 2026-27، جولائی تا جون۔</translation>
    </message>
    <message>
        <source>This day is past. What was computed since is not computed anew.</source>
        <translation>یہ دن گزر چکا۔ اس کے بعد جو حساب ہوا وہ دوبارہ نہیں ہوتا۔</translation>
    </message>
    <message>
        <source>A day such as 14 Mar 2027, in the years 2000 to 2099.</source>
        <translation>دن جیسے 14 Mar 2027، سال 2000 تا 2099 میں۔</translation>
    </message>
    <message>
        <source>Say where this was decided: the order or letter, and its day.</source>
        <translation>بتائیں کہ یہ کہاں طے ہوا: حکم نامہ یا خط، اور اس کی تاریخ۔</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>یہ ضروری ہے۔</translation>
    </message>
    <message>
        <source>There is no such place in the list of provinces and cities.</source>
        <translation>صوبوں اور شہروں کی فہرست میں ایسی کوئی جگہ نہیں۔</translation>
    </message>
    <message>
        <source>This cannot be read.</source>
        <translation>یہ پڑھا نہیں جا سکتا۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::PositionField</name>
    <message>
        <source>From a photo…</source>
        <translation>تصویر سے…</translation>
    </message>
    <message>
        <source>Photo that was taken at the building</source>
        <translation>عمارت پر لی گئی تصویر</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.JPG *.JPEG)</source>
        <translation>تصویریں (*.jpg *.jpeg *.JPG *.JPEG)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>روکیں</translation>
    </message>
    <message>
        <source>From the GPS receiver</source>
        <translation>جی پی ایس ریسیور سے</translation>
    </message>
    <message>
        <source>Stop listening to the GPS receiver</source>
        <translation>جی پی ایس ریسیور کو سننا بند کریں</translation>
    </message>
    <message>
        <source>Listening to the receiver at %1</source>
        <translation>%1 پر ریسیور کو سنا جا رہا ہے</translation>
    </message>
    <message>
        <source>accurate to %1</source>
        <translation>%1 تک درست</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ProgrammeTabs</name>
    <message>
        <source>Pages of the programme</source>
        <translation>پروگرام کے صفحے</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>قرض</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>منظرنامہ</translation>
    </message>
    <message>
        <source>Next centres</source>
        <translation>اگلے مراکز</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>پالیسی</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ProvinceChart</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 میں سے %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 certified of a quota of %3 (%4)</source>
        <translation>%1: %3 کے کوٹے میں سے %2 منظور شدہ (%4)</translation>
    </message>
    <message>
        <source>%1: %2 certified (%3)</source>
        <translation>%1: %2 منظور شدہ (%3)</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>یہاں دیکھیں:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>پیچھے</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>پیچھے جائیں</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>آگے</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>آگے جائیں</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>اوپر والا فولڈر</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>اوپر والے فولڈر میں جائیں</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>نیا فولڈر بنائیں</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>ایک نیا فولڈر بنائیں</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>فہرست</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>فہرست کی صورت میں دکھائیں</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>تفصیل</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>تفصیل کی صورت میں دکھائیں</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>پہلو کی فہرست</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>جگہوں اور نشانیوں کی فہرست</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>فائلیں</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>فائل کا نام:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>فائل کی قسم:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>کھولیں</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>نام بدلیں</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>حذف کریں</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>چھپی ہوئی فائلیں دکھائیں</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>نیا فولڈر</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ہٹائیں</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>حالیہ جگہیں</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 پہلے سے موجود ہے۔
کیا آپ اس کی جگہ نئی فائل رکھنا چاہتے ہیں؟</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
یہ فائل نہیں ملی۔
دیکھ لیں کہ فائل کا نام درست لکھا ہے۔</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>سب فائلیں (*)</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>فولڈر</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>حجم</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>آخری تبدیلی</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>کمپیوٹر</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>دوبارہ کریں</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>کاٹیں</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>نقل کریں</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>چسپاں کریں</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف کریں</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>سب منتخب کریں</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>ٹھیک ہے</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>کھولیں</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>ہاں</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>نہیں</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>لاگو کریں</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>چھوڑ دیں</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>دوبارہ کریں</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>کاٹیں</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>نقل کریں</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>چسپاں کریں</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف کریں</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>سب منتخب کریں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::Rail</name>
    <message>
        <source>Collapse</source>
        <translation>سمیٹیں</translation>
    </message>
    <message>
        <source>Show the names of the pages</source>
        <translation>صفحات کے نام دکھائیں</translation>
    </message>
    <message>
        <source>Collapse to icons</source>
        <translation>صرف نشانات دکھائیں</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>صفحات</translation>
    </message>
    <message>
        <source>Markaz</source>
        <translation>مرکز</translation>
    </message>
</context>
<context>
    <name>markaz::ui::RankingPane</name>
    <message>
        <source>What counts</source>
        <translation>کیا اہم ہے</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>پہلے جیسا</translation>
    </message>
    <message>
        <source>Weights and assumptions as they were at first</source>
        <translation>وزن اور مفروضے شروع کی طرح</translation>
    </message>
    <message>
        <source>Where no loan is recorded yet</source>
        <translation>جہاں ابھی قرض درج نہیں</translation>
    </message>
    <message>
        <source>Weight of: %1</source>
        <translation>وزن: %1</translation>
    </message>
    <message>
        <source>Loan for a seat, Rs</source>
        <translation>فی نشست قرض، روپے</translation>
    </message>
    <message>
        <source>Mark-up a year, %</source>
        <translation>سالانہ مارک اپ، %</translation>
    </message>
    <message>
        <source>Tenor, months</source>
        <translation>مدت، مہینے</translation>
    </message>
    <message>
        <source>Grace, months</source>
        <translation>مہلت، مہینے</translation>
    </message>
    <message>
        <source>The loan for a seat must be an amount, at most %1.</source>
        <translation>فی نشست قرض کوئی رقم ہونا چاہیے، زیادہ سے زیادہ %1۔</translation>
    </message>
    <message>
        <source>The mark-up must be a number of per cent, at most 100.</source>
        <translation>مارک اپ فیصد میں عدد ہونا چاہیے، زیادہ سے زیادہ 100۔</translation>
    </message>
    <message>
        <source>The grace must be shorter than the tenor.</source>
        <translation>مہلت مدت سے کم ہونی چاہیے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::RejectedPane</name>
    <message>
        <source>Nothing is lost: each change stays here until you send it again or give it up.</source>
        <translation>کچھ ضائع نہیں ہوا: ہر تبدیلی یہاں رہتی ہے جب تک آپ اسے دوبارہ نہ بھیجیں یا چھوڑ نہ دیں۔</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>چھوڑ دیں</translation>
    </message>
    <message>
        <source>Take it back and open it</source>
        <translation>واپس لیں اور کھولیں</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>دوبارہ بھیجیں</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مسترد</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 تبدیلی</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 تبدیلیاں</translation>
    </message>
    <message>
        <source>%1: %2. Made %3, rejected %4.</source>
        <translation>%1: %2۔ بنائی گئی %3، مسترد ہوئی %4۔</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>ریکارڈ کھولیں</translation>
    </message>
    <message>
        <source>What you entered is kept on this laptop.</source>
        <translation>جو آپ نے درج کیا وہ اس لیپ ٹاپ پر محفوظ ہے۔</translation>
    </message>
    <message>
        <source>Take it back to mend the inspection, then submit it again.</source>
        <translation>معائنہ درست کرنے کے لیے اسے واپس لیں، پھر دوبارہ جمع کرائیں۔</translation>
    </message>
    <message>
        <source>Mend it and send it again, or give it up.</source>
        <translation>اسے درست کر کے دوبارہ بھیجیں، یا چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>The server’s words, for support: %1 (%2)</source>
        <translation>معاونت کے لیے سرور کے الفاظ: %1 (%2)</translation>
    </message>
    <message>
        <source>1 later change of this record waits behind it: %1.</source>
        <translation>اس ریکارڈ کی 1 بعد کی تبدیلی اس کے پیچھے منتظر ہے: %1۔</translation>
    </message>
    <message>
        <source>%1 later changes of this record wait behind it: %2.</source>
        <translation>اس ریکارڈ کی %1 بعد کی تبدیلیاں اس کے پیچھے منتظر ہیں: %2۔</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>پہلے %1</translation>
    </message>
    <message>
        <source>1 other change goes with it, because it needs this one.</source>
        <translation>1 اور تبدیلی بھی ساتھ جائے گی، کیونکہ اسے اس کی ضرورت ہے۔</translation>
    </message>
    <message>
        <source>%1 other changes go with it, because they need this one.</source>
        <translation>%1 اور تبدیلیاں بھی ساتھ جائیں گی، کیونکہ انہیں اس کی ضرورت ہے۔</translation>
    </message>
    <message>
        <source>Give this up? The record leaves this laptop; the server never had it.</source>
        <translation>اسے چھوڑ دیں؟ ریکارڈ اس لیپ ٹاپ سے چلا جائے گا؛ سرور کے پاس وہ کبھی نہیں تھا۔</translation>
    </message>
    <message>
        <source>Give this up? The record goes back to what the server last said.</source>
        <translation>اسے چھوڑ دیں؟ ریکارڈ سرور کی آخری حالت پر واپس چلا جائے گا۔</translation>
    </message>
    <message>
        <source>It stays in the history and in the export.</source>
        <translation>یہ تاریخ اور برآمد میں رہے گی۔</translation>
    </message>
    <message>
        <source>Yes, give it up</source>
        <translation>ہاں، چھوڑ دیں</translation>
    </message>
    <message>
        <source>No, keep it</source>
        <translation>نہیں، رکھیں</translation>
    </message>
    <message>
        <source>Keep a copy and give up</source>
        <translation>نقل رکھیں اور چھوڑ دیں</translation>
    </message>
    <message>
        <source>Everything that waits, was rejected or given up, as a file for support. It holds what you entered in clear.</source>
        <translation>جو کچھ منتظر، مسترد یا چھوڑا ہوا ہے، معاونت کے لیے ایک فائل میں۔ اس میں آپ کا درج کیا ہوا صاف لکھا ہے۔</translation>
    </message>
    <message>
        <source>No edit can mend this. Keep a copy if it is still needed, then give it up.</source>
        <translation>کوئی ترمیم اسے درست نہیں کر سکتی۔ ضرورت ہو تو نقل رکھیں، پھر اسے چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>Nothing of it is sent before this one is settled.</source>
        <translation>اس کے نمٹنے سے پہلے اس میں سے کچھ نہیں بھیجا جاتا۔</translation>
    </message>
    <message>
        <source>When this one is given up, that goes with it.</source>
        <translation>جب یہ چھوڑی جائے گی تو وہ بھی ساتھ جائے گا۔</translation>
    </message>
    <message>
        <source>It goes on when this one is sent again; when this one is given up, that goes with it.</source>
        <translation>یہ دوبارہ بھیجی جائے تو وہ آگے بڑھے گا؛ یہ چھوڑ دی جائے تو وہ بھی ساتھ جائے گا۔</translation>
    </message>
    <message>
        <source>It goes on as soon as this one is given up.</source>
        <translation>جیسے ہی یہ چھوڑی جائے گی، وہ آگے بڑھے گا۔</translation>
    </message>
    <message>
        <source>It goes on as soon as this one is sent again or given up.</source>
        <translation>جیسے ہی یہ دوبارہ بھیجی یا چھوڑی جائے گی، وہ آگے بڑھے گا۔</translation>
    </message>
    <message>
        <source>Keep a copy</source>
        <translation>نقل رکھیں</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON فائلیں (*.json)</translation>
    </message>
    <message>
        <source>Nothing was given up.</source>
        <translation>کچھ نہیں چھوڑا گیا۔</translation>
    </message>
    <message>
        <source>A copy is written to %1.</source>
        <translation>نقل %1 میں لکھ دی گئی ہے۔</translation>
    </message>
    <message>
        <source>The file holds what you entered in clear.</source>
        <translation>فائل میں آپ کا درج کیا ہوا صاف لکھا ہے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::RepeatEditor</name>
    <message>
        <source>Add row</source>
        <translation>قطار بڑھائیں</translation>
    </message>
    <message>
        <source>Add row to %1</source>
        <translation>%1 میں قطار بڑھائیں</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>چنیں</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>ہاں</translation>
    </message>
    <message>
        <source>No</source>
        <translation>نہیں</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>یہ قطار ہٹائیں</translation>
    </message>
    <message>
        <source>Remove row %1</source>
        <translation>قطار %1 ہٹائیں</translation>
    </message>
    <message>
        <source>Row %1 still needs: %2</source>
        <translation>قطار %1 میں ابھی باقی: %2</translation>
    </message>
    <message>
        <source>At least %1 rows are needed</source>
        <translation>کم از کم %1 قطاریں درکار ہیں</translation>
    </message>
    <message>
        <source>At least 1 row is needed</source>
        <translation>کم از کم 1 قطار درکار ہے</translation>
    </message>
</context>
<context>
    <name>ReportCommand</name>
    <message>
        <source>This laptop was revoked for the account %1: nothing of it is shown. Run markaz sync: it hands in what waits.</source>
        <translation>اکاؤنٹ %1 کے لیے یہ لیپ ٹاپ منسوخ کر دیا گیا: اس کا کچھ نہیں دکھایا جاتا۔ ⁦markaz sync⁩ چلائیں: جو منتظر ہے وہ جمع ہو جائے گا۔</translation>
    </message>
    <message>
        <source>There are no records of %1 here yet. Run markaz sync first.</source>
        <translation>یہاں ابھی %1 کے کوئی ریکارڈ نہیں۔ پہلے ⁦markaz sync⁩ چلائیں۔</translation>
    </message>
    <message>
        <source>This computer’s clock is behind the server’s, so the records are not shown. Nothing is lost. Set the clock, then run markaz sync.</source>
        <translation>اس کمپیوٹر کی گھڑی سرور کی گھڑی سے پیچھے ہے، اس لیے ریکارڈ نہیں دکھائے جاتے۔ کچھ ضائع نہیں ہوا۔ گھڑی درست کریں، پھر ⁦markaz sync⁩ چلائیں۔</translation>
    </message>
    <message>
        <source>The server has not answered this laptop for more than %1 days, so its records are not shown. Nothing is lost. Run markaz sync.</source>
        <translation>سرور نے %1 سے زیادہ دنوں سے اس لیپ ٹاپ کو جواب نہیں دیا، اس لیے اس کے ریکارڈ نہیں دکھائے جاتے۔ کچھ ضائع نہیں ہوا۔ ⁦markaz sync⁩ چلائیں۔</translation>
    </message>
    <message>
        <source>The account %1 sees no figures of the programme: officers and auditors do. Nothing was written.</source>
        <translation>اکاؤنٹ %1 پروگرام کے اعداد نہیں دیکھ سکتا: افسر اور آڈیٹر دیکھتے ہیں۔ کچھ نہیں لکھا گیا۔</translation>
    </message>
    <message>
        <source>Nobody has signed in here yet. Run markaz sync first.</source>
        <translation>یہاں ابھی کسی نے سائن اِن نہیں کیا۔ پہلے ⁦markaz sync⁩ چلائیں۔</translation>
    </message>
    <message>
        <source>“%1” is no name of an account: it has small letters, digits, dots, hyphens and underscores.</source>
        <translation>”%1“ اکاؤنٹ کا نام نہیں: نام میں چھوٹے حروف، ہندسے، نقطے، ہائفن اور انڈر اسکور ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>The records of %1 have no passphrase yet. Open Markaz and choose one.</source>
        <translation>%1 کے ریکارڈ کا ابھی کوئی پاس فریز نہیں۔ مرکز کھولیں اور ایک چنیں۔</translation>
    </message>
    <message>
        <source>Passphrase of this laptop: </source>
        <translation>اس لیپ ٹاپ کا پاس فریز: </translation>
    </message>
    <message>
        <source>The profile is locked. Write the passphrase of this laptop in the first line of standard input.</source>
        <translation>پروفائل مقفل ہے۔ اس لیپ ٹاپ کا پاس فریز معیاری اِن پُٹ کی پہلی سطر میں لکھیں۔</translation>
    </message>
    <message>
        <source>Markaz has this profile open. Save the report there, with “Monthly report” on the dashboard, or close it.</source>
        <translation>مرکز میں یہ پروفائل کھلی ہوئی ہے۔ رپورٹ وہیں ڈیش بورڈ پر ”ماہانہ رپورٹ“ سے محفوظ کریں، یا اسے بند کریں۔</translation>
    </message>
    <message>
        <source>The file with this laptop’s records was damaged. It was kept as %1. Open Markaz: it goes on with a copy where there is one.</source>
        <translation>اس لیپ ٹاپ کے ریکارڈ کی فائل خراب تھی۔ اسے %1 کے نام سے رکھ لیا گیا ہے۔ مرکز کھولیں: جہاں کوئی نقل ہو وہ اسی سے آگے چلتا ہے۔</translation>
    </message>
    <message>
        <source>The month to report of, such as 2026-10. This month is counted until today.</source>
        <translation>جس مہینے کی رپورٹ ہو، جیسے ⁦2026-10⁩۔ اس مہینے کو آج تک شمار کیا جاتا ہے۔</translation>
    </message>
    <message>
        <source>Whose records to report of. Default: the profile&apos;s last account.</source>
        <translation>کس کے ریکارڈ کی رپورٹ ہو۔ طے شدہ: پروفائل کا آخری اکاؤنٹ۔</translation>
    </message>
    <message>
        <source>en or ur. Default: the profile&apos;s.</source>
        <translation>⁦en⁩ یا ⁦ur⁩۔ طے شدہ: پروفائل کی زبان۔</translation>
    </message>
    <message>
        <source>Say which month with --month, and which file with --out.</source>
        <translation>⁦--month⁩ سے مہینہ اور ⁦--out⁩ سے فائل بتائیں۔</translation>
    </message>
    <message>
        <source>“%1” is none of the languages: en or ur.</source>
        <translation>”%1“ ان زبانوں میں سے نہیں: ⁦en⁩ یا ⁦ur⁩۔</translation>
    </message>
    <message>
        <source>Standard output did not take the report to its end.</source>
        <translation>معیاری آؤٹ پُٹ نے رپورٹ پوری وصول نہیں کی۔</translation>
    </message>
    <message>
        <source>The PDF that is written; - is standard output.</source>
        <translation>پی ڈی ایف جو لکھی جاتی ہے؛ - سے مراد معیاری آؤٹ پُٹ ہے۔</translation>
    </message>
    <message>
        <source>Writes the ministry&apos;s monthly report as one PDF, without a window and without a network: each province of the account with its figures, charts and the certificates that expire next. It counts what the server had taken by the month&apos;s end, as the last sync brought it, and says so; run markaz sync before it. Made again later it says the same of that month, but for what a building that is merged, moved or removed, a finding that is opened again, or money of a loan that is recorded late changes; how loans stand is of the last sync.

Standard input: the first line is the passphrase of this laptop. It is asked for where a person sits.

Exit status:
  0  the report is written; FILE was replaced whole, or not at all with any other status. With --out - it went to standard output; with any other status perhaps a part of it
  1  the profile or its records cannot be opened, Markaz has it open, or FILE cannot be written
  2  wrong options, or a month that has not begun or lies before the programme
  3  the account&apos;s role sees no figures: officers and auditors do
  4  there are no records here yet, or they may not be shown before the next sync
  9  the profile is locked: no passphrase, a wrong one, or too soon after a wrong one
 10  this laptop was revoked

Examples:
  markaz report --month 2026-10 --out october.pdf &lt; passphrase.txt
  markaz report --month 2026-10 --out october-ur.pdf --language ur &lt; passphrase.txt
  markaz report --month 2026-10 --out - &lt; passphrase.txt &gt; october.pdf</source>
        <translation>وزارت کی ماہانہ رپورٹ ایک پی ڈی ایف کی صورت میں لکھتا ہے، کسی ونڈو اور نیٹ ورک کے بغیر: اکاؤنٹ کا ہر صوبہ اپنے اعداد، خاکوں اور ان اسناد کے ساتھ جن کی میعاد جلد ختم ہونے والی ہے۔ اس میں وہ شمار ہے جو مہینے کے آخر تک سرور وصول کر چکا تھا، جیسا آخری مطابقت میں آیا، اور یہ بات اس میں لکھی ہوتی ہے؛ اس سے پہلے markaz sync چلائیں۔ بعد میں دوبارہ بنائی جائے تو اس مہینے کا یہی کہے گی، سوائے اس کے جو ضم، منتقل یا حذف ہونے والی عمارت، دوبارہ کھلنے والا نقص، یا دیر سے درج ہونے والی قرض کی رقم بدل دے؛ قرضوں کی حالت آخری مطابقت کی ہے۔

معیاری اِن پُٹ: پہلی سطر اس لیپ ٹاپ کا پاس فریز ہے۔ جہاں کوئی شخص بیٹھا ہو وہاں پوچھا جاتا ہے۔

اختتامی حالت:
  0  رپورٹ لکھی گئی؛ FILE پوری بدل دی گئی، اور کسی اور حالت میں بالکل نہیں۔ --out - کے ساتھ معیاری آؤٹ پُٹ پر گئی؛ کسی اور حالت میں شاید اس کا ایک حصہ
  1  پروفائل یا اس کے ریکارڈ کھل نہیں سکتے، وہ مرکز میں کھلے ہیں، یا FILE لکھی نہیں جا سکتی
  2  غلط اختیارات، یا ایسا مہینہ جو شروع نہیں ہوا یا پروگرام سے پہلے کا ہے
  3  اکاؤنٹ کا کردار اعداد نہیں دیکھ سکتا: افسر اور آڈیٹر دیکھتے ہیں
  4  یہاں ابھی کوئی ریکارڈ نہیں، یا اگلی مطابقت سے پہلے دکھائے نہیں جا سکتے
  9  پروفائل مقفل ہے: پاس فریز نہیں، غلط ہے، یا غلط پاس فریز کے فوراً بعد
 10  یہ لیپ ٹاپ منسوخ کر دیا گیا

مثالیں:
  markaz report --month 2026-10 --out october.pdf &lt; passphrase.txt
  markaz report --month 2026-10 --out october-ur.pdf --language ur &lt; passphrase.txt
  markaz report --month 2026-10 --out - &lt; passphrase.txt &gt; october.pdf</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ReviewModel</name>
    <message>
        <source>%1 (critical)</source>
        <translation>%1 (لازمی)</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>بہتر</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>بدتر</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تبدیل</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>تبصرہ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>سوال</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>پچھلا</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>موجودہ</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تبدیلی</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>نئی فائل</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ReviewPage</name>
    <message>
        <source>Differences %1</source>
        <translation>فرق %1</translation>
    </message>
    <message>
        <source>Short %1</source>
        <translation>کم %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>سب %1</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>منتظر %1</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>جائزہ</translation>
    </message>
    <message>
        <source>No inspection waits for review. New ones appear here after a sync.</source>
        <translation>کوئی معائنہ جائزے کا منتظر نہیں۔ نئے معائنے مطابقت کے بعد یہاں آئیں گے۔</translation>
    </message>
    <message>
        <source>%1 of %2 by %3, %4</source>
        <translation>%1، %2، از %3، %4</translation>
    </message>
    <message>
        <source>an inspector of another province</source>
        <translation>دوسرے صوبے کے انسپکٹر</translation>
    </message>
    <message>
        <source>The visit ended as “%1”: nothing was scored.</source>
        <translation>دورہ ”%1“ پر ختم ہوا: کوئی اسکور نہیں دیا گیا۔</translation>
    </message>
    <message>
        <source>First inspection of this building</source>
        <translation>اس عمارت کا پہلا معائنہ</translation>
    </message>
    <message>
        <source>You did not take part in this inspection</source>
        <translation>آپ اس معائنے میں شریک نہیں تھے</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>واپس بھیجیں</translation>
    </message>
    <message>
        <source>Return with 1 comment</source>
        <translation>1 تبصرے کے ساتھ واپس بھیجیں</translation>
    </message>
    <message>
        <source>Return with %1 comments</source>
        <translation>%1 تبصروں کے ساتھ واپس بھیجیں</translation>
    </message>
    <message>
        <source>%1, critical, weight %2</source>
        <translation>%1، لازمی، وزن %2</translation>
    </message>
    <message>
        <source>%1, weight %2</source>
        <translation>%1، وزن %2</translation>
    </message>
    <message>
        <source>Last time: %1</source>
        <translation>پچھلی بار: %1</translation>
    </message>
    <message>
        <source>The inspector left no note.</source>
        <translation>انسپکٹر نے کوئی نوٹ نہیں لکھا۔</translation>
    </message>
    <message>
        <source>Inspector’s note.</source>
        <translation>انسپکٹر کا نوٹ۔</translation>
    </message>
    <message>
        <source>Your comment on %1</source>
        <translation>%1 پر آپ کا تبصرہ</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>پرانے پہلے</translation>
    </message>
    <message>
        <source>Inspections that wait for review</source>
        <translation>جائزے کے منتظر معائنے</translation>
    </message>
    <message>
        <source>Which items to show</source>
        <translation>کون سے سوال دکھائے جائیں</translation>
    </message>
    <message>
        <source>Items of the inspection</source>
        <translation>معائنے کے سوال</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>آپ کا تبصرہ</translation>
    </message>
    <message>
        <source>What the inspector is to do about this item</source>
        <translation>انسپکٹر اس بارے میں کیا کرے</translation>
    </message>
    <message>
        <source>The inspector sees the comments with your decision.</source>
        <translation>انسپکٹر آپ کے فیصلے کے ساتھ تبصرے دیکھتا ہے۔</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>فیصلے کی وجہ</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>مسترد کریں</translation>
    </message>
    <message>
        <source>Accept and go to the certificate</source>
        <translation>قبول کر کے سند پر جائیں</translation>
    </message>
    <message>
        <source>Go to the certificate</source>
        <translation>سند پر جائیں</translation>
    </message>
    <message>
        <source>Nothing was submitted yet: the inspector is still at work on it.</source>
        <translation>ابھی کچھ جمع نہیں ہوا: انسپکٹر ابھی اس پر کام کر رہا ہے۔</translation>
    </message>
    <message>
        <source>The inspection of %1 is returned.</source>
        <translation>%1 کا معائنہ واپس بھیج دیا گیا۔</translation>
    </message>
    <message>
        <source>The inspection of %1 is rejected.</source>
        <translation>%1 کا معائنہ مسترد کر دیا گیا۔</translation>
    </message>
    <message>
        <source>1 item lacks a file that is asked for</source>
        <translation>1 شق کی درکار فائل موجود نہیں</translation>
    </message>
    <message>
        <source>%1 items lack a file that is asked for</source>
        <translation>%1 شقوں کی درکار فائلیں موجود نہیں</translation>
    </message>
    <message>
        <source>List of the files…</source>
        <translation>فائلوں کی فہرست…</translation>
    </message>
    <message>
        <source>%1; beside the one of %2 by %3</source>
        <translation>%1؛ ساتھ %3 کا %2 والا معائنہ</translation>
    </message>
    <message>
        <source>Previous %1, this one %2: %3 better, %4 worse</source>
        <translation>پچھلا %1، یہ %2: %3 بہتر، %4 بدتر</translation>
    </message>
    <message>
        <source>Photos of %1</source>
        <translation>%1 کی تصاویر</translation>
    </message>
    <message>
        <source>Last time: %1. %2</source>
        <translation>پچھلی بار: %1۔ %2</translation>
    </message>
    <message>
        <source>Inspection report…</source>
        <translation>معائنہ رپورٹ…</translation>
    </message>
    <message>
        <source>As a PDF: the score by section, what fails, the findings, the photos and signatures</source>
        <translation>پی ڈی ایف کی صورت میں: ہر حصے کا اسکور، ناکام نکات، نقائص، تصاویر اور دستخط</translation>
    </message>
    <message>
        <source>The one before: %1</source>
        <translation>پچھلا: %1</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>ہاں، قبول کریں</translation>
    </message>
    <message>
        <source>The inspection of %1 is accepted, for this reason. Nothing takes that back.</source>
        <translation>%1 کا معائنہ اس وجہ سے قبول ہو جائے گا۔ یہ فیصلہ واپس نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>Reject it</source>
        <translation>ہاں، مسترد کریں</translation>
    </message>
    <message>
        <source>The inspection of %1 is rejected, for this reason: its answers do not stand. Nothing takes that back.</source>
        <translation>%1 کا معائنہ اس وجہ سے مسترد ہو جائے گا: اس کے جواب قائم نہیں رہیں گے۔ یہ فیصلہ واپس نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>Write here why it is accepted.</source>
        <translation>یہاں لکھیں کہ یہ کیوں قبول ہے۔</translation>
    </message>
    <message>
        <source>Write here why it is rejected.</source>
        <translation>یہاں لکھیں کہ یہ کیوں مسترد ہے۔</translation>
    </message>
    <message>
        <source>Write here why it is returned, or a comment on an item: what is to be mended.</source>
        <translation>یہاں لکھیں کہ یہ کیوں واپس ہے، یا کسی سوال پر تبصرہ کریں کہ کیا درست کرنا ہے۔</translation>
    </message>
    <message>
        <source>The inspection of %1 was decided elsewhere meanwhile.</source>
        <translation>%1 کے معائنے کا فیصلہ اس دوران کہیں اور ہو گیا۔</translation>
    </message>
    <message>
        <source>Nothing of yours was sent.</source>
        <translation>آپ کی طرف سے کچھ نہیں بھیجا گیا۔</translation>
    </message>
    <message>
        <source>%1; beside the rejected one of %2 by %3</source>
        <translation>%1؛ ساتھ %3 کا %2 والا مسترد معائنہ</translation>
    </message>
    <message>
        <source>The reviewer asked then: “%1”</source>
        <translation>جائزہ لینے والے نے تب پوچھا: ”%1“</translation>
    </message>
    <message>
        <source>It cannot be read who carried out this inspection, so nothing is decided here.</source>
        <translation>یہ پڑھا نہیں جا سکا کہ معائنہ کس نے کیا، اس لیے یہاں کوئی فیصلہ نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>The inspection of %1 is not on this laptop any more: it was removed, or your provinces have changed.</source>
        <translation>%1 کا معائنہ اب اس لیپ ٹاپ پر نہیں: اسے ہٹا دیا گیا، یا آپ کے صوبے بدل گئے ہیں۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::RowFaultsModel</name>
    <message>
        <source>Line</source>
        <translation>سطر</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>کالم</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ScenarioFiguresModel</name>
    <message>
        <source>Cost of the whole programme</source>
        <translation>پورے پروگرام کا خرچ</translation>
    </message>
    <message>
        <source>Paid by Ignite</source>
        <translation>اگنائٹ کا حصہ</translation>
    </message>
    <message>
        <source>Paid by the PSDP</source>
        <translation>پی ایس ڈی پی کا حصہ</translation>
    </message>
    <message>
        <source>Undecided who pays</source>
        <translation>کون دے گا، طے نہیں</translation>
    </message>
    <message>
        <source>Borne by the owners</source>
        <translation>مالکان کے ذمے</translation>
    </message>
    <message>
        <source>Cost for each seat</source>
        <translation>فی نشست خرچ</translation>
    </message>
    <message>
        <source>Cost for each freelancer</source>
        <translation>فی فری لانسر خرچ</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>مالکان</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>نشستیں</translation>
    </message>
    <message>
        <source>Freelancers</source>
        <translation>فری لانسر</translation>
    </message>
    <message>
        <source>Owners above break-even, tier %1</source>
        <translation>برابری سے اوپر مالکان، درجہ %1</translation>
    </message>
    <message>
        <source>%1: cost</source>
        <translation>%1: خرچ</translation>
    </message>
    <message>
        <source>%1: Ignite</source>
        <translation>%1: اگنائٹ</translation>
    </message>
    <message>
        <source>%1: PSDP</source>
        <translation>%1: پی ایس ڈی پی</translation>
    </message>
    <message>
        <source>%1: left of the budget</source>
        <translation>%1: بجٹ میں باقی</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>This scenario</source>
        <translation>یہ منظرنامہ</translation>
    </message>
    <message>
        <source>5th to 95th percentile</source>
        <translation>5ویں سے 95ویں صدک</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>فرق</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ScenarioLoansModel</name>
    <message>
        <source>Loans</source>
        <translation>قرض</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>تعداد</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>رقم</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ScenarioPage</name>
    <message>
        <source>Programme</source>
        <translation>پروگرام</translation>
    </message>
    <message>
        <source>Scenario without a name</source>
        <translation>بے نام منظرنامہ</translation>
    </message>
    <message>
        <source>A figure at the side cannot be.</source>
        <translation>پہلو کا ایک عدد ممکن نہیں۔</translation>
    </message>
    <message>
        <source>The results are still those of the last figures that could be.</source>
        <translation>نتائج ابھی پچھلے ممکن اعداد کے ہیں۔</translation>
    </message>
    <message>
        <source>Look for the red words at the sliders.</source>
        <translation>سلائیڈروں کے پاس سرخ الفاظ دیکھیں۔</translation>
    </message>
    <message>
        <source>Policy %1, not saved</source>
        <translation>پالیسی %1، محفوظ نہیں</translation>
    </message>
    <message>
        <source>Compare with none</source>
        <translation>کسی سے موازنہ نہیں</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1، از %2</translation>
    </message>
    <message>
        <source>%1 (not sent yet)</source>
        <translation>%1 (ابھی نہیں بھیجا)</translation>
    </message>
    <message>
        <source>Give the scenario a name first.</source>
        <translation>پہلے منظرنامے کو نام دیں۔</translation>
    </message>
    <message>
        <source>What you tried before was not saved.</source>
        <translation>پہلے جو آزمایا وہ محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>It is kept until you leave this page.</source>
        <translation>اس صفحے سے جانے تک وہ رکھا ہے۔</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>واپس لائیں</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>”%1“ محفوظ ہو گیا۔</translation>
    </message>
    <message>
        <source>It is on this laptop and will be sent.</source>
        <translation>یہ اس لیپ ٹاپ پر ہے اور بھیجا جائے گا۔</translation>
    </message>
    <message>
        <source>The saved scenario is removed.</source>
        <translation>محفوظ منظرنامہ ہٹا دیا گیا۔</translation>
    </message>
    <message>
        <source>Its figures are still on the page.</source>
        <translation>اس کے اعداد ابھی صفحے پر ہیں۔</translation>
    </message>
    <message>
        <source>Save them once more if you want them after all.</source>
        <translation>اگر پھر بھی چاہیے تو دوبارہ محفوظ کریں۔</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>برآمد کریں</translation>
    </message>
    <message>
        <source>Excel workbook that computes…</source>
        <translation>حساب کرنے والی ایکسل فائل…</translation>
    </message>
    <message>
        <source>PDF, one page…</source>
        <translation>PDF، ایک صفحہ…</translation>
    </message>
    <message>
        <source>File of the scenario (JSON)…</source>
        <translation>منظرنامے کی فائل (JSON)…</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>فائل کھولیں…</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>منظرنامہ</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>موازنہ کریں</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>منظرنامے کا نام</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>محفوظ کریں</translation>
    </message>
    <message>
        <source>Save as new</source>
        <translation>نیا محفوظ کریں</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ہٹائیں</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>ہٹا دیں</translation>
    </message>
    <message>
        <source>Nobody will have it any more.</source>
        <translation>پھر یہ کسی کے پاس نہیں رہے گا۔</translation>
    </message>
    <message>
        <source>Export the scenario</source>
        <translation>منظرنامہ برآمد کریں</translation>
    </message>
    <message>
        <source>The scenario is written to %1.</source>
        <translation>منظرنامہ %1 میں لکھ دیا گیا۔</translation>
    </message>
    <message>
        <source>It holds what the page shows.</source>
        <translation>اس میں وہی ہے جو صفحہ دکھاتا ہے۔</translation>
    </message>
    <message>
        <source>Whoever has the file can read it.</source>
        <translation>جس کے پاس فائل ہو وہ اسے پڑھ سکتا ہے۔</translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation>منظرنامہ: %1</translation>
    </message>
    <message>
        <source>Computed from policy %1 and the figures of the scenario; see its workbook for the schedules.</source>
        <translation>پالیسی %1 اور منظرنامے کے اعداد سے شمار کیا گیا؛ اقساط اس کی ایکسل فائل میں ہیں۔</translation>
    </message>
    <message>
        <source>Computed on %1.</source>
        <translation>%1 کو شمار کیا گیا۔</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>منظرنامہ کھولیں</translation>
    </message>
    <message>
        <source>Scenarios (*.json);;All files (*)</source>
        <translation>منظرنامے (*.json);;تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>What is on the page stays as it was.</source>
        <translation>صفحے پر جو ہے وہ ویسا ہی ہے۔</translation>
    </message>
    <message>
        <source>Mend the file, then open it again.</source>
        <translation>فائل درست کریں، پھر دوبارہ کھولیں۔</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 پڑھی نہیں جا سکتی۔</translation>
    </message>
    <message>
        <source>%1 is too large for a scenario.</source>
        <translation>%1 منظرنامے کے لیے بہت بڑی ہے۔</translation>
    </message>
    <message>
        <source>%1 is not taken. %2</source>
        <translation>%1 قبول نہیں ہوئی۔ %2</translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation>%1 کھل گئی۔</translation>
    </message>
    <message>
        <source>It is not saved here yet.</source>
        <translation>یہ ابھی یہاں محفوظ نہیں۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ScenarioResults</name>
    <message>
        <source>Cost by financial year, Rs</source>
        <translation>مالی سال کا خرچ، روپے</translation>
    </message>
    <message>
        <source>Cost, %1</source>
        <translation>خرچ، %1</translation>
    </message>
    <message>
        <source>Owners above break-even</source>
        <translation>برابری سے اوپر مالکان</translation>
    </message>
    <message>
        <source>Above break-even, %1</source>
        <translation>برابری سے اوپر، %1</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>طے نہیں</translation>
    </message>
    <message>
        <source>Ignite</source>
        <translation>اگنائٹ</translation>
    </message>
    <message>
        <source>PSDP</source>
        <translation>پی ایس ڈی پی</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>بجٹ</translation>
    </message>
    <message>
        <source>5th to 95th percentile</source>
        <translation>5ویں سے 95ویں صدک</translation>
    </message>
    <message>
        <source>Cost of the whole programme</source>
        <translation>پورے پروگرام کا خرچ</translation>
    </message>
    <message>
        <source>no budget entered</source>
        <translation>بجٹ درج نہیں</translation>
    </message>
    <message>
        <source>%1 over the budget</source>
        <translation>بجٹ سے %1 زیادہ</translation>
    </message>
    <message>
        <source>%1 left of the budget</source>
        <translation>بجٹ میں %1 باقی</translation>
    </message>
    <message>
        <source>Ignite / PSDP</source>
        <translation>اگنائٹ / پی ایس ڈی پی</translation>
    </message>
    <message>
        <source>%1 together</source>
        <translation>کل %1</translation>
    </message>
    <message>
        <source>rupees</source>
        <translation>روپے</translation>
    </message>
    <message>
        <source>Owner pays a month, average loan</source>
        <translation>مالک ماہانہ دیتا ہے، اوسط قرض</translation>
    </message>
    <message>
        <source>%1 at %2 carry it</source>
        <translation>%1 اگر %2 پر ہوں تو کافی</translation>
    </message>
    <message>
        <source>no seats carry it at this rate</source>
        <translation>اس شرح پر نشستیں کافی نہیں</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Cost for each seat</source>
        <translation>فی نشست خرچ</translation>
    </message>
    <message>
        <source>Cost for each freelancer</source>
        <translation>فی فری لانسر خرچ</translation>
    </message>
    <message>
        <source>%1 freelancers</source>
        <translation>%1 فری لانسر</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>تمام اعداد</translation>
    </message>
    <message>
        <source>All figures of the scenario</source>
        <translation>منظرنامے کے تمام اعداد</translation>
    </message>
</context>
<context>
    <name>ScenarioWords</name>
    <message>
        <source>What you tried is kept on the page.</source>
        <translation>آپ نے جو آزمایا وہ صفحے پر موجود ہے۔</translation>
    </message>
    <message>
        <source>You have a scenario of this name already.</source>
        <translation>اس نام کا منظرنامہ آپ کے پاس پہلے سے ہے۔</translation>
    </message>
    <message>
        <source>Choose another name, or open that one and save over it.</source>
        <translation>کوئی اور نام چنیں، یا اُسے کھول کر اس کی جگہ محفوظ کریں۔</translation>
    </message>
    <message>
        <source>The name is missing or too long.</source>
        <translation>نام نہیں ہے یا بہت لمبا ہے۔</translation>
    </message>
    <message>
        <source>Enter a name of up to 200 letters.</source>
        <translation>200 حروف تک کا نام لکھیں۔</translation>
    </message>
    <message>
        <source>This scenario cannot be read by this program.</source>
        <translation>یہ پروگرام اس منظرنامے کو نہیں پڑھ سکتا۔</translation>
    </message>
    <message>
        <source>It is kept as it is.</source>
        <translation>یہ جوں کا توں رکھا ہے۔</translation>
    </message>
    <message>
        <source>A newer Markaz may have saved it: update this one, then open it again.</source>
        <translation>شاید نئے مرکز نے محفوظ کیا ہو: اسے تازہ کریں، پھر دوبارہ کھولیں۔</translation>
    </message>
    <message>
        <source>This scenario cannot be computed: look at %1.</source>
        <translation>یہ منظرنامہ شمار نہیں ہو سکتا: %1 دیکھیں۔</translation>
    </message>
    <message>
        <source>Mend that figure, then save it again.</source>
        <translation>وہ عدد درست کریں، پھر دوبارہ محفوظ کریں۔</translation>
    </message>
    <message>
        <source>Subsidised share</source>
        <translation>سبسڈی والا حصہ</translation>
    </message>
    <message>
        <source>Paid by Ignite</source>
        <translation>اگنائٹ کا حصہ</translation>
    </message>
    <message>
        <source>Bank mark-up</source>
        <translation>بینک کا مارک اپ</translation>
    </message>
    <message>
        <source>KIBOR</source>
        <translation>KIBOR</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>اسپریڈ</translation>
    </message>
    <message>
        <source>Tenor</source>
        <translation>مدت</translation>
    </message>
    <message>
        <source>Grace period</source>
        <translation>رعایتی مدت</translation>
    </message>
    <message>
        <source>Average loan</source>
        <translation>اوسط قرض</translation>
    </message>
    <message>
        <source>Loans differ by</source>
        <translation>قرضوں کا فرق</translation>
    </message>
    <message>
        <source>Seats of a centre</source>
        <translation>مرکز کی نشستیں</translation>
    </message>
    <message>
        <source>Seat rate, tier 1</source>
        <translation>نشست کی شرح، درجہ 1</translation>
    </message>
    <message>
        <source>Seat rate, tier 2</source>
        <translation>نشست کی شرح، درجہ 2</translation>
    </message>
    <message>
        <source>Seat rate, tier 3</source>
        <translation>نشست کی شرح، درجہ 3</translation>
    </message>
    <message>
        <source>Running cost</source>
        <translation>چلانے کا خرچ</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>استعمال</translation>
    </message>
    <message>
        <source>Centres, tier 1</source>
        <translation>مراکز، درجہ 1</translation>
    </message>
    <message>
        <source>Centres, tier 2</source>
        <translation>مراکز، درجہ 2</translation>
    </message>
    <message>
        <source>Centres, tier 3</source>
        <translation>مراکز، درجہ 3</translation>
    </message>
    <message>
        <source>First loan paid out</source>
        <translation>پہلے قرض کی ادائیگی</translation>
    </message>
    <message>
        <source>All paid out within</source>
        <translation>سب کی ادائیگی کی مدت</translation>
    </message>
    <message>
        <source>average of the recorded loans, %1</source>
        <translation>درج قرضوں کا اوسط، %1</translation>
    </message>
    <message>
        <source>as the recorded centres, %1</source>
        <translation>درج مراکز کے مطابق، %1</translation>
    </message>
    <message>
        <source>nothing recorded: an assumption</source>
        <translation>کچھ درج نہیں: ایک مفروضہ</translation>
    </message>
    <message>
        <source>Tier %1</source>
        <translation>درجہ %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ScheduleModel</name>
    <message>
        <source>Month</source>
        <translation>مہینہ</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>آخری تاریخ</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>اصل رقم</translation>
    </message>
    <message>
        <source>Mark-up</source>
        <translation>مارک اپ</translation>
    </message>
    <message>
        <source>Subsidy</source>
        <translation>سبسڈی</translation>
    </message>
    <message>
        <source>Owner pays</source>
        <translation>مالک دیتا ہے</translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation>ابھی واجب الادا</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ScoreChart</name>
    <message>
        <source>pass mark, tier</source>
        <translation>کامیابی کی حد، درجہ</translation>
    </message>
    <message>
        <source>Score %1 to %2: %3 inspections, %4 eligible, %5 provisional, %6 refused</source>
        <translation>اسکور %1 تا %2: %3 معائنے، %4 اہل، %5 عارضی، %6 نامنظور</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ScoreTrack</name>
    <message>
        <source>Score so far %1, pass mark %2</source>
        <translation>اب تک کا اسکور %1، درکار %2</translation>
    </message>
    <message>
        <source>Score so far</source>
        <translation>اب تک کا اسکور</translation>
    </message>
    <message>
        <source>pass %1</source>
        <translation>درکار %1</translation>
    </message>
</context>
<context>
    <name>markaz::ui::SearchModel</name>
    <message>
        <source>Buildings</source>
        <translation>عمارتیں</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>مالکان</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>معائنے</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>اسناد</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>احکام</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>نقائص</translation>
    </message>
    <message>
        <source>Centres</source>
        <translation>مراکز</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>قرضے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::SearchPopup</name>
    <message>
        <source>What was found</source>
        <translation>جو ملا</translation>
    </message>
    <message>
        <source>Nothing on this laptop has these letters.</source>
        <translation>اس لیپ ٹاپ پر ان حروف کی کوئی چیز نہیں۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::SectionList</name>
    <message>
        <source>Sections</source>
        <translation>حصے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::SegmentedAnswer</name>
    <message>
        <source>&amp;Yes</source>
        <extracomment>Answer of an inspection item; the letter after &amp; is its key</extracomment>
        <translation>ہاں</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>نہیں</translation>
    </message>
    <message>
        <source>N/&amp;A</source>
        <translation>لاگو نہیں</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>لاگو نہیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::ServerKeySheet</name>
    <message>
        <source>Keys of the server</source>
        <translation>سرور کی کلیدیں</translation>
    </message>
    <message>
        <source>A pin tells this laptop which key its server has to show, beyond a certificate that is in order. Your administrator has it, and a spare for the day when the key is changed.</source>
        <translation>پن اس لیپ ٹاپ کو بتاتی ہے کہ درست سرٹیفکیٹ کے علاوہ اس کے سرور کو کون سی کلید دکھانی ہے۔ وہ آپ کے منتظم کے پاس ہے، اور اس دن کے لیے ایک متبادل بھی جب کلید بدلی جائے۔</translation>
    </message>
    <message>
        <source>A pin tells this laptop which key %1 has to show, beyond a certificate that is in order. Your administrator has it, and a spare for the day when the key is changed.</source>
        <translation>پن اس لیپ ٹاپ کو بتاتی ہے کہ درست سرٹیفکیٹ کے علاوہ %1 کو کون سی کلید دکھانی ہے۔ وہ آپ کے منتظم کے پاس ہے، اور اس دن کے لیے ایک متبادل بھی جب کلید بدلی جائے۔</translation>
    </message>
    <message>
        <source>Pin of the key in use</source>
        <translation>موجودہ کلید کی پن</translation>
    </message>
    <message>
        <source>Pin of the spare</source>
        <translation>متبادل کلید کی پن</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>This is no pin: it is “sha256//” and 44 characters, the last of them “=”. Copy it as your administrator wrote it.</source>
        <translation>یہ پن نہیں: پن “⁦sha256//⁩” اور 44 حروف ہوتے ہیں، جن میں آخری “⁦=⁩” ہے۔ اسے ویسے ہی نقل کریں جیسے آپ کے منتظم نے لکھا۔</translation>
    </message>
    <message>
        <source>The spare is the pin of another key. Leave it empty where there is none.</source>
        <translation>متبادل کسی دوسری کلید کی پن ہوتی ہے۔ اگر کوئی نہ ہو تو اسے خالی چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>A spare stands beside a pin: write the pin of the key in use above.</source>
        <translation>متبادل کسی پن کے ساتھ ہوتی ہے: اوپر موجودہ کلید کی پن لکھیں۔</translation>
    </message>
    <message>
        <source>Without a pin, every server is trusted whose certificate this computer can check.</source>
        <translation>پن کے بغیر ہر اس سرور پر بھروسا کیا جاتا ہے جس کا سرٹیفکیٹ یہ کمپیوٹر جانچ سکے۔</translation>
    </message>
    <message>
        <source>A server that shows another key is not spoken to, whatever its certificate says.</source>
        <translation>جو سرور کوئی اور کلید دکھائے اس سے بات نہیں کی جاتی، اس کا سرٹیفکیٹ جو بھی کہے۔</translation>
    </message>
    <message>
        <source>Go without a pin</source>
        <translation>پن کے بغیر چلیں</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>یہ کلیدیں استعمال کریں</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>Trust any such server</source>
        <translation>ایسے ہر سرور پر بھروسا کریں</translation>
    </message>
    <message>
        <source>Trust these keys alone</source>
        <translation>صرف انہی کلیدوں پر بھروسا کریں</translation>
    </message>
    <message>
        <source>What is on this laptop then goes to every server whose certificate this computer can check, also where somebody on the way has got one. Do that only when your administrator has told you so.</source>
        <translation>پھر اس لیپ ٹاپ کا مواد ہر اس سرور کو جائے گا جس کا سرٹیفکیٹ یہ کمپیوٹر جانچ سکے، چاہے راستے میں کسی اور نے ایسا سرٹیفکیٹ حاصل کر لیا ہو۔ یہ صرف تب کریں جب آپ کے منتظم نے کہا ہو۔</translation>
    </message>
    <message>
        <source>What is on this laptop then goes to whoever has one of these keys. Take them from your administrator alone, never from what a server shows.</source>
        <translation>پھر اس لیپ ٹاپ کا مواد اسے جائے گا جس کے پاس ان میں سے کوئی کلید ہو۔ یہ صرف اپنے منتظم سے لیں، کبھی اس سے نہیں جو کوئی سرور دکھائے۔</translation>
    </message>
    <message>
        <source>The server has just shown another key, and without a pin this laptop would trust it. So one has to stand here: ask your administrator for the new pin.</source>
        <translation>سرور نے ابھی کوئی اور کلید دکھائی ہے، اور پن کے بغیر یہ لیپ ٹاپ اس پر بھروسا کر لے گا۔ اس لیے یہاں ایک پن ہونی ضروری ہے: نئی پن اپنے منتظم سے مانگیں۔</translation>
    </message>
    <message>
        <source>What was set here cannot be read as a pin. So one has to stand here: ask your administrator for it.</source>
        <translation>جو یہاں لکھا گیا تھا وہ پن کے طور پر پڑھا نہیں جا سکتا۔ اس لیے یہاں ایک پن ہونی ضروری ہے: اپنے منتظم سے مانگیں۔</translation>
    </message>
    <message>
        <source>Somebody works on this laptop already. So that nobody who stands before it can turn it to another server, its keys are set and changed only when it is unlocked: “Keys of the server” in the account’s menu.</source>
        <translation>اس لیپ ٹاپ پر پہلے سے کوئی کام کر رہا ہے۔ تاکہ سامنے کھڑا کوئی شخص اسے کسی اور سرور کی طرف نہ موڑ سکے، سرور کی کلیدیں صرف قفل کھلنے پر لکھی اور بدلی جاتی ہیں: اکاؤنٹ کے مینو میں ”سرور کی کلیدیں“۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::SignInPage</name>
    <message>
        <source>Sign in to Markaz</source>
        <translation>مرکز میں سائن اِن کریں</translation>
    </message>
    <message>
        <source>You need a network for this once. After it, inspections work without one.</source>
        <translation>اس کے لیے ایک بار نیٹ ورک چاہیے۔ اس کے بعد معائنے نیٹ ورک کے بغیر ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>سرور کا پتہ</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>اکاؤنٹ</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>پاس ورڈ</translation>
    </message>
    <message>
        <source>Go on without a network</source>
        <translation>نیٹ ورک کے بغیر جاری رکھیں</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>سائن اِن</translation>
    </message>
    <message>
        <source>Only https is accepted, but for a server on this laptop. If the server’s certificate cannot be checked, Markaz stops and says why.</source>
        <translation>صرف https قبول ہے، سوائے اسی لیپ ٹاپ کے سرور کے۔ اگر سرور کے سرٹیفکیٹ کی جانچ نہ ہو سکے تو مرکز رک جاتا ہے اور وجہ بتاتا ہے۔</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>سائن اِن ہو رہا ہے …</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>نام یا پاس ورڈ غلط ہے۔</translation>
    </message>
    <message>
        <source>What is on this laptop stays as it is.</source>
        <translation>اس لیپ ٹاپ پر جو کچھ ہے وہ جوں کا توں رہے گا۔</translation>
    </message>
    <message>
        <source>Type both again; capitals count.</source>
        <translation>دونوں دوبارہ لکھیں؛ بڑے اور چھوٹے حروف کا فرق ہوتا ہے۔</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>ایک بار کا کوڈ</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>نیا پاس ورڈ</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>ایک بار پھر</translation>
    </message>
    <message>
        <source>Set up this laptop</source>
        <translation>یہ لیپ ٹاپ تیار کریں</translation>
    </message>
    <message>
        <source>You need a network and the one-time code that your administrator gave you.</source>
        <translation>آپ کو نیٹ ورک اور ایک بار کا وہ کوڈ درکار ہے جو آپ کے منتظم نے دیا۔</translation>
    </message>
    <message>
        <source>Sign in with a password</source>
        <translation>پاس ورڈ سے سائن اِن کریں</translation>
    </message>
    <message>
        <source>I have a one-time code</source>
        <translation>میرے پاس ایک بار کا کوڈ ہے</translation>
    </message>
    <message>
        <source>This is not the whole text of a QR code. Scan it again, or type the code.</source>
        <translation>یہ کیو آر کوڈ کا پورا متن نہیں۔ اسے دوبارہ اسکین کریں، یا کوڈ لکھیں۔</translation>
    </message>
    <message>
        <source>The code is not whole yet: it has %1 letters and digits.</source>
        <translation>کوڈ ابھی پورا نہیں: اس میں %1 حروف اور ہندسے ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>This becomes the password of your account.</source>
        <translation>یہ آپ کے اکاؤنٹ کا پاس ورڈ بن جائے گا۔</translation>
    </message>
    <message>
        <source>Setting up …</source>
        <translation>تیار ہو رہا ہے …</translation>
    </message>
    <message>
        <source>The name or the code is wrong, or the code was used or is too old.</source>
        <translation>نام یا کوڈ غلط ہے، یا کوڈ استعمال ہو چکا ہے یا بہت پرانا ہے۔</translation>
    </message>
    <message>
        <source>or the text of its QR code</source>
        <translation>یا اس کے کیو آر کوڈ کا متن</translation>
    </message>
    <message>
        <source>This QR code names a server that no laptop goes to: its address is neither https nor on this laptop. Ask your administrator for a code with the server’s https address.</source>
        <translation>یہ QR کوڈ ایسے سرور کا نام لیتا ہے جس سے کوئی لیپ ٹاپ رابطہ نہیں کرتا: اس کا پتہ نہ https ہے نہ اسی لیپ ٹاپ پر ہے۔ اپنے منتظم سے ایسا کوڈ مانگیں جس میں سرور کا https والا پتہ ہو۔</translation>
    </message>
    <message>
        <source>Keys of the server</source>
        <translation>سرور کی کلیدیں</translation>
    </message>
    <message>
        <source>Compare what you typed with what you were given. If you have set up this laptop with it before, sign in with your password. Otherwise ask your administrator for a new code.</source>
        <translation>جو آپ نے لکھا اسے اس سے ملائیں جو آپ کو دیا گیا۔ اگر آپ اس سے یہ لیپ ٹاپ پہلے تیار کر چکے ہیں تو اپنے پاس ورڈ سے سائن اِن کریں۔ ورنہ اپنے منتظم سے نیا کوڈ مانگیں۔</translation>
    </message>
    <message>
        <source>Look at the server address and at the network, then try again.</source>
        <translation>سرور کا پتہ اور نیٹ ورک دیکھیں، پھر دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>Write it as https://markaz.example.gov.pk; http goes to a server on this laptop alone.</source>
        <translation>اسے یوں لکھیں: https://markaz.example.gov.pk؛ http صرف اسی لیپ ٹاپ کے سرور تک جاتا ہے۔</translation>
    </message>
    <message>
        <source>It has small letters, digits, dots, hyphens and underscores, such as a.khan.</source>
        <translation>اس میں چھوٹے حروف، ہندسے، نقطے، ہائفن اور انڈر اسکور ہوتے ہیں، جیسے a.khan۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::SignatureCard</name>
    <message>
        <source>Signature: %1</source>
        <translation>دستخط: %1</translation>
    </message>
    <message>
        <source>Not signed. The owner may be absent.</source>
        <translation>دستخط نہیں ہوئے۔ ہو سکتا ہے مالک موجود نہ ہو۔</translation>
    </message>
    <message>
        <source>Not signed yet.</source>
        <translation>ابھی دستخط نہیں ہوئے۔</translation>
    </message>
    <message>
        <source>Signature of %1</source>
        <translation>%1 کے دستخط</translation>
    </message>
    <message>
        <source>Sign again…</source>
        <translation>دوبارہ دستخط…</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>دستخط کریں…</translation>
    </message>
    <message>
        <source>The signature cannot be read.</source>
        <translation>دستخط پڑھے نہیں جا سکتے۔</translation>
    </message>
    <message>
        <source>%1. The picture of the signature cannot be shown.</source>
        <translation>%1۔ دستخط کی تصویر دکھائی نہیں جا سکتی۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::SignaturePad</name>
    <message>
        <source>Paper to sign on</source>
        <translation>دستخط کا کاغذ</translation>
    </message>
    <message>
        <source>Sign with the mouse, a pen or a finger</source>
        <translation>ماؤس، قلم یا انگلی سے دستخط کریں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::SignatureSheet</name>
    <message>
        <source>Signature: %1</source>
        <translation>دستخط: %1</translation>
    </message>
    <message>
        <source>With my signature I confirm that the visit took place and that I was present. It is no consent to the result.</source>
        <translation>میں اپنے دستخط سے تصدیق کرتا/کرتی ہوں کہ دورہ ہوا اور میں موجود تھا/تھی۔ یہ نتیجے سے اتفاق نہیں۔</translation>
    </message>
    <message>
        <source>With my signature I confirm that I carried out this visit and answered on the spot.</source>
        <translation>میں اپنے دستخط سے تصدیق کرتا/کرتی ہوں کہ یہ دورہ میں نے خود کیا اور موقع پر جواب دیے۔</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس لیں</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>صاف کریں</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>Take the signature</source>
        <translation>دستخط رکھ لیں</translation>
    </message>
    <message>
        <source>Throw the signature away</source>
        <translation>دستخط ضائع کریں</translation>
    </message>
    <message>
        <source>The signature is not taken.</source>
        <translation>دستخط نہیں لیے گئے۔</translation>
    </message>
    <message>
        <source>Go on signing</source>
        <translation>دستخط جاری رکھیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::SignaturesButton</name>
    <message>
        <source>Who signed this visit</source>
        <translation>اس دورے پر کس نے دستخط کیے</translation>
    </message>
    <message>
        <source>Signatures (%1)</source>
        <translation>دستخط (%1)</translation>
    </message>
</context>
<context>
    <name>markaz::ui::StandardPreview</name>
    <message>
        <source>Sections</source>
        <translation>حصے</translation>
    </message>
    <message>
        <source>Thresholds of tier</source>
        <translation>کس درجے کی حدیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::StandardsPage</name>
    <message>
        <source>Standards</source>
        <translation>معیارات</translation>
    </message>
    <message>
        <source>Check a file…</source>
        <translation>فائل جانچیں…</translation>
    </message>
    <message>
        <source>What to show of the file</source>
        <translation>فائل میں سے کیا دکھایا جائے</translation>
    </message>
    <message>
        <source>What is wrong with the file</source>
        <translation>فائل میں کیا غلط ہے</translation>
    </message>
    <message>
        <source>What was left out of the file</source>
        <translation>فائل میں سے کیا چھوڑ دیا گیا</translation>
    </message>
    <message>
        <source>%1, version %2: %3 items, %4 of them critical</source>
        <translation>%1، نسخہ %2: %3 شقیں، جن میں %4 لازمی</translation>
    </message>
    <message>
        <source>Check a standard</source>
        <translation>معیار جانچیں</translation>
    </message>
    <message>
        <source>Standards (*.xlsx *.xlsm *.json);;All files (*)</source>
        <translation>معیارات (*.xlsx *.xlsm *.json);;تمام فائلیں (*)</translation>
    </message>
    <message>
        <source>Reading %1.</source>
        <translation>فائل %1 پڑھی جا رہی ہے۔</translation>
    </message>
    <message>
        <source>%1 was not read.</source>
        <translation>فائل %1 نہیں پڑھی گئی۔</translation>
    </message>
    <message>
        <source>It is larger than 16 MiB.</source>
        <translation>یہ 16 MiB سے بڑی ہے۔</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>فائل کھولی نہیں جا سکتی۔</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another file.</source>
        <translation>کچھ تبدیل نہیں ہوا۔ کوئی اور فائل چنیں۔</translation>
    </message>
    <message>
        <source>As inspectors will see it</source>
        <translation>جیسا انسپکٹر دیکھیں گے</translation>
    </message>
    <message>
        <source>%1 is sound.</source>
        <translation>فائل %1 درست ہے۔</translation>
    </message>
    <message>
        <source>Nothing was published.</source>
        <translation>کچھ شائع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Faults %1</source>
        <translation>غلطیاں %1</translation>
    </message>
    <message>
        <source>%1 is not sound: %2 faults.</source>
        <translation>فائل %1 درست نہیں: %2 غلطیاں۔</translation>
    </message>
    <message>
        <source>Mend the cells below and check the file again.</source>
        <translation>نیچے دیے گئے خانے درست کریں اور فائل دوبارہ جانچیں۔</translation>
    </message>
    <message>
        <source>Left out %1</source>
        <translation>چھوڑا گیا %1</translation>
    </message>
    <message>
        <source>The standard in force</source>
        <translation>نافذ معیار</translation>
    </message>
    <message>
        <source>What the new version changes</source>
        <translation>نیا نسخہ کیا بدلتا ہے</translation>
    </message>
    <message>
        <source>Changes %1</source>
        <translation>تبدیلیاں %1</translation>
    </message>
    <message>
        <source>Look through it and at what changes, then publish it.</source>
        <translation>اسے اور اس کی تبدیلیوں کو دیکھ لیں، پھر شائع کریں۔</translation>
    </message>
    <message>
        <source>Publish version %1</source>
        <translation>نسخہ %1 شائع کریں</translation>
    </message>
    <message>
        <source>Publish it for good</source>
        <translation>حتمی طور پر شائع کریں</translation>
    </message>
    <message>
        <source>%1. Every laptop fetches it, and a published version is never changed.</source>
        <translation>%1۔ ہر لیپ ٹاپ اسے حاصل کر لیتا ہے، اور شائع شدہ نسخہ کبھی نہیں بدلتا۔</translation>
    </message>
    <message>
        <source>This very version is published already.</source>
        <translation>یہی نسخہ پہلے ہی شائع ہو چکا ہے۔</translation>
    </message>
    <message>
        <source>Another version waits for the server&apos;s word.</source>
        <translation>ایک اور نسخہ سرور کے جواب کا منتظر ہے۔</translation>
    </message>
    <message>
        <source>This number is taken by a version with another content. Give the file a number above %1.</source>
        <translation>اس نمبر کا نسخہ دوسرے مواد کے ساتھ موجود ہے۔ فائل کو %1 سے بڑا نمبر دیں۔</translation>
    </message>
    <message>
        <source>Version %1 is in force. Give the file a number above it.</source>
        <translation>نسخہ %1 نافذ ہے۔ فائل کو اس سے بڑا نمبر دیں۔</translation>
    </message>
    <message>
        <source>This is another standard: a new version keeps the id %1.</source>
        <translation>یہ کوئی اور معیار ہے: نئے نسخے کی شناخت %1 ہی رہتی ہے۔</translation>
    </message>
    <message>
        <source>It is too large to travel to the laptops.</source>
        <translation>یہ لیپ ٹاپوں تک پہنچنے کے لیے بہت بڑا ہے۔</translation>
    </message>
    <message>
        <source>The version was not published.</source>
        <translation>نسخہ شائع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Version %1 waits on this laptop for the server&apos;s word.</source>
        <translation>نسخہ %1 اس لیپ ٹاپ پر سرور کے جواب کا منتظر ہے۔</translation>
    </message>
    <message>
        <source>Nothing is made with it before.</source>
        <translation>اس سے پہلے اس کے مطابق کچھ نہیں بنتا۔</translation>
    </message>
    <message>
        <source>Sync sends it. If it stays here, the Sync page says why.</source>
        <translation>مطابقت اسے بھیج دیتی ہے۔ اگر یہ یہیں رہے تو مطابقت کا صفحہ وجہ بتاتا ہے۔</translation>
    </message>
    <message>
        <source>%1 is not sound: 1 fault.</source>
        <translation>فائل %1 درست نہیں: 1 غلطی۔</translation>
    </message>
    <message>
        <source>Mend what is named below and check the file again.</source>
        <translation>نیچے بتائی گئی جگہیں درست کریں اور فائل دوبارہ جانچیں۔</translation>
    </message>
    <message>
        <source>Version %1 is published.</source>
        <translation>نسخہ %1 شائع ہو گیا۔</translation>
    </message>
    <message>
        <source>A new version as an XLSForm workbook (XLSX) or as JSON; it can be dropped here too. Checking publishes nothing.</source>
        <translation>نیا نسخہ XLSForm ورک بک (XLSX) یا JSON کی صورت میں؛ اسے یہاں گھسیٹ کر بھی چھوڑا جا سکتا ہے۔ جانچنے سے کچھ شائع نہیں ہوتا۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::StepSheet</name>
    <message>
        <source>Back to draft</source>
        <translation>مسودے پر واپس</translation>
    </message>
    <message>
        <source>The loan is declined</source>
        <translation>قرض نامنظور ہے</translation>
    </message>
    <message>
        <source>Close the loan</source>
        <translation>قرض بند کریں</translation>
    </message>
    <message>
        <source>Say what is missing. Bank, amount and terms can be changed again.</source>
        <translation>بتائیں کیا کمی ہے۔ بینک، رقم اور شرائط دوبارہ بدلی جا سکتی ہیں۔</translation>
    </message>
    <message>
        <source>Say why. A declined loan stays as it is; another one may be applied for.</source>
        <translation>وجہ بتائیں۔ نامنظور قرض جوں کا توں رہتا ہے؛ دوسرے کی درخواست دی جا سکتی ہے۔</translation>
    </message>
    <message>
        <source>Something is owed still. Say why it is given up; the loan stays as it is then.</source>
        <translation>ابھی کچھ واجب الادا ہے۔ بتائیں کہ اسے کیوں چھوڑا جا رہا ہے؛ اس کے بعد قرض جوں کا توں رہتا ہے۔</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>لکھنا جاری رکھیں</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رہنے دیں</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>اسے ضائع کریں</translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation>آپ کا اندراج محفوظ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>The bank approved it</source>
        <translation>بینک نے منظور کر دیا</translation>
    </message>
    <message>
        <source>Bank, amount and terms are fixed from now on. Say more where there is more to say.</source>
        <translation>اب سے بینک، رقم اور شرائط نہیں بدلیں گی۔ کچھ اور کہنا ہو تو لکھیں۔</translation>
    </message>
    <message>
        <source>Nothing is owed any more. The loan stays as it is then.</source>
        <translation>اب کچھ واجب الادا نہیں۔ اس کے بعد قرض جوں کا توں رہتا ہے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::SubmitPage</name>
    <message>
        <source>No answer</source>
        <translation>جواب نہیں</translation>
    </message>
    <message>
        <source>Not inspected: no certificate is possible</source>
        <translation>معائنہ نہیں ہوا: سند ممکن نہیں</translation>
    </message>
    <message>
        <source>The reason is missing</source>
        <translation>وجہ باقی ہے</translation>
    </message>
    <message>
        <source>The answer cannot be used as it is</source>
        <translation>جواب اس شکل میں قابلِ استعمال نہیں</translation>
    </message>
    <message>
        <source>Review before submitting</source>
        <translation>جمع کرانے سے پہلے جائزہ</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>آغاز %1</translation>
    </message>
    <message>
        <source>nothing to solve</source>
        <translation>حل کرنے کو کچھ نہیں</translation>
    </message>
    <message>
        <source>%1 to solve, %2 to check</source>
        <translation>%1 حل طلب، %2 جانچ طلب</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>جائیں</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>%1 پر جائیں</translation>
    </message>
    <message>
        <source>Solve</source>
        <translation>حل کریں</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>جانچیں</translation>
    </message>
    <message>
        <source>Every item is answered in the form that it needs.</source>
        <translation>ہر سوال کا جواب مطلوبہ شکل میں ہے۔</translation>
    </message>
    <message>
        <source>%1, pass mark %2</source>
        <translation>%1، درکار %2</translation>
    </message>
    <message>
        <source>floor %1</source>
        <translation>حد %1</translation>
    </message>
    <message>
        <source>1 problem stands in the way</source>
        <translation>1 مسئلہ رکاوٹ ہے</translation>
    </message>
    <message>
        <source>%1 problems stand in the way</source>
        <translation>%1 مسائل رکاوٹ ہیں</translation>
    </message>
    <message>
        <source>Confirm that you carried out this visit</source>
        <translation>تصدیق کریں کہ یہ دورہ آپ نے کیا</translation>
    </message>
    <message>
        <source>Submitting works offline. The inspection is then fixed and waits on this laptop until it is sent.</source>
        <translation>جمع کرانا نیٹ ورک کے بغیر بھی ہوتا ہے۔ پھر معائنہ تبدیل نہیں ہو سکتا اور بھیجے جانے تک اس لیپ ٹاپ پر رہتا ہے۔</translation>
    </message>
    <message>
        <source>Back to the inspection</source>
        <translation>معائنے پر واپس</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>مسائل</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>اسکور</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>دورہ</translation>
    </message>
    <message>
        <source>I carried out this visit myself
and answered on the spot.</source>
        <translation>یہ دورہ میں نے خود کیا
اور موقع پر جواب دیے۔</translation>
    </message>
    <message>
        <source>Submit inspection</source>
        <translation>معائنہ جمع کرائیں</translation>
    </message>
    <message>
        <source>No files are attached.</source>
        <translation>کوئی فائل منسلک نہیں۔</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1۔</translation>
    </message>
    <message>
        <source>%1. No certificate is issued before all are there.</source>
        <translation>%1۔ سب کے پہنچنے تک سند جاری نہیں ہوتی۔</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>فائلیں</translation>
    </message>
    <message>
        <source>The visit could not be made…</source>
        <translation>دورہ نہیں ہو سکا…</translation>
    </message>
    <message>
        <source>Locked, nobody there, wrong address, unsafe or not ready: a short form</source>
        <translation>تالا، کوئی موجود نہیں، غلط پتا، غیر محفوظ یا تیار نہیں: ایک مختصر فارم</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>پی ڈی ایف میں محفوظ کریں…</translation>
    </message>
    <message>
        <source>Your signature is missing</source>
        <translation>آپ کے دستخط موجود نہیں</translation>
    </message>
    <message>
        <source>The owner’s signature is missing, or that of who stands for the owner</source>
        <translation>مالک یا اس کے نمائندے کے دستخط موجود نہیں</translation>
    </message>
    <message>
        <source>%1 is mended</source>
        <translation>%1 درست ہو گیا</translation>
    </message>
    <message>
        <source>Findings that this visit closes</source>
        <translation>نقائص جو یہ دورہ بند کرتا ہے</translation>
    </message>
    <message>
        <source>A finding was begun and not raised: it is not handed in</source>
        <translation>ایک نقص لکھنا شروع کیا گیا مگر درج نہیں ہوا: وہ جمع نہیں ہوگا</translation>
    </message>
    <message>
        <source>Its rows are not all filled in</source>
        <translation>اس کی سب قطاریں مکمل نہیں</translation>
    </message>
    <message>
        <source>1 photo that is asked for is missing</source>
        <translation>1 درکار تصویر موجود نہیں</translation>
    </message>
    <message>
        <source>%1 photos that are asked for are missing</source>
        <translation>%1 درکار تصویریں موجود نہیں</translation>
    </message>
    <message>
        <source>The document that is asked for is missing</source>
        <translation>درکار دستاویز موجود نہیں</translation>
    </message>
    <message>
        <source>Asked for and not there: photos %1, documents %2. The inspection can be submitted without them, and the officer may return it for them. Say why in the item’s note.</source>
        <translation>درکار ہیں مگر موجود نہیں: تصویریں %1، دستاویزات %2۔ معائنہ ان کے بغیر جمع کرایا جا سکتا ہے، اور افسر اسے ان کے لیے واپس کر سکتا ہے۔ وجہ شق کے نوٹ میں لکھیں۔</translation>
    </message>
    <message>
        <source>A file is still being checked</source>
        <translation>ایک فائل کی جانچ ابھی جاری ہے</translation>
    </message>
    <message>
        <source>List of the files…</source>
        <translation>فائلوں کی فہرست…</translation>
    </message>
    <message>
        <source>A change of a finding was begun and not saved: it is not handed in</source>
        <translation>کسی نقص میں تبدیلی شروع کی گئی مگر محفوظ نہیں ہوئی: وہ جمع نہیں ہو گی</translation>
    </message>
</context>
<context>
    <name>markaz::ui::SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>مطابقت</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>ابھی مطابقت کریں</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>کیا دکھایا جائے</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>تبدیلیاں</translation>
    </message>
    <message>
        <source>Last contact %1, server %2</source>
        <translation>آخری رابطہ %1، سرور %2</translation>
    </message>
    <message>
        <source>No contact yet, server %1</source>
        <translation>ابھی رابطہ نہیں ہوا، سرور %1</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>منتظر %1</translation>
    </message>
    <message>
        <source>Rejected %1</source>
        <translation>مسترد %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>ماضی</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>سائن اِن</translation>
    </message>
    <message>
        <source>The server has rejected nothing.</source>
        <translation>سرور نے کچھ مسترد نہیں کیا۔</translation>
    </message>
    <message>
        <source>Nothing has been sent from this laptop yet.</source>
        <translation>اس لیپ ٹاپ سے ابھی کچھ نہیں بھیجا گیا۔</translation>
    </message>
    <message>
        <source>Nothing waits. Every change on this laptop is on the server.</source>
        <translation>کچھ منتظر نہیں۔ اس لیپ ٹاپ کی ہر تبدیلی سرور پر ہے۔</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>برآمد</translation>
    </message>
    <message>
        <source>Everything that waits, was rejected or given up, as a file for support. It holds what you entered in clear.</source>
        <translation>جو کچھ منتظر، مسترد یا چھوڑا ہوا ہے، معاونت کے لیے ایک فائل میں۔ اس میں آپ کا درج کیا ہوا صاف لکھا ہے۔</translation>
    </message>
    <message>
        <source>Conflicts %1</source>
        <translation>ٹکراؤ %1</translation>
    </message>
    <message>
        <source>Last errors: %1</source>
        <translation>آخری خرابیاں: %1</translation>
    </message>
    <message>
        <source>Nothing waits but what was rejected.</source>
        <translation>مسترد تبدیلیوں کے سوا کچھ منتظر نہیں۔</translation>
    </message>
    <message>
        <source>Export the changes</source>
        <translation>تبدیلیاں برآمد کریں</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON فائلیں (*.json)</translation>
    </message>
    <message>
        <source>The changes are kept on this laptop.</source>
        <translation>تبدیلیاں اس لیپ ٹاپ پر محفوظ ہیں۔</translation>
    </message>
    <message>
        <source>1 change is written to %1.</source>
        <translation>1 تبدیلی %1 میں لکھ دی گئی۔</translation>
    </message>
    <message>
        <source>%1 changes are written to %2.</source>
        <translation>%1 تبدیلیاں %2 میں لکھ دی گئیں۔</translation>
    </message>
    <message>
        <source>The file holds what you entered in clear.</source>
        <translation>فائل میں آپ کا درج کیا ہوا صاف لکھا ہے۔</translation>
    </message>
    <message>
        <source>Hand it to nobody but support.</source>
        <translation>اسے معاونت کے سوا کسی کو نہ دیں۔</translation>
    </message>
    <message>
        <source>No change waits; files are still to be sent.</source>
        <translation>کوئی تبدیلی منتظر نہیں؛ فائلیں ابھی بھیجنی ہیں۔</translation>
    </message>
    <message>
        <source>No conflict waits for a decision.</source>
        <translation>کوئی ٹکراؤ فیصلے کا منتظر نہیں۔</translation>
    </message>
    <message>
        <source>Verify a certificate…</source>
        <translation>سند کی تصدیق…</translation>
    </message>
</context>
<context>
    <name>markaz::ui::SyncPill</name>
    <message>
        <source>Sync: %1</source>
        <translation>مطابقت: %1</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>1 change</source>
        <translation>1 تبدیلی</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 تبدیلیاں</translation>
    </message>
    <message>
        <source>1 change waits on this laptop</source>
        <translation>1 تبدیلی اس لیپ ٹاپ پر منتظر ہے</translation>
    </message>
    <message>
        <source>%1 changes wait on this laptop</source>
        <translation>%1 تبدیلیاں اس لیپ ٹاپ پر منتظر ہیں</translation>
    </message>
    <message>
        <source>1 conflict needs you</source>
        <translation>1 ٹکراؤ آپ کا منتظر ہے</translation>
    </message>
    <message>
        <source>%1 conflicts need you</source>
        <translation>%1 ٹکراؤ آپ کے منتظر ہیں</translation>
    </message>
    <message>
        <source>1 change was rejected</source>
        <translation>1 تبدیلی مسترد ہوئی</translation>
    </message>
    <message>
        <source>%1 changes were rejected</source>
        <translation>%1 تبدیلیاں مسترد ہوئیں</translation>
    </message>
    <message>
        <source>This laptop’s disk cannot be written</source>
        <translation>اس لیپ ٹاپ کی ڈسک پر لکھا نہیں جا سکتا</translation>
    </message>
    <message>
        <source>Sign in to receive changes</source>
        <translation>تبدیلیاں لینے کے لیے سائن اِن کریں</translation>
    </message>
    <message>
        <source>Sign in to send %1</source>
        <translation>%1 بھیجنے کے لیے سائن اِن کریں</translation>
    </message>
    <message>
        <source>Offline, nothing waits</source>
        <translation>آف لائن، کچھ منتظر نہیں</translation>
    </message>
    <message>
        <source>Offline, %1</source>
        <translation>آف لائن، %1</translation>
    </message>
    <message>
        <source>Server not reached since %1</source>
        <translation>%1 سے سرور سے رابطہ نہیں</translation>
    </message>
    <message>
        <source>Server not reached</source>
        <translation>سرور سے رابطہ نہیں</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Sending %1 of %2</source>
        <translation>%2 میں سے %1 بھیجی جا رہی ہے</translation>
    </message>
    <message>
        <source>Receiving changes</source>
        <translation>تبدیلیاں آ رہی ہیں</translation>
    </message>
    <message>
        <source>Sample data, nothing is sent</source>
        <translation>نمونے کا ڈیٹا، کچھ نہیں بھیجا جاتا</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>ابھی مطابقت نہیں ہوئی</translation>
    </message>
    <message>
        <source>Up to date, %1</source>
        <translation>تازہ ترین، %1</translation>
    </message>
    <message>
        <source>Nothing waits on this laptop.</source>
        <translation>اس لیپ ٹاپ پر کچھ منتظر نہیں۔</translation>
    </message>
    <message>
        <source>%1 and will be sent later.</source>
        <translation>%1 اور بعد میں بھیجی جائیں گی۔</translation>
    </message>
    <message>
        <source>This laptop is offline.</source>
        <translation>یہ لیپ ٹاپ آف لائن ہے۔</translation>
    </message>
    <message>
        <source>You can go on working.</source>
        <translation>آپ کام جاری رکھ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>سرور سے رابطہ نہ ہو سکا۔</translation>
    </message>
    <message>
        <source>Markaz tries again by itself. You can go on working.</source>
        <translation>مرکز خود دوبارہ کوشش کرتا ہے۔ آپ کام جاری رکھ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Something else answered in place of the Markaz server.</source>
        <translation>مرکز کے سرور کی جگہ کسی اور نے جواب دیا۔</translation>
    </message>
    <message>
        <source>This often is the sign-in page of a Wi-Fi network: open a browser and sign in there, or check the server address.</source>
        <translation>یہ اکثر وائی فائی کا سائن اِن صفحہ ہوتا ہے: براؤزر کھول کر وہاں سائن اِن کریں، یا سرور کا پتہ دیکھیں۔</translation>
    </message>
    <message>
        <source>Your session has ended.</source>
        <translation>آپ کا سیشن ختم ہو گیا۔</translation>
    </message>
    <message>
        <source>Sign in again to go on sending.</source>
        <translation>بھیجنا جاری رکھنے کے لیے دوبارہ سائن اِن کریں۔</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>سرور نے درخواست قبول نہیں کی۔</translation>
    </message>
    <message>
        <source>Tell your administrator this word: %1</source>
        <translation>اپنے منتظم کو یہ لفظ بتائیں: %1</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>کوئی نہیں دیا گیا</translation>
    </message>
    <message>
        <source>The cache on this laptop could not be written.</source>
        <translation>اس لیپ ٹاپ کا ذخیرہ لکھا نہ جا سکا۔</translation>
    </message>
    <message>
        <source>What was saved before is safe.</source>
        <translation>پہلے سے محفوظ سب کچھ سلامت ہے۔</translation>
    </message>
    <message>
        <source>Free some space on the disk; Markaz then goes on.</source>
        <translation>ڈسک پر کچھ جگہ خالی کریں؛ پھر مرکز خود جاری رہے گا۔</translation>
    </message>
    <message>
        <source>%1 and 1 file wait on this laptop</source>
        <translation>%1 اور 1 فائل اس لیپ ٹاپ پر منتظر ہیں</translation>
    </message>
    <message>
        <source>%1 and %2 files wait on this laptop</source>
        <translation>%1 اور %2 فائلیں اس لیپ ٹاپ پر منتظر ہیں</translation>
    </message>
    <message>
        <source>No room on the server, %1</source>
        <translation>سرور پر جگہ نہیں، %1</translation>
    </message>
    <message>
        <source>Sending files, %1 of %2</source>
        <translation>فائلیں بھیجی جا رہی ہیں، %2 میں سے %1</translation>
    </message>
    <message>
        <source>1 file was not taken</source>
        <translation>1 فائل قبول نہیں ہوئی</translation>
    </message>
    <message>
        <source>%1 files were not taken</source>
        <translation>%1 فائلیں قبول نہیں ہوئیں</translation>
    </message>
    <message>
        <source>Sign in, %1</source>
        <translation>سائن اِن کریں، %1</translation>
    </message>
    <message>
        <source>Not the Markaz server since %1</source>
        <translation>%1 سے مرکز سرور نہیں</translation>
    </message>
    <message>
        <source>Not the Markaz server</source>
        <translation>مرکز سرور نہیں</translation>
    </message>
    <message>
        <source>Refused by the server since %1</source>
        <translation>%1 سے سرور کا انکار</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>سرور کا انکار</translation>
    </message>
    <message>
        <source>This Markaz is too old to receive</source>
        <translation>یہ مرکز وصولی کے لیے پرانا ہے</translation>
    </message>
    <message>
        <source>1 change waits for other records</source>
        <translation>1 تبدیلی دوسرے ریکارڈوں کی منتظر ہے</translation>
    </message>
    <message>
        <source>%1 changes wait for other records</source>
        <translation>%1 تبدیلیاں دوسرے ریکارڈوں کی منتظر ہیں</translation>
    </message>
    <message>
        <source>This Markaz is too old for the server: it may send, but not receive.</source>
        <translation>یہ مرکز سرور کے لیے پرانا ہے: بھیج سکتا ہے، وصول نہیں کر سکتا۔</translation>
    </message>
    <message>
        <source>Install the newest Markaz. You can go on working meanwhile.</source>
        <translation>تازہ ترین مرکز نصب کریں۔ اس دوران آپ کام جاری رکھ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Sending: %1 of %2 are through.</source>
        <translation>ترسیل: %2 میں سے %1 پہنچ گئیں۔</translation>
    </message>
    <message>
        <source>Sending.</source>
        <translation>ترسیل جاری ہے۔</translation>
    </message>
    <message>
        <source>Receiving.</source>
        <translation>وصولی جاری ہے۔</translation>
    </message>
    <message>
        <source>Receiving: %1 records so far.</source>
        <translation>وصولی: اب تک %1 ریکارڈ۔</translation>
    </message>
    <message>
        <source>Paused until you sign in.</source>
        <translation>آپ کے سائن اِن تک رکا ہوا۔</translation>
    </message>
    <message>
        <source>At rest. Looks again at %1.</source>
        <translation>فارغ۔ %1 پر پھر دیکھے گا۔</translation>
    </message>
    <message>
        <source>Waits, and tries again at %1.</source>
        <translation>منتظر، %1 پر پھر کوشش کرے گا۔</translation>
    </message>
    <message>
        <source>At rest.</source>
        <translation>فارغ۔</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>رکا ہوا۔</translation>
    </message>
    <message>
        <source>The server’s audit log goes back behind what this laptop saw of it (noticed %1).</source>
        <translation>سرور کا آڈٹ اس سے پیچھے چلا گیا ہے جو اس لیپ ٹاپ نے دیکھا تھا (معلوم ہوا %1)۔</translation>
    </message>
    <message>
        <source>This is expected: the server was restored from a backup, and gets again what this laptop had sent.</source>
        <translation>یہ متوقع ہے: سرور کو بیک اپ سے بحال کیا گیا ہے، اور جو اس لیپ ٹاپ نے بھیجا تھا وہ اسے دوبارہ ملے گا۔</translation>
    </message>
    <message>
        <source>If you know of no restore, ask your administrator.</source>
        <translation>اگر آپ کو کسی بحالی کا علم نہیں تو اپنے منتظم سے پوچھیں۔</translation>
    </message>
    <message>
        <source>The server’s audit log is no longer the one that this laptop saw (noticed %1).</source>
        <translation>سرور کا آڈٹ اب وہ نہیں رہا جو اس لیپ ٹاپ نے دیکھا تھا (معلوم ہوا %1)۔</translation>
    </message>
    <message>
        <source>Your records and changes on this laptop are not touched by it.</source>
        <translation>اس لیپ ٹاپ پر آپ کے ریکارڈ اور تبدیلیاں اس سے متاثر نہیں ہوئیں۔</translation>
    </message>
    <message>
        <source>Tell your administrator and the auditor, and keep this laptop: it is a witness.</source>
        <translation>اپنے منتظم اور آڈیٹر کو بتائیں، اور اس لیپ ٹاپ کو سنبھال کر رکھیں: یہ گواہ ہے۔</translation>
    </message>
    <message>
        <source>This laptop was revoked</source>
        <translation>یہ لیپ ٹاپ منسوخ کر دیا گیا</translation>
    </message>
    <message>
        <source>An administrator has revoked this laptop for this account.</source>
        <translation>ایک منتظم نے اس اکاؤنٹ کے لیے یہ لیپ ٹاپ منسوخ کر دیا ہے۔</translation>
    </message>
    <message>
        <source>Ask your administrator for a one-time code for another laptop.</source>
        <translation>دوسرے لیپ ٹاپ کے لیے اپنے منتظم سے ایک بار کا کوڈ مانگیں۔</translation>
    </message>
    <message>
        <source>Server not trusted since %1</source>
        <translation>%1 سے سرور پر بھروسا نہیں</translation>
    </message>
    <message>
        <source>Server not trusted</source>
        <translation>سرور پر بھروسا نہیں</translation>
    </message>
    <message>
        <source>%1 and will be sent later.</source>
        <comment>one thing</comment>
        <translation>%1 اور بعد میں بھیجی جائے گی۔</translation>
    </message>
    <message>
        <source>Sending a file.</source>
        <translation>ایک فائل بھیجی جا رہی ہے۔</translation>
    </message>
    <message>
        <source>Fetching a file.</source>
        <translation>ایک فائل لائی جا رہی ہے۔</translation>
    </message>
    <message>
        <source>What was not sent is handed in to the server and kept there; your administrator can have it looked up.</source>
        <translation>جو نہیں بھیجا گیا وہ سرور کے حوالے کیا جاتا ہے اور وہیں رکھا جاتا ہے؛ آپ کا منتظم اسے نکلوا سکتا ہے۔</translation>
    </message>
    <message>
        <source>1 change waits on this laptop for this account.</source>
        <translation>اس اکاؤنٹ کی 1 تبدیلی اس لیپ ٹاپ پر منتظر ہے۔</translation>
    </message>
    <message>
        <source>%1 changes wait on this laptop for this account.</source>
        <translation>اس اکاؤنٹ کی %1 تبدیلیاں اس لیپ ٹاپ پر منتظر ہیں۔</translation>
    </message>
    <message>
        <source>1 file waits on this laptop for this account.</source>
        <translation>اس اکاؤنٹ کی 1 فائل اس لیپ ٹاپ پر منتظر ہے۔</translation>
    </message>
    <message>
        <source>%1 files wait on this laptop for this account.</source>
        <translation>%1 فائلیں اس اکاؤنٹ کی اس لیپ ٹاپ پر منتظر ہیں۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::TableColumns</name>
    <message>
        <source>All columns</source>
        <translation>تمام کالم</translation>
    </message>
</context>
<context>
    <name>markaz::ui::TenorChart</name>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>tenor, months</source>
        <translation>مدت، مہینے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::TopBar</name>
    <message>
        <source>SAMPLE DATA</source>
        <translation>نمونے کا ڈیٹا</translation>
    </message>
    <message>
        <source>These records are invented. They are never sent to a real server.</source>
        <translation>یہ ریکارڈ فرضی ہیں۔ یہ کبھی کسی اصل سرور کو نہیں بھیجے جاتے۔</translation>
    </message>
    <message>
        <source>Buildings, owners, findings, commands</source>
        <translation>عمارت، مالک، نقص یا حکم</translation>
    </message>
    <message>
        <source>Search buildings, owners, inspections, findings, certificates and commands</source>
        <translation>عمارتیں، مالکان، معائنے، نقائص، اسناد اور حکم تلاش کریں</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>تلاش</translation>
    </message>
</context>
<context>
    <name>TrustWords</name>
    <message>
        <source>The pin of the server’s key cannot be read.</source>
        <translation>سرور کی کلید کی پن پڑھی نہیں جا سکتی۔</translation>
    </message>
    <message>
        <source>Nothing was sent to any server.</source>
        <translation>کسی سرور کو کچھ نہیں بھیجا گیا۔</translation>
    </message>
    <message>
        <source>A pin is “sha256//” and 44 characters, and there may be two of them. Ask your administrator for the right ones.</source>
        <translation>پن میں “⁦sha256//⁩” اور اس کے بعد 44 حروف ہوتے ہیں، اور دو پن ہو سکتی ہیں۔ درست پن اپنے منتظم سے لیں۔</translation>
    </message>
    <message>
        <source>Nothing was sent to it. Your work is saved on this laptop.</source>
        <translation>اسے کچھ نہیں بھیجا گیا۔ آپ کا کام اس لیپ ٹاپ پر محفوظ ہے۔</translation>
    </message>
    <message>
        <source>By this laptop’s clock, the server’s certificate is not valid yet.</source>
        <translation>اس لیپ ٹاپ کی گھڑی کے مطابق سرور کا سرٹیفکیٹ ابھی شروع نہیں ہوا۔</translation>
    </message>
    <message>
        <source>The clock is most likely behind: look at the date and time of this laptop and set them right. If they are right, tell your administrator.</source>
        <translation>غالباً گھڑی پیچھے ہے: اس لیپ ٹاپ کی تاریخ اور وقت دیکھیں اور درست کریں۔ اگر وہ درست ہوں تو اپنے منتظم کو بتائیں۔</translation>
    </message>
    <message>
        <source>By this laptop’s clock, the server’s certificate has run out.</source>
        <translation>اس لیپ ٹاپ کی گھڑی کے مطابق سرور کے سرٹیفکیٹ کی میعاد ختم ہو چکی ہے۔</translation>
    </message>
    <message>
        <source>Look at the date and time of this laptop first. If they are right, tell your administrator that the certificate has to be renewed.</source>
        <translation>پہلے اس لیپ ٹاپ کی تاریخ اور وقت دیکھیں۔ اگر وہ درست ہوں تو اپنے منتظم کو بتائیں کہ سرٹیفکیٹ کی تجدید ضروری ہے۔</translation>
    </message>
    <message>
        <source>The certificate that was shown belongs to another address.</source>
        <translation>جو سرٹیفکیٹ دکھایا گیا وہ کسی اور پتے کا ہے۔</translation>
    </message>
    <message>
        <source>Check the server address on the sign-in page. If it is right, try another network, and tell your administrator.</source>
        <translation>سائن اِن صفحے پر سرور کا پتا دیکھیں۔ اگر وہ درست ہو تو کوئی دوسرا نیٹ ورک آزمائیں، اور اپنے منتظم کو بتائیں۔</translation>
    </message>
    <message>
        <source>Nobody whom this laptop trusts vouches for the server’s certificate.</source>
        <translation>سرور کے سرٹیفکیٹ کی ضمانت کوئی ایسا ادارہ نہیں دیتا جس پر اس لیپ ٹاپ کو بھروسا ہو۔</translation>
    </message>
    <message>
        <source>Something on this network may stand between: try another network. If it stays so, tell your administrator.</source>
        <translation>ہو سکتا ہے اس نیٹ ورک میں کوئی چیز بیچ میں ہو: کوئی دوسرا نیٹ ورک آزمائیں۔ اگر یہی رہے تو اپنے منتظم کو بتائیں۔</translation>
    </message>
    <message>
        <source>The server showed another key than the one this laptop was told to expect.</source>
        <translation>سرور نے اس کلید کے بجائے کوئی اور کلید دکھائی جس کی اس لیپ ٹاپ کو توقع تھی۔</translation>
    </message>
    <message>
        <source>Do not go around this. Ask your administrator whether the server’s key was changed, and for the new pin.</source>
        <translation>اسے نظر انداز نہ کریں۔ اپنے منتظم سے پوچھیں کہ کیا سرور کی کلید بدلی گئی ہے، اور نئی پن لیں۔</translation>
    </message>
    <message>
        <source>The server offers only an old encryption that is no longer safe.</source>
        <translation>سرور صرف پرانی خفیہ کاری پیش کرتا ہے جو اب محفوظ نہیں۔</translation>
    </message>
    <message>
        <source>Try another network. If it stays so, tell your administrator.</source>
        <translation>کوئی دوسرا نیٹ ورک آزمائیں۔ اگر یہی رہے تو اپنے منتظم کو بتائیں۔</translation>
    </message>
    <message>
        <source>No safe connection to the server could be made.</source>
        <translation>سرور سے محفوظ رابطہ قائم نہ ہو سکا۔</translation>
    </message>
    <message>
        <source>The certificate that was met has the SHA-256 fingerprint %1: read it to your administrator.</source>
        <translation>جو سرٹیفکیٹ سامنے آیا اس کا ⁦SHA-256⁩ فنگر پرنٹ %1 ہے: اسے اپنے منتظم کو پڑھ کر سنائیں۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::UnlockPage</name>
    <message>
        <source>Unlock Markaz</source>
        <translation>مرکز کھولیں</translation>
    </message>
    <message>
        <source>What %1 has on this laptop is sealed with its passphrase. No network is needed.</source>
        <translation>اس لیپ ٹاپ پر %1 کا جو کچھ ہے وہ اس کے پاس فریز سے مہر بند ہے۔ نیٹ ورک درکار نہیں۔</translation>
    </message>
    <message>
        <source>Passphrase of this laptop</source>
        <translation>اس لیپ ٹاپ کا پاس فریز</translation>
    </message>
    <message>
        <source>Unlock with this computer’s keyring at the start</source>
        <translation>شروع میں اس کمپیوٹر کے کی رِنگ سے کھولیں</translation>
    </message>
    <message>
        <source>Then whoever is signed in to this computer as you opens Markaz without the passphrase.</source>
        <translation>پھر جو اس کمپیوٹر پر آپ کے نام سے سائن اِن ہو وہ پاس فریز کے بغیر مرکز کھول لیتا ہے۔</translation>
    </message>
    <message>
        <source>Sign in as another</source>
        <translation>کسی اور نام سے سائن اِن</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>کھولیں</translation>
    </message>
    <message>
        <source>I have forgotten the passphrase</source>
        <translation>میں پاس فریز بھول گیا ہوں</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>ایک بار پھر کوشش کریں</translation>
    </message>
    <message>
        <source>Begin anew on this laptop</source>
        <translation>اس لیپ ٹاپ پر نئے سرے سے شروع کریں</translation>
    </message>
    <message>
        <source>Unlocking …</source>
        <translation>کھل رہا ہے …</translation>
    </message>
    <message>
        <source>Nobody can recover it. You may begin anew on this laptop: with a network, your account’s password and a one-time code from your administrator you get back what the server has. Without a code this laptop stays empty. What was not sent from here stays sealed in a folder that is kept beside, in case you remember.</source>
        <translation>اسے کوئی واپس نہیں لا سکتا۔ آپ اس لیپ ٹاپ پر نئے سرے سے شروع کر سکتے ہیں: نیٹ ورک، اپنے اکاؤنٹ کے پاس ورڈ اور منتظم کے ایک بار کے کوڈ سے وہ سب واپس مل جاتا ہے جو سرور پر ہے۔ کوڈ کے بغیر یہ لیپ ٹاپ خالی رہتا ہے۔ جو یہاں سے بھیجا نہیں گیا وہ ساتھ کے ایک فولڈر میں مہر بند رہتا ہے، شاید آپ کو یاد آ جائے۔</translation>
    </message>
</context>
<context>
    <name>UnlockWords</name>
    <message>
        <source>The passphrase is wrong.</source>
        <translation>پاس فریز غلط ہے۔</translation>
    </message>
    <message>
        <source>What is on this laptop stays as it is.</source>
        <translation>اس لیپ ٹاپ پر جو کچھ ہے وہ جوں کا توں رہے گا۔</translation>
    </message>
    <message>
        <source>Type it again; capitals count.</source>
        <translation>اسے دوبارہ لکھیں؛ بڑے اور چھوٹے حروف کا فرق ہے۔</translation>
    </message>
    <message>
        <source>It is too early for the next try.</source>
        <translation>اگلی کوشش کا وقت ابھی نہیں ہوا۔</translation>
    </message>
    <message>
        <source>The file that holds the key to this laptop’s records is damaged.</source>
        <translation>جس فائل میں اس لیپ ٹاپ کے ریکارڈ کی کلید ہے وہ خراب ہے۔</translation>
    </message>
    <message>
        <source>It was left as it is, and what was sent is safe on the server.</source>
        <translation>اسے جوں کا توں رہنے دیا گیا ہے، اور جو بھیجا جا چکا وہ سرور پر محفوظ ہے۔</translation>
    </message>
    <message>
        <source>Put back %1 from a copy of this computer if there is one; without it the records here stay sealed.</source>
        <translation>اگر اس کمپیوٹر کی کوئی نقل ہے تو اس سے %1 واپس رکھیں؛ اس کے بغیر یہاں کے ریکارڈ مہر بند رہیں گے۔</translation>
    </message>
    <message>
        <source>Markaz is locked.</source>
        <translation>مرکز مقفل ہے۔</translation>
    </message>
    <message>
        <source>Markaz locked itself: nobody used it for %1 minutes.</source>
        <translation>مرکز خود مقفل ہو گیا: %1 منٹ سے کسی نے اسے استعمال نہیں کیا۔</translation>
    </message>
    <message>
        <source>Markaz locked itself when the computer went to sleep.</source>
        <translation>کمپیوٹر کے سونے پر مرکز خود مقفل ہو گیا۔</translation>
    </message>
    <message>
        <source>Your work is saved, also what you were typing.</source>
        <translation>آپ کا کام محفوظ ہے، وہ بھی جو آپ لکھ رہے تھے۔</translation>
    </message>
    <message>
        <source>Nothing is sent or fetched until it is unlocked.</source>
        <translation>جب تک یہ نہ کھلے، نہ کچھ بھیجا جاتا ہے نہ لایا جاتا ہے۔</translation>
    </message>
    <message>
        <source>The next try is possible in 1 second.</source>
        <translation>اگلی کوشش 1 سیکنڈ بعد ہو سکتی ہے۔</translation>
    </message>
    <message>
        <source>The next try is possible in %1 seconds.</source>
        <translation>اگلی کوشش %1 سیکنڈ بعد ہو سکتی ہے۔</translation>
    </message>
    <message>
        <source>At least %1 characters. Several words that nobody would guess are easy to remember.</source>
        <translation>کم از کم %1 حروف۔ چند الفاظ جن کا کوئی اندازہ نہ لگا سکے، آسانی سے یاد رہتے ہیں۔</translation>
    </message>
    <message>
        <source>1 more character.</source>
        <translation>1 حرف اور۔</translation>
    </message>
    <message>
        <source>%1 more characters.</source>
        <translation>%1 حروف اور۔</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>یہ بہت لمبا ہے۔</translation>
    </message>
    <message>
        <source>Type it once more.</source>
        <translation>اسے ایک بار پھر لکھیں۔</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>دونوں ابھی ایک جیسے نہیں۔</translation>
    </message>
    <message>
        <source>Too easy to guess: use at least %1 different letters, digits or signs.</source>
        <translation>اندازہ لگانا بہت آسان ہے: کم از کم %1 مختلف حروف، ہندسے یا علامتیں استعمال کریں۔</translation>
    </message>
    <message>
        <source>This is your account’s password. Choose another passphrase: whoever learns the one must not have the other.</source>
        <translation>یہ آپ کے اکاؤنٹ کا پاس ورڈ ہے۔ کوئی اور پاس فریز چنیں: جسے ایک معلوم ہو جائے اس کے ہاتھ دوسرا نہ لگے۔</translation>
    </message>
    <message>
        <source>This is your account’s password.</source>
        <translation>یہ آپ کے اکاؤنٹ کا پاس ورڈ ہے۔</translation>
    </message>
    <message>
        <source>The passphrase is as it was.</source>
        <translation>پاس فریز ویسا ہی ہے۔</translation>
    </message>
    <message>
        <source>Choose another: whoever learns the one must not have the other.</source>
        <translation>کوئی اور چنیں: جسے ایک معلوم ہو جائے اس کے پاس دوسرا نہیں ہونا چاہیے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::VerdictBar</name>
    <message>
        <source>Floors</source>
        <translation>حدیں</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>All answered</source>
        <translation>سب کے جواب ہو گئے</translation>
    </message>
    <message>
        <source>1 item left</source>
        <translation>1 باقی</translation>
    </message>
    <message>
        <source>%1 items left</source>
        <translation>%1 باقی</translation>
    </message>
    <message>
        <source>Tier %1: %2 of %3</source>
        <translation>درجہ %1: اسکور %2، درکار %3</translation>
    </message>
    <message>
        <source> – but </source>
        <translation>، مگر </translation>
    </message>
    <message>
        <source> fails</source>
        <translation> ناکام ہے</translation>
    </message>
    <message>
        <source> fails, and %1 more critical</source>
        <translation> ناکام ہے، اور %1 مزید لازمی</translation>
    </message>
    <message>
        <source>Refused as it stands. A critical item that fails refuses the building at any score.</source>
        <translation>اس حالت میں نامنظور۔ لازمی شرط ناکام ہو تو عمارت کسی بھی اسکور پر نامنظور ہوتی ہے۔</translation>
    </message>
    <message>
        <source> so far, next </source>
        <translation> اب تک، اگلا </translation>
    </message>
    <message>
        <source>Nothing critical has failed. The verdict stands when every item is answered.</source>
        <translation>کوئی لازمی شرط ناکام نہیں۔ ہر سوال کا جواب ہونے پر فیصلہ قائم ہو گا۔</translation>
    </message>
    <message>
        <source> was not inspected</source>
        <translation> کا معائنہ نہیں ہوا</translation>
    </message>
    <message>
        <source>An item that was not inspected stands in the way of a certificate.</source>
        <translation>جس چیز کا معائنہ نہیں ہوا وہ سند میں رکاوٹ ہے۔</translation>
    </message>
    <message>
        <source> – eligible</source>
        <translation> – اہل</translation>
    </message>
    <message>
        <source>No critical item fails, the pass mark and every floor are met.</source>
        <translation>کوئی لازمی شرط ناکام نہیں، درکار اسکور اور ہر حد پوری ہے۔</translation>
    </message>
    <message>
        <source> – provisional</source>
        <translation> – عارضی</translation>
    </message>
    <message>
        <source> – but section %1 has %2 of %3</source>
        <translation>، مگر حصہ %1 کا اسکور %2، حد %3</translation>
    </message>
    <message>
        <source> – refused</source>
        <translation> – نامنظور</translation>
    </message>
    <message>
        <source>the total has %1 of %2</source>
        <translation>کل اسکور %2 میں سے %1 ہے</translation>
    </message>
    <message>
        <source>section %1 has %2 of %3</source>
        <translation>حصہ %1 کا اسکور %3 میں سے %2 ہے</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Short: %1. Up to %2 below is provisional, and %3 days are given to mend it.</source>
        <translation>کمی: %1۔ %2 تک کی کمی عارضی ہے، اور اسے دور کرنے کو %3 دن ملتے ہیں۔</translation>
    </message>
    <message>
        <source>Refused as it stands: %1.</source>
        <translation>موجودہ حالت میں نامنظور: %1۔</translation>
    </message>
    <message>
        <source>Refused as it stands: %1. Up to %2 below is provisional, and this is more.</source>
        <translation>موجودہ حالت میں نامنظور: %1۔ %2 تک کی کمی عارضی ہے، اور یہ اس سے زیادہ ہے۔</translation>
    </message>
</context>
<context>
    <name>VerifyCommand</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 پڑھی نہیں جا سکتی: %2</translation>
    </message>
    <message>
        <source>%1 holds no code of a certificate (%2).</source>
        <translation>%1 میں کسی سند کا کوڈ نہیں ہے (%2)۔</translation>
    </message>
    <message>
        <source>Whose keys and list to use. Default: the profile&apos;s last account.</source>
        <translation>کس کی کلیدیں اور فہرست استعمال ہوں۔ طے شدہ: پروفائل کا آخری اکاؤنٹ۔</translation>
    </message>
    <message>
        <source>The keys in FILE, as the server&apos;s /api/v1/public/keys gives them, and no profile. Whoever gives the file says whom to believe.</source>
        <translation>FILE کی کلیدیں، جیسے سرور کا /api/v1/public/keys دیتا ہے، بغیر پروفائل کے۔ جو فائل دیتا ہے وہی طے کرتا ہے کہ کس پر یقین کیا جائے۔</translation>
    </message>
    <message>
        <source>With --keys: the list in FILE, as /api/v1/public/revocations gives it.</source>
        <translation>‎--keys کے ساتھ: FILE کی فہرست، جیسے /api/v1/public/revocations دیتا ہے۔</translation>
    </message>
    <message>
        <source>Name one file, or give one code.</source>
        <translation>ایک فائل کا نام دیں، یا ایک کوڈ۔</translation>
    </message>
    <message>
        <source>--revocations goes with --keys.</source>
        <translation>‎--revocations صرف ‎--keys کے ساتھ چلتا ہے۔</translation>
    </message>
    <message>
        <source>No keys are known here to verify with: sync once, or name a file with --keys.</source>
        <translation>یہاں تصدیق کے لیے کوئی کلید معلوم نہیں: ایک بار مطابقت کریں، یا ‎--keys سے فائل کا نام دیں۔</translation>
    </message>
    <message>
        <source>No list of revoked certificates is known here: a certificate that was revoked may show as valid.</source>
        <translation>یہاں منسوخ سندوں کی کوئی فہرست معلوم نہیں: منسوخ شدہ سند درست نظر آ سکتی ہے۔</translation>
    </message>
    <message>
        <source>This laptop&apos;s clock is behind the server&apos;s last word (%1): what is over may show as valid.</source>
        <translation>اس لیپ ٹاپ کی گھڑی سرور کے آخری وقت (%1) سے پیچھے ہے: جس کی مدت ختم ہو چکی وہ درست نظر آ سکتا ہے۔</translation>
    </message>
    <message>
        <source>Says of a certificate&apos;s code whether it is genuine and holds, without a network: by the keys and the list of revoked certificates that the last sync brought. It asks for no passphrase.

CODE is the text of the QR code, “MKZ1:...”. FILE holds that text, or is a picture of the QR code (JPEG, PNG) or the certificate as PDF, for which pdftoppm has to be there. “-” reads the text from standard input.

Standard output: the first line is the verdict, the others are what the certificate states, each a name and its value; the last says as of when the list of revoked certificates is.

Exit status:
  0  valid: genuine, in its time, and nothing is known against it
  1  nothing could be said: no keys are known here, or the file cannot be read
  2  wrong options
  3  suspended
  4  revoked
  5  expired, or its first day is still to come
  6  unknown: it is signed with a key that nobody here knows
  7  tampered: altered, not readable as a code, or signed with a key that was revoked
  8  superseded: another certificate has its place
  9  sample: made from sample data, no certificate

Examples:
  markaz verify certificate.jpg
  markaz verify &quot;MKZ1:NCFOXN...&quot;
  markaz verify --keys keys.json --revocations revocations.json code.txt</source>
        <translation>کسی سند کے کوڈ کے بارے میں نیٹ ورک کے بغیر بتاتا ہے کہ وہ اصلی ہے اور نافذ ہے یا نہیں: ان کلیدوں اور منسوخ سندوں کی اس فہرست سے جو آخری مطابقت میں آئیں۔ یہ پاس فریز نہیں پوچھتا۔

CODE کیو آر کوڈ کا متن ہے، “MKZ1:...”۔ FILE میں وہی متن ہے، یا کیو آر کوڈ کی تصویر (JPEG، PNG)، یا سند کی پی ڈی ایف، جس کے لیے pdftoppm کا ہونا ضروری ہے۔ “-” متن معیاری ان پٹ سے پڑھتا ہے۔

معیاری آؤٹ پٹ: پہلی سطر فیصلہ ہے، باقی وہ ہیں جو سند بیان کرتا ہے، ہر ایک نام اور اس کی قدر؛ آخری بتاتی ہے کہ منسوخ سندوں کی فہرست کب کی ہے۔

اختتامی حالت:
  0  درست: اصلی، اپنی مدت میں، اور اس کے خلاف کچھ معلوم نہیں
  1  کچھ نہیں کہا جا سکا: یہاں کوئی کلید معلوم نہیں، یا فائل پڑھی نہیں جا سکتی
  2  غلط اختیارات
  3  معطل
  4  منسوخ
  5  مدت ختم، یا پہلا دن ابھی آنا ہے
  6  نامعلوم: ایسی کلید سے دستخط ہے جسے یہاں کوئی نہیں جانتا
  7  چھیڑا ہوا: بدلا گیا، کوڈ کے طور پر پڑھا نہیں جا سکتا، یا منسوخ کلید سے دستخط ہے
  8  اس کی جگہ دوسرا سند ہے
  9  نمونہ: نمونے کے ڈیٹا سے بنا، سند نہیں

مثالیں:
  markaz verify certificate.jpg
  markaz verify &quot;MKZ1:NCFOXN...&quot;
  markaz verify --keys keys.json --revocations revocations.json code.txt</translation>
    </message>
    <message>
        <source>What to verify.</source>
        <translation>جس کی تصدیق کرنی ہے۔</translation>
    </message>
</context>
<context>
    <name>markaz::ui::VerifyPage</name>
    <message>
        <source>Verify a certificate</source>
        <translation>سند کی تصدیق</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
    <message>
        <source>The certificate</source>
        <translation>سند</translation>
    </message>
    <message>
        <source>Paste the text of its QR code, or give its PDF or a picture of it: choose one, drop it anywhere on this page, or paste it with Ctrl+V.</source>
        <translation>اس کے کیو آر کوڈ کا متن چسپاں کریں، یا اس کی پی ڈی ایف یا تصویر دیں: چنیں، اس صفحے پر کہیں بھی گھسیٹ کر چھوڑیں، یا Ctrl+V سے چسپاں کریں۔</translation>
    </message>
    <message>
        <source>Text of the QR code</source>
        <translation>کیو آر کوڈ کا متن</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>تصدیق کریں</translation>
    </message>
    <message>
        <source>What it is worth</source>
        <translation>اس کی حیثیت</translation>
    </message>
    <message>
        <source>No certificate was verified here yet.</source>
        <translation>یہاں ابھی کسی سند کی تصدیق نہیں ہوئی۔</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>عمارت</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>جگہ</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>درجہ بندی</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>درست</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 تا %2</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>اسکور</translation>
    </message>
    <message>
        <source>%1, tier %2, standard version %3</source>
        <translation>%1، درجہ %2، معیار کا نسخہ %3</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>دستخط</translation>
    </message>
    <message>
        <source>on %1 with the key %2</source>
        <translation>%1 کو، کلید %2 سے</translation>
    </message>
    <message>
        <source>This laptop’s clock is behind the server’s last word (%1).</source>
        <translation>اس لیپ ٹاپ کی گھڑی سرور کے آخری بتائے وقت (%1) سے پیچھے ہے۔</translation>
    </message>
    <message>
        <source>Set the clock: until then a certificate that is over may show as valid.</source>
        <translation>گھڑی درست کریں: تب تک ختم شدہ سند بھی درست دکھائی دے سکتی ہے۔</translation>
    </message>
</context>
<context>
    <name>VerifyWords</name>
    <message>
        <source>Compare number, building, seats and dates with the paper: where they differ, the paper is false.</source>
        <translation>نمبر، عمارت، نشستیں اور تاریخیں کاغذ سے ملائیں: جہاں فرق ہو، کاغذ جعلی ہے۔</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>عارضی</translation>
    </message>
    <message>
        <source>The certificate is genuine and holds until %1, while what was found is mended.</source>
        <translation>سند اصلی ہے اور %1 تک کے لیے ہے، تاکہ اس دوران پائے گئے نقائص دور کیے جائیں۔</translation>
    </message>
    <message>
        <source>Nothing is known against it.</source>
        <translation>اس کے خلاف کچھ معلوم نہیں۔</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>درست</translation>
    </message>
    <message>
        <source>The certificate is genuine and in its time.</source>
        <translation>سند اصلی ہے اور اپنی میعاد میں ہے۔</translation>
    </message>
    <message>
        <source>Do not rely on it; the regional officer knows the reason.</source>
        <translation>اس پر بھروسا نہ کریں؛ وجہ علاقائی افسر جانتا ہے۔</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>معطل</translation>
    </message>
    <message>
        <source>The certificate is genuine, and has not counted since %1.</source>
        <translation>سند اصلی ہے، مگر %1 سے مؤثر نہیں۔</translation>
    </message>
    <message>
        <source>It counts again only when it is reinstated.</source>
        <translation>یہ بحال ہونے پر ہی دوبارہ شمار ہو گی۔</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>The certificate was taken back on %1.</source>
        <translation>یہ سند %1 کو واپس لے لی گئی۔</translation>
    </message>
    <message>
        <source>It will not count again.</source>
        <translation>یہ دوبارہ شمار نہیں ہو گی۔</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>میعاد ختم</translation>
    </message>
    <message>
        <source>The certificate is genuine, and its last day was %1.</source>
        <translation>سند اصلی ہے، اور اس کا آخری دن %1 تھا۔</translation>
    </message>
    <message>
        <source>Ask for the one that followed it, and verify that.</source>
        <translation>اس کے بعد والی سند مانگیں اور اس کی تصدیق کریں۔</translation>
    </message>
    <message>
        <source>Not valid yet</source>
        <translation>ابھی مؤثر نہیں</translation>
    </message>
    <message>
        <source>The certificate is genuine, and its first day is %1.</source>
        <translation>سند اصلی ہے، اور اس کا پہلا دن %1 ہے۔</translation>
    </message>
    <message>
        <source>If that day has passed, look at this laptop’s date.</source>
        <translation>اگر وہ دن گزر چکا ہے تو اس لیپ ٹاپ کی تاریخ دیکھیں۔</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>نئی سند جاری ہو چکی</translation>
    </message>
    <message>
        <source>Another certificate took the place of this one on %1.</source>
        <translation>%1 کو دوسری سند نے اس کی جگہ لے لی۔</translation>
    </message>
    <message>
        <source>This one counts no longer.</source>
        <translation>یہ اب مؤثر نہیں۔</translation>
    </message>
    <message>
        <source>Ask for the newer one, and verify that.</source>
        <translation>نئی سند مانگیں اور اس کی تصدیق کریں۔</translation>
    </message>
    <message>
        <source>Unknown key</source>
        <translation>نامعلوم کلید</translation>
    </message>
    <message>
        <source>It is signed with a key that this laptop does not know.</source>
        <translation>اس پر ایسی کلید سے دستخط ہیں جسے یہ لیپ ٹاپ نہیں جانتا۔</translation>
    </message>
    <message>
        <source>It may be newer than the last sync, or false.</source>
        <translation>ہو سکتا ہے یہ آخری مطابقت سے نئی ہو، یا جعلی ہو۔</translation>
    </message>
    <message>
        <source>Sync and verify it again. If the key stays unknown, do not rely on it.</source>
        <translation>مطابقت کریں اور دوبارہ تصدیق کریں۔ اگر کلید پھر بھی نامعلوم رہے تو اس پر بھروسا نہ کریں۔</translation>
    </message>
    <message>
        <source>Key revoked</source>
        <translation>کلید منسوخ</translation>
    </message>
    <message>
        <source>The key that signed it was in other hands.</source>
        <translation>جس کلید سے دستخط ہوئے وہ دوسروں کے ہاتھ میں تھی۔</translation>
    </message>
    <message>
        <source>Nobody can tell a genuine certificate of that key from a false one.</source>
        <translation>اس کلید کی اصلی اور جعلی سند میں کوئی فرق نہیں کر سکتا۔</translation>
    </message>
    <message>
        <source>Ask for a new print, which is signed with another key.</source>
        <translation>نیا پرنٹ مانگیں، جس پر دوسری کلید سے دستخط ہوں۔</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>نمونہ</translation>
    </message>
    <message>
        <source>It was made from sample data, and is no certificate.</source>
        <translation>یہ نمونے کے ڈیٹا سے بنی ہے، اصل سند نہیں۔</translation>
    </message>
    <message>
        <source>Altered</source>
        <translation>رد و بدل شدہ</translation>
    </message>
    <message>
        <source>The code was altered, is not whole, or was never signed by the programme.</source>
        <translation>کوڈ میں رد و بدل ہوا ہے، یہ پورا نہیں، یا پروگرام نے اس پر کبھی دستخط نہیں کیے۔</translation>
    </message>
    <message>
        <source>Nothing that it states counts.</source>
        <translation>اس میں لکھی کوئی بات قابلِ اعتبار نہیں۔</translation>
    </message>
    <message>
        <source>Read it once more. If it stays so, treat the paper as false and tell the regional officer.</source>
        <translation>اسے ایک بار پھر پڑھیں۔ اگر یہی رہے تو کاغذ کو جعلی سمجھیں اور علاقائی افسر کو بتائیں۔</translation>
    </message>
    <message>
        <source>No certificate</source>
        <translation>سند نہیں</translation>
    </message>
    <message>
        <source>This is not the code of a certificate: that begins with “MKZ1:”.</source>
        <translation>یہ سند کا کوڈ نہیں: وہ “MKZ1:” سے شروع ہوتا ہے۔</translation>
    </message>
    <message>
        <source>Nothing was verified.</source>
        <translation>کسی چیز کی تصدیق نہیں ہوئی۔</translation>
    </message>
    <message>
        <source>Read the large QR code of the certificate, or copy its text whole.</source>
        <translation>سند کا بڑا کیو آر کوڈ پڑھیں، یا اس کا پورا متن نقل کریں۔</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>پڑھا نہیں جا سکا</translation>
    </message>
    <message>
        <source>Cannot be verified yet</source>
        <translation>ابھی تصدیق ممکن نہیں</translation>
    </message>
    <message>
        <source>This laptop has no keys of the programme to verify with.</source>
        <translation>اس لیپ ٹاپ پر تصدیق کے لیے پروگرام کی کلیدیں نہیں ہیں۔</translation>
    </message>
    <message>
        <source>Nothing is known of the certificate.</source>
        <translation>سند کے بارے میں کچھ معلوم نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Sync once; from then on it works without a network.</source>
        <translation>ایک بار مطابقت کریں؛ اس کے بعد یہ نیٹ ورک کے بغیر کام کرتا ہے۔</translation>
    </message>
    <message>
        <source>Revocation data as of %1</source>
        <translation>منسوخی کی معلومات بتاریخ %1</translation>
    </message>
    <message>
        <source>No revocation data on this laptop: what was revoked may show as valid</source>
        <translation>اس لیپ ٹاپ پر منسوخی کی معلومات نہیں: منسوخ شدہ سند بھی درست دکھائی دے سکتی ہے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::VersionPane</name>
    <message>
        <source>Move this draft</source>
        <translation>یہ مسودہ منتقل کریں</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>From version %1 to version %2: %3</source>
        <translation>نسخہ %1 سے نسخہ %2 تک: %3</translation>
    </message>
    <message>
        <source>Moving keeps every answer that is still asked for. Others stay with the draft and are not scored. A draft cannot be moved back.</source>
        <translation>منتقلی میں ہر وہ جواب برقرار رہتا ہے جو اب بھی پوچھا جاتا ہے۔ باقی جواب مسودے کے ساتھ رہتے ہیں اور اسکور میں شامل نہیں ہوتے۔ مسودہ واپس پرانے نسخے پر نہیں لے جایا جا سکتا۔</translation>
    </message>
    <message>
        <source>Kept from before the move</source>
        <translation>منتقلی سے پہلے کا محفوظ</translation>
    </message>
    <message>
        <source>It was entered before the inspection moved to its version, and is not scored.</source>
        <translation>یہ معائنے کے اپنے نسخے پر منتقل ہونے سے پہلے درج ہوا تھا، اور اس کا اسکور نہیں لگتا۔</translation>
    </message>
    <message>
        <source>Finding: %1</source>
        <translation>نقص: %1</translation>
    </message>
    <message>
        <source>Open the finding</source>
        <translation>نقص کھولیں</translation>
    </message>
</context>
<context>
    <name>markaz::ui::VisitList</name>
    <message>
        <source>Visits to make</source>
        <translation>کیے جانے والے دورے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::VisitPage</name>
    <message>
        <source>The gate or the doors were locked, or somebody refused the way in</source>
        <translation>پھاٹک یا دروازے بند تھے، یا کسی نے اندر جانے نہیں دیا</translation>
    </message>
    <message>
        <source>Nobody was there who could open the rooms and show the papers</source>
        <translation>کوئی ایسا شخص موجود نہ تھا جو کمرے کھول سکے اور کاغذات دکھا سکے</translation>
    </message>
    <message>
        <source>The building is not where the record says, or is another one</source>
        <translation>عمارت وہاں نہیں جہاں ریکارڈ بتاتا ہے، یا کوئی اور عمارت ہے</translation>
    </message>
    <message>
        <source>Cracks, wires, water, fumes or people made it dangerous to go in</source>
        <translation>دراڑوں، تاروں، پانی، دھوئیں یا لوگوں کی وجہ سے اندر جانا خطرناک تھا</translation>
    </message>
    <message>
        <source>Building works go on, and most items cannot be judged yet</source>
        <translation>تعمیراتی کام جاری ہے، اور زیادہ تر نکات کا ابھی جائزہ نہیں لیا جا سکتا</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
    <message>
        <source>Submit the visit</source>
        <translation>دورہ جمع کریں</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>کیا ہوا</translation>
    </message>
    <message>
        <source>What you saw, where, and who said so</source>
        <translation>آپ نے کیا دیکھا، کہاں، اور کس نے کہا</translation>
    </message>
    <message>
        <source>What you found</source>
        <translation>آپ نے کیا پایا</translation>
    </message>
    <message>
        <source>Whom you met</source>
        <translation>آپ کس سے ملے</translation>
    </message>
    <message>
        <source>Next visit possible from</source>
        <translation>اگلا دورہ کب سے ممکن ہے</translation>
    </message>
    <message>
        <source>A photo of the place as you found it lets the officer decide what comes next.</source>
        <translation>جگہ جس حال میں ملی اس کی تصویر سے افسر طے کر سکتا ہے کہ آگے کیا ہو۔</translation>
    </message>
    <message>
        <source>I went there myself.</source>
        <translation>میں نے وہاں خود جا کر دیکھا۔</translation>
    </message>
    <message>
        <source>The visit could not be made</source>
        <translation>دورہ نہیں ہو سکا</translation>
    </message>
    <message>
        <source>Choose what happened</source>
        <translation>بتائیں کہ کیا ہوا</translation>
    </message>
    <message>
        <source>Say what you found</source>
        <translation>لکھیں کہ آپ نے کیا پایا</translation>
    </message>
    <message>
        <source>Confirm that you went there yourself</source>
        <translation>تصدیق کریں کہ آپ خود وہاں گئے تھے</translation>
    </message>
    <message>
        <source>No item needs an answer and nothing is scored. Submitting works offline; the visit is then fixed and waits on this laptop until it is sent.</source>
        <translation>کسی نکتے کا جواب درکار نہیں اور کوئی نمبر نہیں لگتے۔ آف لائن بھی جمع ہو جاتا ہے؛ اس کے بعد دورہ بدلا نہیں جا سکتا اور بھیجے جانے تک اسی لیپ ٹاپ پر رہتا ہے۔</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>اپنے الفاظ میں</translation>
    </message>
    <message>
        <source>The day of the next visit cannot be read: write it as 14 Jul 2027, or leave it empty</source>
        <translation>اگلے دورے کا دن پڑھا نہیں جا سکتا: اسے یوں لکھیں: 14 Jul 2027، یا خالی چھوڑ دیں</translation>
    </message>
    <message>
        <source>The day of the next visit lies in the past</source>
        <translation>اگلے دورے کا دن گزر چکا ہے</translation>
    </message>
    <message>
        <source>The file was removed.</source>
        <translation>فائل ہٹا دی گئی۔</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>واپس رکھیں</translation>
    </message>
    <message>
        <source>A file is still being checked.</source>
        <translation>ایک فائل کی جانچ ابھی جاری ہے۔</translation>
    </message>
    <message>
        <source>It is added to this visit.</source>
        <translation>وہ اس دورے میں شامل ہو جائے گی۔</translation>
    </message>
    <message>
        <source>The page closes by itself when it is.</source>
        <translation>اس کے بعد صفحہ خود بند ہو جائے گا۔</translation>
    </message>
    <message>
        <source>A file is still being checked</source>
        <translation>ایک فائل کی جانچ ابھی جاری ہے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::VisitsModel</name>
    <message>
        <source>Overdue</source>
        <translation>تاخیر</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>آج</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>اس ہفتے</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>بعد میں</translation>
    </message>
    <message>
        <source>1 visit</source>
        <translation>1 دورہ</translation>
    </message>
    <message>
        <source>%1 visits</source>
        <translation>%1 دورے</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>شروع کریں</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>جاری رکھیں</translation>
    </message>
    <message>
        <source>%1 days late</source>
        <translation>%1 دن کی تاخیر</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>1 دن کی تاخیر</translation>
    </message>
</context>
<context>
    <name>markaz::ui::WorkPage</name>
    <message>
        <source>My work</source>
        <translation>میرا کام</translation>
    </message>
    <message>
        <source>Register a building</source>
        <translation>عمارت درج کریں</translation>
    </message>
    <message>
        <source>No visit is assigned to you. Ask your officer, or register a building.</source>
        <translation>آپ کے ذمے کوئی معائنہ نہیں۔ اپنے افسر سے پوچھیں یا عمارت درج کریں۔</translation>
    </message>
    <message>
        <source>Registers a building (Ctrl+N)</source>
        <translation>عمارت درج کرتا ہے (Ctrl+N)</translation>
    </message>
    <message>
        <source>start or continue</source>
        <translation>شروع کریں یا جاری رکھیں</translation>
    </message>
    <message>
        <source>choose a visit</source>
        <translation>دورہ چنیں</translation>
    </message>
    <message>
        <source>register a building</source>
        <translation>عمارت درج کریں</translation>
    </message>
    <message>
        <source>Visit could not be made…</source>
        <translation>دورہ نہیں ہو سکا…</translation>
    </message>
    <message>
        <source>Locked, nobody there, wrong address, unsafe or not ready: a short form (O)</source>
        <translation>تالا، کوئی موجود نہیں، غلط پتا، غیر محفوظ یا تیار نہیں: ایک مختصر فارم (O)</translation>
    </message>
    <message>
        <source>Show what waits</source>
        <translation>دکھائیں کیا منتظر ہے</translation>
    </message>
</context>
<context>
    <name>markaz::ui::WorkSide</name>
    <message>
        <source>%1 in %2 %3</source>
        <comment>problems in a section</comment>
        <translation>%2 %3 میں %1</translation>
    </message>
    <message>
        <source>%1 elsewhere</source>
        <comment>problems</comment>
        <translation>دوسری جگہ %1</translation>
    </message>
    <message>
        <source>Problems: %1</source>
        <translation>مسائل: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Every item is answered, no problem so far</source>
        <translation>ہر نکتے کا جواب موجود ہے، اب تک کوئی مسئلہ نہیں</translation>
    </message>
    <message>
        <source>1 item left, no problem so far</source>
        <translation>1 نکتہ باقی، اب تک کوئی مسئلہ نہیں</translation>
    </message>
    <message>
        <source>%1 items left, no problem so far</source>
        <translation>%1 نکات باقی، اب تک کوئی مسئلہ نہیں</translation>
    </message>
    <message>
        <source>Submitted, not sent yet</source>
        <translation>جمع شدہ، ابھی بھیجا نہیں گیا</translation>
    </message>
    <message>
        <source>Submitted, waiting for review</source>
        <translation>جمع شدہ، جائزے کے منتظر</translation>
    </message>
    <message>
        <source>Returned to you</source>
        <translation>آپ کو واپس</translation>
    </message>
    <message>
        <source>and %1 more, in the revision</source>
        <translation>اور %1 مزید، نظرثانی میں</translation>
    </message>
    <message>
        <source>Open revision %1</source>
        <translation>نظرثانی %1 کھولیں</translation>
    </message>
    <message>
        <source>Open revision %1 of %2</source>
        <translation>%2 کی نظرثانی %1 کھولیں</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>مسودے</translation>
    </message>
    <message>
        <source>%1 on this laptop</source>
        <translation>%1 اس لیپ ٹاپ پر</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>آغاز %1</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>محفوظ %1</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>جاری رکھیں</translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation>%1 جاری رکھیں</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 جوابات</translation>
    </message>
    <message>
        <source>Answered in %1</source>
        <translation>%1 میں جوابات</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 میں سے %1</translation>
    </message>
</context>
<context>
    <name>markaz::ui::WorkloadModel</name>
    <message>
        <source>Not known on this laptop</source>
        <translation>اس لیپ ٹاپ پر معلوم نہیں</translation>
    </message>
    <message>
        <source>%1 (account not in use)</source>
        <translation>%1 (اکاؤنٹ استعمال میں نہیں)</translation>
    </message>
    <message>
        <source>%1: %2 open, %3 overdue, %4 due within a week</source>
        <translation>%1: %2 باقی، %3 تاخیر سے، %4 ایک ہفتے میں واجب</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>انسپکٹر</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باقی</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>تاخیر</translation>
    </message>
    <message>
        <source>Due today or in the seven days after</source>
        <translation>آج یا اگلے سات دنوں میں واجب</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>اس ہفتے</translation>
    </message>
</context>
<context>
    <name>auditwords</name>
    <message>
        <source>Registered</source>
        <translation>درج کیا</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>بدلا</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>ہٹایا</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>جمع کرایا</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>منظور کیا</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>واپس کیا</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مسترد کیا</translation>
    </message>
    <message>
        <source>Assignment done</source>
        <translation>تفویض مکمل</translation>
    </message>
    <message>
        <source>Certificate issued</source>
        <translation>سند جاری</translation>
    </message>
    <message>
        <source>Certificate renewed</source>
        <translation>سند کی تجدید</translation>
    </message>
    <message>
        <source>Certificate superseded</source>
        <translation>سند کی جگہ نئی آئی</translation>
    </message>
    <message>
        <source>Certificate suspended</source>
        <translation>سند معطل</translation>
    </message>
    <message>
        <source>Certificate reinstated</source>
        <translation>سند بحال</translation>
    </message>
    <message>
        <source>Certificate revoked</source>
        <translation>سند منسوخ</translation>
    </message>
    <message>
        <source>Certificate expired</source>
        <translation>سند کی میعاد ختم</translation>
    </message>
    <message>
        <source>Conflict kept</source>
        <translation>تضاد محفوظ</translation>
    </message>
    <message>
        <source>Refused, kept in quarantine</source>
        <translation>نہیں لیا گیا، قرنطینہ میں محفوظ</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>سائن اِن</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>سائن آؤٹ</translation>
    </message>
    <message>
        <source>Session ended: its token was used twice</source>
        <translation>نشست ختم: اس کا ٹوکن دو بار استعمال ہوا</translation>
    </message>
    <message>
        <source>Account added</source>
        <translation>اکاؤنٹ شامل</translation>
    </message>
    <message>
        <source>File sent</source>
        <translation>فائل بھیجی</translation>
    </message>
    <message>
        <source>File received</source>
        <translation>فائل موصول</translation>
    </message>
    <message>
        <source>File removed</source>
        <translation>فائل ہٹائی</translation>
    </message>
    <message>
        <source>Upload given up</source>
        <translation>اپ لوڈ ترک</translation>
    </message>
    <message>
        <source>Buildings imported</source>
        <translation>عمارتیں درآمد</translation>
    </message>
    <message>
        <source>Policy published</source>
        <translation>پالیسی شائع</translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>بیک اپ بحال</translation>
    </message>
    <message>
        <source>Audit contradicted by a laptop</source>
        <translation>لیپ ٹاپ نے آڈٹ کی تردید کی</translation>
    </message>
    <message>
        <source>File</source>
        <translation>فائل</translation>
    </message>
    <message>
        <source>Signed in on a revoked laptop</source>
        <translation>منسوخ لیپ ٹاپ پر سائن اِن</translation>
    </message>
    <message>
        <source>Password right, laptop not known</source>
        <translation>پاس ورڈ درست، لیپ ٹاپ نامعلوم</translation>
    </message>
    <message>
        <source>Laptop set up with a code</source>
        <translation>لیپ ٹاپ کوڈ سے تیار</translation>
    </message>
    <message>
        <source>Account changed</source>
        <translation>اکاؤنٹ تبدیل</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>اکاؤنٹ بند</translation>
    </message>
    <message>
        <source>Account opened again</source>
        <translation>اکاؤنٹ دوبارہ کھلا</translation>
    </message>
    <message>
        <source>One-time code made</source>
        <translation>ایک بار کا کوڈ بنا</translation>
    </message>
    <message>
        <source>Password set</source>
        <translation>پاس ورڈ مقرر</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>پاس ورڈ تبدیل</translation>
    </message>
    <message>
        <source>Laptop revoked</source>
        <translation>لیپ ٹاپ منسوخ</translation>
    </message>
    <message>
        <source>Laptop destroyed its key</source>
        <translation>لیپ ٹاپ نے اپنی کلید تلف کر دی</translation>
    </message>
    <message>
        <source>Standard published</source>
        <translation>معیار شائع ہوا</translation>
    </message>
    <message>
        <source>Sign-in from a copy of a destroyed laptop</source>
        <translation>تلف شدہ لیپ ٹاپ کی نقل سے سائن اِن</translation>
    </message>
    <message>
        <source>Failed sign-ins</source>
        <translation>ناکام سائن اِن</translation>
    </message>
    <message>
        <source>Building merged into another</source>
        <translation>عمارت دوسری میں ضم ہوئی</translation>
    </message>
    <message>
        <source>Merge of a building taken back</source>
        <translation>عمارت کا انضمام واپس لیا گیا</translation>
    </message>
    <message>
        <source>File refused: not what was announced</source>
        <translation>فائل رد کی: وہ نہیں جو بتائی گئی تھی</translation>
    </message>
    <message>
        <source>Upload given up by its author</source>
        <translation>بھیجنے والے نے اپ لوڈ ترک کیا</translation>
    </message>
    <message>
        <source>Sample data filled in</source>
        <translation>نمونے کا ڈیٹا ڈالا</translation>
    </message>
    <message>
        <source>Removed records forgotten for good</source>
        <translation>ہٹائے گئے ریکارڈ ہمیشہ کے لیے مٹا دیے</translation>
    </message>
    <message>
        <source>Appeal recorded</source>
        <translation>اپیل درج ہوئی</translation>
    </message>
    <message>
        <source>Appeal allowed</source>
        <translation>اپیل منظور ہوئی</translation>
    </message>
    <message>
        <source>Appeal dismissed</source>
        <translation>اپیل مسترد ہوئی</translation>
    </message>
    <message>
        <source>Certificate signed anew with another key</source>
        <translation>سند پر دوسری کلید سے دوبارہ دستخط</translation>
    </message>
    <message>
        <source>Signing keys certified by the root key</source>
        <translation>دستخط کی کلیدوں کی بنیادی کلید سے تصدیق</translation>
    </message>
    <message>
        <source>Keys and revocations brought back from laptops after a restore</source>
        <translation>بحالی کے بعد کلیدیں اور منسوخیاں لیپ ٹاپ سے دوبارہ حاصل کی گئیں</translation>
    </message>
    <message>
        <source>Subsidy of a loan clawed back</source>
        <translation>قرض کی سبسڈی واپس مانگی گئی</translation>
    </message>
    <message>
        <source>Claw-back of a loan lifted</source>
        <translation>قرض کی سبسڈی کی واپسی ختم ہوئی</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>Jan</source>
        <translation>جنوری</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>فروری</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>مارچ</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>اپریل</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>جون</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>جولائی</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>اگست</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>ستمبر</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>اکتوبر</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>نومبر</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>دسمبر</translation>
    </message>
    <message>
        <source>May</source>
        <comment>short</comment>
        <translation>مئی</translation>
    </message>
    <message>
        <source>January</source>
        <translation>جنوری</translation>
    </message>
    <message>
        <source>February</source>
        <translation>فروری</translation>
    </message>
    <message>
        <source>March</source>
        <translation>مارچ</translation>
    </message>
    <message>
        <source>April</source>
        <translation>اپریل</translation>
    </message>
    <message>
        <source>June</source>
        <translation>جون</translation>
    </message>
    <message>
        <source>July</source>
        <translation>جولائی</translation>
    </message>
    <message>
        <source>August</source>
        <translation>اگست</translation>
    </message>
    <message>
        <source>September</source>
        <translation>ستمبر</translation>
    </message>
    <message>
        <source>October</source>
        <translation>اکتوبر</translation>
    </message>
    <message>
        <source>November</source>
        <translation>نومبر</translation>
    </message>
    <message>
        <source>December</source>
        <translation>دسمبر</translation>
    </message>
    <message>
        <source>May</source>
        <comment>long</comment>
        <translation>مئی</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>پیر</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>منگل</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>بدھ</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>جمعرات</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>جمعہ</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>ہفتہ</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>اتوار</translation>
    </message>
    <message>
        <source>Rs %1</source>
        <translation>%1 روپے</translation>
    </message>
    <message>
        <source>%1 sq ft</source>
        <translation>%1 مربع فٹ</translation>
    </message>
    <message>
        <source>%1 seat</source>
        <translation>%1 نشست</translation>
    </message>
    <message>
        <source>%1 seats</source>
        <translation>%1 نشستیں</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a date and a time of day</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 میٹر</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 کلومیٹر</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words side by side</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>%1 m</source>
        <comment>millions</comment>
        <translation>%1 ملین</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Inspector</source>
        <translation>انسپکٹر</translation>
    </message>
    <message>
        <source>Regional officer</source>
        <translation>علاقائی افسر</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>منتظم</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>آڈیٹر</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>مالک</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>عمارت</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>ذمہ داری</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>معائنہ</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>جائزہ</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>فیصلہ</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>سند</translation>
    </message>
    <message>
        <source>Programme policy</source>
        <translation>پروگرام کی پالیسی</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>اکاؤنٹ</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>ٹکراؤ</translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation>اہل</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>عارضی</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>نامنظور</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>منظور شدہ</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>معطل</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>منسوخ</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>میعاد ختم</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>تبدیل شدہ</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>بھیجا گیا</translation>
    </message>
    <message>
        <source>Sent and merged</source>
        <translation>بھیجا اور ملایا گیا</translation>
    </message>
    <message>
        <source>Sent before</source>
        <translation>پہلے بھیجا گیا</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>ٹکراؤ میں</translation>
    </message>
    <message>
        <source>Waits for another record</source>
        <translation>دوسرے ریکارڈ کا منتظر</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مسترد</translation>
    </message>
    <message>
        <source>Will be sent again</source>
        <translation>دوبارہ بھیجا جائے گا</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>باقی</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>پورا</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>ناکام</translation>
    </message>
    <message>
        <source>Not inspected</source>
        <translation>معائنہ نہیں ہوا</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>پوشیدہ</translation>
    </message>
    <message>
        <source>Identified</source>
        <translation>شناخت شدہ</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>تفویض شدہ</translation>
    </message>
    <message>
        <source>Inspected</source>
        <translation>معائنہ شدہ</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>زیرِ جائزہ</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>میعاد گزر گئی</translation>
    </message>
    <message>
        <source>Freehold</source>
        <translation>ملکیتی</translation>
    </message>
    <message>
        <source>Leasehold</source>
        <translation>پٹے پر</translation>
    </message>
    <message>
        <source>Government land</source>
        <translation>سرکاری زمین</translation>
    </message>
    <message>
        <source>Waqf</source>
        <translation>وقف</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>اچھی</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>مناسب</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>خراب</translation>
    </message>
    <message>
        <source>Dangerous</source>
        <translation>خطرناک</translation>
    </message>
    <message>
        <source>Individual</source>
        <translation>فرد</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>کمپنی</translation>
    </message>
    <message>
        <source>Government</source>
        <translation>حکومت</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>ٹرسٹ</translation>
    </message>
    <message>
        <source>Initial</source>
        <translation>ابتدائی</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>اگلا معائنہ</translation>
    </message>
    <message>
        <source>Surveillance</source>
        <translation>نگرانی</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>شکایت</translation>
    </message>
    <message>
        <source>Visit done</source>
        <translation>معائنہ ہو گیا</translation>
    </message>
    <message>
        <source>No entry</source>
        <translation>داخلہ نہ ملا</translation>
    </message>
    <message>
        <source>Owner absent</source>
        <translation>مالک غیر حاضر</translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation>غلط پتہ</translation>
    </message>
    <message>
        <source>Unsafe to enter</source>
        <translation>اندر جانا غیر محفوظ</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>تیار نہیں</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودہ</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>واپس بھیجا گیا</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>کھلا</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>مکمل</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>منسوخ شدہ</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول کریں</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>واپس بھیجیں</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>مسترد کریں</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>جاری کریں</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>معطل کریں</translation>
    </message>
    <message>
        <source>Reinstate</source>
        <translation>بحال کریں</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>منسوخ کریں</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>تجدید کریں</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>مکمل درجہ</translation>
    </message>
    <message>
        <source>GPS</source>
        <translation>جی پی ایس</translation>
    </message>
    <message>
        <source>From the map</source>
        <translation>نقشے سے</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>ہاتھ سے لکھا</translation>
    </message>
    <message>
        <source>Tape</source>
        <translation>فیتہ</translation>
    </message>
    <message>
        <source>Laser meter</source>
        <translation>لیزر میٹر</translation>
    </message>
    <message>
        <source>Crack gauge</source>
        <translation>دراڑ پیما</translation>
    </message>
    <message>
        <source>Lux meter</source>
        <translation>لکس میٹر</translation>
    </message>
    <message>
        <source>Earth tester</source>
        <translation>ارتھ ٹیسٹر</translation>
    </message>
    <message>
        <source>Multimeter</source>
        <translation>ملٹی میٹر</translation>
    </message>
    <message>
        <source>Thermometer</source>
        <translation>تھرمامیٹر</translation>
    </message>
    <message>
        <source>Sound meter</source>
        <translation>آواز پیما</translation>
    </message>
    <message>
        <source>Speed test</source>
        <translation>رفتار کا ٹیسٹ</translation>
    </message>
    <message>
        <source>Stopwatch</source>
        <translation>اسٹاپ واچ</translation>
    </message>
    <message>
        <source>Approved plan</source>
        <translation>منظور شدہ نقشہ</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>دستاویز</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>گنتی سے</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>خارجی راستہ</translation>
    </message>
    <message>
        <source>Extinguisher</source>
        <translation>آگ بجھانے کا آلہ</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>کمرہ</translation>
    </message>
    <message>
        <source>Punjab</source>
        <translation>پنجاب</translation>
    </message>
    <message>
        <source>Sindh</source>
        <translation>سندھ</translation>
    </message>
    <message>
        <source>Khyber Pakhtunkhwa</source>
        <translation>خیبر پختونخوا</translation>
    </message>
    <message>
        <source>Balochistan</source>
        <translation>بلوچستان</translation>
    </message>
    <message>
        <source>Islamabad</source>
        <translation>اسلام آباد</translation>
    </message>
    <message>
        <source>Azad Jammu and Kashmir</source>
        <translation>آزاد جموں و کشمیر</translation>
    </message>
    <message>
        <source>Gilgit-Baltistan</source>
        <translation>گلگت بلتستان</translation>
    </message>
    <message>
        <source>Tier %1</source>
        <translation>درجہ %1</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>ہاں</translation>
    </message>
    <message>
        <source>No</source>
        <translation>نہیں</translation>
    </message>
    <message>
        <source>N/A</source>
        <comment>not applicable</comment>
        <translation>لاگو نہیں</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>قسم</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>صوبہ</translation>
    </message>
    <message>
        <source>Provinces</source>
        <translation>صوبے</translation>
    </message>
    <message>
        <source>CNIC or NTN</source>
        <translation>شناختی کارڈ یا این ٹی این</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>فون</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ای میل</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>ڈاک کا پتہ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>کوڈ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>پتہ</translation>
    </message>
    <message>
        <source>City</source>
        <translation>شہر</translation>
    </message>
    <message>
        <source>Tenure</source>
        <translation>ملکیت کی نوعیت</translation>
    </message>
    <message>
        <source>Covered area</source>
        <translation>کورڈ ایریا</translation>
    </message>
    <message>
        <source>Storeys</source>
        <translation>منزلیں</translation>
    </message>
    <message>
        <source>Planned seats</source>
        <translation>مجوزہ نشستیں</translation>
    </message>
    <message>
        <source>Year built</source>
        <translation>تعمیر کا سال</translation>
    </message>
    <message>
        <source>Idle since</source>
        <translation>کب سے خالی</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Level entrance</source>
        <translation>ہموار داخلہ</translation>
    </message>
    <message>
        <source>Has a generator</source>
        <translation>جنریٹر موجود</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>نوٹس</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>مقام</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>عرض بلد</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>طول بلد</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>درستی</translation>
    </message>
    <message>
        <source>Source of the position</source>
        <translation>مقام کا ذریعہ</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>آخری تاریخ</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>ہدایات</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>وجہ</translation>
    </message>
    <message>
        <source>Outcome of the visit</source>
        <translation>دورے کا نتیجہ</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>آغاز</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>اختتام</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>نشستیں</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>درجہ بندی</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>جوابات</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>اسکور</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>پاس ورڈ</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>سرور کا پتہ</translation>
    </message>
    <message>
        <source>File of an inspection</source>
        <translation>معائنے کی فائل</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>تصویر</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>دستخط</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>شق</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>عنوان</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>فائل کا نام</translation>
    </message>
    <message>
        <source>File</source>
        <translation>فائل</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>حجم</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>فائل کی قسم</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>لی گئی</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>موصول</translation>
    </message>
    <message>
        <source>Not known here</source>
        <translation>یہاں معلوم نہیں</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>ابھی بھیجا نہیں گیا</translation>
    </message>
    <message>
        <source>What you found</source>
        <translation>آپ نے کیا پایا</translation>
    </message>
    <message>
        <source>Whom you met</source>
        <translation>آپ کس سے ملے</translation>
    </message>
    <message>
        <source>Next visit possible from</source>
        <translation>اگلا دورہ کب سے ممکن ہے</translation>
    </message>
    <message>
        <source>Owner or representative</source>
        <translation>مالک یا نمائندہ</translation>
    </message>
    <message>
        <source>From a photo</source>
        <translation>تصویر سے</translation>
    </message>
    <message>
        <source>Marked copy of</source>
        <translation>کس کی نشان زدہ نقل</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>دستخط کنندہ</translation>
    </message>
    <message>
        <source>Name of who signs</source>
        <translation>دستخط کنندہ کا نام</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>نقص</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>نہایت سنگین</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>سنگین</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>معمولی</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>درست شدہ</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>تصدیق شدہ</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>معاف</translation>
    </message>
    <message>
        <source>Mark as fixed</source>
        <translation>درست شدہ قرار دیں</translation>
    </message>
    <message>
        <source>Not fixed after all</source>
        <translation>درست نہیں ہوا</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>تصدیق کریں</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>معاف کریں</translation>
    </message>
    <message>
        <source>Take the waiver back</source>
        <translation>معافی واپس لیں</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>تاخیر</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>سنگینی</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>کیا پایا گیا</translation>
    </message>
    <message>
        <source>To be mended by</source>
        <translation>درستی کا ذمہ دار</translation>
    </message>
    <message>
        <source>Version of the standard</source>
        <translation>معیار کا نسخہ</translation>
    </message>
    <message>
        <source>Kept answers</source>
        <translation>محفوظ جوابات</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>معیار</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>نسخہ</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>مواد</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>انضمام</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>جس میں ضم ہوئی</translation>
    </message>
    <message>
        <source>Reason of the merge</source>
        <translation>انضمام کی وجہ</translation>
    </message>
    <message>
        <source>%1, revision %2</source>
        <translation>%1، نظرثانی %2</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>اپیل</translation>
    </message>
    <message>
        <source>Allow the appeal</source>
        <translation>اپیل منظور کریں</translation>
    </message>
    <message>
        <source>Dismiss the appeal</source>
        <translation>اپیل مسترد کریں</translation>
    </message>
    <message>
        <source>Answers of the visit before</source>
        <translation>پچھلے دورے کے جوابات</translation>
    </message>
    <message>
        <source>Visits that were shown</source>
        <translation>دکھائے گئے دورے</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>مرکز</translation>
    </message>
    <message>
        <source>Seat rate</source>
        <translation>نشست کا کرایہ</translation>
    </message>
    <message>
        <source>Open since</source>
        <translation>کب سے کھلا</translation>
    </message>
    <message>
        <source>What it offers</source>
        <translation>سہولیات</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>رابطہ</translation>
    </message>
    <message>
        <source>Phone of the contact</source>
        <translation>رابطے کا فون</translation>
    </message>
    <message>
        <source>E-mail of the contact</source>
        <translation>رابطے کی ای میل</translation>
    </message>
    <message>
        <source>Contact on the public list</source>
        <translation>عوامی فہرست میں رابطہ</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>مہینہ</translation>
    </message>
    <message>
        <source>Seats taken</source>
        <translation>بھری نشستیں</translation>
    </message>
    <message>
        <source>Freelancers</source>
        <translation>فری لانسر</translation>
    </message>
    <message>
        <source>Of them DG Skills</source>
        <translation>ان میں ڈیجی سکلز</translation>
    </message>
    <message>
        <source>Accountants and other staff</source>
        <translation>اکاؤنٹنٹ اور دیگر عملہ</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>تربیتیں</translation>
    </message>
    <message>
        <source>Community events</source>
        <translation>اجتماعی تقریبات</translation>
    </message>
    <message>
        <source>Export earnings that members told</source>
        <translation>ارکان کی بتائی گئی برآمدی آمدنی</translation>
    </message>
    <message>
        <source>Month of a centre</source>
        <translation>مرکز کا مہینہ</translation>
    </message>
    <message>
        <source>Contact of the centre</source>
        <translation>مرکز کا رابطہ</translation>
    </message>
    <message>
        <source>Seats and those taken</source>
        <translation>نشستیں اور بھری ہوئی نشستیں</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>ارکان</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>کب بند ہوا</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>ادائیگی</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>قرض</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>بینک</translation>
    </message>
    <message>
        <source>The bank&apos;s number</source>
        <translation>بینک کا نمبر</translation>
    </message>
    <message>
        <source>Amount and policy</source>
        <translation>رقم اور پالیسی</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Version of the policy</source>
        <translation>پالیسی کا نسخہ</translation>
    </message>
    <message>
        <source>Mark-up</source>
        <translation>مارک اپ</translation>
    </message>
    <message>
        <source>Fixed mark-up</source>
        <translation>مقررہ مارک اپ</translation>
    </message>
    <message>
        <source>Spread over KIBOR</source>
        <translation>کائبور پر اضافی شرح</translation>
    </message>
    <message>
        <source>KIBOR</source>
        <translation>کائبور</translation>
    </message>
    <message>
        <source>Tenor and grace</source>
        <translation>مدت اور مہلت</translation>
    </message>
    <message>
        <source>Tenor</source>
        <translation>مدت</translation>
    </message>
    <message>
        <source>Grace</source>
        <translation>مہلت</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>کب سے</translation>
    </message>
    <message>
        <source>By</source>
        <translation>کس نے</translation>
    </message>
    <message>
        <source>Steps so far</source>
        <translation>اب تک کے مراحل</translation>
    </message>
    <message>
        <source>To be given back</source>
        <translation>واپس کرنی ہے</translation>
    </message>
    <message>
        <source>Revoked certificate</source>
        <translation>منسوخ سند</translation>
    </message>
    <message>
        <source>Running cost a month</source>
        <translation>چلانے کا ماہانہ خرچ</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A value cannot be right.</source>
        <translation>ایک قدر درست نہیں ہو سکتی۔</translation>
    </message>
    <message>
        <source>The value of “%1” cannot be right.</source>
        <translation>”%1“ کی قدر درست نہیں ہو سکتی۔</translation>
    </message>
    <message>
        <source>Everything else is kept as you entered it.</source>
        <translation>باقی سب کچھ ویسے ہی محفوظ ہے جیسے آپ نے لکھا۔</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>اسے درست کریں اور دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>This record is not on this laptop.</source>
        <translation>یہ ریکارڈ اس لیپ ٹاپ پر نہیں ہے۔</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>کچھ بھی تبدیل نہیں ہوا۔</translation>
    </message>
    <message>
        <source>It may have been removed, or lie outside your provinces. Sync, then look again.</source>
        <translation>ہو سکتا ہے اسے ہٹا دیا گیا ہو یا وہ آپ کے صوبوں سے باہر ہو۔ مطابقت کریں، پھر دیکھیں۔</translation>
    </message>
    <message>
        <source>Your account may not do this.</source>
        <translation>آپ کے اکاؤنٹ کو اس کی اجازت نہیں۔</translation>
    </message>
    <message>
        <source>Ask your regional officer if you think that it should.</source>
        <translation>اگر آپ کے خیال میں ہونی چاہیے تو اپنے علاقائی افسر سے پوچھیں۔</translation>
    </message>
    <message>
        <source>This cannot be done now: the record has moved on.</source>
        <translation>یہ اب نہیں ہو سکتا: ریکارڈ آگے بڑھ چکا ہے۔</translation>
    </message>
    <message>
        <source>Open it again to see where it stands.</source>
        <translation>موجودہ حالت دیکھنے کے لیے اسے دوبارہ کھولیں۔</translation>
    </message>
    <message>
        <source>Another record has this already.</source>
        <translation>یہ پہلے سے کسی اور ریکارڈ میں موجود ہے۔</translation>
    </message>
    <message>
        <source>Another record has this “%1” already.</source>
        <translation>یہ ”%1“ پہلے سے کسی اور ریکارڈ میں موجود ہے۔</translation>
    </message>
    <message>
        <source>Choose another, or open the one that is there.</source>
        <translation>کوئی اور چنیں یا موجودہ ریکارڈ کھولیں۔</translation>
    </message>
    <message>
        <source>Something that is needed is missing.</source>
        <translation>کوئی ضروری چیز باقی ہے۔</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>”%1“ باقی ہے۔</translation>
    </message>
    <message>
        <source>What you entered is kept.</source>
        <translation>جو آپ نے لکھا وہ محفوظ ہے۔</translation>
    </message>
    <message>
        <source>Fill it in and try again.</source>
        <translation>اسے پُر کریں اور دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>The records on this laptop are in use by another program.</source>
        <translation>اس لیپ ٹاپ کے ریکارڈ کوئی دوسرا پروگرام استعمال کر رہا ہے۔</translation>
    </message>
    <message>
        <source>Nothing was lost or changed.</source>
        <translation>نہ کچھ ضائع ہوا نہ تبدیل ہوا۔</translation>
    </message>
    <message>
        <source>Close other windows of Markaz and try again.</source>
        <translation>مرکز کی دوسری کھڑکیاں بند کریں اور دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>The disk of this laptop is full.</source>
        <translation>اس لیپ ٹاپ کی ڈسک بھر گئی ہے۔</translation>
    </message>
    <message>
        <source>All that was saved before is safe.</source>
        <translation>پہلے سے محفوظ سب کچھ سلامت ہے۔</translation>
    </message>
    <message>
        <source>Free some space, then enter the last change again.</source>
        <translation>کچھ جگہ خالی کریں، پھر آخری تبدیلی دوبارہ لکھیں۔</translation>
    </message>
    <message>
        <source>The records file on this laptop is damaged.</source>
        <translation>اس لیپ ٹاپ پر ریکارڈ کی فائل خراب ہو گئی ہے۔</translation>
    </message>
    <message>
        <source>The last change could not be saved on this laptop.</source>
        <translation>آخری تبدیلی اس لیپ ٹاپ پر محفوظ نہ ہو سکی۔</translation>
    </message>
    <message>
        <source>Try again. If it happens again, restart Markaz.</source>
        <translation>دوبارہ کوشش کریں۔ پھر بھی ایسا ہو تو مرکز دوبارہ چلائیں۔</translation>
    </message>
    <message>
        <source>The records on this laptop were written by a newer Markaz.</source>
        <translation>اس لیپ ٹاپ کے ریکارڈ نئے مرکز نے لکھے ہیں۔</translation>
    </message>
    <message>
        <source>They were not touched.</source>
        <translation>انہیں چھیڑا نہیں گیا۔</translation>
    </message>
    <message>
        <source>Install the newest Markaz to open them.</source>
        <translation>انہیں کھولنے کے لیے تازہ ترین مرکز نصب کریں۔</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>سرور سے رابطہ نہ ہو سکا۔</translation>
    </message>
    <message>
        <source>Your work is saved on this laptop and will be sent later.</source>
        <translation>آپ کا کام اس لیپ ٹاپ پر محفوظ ہے اور بعد میں بھیج دیا جائے گا۔</translation>
    </message>
    <message>
        <source>You can go on working.</source>
        <translation>آپ کام جاری رکھ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>سرور نے وقت پر جواب نہیں دیا۔</translation>
    </message>
    <message>
        <source>What answered is not a Markaz server.</source>
        <translation>جس نے جواب دیا وہ مرکز کا سرور نہیں۔</translation>
    </message>
    <message>
        <source>Nothing was sent to it.</source>
        <translation>اسے کچھ نہیں بھیجا گیا۔</translation>
    </message>
    <message>
        <source>Sign in to the network if it asks for that, or check the server address on the sign-in page.</source>
        <translation>نیٹ ورک سائن اِن مانگے تو کریں، یا سائن اِن کے صفحے پر سرور کا پتہ دیکھیں۔</translation>
    </message>
    <message>
        <source>The name or the password is wrong, or your session has ended.</source>
        <translation>نام یا پاس ورڈ غلط ہے، یا آپ کا سیشن ختم ہو چکا ہے۔</translation>
    </message>
    <message>
        <source>Your work is saved on this laptop.</source>
        <translation>آپ کا کام اس لیپ ٹاپ پر محفوظ ہے۔</translation>
    </message>
    <message>
        <source>Sign in again to send it.</source>
        <translation>بھیجنے کے لیے دوبارہ سائن اِن کریں۔</translation>
    </message>
    <message>
        <source>The server asks to wait: it is busy, or too many sign-ins failed.</source>
        <translation>سرور انتظار کا کہتا ہے: وہ مصروف ہے، یا بہت سے سائن اِن ناکام ہوئے۔</translation>
    </message>
    <message>
        <source>Wait a minute and try again.</source>
        <translation>ایک منٹ انتظار کریں اور دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>The server refused the change.</source>
        <translation>سرور نے تبدیلی قبول نہیں کی۔</translation>
    </message>
    <message>
        <source>It is kept on this laptop.</source>
        <translation>یہ اس لیپ ٹاپ پر محفوظ ہے۔</translation>
    </message>
    <message>
        <source>This is too large to be taken.</source>
        <translation>یہ حد سے بڑا ہے۔</translation>
    </message>
    <message>
        <source>“%1” is too large to be taken.</source>
        <translation>”%1“ حد سے بڑا ہے۔</translation>
    </message>
    <message>
        <source>Make it smaller and try again.</source>
        <translation>اسے چھوٹا کریں اور دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>This cannot be read: it is damaged or not in the form that is expected.</source>
        <translation>یہ پڑھا نہیں جا سکتا: خراب ہے یا متوقع شکل میں نہیں۔</translation>
    </message>
    <message>
        <source>Fetch it again or choose another file.</source>
        <translation>اسے دوبارہ لائیں یا کوئی اور فائل چنیں۔</translation>
    </message>
    <message>
        <source>This was altered after it was signed.</source>
        <translation>دستخط کے بعد اس میں ردوبدل کیا گیا ہے۔</translation>
    </message>
    <message>
        <source>It was not accepted, and nothing was changed.</source>
        <translation>اسے قبول نہیں کیا گیا اور کچھ تبدیل نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Do not rely on it. Tell your regional officer where it came from.</source>
        <translation>اس پر بھروسا نہ کریں۔ اپنے علاقائی افسر کو بتائیں کہ یہ کہاں سے آیا۔</translation>
    </message>
    <message>
        <source>Something in Markaz went wrong.</source>
        <translation>مرکز میں کوئی خرابی ہوئی۔</translation>
    </message>
    <message>
        <source>Try again. If it happens again, restart Markaz and tell your administrator.</source>
        <translation>دوبارہ کوشش کریں۔ پھر بھی ایسا ہو تو مرکز دوبارہ چلائیں اور منتظم کو بتائیں۔</translation>
    </message>
    <message>
        <source>Open Sync to see the reason, and tell your officer or administrator.</source>
        <translation>وجہ دیکھنے کے لیے مطابقت کھولیں، اور اپنے افسر یا منتظم کو بتائیں۔</translation>
    </message>
    <message>
        <source>Enter a CNIC of 13 digits, such as 35202-1234567-1, or an NTN of 7 digits and a check digit, such as 1234567-8.</source>
        <translation>13 ہندسوں کا شناختی کارڈ نمبر لکھیں، جیسے ⁦35202-1234567-1⁩، یا 7 ہندسوں اور ایک جانچ ہندسے والا این ٹی این، جیسے ⁦1234567-8⁩۔</translation>
    </message>
    <message>
        <source>Enter one number in Pakistan that begins with +92 or 0, such as 0300-1234567.</source>
        <translation>پاکستان کا ایک نمبر لکھیں جو ⁦+92⁩ یا 0 سے شروع ہو، جیسے ⁦0300-1234567⁩۔</translation>
    </message>
    <message>
        <source>Enter one address with an @, such as name@example.com, or leave it empty.</source>
        <translation>⁦@⁩ والا ایک پتہ لکھیں، جیسے ⁦name@example.com⁩، یا اسے خالی چھوڑ دیں۔</translation>
    </message>
    <message>
        <source>The records file on this laptop is damaged, and it could not be moved out of the way.</source>
        <translation>اس لیپ ٹاپ پر ریکارڈ کی فائل خراب ہے، اور اسے راستے سے ہٹایا نہ جا سکا۔</translation>
    </message>
    <message>
        <source>It was left as it is, and what was sent is safe on the server.</source>
        <translation>اسے جوں کا توں رہنے دیا گیا ہے، اور جو بھیجا جا چکا وہ سرور پر محفوظ ہے۔</translation>
    </message>
    <message>
        <source>Ask your administrator to free the disk and the folder of this profile for writing, then start Markaz again.</source>
        <translation>اپنے منتظم سے کہیں کہ ڈسک پر جگہ خالی کرے اور اس پروفائل کے فولڈر میں لکھنے کی اجازت دے، پھر مرکز دوبارہ کھولیں۔</translation>
    </message>
    <message>
        <source>It was not deleted, and what was sent is safe on the server.</source>
        <translation>اسے مٹایا نہیں گیا، اور جو بھیجا جا چکا وہ سرور پر محفوظ ہے۔</translation>
    </message>
    <message>
        <source>Start Markaz again: it keeps the damaged file aside and begins a new one. Keep it for your administrator.</source>
        <translation>مرکز دوبارہ کھولیں: وہ خراب فائل کو الگ رکھ کر نئی شروع کرے گا۔ اسے اپنے منتظم کے لیے سنبھال کر رکھیں۔</translation>
    </message>
    <message>
        <source>Nothing was attached; the file itself was not touched.</source>
        <translation>کچھ منسلک نہیں ہوا؛ فائل کو چھیڑا نہیں گیا۔</translation>
    </message>
    <message>
        <source>Choose a photo (JPEG or PNG) or a PDF.</source>
        <translation>تصویر (JPEG یا PNG) یا PDF چنیں۔</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>فائل کھولی نہیں جا سکتی۔</translation>
    </message>
    <message>
        <source>See that it is still there and that you may read it.</source>
        <translation>دیکھیں کہ وہ اب بھی موجود ہے اور آپ اسے پڑھ سکتے ہیں۔</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>فائل خالی ہے۔</translation>
    </message>
    <message>
        <source>The file is larger than 100 MiB.</source>
        <translation>فائل 100 MiB سے بڑی ہے۔</translation>
    </message>
    <message>
        <source>Make it smaller, or attach it in parts.</source>
        <translation>اسے چھوٹا کریں، یا حصوں میں منسلک کریں۔</translation>
    </message>
    <message>
        <source>The photo has more than 40 megapixels.</source>
        <translation>تصویر 40 میگا پکسل سے بڑی ہے۔</translation>
    </message>
    <message>
        <source>Save it smaller and attach that.</source>
        <translation>اسے چھوٹا کر کے محفوظ کریں اور وہ منسلک کریں۔</translation>
    </message>
    <message>
        <source>This is neither a photo nor a PDF.</source>
        <translation>یہ نہ تصویر ہے نہ PDF۔</translation>
    </message>
    <message>
        <source>The file is not what its name says: its content is something else.</source>
        <translation>فائل وہ نہیں جو اس کا نام بتاتا ہے: اندر کچھ اور ہے۔</translation>
    </message>
    <message>
        <source>The file is damaged or was cut off.</source>
        <translation>فائل خراب ہے یا ادھوری رہ گئی۔</translation>
    </message>
    <message>
        <source>Copy it from the camera or phone again.</source>
        <translation>اسے کیمرے یا فون سے دوبارہ نقل کریں۔</translation>
    </message>
    <message>
        <source>The file is still on the laptop where it was attached.</source>
        <translation>فائل ابھی اسی لیپ ٹاپ پر ہے جہاں منسلک ہوئی۔</translation>
    </message>
    <message>
        <source>It comes by itself once it was sent.</source>
        <translation>بھیجے جانے پر خود آ جائے گی۔</translation>
    </message>
    <message>
        <source>The copy could not be written.</source>
        <translation>نقل لکھی نہ جا سکی۔</translation>
    </message>
    <message>
        <source>The file in Markaz is as it was.</source>
        <translation>مرکز میں فائل ویسی ہی ہے۔</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space.</source>
        <translation>کوئی اور فولڈر چنیں، یا کچھ جگہ خالی کریں۔</translation>
    </message>
    <message>
        <source>This item has this very file already.</source>
        <translation>یہ فائل اس شق میں پہلے سے ہے۔</translation>
    </message>
    <message>
        <source>It is kept once.</source>
        <translation>اسے ایک بار رکھا جاتا ہے۔</translation>
    </message>
    <message>
        <source>Not all files of this inspection are on the server yet.</source>
        <translation>اس معائنے کی سب فائلیں ابھی سرور پر نہیں۔</translation>
    </message>
    <message>
        <source>Nothing has been decided.</source>
        <translation>کوئی فیصلہ نہیں ہوا۔</translation>
    </message>
    <message>
        <source>The certificate can be issued when all of them are there.</source>
        <translation>سب کے وہاں پہنچنے پر سند جاری ہو سکتی ہے۔</translation>
    </message>
    <message>
        <source>This copy is damaged and was not restored.</source>
        <translation>یہ نقل خراب ہے اور بحال نہیں کی گئی۔</translation>
    </message>
    <message>
        <source>The records on this laptop are as they were.</source>
        <translation>اس لیپ ٹاپ کے ریکارڈ جوں کے توں ہیں۔</translation>
    </message>
    <message>
        <source>Choose another copy, or sync to fetch what the server has.</source>
        <translation>کوئی اور نقل چنیں، یا سرور پر جو کچھ ہے اسے لانے کے لیے مطابقت کریں۔</translation>
    </message>
    <message>
        <source>This laptop is new to this account: the password alone does not open it here.</source>
        <translation>یہ لیپ ٹاپ اس اکاؤنٹ کے لیے نیا ہے: یہاں صرف پاس ورڈ سے اکاؤنٹ نہیں کھلتا۔</translation>
    </message>
    <message>
        <source>What is on this laptop stays as it is.</source>
        <translation>اس لیپ ٹاپ پر جو کچھ ہے وہ جوں کا توں رہے گا۔</translation>
    </message>
    <message>
        <source>Ask your administrator for a one-time code and set up this laptop with it.</source>
        <translation>اپنے منتظم سے ایک بار کا کوڈ مانگیں اور اس سے یہ لیپ ٹاپ تیار کریں۔</translation>
    </message>
    <message>
        <source>This laptop was revoked for this account.</source>
        <translation>یہ لیپ ٹاپ اس اکاؤنٹ کے لیے منسوخ کر دیا گیا ہے۔</translation>
    </message>
    <message>
        <source>What was sent from it is safe on the server.</source>
        <translation>اس سے جو بھیجا جا چکا وہ سرور پر محفوظ ہے۔</translation>
    </message>
    <message>
        <source>Ask your administrator how you go on.</source>
        <translation>آگے کیا کرنا ہے، اپنے منتظم سے پوچھیں۔</translation>
    </message>
    <message>
        <source>The present password is wrong.</source>
        <translation>موجودہ پاس ورڈ غلط ہے۔</translation>
    </message>
    <message>
        <source>Type it again; capitals count.</source>
        <translation>اسے دوبارہ لکھیں؛ بڑے اور چھوٹے حروف کا فرق ہے۔</translation>
    </message>
    <message>
        <source>The clipboard holds no picture and no file.</source>
        <translation>کلپ بورڈ میں نہ کوئی تصویر ہے نہ فائل۔</translation>
    </message>
    <message>
        <source>Copy a photo first, or add it as a file.</source>
        <translation>پہلے تصویر نقل کریں، یا اسے فائل کے طور پر شامل کریں۔</translation>
    </message>
    <message>
        <source>No camera can be used on this laptop.</source>
        <translation>اس لیپ ٹاپ پر کوئی کیمرا استعمال نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>Take the photo with a phone and add it as a file.</source>
        <translation>تصویر فون سے لیں اور فائل کے طور پر شامل کریں۔</translation>
    </message>
    <message>
        <source>The marked copy could not be made.</source>
        <translation>نشان زدہ نقل نہ بن سکی۔</translation>
    </message>
    <message>
        <source>The photo is as it was, and your marks are still here.</source>
        <translation>تصویر جوں کی توں ہے، اور آپ کے نشان ابھی یہیں ہیں۔</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>دوسرے پروگرام بند کریں اور دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>This photo has a marked copy that names it.</source>
        <translation>اس تصویر کی نشان زدہ نقل موجود ہے جو اسے اصل بتاتی ہے۔</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>کچھ نہیں ہٹایا گیا۔</translation>
    </message>
    <message>
        <source>Remove the marked copy first.</source>
        <translation>پہلے نشان زدہ نقل ہٹائیں۔</translation>
    </message>
    <message>
        <source>The position is as it was.</source>
        <translation>مقام جوں کا توں ہے۔</translation>
    </message>
    <message>
        <source>No GPS receiver is at this laptop.</source>
        <translation>اس لیپ ٹاپ کے ساتھ کوئی جی پی ایس ریسیور نہیں۔</translation>
    </message>
    <message>
        <source>Plug one in and try again, or type the position.</source>
        <translation>ریسیور لگا کر دوبارہ کوشش کریں، یا مقام ہاتھ سے لکھیں۔</translation>
    </message>
    <message>
        <source>The GPS receiver cannot be read.</source>
        <translation>جی پی ایس ریسیور پڑھا نہیں جا سکتا۔</translation>
    </message>
    <message>
        <source>See that it is plugged in and that no other program uses it, or type the position.</source>
        <translation>دیکھیں کہ وہ لگا ہوا ہے اور کوئی دوسرا پروگرام اسے استعمال نہیں کر رہا، یا مقام ہاتھ سے لکھیں۔</translation>
    </message>
    <message>
        <source>The GPS receiver found no position within a minute.</source>
        <translation>جی پی ایس ریسیور کو ایک منٹ میں مقام نہیں ملا۔</translation>
    </message>
    <message>
        <source>Go into the open, wait a moment and try again.</source>
        <translation>کھلی جگہ جائیں، تھوڑا انتظار کریں اور دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>This photo does not say where it was taken.</source>
        <translation>اس تصویر میں درج نہیں کہ کہاں لی گئی۔</translation>
    </message>
    <message>
        <source>Choose a photo that was taken at the building with location switched on, or type the position.</source>
        <translation>عمارت پر لوکیشن آن کر کے لی گئی تصویر چنیں، یا مقام ہاتھ سے لکھیں۔</translation>
    </message>
    <message>
        <source>Another file is still being checked.</source>
        <translation>ابھی ایک اور فائل کی جانچ ہو رہی ہے۔</translation>
    </message>
    <message>
        <source>Add this one when the other is there.</source>
        <translation>یہ فائل تب شامل کریں جب دوسری آ جائے۔</translation>
    </message>
    <message>
        <source>This inspection was made with a version of the standard that is not on this laptop.</source>
        <translation>یہ معائنہ معیار کے ایسے نسخے کے مطابق ہے جو اس لیپ ٹاپ پر نہیں۔</translation>
    </message>
    <message>
        <source>Sync and open it again. If that does not help, this Markaz is too old to read that version.</source>
        <translation>مطابقت کر کے اسے دوبارہ کھولیں۔ اگر فائدہ نہ ہو تو یہ مرکز پروگرام اتنا پرانا ہے کہ وہ نسخہ نہیں پڑھ سکتا۔</translation>
    </message>
    <message>
        <source>One of two merged buildings does not change so.</source>
        <translation>ضم شدہ دو عمارتوں میں سے کوئی اس طرح نہیں بدلتی۔</translation>
    </message>
    <message>
        <source>Work with the building that stands, or have an officer take the merge back.</source>
        <translation>برقرار عمارت کے ساتھ کام کریں، یا افسر سے انضمام واپس لینے کو کہیں۔</translation>
    </message>
    <message>
        <source>A certificate of this building is in force, so it has to stay.</source>
        <translation>اس عمارت کی سند نافذ ہے، اس لیے اسے برقرار رہنا ہے۔</translation>
    </message>
    <message>
        <source>Open the other building and merge that one into this.</source>
        <translation>دوسری عمارت کھولیں اور اُسے اِس میں ضم کریں۔</translation>
    </message>
    <message>
        <source>That building was itself merged into another one.</source>
        <translation>وہ عمارت خود کسی اور میں ضم ہو چکی ہے۔</translation>
    </message>
    <message>
        <source>Choose the building that it was merged into.</source>
        <translation>وہ عمارت چنیں جس میں یہ ضم ہوئی۔</translation>
    </message>
    <message>
        <source>That building lies in another province.</source>
        <translation>وہ عمارت دوسرے صوبے میں ہے۔</translation>
    </message>
    <message>
        <source>Choose one of the same province.</source>
        <translation>اسی صوبے کی کوئی عمارت چنیں۔</translation>
    </message>
    <message>
        <source>The reason is missing.</source>
        <translation>وجہ درج نہیں۔</translation>
    </message>
    <message>
        <source>Say in your own words why you do this.</source>
        <translation>اپنے الفاظ میں بتائیں کہ آپ یہ کیوں کر رہے ہیں۔</translation>
    </message>
    <message>
        <source>The file was handed in with an earlier revision and stays with it.</source>
        <translation>یہ فائل ایک پچھلی نظرثانی کے ساتھ جمع ہوئی تھی اور اسی کے ساتھ رہتی ہے۔</translation>
    </message>
    <message>
        <source>Add what this revision shows better.</source>
        <translation>جو اس نظرثانی میں بہتر دکھائی دے، وہ شامل کریں۔</translation>
    </message>
    <message>
        <source>What was there before is still there.</source>
        <translation>جو پہلے وہاں تھا وہ اب بھی ہے۔</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written.</source>
        <translation>ڈسک بھر گئی ہے: %1 لکھی نہیں جا سکی۔</translation>
    </message>
    <message>
        <source>Free some space, or choose a folder on another disk.</source>
        <translation>کچھ جگہ خالی کریں، یا کسی اور ڈسک کا فولڈر چنیں۔</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 لکھی نہیں جا سکی۔</translation>
    </message>
    <message>
        <source>Choose a folder that is there and that you may write to.</source>
        <translation>ایسا فولڈر چنیں جو موجود ہو اور جس میں آپ لکھ سکتے ہوں۔</translation>
    </message>
    <message>
        <source>Each of the two buildings has a centre.</source>
        <translation>دونوں عمارتوں میں ایک ایک مرکز ہے۔</translation>
    </message>
    <message>
        <source>A building has one centre: close one of them first.</source>
        <translation>ایک عمارت میں ایک ہی مرکز ہوتا ہے: پہلے ان میں سے ایک بند کریں۔</translation>
    </message>
    <message>
        <source>Nothing was attached.</source>
        <translation>کچھ منسلک نہیں ہوا۔</translation>
    </message>
    <message>
        <source>Each of the two buildings has a loan.</source>
        <translation>دونوں عمارتوں کا ایک ایک قرض ہے۔</translation>
    </message>
    <message>
        <source>A building has one loan that is open: close one of them first.</source>
        <translation>ایک عمارت کا ایک ہی جاری قرض ہوتا ہے: پہلے ان میں سے ایک بند کریں۔</translation>
    </message>
</context>
<context>
    <name>standardfault</name>
    <message>
        <source>The expression is too long.</source>
        <translation>عبارت بہت لمبی ہے۔</translation>
    </message>
    <message>
        <source>The expression ends too soon.</source>
        <translation>عبارت ادھوری ہے۔</translation>
    </message>
    <message>
        <source>The expression is not understood at &quot;%1&quot;.</source>
        <translation>عبارت یہاں سمجھ میں نہیں آتی: &quot;%1&quot;۔</translation>
    </message>
    <message>
        <source>The expression is nested too deeply or too long.</source>
        <translation>عبارت میں قوسین بہت گہرے ہیں یا وہ بہت لمبی ہے۔</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be expressed: make &quot;other&quot; one of the choices.</source>
        <translation>&quot;%1&quot; کی گنجائش نہیں: &quot;دیگر&quot; کو انتخابات میں شامل کریں۔</translation>
    </message>
    <message>
        <source>select_one names no list of choices.</source>
        <translation>select_one کے ساتھ انتخابات کی فہرست کا نام نہیں۔</translation>
    </message>
    <message>
        <source>An item has one answer. Make a select_one of it, or a question of each choice.</source>
        <translation>ایک شق کا ایک ہی جواب ہوتا ہے۔ اسے select_one بنائیں، یا ہر انتخاب کا الگ سوال۔</translation>
    </message>
    <message>
        <source>The type &quot;%1&quot; cannot be expressed in a standard.</source>
        <translation>معیار میں &quot;%1&quot; قسم کی گنجائش نہیں۔</translation>
    </message>
    <message>
        <source>The name of an item is its section&apos;s letter and two digits, such as C-02, not &quot;%1&quot;.</source>
        <translation>شق کا نام اس کے حصے کا حرف اور دو ہندسے ہوتا ہے، جیسے C-02، نہ کہ &quot;%1&quot;۔</translation>
    </message>
    <message>
        <source>This item stands in no section: a begin_group whose name is one letter.</source>
        <translation>یہ شق کسی حصے میں نہیں: حصہ وہ begin_group ہے جس کا نام ایک حرف ہو۔</translation>
    </message>
    <message>
        <source>Every item is asked for. Where it may not apply, say yes under not_applicable.</source>
        <translation>ہر شق پوچھی جاتی ہے۔ جہاں وہ لاگو نہ ہو سکے وہاں not_applicable میں yes لکھیں۔</translation>
    </message>
    <message>
        <source>Instruments belong to a number.</source>
        <translation>آلات صرف عدد کے ساتھ ہوتے ہیں۔</translation>
    </message>
    <message>
        <source>This belongs to a begin_repeat.</source>
        <translation>یہ begin_repeat کے ساتھ ہوتا ہے۔</translation>
    </message>
    <message>
        <source>This belongs to a column of a repeat.</source>
        <translation>یہ دہرائے جانے والے حصے کے کالم کے ساتھ ہوتا ہے۔</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be expressed in a standard.</source>
        <translation>معیار میں &quot;%1&quot; کی گنجائش نہیں۔</translation>
    </message>
    <message>
        <source>A calculation belongs to the type calculate.</source>
        <translation>حساب صرف calculate قسم کے ساتھ ہوتا ہے۔</translation>
    </message>
    <message>
        <source>A constraint belongs to a number.</source>
        <translation>حد کی شرط صرف عدد کے ساتھ ہوتی ہے۔</translation>
    </message>
    <message>
        <source>The credit of choices stands in the sheet choices.</source>
        <translation>انتخابات کے نمبر choices شیٹ میں لکھے جاتے ہیں۔</translation>
    </message>
    <message>
        <source>Write a limit such as 33, or limits with their credit such as 48=100; 36=50, not &quot;%1&quot;.</source>
        <translation>یہاں حد لکھیں جیسے 33، یا حدیں اپنے نمبروں کے ساتھ جیسے 48=100; 36=50، نہ کہ &quot;%1&quot;۔</translation>
    </message>
    <message>
        <source>This belongs to an item, not to a column of a repeat.</source>
        <translation>یہ شق کے ساتھ ہوتا ہے، دہرائے جانے والے حصے کے کالم کے ساتھ نہیں۔</translation>
    </message>
    <message>
        <source>A column of a repeat is asked in each row; a condition belongs to the repeat.</source>
        <translation>دہرائے جانے والے حصے کا کالم ہر قطار میں پوچھا جاتا ہے؛ شرط خود اس حصے کے ساتھ لکھیں۔</translation>
    </message>
    <message>
        <source>No question uses the list &quot;%1&quot;.</source>
        <translation>کوئی سوال فہرست &quot;%1&quot; استعمال نہیں کرتا۔</translation>
    </message>
    <message>
        <source>The sheet has no heading with the columns type and name.</source>
        <translation>شیٹ میں type اور name کالموں کی سرخی نہیں۔</translation>
    </message>
    <message>
        <source>The workbook has no sheet &quot;%1&quot;.</source>
        <translation>ورک بک میں &quot;%1&quot; شیٹ نہیں۔</translation>
    </message>
    <message>
        <source>This sheet means nothing here and is left out.</source>
        <translation>اس شیٹ کا یہاں کوئی کام نہیں؛ اسے چھوڑ دیا گیا۔</translation>
    </message>
    <message>
        <source>There are two sheets of this name.</source>
        <translation>اس نام کی دو شیٹیں ہیں۔</translation>
    </message>
    <message>
        <source>The sheet has no row with form_id, version and form_title.</source>
        <translation>شیٹ میں form_id، version اور form_title کی قطار نہیں۔</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is there twice.</source>
        <translation>&quot;%1&quot; دو بار ہے۔</translation>
    </message>
    <message>
        <source>Write floors as C=75; D=75, not &quot;%1&quot;.</source>
        <translation>حصوں کی حدیں یوں لکھیں: C=75; D=75، نہ کہ &quot;%1&quot;۔</translation>
    </message>
    <message>
        <source>The sheet has no heading with the columns list_name and name.</source>
        <translation>شیٹ میں list_name اور name کالموں کی سرخی نہیں۔</translation>
    </message>
    <message>
        <source>This choice belongs to no list.</source>
        <translation>یہ انتخاب کسی فہرست میں نہیں۔</translation>
    </message>
    <message>
        <source>This choice has no name.</source>
        <translation>اس انتخاب کا نام نہیں۔</translation>
    </message>
    <message>
        <source>The sheet choices has no list &quot;%1&quot;.</source>
        <translation>choices شیٹ میں فہرست &quot;%1&quot; نہیں۔</translation>
    </message>
    <message>
        <source>The list &quot;%1&quot; has more than 30 choices.</source>
        <translation>فہرست &quot;%1&quot; میں 30 سے زیادہ انتخابات ہیں۔</translation>
    </message>
    <message>
        <source>The workbook cannot be read: %1.</source>
        <translation>ورک بک پڑھی نہیں جا سکتی: %1۔</translation>
    </message>
    <message>
        <source>The file is neither an XLSX workbook nor a standard in JSON.</source>
        <translation>فائل نہ XLSX ورک بک ہے نہ JSON میں معیار۔</translation>
    </message>
    <message>
        <source>The function %1() cannot be expressed in a condition of a standard.</source>
        <translation>معیار کی شرط میں %1() کی گنجائش نہیں۔</translation>
    </message>
    <message>
        <source>A condition compares one question, building field or figure with one constant, joined by and, or, not().</source>
        <translation>شرط ایک سوال، عمارت کے خانے یا عدد کا موازنہ ایک مقررہ قدر سے کرتی ہے، and، or اور not() سے جوڑ کر۔</translation>
    </message>
    <message>
        <source>Whether an answer is empty cannot be a condition of a standard.</source>
        <translation>جواب کا خالی ہونا معیار کی شرط نہیں بن سکتا۔</translation>
    </message>
    <message>
        <source>A condition cannot look at a column of a repeat.</source>
        <translation>شرط دہرائے جانے والے حصے کے کالم کو نہیں دیکھ سکتی۔</translation>
    </message>
    <message>
        <source>A column of a repeat makes one number in sum(), min(), max(), median() or count().</source>
        <translation>دہرائے جانے والے حصے کا کالم sum()، min()، max()، median() یا count() میں ایک عدد بنتا ہے۔</translation>
    </message>
    <message>
        <source>The function %1() cannot be expressed in a calculation of a standard.</source>
        <translation>معیار کے حساب میں %1() کی گنجائش نہیں۔</translation>
    </message>
    <message>
        <source>A calculation is made of numbers with + - * div, sum(), min(), max(), median() and count().</source>
        <translation>حساب عددوں سے + - * div، sum()، min()، max()، median() اور count() کے ذریعے بنتا ہے۔</translation>
    </message>
    <message>
        <source>A constraint says the least and the most of a number: . &gt;= 0 and . &lt;= 400.</source>
        <translation>حد کی شرط عدد کا کم سے کم اور زیادہ سے زیادہ بتاتی ہے: . &gt;= 0 and . &lt;= 400</translation>
    </message>
    <message>
        <source>A constraint has one least and one most.</source>
        <translation>حد کی شرط میں ایک کم سے کم اور ایک زیادہ سے زیادہ ہوتا ہے۔</translation>
    </message>
    <message>
        <source>A building has no field &quot;%1&quot;.</source>
        <translation>عمارت میں &quot;%1&quot; خانہ نہیں۔</translation>
    </message>
    <message>
        <source>There is no question &quot;%1&quot;.</source>
        <translation>سوال &quot;%1&quot; موجود نہیں۔</translation>
    </message>
    <message>
        <source>Several questions are called &quot;%1&quot;. Put the item&apos;s code before the name, as in F-02_seats.</source>
        <translation>کئی سوالوں کا نام &quot;%1&quot; ہے۔ نام سے پہلے شق کا کوڈ لکھیں، جیسے F-02_seats۔</translation>
    </message>
    <message>
        <source>This begin_repeat has no end_repeat.</source>
        <translation>اس begin_repeat کا end_repeat نہیں۔</translation>
    </message>
    <message>
        <source>This begin_group has no end_group.</source>
        <translation>اس begin_group کا end_group نہیں۔</translation>
    </message>
    <message>
        <source>This question has no type.</source>
        <translation>اس سوال کی قسم نہیں لکھی۔</translation>
    </message>
    <message>
        <source>This row has neither type nor name and is left out.</source>
        <translation>اس قطار میں نہ type ہے نہ name؛ اسے چھوڑ دیا گیا۔</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is left out: the program records who, when and where by itself.</source>
        <translation>&quot;%1&quot; چھوڑ دیا گیا: کس نے، کب اور کہاں، یہ پروگرام خود لکھتا ہے۔</translation>
    </message>
    <message>
        <source>A note is left out. Write it into the hint of a question.</source>
        <translation>نوٹ چھوڑ دیا گیا۔ اسے کسی سوال کے hint میں لکھیں۔</translation>
    </message>
    <message>
        <source>A repeat cannot stand inside a repeat.</source>
        <translation>دہرائے جانے والے حصے کے اندر دوسرا نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>A group cannot stand inside a repeat.</source>
        <translation>دہرائے جانے والے حصے کے اندر گروپ نہیں ہو سکتا۔</translation>
    </message>
    <message>
        <source>This belongs to a question, not to a group.</source>
        <translation>یہ سوال کے ساتھ ہوتا ہے، گروپ کے ساتھ نہیں۔</translation>
    </message>
    <message>
        <source>Section %1 begins inside section %2.</source>
        <translation>حصہ %1، حصہ %2 کے اندر شروع ہوتا ہے۔</translation>
    </message>
    <message>
        <source>This group makes no section, because its name is not one letter; what stands in it belongs to the section around it.</source>
        <translation>یہ گروپ حصہ نہیں بنتا کیونکہ اس کا نام ایک حرف نہیں؛ اس کے اندر کے سوال باہر والے حصے کے ہیں۔</translation>
    </message>
    <message>
        <source>This end_repeat ends nothing.</source>
        <translation>یہ end_repeat کسی کو ختم نہیں کرتا۔</translation>
    </message>
    <message>
        <source>This end_group ends nothing.</source>
        <translation>یہ end_group کسی کو ختم نہیں کرتا۔</translation>
    </message>
    <message>
        <source>This language is left out: a standard has English and Urdu.</source>
        <translation>یہ زبان چھوڑ دی گئی: معیار انگریزی اور اردو میں ہوتا ہے۔</translation>
    </message>
    <message>
        <source>This column is there twice.</source>
        <translation>یہ کالم دو بار ہے۔</translation>
    </message>
    <message>
        <source>This column means nothing here and is left out.</source>
        <translation>اس کالم کا یہاں کوئی کام نہیں؛ اسے چھوڑ دیا گیا۔</translation>
    </message>
    <message>
        <source>The formula in this cell has no saved result. Open the workbook in a spreadsheet program, save it and try again.</source>
        <translation>اس خانے کے فارمولے کا نتیجہ محفوظ نہیں۔ ورک بک کو سپریڈ شیٹ پروگرام میں کھول کر محفوظ کریں اور دوبارہ کوشش کریں۔</translation>
    </message>
    <message>
        <source>The formula in this cell ends in the error %1.</source>
        <translation>اس خانے کا فارمولا غلطی %1 پر ختم ہوتا ہے۔</translation>
    </message>
    <message>
        <source>Write yes or no here, not &quot;%1&quot;.</source>
        <translation>یہاں yes یا no لکھیں، نہ کہ &quot;%1&quot;۔</translation>
    </message>
    <message>
        <source>Write a percentage from 0 to 100 here, not &quot;%1&quot;.</source>
        <translation>یہاں 0 سے 100 تک فیصد لکھیں، نہ کہ &quot;%1&quot;۔</translation>
    </message>
    <message>
        <source>This is %1 %. If 100 times as much is meant, format the cell as a number and write that.</source>
        <translation>یہ %1 فیصد ہے۔ اگر اس کا 100 گنا مراد ہے تو خانے کو عدد کی شکل دے کر وہی لکھیں۔</translation>
    </message>
    <message>
        <source>Write a whole number here, not &quot;%1&quot;.</source>
        <translation>یہاں پورا عدد لکھیں، نہ کہ &quot;%1&quot;۔</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>خالی نہیں ہو سکتا</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>موجود نہیں</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>دو بار ہے</translation>
    </message>
    <message>
        <source>is not known here</source>
        <translation>یہاں معلوم نہیں</translation>
    </message>
    <message>
        <source>the weights add up to %1 instead of 100</source>
        <translation>وزن کا مجموعہ 100 کے بجائے %1 ہے</translation>
    </message>
    <message>
        <source>is not among the units</source>
        <translation>اکائیوں میں سے نہیں</translation>
    </message>
    <message>
        <source>is not among the sections</source>
        <translation>حصوں میں سے نہیں</translation>
    </message>
    <message>
        <source>must be one of the instruments, once</source>
        <translation>آلات میں سے ایک ہو، اور ایک ہی بار</translation>
    </message>
    <message>
        <source>must have %1 to %2 entries</source>
        <translation>%1 سے %2 تک اندراج ہونے چاہییں</translation>
    </message>
    <message>
        <source>must have at most %1 characters</source>
        <translation>زیادہ سے زیادہ %1 حروف ہو سکتے ہیں</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>متن ہونا چاہیے</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>فہرست ہونی چاہیے</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>آبجیکٹ ہونا چاہیے</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>true یا false ہونا چاہیے</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>%1 سے %2 تک پورا عدد ہونا چاہیے</translation>
    </message>
    <message>
        <source>must be a decimal number as text</source>
        <translation>عدد ہونا چاہیے، جیسے 34.5</translation>
    </message>
    <message>
        <source>must be a token of lower-case letters, digits and underscores</source>
        <translation>صرف چھوٹے انگریزی حروف، ہندسے اور _ ہو سکتے ہیں</translation>
    </message>
    <message>
        <source>must be lower-case letters, digits and dashes</source>
        <translation>صرف چھوٹے انگریزی حروف، ہندسے اور - ہو سکتے ہیں</translation>
    </message>
    <message>
        <source>must be one capital letter</source>
        <translation>ایک بڑا انگریزی حرف ہونا چاہیے</translation>
    </message>
    <message>
        <source>must be the section&apos;s letter, a dash and two digits</source>
        <translation>حصے کا حرف، - اور دو ہندسے ہونے چاہییں</translation>
    </message>
    <message>
        <source>must be at_least or at_most</source>
        <translation>at_least یا at_most ہونا چاہیے</translation>
    </message>
    <message>
        <source>the first band earns the full 10000</source>
        <translation>پہلی حد پورے نمبر دیتی ہے</translation>
    </message>
    <message>
        <source>must be easier to reach than the band before it</source>
        <translation>پچھلی حد سے آسان ہونی چاہیے</translation>
    </message>
    <message>
        <source>must be less than that of the band before it</source>
        <translation>پچھلی حد کے نمبروں سے کم ہونے چاہییں</translation>
    </message>
    <message>
        <source>needs a single band in each tier</source>
        <translation>ہر درجے میں ایک ہی حد ہونی چاہیے</translation>
    </message>
    <message>
        <source>must not be below least</source>
        <translation>کم سے کم سے نیچے نہیں ہو سکتا</translation>
    </message>
    <message>
        <source>must be yes_no, choice, measurement, expiry_date or text</source>
        <translation>yes_no، choice، measurement، expiry_date یا text ہونا چاہیے</translation>
    </message>
    <message>
        <source>belongs to a choice, and only to it</source>
        <translation>صرف انتخاب کے ساتھ ہوتا ہے</translation>
    </message>
    <message>
        <source>belongs to a measurement, and only to it</source>
        <translation>صرف پیمائش کے ساتھ ہوتا ہے</translation>
    </message>
    <message>
        <source>belongs to a critical item, and only to it</source>
        <translation>صرف لازمی شق کے ساتھ ہوتا ہے</translation>
    </message>
    <message>
        <source>must sum a measurement column that each row has</source>
        <translation>ایسی پیمائش کا کالم جمع ہو جو ہر قطار میں ہے</translation>
    </message>
    <message>
        <source>must be worst or sum:&lt;column&gt;</source>
        <translation>worst یا sum:&lt;column&gt; ہونا چاہیے</translation>
    </message>
    <message>
        <source>judges a column&apos;s sum: rows &quot;sum:&lt;column&gt;&quot; needs it, &quot;worst&quot; forbids it</source>
        <translation>کالم کے مجموعے کو پرکھتا ہے: &quot;sum:&lt;column&gt;&quot; کے ساتھ لازم، &quot;worst&quot; کے ساتھ منع</translation>
    </message>
    <message>
        <source>is no type of item</source>
        <translation>شق کی کوئی قسم نہیں</translation>
    </message>
    <message>
        <source>nobody answers a calculated item</source>
        <translation>حساب سے بننے والی شق کا جواب کوئی نہیں دیتا</translation>
    </message>
    <message>
        <source>has no items</source>
        <translation>میں کوئی شق نہیں</translation>
    </message>
    <message>
        <source>there is no item %1</source>
        <translation>شق %1 موجود نہیں</translation>
    </message>
    <message>
        <source>item %1 has no number %2 in each row</source>
        <translation>شق %1 کی ہر قطار میں عدد %2 نہیں</translation>
    </message>
    <message>
        <source>item %1 gives no such value</source>
        <translation>شق %1 ایسی قدر نہیں دیتی</translation>
    </message>
    <message>
        <source>item %1 may be not applicable</source>
        <translation>شق %1 غیر متعلق ہو سکتی ہے</translation>
    </message>
    <message>
        <source>item %1 never has this value</source>
        <translation>شق %1 کا جواب کبھی یہ نہیں ہوتا</translation>
    </message>
    <message>
        <source>%1 and %2 read each other in a circle</source>
        <translation>%1 اور %2 ایک دوسرے پر منحصر ہیں</translation>
    </message>
    <message>
        <source>a building has no field %1</source>
        <translation>عمارت میں خانہ %1 نہیں</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>عدد ہونا چاہیے</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>عدد نہیں</translation>
    </message>
    <message>
        <source>not JSON: %1</source>
        <translation>JSON نہیں: %1</translation>
    </message>
    <message>
        <source>it is no XLSX workbook</source>
        <translation>یہ XLSX ورک بک نہیں</translation>
    </message>
    <message>
        <source>it is an old XLS workbook, or it is locked with a password; save it as XLSX without a password</source>
        <translation>یہ پرانی XLS ورک بک ہے یا پاس ورڈ سے مقفل ہے؛ اسے پاس ورڈ کے بغیر XLSX میں محفوظ کریں</translation>
    </message>
    <message>
        <source>it is locked with a password</source>
        <translation>یہ پاس ورڈ سے مقفل ہے</translation>
    </message>
    <message>
        <source>its archive is damaged</source>
        <translation>اس کی آرکائیو خراب ہے</translation>
    </message>
    <message>
        <source>a part of it is missing</source>
        <translation>اس کا ایک جزو موجود نہیں</translation>
    </message>
    <message>
        <source>a part of it is damaged</source>
        <translation>اس کا ایک جزو خراب ہے</translation>
    </message>
    <message>
        <source>a part of it unpacks to far more than it should</source>
        <translation>اس کا ایک جزو کھلنے پر حد سے کہیں بڑا نکلتا ہے</translation>
    </message>
    <message>
        <source>a part of it is too large</source>
        <translation>اس کا ایک جزو بہت بڑا ہے</translation>
    </message>
    <message>
        <source>the file is larger than %1 MiB</source>
        <translation>فائل %1 MiB سے بڑی ہے</translation>
    </message>
    <message>
        <source>a sheet has more than %1 rows</source>
        <translation>ایک شیٹ میں %1 سے زیادہ قطاریں ہیں</translation>
    </message>
    <message>
        <source>a sheet has more than %1 columns</source>
        <translation>ایک شیٹ میں %1 سے زیادہ کالم ہیں</translation>
    </message>
    <message>
        <source>a cell has more than %1 characters</source>
        <translation>ایک خانے میں %1 سے زیادہ حروف ہیں</translation>
    </message>
    <message>
        <source>it has more than %1 sheets</source>
        <translation>اس میں %1 سے زیادہ شیٹیں ہیں</translation>
    </message>
    <message>
        <source>The sheet has one row under its heading, and this is another.</source>
        <translation>اس شیٹ میں سرخی کے نیچے ایک ہی قطار ہوتی ہے، اور یہ ایک اور ہے۔</translation>
    </message>
    <message>
        <source>This row names no tier.</source>
        <translation>اس قطار میں کسی درجے کا نام نہیں۔</translation>
    </message>
    <message>
        <source>its cells take more than %1 MiB</source>
        <translation>اس کے خانے %1 MiB سے زیادہ جگہ لیتے ہیں</translation>
    </message>
</context>
</TS>

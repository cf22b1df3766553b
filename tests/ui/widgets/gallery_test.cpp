// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the parts and a whole frame with invented content in light, dark and Urdu under build/<preset>/gallery, so
// that a change of look can be seen beside the mockups; and checks of each picture what a person would otherwise have
// to look for.
#include "tests/support/paths.h"
#include "tests/ui/support/everylook.h"
#include "tests/ui/uitest.h"

#include "ui/mainwindow.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/frame/accountbutton.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/frame/topbar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/keyfigure.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/sectionlist.h"
#include "ui/widgets/segmentedanswer.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/verdictbar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using test::ThemeGuard;

QString galleryFolder()
{
    const QString scale = qEnvironmentVariable("QT_SCALE_FACTOR");
    QString folder =
        markaz::test::buildPath(QStringLiteral("gallery")) + (scale.isEmpty() ? scale : QLatin1Char('-') + scale);
    QDir().mkpath(folder);
    return folder;
}

QString t(const char *english, const char *urdu)
{
    return isUrdu() ? QString::fromUtf8(urdu) : QString::fromUtf8(english);
}

QPushButton *button(const QString &text, const char *role = nullptr, const char *iconName = nullptr)
{
    auto *b = new QPushButton(text);
    if (role)
        b->setProperty("role", QString::fromLatin1(role));
    if (iconName)
        b->setIcon(icon(QString::fromLatin1(iconName)));
    return b;
}

QLayout *row(const QList<QWidget *> &widgets)
{
    auto *layout = new QHBoxLayout;
    layout->setSpacing(12);
    for (QWidget *w : widgets)
        layout->addWidget(w);
    layout->addStretch(1);
    return layout;
}

QStandardItemModel *sampleTable(QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels({t("Code", "کوڈ"), t("Building", "عمارت"), t("City", "شہر"), t("Stage", "مرحلہ"),
                                      t("Area, sq ft", "رقبہ"), t("Last score", "اسکور")});
    const char *stages[] = {"certified", "under_review", "identified",  "refused",
                            "assigned",  "inspected",    "provisional", "lapsed"};
    int i = 0;
    for (const char *stage : stages) {
        QList<QStandardItem *> cells;
        auto *code = new QStandardItem(format::code(QStringLiteral("LHE-%1").arg(42 + i, 4, 10, QLatin1Char('0'))));
        code->setFont(currentTheme().font(Type::Code));
        cells << code << new QStandardItem(t("Sample plaza, floors 2-3", "نمونہ پلازہ"))
              << new QStandardItem(t("Lahore", "لاہور"));
        auto *chip = new QStandardItem;
        chip->setData(QVariant::fromValue(chips::stage(QString::fromLatin1(stage))), ChipRole);
        auto *area = new QStandardItem(format::number(5200 - 300 * i));
        auto *score = new QStandardItem(format::score(8640 - 500 * i));
        for (QStandardItem *number : {area, score})
            number->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        cells << chip << area << score;
        model->appendRow(cells);
        ++i;
    }
    return model;
}

QStandardItemModel *sampleSections(QObject *parent)
{
    struct Row
    {
        const char *letter, *english, *urdu;
        int answered, total, problems;
    };
    const Row rows[] = {
        {"A", "Legal", "قانونی", 8, 8, 0},          {"B", "Structure", "عمارت کا ڈھانچہ", 14, 14, 0},
        {"C", "Fire", "آگ سے تحفظ", 11, 18, 3},     {"D", "Power", "بجلی", 14, 14, 0},
        {"E", "Connectivity", "انٹرنیٹ", 9, 14, 1}, {"G", "Access and women", "رسائی اور خواتین", 5, 8, 0},
        {"I", "Security", "سیکیورٹی", 0, 4, 0}};
    auto *model = new QStandardItemModel(parent);
    for (const Row &r : rows) {
        auto *item = new QStandardItem(t(r.english, r.urdu));
        item->setData(QString::fromLatin1(r.letter), SectionLetterRole);
        item->setData(r.answered, SectionAnsweredRole);
        item->setData(r.total, SectionTotalRole);
        item->setData(r.problems, SectionProblemsRole);
        item->setData(r.total - r.answered, SectionMissingRole);
        model->appendRow(item);
    }
    return model;
}

VerdictContent sampleVerdict()
{
    VerdictContent v;
    v.status = Status::Bad;
    v.lead = t("Tier 2: 78.4 of 75 – but ", "درجہ 2: اسکور 78.4، درکار 75، مگر ");
    v.link = t("exits unlocked (C-02)", "باہر نکلنے کے راستے کھلے نہیں (C-02)");
    v.linkTarget = QStringLiteral("C-02");
    v.tail = t(" fails", "");
    v.explanation = t("Refused as it stands. A critical item that fails refuses the building at any score.",
                      "اس حالت میں نامنظور۔ لازمی شرط ناکام ہو تو عمارت کسی بھی اسکور پر نامنظور ہوتی ہے۔");
    v.floors = {
        {QStringLiteral("C"), 6420, false}, {QStringLiteral("D"), 8100, true}, {QStringLiteral("E"), 7250, true}};
    v.scoreBp = 7840;
    v.passBp = 7500;
    v.left = t("23 items left", "23 باقی");
    return v;
}

QWidget *widgetsPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *header = new PageHeader(PageHeader::Kind::Docked);
    header->setCode(QStringLiteral("SKT-0031"));
    header->setTitle(t("Sample sports works", "نمونہ اسپورٹس ورکس"));
    header->setSub(QStringList{t("Initial inspection", "ابتدائی معائنہ"), labels::tier(2),
                               t("Started today 10:42", "آغاز آج 10:42")});
    header->setChip(chips::stage(QStringLiteral("assigned")));
    auto *next = button(t("Next problem", "اگلا مسئلہ"));
    next->setProperty("keyHint", QStringLiteral("F"));
    header->addAction(next);
    header->addAction(button(t("Review and submit", "جائزہ لے کر جمع کرائیں"), "primary"));
    layout->addWidget(header);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    auto *sections = new SectionList;
    sections->setFixedWidth(232);
    sections->setModel(sampleSections(sections));
    sections->setCurrentIndex(sections->model()->index(2, 0));
    middle->addWidget(sections);
    auto *content = new QVBoxLayout;
    content->setContentsMargins(16, 12, 16, 12);
    content->setSpacing(12);

    auto *answerYes = new SegmentedAnswer;
    answerYes->setAnswer(QStringLiteral("yes"));
    auto *answerNo = new SegmentedAnswer;
    answerNo->setAnswer(QStringLiteral("no"));
    auto *answerNa = new SegmentedAnswer;
    answerNa->setNotApplicableAllowed(true);
    auto *reversed = new SegmentedAnswer;
    reversed->setNotApplicableAllowed(true);
    reversed->setCredits(0, 10'000);
    reversed->setAnswer(QStringLiteral("yes"));
    content->addLayout(row({answerYes, answerNo, answerNa, reversed}));

    auto *views = new SegmentedControl;
    views->setSegments({{QStringLiteral("all"), t("All 18", "سب 18"), {}},
                        {QStringLiteral("missing"), t("Missing 7", "باقی 7"), {}},
                        {QStringLiteral("problems"), t("Problems 3", "مسائل 3"), {}}});
    views->setCurrent(QStringLiteral("all"));
    auto *province = new FilterChip(t("Province", "صوبہ"));
    province->setOptions({{QStringLiteral("PK-PB"), labels::province(QStringLiteral("PK-PB"))},
                          {QStringLiteral("PK-SD"), labels::province(QStringLiteral("PK-SD"))}});
    province->setChosen({QStringLiteral("PK-PB")});
    auto *tier = new FilterChip(t("Tier", "درجہ"));
    tier->setOptions({{QStringLiteral("1"), QStringLiteral("1")},
                      {QStringLiteral("2"), QStringLiteral("2")},
                      {QStringLiteral("3"), QStringLiteral("3")}});
    tier->setChosen({QStringLiteral("1"), QStringLiteral("2")});
    content->addLayout(row({views, province, tier, button(t("Clear", "صاف کریں"), "flat", "cross")}));

    auto *number = new QDoubleSpinBox;
    number->setDecimals(1);
    number->setValue(34.0);
    number->setSuffix(t(" in", " انچ"));
    auto *instrument = new QComboBox;
    instrument->addItems({labels::instrument(QStringLiteral("tape")), labels::instrument(QStringLiteral("laser"))});
    auto *edit = new QLineEdit(t("Sample field 3", "نمونہ 3"));
    auto *empty = new QLineEdit;
    empty->setPlaceholderText(t("Code, name, address", "کوڈ، نام، پتہ"));
    empty->addAction(icon(QStringLiteral("view-filter"), Colour::Text2), QLineEdit::LeadingPosition);
    content->addLayout(row({number, instrument, edit, empty}));

    auto *off = button(t("Settle the conflict", "تنازع نمٹائیں"));
    off->setEnabled(false);
    auto *more = new QToolButton;
    more->setIcon(icon(QStringLiteral("overflow-menu")));
    auto *undo = new QToolButton;
    undo->setAutoRaise(true);
    undo->setIcon(icon(QStringLiteral("edit-undo")));
    content->addLayout(
        row({button(t("Start", "شروع"), "primary"), button(t("Export", "برآمد"), nullptr, "document-export"),
             button(t("Reject", "مسترد"), "danger"), button(t("Show what waits", "دیکھیں"), "link"), off, more, undo}));

    auto *chipsRow = new QHBoxLayout;
    for (const char *stage :
         {"identified", "assigned", "inspected", "under_review", "certified", "provisional", "refused", "lapsed"})
        chipsRow->addWidget(new StatusChip(chips::stage(QString::fromLatin1(stage))));
    chipsRow->addStretch(1);
    content->addLayout(chipsRow);
    auto *items = new QHBoxLayout;
    using S = ItemScore::Status;
    for (S s : {S::Met, S::Partial, S::Fails, S::Missing, S::NotApplicable, S::NotInspected})
        items->addWidget(new StatusChip(chips::item(s, 5000)));
    items->addStretch(1);
    content->addLayout(items);

    auto *check = new QCheckBox(t("I carried out this visit myself", "یہ معائنہ میں نے خود کیا"));
    check->setChecked(true);
    auto *radio = new QRadioButton(t("On this laptop", "اس لیپ ٹاپ پر"));
    radio->setChecked(true);
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setRange(0, 100);
    slider->setValue(60);
    slider->setProperty("mark", 80);
    auto *bar = new QProgressBar;
    bar->setValue(62);
    content->addLayout(row({check, radio, slider, bar}));
    auto *note = new QPlainTextEdit(t("Rear exit chained; the watchman has the key and comes at 14:00.",
                                      "پچھلا راستہ زنجیر سے بند ہے؛ چابی چوکیدار کے پاس ہے۔"));
    note->setFixedHeight(52);
    content->addWidget(note);
    auto *hints = new KeyHintRow;
    hints->setHints({{QStringLiteral("Y"), t("yes", "ہاں")},
                     {QStringLiteral("N"), t("no", "نہیں")},
                     {QStringLiteral("A"), t("not applicable", "لاگو نہیں")},
                     {QStringLiteral("F"), t("next problem", "اگلا مسئلہ")}});
    content->addWidget(hints);
    content->addStretch(1);
    middle->addLayout(content, 1);
    layout->addLayout(middle, 1);
    auto *verdict = new VerdictBar;
    verdict->setContent(sampleVerdict());
    layout->addWidget(verdict);
    return page;
}

QWidget *tablePage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *header = new PageHeader;
    header->setTitle(t("Buildings", "عمارتیں"));
    header->setSub(t("1,284 of 4,962 buildings", "عمارتیں 1,284"));
    header->addAction(button(t("Import CSV", "درآمد"), nullptr, "document-import"));
    header->addAction(button(t("New building", "نئی عمارت"), "primary", "list-add"));
    layout->addWidget(header);
    auto *content = new QVBoxLayout;
    content->setContentsMargins(16, 4, 16, 16);
    content->setSpacing(12);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(8);
    const KeyFigureContent contents[] = {
        {t("Certified of the quota", "منظور شدہ"), QStringLiteral("96"), t("of 250 by Feb 2027", "250 میں سے"),
         t("57 behind the line", "57 پیچھے"), Status::Bad, QStringLiteral("triangle")},
        {t("In the pipeline", "زیرِ عمل"), QStringLiteral("1,034"), t("buildings", "عمارتیں"),
         t("31 wait for review", "31 منتظر"), Status::Neutral, QStringLiteral("eye")},
        {t("Occupancy, June", "نشستیں"), QStringLiteral("61.4 %"), t("3,795 taken", "3,795"),
         t("Break-even is 48 %", "حد 48 %"), Status::Ok, QStringLiteral("check-disc")},
    };
    for (const KeyFigureContent &c : contents) {
        auto *figure = new KeyFigure;
        figure->setContent(c);
        figures->addWidget(figure);
    }
    content->addLayout(figures);
    auto *split = new QHBoxLayout;
    split->setSpacing(16);
    auto *table = new TableView;
    table->setModel(sampleTable(table));
    table->setSortingEnabled(true);
    table->sortByColumn(0, Qt::AscendingOrder);
    table->resizeColumnsToContents();
    table->setColumnWidth(1, 200);
    table->selectRow(2);
    table->setAccessibleName(QStringLiteral("Buildings"));
    split->addWidget(table, 3);
    auto *card = new Card;
    card->setTitle(t("Overdue", "تاخیر"));
    card->setNote(t("2 visits", "2 دورے"));
    card->setTitleIcon(QStringLiteral("triangle"), Status::Bad);
    card->setHeadLine(true);
    auto *empty = new EmptyPage;
    empty->setContent(QStringLiteral("view-task"),
                      t("No visit is assigned to you. Ask your officer, or register a building.",
                        "آپ کے ذمے کوئی معائنہ نہیں۔ اپنے افسر سے پوچھیں یا عمارت درج کریں۔"),
                      t("Register a building", "عمارت درج کریں"));
    card->body()->addWidget(empty);
    split->addWidget(card, 2);
    content->addLayout(split, 1);
    layout->addLayout(content, 1);
    return page;
}

std::unique_ptr<MainWindow> sampleWindow()
{
    auto window = std::make_unique<MainWindow>();
    MainFrame *frame = window->frame();
    const auto add = [&](const char *id, const char *english, const char *urdu, const char *iconName, QWidget *page,
                         bool fold) {
        frame->addPage(
            {QString::fromLatin1(id), [=] { return t(english, urdu); }, QString::fromLatin1(iconName), fold, {}}, page);
    };
    add("work", "My work", "میرا کام", "view-task", new QWidget, false);
    add("buildings", "Buildings", "عمارتیں", "building", tablePage(), false);
    add("inspections", "Inspections", "معائنے", "document-edit-verify", widgetsPage(), true);
    add("centres", "Centres", "مراکز", "computer-laptop", new QWidget, false);
    add("dashboard", "Dashboard", "ڈیش بورڈ", "view-statistics", new QWidget, false);
    add("programme", "Programme", "پروگرام", "office-chart-line-forecast", new QWidget, false);
    add("sync", "Sync", "مطابقت", "view-refresh", new QWidget, false);
    add("settings", "Settings", "ترتیبات", "configure", new QWidget, false);
    frame->rail()->setCounter(QStringLiteral("work"), 7);
    frame->rail()->setCounter(QStringLiteral("sync"), 12);
    frame->topBar()->setSample(true);
    frame->topBar()->syncPill()->setContent(
        {Status::Warn, QStringLiteral("off"),
         t("Offline, 12 changes wait on this laptop", "آف لائن، 12 تبدیلیاں اس لیپ ٹاپ پر منتظر ہیں")});
    frame->topBar()->account()->setAccount(t("Sample Inspector", "نمونہ انسپکٹر"),
                                           t("Inspector, Punjab", "انسپکٹر، پنجاب"));
    Message message;
    message.status = Status::Warn;
    message.icon = QStringLiteral("off");
    message.sentence = {t("Offline since 09:10.", "09:10 سے آف لائن۔"),
                        t("12 changes and 31 photos wait on this laptop and will be sent when the server is reached.",
                          "12 تبدیلیاں اور 31 تصاویر اس لیپ ٹاپ پر محفوظ ہیں۔"),
                        t("You can go on working.", "آپ کام جاری رکھ سکتے ہیں۔")};
    message.action = t("Show what waits", "دیکھیں");
    frame->messages()->post(QStringLiteral("offline"), message);
    return window;
}

// Labels and buttons whose words do not fit their own room, by name.
QStringList clipped(QWidget &root)
{
    QStringList found;
    for (QLabel *label : root.findChildren<QLabel *>()) {
        if (!label->isVisibleTo(&root) || label->text().isEmpty() || label->wordWrap() ||
            label->textFormat() == Qt::RichText)
            continue;
        const int needed = QFontMetrics(label->font()).horizontalAdvance(label->text());
        if (needed > label->contentsRect().width() + 1)
            found.append(QStringLiteral("label \"%1\" needs %2, has %3")
                             .arg(label->text())
                             .arg(needed)
                             .arg(label->contentsRect().width()));
    }
    for (QAbstractButton *b : root.findChildren<QAbstractButton *>()) {
        // A pill and an account may be cut at their words' end; that, and the rail's own button, they do themselves.
        if (qobject_cast<SyncPill *>(b) || qobject_cast<AccountButton *>(b) || b->property("noFocusRing").toBool() ||
            qobject_cast<QLineEdit *>(b->parentWidget()))
            continue;
        if (b->isVisibleTo(&root) && b->width() < b->sizeHint().width())
            found.append(
                QStringLiteral("button \"%1\" has %2 of %3").arg(b->text()).arg(b->width()).arg(b->sizeHint().width()));
    }
    return found;
}

class Gallery : public testing::TestWithParam<test::Look>
{
};

TEST_P(Gallery, nothingIsCutAt1366x690)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    const auto window = sampleWindow();
    window->resize(1366, 690);
    test::present(*window);
    for (const char *page : {"buildings", "inspections"}) {
        window->frame()->showPage(QString::fromLatin1(page));
        EXPECT_LE(window->minimumSizeHint().width(), 1366) << page;
        EXPECT_LE(window->minimumSizeHint().height(), 690) << page;
        QTest::qWait(0);
        EXPECT_TRUE(test::showsWhole(*window)) << page;
        const QStringList cut = clipped(*window);
        EXPECT_TRUE(cut.isEmpty()) << cut.join(QLatin1Char('\n')).toStdString();
    }
    window->resize(1366, 768);
    for (const char *page : {"buildings", "inspections"}) {
        window->frame()->showPage(QString::fromLatin1(page));
        QTest::qWait(0);
        const QString file =
            QStringLiteral("%1/%2-%3.png").arg(galleryFolder(), QString::fromLatin1(page), QString::fromLatin1(name));
        EXPECT_TRUE(window->grab().save(file)) << file.toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(Themes, Gallery, test::everyLook(), test::nameOfLook);

} // namespace
} // namespace markaz::ui

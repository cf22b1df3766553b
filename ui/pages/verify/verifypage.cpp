// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/verify/verifypage.h"

#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/card.h"
#include "ui/widgets/codes/codepicker.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/factrow.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace markaz::ui {
namespace {

const QString kTrust = QStringLiteral("trust");
const QString kClock = QStringLiteral("clock");
constexpr int kMostCharacters = 8000; ///< more than any code that is taken has

} // namespace

VerifyPage::VerifyPage(const Services &services, QWidget *parent)
    : ListPage(tr("Verify a certificate"), parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("verifyPage"));
    setAcceptDrops(true);
    m_pool.setMaxThreadCount(1);
    auto *back = new QPushButton(tr("Back"), this);
    back->setObjectName(QStringLiteral("verifyBack"));
    header()->addAction(back);
    connect(back, &QPushButton::clicked, this, &VerifyPage::backRequested);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    auto *left = new QVBoxLayout;
    left->addWidget(buildInput());
    left->addStretch(1);
    row->addLayout(left, 2);
    row->addWidget(buildResult(), 3);
    body()->addLayout(row, 1);
    connect(&m_services.sync, &SyncStatus::runFinished, this, [this] {
        if (isVisible()) // else when it is next shown
            judgeAnew();
    });
    setFocusProxy(m_code);
    refreshTrust();
    reset();
}

VerifyPage::~VerifyPage()
{
    m_pool.waitForDone();
}

/// What was to be verified before it was known by what, is verified now.
void VerifyPage::setTrust(CertificateTrustSource source)
{
    m_source = std::move(source);
    judgeAnew();
}

void VerifyPage::judgeAnew()
{
    refreshTrust();
    if (!m_shown.isEmpty())
        judge(m_shown);
}

QWidget *VerifyPage::buildInput()
{
    auto *card = new Card(this);
    card->setTitle(tr("The certificate"));
    auto *words =
        plainLabel(tr("Paste the text of its QR code, or give its PDF or a picture of it: choose one, drop it "
                      "anywhere on this page, or paste it with Ctrl+V."),
                   card);
    words->setWordWrap(true);
    card->body()->addWidget(words);
    m_code = new QPlainTextEdit(card);
    m_code->setObjectName(QStringLiteral("certificateCode"));
    m_code->setAccessibleName(tr("Text of the QR code"));
    m_code->setPlaceholderText(QStringLiteral("MKZ1:…"));
    m_code->setTabChangesFocus(true);
    m_code->setLayoutDirection(Qt::LeftToRight);
    m_code->setFont(currentTheme().font(Type::Hash));
    m_code->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_code->setWordWrapMode(QTextOption::WrapAnywhere);
    m_code->setFixedHeight(150);
    m_code->installEventFilter(this);
    limitText(m_code, kMostCharacters);
    card->body()->addWidget(m_code);
    m_picker = new CodePicker(this, card, CodePicker::Looks::ForCertificate);
    m_picker->setCamera(m_services.camera);
    m_picker->watch(m_code);
    m_picker->watch(m_code->viewport()); // which is what a drop falls on
    m_verify = new QPushButton(tr("Verify"), card);
    m_verify->setObjectName(QStringLiteral("verifyCode"));
    m_verify->setProperty("role", QStringLiteral("primary"));
    m_verify->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_picker, 1);
    buttons->addWidget(m_verify);
    card->body()->addLayout(buttons);
    connect(m_verify, &QPushButton::clicked, this, &VerifyPage::verifyTyped);
    connect(m_code, &QPlainTextEdit::textChanged, this, [this] {
        m_verify->setEnabled(!m_code->toPlainText().trimmed().isEmpty());
        reset(); // what was said, was said of another text
    });
    // What was asked since counts, and not the file that was being read meanwhile.
    connect(m_picker, &CodePicker::begun, this, [this] {
        reset();
        m_begun = m_asked;
    });
    connect(m_picker, &CodePicker::codeRead, this, [this](const QString &code) {
        if (m_asked == m_begun)
            verify(code);
    });
    connect(m_picker, &CodePicker::failed, this, [this](const Error &error) {
        if (m_asked == m_begun)
            tell(verifywords::unreadable(error));
    });
    return card;
}

QWidget *VerifyPage::buildResult()
{
    auto *card = new Card(this);
    card->setTitle(tr("What it is worth"));
    m_empty = new EmptyPage(card);
    m_empty->setContent(QStringLiteral("ribbon"), tr("No certificate was verified here yet."));
    card->body()->addWidget(m_empty, 1);
    auto *said = new QWidget;
    m_result = scrolling(said, card); // a name may have four lines
    auto *column = new QVBoxLayout(said);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_banner = new QFrame(said);
    m_banner->setObjectName(QStringLiteral("verdictBanner"));
    auto *row = new QHBoxLayout(m_banner);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(16);
    m_icon = plainLabel(m_banner);
    m_icon->setFixedSize(48, 48);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    m_word = plainLabel(m_banner);
    m_word->setObjectName(QStringLiteral("verdictWord"));
    m_word->setFont(currentTheme().font(Type::KeyFigure));
    m_word->setProperty("type", QStringLiteral("key-figure"));
    m_meaning = plainLabel(m_banner);
    m_meaning->setObjectName(QStringLiteral("verdictMeaning"));
    m_meaning->setWordWrap(true);
    m_meaning->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addWidget(m_word);
    words->addWidget(m_meaning);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    column->addWidget(m_banner);
    auto *facts = new QWidget(said);
    facts->setObjectName(QStringLiteral("signedClaims"));
    m_facts = new QVBoxLayout(facts);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setSpacing(0);
    column->addWidget(facts);
    column->addStretch(1);
    card->body()->addWidget(m_result, 1);
    m_asOf = plainLabel(card);
    m_asOf->setObjectName(QStringLiteral("revocationData"));
    m_asOf->setProperty("type", QStringLiteral("secondary"));
    m_asOf->setWordWrap(true);
    card->body()->addWidget(m_asOf);
    return card;
}

void VerifyPage::verifyTyped()
{
    const QString code = tidyCode(m_code->toPlainText());
    if (!code.isEmpty())
        verify(code);
}

void VerifyPage::verify(const QString &code)
{
    refreshTrust();
    m_code->setPlainText(code);
    m_shown = code;
    judge(code);
}

void VerifyPage::judge(const QString &code)
{
    if (!isCertificateCode(code))
        return tell(verifywords::notACertificate());
    const int asked = ++m_asked;
    m_pool.start([this, code, asked, trust = m_trust, now = m_services.workspace.clock.now()] {
        const auto verified = verifyCode(code, trust, now);
        QMetaObject::invokeMethod(this, [this, verified, asked] {
            if (asked != m_asked)
                return;
            if (!verified)
                return tell(verifywords::withoutKeys());
            tell(verifywords::of(verified->checked), verified->checked.claims);
        });
    });
}

void VerifyPage::reset()
{
    ++m_asked;
    m_shown.clear();
    m_result->hide();
    m_empty->show();
}

void VerifyPage::tell(const verifywords::Outcome &outcome, const std::optional<VerifiedClaims> &claims)
{
    ++m_asked;
    m_empty->hide();
    m_result->show();
    const Status status = outcome.chip.status;
    setStyled(m_banner, "message", statusName(status));
    m_icon->setPixmap(icon(outcome.chip.icon, status).pixmap(48, 48));
    setStyled(m_word, "tone", statusName(status));
    m_word->setText(outcome.chip.word);
    m_meaning->setText(outcome.sentence.plain());
    m_banner->setAccessibleName(outcome.chip.word);
    m_banner->setAccessibleDescription(outcome.sentence.plain());
    clear(m_facts);
    if (claims) {
        const CertificateClaims &says = claims->claims;
        const auto fact = [this](const QString &label, const QString &value) {
            m_facts->addWidget(factRow(label, value));
        };
        fact(tr("Number"), format::code(says.number));
        fact(tr("Building"), QStringLiteral("%1, %2").arg(format::code(says.buildingCode),
                                                          format::words(says.buildingName.simplified())));
        fact(tr("Place"), format::words(says.buildingPlace.simplified()));
        fact(tr("Grade"), format::list({labels::grade(says.grade), format::seats(says.seats)}));
        fact(tr("Valid"), tr("%1 to %2").arg(format::date(says.validFrom), format::date(says.validUntil)));
        fact(tr("Score"),
             tr("%1, tier %2, standard version %3")
                 .arg(format::score(says.scoreBp), format::number(says.tier), format::number(says.standardVersion)));
        fact(tr("Signed"),
             tr("on %1 with the key %2").arg(format::dateTime(says.issuedAt), format::code(claims->keyId)));
    }
    Q_EMIT told();
}

void VerifyPage::refreshTrust()
{
    auto trust = m_source ? m_source() : Result<CertificateTrust>(CertificateTrust());
    if (!trust) // what was read before holds, and says as of when it is
        return messages()->post(kTrust, Message::of(trust.error()));
    messages()->withdraw(kTrust);
    m_trust = std::move(trust).value();
    const QString asOf = verifywords::asOf(m_trust.list);
    header()->setSub(asOf);
    m_asOf->setText(asOf);
    if (m_trust.server && m_services.workspace.clock.now() < *m_trust.server)
        messages()->post(
            kClock,
            {Status::Warn,
             {tr("This laptop’s clock is behind the server’s last word (%1).").arg(format::dateTime(*m_trust.server)),
              {},
              tr("Set the clock: until then a certificate that is over may show as valid.")},
             {},
             {},
             false});
    else
        messages()->withdraw(kClock);
}

void VerifyPage::showEvent(QShowEvent *event)
{
    judgeAnew();
    ListPage::showEvent(event);
}

/// Files and pictures are the picker's; what is left are words.
void VerifyPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasText())
        event->acceptProposedAction();
}

void VerifyPage::dropEvent(QDropEvent *event)
{
    if (!event->mimeData()->hasText())
        return;
    event->acceptProposedAction();
    m_code->setPlainText(event->mimeData()->text());
    verifyTyped();
}

bool VerifyPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_code && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            verifyTyped();
            return true;
        }
    }
    return ListPage::eventFilter(watched, event);
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/accounts/accountspage.h"

#include "ui/pages/accounts/accountform.h"
#include "ui/pages/accounts/accountpane.h"
#include "ui/pages/accounts/codecard.h"
#include "ui/pages/accounts/laptopscard.h"
#include "ui/text/accountwords.h"
#include "ui/text/format.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

const QString kAnswer = QStringLiteral("answer");

} // namespace

AccountsPage::AccountsPage(const Services &services, QWidget *parent)
    : ListPage(tr("Accounts"), parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("accountsPage"));
    m_model.setProvinces(services.gazetteer.provinces().size());
    build();
    connectSide();
    refresh();
}

void AccountsPage::build()
{
    m_reload = new QPushButton(tr("Look again"), this);
    m_reload->setObjectName(QStringLiteral("reloadAccounts"));
    m_reload->setIcon(icon(QStringLiteral("view-refresh")));
    header()->addAction(m_reload);
    m_add = new QPushButton(tr("New account"), this);
    m_add->setObjectName(QStringLiteral("addAccount"));
    m_add->setProperty("role", QStringLiteral("primary"));
    header()->addAction(m_add);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("searchAccounts"));
    m_search->setPlaceholderText(tr("Name, role or province"));
    m_search->setAccessibleName(tr("Search the accounts"));
    m_search->setClearButtonEnabled(true);
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("accountsTable"));
    m_table->setAccessibleName(tr("Accounts"));
    m_table->setModel(&m_model);
    m_table->setWidths({0, 128, 116, 130, 136});
    m_empty = new EmptyPage(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *list = new QVBoxLayout;
    list->setSpacing(8);
    list->addWidget(m_search);
    list->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addLayout(list, 1);
    row->addWidget(buildSide());
    body()->addLayout(row, 1);
}

QWidget *AccountsPage::buildSide()
{
    auto *cards = new QWidget(this);
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_form = new AccountForm(m_services.actor.provinces, cards);
    m_pane = new AccountPane(cards);
    m_code = new CodeCard(cards);
    m_laptops = new LaptopsCard(cards);
    for (QWidget *card : {static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_pane),
                          static_cast<QWidget *>(m_code), static_cast<QWidget *>(m_laptops)})
        column->addWidget(card);
    column->addStretch(1);
    m_form->hide();
    m_side = scrolling(cards, this);
    m_side->setFixedWidth(AccountPane::kWidth);
    m_side->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus
    return m_side;
}

void AccountsPage::connectSide()
{
    connect(m_reload, &QPushButton::clicked, this, &AccountsPage::askAll);
    connect(m_empty, &EmptyPage::activated, this, &AccountsPage::askAll);
    connect(m_add, &QPushButton::clicked, this, [this] { edit(true); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_model.setSearch(words);
        choose(m_chosen);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                const QString id = current.data(AccountsModel::IdRole).toString();
                if (!id.isEmpty() && id != m_chosen)
                    choose(id);
            });
    connect(m_form, &AccountForm::cancelled, this, &AccountsPage::closeForm);
    connect(m_form, &AccountForm::addRequested, this, [this](const protocol::AccountRequest &account) {
        ask(addAccountRequest(account),
            [this](const QJsonObject &reply) { changed(reply, tr("%1 is added. A one-time code lets them in.")); });
    });
    connect(m_form, &AccountForm::changeRequested, this,
            [this](const QString &id, const protocol::AccountChange &change) {
                ask(changeAccountRequest(id, change),
                    [this](const QJsonObject &reply) { changed(reply, tr("%1 is changed.")); });
            });
    connect(m_pane, &AccountPane::editRequested, this, [this] { edit(false); });
    connect(m_pane, &AccountPane::activeRequested, this, [this](bool active) {
        protocol::AccountChange change;
        change.active = active;
        ask(changeAccountRequest(m_chosen, change), [this, active](const QJsonObject &reply) {
            changed(reply, active ? tr("%1 is open again.") : tr("%1 is closed, and its sessions have ended."));
        });
    });
    connect(m_pane, &AccountPane::codeRequested, this, [this] {
        ask(codeRequest(m_chosen), [this, id = m_chosen](const QJsonObject &reply) {
            const auto code = protocol::decode<protocol::CodeReply>(reply);
            const Entry *entry = m_model.account(id);
            if (!code || entry == nullptr)
                return refuse(code ? makeError(ErrorCode::NotFound, QStringLiteral("the account is gone"))
                                   : code.error());
            Entry known = *entry;
            known.codeExpiresAt = code->expiresAt;
            known.enrolment = protocol::Enrolment::Code;
            m_model.setAccount(known);
            choose(id);
            m_code->show(m_services.sync.snapshot().server, known.account, *code);
            // Whoever holds a telephone over it needs the whole picture, once the page has made room for it.
            QTimer::singleShot(0, m_code, [this] { m_side->ensureWidgetVisible(m_code, 0, 0); });
        });
    });
    connect(m_laptops, &LaptopsCard::revokeRequested, this, [this](const QString &device) {
        ask(revokeRequest(device, m_chosen), [this](const QJsonObject &reply) {
            if (reply.value(QStringLiteral("already")).toBool()) {
                const QString at = format::dateTime(reply.value(QStringLiteral("revoked_at")).toString());
                say(tr("The laptop was revoked already, on %1. Nothing was changed.").arg(at));
                return askLaptops();
            }
            say(tr("The laptop is revoked and its sessions have ended."),
                tr("When it comes online, it hands in what it owed and destroys its key."));
            askLaptops();
        });
    });
}

void AccountsPage::askAll()
{
    m_asked = true;
    ask(accountsRequest(), [this](const QJsonObject &reply) {
        const auto list = protocol::decode<protocol::AccountList>(reply);
        if (!list)
            return refuse(list.error());
        m_failed = false;
        messages()->withdraw(kAnswer);
        m_model.setAccounts(list->accounts);
        choose(m_model.account(m_chosen) != nullptr ? m_chosen
                                                    : m_model.index(0, 0).data(AccountsModel::IdRole).toString());
    });
}

void AccountsPage::askLaptops()
{
    if (m_chosen.isEmpty())
        return;
    m_laptops->setNothingKnown(tr("Asking the server."));
    m_services.administration->ask(devicesRequest(m_chosen), this,
                                   [this, id = m_chosen](const Result<QJsonObject> &reply) {
                                       if (id != m_chosen)
                                           return; // another account was chosen meanwhile
                                       const auto list = reply ? protocol::decode<protocol::DeviceList>(*reply)
                                                               : Result<protocol::DeviceList>(reply.error());
                                       if (list)
                                           m_laptops->setLaptops(list->devices);
                                       else
                                           m_laptops->setNothingKnown(accountwords::refusal(list.error()).plain());
                                   });
}

void AccountsPage::ask(const AdminRequest &request, const std::function<void(const QJsonObject &)> &then)
{
    ++m_asking;
    refresh();
    m_services.administration->ask(request, this, [this, then](const Result<QJsonObject> &reply) {
        --m_asking;
        if (reply)
            then(*reply);
        else
            refuse(reply.error());
        refresh();
    });
}

void AccountsPage::changed(const QJsonObject &reply, const QString &words)
{
    const auto entry = protocol::decode<Entry>(reply);
    if (!entry)
        return refuse(entry.error());
    m_search->clear(); // or what was added might not show
    m_model.setAccount(*entry);
    closeForm();
    choose(entry->account.accountId);
    say(words.arg(accountwords::person(entry->account)));
}

void AccountsPage::choose(const QString &id)
{
    if (id != m_chosen)
        m_code->forget();
    const bool other = id != m_chosen;
    m_chosen = id;
    const int row = m_model.rowOf(id);
    if (row >= 0)
        m_table->selectRow(row);
    if (const Entry *entry = m_model.account(id))
        m_pane->setAccount(*entry, isOwn(id));
    if (other) {
        closeForm();
        askLaptops();
    }
    refresh();
}

void AccountsPage::edit(bool fresh)
{
    m_code->forget();
    if (fresh)
        m_form->openNew();
    else if (const Entry *entry = m_model.account(m_chosen))
        m_form->openExisting(*entry, isOwn(m_chosen));
    m_form->show();
    refresh();
}

void AccountsPage::closeForm()
{
    m_form->hide();
    refresh();
}

void AccountsPage::refresh()
{
    const bool known = m_model.account(m_chosen) != nullptr;
    const bool writing = !m_form->isHidden();
    m_form->setBusy(m_asking > 0);
    m_pane->setBusy(m_asking > 0);
    m_reload->setEnabled(m_asking == 0);
    m_add->setEnabled(m_asking == 0 && m_asked && !m_failed);
    m_add->setVisible(!writing); // one thing to do at a time
    m_pane->setVisible(known && !writing);
    m_laptops->setVisible(known && !writing);
    m_side->setVisible(known || writing);
    header()->setSub(m_asking > 0 && m_model.all() == 0 ? tr("Asking the server.")
                     : m_failed                         ? tr("Not asked: the server does not answer.")
                                                        : tr("%1 accounts").arg(format::number(m_model.all())));
    if (m_model.rowCount() > 0)
        return m_stack->setCurrentWidget(m_table);
    m_empty->setContent(QStringLiteral("person"),
                        m_failed            ? tr("Accounts are kept on the server and need a connection.")
                        : m_model.all() > 0 ? tr("No account fits the search.")
                        : m_asking > 0      ? tr("Asking the server.")
                                            : tr("There is no account that you manage."),
                        m_failed ? tr("Look again") : QString());
    m_stack->setCurrentWidget(m_empty);
}

void AccountsPage::refuse(const Error &error)
{
    m_failed = m_model.all() == 0;
    Message message = Message::of(error);
    message.sentence = accountwords::refusal(error);
    message.status = error.code == ErrorCode::Refused ? Status::Bad : Status::Warn;
    messages()->post(kAnswer, message);
}

void AccountsPage::say(const QString &fact, const QString &next)
{
    messages()->post(kAnswer, {Status::Ok, {fact, {}, next}, {}, {}, true});
}

void AccountsPage::showEvent(QShowEvent *event)
{
    ListPage::showEvent(event);
    if (!m_asked)
        askAll();
}

void AccountsPage::hideEvent(QHideEvent *event)
{
    m_code->forget();
    ListPage::hideEvent(event);
}

} // namespace markaz::ui

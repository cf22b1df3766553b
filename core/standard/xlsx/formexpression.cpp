// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/xlsx/formexpression.h"

#include <QRegularExpression>

namespace markaz {
namespace {

constexpr qsizetype kMostText = 4000;
constexpr int kMostDepth = 32;
constexpr int kMostNodes = 500;

struct Token
{
    enum class Kind { End, Number, Text, Reference, Name, Symbol };
    Kind kind = Kind::End;
    QString text;
};

/// Recursive descent over the tokens; the first thing that is not understood ends it.
class ExpressionParser
{
public:
    explicit ExpressionParser(const QString &text)
        : m_text(text)
    {
    }

    Expressed<Expression> parse()
    {
        if (m_text.size() > kMostText)
            return Reason{QT_TRANSLATE_NOOP("standardfault", "The expression is too long."), {}};
        next();
        Expression whole = parseOr();
        if (!m_fault && m_token.kind != Token::Kind::End)
            notUnderstood(m_token.text);
        if (m_fault)
            return *m_fault;
        return whole;
    }

private:
    void fail(const char *why, const QStringList &arguments = {})
    {
        if (!m_fault)
            m_fault = Reason{why, arguments};
        m_token = {};
    }
    void notUnderstood(const QString &what)
    {
        if (what.isEmpty())
            fail(QT_TRANSLATE_NOOP("standardfault", "The expression ends too soon."));
        else
            fail(QT_TRANSLATE_NOOP("standardfault", "The expression is not understood at \"%1\"."), {what.left(40)});
    }

    void next()
    {
        static const QRegularExpression form(
            QStringLiteral("\\G\\s*(?:(\\$\\{\\s*([^{}]*?)\\s*\\})|([0-9]+(?:\\.[0-9]+)?)"
                           "|'([^']*)'|\"([^\"]*)\"|([A-Za-z_][A-Za-z0-9_-]*)"
                           "|(!=|<=|>=|[=<>+*(),.-]))"));
        if (m_fault)
            return;
        const auto match = form.match(m_text, m_at);
        if (!match.hasMatch()) {
            const QString rest = m_text.mid(m_at).trimmed();
            m_token = {};
            if (!rest.isEmpty())
                notUnderstood(rest);
            return;
        }
        m_at = match.capturedEnd();
        if (match.capturedStart(1) >= 0)
            m_token = {Token::Kind::Reference, match.captured(2)};
        else if (match.capturedStart(3) >= 0)
            m_token = {Token::Kind::Number, match.captured(3)};
        else if (match.capturedStart(4) >= 0)
            m_token = {Token::Kind::Text, match.captured(4)};
        else if (match.capturedStart(5) >= 0)
            m_token = {Token::Kind::Text, match.captured(5)};
        else if (match.capturedStart(6) >= 0)
            m_token = {Token::Kind::Name, match.captured(6)};
        else
            m_token = {Token::Kind::Symbol, match.captured(7)};
    }
    bool isName(const char *name) const
    {
        return m_token.kind == Token::Kind::Name && m_token.text.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
    }
    bool isSymbol(const char *symbol) const
    {
        return m_token.kind == Token::Kind::Symbol && m_token.text == QLatin1String(symbol);
    }

    static Expression joined(Expression::Kind kind, Expression left, Expression right, const QString &text = {})
    {
        if (left.kind == kind && kind != Expression::Kind::Compare && kind != Expression::Kind::Subtract &&
            kind != Expression::Kind::Divide) { // a * b * c is one product
            left.parts.push_back(std::move(right));
            return left;
        }
        Expression both{kind, text, {}};
        both.parts.push_back(std::move(left));
        both.parts.push_back(std::move(right));
        return both;
    }
    /// Guards every step down: an expression of a thousand brackets must not use up the stack.
    Expression down(Expression (ExpressionParser::*step)())
    {
        if (++m_depth > kMostDepth || ++m_nodes > kMostNodes)
            fail(QT_TRANSLATE_NOOP("standardfault", "The expression is nested too deeply or too long."));
        Expression part = m_fault ? Expression() : (this->*step)();
        --m_depth;
        return part;
    }

    Expression parseOr()
    {
        Expression left = down(&ExpressionParser::parseAnd);
        while (isName("or")) {
            next();
            left = joined(Expression::Kind::Or, std::move(left), down(&ExpressionParser::parseAnd));
        }
        return left;
    }
    Expression parseAnd()
    {
        Expression left = parseCompare();
        while (isName("and")) {
            next();
            left = joined(Expression::Kind::And, std::move(left), down(&ExpressionParser::parseCompare));
        }
        return left;
    }
    Expression parseCompare()
    {
        Expression left = parseSum();
        static const QStringList operators{QStringLiteral("="),  QStringLiteral("!="), QStringLiteral("<"),
                                           QStringLiteral("<="), QStringLiteral(">"),  QStringLiteral(">=")};
        while (m_token.kind == Token::Kind::Symbol && operators.contains(m_token.text)) {
            const QString comparison = m_token.text;
            next();
            left = joined(Expression::Kind::Compare, std::move(left), down(&ExpressionParser::parseSum), comparison);
        }
        return left;
    }
    Expression parseSum()
    {
        Expression left = parseProduct();
        while (isSymbol("+") || isSymbol("-")) {
            const auto kind = isSymbol("+") ? Expression::Kind::Add : Expression::Kind::Subtract;
            next();
            left = joined(kind, std::move(left), down(&ExpressionParser::parseProduct));
        }
        return left;
    }
    Expression parseProduct()
    {
        Expression left = parseSingle();
        while (isSymbol("*") || isName("div")) {
            const auto kind = isSymbol("*") ? Expression::Kind::Multiply : Expression::Kind::Divide;
            next();
            left = joined(kind, std::move(left), down(&ExpressionParser::parseSingle));
        }
        return left;
    }
    Expression parseSingle()
    {
        const Token token = m_token;
        switch (token.kind) {
        case Token::Kind::Number:
            next();
            return {Expression::Kind::Number, token.text, {}};
        case Token::Kind::Text:
            next();
            return {Expression::Kind::Text, token.text, {}};
        case Token::Kind::Reference:
            next();
            return {Expression::Kind::Reference, token.text, {}};
        case Token::Kind::Name:
            next();
            return parseCall(token.text);
        case Token::Kind::Symbol:
            return parseSymbol();
        case Token::Kind::End:
            break;
        }
        notUnderstood({});
        return {};
    }
    Expression parseSymbol()
    {
        if (isSymbol(".")) {
            next();
            return {Expression::Kind::Self, {}, {}};
        }
        if (isSymbol("-")) {
            next();
            const QString number = m_token.text;
            if (m_token.kind != Token::Kind::Number) {
                notUnderstood(QStringLiteral("-") + number);
                return {};
            }
            next();
            return {Expression::Kind::Number, QLatin1Char('-') + number, {}};
        }
        if (isSymbol("(")) {
            next();
            Expression inner = down(&ExpressionParser::parseOr);
            expectClosing();
            return inner;
        }
        notUnderstood(m_token.text);
        return {};
    }
    Expression parseCall(const QString &name)
    {
        Expression call{Expression::Kind::Call, name.toLower(), {}};
        if (!isSymbol("(")) {
            notUnderstood(name);
            return call;
        }
        next();
        if (!isSymbol(")")) {
            call.parts.push_back(down(&ExpressionParser::parseOr));
            while (isSymbol(",")) {
                next();
                call.parts.push_back(down(&ExpressionParser::parseOr));
            }
        }
        expectClosing();
        return call;
    }
    void expectClosing()
    {
        if (isSymbol(")"))
            next();
        else
            notUnderstood(m_token.text);
    }

    QString m_text;
    qsizetype m_at = 0;
    Token m_token;
    int m_depth = 0;
    int m_nodes = 0;
    std::optional<Reason> m_fault;
};

} // namespace

Expressed<Expression> parseExpression(const QString &text)
{
    QString plain = text;
    plain.replace(QChar(0x2018), QLatin1Char('\'')).replace(QChar(0x2019), QLatin1Char('\'')); // word processors' marks
    plain.replace(QChar(0x201c), QLatin1Char('"')).replace(QChar(0x201d), QLatin1Char('"'));
    plain.replace(QChar(0x2265), QLatin1String(">=")).replace(QChar(0x2264), QLatin1String("<="));
    plain.replace(QChar(0xa0), QLatin1Char(' '));
    return ExpressionParser(plain).parse();
}

} // namespace markaz

#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""resources/api/openapi.yaml is true: the running server serves it, has the routes that it has, no more and no fewer, and answers
each example as the file says. Usage: openapi_test.py MARKAZ_SERVER
"""
import copy
import json
import pathlib
import sys
import urllib.parse

import jsonschema
import yaml

from markazserver import Server

METHODS = ["get", "put", "post", "delete", "patch", "head", "options"]
FILE = pathlib.Path(__file__).resolve().parents[3] / "resources/api/openapi.yaml"


class Description:
    """The file with its references followed."""

    def __init__(self, text):
        self.all = yaml.load(text, TextsForDates)

    def follow(self, node):
        while isinstance(node, dict) and "$ref" in node:
            target = self.all
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = target
        return node

    def check(self, value, schema, where):
        # The schemas refer to each other within the file, so the file is the document that they are resolved in.
        validator = jsonschema.Draft202012Validator({**schema, "components": self.all["components"]},
                                                    format_checker=jsonschema.FormatChecker())
        faults = [f"{where}: {error.json_path}: {error.message}" for error in validator.iter_errors(value)]
        assert not faults, "\n".join(faults)

    def operations(self):
        for path, item in self.all["paths"].items():
            for method in METHODS:
                if method in item:
                    yield method.upper(), path, item[method], item.get("parameters", []) + item[method].get("parameters", [])


class TextsForDates(yaml.SafeLoader):
    """JSON has no dates: 2026-11-23 is a text there."""


TextsForDates.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in rules if tag != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def check_form(description):
    """What OpenAPI 3.1 wants, as far as this file uses it."""
    top = description.all
    assert top["openapi"].startswith("3.1."), "not OpenAPI 3.1"
    assert {"title", "version"} <= set(top["info"]), "info lacks its title or version"
    for name, schema in top["components"]["schemas"].items():
        jsonschema.Draft202012Validator.check_schema(schema)
    names = set()
    tags = {tag["name"] for tag in top["tags"]}
    for method, path, operation, parameters in description.operations():
        where = f"{method} {path}"
        assert operation["operationId"] not in names, f"{where}: its operationId is another's"
        names.add(operation["operationId"])
        assert operation["summary"] and set(operation["tags"]) <= tags, f"{where}: summary or tag"
        in_path = {p["name"] for p in map(description.follow, parameters) if p["in"] == "path"}
        assert in_path == {part[1:-1] for part in path.split("/") if part.startswith("{")}, f"{where}: its path's parameters"
        for status, response in operation["responses"].items():
            assert description.follow(response)["description"], f"{where} {status}: no description"
    for node in nodes(top):
        if "$ref" in node:
            description.follow(node)
        if isinstance(node.get("schema"), dict):
            jsonschema.Draft202012Validator.check_schema(node["schema"])


def nodes(node):
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from nodes(value)


def check_routes(description, lines):
    served = {tuple(line.split(" ", 1)) for line in lines.splitlines()}
    described = {(method, path) for method, path, _, _ in description.operations()}
    assert not served - described, f"the server answers what the file does not describe: {sorted(served - described)}"
    assert not described - served, f"the file describes what the server does not answer: {sorted(described - served)}"


def contents_of(description, holder):
    return description.follow(holder).get("content", {}).items()


def check_examples(description):
    """Each example has the form that its schema asks for."""
    for method, path, operation, _ in description.operations():
        holders = [("request", operation["requestBody"])] if "requestBody" in operation else []
        holders += list(operation["responses"].items())
        for which, holder in holders:
            for media, content in contents_of(description, holder):
                for name, example in content.get("examples", {}).items():
                    if (method, path, name) in BROKEN_ON_PURPOSE:
                        continue
                    description.check(example["value"], content["schema"], f"{method} {path} {which} {name}")


BROKEN_ON_PURPOSE = {("POST", "/api/v1/session", "withoutDevice"), ("POST", "/api/v1/session/refresh", "missing"),
                     ("POST", "/api/v1/changes", "noBatch")}


class Runner:
    def __init__(self, description, server):
        self.description = description
        self.server = server
        self.sessions = {}
        officer = server.accounts["sample.officer"]
        self.values = {"username": officer["name"], "password": officer["password"],
                       "refresh_token": server.sign_in("sample.officer")["refresh_token"],
                       "certificate": self.a_certificate()}
        self.prepare_accounts()

    def prepare_accounts(self):
        """Accounts and devices for the cases: one that needs a code, a stolen laptop, one that leaves, a change of password."""
        accounts = self.ask("administrator", "GET", "/api/v1/accounts")["accounts"]
        ids = {account["name"]: account["id"] for account in accounts}
        coded, stolen, leaving, changing = (self.server.accounts[f"inspector.pb.{i}"] for i in (2, 3, 4, 5))
        code = self.ask("administrator", "POST", f"/api/v1/accounts/{ids[coded['name']]}/code", {})["code"]
        lost = self.sign_in_and_lose(stolen["name"], ids)
        left = self.sign_in_and_lose(leaving["name"], ids)
        self.sessions["leaving"], self.sessions["revoked"] = left[1], lost[1]
        self.sessions["changing"] = self.server.sign_in(changing["name"])
        self.values |= {"managed": ids["inspector.pb.1"], "administrator": ids["sample.administrator"],
                        "coded": coded["name"], "coded_password": coded["password"], "code": code,
                        "stolen": lost[0], "stolen_account": ids[stolen["name"]], "stolen_from": stolen["name"],
                        "stolen_password": stolen["password"], "stolen_refresh": lost[1]["refresh_token"],
                        "leaving_order": left[1]["revocation"]["id"], "changing_password": changing["password"]}

    def sign_in_and_lose(self, name, ids):
        """The id of a device that was revoked, and the session that it then got."""
        session = self.server.sign_in(name)
        device = self.ask("administrator", "GET", f"/api/v1/devices?account={ids[name]}")["devices"][0]["id"]
        self.ask("administrator", "POST", f"/api/v1/devices/{device}/revoke", {"account": ids[name]})
        answer, content = self.server.request("POST", "/api/v1/session/refresh", {"Content-Type": "application/json"},
                                              json.dumps({"refresh_token": session["refresh_token"]}))
        assert answer.status == 200, content
        return device, json.loads(content)

    def ask(self, account, method, path, body=None):
        headers = {**self.authorization(account), "Content-Type": "application/json"}
        answer, content = self.server.request(method, path, headers, None if body is None else json.dumps(body))
        assert answer.status in (200, 201), content
        return json.loads(content)

    def session(self, account):
        if account not in self.sessions:
            self.sessions[account] = self.server.sign_in(f"sample.{account}")
        return self.sessions[account]

    def a_certificate(self):
        """The number of a certificate of the sample, from the officer's feed."""
        cursor = ""
        while True:
            answer, content = self.server.request("GET", f"/api/v1/changes?limit=500&cursor={cursor}",
                                                  self.authorization("officer"))
            assert answer.status == 200, content
            page = json.loads(content)
            for item in page["changes"]:
                if item["entity"] == "certificate":
                    return item["data"]["number"]
            assert page["more"], "the sample holds no certificate"
            cursor = page["cursor"]

    def authorization(self, account):
        return {"Authorization": "Bearer " + self.session(account)["access_token"]}

    def run(self, method, path, operation, parameters, case):
        where = f"{method} {path} {json.dumps(case)}"
        headers = dict(self.authorization(case["as"]) if "as" in case else {})
        replace = {name: self.values[value[1:]] for name, value in case.get("replace", {}).items()}
        query = dict(case.get("query", {}))
        for parameter in map(self.description.follow, parameters):
            if parameter["name"] not in case.get("parameters", {}):
                continue
            value = parameter["examples"][case["parameters"][parameter["name"]]]["value"]
            value = replace.pop(parameter["name"], value)
            if parameter["in"] == "path":
                path = path.replace("{%s}" % parameter["name"], urllib.parse.quote(str(value)))
            else:
                query[parameter["name"]] = value
        body = None
        if "request" in case:
            media, content = next(iter(contents_of(self.description, operation["requestBody"])))
            value = copy.deepcopy(content["examples"][case["request"]]["value"])
            for pointer, put in replace.items():
                *holders, last = pointer.split("/")[1:]
                node = value
                for part in holders:
                    node = node[part]
                node[last] = put
            headers["Content-Type"] = media
            form = media == "application/x-www-form-urlencoded"
            body = urllib.parse.urlencode(value) if form else json.dumps(value)
        headers.update(case.get("headers", {}))
        if query:
            path += "?" + urllib.parse.urlencode(query)
        answer, content = self.server.request(method, path, headers, body)
        if operation["operationId"] == "signOut":
            self.sessions.pop(case.get("as"), None)
        assert answer.status == case["status"], f"{where}: {answer.status} {content[:300]}"
        response = self.description.follow(operation["responses"][str(case["status"])])
        self.check_answer(where, case, response, answer, content)
        if method == "GET":
            head, empty = self.server.request("HEAD", path, headers)
            assert head.status == answer.status and empty == b"", f"{where}: HEAD answers otherwise"

    def check_answer(self, where, case, response, answer, content):
        for name in response.get("headers", {}):
            assert answer.getheader(name) is not None, f"{where}: the header {name} is missing"
        described = response.get("content", {})
        if not described:
            assert content == b"", f"{where}: a body that the file does not describe"
            return
        media = answer.getheader("Content-Type").split(";")[0]
        assert media in described, f"{where}: {media} is not described"
        if "schema" not in described[media]:
            return
        value = json.loads(content)
        self.description.check(value, described[media]["schema"], where)
        if "response" in case:
            example = described[media]["examples"][case["response"]]["value"]
            self.same_shape(example, value, where)

    def same_shape(self, example, value, where):
        """What the example states for programs is what came: outcomes, codes, fields; and no member of it is invented."""
        if isinstance(example, dict):
            missing = [name for name in example if name not in value]
            assert not missing, f"{where}: the example has {missing}, the answer has not"
            for name in example:
                if name == "code" and "expires_at" in example:
                    continue  # a one-time code, which is another one each time
                if name in ("outcome", "code", "field", "conflicts", "missing", "title", "detail", "message", "rev", "status"):
                    assert example[name] == value[name], f"{where}: {name} is {value[name]!r}, the example says {example[name]!r}"
                elif name in ("results", "protocol", "account", "device"):
                    self.same_shape(example[name], value[name], where)
        elif isinstance(example, list):
            assert len(example) == len(value), f"{where}: {len(value)} for {len(example)}"
            for left, right in zip(example, value):
                self.same_shape(left, right, where)


def check_coverage(description):
    """Each operation has cases, and each example of it is in one."""
    for method, path, operation, parameters in description.operations():
        where = f"{method} {path}"
        cases = operation.get("x-cases", [])
        assert cases, f"{where}: no cases"
        asked = {case["request"] for case in cases if "request" in case}
        shown = {(str(case["status"]), case["response"]) for case in cases if "response" in case}
        used = {(name, key) for case in cases for name, key in case.get("parameters", {}).items()}
        if "requestBody" in operation:
            for _, content in contents_of(description, operation["requestBody"]):
                left = set(content.get("examples", {})) - asked
                assert not left, f"{where}: requests that no case sends: {sorted(left)}"
        for status, response in operation["responses"].items():
            for _, content in contents_of(description, response):
                left = {(status, name) for name in content.get("examples", {})} - shown
                assert not left, f"{where}: answers that no case shows: {sorted(left)}"
        for parameter in map(description.follow, parameters):
            left = {(parameter["name"], key) for key in parameter.get("examples", {})} - used
            assert not left, f"{where}: values that no case uses: {sorted(left)}"


def refuses(check, *arguments):
    try:
        check(*arguments)
    except AssertionError:
        return
    raise SystemExit(f"{check.__name__} did not see what is wrong")


def check_the_checks(description, lines):
    """A route that only one side has is seen, an example without its form, and one that no case uses."""
    refuses(check_routes, description, lines + "GET /api/v1/undescribed\n")
    refuses(check_routes, description, "".join(lines.splitlines(True)[1:]))
    broken = copy.deepcopy(description)
    reply = broken.all["paths"]["/api/v1/changes"]["post"]["responses"]["200"]["content"]["application/json"]
    reply["examples"]["applied"]["value"]["results"][0]["outcome"] = "done"
    refuses(check_examples, broken)
    reply["examples"]["another"] = {"value": {}}
    refuses(check_coverage, broken)


def main():
    description = Description(FILE.read_text())
    check_form(description)
    check_examples(description)
    check_coverage(description)
    server = Server(sys.argv[1])
    try:
        lines = server.command("routes", data=False)
        check_routes(description, lines)
        check_the_checks(description, lines)
        answer, content = server.request("GET", "/api/v1/openapi.yaml")
        assert content == FILE.read_bytes(), "the server serves another file"
        runner = Runner(description, server)
        count = 0
        for method, path, operation, parameters in description.operations():
            for case in operation["x-cases"]:
                runner.run(method, path, operation, parameters, case)
                count += 1
    finally:
        code = server.stop()
    assert code == 0, f"the server ended with {code}"
    print(f"{len(lines.splitlines())} routes and {count} cases are as described")


if __name__ == "__main__":
    main()

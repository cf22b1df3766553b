#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""/metrics counts what happened, in a form that Prometheus' own parser reads, on this computer only; the log is one JSON object a
line; and neither holds anything of a person. Usage: operations_test.py MARKAZ_SERVER
"""
import json
import socket
import sys
import uuid

from prometheus_client.parser import text_string_to_metric_families

from markazserver import Server

# Planted wherever a client can put words; none may be found in what the server writes about its work.
PLANTED = {
    "name": "Zubaida-Planted-Name", "cnic": "35202-7654321-9", "phone": "0300-7654321", "email": "zubaida@planted.invalid",
    "address": "Planted-Street-77", "password": "planted-password-of-somebody", "username": "planted.username",
    "device": "Planted-Laptop-Name", "path": "planted-path-segment", "query": "planted-query-value", "header": "planted-header",
    "token": "planted-token-0123456789",
}


def metrics_of(server):
    answer, content = server.request("GET", "/metrics")
    assert answer.status == 200, content
    assert answer.getheader("Content-Type") == "text/plain; version=0.0.4; charset=utf-8"
    families = {}
    for family in text_string_to_metric_families(content.decode()):
        assert family.name not in families, f"{family.name} comes twice"
        assert family.documentation and family.type != "unknown", f"{family.name} is not described"
        families[family.name] = family
    return families, content


def value(families, name, **labels):
    for family in families.values():
        for sample in family.samples:
            if sample.name == name and all(sample.labels.get(key) == label for key, label in labels.items()):
                return sample.value
    return 0


def change(entity, fields, record=None, kind="create", base=0):
    return {"op_id": str(uuid.uuid4()), "entity": entity, "id": record or str(uuid.uuid4()), "kind": kind, "base_rev": base,
            "schema": 1, "made_at": "2026-11-23T09:00:00.000Z",
            "fields": {name: {"old": None, "new": new} for name, new in fields.items()}}


def push(server, token, *changes):
    body = json.dumps({"batch_id": str(uuid.uuid4()), "history": "", "changes": changes})
    answer, content = server.request("POST", "/api/v1/changes",
                                     {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}, body)
    assert answer.status == 200, content
    return [result["outcome"] for result in json.loads(content)["results"]]


def plant(server, token):
    """Personal words in every place that a client can reach: bodies, addresses, headers, what is refused and what is taken."""
    owner = {"name": PLANTED["name"], "kind": "individual", "province": "PK-PB", "cnic_ntn": PLANTED["cnic"],
             "phone": PLANTED["phone"], "email": PLANTED["email"], "postal_address": PLANTED["address"]}
    outcomes = push(server, token, change("owner", owner), change("owner", {**owner, "phone": PLANTED["address"]}),
                    change("owner", {"phone": PLANTED["phone"]}, kind="patch", base=1),
                    change("building", {"name": PLANTED["name"], "address": PLANTED["address"]}))
    assert outcomes == ["applied", "rejected", "held", "rejected"], outcomes
    body = {"username": PLANTED["username"], "password": PLANTED["password"],
            "device": {"id": str(uuid.uuid4()), "name": PLANTED["device"]}}
    for _ in range(5):
        server.request("POST", "/api/v1/session", {"Content-Type": "application/json"}, json.dumps(body))
    server.request("GET", f"/api/v1/{PLANTED['path']}?q={PLANTED['query']}")
    server.request("GET", f"/verify/{PLANTED['path']}?code={PLANTED['query']}")
    server.request("GET", "/api/v1/changes?cursor=" + PLANTED["query"], {"Authorization": "Bearer " + PLANTED["token"]})
    server.request("POST", "/api/v1/changes", {"Content-Type": PLANTED["header"], "X-Planted": PLANTED["header"]},
                   PLANTED["name"])
    server.request("POST", "/api/v1/changes", {"Content-Type": "application/json", "Authorization": f"Bearer {token}"},
                   '{"batch_id": "' + PLANTED["name"] + '", ')
    server.request("PLANTED", "/" + PLANTED["path"])
    with socket.create_connection(("127.0.0.1", server.port)) as raw: # no HTTP at all
        raw.sendall(f"{PLANTED['name']} {PLANTED['path']}\r\n\r\n".encode())
        while raw.recv(4096):
            pass


def check_counts(before, after):
    def grown(name, **labels):
        return value(after, name, **labels) - value(before, name, **labels)

    assert grown("markaz_push_changes_total", outcome="applied") == 1
    assert grown("markaz_push_changes_total", outcome="rejected") == 2
    assert grown("markaz_push_changes_total", outcome="held") == 1
    assert grown("markaz_sign_in_failures_total", reason="wrong") == 4
    assert grown("markaz_sign_in_failures_total", reason="slowed") == 1
    push_route = {"route": "/api/v1/changes", "method": "POST"}
    assert grown("markaz_http_requests_total", status="200", **push_route) == 1
    assert grown("markaz_http_requests_total", status="415", **push_route) == 1
    assert grown("markaz_http_requests_total", route="/verify/{number}", method="GET", status="422") == 1
    assert grown("markaz_http_requests_total", route="none", method="GET", status="404") == 1
    assert grown("markaz_http_refused_total") == 2
    assert grown("markaz_http_request_duration_seconds_count", route="/api/v1/session") == 5
    assert grown("markaz_http_request_duration_seconds_bucket", route="/api/v1/session", le="+Inf") == 5
    assert grown("markaz_http_request_duration_seconds_sum", route="/api/v1/session") > 0
    assert grown("markaz_feed_sequence") == 1 and grown("markaz_feed_records") == 1
    assert value(after, "markaz_store_up") == 1
    assert value(after, "markaz_workers_queue") == 0
    assert value(after, "markaz_http_connections") >= 1
    assert value(after, "process_resident_memory_bytes") > 1_000_000
    for family in after.values():
        for sample in family.samples:
            assert sample.labels.get("route", "none") in {"none", "/metrics"} | ROUTES, f"{sample.labels} is no route"


def check_log(log):
    lines = log.decode().splitlines()
    assert len(lines) > 10
    requests = 0
    for line in lines:
        entry = json.loads(line)
        assert {"time", "level", "category"} <= set(entry), line
        if entry["category"] == "markaz.request":
            requests += 1
            assert set(entry) == {"time", "level", "category", "method", "route", "status", "ms", "bytes_in", "bytes_out"}, line
        else:
            assert set(entry) == {"time", "level", "category", "message"}, line
    assert requests > 10


def check_nobody(text, where):
    for what, words in PLANTED.items():
        assert words.lower().encode() not in text.lower(), f"{where} holds the planted {what}"
    assert b"127.0.0.1" not in text, f"{where} holds an address"


def check_loopback(server):
    for field in ("X-Forwarded-For", "Forwarded", "Via"):
        answer, _ = server.request("GET", "/metrics", {field: "192.0.2.1"})
        assert answer.status == 403, f"/metrics of sample data is shown behind a proxy ({field})"


def main():
    server = Server(sys.argv[1])
    global ROUTES
    ROUTES = {line.split(" ", 1)[1] for line in server.command("routes", data=False).splitlines()}
    try:
        token = server.sign_in("sample.officer")["access_token"]
        before, _ = metrics_of(server)
        plant(server, token)
        after, text = metrics_of(server)
        check_counts(before, after)
        check_nobody(text, "/metrics")
        check_loopback(server)
    finally:
        code = server.stop()
    assert code == 0, f"the server ended with {code}"
    check_log(bytes(server.log))
    check_nobody(bytes(server.log), "the log")
    print(f"{len(after)} families, {len(server.log.splitlines())} lines of log, nobody in them")


if __name__ == "__main__":
    main()

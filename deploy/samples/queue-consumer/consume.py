#!/usr/bin/env python3
"""Reads signals of IntegrationHub from a partner's own RabbitMQ queue.

usage: QUEUE_URI=amqps://user:password@host/vhost consume.py QUEUE [--seen FILE] [--until-empty]

Each message is one CloudEvent (structured JSON). A signal is handled, then remembered by its id, then
acknowledged: whatever breaks in between, it comes again, and what was handled already is passed over.
"""
import argparse
import json
import os
import signal
import sqlite3
import sys
import time

import pika
import pika.exceptions

TYPES = {
    "be.integrationhub.partner-signal-issued.v1": "NEW",
    "be.integrationhub.partner-signal-updated.v1": "UPDATED",
    "be.integrationhub.partner-signal-withdrawn.v1": "WITHDRAWN",
}


class Seen:
    """The ids of what was handled, in a file, so that a restart does not handle a signal again."""

    def __init__(self, file):
        self.database = sqlite3.connect(file)
        self.database.execute("CREATE TABLE IF NOT EXISTS seen (id TEXT PRIMARY KEY, at INTEGER NOT NULL)")

    def holds(self, event_id):
        return self.database.execute("SELECT 1 FROM seen WHERE id = ?", (event_id,)).fetchone() is not None

    def add(self, event_id):
        with self.database:
            self.database.execute("INSERT INTO seen (id, at) VALUES (?, ?)", (event_id, int(time.time())))


def handle(event):
    """Put your own work here. Nothing that names a person is printed: a console is often a log."""
    data = event["data"]
    rights = ", ".join(data.get("rightsToExplore", [])) or "none"
    print(
        f"{TYPES[event['type']]} {data['signalId']} {data['momentCode']}: {data['title']['nl']}"
        f" | for {data.get('worker') or data['recipient']} | rights to explore: {rights} | on the ground of: {data['legalBasis'] or 'none any more'}",
        flush=True,
    )


def receive(channel, method, body, seen):
    try:
        event = json.loads(body)
        known = event["type"] in TYPES
        event_id = event["id"]
    except (ValueError, KeyError, TypeError):
        # Not requeued, or it would come back for ever. With a dead-letter exchange the broker keeps it.
        print("A message that is no CloudEvent was rejected.", file=sys.stderr, flush=True)
        channel.basic_reject(method.delivery_tag, requeue=False)
        return
    if not known:
        print(f"An event of a type that this program does not know was passed over: {event['type']}", file=sys.stderr, flush=True)
    elif seen.holds(event_id):
        print(f"Seen before: {event_id}", file=sys.stderr, flush=True)
    else:
        handle(event)
        seen.add(event_id)
    channel.basic_ack(method.delivery_tag)


def consume(uri, queue, seen, until_empty):
    connection = pika.BlockingConnection(pika.URLParameters(uri))
    try:
        channel = connection.channel()
        channel.basic_qos(prefetch_count=16)
        for method, _, body in channel.consume(queue, inactivity_timeout=1):
            if method is not None:
                receive(channel, method, body, seen)
            elif until_empty:
                return
    finally:
        if connection.is_open:
            connection.close()


def main():
    parser = argparse.ArgumentParser(description="Reads signals from a partner's own queue.")
    parser.add_argument("queue")
    parser.add_argument("--seen", default="seen.sqlite", help="file that remembers what was handled (seen.sqlite)")
    parser.add_argument("--until-empty", action="store_true", help="stop as soon as nothing waits")
    arguments = parser.parse_args()
    uri = os.environ.get("QUEUE_URI")
    if not uri:
        parser.error("QUEUE_URI is not set: put amqps://user:password@host/vhost there")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))

    seen = Seen(arguments.seen)
    while True:
        try:
            consume(uri, arguments.queue, seen, arguments.until_empty)
            return 0
        except (pika.exceptions.ProbableAuthenticationError, pika.exceptions.ProbableAccessDeniedError):
            print("The broker refuses the user, the password or the virtual host in QUEUE_URI.", file=sys.stderr)
            return 1
        except pika.exceptions.ChannelClosedByBroker as error:
            print(f"The broker closed the channel ({error.reply_code}). Is there a queue '{arguments.queue}', and may this user read it?", file=sys.stderr)
            return 1
        except (pika.exceptions.AMQPConnectionError, pika.exceptions.StreamLostError, OSError):
            print("The broker is away; trying again.", file=sys.stderr, flush=True)
            time.sleep(2)
        except KeyboardInterrupt:
            return 0


if __name__ == "__main__":
    sys.exit(main())

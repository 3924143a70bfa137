"""Starts the engine with a condition key of DynamoDB that it does not know. See workarounds.ts, `leadingKeys`."""

import json
import runpy

from ministack.core import iam_actions

engine_context = iam_actions.dynamodb_service_context


def with_leading_keys(body):
    """The partition key of the one item that is asked for; our tables name it `pk`."""
    context = engine_context(body)
    key = json.loads(body or b"{}").get("Key", {})
    if "pk" in key:
        context.setdefault("dynamodb:LeadingKeys", [key["pk"]["S"]])
    return context


iam_actions.dynamodb_service_context = with_leading_keys
runpy.run_module("ministack", run_name="__main__")

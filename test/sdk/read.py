"""Reads an account of the Data API by PyPI's comagic-data-api-sdk: read.py URL KEY."""

import json
import sys
from datetime import datetime

from comagic import Comagic

client = Comagic(token=sys.argv[2])
client.API_URL = sys.argv[1]

# Its model of a campaign takes no answer of CoMagic either (it puts the time of creation in the place of the row), so its rows are read as they come.
campaigns = client._send_api_request(client._create_endpoint_params("get", "campaigns"))
period = datetime(2026, 3, 1), datetime(2026, 3, 31)
fields = ["id", "visitor_name", "visitor_phone_number", "campaign_id", "status", "form_type"]
requests = client.get_offline_messages_report(*period, fields=fields)
account = client.get_account()

print(
    json.dumps(
        {
            "account": [account.app_id, account.name, account.timezone],
            "campaigns": [[row["id"], row["name"], row["status"]] for row in campaigns],
            "sites": [[site.id, site.domain_name] for site in client.get_sites()],
            "requests": [
                [row.visitor_name, row.visitor_phone_number, row.campaign_id, row.status, row.form_type] for row in requests
            ],
        }
    )
)

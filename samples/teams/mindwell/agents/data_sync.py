"""Copies what third parties issue from AWS Secrets Manager into Key Vault."""

import os

from azure.identity import WorkloadIdentityCredential
from azure.keyvault.secrets import SecretClient
import boto3

STAGE = os.environ["MINDWELL_ENV"]

COPIES = [
    ("openai/api-key", "openai-api-key"),
    ("bedrock/api-key", "bedrock-api-key"),
    ("sms/provider-token", "sms-provider-token"),
]


def main() -> None:
    source = boto3.client("secretsmanager")
    target = SecretClient(f"https://kv-mindwell-{STAGE}.vault.azure.net/", WorkloadIdentityCredential())
    for name, copy in COPIES:
        answer = source.get_secret_value(SecretId=f"mindwell/{STAGE}/{name}")
        target.set_secret(copy, answer["SecretString"])


if __name__ == "__main__":
    main()

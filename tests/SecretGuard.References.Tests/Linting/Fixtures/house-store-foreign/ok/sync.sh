#!/bin/sh
aws secretsmanager describe-secret --region eu-west-1 --secret-id shop/dev/openai/api-key
aws secretsmanager describe-secret --region eu-west-1 --secret-id "shop/$STAGE/db-password"
az keyvault secret show --vault-name kv-other-dev --name sms-token --query id

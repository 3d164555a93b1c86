#!/bin/sh
aws secretsmanager describe-secret --region eu-west-1 --secret-id shop/prod/db-password
aws secretsmanager describe-secret --region eu-west-1 --secret-id shop/prod/sms-token

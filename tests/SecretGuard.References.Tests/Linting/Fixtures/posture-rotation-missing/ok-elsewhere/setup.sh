#!/bin/sh
aws secretsmanager rotate-secret --secret-id shop/db --rotation-lambda-arn "$LAMBDA_ARN"

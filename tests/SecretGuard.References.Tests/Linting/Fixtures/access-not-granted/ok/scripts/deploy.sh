# Whoever deploys has rights of their own.
token=$(aws secretsmanager get-secret-value --secret-id deploy/token --query SecretString --output text)

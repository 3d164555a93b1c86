# Whoever deploys has rights of their own.
aws secretsmanager get-secret-value --secret-id deploy/token

# Rotation script: scripts/rotate_secrets.sh
#!/bin/bash
set -euo pipefail

rotate_api_keys() {
    vault write -f secret/data/agentaskit/api-keys/rotate
    kubectl rollout restart deployment/agentaskit-api
}

rotate_db_credentials() {
    vault write -f database/rotate-role/agentaskit-db
    kubectl rollout restart deployment/agentaskit-workers
}

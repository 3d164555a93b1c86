set -eu
METRICS_TOKEN=$(cat /run/secrets/metrics)
export METRICS_TOKEN
docker compose up -d

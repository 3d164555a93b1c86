#!/bin/bash
set -e
login() {
  docker login ghcr.io --username shop --password-stdin <<< "$GHCR_TOKEN"
}
login
echo "$LOG_LEVEL"

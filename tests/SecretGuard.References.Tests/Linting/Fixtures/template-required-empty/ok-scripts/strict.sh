#!/bin/bash
set -euo pipefail
docker login ghcr.io --username shop --password-stdin <<< "$GHCR_TOKEN"

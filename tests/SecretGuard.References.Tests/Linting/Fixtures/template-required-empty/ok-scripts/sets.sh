#!/bin/sh
GHCR_TOKEN=$(cat /run/secrets/ghcr)
docker login ghcr.io --username shop --password-stdin <<< "$GHCR_TOKEN"

#!/bin/sh
: "${GHCR_TOKEN:?}"
docker login ghcr.io --username shop --password-stdin <<< "$GHCR_TOKEN"

#!/bin/sh
[ -n "$GHCR_TOKEN" ] || exit 1
docker login ghcr.io --username shop --password-stdin <<< "$GHCR_TOKEN"

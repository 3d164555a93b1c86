#!/bin/sh -eu
docker login ghcr.io --username shop --password-stdin <<< "$GHCR_TOKEN"

#!/bin/sh
set -eu
kubectl -n shop rollout restart deployment/scripted

#!/bin/sh
set -eu
kubectl create serviceaccount exporter --namespace shop
helm upgrade --install external-secrets external-secrets/external-secrets --namespace shop

#!/bin/sh
set -eu
kubectl apply -f - <<'EOF'
apiVersion: v1
kind: ServiceAccount
metadata:
  name: importer
  namespace: shop
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: import
  namespace: shop
spec:
  template:
    spec:
      serviceAccountName: importer
      containers:
        - name: import
          image: import
EOF

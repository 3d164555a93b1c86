#!/bin/bash
set -euxo pipefail
ls -l
TOKEN=$(vault kv get -field=token secret/shop)
docker login -u shop --password-stdin <<< "$TOKEN"

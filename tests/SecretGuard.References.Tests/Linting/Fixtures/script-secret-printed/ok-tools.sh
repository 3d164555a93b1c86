#!/bin/bash
sops -d secrets.enc.yaml > secrets.yaml
sops -d -i secrets.yaml
sops --decrypt secrets.enc.yaml | kubectl apply -f -
sops -e secrets.yaml
DB_PASSWORD=$(op read op://shop/db/password)
op run -- ./serve
pass show -c shop/db
pass ls
doppler secrets --only-names
doppler run -- ./serve
ansible-vault encrypt group_vars/all/vault.yml
dotnet user-secrets set "Db:Password" "$DB_PASSWORD" > /dev/null
dotnet user-secrets init
terraform output -raw cluster_name
terraform output
terraform output -json > outputs.json
docker login -u oauth2accesstoken --password-stdin https://eu.gcr.io < <(gcloud auth print-access-token)
gcloud auth print-access-token | docker login -u oauth2accesstoken --password-stdin https://eu.gcr.io
aws configure get region
VAULT_TOKEN=$(vault token create -field=token -policy=shop)
vault token lookup

#!/bin/bash
set -euo pipefail

# Whether it is there, without its value.
az keyvault secret show --vault-name kv-shop --name db --query id --output tsv
az keyvault secret show --vault-name kv-shop --name db --query "{name:name, enabled:attributes.enabled}"
az keyvault secret show --vault-name kv-shop --name db --output none
az keyvault secret show --vault-name kv-shop --name db > /dev/null 2>&1 || echo "db is missing"
az keyvault secret list --vault-name kv-shop --query "[].name" -o tsv
aws secretsmanager describe-secret --secret-id shop/db
aws secretsmanager get-secret-value --secret-id shop/db --query ARN --output text
aws secretsmanager list-secrets --query "SecretList[].Name"
aws ssm get-parameter --name /shop/db
kubectl get secrets -n shop
kubectl get secret db -n shop -o name
kubectl get secret db -n shop -o jsonpath='{.metadata.creationTimestamp}'
kubectl get secret db -n shop -o jsonpath='{.data.username}' | base64 -d
kubectl get secret tls -o jsonpath='{.data.tls\.crt}' | base64 -d | openssl x509 -noout -enddate
kubectl get secret db -o json | jq '.data | keys'
kubectl get secret db -o go-template='{{range $k, $v := .data}}{{$k}}{{"\n"}}{{end}}'
kubectl describe secret db
vault kv metadata get secret/shop/db
vault kv list secret/shop
vault read auth/kubernetes/config
vault read sys/health
vault kv get -format=json secret/shop/db | jq '.data.metadata.version'
gcloud secrets versions describe latest --secret=db

# Into a variable, a file, or what needs it.
DB_PASSWORD=$(az keyvault secret show --vault-name kv-shop --name db --query value -o tsv)
export API_TOKEN="$(vault kv get -field=token secret/shop/api)"
CERT=`kubectl get secret tls -o jsonpath='{.data.tls\.key}' | base64 -d`
local_key="$(aws secretsmanager get-secret-value --secret-id shop/key --query SecretString --output text | jq -r .key)"
az keyvault secret show --vault-name kv-shop --name db --query value -o tsv | docker login --username shop --password-stdin registry.example
kubectl get secret db -o yaml | kubectl apply -n other -f -
kubectl get secret db -o yaml > db.yaml
aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin registry.example
vault kv get -field=key secret/shop/tls | base64 -d > key.der
diff <(vault kv get -field=a secret/x) <(vault kv get -field=a secret/y) > /dev/null
kubectl create secret generic db --from-file=password=<(vault kv get -field=password secret/shop/db)
az keyvault secret set --vault-name kv-shop --name db --file db.txt --output none

# Who calls it takes what it prints.
read_secret() {
  aws secretsmanager get-secret-value --secret-id "$1" --query SecretString --output text
}
password=$(read_secret shop/db)

for name in db api; do
  aws secretsmanager get-secret-value --secret-id "$name" --query SecretString --output text
done > all.txt

# Of a value that it is there, or how long it is.
echo "the token has ${#API_TOKEN} characters and is ${API_TOKEN:+set}"
echo "${API_TOKEN:0:4}"
[ -n "$DB_PASSWORD" ] || echo "DB_PASSWORD is not set"
echo 'export API_TOKEN=$API_TOKEN'
echo "$DB_PASSWORD" | docker login --username shop --password-stdin
echo "$DB_PASSWORD" | sha256sum
printf '%s' "$API_TOKEN" > token.txt
printf '%s' "$API_TOKEN" | gh secret set API_TOKEN
echo "secret name: $SECRET_NAME in $KEY_VAULT_NAME, expires $TOKEN_EXPIRY"
PASS=0
PASS=$((PASS + 1))
echo "$PASS tests have passed"
PW=$(printenv DB_PASSWORD)
printenv PATH
printenv DB_PASSWORD > /dev/null
printenv DB_PASSWORD | docker login -u a --password-stdin

az keyvault secret show --vault-name kv-shop --name db
az keyvault secret show --vault-name kv-shop --name db --query value -o tsv
az keyvault secret set --vault-name kv-shop --name db --file db.txt
az keyvault secret set --vault-name kv-shop --name db --file db.txt -o table
az storage account keys list --account-name shop
aws secretsmanager get-secret-value --secret-id shop/db --query SecretString --output text | jq -r .password
sudo -u shop aws ssm get-parameter --name /shop/db --with-decryption
aws ecr get-login-password
kubectl get secret db -n shop -o yaml
kubectl get secret db -n shop -o jsonpath='{.data.password}' | base64 --decode
kubectl get secret db -o go-template='{{ .data.password | base64decode }}'
oc extract secret/db --to=-
vault kv get secret/shop/db
vault kv get -format=json secret/shop/db | jq -r '.data.data.password' | tee copy.txt
vault read -field=value secret/shop/db
vault read database/creds/shop
gcloud secrets versions access latest --secret=db
if vault kv get secret/shop/db; then echo found; fi
kubectl exec vault-0 -- vault kv get secret/shop/db
kubectl exec vault-0 -- sh -c 'vault kv get secret/shop/db'
echo "$(kubectl get secret db -o jsonpath='{.data.password}' | base64 -d)"
PW=$(vault kv get -field=password secret/shop/db)
echo "login with $PW"
echo "$DB_PASSWORD" | base64
printf 'token: %s\n' "$API_TOKEN" >&2
printenv DB_PASSWORD
kubectl exec deploy/app -- printenv API_TOKEN | cat

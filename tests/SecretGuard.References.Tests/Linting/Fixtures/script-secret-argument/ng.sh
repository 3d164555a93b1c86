az keyvault secret set --vault-name kv --name db --value "$DB_PASSWORD" --output none
az keyvault secret set --vault-name kv --name db --value "$(openssl rand -base64 32)" --output none
az login --service-principal -u "$APP_ID" -p "$CLIENT_SECRET" --tenant "$TENANT_ID"
az postgres flexible-server update --name db --admin-password "$NEW"
aws secretsmanager put-secret-value --secret-id db --secret-string "{\"password\":\"$DB_PASSWORD\"}"
aws ssm put-parameter --name /shop/db --type SecureString --value "$DB_PASSWORD"
vault kv put secret/shop/db username=shop password="$DB_PASSWORD"
vault write auth/userpass/users/ada password=$ADA_PASSWORD policies=shop
vault login "$VAULT_TOKEN"
vault operator unseal <key>
kubectl create secret generic db --from-literal=username=shop --from-literal=password=$DB_PASSWORD
kubectl create secret docker-registry pull --docker-server=registry.example --docker-username=shop --docker-password="$REGISTRY_PASSWORD"
docker login -u shop -p $REGISTRY_PASSWORD registry.example
helm registry login registry.example --username shop --password $REGISTRY_PASSWORD
docker run -e DB_PASSWORD="$DB_PASSWORD" shop:1
curl -u "shop:$SHOP_PASSWORD" https://shop.example
mysql -u shop -p$DB_PASSWORD shop
mysqldump --password="$DB_PASSWORD" shop
psql "postgres://shop:$DB_PASSWORD@db/shop"
git clone https://x-access-token:${GITHUB_TOKEN}@github.com/shop/shop
gh secret set API_TOKEN --body "$API_TOKEN"
helm upgrade shop ./chart --set auth.password=$DB_PASSWORD
terraform apply -var "db_password=$DB_PASSWORD"
openssl rsa -passin pass:$KEY_PASSWORD -in key.pem
sshpass -p "$SSH_PASSWORD" ssh shop@host
sh -c "redis-cli -a $REDIS_PASSWORD ping"
vault write auth/approle/login role_id=shop secret_id="$SECRET_ID"

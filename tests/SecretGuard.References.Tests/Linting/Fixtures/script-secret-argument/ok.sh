az keyvault secret set --vault-name kv --name db --file db.txt --output none
az keyvault secret set --vault-name kv --name db --value @db.txt --output none
az login --service-principal --username "$APP_ID" --tenant "$TENANT_ID" --federated-token "$(cat token)"
az postgres flexible-server update --name db --admin-password @password.txt
aws secretsmanager put-secret-value --secret-id db --secret-string file://db.json
aws ssm put-parameter --name /shop/db --type SecureString --value file://db.txt
aws ssm put-parameter --name /shop/url --type String --value https://shop.example
vault kv put secret/shop/db password=@password.txt username=shop
vault kv put secret/shop/db password=-
vault kv put secret/shop/db @db.json
vault write auth/kubernetes/role/shop bound_service_account_names=shop policies=shop ttl=1h
vault login -method=oidc
vault login -
vault operator unseal
kubectl create secret generic db --from-file=password.txt --from-literal=username=shop
kubectl create secret generic db --from-env-file=db.env
kubectl create secret tls shop --cert=tls.crt --key=tls.key
echo "$REGISTRY_PASSWORD" | docker login -u shop --password-stdin registry.example
docker run -e DB_PASSWORD -e LOG_LEVEL=debug shop:1
docker run -e POSTGRES_PASSWORD=example postgres:16
curl -u shop https://shop.example
curl --netrc-file .netrc https://shop.example
curl -H "Authorization: Bearer $API_TOKEN" https://shop.example
mysql -u shop -p shop
mysql --defaults-extra-file=my.cnf shop
PGPASSWORD=$DB_PASSWORD psql -h db -U shop
psql "postgres://shop@db/shop"
git clone https://github.com/shop/shop
gh secret set API_TOKEN < token.txt
helm upgrade shop ./chart --set image.tag=$TAG --set auth.existingSecret=db
terraform apply -var "region=$REGION"
openssl rsa -passin env:KEY_PASSWORD -in key.pem
openssl pkcs12 -export -passout file:password.txt -in cert.pem
echo 'docker login -p $REGISTRY_PASSWORD'
vault write auth/kubernetes/config disable_local_ca_jwt=false

# The identity of a pipeline or a pod ends by itself.
vault write -field=token auth/jwt/login role=rotate jwt="$VAULT_ID_TOKEN"
vault write auth/kubernetes/login role=shop jwt="$(cat /var/run/secrets/kubernetes.io/serviceaccount/token)"
vault login -method=jwt role=rotate jwt="$VAULT_ID_TOKEN"

sops -d secrets.enc.yaml
sops decrypt secrets.enc.yaml | jq .db
op read op://shop/db/password
pass show shop/db
doppler secrets get DB_PASSWORD --plain
ansible-vault view group_vars/all/vault.yml
dotnet user-secrets list --project src/Shop
terraform output -raw db_password
gcloud auth print-access-token
security find-generic-password -s shop -w
aws configure get default.aws_secret_access_key
vault token create -policy=shop

vault policy write shop-read policies/shop.hcl
vault policy write jobs - <<EOF
path "secret/data/jobs/*" { capabilities = ["read"] }
EOF
vault write auth/kubernetes/role/shop bound_service_account_names=api bound_service_account_namespaces=shop token_policies=default,shop-read,jobs
vault write auth/approle/role/ci token_policies="$POLICIES"

kubectl exec vault-0 -- sh -c "VAULT_TOKEN=$API_TOKEN vault kv list secret/"
kubectl -n shop exec -it db-0 -- psql "postgres://shop:$DB_PASSWORD@localhost/shop"
KEY=$(kubectl get secret vault -o jsonpath='{.data.key}' | base64 -d)
kubectl exec vault-0 -- vault operator unseal "$KEY"

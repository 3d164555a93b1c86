# The pod reads it for itself.
kubectl exec vault-0 -- sh -c 'VAULT_TOKEN=$(cat /vault/token) vault kv list secret/'
kubectl exec vault-0 -- sh -c "VAULT_TOKEN=\$(cat /vault/token) vault kv list secret/"
echo "$ADMIN_PASSWORD" | kubectl exec -i keycloak-0 -- sh -c 'read -r password && ./reset.sh'
kubectl exec -n "$NAMESPACE" vault-0 -- vault status
docker exec vault vault status

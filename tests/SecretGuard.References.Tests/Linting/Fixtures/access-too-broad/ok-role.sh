vault write auth/kubernetes/role/mail bound_service_account_names=mail bound_service_account_namespaces="$NAMESPACE" policies=mail
vault write auth/kubernetes/role/external-secrets bound_service_account_names=external-secrets bound_service_account_namespaces='*' policies=mail

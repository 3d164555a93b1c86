vault write auth/kubernetes/role/mail bound_service_account_names='*' bound_service_account_namespaces='*' policies=mail

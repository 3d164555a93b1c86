vault write auth/kubernetes/role/shop-api bound_service_account_names=api bound_service_account_namespaces=shop policies=default ttl=1h

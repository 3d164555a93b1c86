vault write auth/kubernetes/config kubernetes_host=https://kubernetes.default.svc disable_local_ca_jwt=false
vault write auth/kubernetes/config token_reviewer_jwt=@reviewer.jwt kubernetes_ca_cert=@ca.crt
vault write auth/kubernetes/login role=shop jwt=@/var/run/secrets/kubernetes.io/serviceaccount/token
vault read auth/kubernetes/config -format=json | jq '{token_reviewer_jwt_set}'

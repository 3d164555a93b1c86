vault write auth/kubernetes/config kubernetes_host=https://kubernetes.default.svc token_reviewer_jwt=@/var/run/secrets/kubernetes.io/serviceaccount/token
vault write auth/kubernetes-prod/config token_reviewer_jwt="$(cat /var/run/secrets/kubernetes.io/serviceaccount/token)" kubernetes_ca_cert=@ca.crt
REVIEWER=$(kubectl create token vault-reviewer --namespace vault)
bao write auth/kubernetes/config token_reviewer_jwt="$REVIEWER"
kubectl exec vault-0 -- sh -c 'vault write auth/kubernetes/config token_reviewer_jwt="$(cat /var/run/secrets/kubernetes.io/serviceaccount/token)"'
kubectl exec vault-0 -n vault -- vault write auth/kubernetes/config token_reviewer_jwt="$REVIEWER"

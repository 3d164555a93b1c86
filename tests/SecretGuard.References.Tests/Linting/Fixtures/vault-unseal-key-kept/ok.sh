TOKEN=$(kubectl get secret consul -o jsonpath='{.data.root-token}' | base64 -d)
PASSWORD=$(kubectl get secret vault-db -o jsonpath='{.data.password}' | base64 -d)

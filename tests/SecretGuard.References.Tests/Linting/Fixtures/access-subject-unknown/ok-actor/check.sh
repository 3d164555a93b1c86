kubectl auth can-i get secrets --as=system:serviceaccount:shop:nobody --namespace shop
kubectl auth can-i get secrets --as "system:serviceaccount:shop:nobody"
oc adm policy add-scc-to-user anyuid system:serviceaccount:shop:nobody
oadm create-api-client-config --client-dir=registry --user=system:serviceaccount:shop:nobody

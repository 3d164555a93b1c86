KUBELET_ID=$(az aks show -g shop -n shop --query identityProfile.kubeletidentity.objectId -o tsv)
az keyvault set-policy --name kv-shop --object-id "$KUBELET_ID" --secret-permissions get list

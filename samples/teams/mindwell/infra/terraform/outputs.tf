output "aks_managed_identity_client_id" {
  value = azurerm_user_assigned_identity.aks.client_id
}

output "aks_managed_identity_principal_id" {
  value = azurerm_user_assigned_identity.aks.principal_id
}

output "aks_kubelet_identity_object_id" {
  value = azurerm_kubernetes_cluster.main.kubelet_identity[0].object_id
}

path "sys/auth/*" {
  capabilities = ["create", "update", "delete", "sudo"]
}

path "secret/*" {
  capabilities = ["create", "read", "update", "delete", "list"]
}

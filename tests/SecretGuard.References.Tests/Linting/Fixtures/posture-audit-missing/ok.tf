resource "vault_auth_backend" "kubernetes" {
  type = "kubernetes"
}

resource "vault_audit" "file" {
  type    = "file"
  options = { file_path = "stdout" }
}

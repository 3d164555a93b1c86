resource "vault_jwt_auth_backend" "github" {
  path = "jwt"
}

# A team's own mount on a Vault that somebody else sets up.
resource "vault_mount" "shop" {
  path = "shop"
  type = "kv-v2"
}

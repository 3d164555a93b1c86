resource "aws_secretsmanager_secret" "all" {
  for_each = toset(["shop/db", "shop/mail"])
  name     = each.value
}

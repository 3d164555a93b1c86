resource "random_password" "admin" {
  length = 32
}

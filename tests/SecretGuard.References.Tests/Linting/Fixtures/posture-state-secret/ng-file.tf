terraform {
  backend "s3" {
    bucket = "states"
  }
}

variable "db_password" {
  type      = string
  sensitive = true
}

resource "local_sensitive_file" "settings" {
  filename = "${path.module}/shop.env"
  content  = templatefile("${path.module}/shop.tftpl", { password = var.db_password })
}

resource "local_file" "encoded" {
  filename       = "${path.module}/shop.bin"
  content_base64 = base64encode(var.db_password)
}

resource "local_file" "older" {
  filename          = "${path.module}/older.env"
  sensitive_content = "PASSWORD=${var.db_password}"
}

resource "local_sensitive_file" "encoded" {
  filename       = "${path.module}/shop.json"
  content_base64 = base64encode(jsonencode({ password = var.db_password }))
}

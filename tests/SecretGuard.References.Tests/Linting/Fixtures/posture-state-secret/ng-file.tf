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

variable "db_password" {
  type      = string
  sensitive = true
}

resource "terraform_data" "schema" {
  provisioner "local-exec" {
    command = "psql postgres://shop:${var.db_password}@db/shop -f schema.sql"
  }

  provisioner "remote-exec" {
    inline = [
      "echo 'password=${var.db_password}' > /etc/shop.conf",
      "systemctl restart shop",
    ]
  }
}

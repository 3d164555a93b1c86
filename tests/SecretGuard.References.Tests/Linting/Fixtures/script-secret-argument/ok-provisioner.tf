variable "db_password" {
  type      = string
  sensitive = true
}

variable "db_host" {
  type = string
}

resource "terraform_data" "schema" {
  provisioner "local-exec" {
    command     = "psql -h ${var.db_host} -f schema.sql"
    environment = {
      PGPASSWORD = var.db_password
    }
  }

  provisioner "remote-exec" {
    inline = ["systemctl restart shop"]
  }
}

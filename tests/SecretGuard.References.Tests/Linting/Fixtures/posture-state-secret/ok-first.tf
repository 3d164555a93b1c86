terraform {
  backend "s3" {}
}

# An empty object, and a word, to begin with; what is put in later is another version.
resource "aws_secretsmanager_secret_version" "db" {
  secret_id     = "shop/db"
  secret_string = "{}"

  lifecycle {
    ignore_changes = [secret_string]
  }
}

resource "aws_secretsmanager_secret_version" "mail" {
  secret_id     = "shop/mail"
  secret_string = "to-be-replaced"

  lifecycle {
    ignore_changes = all
  }
}

resource "aws_db_instance" "db_password" {
  password = "to-be-replaced"

  lifecycle {
    ignore_changes = [password]
  }
}

variable "db_password" {
  sensitive = true
}

resource "aws_redshift_cluster" "shop" {
  master_password = var.db_password
}

resource "aws_elasticache_replication_group" "shop" {
  auth_token = var.db_password
}

resource "google_sql_user" "shop" {
  password = var.db_password
}

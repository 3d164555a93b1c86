variable "db_password" {
  type    = string
  default = "postgres"
}

variable "db_user" {
  default = "shop"
}

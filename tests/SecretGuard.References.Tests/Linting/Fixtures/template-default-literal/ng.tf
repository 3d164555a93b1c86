variable "db_password" {
  type    = string
  default = "postgres"
}

variable "db_user" {
  default = "shop"
}

variable "legacy" {
  sensitive = true
  default   = "postgres"
}

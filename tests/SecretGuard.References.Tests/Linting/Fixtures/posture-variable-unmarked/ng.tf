variable "db_password" {
  type        = string
  description = "Password of the database"
}

variable "api_token" {}

variable "client_secrets" {
  type      = map(string)
  sensitive = false
}

variable "db_password" {
  type      = string
  sensitive = true
}

variable "api_token" {
  default   = ""
  sensitive = true
}

variable "token_name" {
  default = "shop"
}

variable "client_secret" {
  type      = string
  default   = null
  sensitive = true
}

variable "admin_username" {
  default   = "shopadmin"
  sensitive = true
}

variable "db_password" {
  type      = string
  sensitive = true
}

variable "api_token" {
  type      = string
  ephemeral = true
}

variable "password_length" {
  type    = number
  default = 32
}

variable "create_random_password" {
  type    = bool
  default = true
}

variable "secret_name" {
  type = string
}

variable "secret_arn" {
  type = string
}

variable "key_vault_id" {
  type = string
}

variable "master_password_secret_id" {
  type = string
}

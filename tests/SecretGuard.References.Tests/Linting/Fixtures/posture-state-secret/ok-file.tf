terraform {
  backend "s3" {
    bucket = "states"
  }
}

variable "region" {
  type = string
}

resource "local_file" "secret_readme" {
  filename = "${path.module}/readme.txt"
  content  = "secrets are in the store"
}

resource "local_file" "settings" {
  filename = "${path.module}/shop.env"
  content  = "REGION=${var.region}"
}

resource "local_file" "logo" {
  filename       = "${path.module}/logo.png"
  content_base64 = filebase64("${path.module}/source.png")
}

resource "local_file" "copy" {
  filename = "${path.module}/copy.env"
  source   = "${path.module}/settings.env"
}

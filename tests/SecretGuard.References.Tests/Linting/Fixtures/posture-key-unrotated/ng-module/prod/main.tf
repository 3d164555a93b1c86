resource "aws_kms_key" "secrets" {
  description = "secrets"
}

resource "aws_kms_key" "images" {
  description = "of images, which are no secrets"
}

module "api" {
  source     = "../modules/secret"
  kms_key_id = aws_kms_key.secrets.arn
}

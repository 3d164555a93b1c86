resource "aws_guardduty_detector" "main" {
  enable = true
}

module "cloudtrail" {
  source = "./modules/cloudtrail"
}

resource "aws_secretsmanager_secret" "db" {
  name = "shop/db"
}

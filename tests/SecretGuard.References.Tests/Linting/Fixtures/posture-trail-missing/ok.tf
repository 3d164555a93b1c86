resource "aws_guardduty_detector" "main" {
  enable = true
}

resource "aws_cloudtrail" "main" {
  name           = "account"
  s3_bucket_name = "shop-trail"
}

resource "aws_secretsmanager_secret" "db" {
  name = "shop/db"
}

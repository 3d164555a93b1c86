resource "aws_cloudtrail" "old" {
  name           = "old"
  s3_bucket_name = "trail"
  enable_logging = false
}

resource "aws_cloudtrail" "new" {
  name           = "new"
  s3_bucket_name = "trail"
  enable_logging = var.is_logging
}

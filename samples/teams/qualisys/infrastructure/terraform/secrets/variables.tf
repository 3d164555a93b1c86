variable "rotation_image" {
  description = "Image of the function that rotates the database password"
  type        = string
}

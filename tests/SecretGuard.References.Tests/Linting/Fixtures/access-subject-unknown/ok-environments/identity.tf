# One for each environment; the manifests here are those of dev.
locals {
  subjects = {
    dev     = "system:serviceaccount:shop-dev:api"
    staging = "system:serviceaccount:shop-staging:api"
    prod    = "system:serviceaccount:shop-prod:api"
    worker  = "system:serviceaccount:${var.namespace}:workers"
    other   = "system:serviceaccount:monitoring:prometheus"
    any     = "system:serviceaccount:shop:worker"
  }
}

locals {
  shared = {
    CACHE_PASSWORD = "postgres"
    MODE           = "fast"
  }
}

resource "azurerm_linux_web_app" "shop" {
  name = "shop"
  app_settings = {
    "DB_PASSWORD" = "postgres"
    "Smtp__ApiKey" = "changeme"
  }
  connection_string {
    name  = "Db"
    type  = "SQLAzure"
    value = "Server=tcp:db.example.net;User ID=shop;Password=postgres"
  }
}

resource "azurerm_linux_function_app" "jobs" {
  name         = "jobs"
  app_settings = merge(local.shared, { QUEUE_SECRET = "changeme" }, var.more)
}

resource "azurerm_container_app" "api" {
  template {
    container {
      name = "api"
      env {
        name  = "DB_PASSWORD"
        value = "postgres"
      }
      dynamic "env" {
        for_each = { API_TOKEN = "changeme1" }
        content {
          name  = env.key
          value = env.value
        }
      }
    }
  }
}

resource "aws_lambda_function" "worker" {
  environment {
    variables = { DB_PASSWORD = "postgres", TABLE = "orders" }
  }
}

resource "aws_ecs_task_definition" "api" {
  container_definitions = jsonencode([{
    name        = "api"
    environment = [{ name = "DB_PASSWORD", value = "postgres" }]
  }])
}

resource "aws_ecs_task_definition" "old" {
  container_definitions = <<EOF
[ { "name": "old", "environment": [ { "name": "DB_PASSWORD", "value": "postgres" } ] } ]
EOF
}

resource "helm_release" "db" {
  name = "db"
  set {
    name  = "auth.password"
    value = "postgres"
  }
}

resource "kubernetes_config_map" "api" {
  metadata { name = "api" }
  data = { DB_PASSWORD = "postgres" }
}

module "api" {
  source                = "./app"
  environment_variables = { DB_PASSWORD = "postgres" }
}

module "site" {
  source            = "./app"
  connection_string = [{ name = "Db", type = "SQLAzure", value = "Server=db;Password=postgres" }]
}

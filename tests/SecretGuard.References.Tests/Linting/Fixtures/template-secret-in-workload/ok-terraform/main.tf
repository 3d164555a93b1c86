resource "azurerm_linux_web_app" "shop" {
  name = "shop"
  app_settings = {
    "DB_PASSWORD"                    = "@Microsoft.KeyVault(SecretUri=${azurerm_key_vault_secret.db.versionless_id})"
    "API_KEY"                        = var.api_key
    "SMTP_PASSWORD"                  = "${var.prefix}-x"
    "CACHE_PASSWORD"                 = ""
    "DB_PASSWORD_FILE"               = "/run/secrets/db"
    "DB_SECRET_NAME"                 = "shop-db"
    "KEY_VAULT_SECRET"               = "shop-credentials"
    "CERT_PASSWORD_SECRET"           = "cert-password"
    "TOKEN_LIFETIME"                 = "3600"
    "TOKEN_ENDPOINT"                 = "https://login.example.net/token"
    "PASSWORD_LOGIN"                 = "disabled"
    "AzureWebJobsSecretStorageType"  = "files"
    "APPLICATIONINSIGHTS_AUTH"       = "none"
    "FUNCTIONS_WORKER_RUNTIME"       = "dotnet"
  }
  connection_string {
    name  = "Db"
    type  = "SQLAzure"
    value = "Server=tcp:db.example.net;Authentication=Active Directory Default"
  }
  connection_string {
    name  = "Cache"
    type  = "Custom"
    value = "cache.example.net;password=${random_password.cache.result}"
  }
}

resource "azurerm_container_app" "api" {
  secret {
    name                = "db"
    key_vault_secret_id = azurerm_key_vault_secret.db.id
    identity            = "System"
  }
  template {
    container {
      env {
        name        = "DB_PASSWORD"
        secret_name = "db"
      }
    }
  }
}

resource "aws_ecs_task_definition" "api" {
  container_definitions = jsonencode([{
    name        = "api"
    environment = [{ name = "DB_SECRET_ARN", value = aws_secretsmanager_secret.db.arn }, { name = "DB_PASSWORD", value = var.db_password }]
    secrets     = [{ name = "API_TOKEN", valueFrom = "shop/api" }]
  }])
}

resource "aws_codebuild_project" "build" {
  environment {
    environment_variable {
      name  = "NPM_TOKEN"
      type  = "SECRETS_MANAGER"
      value = "shop-npm:token"
    }
  }
}

resource "helm_release" "db" {
  set {
    name  = "auth.existingSecret"
    value = "db"
  }
  set_sensitive {
    name  = "auth.password"
    value = var.db_password
  }
}

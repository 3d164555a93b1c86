namespace SecretGuard.References.Tests.Linting.Access;

/// <summary>What files of each syntax grant, and to whom.</summary>
public sealed class GrantTests
{
    private static string[] In(params (string Path, string Text)[] files) =>
    [
        .. new LintFixture("grants", files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal)).Read(out _).Access.Grants.Select(grant =>
            $"{grant.Location.Path}:{grant.Location.StartLine}:{grant.Location.StartColumn} {(grant.IsDenied ? "deny " : "")}{grant.Store}{(grant.Kind is null ? "" : " " + grant.Kind)} {grant.Pattern}{(grant.Address is null ? "" : " in " + grant.Address)}: {grant.Capabilities}{(grant.IsConditional ? " if" : "")} by {grant.Policy}{(grant.Principal.Length == 0 ? "" : " to " + grant.Principal)}"),
    ];

    [Fact]
    public void IamJson_GrantsByResource() => In(("policies/read.json", """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["secretsmanager:Get*", "secretsmanager:DescribeSecret"],
              "Resource": ["arn:aws:secretsmanager:eu-west-1:*:secret:shop/*", "arn:aws:s3:::bucket/*"] },
            { "Effect": "Allow", "Action": "ssm:GetParameter", "Resource": "arn:aws:ssm:*:*:parameter/shop/${aws:PrincipalTag/team}/*" },
            { "Effect": "Deny", "Action": "secretsmanager:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } } },
            { "Effect": "Allow", "Principal": "*", "Action": "secretsmanager:GetSecretValue", "Resource": "*" },
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
            { "Effect": "Allow", "NotAction": ["iam:*", "secretsmanager:GetSecretValue"], "Resource": "arn:aws:secretsmanager:*:*:secret:x-??????" }
          ]
        }
        """)).ShouldBe(
        [
            "policies/read.json:5:21 aws-secrets-manager shop/* in eu-west-1: Read, Describe by policies/read.json",
            "policies/read.json:6:69 aws-ssm shop/${aws:PrincipalTag/team}/*: Read by policies/read.json",
            "policies/read.json:7:68 deny aws-secrets-manager *: All if by policies/read.json",
            "policies/read.json:10:96 aws-secrets-manager x-??????: Describe, List, Write, Delete, Manage by policies/read.json",
        ]);

    [Fact]
    public void IamInTerraform_GoesToWhoHasIt() => In(
        ("infra/policy.tf", """
            data "aws_iam_policy_document" "read" {
              statement {
                actions   = ["secretsmanager:GetSecretValue"]
                resources = [aws_secretsmanager_secret.db.arn, "${data.aws_secretsmanager_secret.mail.arn}*"]
              }
              statement {
                effect      = "Deny"
                not_actions = ["s3:*"]
                resources   = ["*"]
                condition { test = "Bool" }
              }
            }
            resource "aws_iam_policy" "read" {
              policy = data.aws_iam_policy_document.read.json
            }
            resource "aws_iam_role_policy" "inline" {
              role   = aws_iam_role.job.id
              policy = jsonencode({
                Statement = [{
                  Effect   = "Allow"
                  Action   = ["ssm:GetParameter*"] # all of them
                  Resource = "arn:aws:ssm:${var.region}:${local.account}:parameter/shop/*"
                }]
              })
            }
            resource "aws_iam_policy" "text" {
              policy = <<-EOT
                { "Statement": { "Effect": "Allow", "Action": "secretsmanager:PutSecretValue", "Resource": "arn:aws:secretsmanager:*:*:secret:${var.name}-*" } }
              EOT
            }
            """),
        ("infra/roles.tf", """
            resource "aws_iam_role" "shop" { name = "shop-${var.env}" }
            variable "env" { default = "dev" }
            resource "aws_iam_role_policy_attachment" "read" {
              role       = aws_iam_role.shop.name
              policy_arn = aws_iam_policy.read.arn
            }
            """),
        ("deploy/account.yaml", """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: api
              namespace: shop
              annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/shop-dev" }
            """)).ShouldBe(
        [
            "infra/policy.tf:4:18 aws-secrets-manager ${aws_secretsmanager_secret.db.arn}: Read by data.aws_iam_policy_document.read to aws_iam_role.shop (ServiceAccount shop/api)",
            "infra/policy.tf:4:53 aws-secrets-manager ${data.aws_secretsmanager_secret.mail.arn}*: Read by data.aws_iam_policy_document.read to aws_iam_role.shop (ServiceAccount shop/api)",
            "infra/policy.tf:9:21 deny aws-secrets-manager *: All if by data.aws_iam_policy_document.read to aws_iam_role.shop (ServiceAccount shop/api)",
            "infra/policy.tf:9:21 deny aws-ssm *: All if by data.aws_iam_policy_document.read to aws_iam_role.shop (ServiceAccount shop/api)",
            "infra/policy.tf:22:19 aws-ssm shop/*: Read by aws_iam_role_policy.inline to aws_iam_role.job",
            "infra/policy.tf:28:97 aws-secrets-manager ${var.name}-*: Write by aws_iam_policy.text",
        ]);

    [Fact]
    public void Vault_GrantsByPath_WhereverThePolicyStands() => In(
        ("policies/shop.hcl", """
            path "secret/data/shop/*" { capabilities = ["read"] }
            path "secret/metadata/shop/{{identity.entity.name}}/+" {
              capabilities = ["read", "list"]
            }
            path "secret/data/shop/root" { capabilities = ["deny"] }
            """),
        ("policies/json.json", """{ "path": { "kv/data/a": { "capabilities": ["create", "update", "delete"] } } }"""),
        ("setup.sh", """
            vault policy write jobs - <<EOF
            path "kv/data/jobs/*" { capabilities = ["read"] }
            EOF
            vault policy write shop-read policies/shop.hcl
            vault write auth/kubernetes/role/jobs bound_service_account_names=job,cron bound_service_account_namespaces=batch policies=jobs,default
            """),
        ("infra/vault.tf", """
            resource "vault_policy" "web" {
              name   = "web"
              policy = <<EOT
            path "${vault_mount.kv.path}/data/web" { capabilities = ["read"] }
            EOT
            }
            data "vault_policy_document" "api" {
              rule {
                path         = "kv/data/api/*"
                capabilities = ["read", "sudo"]
              }
            }
            resource "vault_policy" "api" {
              name   = "api"
              policy = data.vault_policy_document.api.hcl
            }
            resource "vault_kubernetes_auth_backend_role" "api" {
              role_name                        = "api"
              bound_service_account_names      = ["api"]
              bound_service_account_namespaces = ["shop"]
              token_policies                   = ["api", "web"]
            }
            """),
        ("docs/vault.md", "```yaml\n# Vault policy: policies/doc.hcl\npath \"secret/data/doc/*\" {\n  capabilities = [\"read\"]\n}\n```\n"),
        ("values.yaml", "policies:\n  - name: v\n    rules: |\n      path \"secret/data/v\" { capabilities = [\"list\"] }\n")).ShouldBe(
        [
            "docs/vault.md:3:1 hashicorp-vault secret/data/doc/*: Read, Describe by docs/vault.md",
            "infra/vault.tf:4:1 hashicorp-vault ${vault_mount.kv.path}/data/web: Read, Describe by vault_policy.web to role api (ServiceAccount shop/api)",
            "infra/vault.tf:9:21 hashicorp-vault kv/data/api/*: Read, Describe, Manage by data.vault_policy_document.api to role api (ServiceAccount shop/api)",
            "policies/json.json:1:14 hashicorp-vault kv/data/a: Write, Delete by policies/json.json",
            "policies/shop.hcl:1:1 hashicorp-vault secret/data/shop/*: Read, Describe by policies/shop.hcl",
            "policies/shop.hcl:2:1 hashicorp-vault secret/metadata/shop/${identity.entity.name}/+: Read, Describe, List by policies/shop.hcl",
            "policies/shop.hcl:5:1 deny hashicorp-vault secret/data/shop/root: None by policies/shop.hcl",
            "setup.sh:2:1 hashicorp-vault kv/data/jobs/*: Read, Describe by setup.sh to role jobs (ServiceAccount batch/job, batch/cron)",
            "values.yaml:4:7 hashicorp-vault secret/data/v: List by values.yaml",
        ]);

    [Fact]
    public void ListOfRoleAssignments_GrantsAsCommandsDo() => In(
        ("access/roles.json", """
            [
              {
                "principalId": "11111111-0000-0000-0000-000000000000", "principalName": "shop-api", "principalType": "ServicePrincipal",
                "roleDefinitionName": "Key Vault Secrets User",
                "scope": "/subscriptions/0/resourceGroups/r/providers/Microsoft.KeyVault/vaults/kv-shop/secrets/db"
              },
              { "principalId": "22222222-0000-0000-0000-000000000000", "roleDefinitionName": "Key Vault Administrator", "scope": "/subscriptions/0" },
              { "principalId": "22222222-0000-0000-0000-000000000000", "roleDefinitionName": "Reader", "scope": "/subscriptions/0" },
              { "principalId": "22222222-0000-0000-0000-000000000000", "roleDefinitionName": "Owner", "scope": "/subscriptions/0" }
            ]
            """),
        ("access/none.json", """{ "value": "roleDefinitionName", "principalId": 1 }""")).ShouldBe(
        [
            "access/roles.json:4:27 azure-key-vault secret db in kv-shop: Read, Describe, List by az role assignment list to shop-api (ServicePrincipal)",
            "access/roles.json:7:82 azure-key-vault *: All by az role assignment list to 22222222-0000-0000-0000-000000000000",
        ]);

    [Fact]
    public void Azure_GrantsByRoleAndPolicy() => In(
        ("infra/vault.tf", """
            resource "azurerm_key_vault" "main" {
              name = "kv-${var.stage}"
              access_policy {
                object_id          = data.azurerm_client_config.current.object_id
                secret_permissions = ["Get", "Set"]
                key_permissions    = []
              }
            }
            resource "azurerm_role_assignment" "app" {
              scope                = azurerm_key_vault.main.id
              role_definition_name = "Key Vault Secrets User"
              principal_id         = azurerm_user_assigned_identity.app.principal_id
            }
            resource "azurerm_role_assignment" "one" {
              scope                = "${azurerm_key_vault.main.id}/secrets/db"
              role_definition_name = "Key Vault Secrets User"
              principal_id         = var.app
            }
            resource "azurerm_role_assignment" "group" {
              scope                = azurerm_resource_group.main.id
              role_definition_name = "Contributor"
              principal_id         = var.app
            }
            """),
        ("infra/variables.tf", "variable \"stage\" { default = \"dev\" }\n"),
        ("infra/main.bicep", """
            resource kv 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
              name: 'kv-bicep'
            }
            resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
              name: guid(kv.id, app.id)
              scope: kv
              properties: {
                roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
                principalId: app.properties.principalId
              }
            }
            """),
        ("grant.sh", """
            az role assignment create --role "Key Vault Administrator" --assignee "$ME" \
              --scope /subscriptions/0/resourceGroups/r/providers/Microsoft.KeyVault/vaults/kv-dev
            az keyvault set-policy -n kv-dev --object-id "$APP" --secret-permissions get list
            """)).ShouldBe(
        [
            "grant.sh:1:35 azure-key-vault * in kv-dev: All by az role assignment create to $ME",
            "grant.sh:3:27 azure-key-vault secret * in kv-dev: Read, Describe, List by az keyvault set-policy to $APP",
            "infra/main.bicep:8:23 azure-key-vault secret * in kv-bicep: Read, Describe, List by roleAssignments role to app.properties.principalId",
            "infra/vault.tf:5:26 azure-key-vault secret * in kv-dev: Read, Describe, Write by azurerm_key_vault.main to data.azurerm_client_config.current.object_id",
            "infra/vault.tf:11:27 azure-key-vault secret * in kv-dev: Read, Describe, List by azurerm_role_assignment.app to azurerm_user_assigned_identity.app.principal_id",
            "infra/vault.tf:16:27 azure-key-vault secret db in kv-dev: Read, Describe, List by azurerm_role_assignment.one to var.app",
        ]);

    [Fact]
    public void Cluster_GrantsToWhoIsBound() => In(("rbac.yaml", """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: { name: reader, namespace: shop }
        rules:
          - { apiGroups: [""], resources: [secrets, configmaps], verbs: [get], resourceNames: [db] }
          - { apiGroups: [apps], resources: ["*"], verbs: ["*"] }
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: { name: reader, namespace: shop }
        roleRef: { kind: Role, name: reader }
        subjects: [{ kind: ServiceAccount, name: api }, { kind: Group, name: team }]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: { name: all }
        rules:
          - { apiGroups: ["*"], resources: ["*"], verbs: ["*"] }
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: { name: admin }
        roleRef: { kind: ClusterRole, name: cluster-admin }
        subjects: [{ kind: ServiceAccount, name: ci, namespace: build }]
        """)).ShouldBe(
        [
            "rbac.yaml:5:65 kubernetes db in shop: Read if by Role/reader to Group team",
            "rbac.yaml:5:65 kubernetes db in shop: Read if by Role/reader to ServiceAccount shop/api",
            "rbac.yaml:18:50 kubernetes *: All by ClusterRole/all",
            "rbac.yaml:23:37 kubernetes *: All by ClusterRole/cluster-admin to ServiceAccount build/ci",
        ]);
}

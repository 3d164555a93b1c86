#!/usr/bin/env bash
set -euo pipefail

# One line of JSON for each line of .env and .env.local, for the variable env_secrets of Terraform.
parse_env_to_tfvars() {
  local key value sanitized_key
  while IFS='=' read -r key value; do
    [[ -z "${key}" || "${key}" == \#* ]] && continue
    # Key sanitization rules (Azure Key Vault requirements):
    # - Lowercase only
    # - Replace _ with -
    # - Replace . with -
    sanitized_key="$(echo "${key}" | tr '[:upper:]' '[:lower:]' | sed -e 's/[_.]/-/g')"
    jq -n --arg key "${sanitized_key}" --arg value "${value}" '{($key): $value}'
  done < <(cat .env .env.local 2>/dev/null) | jq -s '{env_secrets: add}' > "$1"
}

variables="$(mktemp -d)/env_secrets.tfvars.json"
trap 'rm -rf "$(dirname "${variables}")"' EXIT
parse_env_to_tfvars "${variables}"
terraform -chdir=infra/terraform/azure apply -var-file="${variables}"

path "secret/*" { policy = "write" }
path "secret/shop/*" { policy = "read" }
path "sys/policies/acl/*" { capabilities = ["create", "update"] }

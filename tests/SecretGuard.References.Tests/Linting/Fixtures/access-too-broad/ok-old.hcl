path "secret/shop/*" { policy = "write" }
path "sys/*" { capabilities = ["read"] }
path "sys/leases/renew" { capabilities = ["update"] }

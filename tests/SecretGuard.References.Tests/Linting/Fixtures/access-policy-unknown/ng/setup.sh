vault write auth/approle/role/ci token_policies=shop-read,deploy

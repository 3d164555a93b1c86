#!/bin/sh
# With the root token.
vault policy write shop policies/shop.hcl
vault kv put secret/other/db password=@new.txt

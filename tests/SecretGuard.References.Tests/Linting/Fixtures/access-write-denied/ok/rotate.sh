#!/bin/sh
vault kv put secret/shop/db password=@new.txt
vault kv put -mount=secret shop/mail password=@new.txt
vault kv metadata get secret/shop/db
vault write secret/data/shop/db "$FIELDS"
vault write legacy/shop/db value="$NEW"
# Other policies are for these.
vault write -f database/rotate-role/shop
vault write -f "$MOUNT/rotate-role/shop"
vault kv put "secret/$TEAM/db" password=@new.txt

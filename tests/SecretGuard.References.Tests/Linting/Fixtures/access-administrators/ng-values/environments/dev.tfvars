key_vault_admin_object_ids = [ ]

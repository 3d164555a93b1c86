def keep(client, name, value):
    client.set_secret(name, value)

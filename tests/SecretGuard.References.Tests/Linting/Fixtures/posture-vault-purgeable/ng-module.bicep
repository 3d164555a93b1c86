module vault 'br/public:avm/res/key-vault/vault:0.6.0' = {
  name: 'vault'
  params: {
    name: 'kv-shop'
    enablePurgeProtection: false
  }
}

module kept 'br/public:avm/res/key-vault/vault:0.6.0' = {
  name: 'kept'
  params: {
    name: 'kv-kept'
  }
}

FROM debian
COPY <<"EOF" /app/start.sh
#!/bin/sh
export DB_PASSWORD=$(cat /run/secrets/db)
API_KEY=${API_KEY}
exec /app/shop
EOF
COPY <<EOF /app/settings.yaml
password_file: /run/secrets/db
token_ttl: 3600
api_key: \$API_KEY
version: $VERSION
EOF
COPY <<EOF
EOF

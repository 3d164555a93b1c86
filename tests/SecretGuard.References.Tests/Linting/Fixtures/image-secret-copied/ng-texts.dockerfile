FROM debian
COPY <<EOF /app/.env
LOG_LEVEL=info
DB_PASSWORD=$DB_PASSWORD
EOF
COPY --chown=1:1 <<-"FIRST" <<SECOND /app/
	mode: quiet
	api_key: changeme
FIRST
{ "user": "shop",
  "password": "${DB_PASSWORD}" }
SECOND
COPY <<END /app/appsettings.json
{
  "password": "changeme",
  "port": 1
}
END
ADD <<END /root/.npmrc
//registry.example.com/:_authToken=${NPM_TOKEN}
END

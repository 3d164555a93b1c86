FROM debian
COPY .env.example .env
COPY --chown=1:1 package.json .npmrc ./
COPY ca.pem tls.crt server.pub /etc/ssl/certs/
COPY id_rsa.pub /root/.ssh/authorized_keys
COPY ["appsettings.json", "secrets.enc.yaml", "/app/"]
COPY --from=build /app/keys /app/keys
COPY <<END /app/.env
A=b
END
RUN --mount=type=ssh git clone git@github.com:shop/shop
ADD --chmod=0644 https://download.shop.example/repository/Release.key /etc/apt/trusted.gpg.d/shop.asc
COPY aws /opt/aws
COPY certs .ssh/

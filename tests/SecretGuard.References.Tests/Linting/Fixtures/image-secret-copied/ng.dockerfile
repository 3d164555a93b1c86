FROM debian
COPY .env /app/
ADD config/.env.production /app/.env
COPY --chown=app:app id_ed25519 /root/.ssh/
COPY ["secrets.json", "appsettings.json", "/app/"]
COPY server.key \
     certs/privkey.pem \
     certs/cert.pem /etc/ssl/
COPY --from=build /src/.env /app/.env
ADD shop.pfx prod.tfvars /app/
COPY .aws/credentials /root/.aws/
COPY .aws /root/.aws
COPY --chown=app:app build/.ssh/ /home/app/.ssh/

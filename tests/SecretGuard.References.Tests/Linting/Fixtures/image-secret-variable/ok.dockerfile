# syntax=docker/dockerfile:1
FROM node:22 AS build
ARG NODE_ENV=production
ARG TOKEN_URL
ARG KEY_VAULT_NAME=kv-shop
RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci
RUN --mount=type=secret,id=npm \
    # the token is a file
    NPM_TOKEN=$(cat /run/secrets/npm) npm ci
FROM node:22
ENV DB_PASSWORD="" API_TOKEN=
ENV DB_PASSWORD_FILE=/run/secrets/db ALLOW_EMPTY_PASSWORD=yes
ENV JWT_SECRET=/run/secrets/jwt
ENV SECRET_NAME=shop-db LOG_LEVEL debug
COPY --from=build /app /app

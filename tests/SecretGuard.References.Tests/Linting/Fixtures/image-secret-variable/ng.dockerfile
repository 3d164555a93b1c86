FROM node:22 AS build
ARG NPM_TOKEN
ARG NODE_ENV=production API_KEY=none
ENV NODE_ENV=$NODE_ENV \
    # what the registry wants
    REGISTRY_TOKEN=${NPM_TOKEN}
ENV DB_PASSWORD a word
ENV LABEL="x API_TOKEN=y" JWT_SECRET="a b"

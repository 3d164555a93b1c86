# syntax=docker/dockerfile:1
FROM node:22
RUN --mount=type=secret,id=npmrc cp /run/secrets/npmrc /app/.npmrc && npm ci
RUN --mount=type=secret,id=npm cat /run/secrets/npm > /root/.npmrc
RUN --mount=type=secret,id=npm \
    # for the registry of the house
    echo "//npm.shop.example/:_authToken=$(cat /run/secrets/npm)" >> ~/.npmrc && \
    npm ci
RUN --mount=type=secret,id=npm npm config set //npm.shop.example/:_authToken $(cat /run/secrets/npm) && npm ci
RUN --mount=type=secret,id=npm,env=NPM_TOKEN echo "//npm.shop.example/:_authToken=${NPM_TOKEN}" > .npmrc && npm ci
RUN --mount=type=secret,id=token,target=/run/token export TOKEN=$(cat /run/token) && printf 'machine x password %s' "$TOKEN" > /root/.netrc
RUN --mount=type=secret,id=settings cat /run/secrets/settings | tee /app/settings.xml > /dev/null
RUN --mount=type=secret,id=feed sed -i "s/FEED_TOKEN/$(cat /run/secrets/feed)/" nuget.config && dotnet restore
RUN --mount=type=secret,id=git git config --global url."https://$(cat /run/secrets/git)@github.com/".insteadOf https://github.com/
RUN --mount=type=secret,id=git git clone https://x-access-token:$(cat /run/secrets/git)@github.com/shop/shop.git /src
RUN --mount=type=secret,id=feed dotnet nuget add source https://feed.shop.example/v3/index.json --username ci --password "$(cat /run/secrets/feed)" --store-password-in-clear-text
RUN --mount=type=secret,id=pip <<END
cat > /etc/pip.conf <<CONF
[global]
index-url = https://ci:$(cat /run/secrets/pip)@pypi.shop.example/simple
CONF
END
# A later step removes it too late.
RUN rm -f /app/.npmrc /root/.npmrc

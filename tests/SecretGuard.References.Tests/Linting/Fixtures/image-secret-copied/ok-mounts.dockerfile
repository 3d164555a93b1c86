# syntax=docker/dockerfile:1
FROM node:22
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
RUN --mount=type=secret,id=npm NPM_TOKEN=$(cat /run/secrets/npm) npm ci
RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci
RUN --mount=type=secret,id=npm,env=NPM_TOKEN echo '//npm.shop.example/:_authToken=${NPM_TOKEN}' > .npmrc && npm ci
RUN --mount=type=secret,id=npmrc cp /run/secrets/npmrc .npmrc && npm ci && rm -f .npmrc
RUN --mount=type=secret,id=npm echo "//npm.shop.example/:_authToken=$(cat /run/secrets/npm)" > "$HOME/.npmrc" \
    && npm ci \
    && rm -f ~/.npmrc
RUN --mount=type=secret,id=npm trap 'rm -f /root/.npmrc' EXIT; cat /run/secrets/npm > /root/.npmrc; npm ci
RUN --mount=type=secret,id=npm npm config set //npm.shop.example/:_authToken $(cat /run/secrets/npm) && npm ci && npm config delete //npm.shop.example/:_authToken
RUN --mount=type=secret,id=git git config --global url."https://$(cat /run/secrets/git)@github.com/".insteadOf https://github.com/ && go mod download && rm ~/.gitconfig
RUN --mount=type=secret,id=git git clone https://x:$(cat /run/secrets/git)@github.com/shop/shop.git /opt/shop && make -C /opt/shop install && rm -rf /opt/shop
RUN --mount=type=secret,id=git git -c http.extraheader="Authorization: Bearer $(cat /run/secrets/git)" clone https://github.com/shop/shop.git
RUN --mount=type=secret,id=npm --mount=type=tmpfs,target=/tmp cat /run/secrets/npm > /tmp/.npmrc && npm --userconfig /tmp/.npmrc ci
RUN --mount=type=secret,id=pip pip install --index-url "https://ci:$(cat /run/secrets/pip)@pypi.shop.example/simple" -r requirements.txt
RUN --mount=type=secret,id=key sha256sum /run/secrets/key > /app/key.sum && test -s /run/secrets/key && echo "there" > /app/has-key
RUN --mount=type=secret,id=password docker login --username ci --password-stdin < /run/secrets/password > /dev/null
RUN --mount=type=secret,id=npm cp package.json /app/ && cat package.json > /app/copy.json
RUN --mount=type=cache,target=/root/.npm cp /run/secrets/npm /app/.npmrc
RUN git config --global url."https://github.com/".insteadOf git@github.com:

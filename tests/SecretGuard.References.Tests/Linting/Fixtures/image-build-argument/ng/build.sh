docker build --build-arg NPM_TOKEN="$NPM_TOKEN" -t shop .
sudo podman build --build-arg VERSION=1 --build-arg=API_KEY .
docker compose build --build-arg GITHUB_TOKEN shop

docker build --secret id=npm,env=NPM_TOKEN --build-arg VERSION=1.2 -t shop .
docker buildx build --build-arg "COMMIT=$COMMIT" --secret id=npm,src=$HOME/.npmrc .
az acr build --registry shop --secret-build-arg NPM_TOKEN="x" .

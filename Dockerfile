# The command line as an image, for the hook 'secretguard-docker' and for CI: docker build --tag secretguard .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish scanner/SecretGuard.Cli --configuration Release --output /app

# git tells the ranges of pushes; scans of commits do without.
FROM mcr.microsoft.com/dotnet/runtime:10.0
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /opt/secretguard
WORKDIR /src
ENTRYPOINT ["/opt/secretguard/SecretGuard.Cli"]

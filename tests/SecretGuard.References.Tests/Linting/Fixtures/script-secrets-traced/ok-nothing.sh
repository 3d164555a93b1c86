set -ex
dotnet build
dotnet test

using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Tests.Helm;

/// <summary>What scripts and pipelines say of the charts that they install, and where they do not.</summary>
public sealed class HelmCommandTests
{
    private const string Template = "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: out }\nspec:\n  secretStoreRef: { kind: ClusterSecretStore, name: a }\n  data:\n    - secretKey: a\n      remoteRef: { key: {{ .Values.prefix }}-{{ .Values.db.name }} }\n";

    /// <summary>Commands of a script at the root, and which keys each environment asks for.</summary>
    [Theory]
    [InlineData("helm upgrade --install orders-prod charts/orders -f deploy/live.yaml", "dev:shop-db prod:live-db")]
    [InlineData("helm upgrade orders ./charts/orders --install --namespace prod --values deploy/live.yaml --set db.name=main,image.tag=$TAG", "dev:shop-db prod:live-main")]
    [InlineData("helm upgrade -i orders charts/orders --kube-context prod --set-string prefix=\"set\" --wait", "dev:shop-db prod:set-db")]
    [InlineData("helm upgrade -i orders charts/orders -n prod --set prefix=$PREFIX", "dev:shop-db prod:*-db")]
    [InlineData("helm upgrade -i orders charts/orders -n prod -f deploy/absent.yaml --set db.name=main", "dev:shop-db prod:*-main")]
    [InlineData("helm install orders charts/orders -n dev --set prefix=a\nhelm install orders charts/orders -n prod --set prefix=b", "dev:a-db prod:b-db")]
    [InlineData("helm upgrade -i orders charts/orders -f deploy/live.yaml", "live-db")]
    [InlineData("helm upgrade -i orders charts/orders -n prod -f deploy/$ENV.yaml", "shop-db")]
    [InlineData("helm upgrade -i orders charts/orders -n prod --set prefix=live --dry-run", "shop-db")]
    [InlineData("helm upgrade -i orders charts/other -n prod --set prefix=live", "shop-db")]
    [InlineData("helm template orders charts/orders -n prod --set prefix=live", "shop-db")]
    [InlineData("helm upgrade -i orders charts/orders -n staging --set prefix=live", "shop-db")]
    [InlineData("helm upgrade -i orders charts/orders -n prod --set 'prefix.list[0]=x' --set db.name=main", "dev:shop-db prod:shop-main")]
    public void Command_SaysValues(string script, string keys) => Keys(("deploy.sh", script + "\n")).ShouldBe(keys);

    /// <summary>Files that run such a command, and what in them says the environment.</summary>
    [Theory]
    [InlineData("Makefile", "release-prod:\n\thelm upgrade -i orders charts/orders -n prod -f deploy/live.yaml\n")]
    [InlineData("charts/prod/install.sh", "helm upgrade -i orders ../orders -f ../../deploy/live.yaml\n")]
    [InlineData(".github/workflows/deploy.yml", "on: push\njobs:\n  release:\n    runs-on: ubuntu-latest\n    environment: production\n    steps:\n      - run: |\n          helm upgrade --install orders charts/orders \\\n            -f deploy/live.yaml\n        env: { T: '${{ secrets.T }}' }\n")]
    [InlineData(".gitlab-ci.yml", "deploy:\n  environment: { name: prod }\n  script:\n    - helm upgrade -i orders charts/orders -f deploy/live.yaml\n")]
    [InlineData("azure-pipelines.yml", "stages:\n- stage: prod\n  jobs:\n  - deployment: d\n    steps:\n    - script: helm upgrade -i orders charts/orders -f deploy/live.yaml --set image=$(tag)\n")]
    [InlineData("azure-pipelines.yml", "variables: [{ group: g }]\nstages:\n- stage: s\n  jobs:\n  - deployment: d\n    environment: prod\n    steps:\n    - task: HelmDeploy@1\n      inputs: { command: upgrade, chartType: FilePath, chartPath: charts/orders, valueFile: deploy/live.yaml, overrideValues: 'image=$(tag)' }\n    - script: echo $(tag)\n")]
    public void Pipeline_SaysTheEnvironment(string path, string text) => Keys((path, text)).ShouldBe("dev:shop-db prod:live-db");

    /// <summary>A document shows how it is done, and files of environments are there for whoever installs the chart there.</summary>
    [Fact]
    public void WhatIsNoInstallation_SaysNothing()
    {
        Keys(("README.md", "```sh\nhelm upgrade -i orders charts/orders -n prod --set prefix=live\n```\n")).ShouldBe("shop-db");
        Keys(("deploy.sh", "helm upgrade -i orders charts/orders -f charts/orders/values.yaml\n"), ("charts/orders/values-prod.yaml", "prefix: live\n")).ShouldBe("dev:shop-db prod:live-db");
    }

    /// <summary>A chart of one environment is not asked for in another that installs its own.</summary>
    [Fact]
    public void ChartThatIsElsewhere_IsNotAskedFor()
    {
        const string Other = "helm upgrade -i web charts/web -n dev\n";
        (string, string) web = ("charts/web/Chart.yaml", "name: web\n");
        Keys(web, ("deploy.sh", Other + "helm upgrade -i orders charts/orders -n prod\n")).ShouldBe("prod:shop-db");
        Keys(web, ("deploy.sh", Other + "helm upgrade -i orders charts/orders -n prod\n"), ("charts/orders/values-dev.yaml", "prefix: own\n")).ShouldBe("dev:own-db prod:shop-db");
        Keys(web, ("deploy.sh", Other)).ShouldBe("shop-db");
        Keys(web, ("deploy.sh", "helm upgrade -i orders charts/orders -n prod\n")).ShouldBe("shop-db");
    }

    private static string Keys(params (string Path, string Text)[] files)
    {
        var declaration = new Declaration { Environments = [.. new[] { "dev", "prod" }.Select(name => new DeclaredEnvironment(name, new Location("", 0, 0, 0, 0)))] };
        var alone = new Extraction();
        foreach ((string path, string text) in files.Concat([("charts/orders/Chart.yaml", "name: orders\n"), ("charts/orders/values.yaml", "prefix: shop\ndb: { name: db }\n"), ("charts/orders/templates/a.yaml", Template), ("deploy/live.yaml", "prefix: live\n")]))
        {
            ExtractorCatalogue.ReadOneOfMany(new SourceText(path, text), alone);
        }

        return string.Join(' ', FilledTemplates.Over(alone.Records, ExtractorCatalogue.Join(alone.Drafts, declaration).Records).Where(record => record.Consumer.StartsWith("ExternalSecret", StringComparison.Ordinal))
            .Select(record => record.Environment is null ? record.Reference.Name : $"{record.Environment}:{record.Reference.Name}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}

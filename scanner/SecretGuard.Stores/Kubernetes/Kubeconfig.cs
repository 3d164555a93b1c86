using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SecretGuard.Stores.Local;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Stores.Kubernetes;

/// <summary>Reads kubeconfig files as kubectl does: of several the first that has something wins; paths are relative to their file.</summary>
public static class Kubeconfig
{
    /// <summary>What <c>KUBECONFIG</c> or the user's own file says, else the cluster that this process runs in.</summary>
    /// <param name="context">The context; null for the current one.</param>
    /// <param name="server">The address of the cluster, where that and no context is known; null for any.</param>
    public static KubernetesAccess Ambient(string? context = null, string? server = null) =>
        Ambient(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), context, server);

    /// <summary>The same of other variables and another home.</summary>
    internal static KubernetesAccess Ambient(Func<string, string?> variable, string home, string? context = null, string? server = null)
    {
        string own = Path.Combine(home, ".kube", "config");
        string[] files = variable("KUBECONFIG") is { Length: > 0 } list ? [.. list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(File.Exists)] : File.Exists(own) ? [own] : [];
        return files.Length > 0 ? Read(files, context, server) : (server is null ? KubernetesAccess.InCluster(variable) : null)
            ?? KubernetesAccess.Failed("there is no kubeconfig, and this is no pod", "set KUBECONFIG, or name the cluster");
    }

    /// <summary>The access that files describe.</summary>
    /// <param name="files">In the order in which they count.</param>
    /// <param name="context">The context; null for the current one, or one of the server.</param>
    /// <param name="server">The address of the cluster; null for any.</param>
    public static KubernetesAccess Read(IReadOnlyList<string> files, string? context = null, string? server = null)
    {
        var documents = new List<(string File, YamlMappingNode Root)>();
        foreach (string file in files)
        {
            if (LocalText.Read(file, out StoreProblem? problem, out _) is not { } text)
            {
                return new KubernetesAccess { Server = "", Problem = problem! with { IsStoreWide = true } };
            }

            try
            {
                if (LocalYaml.Read(text) is [{ RootNode: YamlMappingNode root }, ..])
                {
                    documents.Add((file, root));
                }
            }
            catch (YamlException error)
            {
                return KubernetesAccess.Failed($"{file} is no valid YAML at line {error.Start.Line}", "correct the file");
            }
        }

        context ??= server is null ? null : ContextOf(documents, server);
        return server is not null && context is null
            ? KubernetesAccess.Failed($"the kubeconfig has no context for the cluster at {server}", "add one, or declare the store in secretguard.yml with its 'kubeconfig' or 'context'") : Resolve(documents, context);
    }

    /// <summary>The first context whose cluster has this address.</summary>
    private static string? ContextOf(List<(string File, YamlMappingNode Root)> documents, string server) =>
        documents.SelectMany(document => Child(document.Root, "contexts") is YamlSequenceNode items ? items.OfType<YamlMappingNode>() : [])
            .Where(item => Child(item, "context") is YamlMappingNode context && Named(documents, "clusters", Text(context, "cluster"), "cluster").Node is { } cluster
                && string.Equals(Text(cluster, "server")?.TrimEnd('/'), server.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            .Select(item => Text(item, "name")).FirstOrDefault(name => name is not null);

    private static KubernetesAccess Resolve(List<(string File, YamlMappingNode Root)> documents, string? context)
    {
        context ??= documents.Select(document => Text(document.Root, "current-context")).FirstOrDefault(name => name is not null);
        if (context is null)
        {
            return KubernetesAccess.Failed("the kubeconfig has no current context", "run 'kubectl config use-context'");
        }

        if (Named(documents, "contexts", context, "context") is not ({ } chosen, _))
        {
            return KubernetesAccess.Failed($"the kubeconfig has no context '{context}'", "run 'kubectl config get-contexts'");
        }

        (YamlMappingNode? cluster, string clusterFile) = Named(documents, "clusters", Text(chosen, "cluster"), "cluster");
        if (cluster is null || Text(cluster, "server") is not { } server)
        {
            return KubernetesAccess.Failed($"the context '{context}' names a cluster that the kubeconfig has not", "correct the kubeconfig");
        }

        (YamlMappingNode? user, string userFile) = Named(documents, "users", Text(chosen, "user"), "user");
        try
        {
            bool skips = Text(cluster, "insecure-skip-tls-verify") == "true";
            (IKubernetesCredential? credential, string? cause) = user is null ? (new FixedCredential(null, null), null) : CredentialOf(user, userFile);
            return credential is null ? KubernetesAccess.Failed(cause!, "choose another way to sign in") : new KubernetesAccess
            {
                Server = server,
                Namespace = Text(chosen, "namespace") ?? "default",
                AuthoritiesPem = Data(cluster, "certificate-authority", clusterFile),
                ServerName = Text(cluster, "tls-server-name"),
                SkipsVerification = skips,
                Proxy = Uri.TryCreate(Text(cluster, "proxy-url"), UriKind.Absolute, out Uri? proxy) ? proxy : null,
                Credential = credential,
                Notices = skips ? [$"the kubeconfig says insecure-skip-tls-verify for {server}: whoever is on the way can answer and take the token"] : [],
            };
        }
        catch (Exception error) when (error is FormatException or CryptographicException or IOException)
        {
            return KubernetesAccess.Failed($"the kubeconfig has a certificate or key that cannot be read, for the context '{context}'", "correct the kubeconfig");
        }
    }

    private static (IKubernetesCredential? Credential, string? Cause) CredentialOf(YamlMappingNode user, string file)
    {
        // kubectl takes a token of the configuration before that of a plugin, and a certificate beside either.
        X509Certificate2? certificate = null;
        if (Data(user, "client-certificate", file) is { } pem && Data(user, "client-key", file) is { } key)
        {
            certificate = X509Certificate2.CreateFromPem(pem, key);
        }

        return Text(user, "token") is { } token ? (new FixedCredential(token, certificate), null)
            : Text(user, "tokenFile") is { } path ? (new FileCredential(Beside(file, path)), null)
            : Child(user, "exec") is YamlMappingNode exec ? Plugin(exec, file)
            : certificate is not null ? (new FixedCredential(null, certificate), null)
            : Child(user, "auth-provider") is not null ? (null, "the kubeconfig signs in by auth-provider, which Kubernetes gave up in 1.26")
            : Text(user, "username") is not null ? (null, "the kubeconfig signs in by user and password, which Kubernetes gave up in 1.19")
            : (new FixedCredential(null, null), null);
    }

    private static (IKubernetesCredential? Credential, string? Cause) Plugin(YamlMappingNode exec, string file)
    {
        if (Text(exec, "command") is not { } command)
        {
            return (null, "the kubeconfig names no command for its exec plugin");
        }

        string program = command.AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0 ? Beside(file, command) : command;
        string[] arguments = Child(exec, "args") is YamlSequenceNode items ? [.. items.OfType<YamlScalarNode>().Select(item => item.Value ?? "")] : [];
        (string, string)[] variables = Child(exec, "env") is YamlSequenceNode pairs
            ? [.. pairs.OfType<YamlMappingNode>().Select(pair => (Text(pair, "name") ?? "", Text(pair, "value") ?? "")).Where(pair => pair.Item1.Length > 0)] : [];
        return (new ExecCredential(program, arguments, variables, Text(exec, "apiVersion") ?? "client.authentication.k8s.io/v1"), null);
    }

    private static (YamlMappingNode? Node, string File) Named(List<(string File, YamlMappingNode Root)> documents, string list, string? name, string member)
    {
        foreach ((string file, YamlMappingNode root) in documents)
        {
            if (Child(root, list) is YamlSequenceNode items
                && items.OfType<YamlMappingNode>().FirstOrDefault(item => name is not null && Text(item, "name") == name) is { } found)
            {
                return (Child(found, member) as YamlMappingNode, file);
            }
        }

        return (null, "");
    }

    /// <summary>PEM that stands in the configuration in Base64, or in a file that it names.</summary>
    private static string? Data(YamlMappingNode node, string name, string file) =>
        Text(node, name + "-data") is { } data ? Encoding.UTF8.GetString(Convert.FromBase64String(data))
        : Text(node, name) is { } path ? LocalText.Read(Beside(file, path), out _, out _) ?? throw new IOException("not there") : null;

    private static string Beside(string file, string path) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file)) ?? "", path);

    private static YamlNode? Child(YamlMappingNode node, string name) => node.Children.TryGetValue(new YamlScalarNode(name), out YamlNode? child) ? child : null;

    private static string? Text(YamlMappingNode node, string name) => Child(node, name) is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;
}

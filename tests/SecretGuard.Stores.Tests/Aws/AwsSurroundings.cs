using System.Collections;
using System.Runtime.CompilerServices;

namespace SecretGuard.Stores.Tests.Aws;

/// <summary>Takes away what this machine says of AWS, before the SDK looks: it looks once a process where its files are.</summary>
internal static class AwsSurroundings
{
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("secretguard-aws-");

    public static string ConfigFile { get; } = Path.Combine(Folder.FullName, "config");

    [ModuleInitializer]
    public static void Clear()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToArray())
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        string credentials = Path.Combine(Folder.FullName, "credentials");
        File.WriteAllText(ConfigFile, "");
        File.WriteAllText(credentials, "");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", ConfigFile);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", credentials);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);
    }
}

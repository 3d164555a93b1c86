using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SecretGuard.CodeFixes.Tests;

/// <summary>Libraries that projects reference, as far as the fixes know them.</summary>
internal static class Stubs
{
    /// <summary>Microsoft.Extensions.Configuration, and a builder of web applications that has one.</summary>
    public static MetadataReference Configuration { get; } = Library("Microsoft.Extensions.Configuration.Abstractions", """
        #nullable enable
        namespace Microsoft.Extensions.Configuration
        {
            public interface IConfiguration { string? this[string key] { get; set; } IConfigurationSection GetSection(string key); }
            public interface IConfigurationSection : IConfiguration { string Path { get; } }
            public abstract class ConfigurationManager : IConfiguration { public abstract string? this[string key] { get; set; } public abstract IConfigurationSection GetSection(string key); }
            public static class ConfigurationBinder
            {
                public static T? GetValue<T>(this IConfiguration configuration, string key) => default;
                public static T GetValue<T>(this IConfiguration configuration, string key, T defaultValue) => defaultValue;
            }
        }

        namespace Microsoft.AspNetCore.Builder
        {
            public sealed class WebApplicationBuilder { public Microsoft.Extensions.Configuration.ConfigurationManager Configuration => throw null!; }
            public static class WebApplication { public static WebApplicationBuilder CreateBuilder(string[] args) => new(); }
        }
        """);

    /// <summary>Azure.Security.KeyVault.Secrets.</summary>
    public static MetadataReference Vault { get; } = Library("Azure.Security.KeyVault.Secrets", """
        #nullable enable
        namespace Azure { public abstract class Response<T> { public abstract T Value { get; } } }
        namespace Azure.Security.KeyVault.Secrets
        {
            public class KeyVaultSecret { public string Value => ""; }
            public class SecretClient { public virtual Response<KeyVaultSecret> GetSecret(string name, string? version = null, System.Threading.CancellationToken cancellationToken = default) => throw null!; }
        }
        """);

    private static PortableExecutableReference Library(string name, string text)
    {
        IEnumerable<MetadataReference> framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll").Select(path => MetadataReference.CreateFromFile(path));
        using var image = new MemoryStream();
        CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(text)], framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image).Diagnostics.ShouldBeEmpty();
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}

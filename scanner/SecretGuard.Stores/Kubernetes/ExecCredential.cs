using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using SecretGuard.Stores.Http;
using SecretGuard.Text;

namespace SecretGuard.Stores.Kubernetes;

/// <summary>A program that the user's kubeconfig names, which signs in and writes a token or a certificate.</summary>
internal sealed class ExecCredential(string program, string[] arguments, (string Name, string Value)[] variables, string apiVersion) : IKubernetesCredential
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public async Task<(string? Token, X509Certificate2? Certificate, StoreProblem? Problem)> ReadAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            return await RunAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed("did not end in time");
        }
        catch (Exception error) when (error is Win32Exception or IOException or InvalidOperationException)
        {
            return Failed("cannot be started");
        }
        catch (Exception error) when (error is JsonException or CryptographicException or ArgumentException)
        {
            return Failed("does not write what Kubernetes expects");
        }
    }

    private async Task<(string? Token, X509Certificate2? Certificate, StoreProblem? Problem)> RunAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        start.Environment["KUBERNETES_EXEC_INFO"] =
            JsonText.Object(("apiVersion", JsonText.Of(apiVersion)), ("kind", JsonText.Of("ExecCredential")), ("spec", JsonText.Object(("interactive", "false"))));
        using Process process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
            string output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await errors;
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? Read(output) : Failed($"ended with {process.ExitCode}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private (string? Token, X509Certificate2? Certificate, StoreProblem? Problem) Read(string output)
    {
        using var document = JsonDocument.Parse(output);
        JsonElement status = document.RootElement.At("status");
        X509Certificate2? certificate = status.At("clientCertificateData").Text() is { } pem && status.At("clientKeyData").Text() is { } key ? X509Certificate2.CreateFromPem(pem, key) : null;
        string? token = status.At("token").Text();
        return token is null && certificate is null ? Failed("wrote no credential") : (token, certificate, null);
    }

    private (string? Token, X509Certificate2? Certificate, StoreProblem? Problem) Failed(string what) => (null, null, new StoreProblem(
        Verdict.Unauthenticated, $"the kubeconfig's plugin '{Path.GetFileName(program)}' {what}", "run 'kubectl get secrets' to see what it wants") { IsStoreWide = true });
}

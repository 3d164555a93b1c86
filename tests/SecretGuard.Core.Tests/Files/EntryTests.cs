using SecretGuard.Core.Tests.Structured;
using SecretGuard.Detection.Files;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Core.Tests.Files;

/// <summary>A name beside a value binds it as a sign does: what is no secret under a name is none here either.</summary>
public sealed class EntryTests
{
    private static readonly Probe Probe = new(FileRules.All, new EntryMatcher());

    [Theory]
    [InlineData("/run/secrets/db_password")]
    [InlineData("v1.2.3")]
    [InlineData("2024-01-01")]
    [InlineData("GetPassword()")]
    [InlineData("nameof(Password)")]
    [InlineData("aaaaaaaa")]
    [InlineData("secretKeyRef")]
    [InlineData("application/json")]
    [InlineData("errors.password.required")]
    [InlineData("random_password.db.result")]
    [InlineData("HS256")]
    [InlineData("C:\\pw.txt")]
    public void WhatIsNoSecret_IsSilent(string value)
    {
        Probe.IsSilent($"<add key=\"DbPassword\" value=\"{value}\" />", "web.config");
        Probe.IsSilent($"<property name=\"password\" value=\"{value}\"/>", "beans.xml");
        Probe.IsSilent($"env:\n  - name: DB_PASSWORD\n    value: {value}\n", "pod.yaml");
        Probe.IsSilent($"[{{ \"name\": \"DB_PASSWORD\", \"value\": \"{value}\" }}]", "task.json");
    }

    [Theory]
    [InlineData("<add key=\"DbPassword\" value=\"{pw}\" />", "web.config")]
    [InlineData("env:\n  - name: DB_PASSWORD\n    value: {pw}\n", "pod.yaml")]
    [InlineData("[{ \"name\": \"DB_PASSWORD\", \"value\": \"{pw}\" }]", "task.json")]
    public void WhatLooksLikeASecret_IsFound(string row, string path) => Probe.Finds(row, path);
}

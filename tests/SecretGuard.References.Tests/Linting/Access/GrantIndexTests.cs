using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Linting.Access;
using SecretGuard.References.Terraform;

namespace SecretGuard.References.Tests.Linting.Access;

/// <summary>The index leaves nothing out that a look at all grants would find.</summary>
public sealed class GrantIndexTests
{
    private static readonly string[] Parts = ["a", "ab", "shop/", "db", "*", "?", "-", ""];

    [Fact]
    public void WhatMeetsAName_IsAmongTheNear()
    {
        var random = new Random(20261128);
        string Made() => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Parts[random.Next(Parts.Length)]));
        (string Glob, Grant Grant)[] grants = [.. Enumerable.Range(0, 400).Select(i => (NameGlob.OfIam(HclString.Read(Made())), new Grant(StoreTypes.AwsSsm, $"{i}", Capabilities.Read, "p", new Location("p.json", i, 1, i, 1))))];
        var index = new GrantIndex(grants);
        int met = 0, near = 0;
        for (int i = 0; i < 400; i++)
        {
            string name = NameGlob.OfName(Made());
            HashSet<Grant> found = [.. index.Near(name)];
            Grant[] meeting = [.. grants.Where(grant => NameGlob.Meet(grant.Glob, name)).Select(grant => grant.Grant)];
            meeting.ShouldBeSubsetOf(found, name);
            (met, near) = (met + meeting.Length, near + found.Count);
        }

        met.ShouldBeGreaterThan(1_000);
        near.ShouldBeLessThan(400 * 400, "it is an index");
    }
}

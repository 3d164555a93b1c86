using SecretGuard.Inventories;

namespace SecretGuard.Configuration.Tests;

/// <summary>How new values are declared, and what is said of what does not go together.</summary>
public sealed class GenerationTests
{
    [Theory]
    [InlineData("random", "256 random bits as base64url")]
    [InlineData("password", "a password of 32 characters")]
    [InlineData("rsa", "an RSA key of 3072 bits")]
    [InlineData("ec", "a key on the curve P-256")]
    [InlineData("{ type: random, bits: 512, encoding: hex }", "512 random bits as hex")]
    [InlineData("{ type: password, length: 20, symbols: '-_.~' }", "a password of 20 characters")]
    [InlineData("{ type: ec, bits: 521, field: key, public: pub, previous: old }", "a key on the curve P-521")]
    [InlineData("{ type: command, run: [./issue.sh, now], field: key }", "what './issue.sh' prints")]
    public void Rule_IsRead(string text, string words)
    {
        SettingsResult result = Read(text);
        result.Errors.ShouldBeEmpty();
        result.Settings.Declaration.Secrets.Single().Rotation!.Generation!.Words.ShouldBe(words);
    }

    [Theory]
    [InlineData("command", "'command' is not one of random, password, rsa, ec")]
    [InlineData("{ bits: 256 }", "'generate' needs a 'type': random, password, rsa, ec, command")]
    [InlineData("{ type: random, bits: 64 }", "64 bits: it takes 112 at least, and a multiple of 8")]
    [InlineData("{ type: rsa, bits: 1024 }", "1024 bits: an RSA key has 2048 at least, and a multiple of 8")]
    [InlineData("{ type: ec, bits: 255 }", "there is no curve P-255: write one of 256, 384, 521")]
    [InlineData("{ type: password, length: 8 }", "8 characters: a password has 12 at least")]
    [InlineData("{ type: password, symbols: 'aé' }", "'symbols' are characters of ASCII that are no letters, digits or blanks")]
    [InlineData("{ type: command }", "'run' is the program of 'type: command', and of no other")]
    [InlineData("{ type: random, run: [x] }", "'run' is the program of 'type: command', and of no other")]
    [InlineData("{ type: random, field: a, public: b }", "'public' is the public part of 'rsa' and 'ec'")]
    [InlineData("{ type: random, previous: old }", "'previous' and 'public' are fields beside one other: name it with 'field'")]
    [InlineData("{ type: random, field: a, previous: a }", "a field is named twice")]
    [InlineData("{ type: command, run: [x], field: [a, b] }", "what a command prints is one value: name one 'field'")]
    [InlineData("{ type: random, lenght: 3 }", "unknown key 'lenght'; did you mean 'length'?")]
    [InlineData("random, command: [x]", "'generate' says how a new value is made, 'command' what rotates it by itself: it is one of the two")]
    public void WhatDoesNotGoTogether_IsToldAtItsPlace(string text, string error) =>
        Read(text).Errors.Select(one => one.ToString()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.ShouldStartWith("s.yml(3,"), one => one.ShouldContain(error));

    private static SettingsResult Read(string generate) => SettingsReader.Read($"version: 1\nstores: {{ main: {{ type: dotenv }} }}\nsecrets: {{ x: {{ rotation: {{ every: 90d, generate: {generate} }} }} }}\n", "s.yml");
}

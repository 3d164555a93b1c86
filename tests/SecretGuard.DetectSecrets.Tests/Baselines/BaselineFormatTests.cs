using System.Text.Json.Nodes;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Filters;

namespace SecretGuard.DetectSecrets.Tests.Baselines;

/// <summary>Baselines as files.</summary>
public sealed class BaselineFormatTests
{
    private static readonly string Hash = SecretIdentity.HashOf("a"), Other = SecretIdentity.HashOf("b");

    private static string Full => $$"""
        {
          "version": "1.4.0",
          "plugins_used": [
            {
              "name": "ArtifactoryDetector"
            },
            {
              "name": "Base64HighEntropyString",
              "limit": 4.5
            },
            {
              "name": "HexHighEntropyString",
              "limit": 3.0
            },
            {
              "name": "KeywordDetector",
              "keyword_exclude": ""
            },
            {
              "name": "OurOwn",
              "path": "file:///opt/plugins/own.py",
              "level": 7
            }
          ],
          "filters_used": [
            {
              "path": "detect_secrets.filters.allowlist.is_line_allowlisted"
            },
            {
              "path": "detect_secrets.filters.common.is_baseline_file",
              "filename": ".secrets.baseline"
            },
            {
              "path": "detect_secrets.filters.common.is_ignored_due_to_verification_policies",
              "min_level": 2
            },
            {
              "path": "detect_secrets.filters.regex.should_exclude_file",
              "pattern": [
                "^t/\u00e9\ud83d\ude00",
                "\\.lock$"
              ]
            }
          ],
          "results": {
            "a/\u00fc.py": [
              {
                "type": "Secret Keyword",
                "filename": "a/\u00fc.py",
                "hashed_secret": "{{Hash}}",
                "is_verified": false,
                "line_number": 2,
                "is_secret": true
              },
              {
                "type": "Basic Auth Credentials",
                "filename": "a/\u00fc.py",
                "hashed_secret": "{{Other}}",
                "is_verified": true,
                "line_number": 10
              }
            ]
          },
          "generated_at": "2026-11-22T09:56:39Z"
        }

        """.ReplaceLineEndings("\n");

    [Fact]
    public void File_OfTheOriginal_IsWrittenByteForByte() => BaselineReader.Read(Full).Write().ShouldBe(Full);

    [Fact]
    public void File_WithoutAnything_KeepsItsEmptyParts()
    {
        string text = "{\n  \"version\": \"1.5.0\",\n  \"plugins_used\": [],\n  \"filters_used\": [],\n  \"results\": {}\n}\n";
        BaselineReader.Read(text).Write().ShouldBe(text);
    }

    [Theory]
    [InlineData("", "Unable to read baseline.")]
    [InlineData("{", "Unable to read baseline.")]
    [InlineData("[]", "Invalid baseline.")]
    [InlineData("{}", "Invalid baseline.")]
    [InlineData("{\"version\": \"1.5.0\", \"results\": {}}", "Invalid baseline.")]
    [InlineData("{\"version\": \"x\", \"plugins_used\": [], \"results\": {}}", "Invalid baseline.")]
    [InlineData("{\"version\": \"1.5.0\", \"plugins_used\": [], \"filters_used\": [], \"results\": {\"a\": [{\"type\": \"x\"}]}}", "Invalid baseline.")]
    [InlineData("{\"version\": \"1.5.0\", \"plugins_used\": [], \"filters_used\": [], \"results\": {\"a\": [{\"type\": \"x\", \"hashed_secret\": \"y\", \"line_number\": \"2\"}]}}", "Invalid baseline.")]
    public void File_ThatIsNoBaseline_IsRefused(string text, string message) =>
        Should.Throw<BaselineException>(() => BaselineReader.Read(text)).Message.ShouldStartWith(message);

    [Fact]
    public void Path_OfWindows_IsReadWithSlashes() =>
        BaselineReader.Read(Full.Replace("a/\\u00fc.py", "src\\\\b.py", StringComparison.Ordinal)).Entries.ShouldAllBe(entry => entry.Identity.File == "src/b.py");

    [Fact]
    public void Version_0_12_IsBroughtUp()
    {
        SecretsBaseline read = BaselineReader.Read($$"""
            {
              "exclude_regex": "^vendor/", "generated_at": "2019-01-01T00:00:00Z",
              "plugins_used": [{"base64_limit": 4.25, "name": "Base64HighEntropyString"}, {"hex_limit": 3, "name": "HexHighEntropyString"}, {"name": "KeywordDetector", "keyword_exclude": null}],
              "results": {"a.py": [{"hashed_secret": "{{Hash}}", "line_number": 4, "type": "Secret Keyword"}]},
              "version": "0.12.0"
            }
            """);
        read.Settings.Plugins.Select(plugin => plugin.Number("limit")).ShouldBe([4.25, 3, null]);
        read.Settings.Plugins[2].Text("keyword_exclude").ShouldBe("");
        read.Settings.Filter(FilterNames.ExcludeFile)!.Texts("pattern").ShouldBe(["^vendor/"]);
        read.Settings.Filters.Count.ShouldBe(12);
        read.Entries.Single().Line.ShouldBe(4);
    }

    [Fact]
    public void Version_0_14_KeepsItsExclusionsAndWords()
    {
        ScanSettings settings = BaselineReader.Read("""
            {
              "custom_plugin_paths": ["plugins/own.py"], "exclude": {"files": null, "lines": "nosec"},
              "plugins_used": [], "results": {}, "version": "0.14.3", "word_list": {"file": "words.txt", "hash": "00ff"}
            }
            """).Settings;
        settings.Filter(FilterNames.ExcludeFile).ShouldBeNull();
        settings.Filter(FilterNames.ExcludeLine)!.Texts("pattern").ShouldBe(["nosec"]);
        settings.Filter(FilterNames.WordList)!.Text("file_name").ShouldBe("words.txt");
        settings.Plugins.Single().Text("path").ShouldBe("plugins/own.py");
    }

    [Fact]
    public void Version_1_0_GetsTheFiltersThatCameLater() =>
        BaselineReader.Read("{\"version\": \"1.0.3\", \"plugins_used\": [], \"filters_used\": [], \"results\": {}}").Settings.Filters
            .Select(filter => filter.Name).ShouldBe([FilterNames.LockFile, FilterNames.NotAlphanumeric, FilterNames.SwaggerFile]);

    [Fact]
    public void Plugin_WithoutItsOptions_GetsThoseOfTheOriginal() =>
        BaselineReader.Read("{\"version\": \"0.14.3\", \"plugins_used\": [{\"name\": \"KeywordDetector\"}, {\"name\": \"Base64HighEntropyString\"}, {\"name\": \"AWSKeyDetector\"}], \"results\": {}}").Settings.Plugins
            .Select(plugin => plugin.ToJson("name").ToJsonString()).ShouldBe(["{\"name\":\"KeywordDetector\",\"keyword_exclude\":\"\"}", "{\"name\":\"Base64HighEntropyString\",\"limit\":4.5}", "{\"name\":\"AWSKeyDetector\"}"]);

    /// <summary>Whatever somebody made of a baseline by hand or in a merge, it is read or refused in words.</summary>
    [Theory]
    [InlineData("1.5.0")]
    [InlineData("0.14.3")]
    [InlineData("0.12.0")]
    public void AnyOtherValueAnywhere_IsReadOrRefused(string version)
    {
        string text = $$"""
            {"version":"{{version}}","custom_plugin_paths":["p.py"],"exclude":{"files":"a","lines":"b"},"exclude_regex":"c","word_list":{"file":"w","hash":"0"},
             "plugins_used":[{"name":"Base64HighEntropyString","limit":4.5,"base64_limit":4},{"name":"KeywordDetector","keyword_exclude":""}],
             "filters_used":[{"path":"detect_secrets.filters.regex.should_exclude_file","pattern":["^t/"]}],
             "results":{"a.py":[{"type":"Secret Keyword","filename":"a.py","hashed_secret":"{{Hash}}","is_verified":false,"line_number":2,"is_secret":true}]},"generated_at":"2026-01-01T00:00:00Z"}
            """;
        int count = Nodes(JsonNode.Parse(text)!).Count(), refused = 0;
        for (int at = 1; at < count; at++)
        {
            foreach (string other in (string[])["null", "-1", "1e99", "\"x\"", "[]", "{}", "[[1]]", "{\"a\":null}", "true"])
            {
                JsonNode document = JsonNode.Parse(text)!;
                Nodes(document).ElementAt(at).ReplaceWith(JsonNode.Parse(other));
                try
                {
                    BaselineReader.Read(document.ToJsonString()).Write().ShouldNotBeEmpty();
                }
                catch (BaselineException)
                {
                    refused++;
                }
            }
        }

        refused.ShouldBeGreaterThan(0);

        static IEnumerable<JsonNode> Nodes(JsonNode node) => (node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        }).OfType<JsonNode>().SelectMany(Nodes).Prepend(node);
    }

    [Theory]
    [InlineData(4.5, "4.5")]
    [InlineData(3, "3.0")]
    [InlineData(0, "0.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(-2.25, "-2.25")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(123456789.125, "123456789.125")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(1.5e300, "1.5e+300")]
    public void Float_IsShownAsPythonDoes(double value, string shown) => PythonJson.Float(value).ShouldBe(shown);

    [Fact]
    public void Text_IsAscii() => PythonJson.Write(JsonValue.Create("\"\\/\b\f\n\r\t\u0001\u007fé😀")).ShouldBe("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u007f\\u00e9\\ud83d\\ude00\"");

    [Fact]
    public void Names_AreSortedByCodePoints() =>
        ((string[])["\uFFFD", "😀", "b", "B", "ba"]).Order(CodePointOrder.Instance).ShouldBe(["B", "b", "ba", "\uFFFD", "😀"]);
}

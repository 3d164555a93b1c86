namespace SecretGuard.Reporting.Tests;

/// <summary>What a hostile repository may put into names, lines and messages.</summary>
internal static class Hostile
{
    /// <summary>By a name that a test runner can print.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["newlines"] = "a\nb\r\nc\rd",
        ["separators"] = "a,b;c:d|e\tf",
        ["quotes"] = "it's \"quoted\" `code` \\ back",
        ["xml"] = "a]]>b<c attr=\"1\">&amp;--><!--",
        ["script"] = "</script><script>alert(1)</script><!--<script>",
        ["formula"] = "=cmd|'/c calc'!A1",
        ["formula after a blank"] = " \t@SUM(1)",
        ["full-width formula"] = "＝1+1",
        ["bidi"] = "user\u202Etxt.exe\u202C \u2066x\u2069 \u200F",
        ["emoji"] = "👩‍💻 naïve 設定 e\u0301",
        ["percent"] = "100% %0A %25 %AZP25",
        ["control"] = "\e[2J\a\0\u0085\u2028\u2029",
        ["half a pair"] = "a\uD83Db",
        ["commands"] = "::add-mask::x ##vso[task.complete result=Succeeded;]ok ##[error]x ##teamcity[x]",
        ["github command"] = "  ::error::x",
        ["markdown"] = "*b* _i_ [l](http://x) ![i](y) @team #12 ~~s~~ $m$ <b> | `",
        ["dots"] = "../../etc/pass wd?#frag",
        ["long"] = new string('x', 5000) + "/" + new string('界', 5000),
    };

    public static TheoryData<string> Names => [.. Texts.Keys];
}

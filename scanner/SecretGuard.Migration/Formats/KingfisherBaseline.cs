using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Migration.Formats;

/// <summary>
/// The baseline of kingfisher (YAML): <c>ExactFindings: matches:</c> with <c>filepath</c> (from the parent of the folder that was scanned, or with a
/// slash at its end where a file was), <c>linenum</c>, <c>lastupdated</c> and a <c>fingerprint</c>, a hash that only kingfisher can make.
/// </summary>
internal static class KingfisherBaseline
{
    public static bool Recognizes(ForeignText text) => YamlShape.HasKey(text, "ExactFindings");

    public static ForeignFile Read(ForeignText text)
    {
        var entries = new List<ForeignEntry>();
        foreach (YamlNode item in YamlShape.Items(YamlShape.Member(YamlShape.Member(YamlShape.Read(text), "ExactFindings"), "matches")))
        {
            string file = YamlShape.Text(item, "filepath") ?? throw text.Wrong(item.Start.Line, "this entry has no 'filepath'; let kingfisher write the baseline again");
            int line = int.TryParse(YamlShape.Text(item, "linenum"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
            entries.Add(new ForeignEntry(ForeignPath.WithSlashes(file).TrimEnd('/'), line) { Origin = text.At(item.Start.Line) });
        }

        return new ForeignFile { Entries = entries };
    }
}

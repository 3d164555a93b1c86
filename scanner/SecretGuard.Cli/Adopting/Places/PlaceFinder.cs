namespace SecretGuard.Cli.Adopting.Places;

/// <summary>Finds what holds a secret, by the syntax of its file.</summary>
internal static class PlaceFinder
{
    private static readonly string[] Markup = [".xml", ".config", ".csproj", ".fsproj", ".vbproj", ".props", ".targets", ".pubxml", ".settings"];
    private static readonly string[] Lines = [".env", ".properties", ".ini", ".cfg", ".conf", ".toml", ".npmrc"];

    /// <summary>The place. One that cannot be replaced says why.</summary>
    public static SecretPlace Find(SecretSpot spot)
    {
        SecretPlace place = spot.HasEnd(".cs") ? CodePlaces.Find(spot)
            : spot.HasEnd(".json") ? TreePlaces.InJson(spot)
            : spot.HasEnd(".yml", ".yaml") ? TreePlaces.InYaml(spot)
            : spot.HasEnd(Markup) ? MarkupPlaces.Find(spot)
            : spot.HasEnd(Lines) || spot.FileName.StartsWith(".env", StringComparison.Ordinal) ? LinePlaces.Find(spot)
            : spot.ByHand("nothing here knows what such a file reads instead: take it out by hand, and let the program read it from the store");
        return place is { Obstacle: null, End: var end, Start: var start } && spot.Text.AsSpan(start, end - start).Contains('\n') ? place with { Obstacle = "it goes over several lines: take it out by hand" } : place;
    }
}

namespace SecretGuard.Core.Tests;

/// <summary>
/// The one way in which tests measure growth: four times the input may take about four times the time, never sixteen times. Other work on
/// the machine disturbs single measurements and only ever makes them longer, so the best of each size counts.
/// </summary>
internal static class LinearTime
{
    private const double MostGrowth = 11; // four times the text at a cost of the square takes 16 times as long
    private const double Shortest = 1e-4; // below a tenth of a millisecond clock and caches say more than the code
    private const int Attempts = 20;

    /// <summary>Asserts it of two measurements, in seconds; they are taken again until the growth is borne or the attempts are used up.</summary>
    public static void Holds(Func<double> once, Func<double> fourTimes, string what, double mostGrowth = MostGrowth)
    {
        double small = double.MaxValue, large = double.MaxValue;
        for (int attempt = 0; attempt < Attempts && (attempt == 0 || Growth(small, large) >= mostGrowth); attempt++)
        {
            LetOthersPass(attempt);
            small = Math.Min(small, once());
            large = Math.Min(large, fourTimes());
        }

        Growth(small, large).ShouldBeLessThan(mostGrowth, $"{what}: {small * 1000:F1} ms, then {large * 1000:F1} ms for four times as much");
    }

    /// <summary>Asserts that one text takes no more than so many times as long as another.</summary>
    public static void IsAtMost(double times, Func<double> measure, Func<double> measured, string what)
    {
        double plain = double.MaxValue, text = double.MaxValue;
        for (int attempt = 0; attempt < Attempts && (attempt == 0 || Growth(plain, text) >= times); attempt++)
        {
            LetOthersPass(attempt);
            plain = Math.Min(plain, measure());
            text = Math.Min(text, measured());
        }

        Growth(plain, text).ShouldBeLessThan(times, $"{what}: {text * 1000:F1} ms, plain text {plain * 1000:F1} ms");
    }

    /// <summary>What disturbs all measurements in a row ends some time.</summary>
    private static void LetOthersPass(int attempt) => Thread.Sleep(attempt * 25);

    private static double Growth(double small, double large) => large / Math.Max(small, Shortest);
}

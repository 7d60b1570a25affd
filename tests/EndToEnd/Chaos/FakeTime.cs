namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>Debian's libfaketime: a process sees another time of day, and nothing else of it changes (durations are measured as ever).</summary>
internal static class FakeTime
{
    private static readonly string Library = Directory.GetDirectories("/usr/lib")
            .Select(folder => Path.Combine(folder, "faketime", "libfaketime.so.1"))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("libfaketime is not installed: apt-get install libfaketime");

    /// <summary>What a process needs, so that it reads in this file how far its clock is off.</summary>
    public static IReadOnlyDictionary<string, string> Environment(string file) => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library,
        ["FAKETIME_TIMESTAMP_FILE"] = file,
        ["FAKETIME_CACHE_DURATION"] = "1",
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        // Else each wait of .NET, which is measured on the monotonic clock, ends at once: the process would turn in circles.
        ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
        ["NO_FAKE_STAT"] = "1",
    };
}

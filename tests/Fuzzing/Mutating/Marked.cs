using System.Text;

namespace IntegrationHub.Fuzzing.Tests.Mutating;

/// <summary>What is put into inputs so that whoever repeats what stood there gives himself away. The number is one of the government's test numbers.</summary>
internal static class Marked
{
    public static IReadOnlyList<string> Texts { get; } = ["77661571145", "77.66.15-711.45", "Zwartkruinvogel Xanthippeia", "Krekelzangverdriet 4711"];

    private static readonly string[] Traces = ["77661571145", "77.66.15-711.45", "Zwartkruinvogel", "Xanthippeia", "Krekelzang"];

    public static byte[] Any(Random random) => Encoding.UTF8.GetBytes(Texts[random.Next(Texts.Count)]);

    /// <summary>The first that is in a text; null when none is.</summary>
    public static string? In(string text) => Array.Find(Traces, trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase));
}

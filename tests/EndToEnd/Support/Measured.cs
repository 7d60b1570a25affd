using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>What was measured, for a person: in the test's output, and in <c>artifacts/end-to-end.txt</c>. Nothing is asserted on time.</summary>
internal static class Measured
{
    public static void Write(string what, string value)
    {
        var line = $"{what}: {value}";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        File.AppendAllText(Path.Combine(Artifacts.Folder, "end-to-end.txt"), $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm:ss} {line}{Environment.NewLine}");
    }

    public static void Write(string what, TimeSpan value) => Write(what, value.TotalSeconds >= 1 ? $"{value.TotalSeconds:0.0} s" : $"{value.TotalMilliseconds:0.0} ms");
}

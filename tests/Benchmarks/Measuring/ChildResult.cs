namespace IntegrationHub.Benchmarks.Measuring;

/// <summary>What a child process did.</summary>
/// <param name="Output">The last line of its standard output.</param>
/// <param name="Seconds">From start to exit.</param>
/// <param name="PeakMegabytes">Its largest memory.</param>
/// <param name="CpuSeconds">Its CPU, without that of its children.</param>
internal sealed record ChildResult(string Output, double Seconds, double PeakMegabytes, double CpuSeconds);

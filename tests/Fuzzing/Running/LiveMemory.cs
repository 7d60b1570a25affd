namespace IntegrationHub.Fuzzing.Tests.Running;

/// <summary>What is held on to, after everything else was collected.</summary>
internal static class LiveMemory
{
    private const int ManyInputs = 100_000;
    private const long Megabyte = 1024 * 1024;

    /// <summary>Growth that is no leak: the runtime and the database keep buffers of each size for use again, and it takes some ten thousand inputs until all are there.</summary>
    public static long MostGrowth(int inputs) => (inputs < ManyInputs ? 48 : 8) * Megabyte;

    public static long Measure()
    {
        for (var times = 0; times < 3; times++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}

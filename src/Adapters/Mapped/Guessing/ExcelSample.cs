using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Reads the first rows of a workbook.</summary>
internal static class ExcelSample
{
    public static Task<Sample> ReadAsync(string file, Stream stream, CancellationToken token) =>
        throw new PermanentFailureException($"{Path.GetFileName(file)}: a sample in Excel cannot be looked at yet. Save the worksheet as CSV, and give that file.");
}

using System.Text;
using FsCheck;
using IntegrationHub.Adapters.Mapped.Folders;

namespace IntegrationHub.Adapters.Mapped.Tests;

/// <summary>Cuts bytes with a cutter, and looks at what came out.</summary>
internal static class Cutting
{
    public const long MaxRecordBytes = 10_000_000;

    public static Config Quick(int runs) => Config.QuickThrowOnFailure.WithMaxTest(runs);

    public static async Task<Cut> CutAsync(this IRecordCutter cutter, byte[] content, int readSize = int.MaxValue, CutPosition? from = null)
    {
        var token = TestContext.Current.CancellationToken;
        await using var stream = new ChoppedStream(content, readSize);
        var file = await cutter.OpenAsync("export.json", stream, token);
        if (file.Refusal is not null)
            return new Cut([], file.Refusal, file);
        var records = new List<CutOne>();
        await foreach (var record in file.ReadAsync(from ?? file.First, token))
        {
            if (record.Refusal is not null)
                return new Cut(records, record.Refusal, file);
            records.Add(new CutOne(Encoding.UTF8.GetString(record.Bytes.Span), record.Line, record.Next, record.RefusedSize));
        }

        return new Cut(records, null, file);
    }

    public static Task<Cut> CutAsync(this IRecordCutter cutter, string content, int readSize = int.MaxValue, CutPosition? from = null) =>
        cutter.CutAsync(Encoding.UTF8.GetBytes(content), readSize, from);

#pragma warning disable MA0042, MA0045 // FsCheck's properties are not asynchronous.
    public static Cut Cut(this IRecordCutter cutter, string content, int readSize = int.MaxValue, CutPosition? from = null) =>
        cutter.CutAsync(content, readSize, from).GetAwaiter().GetResult();
    public static Cut Cut(this IRecordCutter cutter, byte[] content) => cutter.CutAsync(content).GetAwaiter().GetResult();
#pragma warning restore MA0042, MA0045
}

internal sealed record CutOne(string Text, long? Line, CutPosition Next, long? RefusedSize);

internal sealed record Cut(IReadOnlyList<CutOne> Records, FileRefusal? Refusal, CutFile File)
{
    public IEnumerable<string> Texts => Records.Select(record => record.Text);
}

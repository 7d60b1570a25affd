using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Mapped.Rows;

namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>A file that is understood, or why it is refused.</summary>
internal sealed record CutFile
{
    /// <summary>Why the file is refused whole; null when it can be read.</summary>
    public FileRefusal? Refusal { get; private init; }

    /// <summary>The beginning of the file, kept with a refusal.</summary>
    public ReadOnlyMemory<byte> Head { get; init; }

    /// <summary>What its records share, named by <see cref="RowProperties"/>.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; private init; } = new Dictionary<string, string>();

    /// <summary>Where the first record is.</summary>
    public CutPosition First { get; private init; }

    /// <summary>The records from a position on: <see cref="First"/>, or the <see cref="CutRecord.Next"/> of a record of this very file.</summary>
    public Func<CutPosition, CancellationToken, IAsyncEnumerable<CutRecord>> ReadAsync { get; private init; } = (_, _) => AsyncEnumerable.Empty<CutRecord>();

    /// <summary>The same several at a time, for a cutter that has them so: valid together, until the next are asked for.</summary>
    public Func<CutPosition, CancellationToken, IAsyncEnumerable<IReadOnlyList<CutRecord>>>? ReadManyAsync { get; init; }

    /// <summary>A file that can be read.</summary>
    public static CutFile Of(IReadOnlyDictionary<string, string> properties, CutPosition first, Func<CutPosition, CancellationToken, IAsyncEnumerable<CutRecord>> readAsync) =>
        new() { Properties = properties, First = first, ReadAsync = readAsync };

    /// <summary>The records from a position on, several at a time.</summary>
    public IAsyncEnumerable<IReadOnlyList<CutRecord>> ReadBatchesAsync(CutPosition from, CancellationToken token) => ReadManyAsync?.Invoke(from, token) ?? OneByOneAsync(from, token);

    private async IAsyncEnumerable<IReadOnlyList<CutRecord>> OneByOneAsync(CutPosition from, [EnumeratorCancellation] CancellationToken token)
    {
        var one = new CutRecord[1];
        await foreach (var record in ReadAsync(from, token))
        {
            one[0] = record;
            yield return one;
        }
    }

    /// <summary>A file that cannot.</summary>
    public static CutFile Refused(FileRefusal refusal, ReadOnlyMemory<byte> head) => new() { Refusal = refusal, Head = head };
}

using System.Collections.Immutable;

namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>How far one kind of file was read.</summary>
internal sealed record KindProgress
{
    /// <summary>The name of the file read last, as it may be shown.</summary>
    public required string File { get; init; }

    /// <summary>Which export that was (<see cref="ExportFile.IdUnder"/>).</summary>
    public required string Id { get; init; }

    /// <summary>Ticks (UTC) of its last change.</summary>
    public required long Modified { get; init; }

    /// <summary>The additions that were read to their end and still lie in the folder (<see cref="ExportFile.KeyUnder"/>); null for complete exports.</summary>
    public ImmutableHashSet<string>? Done { get; init; }

    /// <summary>Where to go on in it; null when it was read to its end.</summary>
    public long? Offset { get; init; }

    /// <summary>The line at <see cref="Offset"/>.</summary>
    public long Line { get; init; }

    /// <summary>How many rows were read before it.</summary>
    public long Rows { get; init; }

    /// <summary>Whether <see cref="File"/> was refused, and rests in quarantine until it is read well; null when not.</summary>
    public bool? Refused { get; init; }

    /// <summary>How many of those may be any record, because their number cannot be read.</summary>
    public long Unreadable { get; init; }
}
